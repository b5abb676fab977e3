//! What a sentence may rest on: an entry of the ledger, or a block of the protocol that cites its own sources.

use ledger::Ledger;
use protocol::fault::did_you_mean;
use protocol::model::Protocol;

use crate::model::Ground;

/// Finds a ground, or says what was probably meant.
pub fn find(protocol: &Protocol, ledger: &Ledger, id: &str) -> Result<Ground, String> {
    let Some((kind, name)) = id.split_once(':') else {
        let known = ledger.all_evidence().iter().map(|entry| entry.id.as_str());
        let entry = ledger.evidence(id);
        let entry =
            entry.ok_or_else(|| did_you_mean(id, known).unwrap_or("no such entry in evidence.toml".to_owned()))?;
        return Ok(Ground { id: id.to_owned(), sources: entry.sources.clone() });
    };
    let blocks = blocks(protocol, kind)
        .ok_or_else(|| format!("a ground is an entry of evidence.toml, or `KIND:ID` with {}", KINDS.join(", ")))?;
    let found = blocks.iter().find(|(known, _)| *known == name);
    let sources = found.map(|(_, sources)| sources.to_vec());
    let sources = sources.ok_or_else(|| {
        did_you_mean(name, blocks.iter().map(|(known, _)| *known)).unwrap_or(format!("no such {kind} in the protocol"))
    })?;
    Ok(Ground { id: id.to_owned(), sources })
}

const KINDS: [&str; 12] = [
    "rule",
    "condition",
    "step",
    "gate",
    "stop",
    "limit",
    "hold",
    "medicine",
    "caution",
    "never",
    "prevention",
    "table",
];

/// The blocks of a kind: their ids and sources. Stop conditions are choices of the project and cite nothing.
fn blocks<'p>(protocol: &'p Protocol, kind: &str) -> Option<Vec<(&'p str, &'p [String])>> {
    macro_rules! cited {
        ($list:expr) => {
            $list.iter().map(|one| (one.id.as_str(), one.sources.as_slice())).collect()
        };
    }
    Some(match kind {
        "rule" => cited!(protocol.rules),
        "condition" => cited!(protocol.conditions),
        "step" => cited!(protocol.steps),
        "gate" => cited!(protocol.gates),
        "stop" => protocol.stops.iter().map(|one| (one.id.as_str(), [].as_slice())).collect(),
        "limit" => cited!(protocol.limits),
        "hold" => cited!(protocol.holds),
        "medicine" => cited!(protocol.medicines),
        "caution" => cited!(protocol.cautions),
        "never" => cited!(protocol.nevers),
        "prevention" => cited!(protocol.preventions),
        "table" => cited!(protocol.tables),
        _ => return None,
    })
}
