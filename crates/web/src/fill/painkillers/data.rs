//! What the script makes the card of: the limits of every region, the cautions, the words. Nothing of her stands in it but how she is spoken to.

use protocol::model::plan::{Medicine, Substance};
use protocol::model::urgency::Region;
use protocol::text::Text;
use serde_json::{Map, Value, json};

use super::{Desk, label};
use crate::fill::told::cited;
use crate::words::Words;

/// The messages that the script says, and the values it fills in by itself: each stands as `$name` in what it is handed.
const SAID: &[(&str, &[&str])] = &[
    ("painkillers-title", &[]),
    ("painkillers-limits", &["region"]),
    ("painkillers-no-place", &[]),
    ("painkillers-place", &[]),
    ("painkillers-ibuprofen", &[]),
    ("painkillers-paracetamol", &[]),
    ("painkillers-allowed", &[]),
    ("painkillers-wait", &[]),
    ("painkillers-ask", &[]),
    ("painkillers-free", &[]),
    ("painkillers-now", &["mg"]),
    ("painkillers-from", &["time"]),
    ("painkillers-in-up-to", &["span", "mg"]),
    ("painkillers-last", &["mg", "time"]),
    ("painkillers-gap", &["hours"]),
    ("painkillers-why-day", &[]),
    ("painkillers-used", &["used", "most"]),
    ("painkillers-used-alone", &["used"]),
    ("painkillers-span", &["hours", "minutes"]),
    ("painkillers-span-hours", &["hours"]),
    ("painkillers-span-minutes", &["minutes"]),
    ("painkillers-follow-pack", &[]),
    ("painkillers-ask-whom", &[]),
    ("painkillers-by-check", &[]),
    ("painkillers-reason-caution-holds", &[]),
    ("painkillers-reason-other-nsaid", &[]),
    ("painkillers-reason-too-long", &["days"]),
    ("painkillers-reason-unknown-product", &[]),
    ("painkillers-fever", &["days"]),
    ("painkillers-over", &[]),
    ("painkillers-any", &["name"]),
    ("painkillers-some", &[]),
    ("painkillers-again", &[]),
    ("painkillers-cold", &[]),
    ("painkillers-never", &[]),
    ("painkillers-label", &[]),
    ("painkillers-log", &[]),
    ("painkillers-what", &[]),
    ("painkillers-other", &["substance"]),
    ("painkillers-nsaid", &[]),
    ("painkillers-how-much", &[]),
    ("painkillers-mg", &["mg"]),
    ("painkillers-other-amount", &[]),
    ("painkillers-amount", &[]),
    ("painkillers-when", &[]),
    ("painkillers-when-now", &[]),
    ("painkillers-when-ago", &[]),
    ("painkillers-when-clock", &[]),
    ("painkillers-minutes-ago", &[]),
    ("painkillers-clock", &[]),
    ("painkillers-save", &[]),
    ("painkillers-cancel", &[]),
    ("painkillers-change", &[]),
    ("painkillers-change-title", &[]),
    ("painkillers-delete", &[]),
    ("painkillers-delete-all", &[]),
    ("painkillers-saved", &["dose"]),
    ("painkillers-deleted", &["dose"]),
    ("painkillers-all-deleted", &[]),
    ("painkillers-undo", &[]),
    ("painkillers-before", &[]),
    ("painkillers-warn-over", &["total", "most"]),
    ("painkillers-warn-soon", &["time"]),
    ("painkillers-warn-close", &[]),
    ("painkillers-warn-large", &["most"]),
    ("painkillers-warn-part", &["mg", "unit"]),
    ("painkillers-warn-long", &[]),
    ("painkillers-warn-two", &[]),
    ("painkillers-wait-until", &["time"]),
    ("painkillers-took", &[]),
    ("painkillers-not-taken", &[]),
    ("painkillers-error-what", &[]),
    ("painkillers-error-amount", &[]),
    ("painkillers-error-ago", &[]),
    ("painkillers-error-clock", &[]),
    ("painkillers-error-kept", &[]),
    ("painkillers-doses", &[]),
    ("painkillers-no-doses", &[]),
    ("painkillers-dose", &["mg", "name"]),
    ("painkillers-later", &[]),
    ("painkillers-kept", &[]),
    ("painkillers-broken", &[]),
    ("painkillers-start-over", &[]),
    ("region-ask", &[]),
    ("region-choose", &[]),
    ("source-unread", &[]),
    ("sources", &[]),
    ("not-reviewed", &[]),
];

