//! What rests on the ledger, by name: every block has its entry there, and every entry its block.

use ledger::Ledger;
use protocol::fault::did_you_mean;
use protocol::model::Protocol;

use crate::model::Guide;

/// Everything that is wrong with the names, a line each.
pub fn faults(guide: &Guide, protocol: &Protocol, ledger: &Ledger) -> Vec<String> {
    let names = names(guide, protocol);
    let unknown = ledger.rests().iter().filter(|one| !names.contains(&one.id));
    let unknown = unknown.map(|one| {
        let hint = did_you_mean(&one.id, names.iter().map(String::as_str));
        format!("rests.toml: `{}` is not in the protocol or the guide; {}\n", one.id, hint.unwrap_or_else(known))
    });
    let missing = names.iter().filter(|name| ledger.resting(name).is_none());
    let missing = missing.map(|name| {
        format!("rests.toml: nothing says what `{name}` rests on; give it an entry, with `evidence = []` where no statement says it\n")
    });
    unknown.chain(missing).collect()
}

fn known() -> String {
    "an id is `KIND:ID`, such as `rule:D05`".to_owned()
}

/// The names of all that must say what it rests on.
fn names(guide: &Guide, protocol: &Protocol) -> Vec<String> {
    let mut names = Vec::new();
    macro_rules! name {
        ($kind:literal, $list:expr) => {
            names.extend($list.iter().map(|one| format!(concat!($kind, ":{}"), one.id)));
        };
    }
    name!("rule", protocol.rules);
    name!("step", protocol.steps);
    name!("session", guide.sessions);
    name!("limit", protocol.limits);
    name!("hold", protocol.holds);
    name!("medicine", protocol.medicines);
    name!("caution", protocol.cautions);
    name!("never", protocol.nevers);
    name!("prevention", protocol.preventions);
    name!("advice", protocol.advices);
    name!("notice", protocol.notices);
    names.extend(protocol.raises.iter().map(|one| format!("raise:{}", protocol.finding(one.finding).id)));
    names
}
