//! What a phone needs to show the check, relief and reading by itself: one file, fetched once, so that answers need not be sent.

mod guide;
pub mod ledger;
mod log;
pub mod record;
mod shelf;
mod words;

pub use shelf::shelf;

use ::ledger::{Ledger, Source};
use exchange::normal_form;
use serde_json::{Map, Value, json};

use crate::fill::painkillers;
use crate::site::Site;
use crate::{assets, guard};

/// The book of a site: rules, guide, words, sources, and the few settings that pages show.
#[must_use]
pub fn book(site: &Site) -> Value {
    json!({
        "headers": guard::HEADERS.iter().map(|(name, value)| [*name, *value]).collect::<Value>(),
        "language": site.words().language(),
        "direction": site.words().direction(),
        "region": site.region(),
        "leave": site.leave(),
        "protocol": rules(site),
        "guide": guide::guide(site),
        "words": words::messages(site.words()),
        "sources": sources(site.ledger()),
        "painkillers": painkillers::of_phone(site),
        "sprite": assets::SPRITE,
        "wordmark": assets::WORDMARK,
    })
}

/// The rules without what only other machines read.
fn rules(site: &Site) -> Value {
    let mut rules = normal_form::export(site.compiled());
    let each = rules.get_mut("rules").and_then(Value::as_array_mut);
    for rule in each.into_iter().flatten().filter_map(Value::as_object_mut) {
        for name in ["cubes", "urgency", "needs_baby"] {
            rule.remove(name);
        }
    }
    let each = rules.get_mut("findings").and_then(Value::as_array_mut);
    for finding in each.into_iter().flatten().filter_map(Value::as_object_mut) {
        finding.remove("sources");
    }
    rules
}

/// How each source is named, where it is, and whether a person has read it.
fn sources(ledger: &Ledger) -> Value {
    let one = |source: &Source| {
        let told =
            json!({ "short": source.short_name(), "href": format!("/source/{}", source.id), "read": source.verified });
        (source.id.clone(), told)
    };
    ledger.sources().iter().map(one).collect::<Map<_, _>>().into()
}