/// The data block. It may stand in a page as it is: no `<` is left in it.
pub(super) fn data(desk: &Desk, by_check: &[Substance]) -> String {
    block(desk, by_check).to_string().replace('<', "\\u003c")
}

/// The same as a value.
pub(super) fn block(desk: &Desk, by_check: &[Substance]) -> Value {
    let protocol = &desk.frame.site.compiled().protocol;
    let voice = desk.frame.voice;
    let regions = protocol.regions.iter().map(|one| json!({ "id": one.code, "name": one.name.say(voice) }));
    json!({
        "region": desk.frame.region.map(|region| region.code.as_str()),
        "regions": regions.collect::<Value>(),
        "medicines": protocol.medicines.iter().map(|one| medicine(desk, one)).collect::<Value>(),
        "cautions": by_substance(|substance| {
            let list = label::cautions(desk, substance);
            json!({ "none": desk.words.say_count("list-none", list.len()), "list": list })
        }),
        "ask_first": by_check.iter().map(|substance| substance.id()).collect::<Value>(),
        "nevers": protocol.nevers.iter().map(|one| one.say.say(voice)).collect::<Value>(),
        "words": words(&desk.words),
    })
}

fn by_substance(each: impl Fn(Substance) -> Value) -> Value {
    Substance::ALL
        .into_iter()
        .map(|substance| (substance.id().to_owned(), each(substance)))
        .collect::<Map<_, _>>()
        .into()
}

/// A medicine with its numbers as the arithmetic of the script wants them, and its words for each of its regions.
fn medicine(desk: &Desk, one: &Medicine) -> Value {
    let protocol = &desk.frame.site.compiled().protocol;
    let here = |region: &&Region| one.regions.contains(&region.code);
    let by_region = |text: Option<&Text>| {
        let said = |region: &Region| Some((region.code.clone(), label::filled(desk, text, Some(region))?.into()));
        protocol.regions.iter().filter(here).filter_map(said).collect::<Map<_, _>>()
    };
    let sources = cited(desk.frame.site.ledger(), &one.sources);
    json!({
        "id": one.id,
        "name": one.name.say(desk.frame.voice),
        "contains": one.contains.id(),
        "regions": one.regions,
        "dose_mg": one.dose_mg,
        "unit_mg": one.unit_mg,
        "gap_hours": one.gap_hours,
        "gap_hours_after": one.gap_hours_after,
        "most_mg_24h": one.most_mg_24h,
        "longest_days": one.longest_days,
        "longest_days_fever": one.longest_days_fever,
        "label": label::lines(desk, one),
        "says": by_region(one.say.as_ref()),
        "overs": by_region(one.over.as_ref()),
        "sources": sources.iter().map(|source| json!({
            "short": source.short, "href": source.href, "read": source.read,
        })).collect::<Value>(),
    })
}

fn words(words: &Words) -> Value {
    let said = SAID.iter().map(|(id, names)| {
        let values: Vec<(&str, String)> = names.iter().map(|name| (*name, format!("${name}"))).collect();
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        (id.strip_prefix("painkillers-").unwrap_or(id).to_owned(), words.say_with(id, &values).into())
    });
    said.collect::<Map<_, _>>().into()
}

#[cfg(test)]
mod tests {
    use super::SAID;

    #[test]
    fn every_word_of_the_script_is_known_and_leaves_its_values_open() {
        let words = crate::english();
        for (id, names) in SAID {
            assert!(words.knows(id), "unknown message `{id}`");
            let values: Vec<(&str, String)> = names.iter().map(|name| (*name, format!("${name}"))).collect();
            let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let said = words.say_with(id, &values);
            assert_eq!(said.matches('$').count(), names.len(), "{id}: {said}");
            assert!(!said.contains('{'), "{id}: {said}");
        }
    }
}
