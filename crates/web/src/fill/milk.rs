//! The milk's answer: the holds of the protocol, by what was named on the page or answered in the check.

use guide::MilkAsk;

use super::told;
use crate::arrival::Arrival;
use crate::view::guide::Told;
use crate::view::milk::Milk;
use crate::view::{Foot, Here};

/// The page after any number of taps. At most one tap for each line, and the first one answers.
pub fn page(arrival: &Arrival) -> Milk {
    let site = &arrival.site;
    let frame = arrival.frame();
    let protocol = &site.compiled().protocol;
    let named: Vec<&str> =
        arrival.fields.iter().filter(|(name, _)| name == "tick").map(|(_, value)| value.as_str()).collect();
    let by_check = arrival.carried.reading(site).map(|read| read.holds()).unwrap_or_default();
    let asks = &site.guide().milk;
    let held = |ask: &&MilkAsk| named.contains(&protocol.holds[ask.hold].id.as_str()) || by_check.contains(&ask.hold);
    let holding: Vec<usize> = asks.iter().filter(held).map(|ask| ask.hold).collect();
    let none = arrival.field("go") == Some("none");
    let yes = holding.is_empty() && none;
    let usual = || (0..protocol.holds.len()).filter(|at| protocol.holds[*at].when.is_empty()).collect();
    let told_of = |at: usize| Told {
        text: protocol.holds[at].say.say(frame.voice).to_owned(),
        grounds: format!("hold:{}", protocol.holds[at].id),
    };
    let answering: Vec<usize> = if yes { usual() } else { holding };
    let open = |ask: &&MilkAsk| !none && !held(ask);
    let line = |ask: &MilkAsk| (protocol.holds[ask.hold].id.clone(), ask.ask.text.say(frame.voice).to_owned());
    let words = frame.words();
    let title = words.say("milk-title");
    let mut kept = arrival.carried.onward().fields(site);
    kept.extend(named.iter().map(|id| ("tick".to_owned(), (*id).to_owned())));
    Milk {
        shell: frame.shell(&title, "/milk", kept, Foot::Dock(Here::Elsewhere)),
        answer: answering.iter().map(|at| told_of(*at)).collect(),
        yes,
        lines: asks.iter().filter(open).map(line).filter(|(_, text)| !text.is_empty()).collect(),
        exceptions: if yes {
            asks.iter().filter_map(|ask| told::told(&ask.ask, frame.voice)).collect()
        } else {
            Vec::new()
        },
        sources: told::cited(site.ledger(), answering.iter().flat_map(|at| &protocol.holds[*at].sources)),
        words,
    }
}
