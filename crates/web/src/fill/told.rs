//! Sentences of the guide as pages show them, and the sources under a page.

use guide::{Ground, Said};
use ledger::Ledger;
use protocol::text::Voice;

use crate::view::Source;
use crate::view::guide::Told;

/// A sentence for this reader; none when it says nothing to her.
pub fn told(said: &Said, voice: Voice) -> Option<Told> {
    let grounds: Vec<&str> = said.grounds.iter().map(|ground| ground.id.as_str()).collect();
    let text = said.text.say(voice);
    (!text.is_empty()).then(|| Told { text: text.to_owned(), grounds: grounds.join(" ") })
}

/// Sentences for this reader.
pub fn all(said: &[Said], voice: Voice) -> Vec<Told> {
    said.iter().filter_map(|one| told(one, voice)).collect()
}

/// The sources behind some sentences, each once.
pub fn sources<'s>(ledger: &Ledger, said: impl IntoIterator<Item = &'s Said>) -> Vec<Source> {
    cited(ledger, grounds(said))
}

/// The ids of the sources that some sentences rest on.
pub fn grounds<'s>(said: impl IntoIterator<Item = &'s Said>) -> impl Iterator<Item = &'s String> {
    let grounds = said.into_iter().flat_map(|one| one.grounds.iter());
    grounds.flat_map(|ground: &Ground| ground.sources.iter())
}

/// Sources by their ids, each once, in this order.
pub fn cited<'i>(ledger: &Ledger, ids: impl IntoIterator<Item = &'i String>) -> Vec<Source> {
    let mut seen: Vec<&str> = Vec::new();
    let once = ids.into_iter().filter(|id| {
        let new = !seen.contains(&id.as_str());
        if new {
            seen.push(id.as_str());
        }
        new
    });
    let found = once.filter_map(|id| ledger.source(id)).map(|source| Source {
        short: source.short_name(),
        href: Some(format!("/source/{}", source.id)),
        read: source.verified,
    });
    found.collect()
}
