//! The review sheet: everything that a clinician would have to agree to, in plain words, each with a place to sign.

use crate::safety::given::Given;
use crate::safety::links::{Links, RuleLinks};
use protocol::corner::corners;
use protocol::model::finding::Subject;
use protocol::model::rule::Rule;
use protocol::portrait;
use protocol::text::Voice;
use safety::Hazard;
use std::fmt::Write;

/// A reviewer is spoken to as the parent, with a baby.
const VOICE: Voice = Voice { to_parent: true, baby: true };
const SIGN: &str = "☐ agreed ☐ to change: ………";

/// The sheet.
pub(super) fn page(given: &Given, links: &Links) -> String {
    let mut out = head(given);
    purpose(&mut out, given);
    out.push_str("\n## Hazards\n");
    for hazard in &given.safety.hazards {
        hazard_of(&mut out, hazard);
    }
    out.push_str("\n## Rules\n\nEach with the mildest person who meets it, in her own answers. `milkway protocol corners` prints them all.\n");
    for (rule, links) in given.protocol.rules.iter().zip(&links.rules) {
        rule_of(&mut out, given, rule, links);
    }
    out
}

fn head(given: &Given) -> String {
    let protocol = &given.protocol;
    format!(
        "<!-- Written by `cargo xtask safety --write`; a change by hand is found. -->
# Review sheet

For the clinician who reviews `{} {}` (fingerprint `{}`). {} Nobody has signed it yet.

| | name, profession, registration | date | signature |
| --- | --- | --- | --- |
| author | | | |
| independent reviewer | | | |

The likelihoods are estimates of the makers; the risk follows from severity and likelihood by the matrix in `crates/safety/src/risk.rs`, which is to be confirmed as well. The open points of the
specification stand in [docs/specification.md](../specification.md), part j.2.
",
        protocol.name,
        protocol.version,
        given.fingerprint,
        protocol.status.say(VOICE),
    )
}

fn bullets(out: &mut String, title: &str, items: &[String]) {
    let _ = writeln!(out, "\n**{title}**\n");
    items.iter().for_each(|item| out.push_str(&format!("* {item}\n")));
}

fn purpose(out: &mut String, given: &Given) {
    let purpose = &given.safety.purpose;
    let _ = writeln!(out, "\n## Intended purpose\n\n{}\n\n{}", purpose.status, purpose.statement);
    bullets(out, "Users", &purpose.users);
    bullets(out, "Where and how", &purpose.environments);
    bullets(out, "What it may say of itself", &purpose.claims);
    bullets(out, "What it is not for", &purpose.exclusions);
    bullets(out, "Misuse that can be foreseen", &purpose.misuse);
    let benefits: Vec<String> = purpose.benefits.iter().map(|one| format!("{} {}", one.id, one.what)).collect();
    bullets(out, "Benefits", &benefits);
    let _ = writeln!(out, "\n{SIGN}");
}

fn hazard_of(out: &mut String, hazard: &Hazard) {
    let _ = writeln!(out, "\n### {} {}\n", hazard.id, hazard.title);
    let _ = writeln!(out, "* brought about by: {}", hazard.causes.join("; "));
    let _ = writeln!(out, "* harm: {} ({})", hazard.harm, hazard.severity.id());
    let _ = writeln!(out, "* without controls: {}, risk {}", hazard.before.id(), hazard.initial().number());
    for control in &hazard.controls {
        let _ = writeln!(out, "* control ({}): {}", control.kind.id(), control.what);
    }
    if let (Some(after), Some(left)) = (hazard.after, hazard.residual()) {
        let why = hazard.accepted_because.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
        let _ = writeln!(out, "* with them: {}, risk {}{why}", after.id(), left.number());
    }
    for open in &hazard.open {
        let _ = writeln!(out, "* open: {open}");
    }
    let _ = writeln!(out, "\n{SIGN}");
}

fn rule_of(out: &mut String, given: &Given, rule: &Rule, links: &RuleLinks) {
    let days = rule.days.map(|days| format!(" {days}")).unwrap_or_default();
    let whose = if rule.subject == Subject::Baby { "baby" } else { "parent" };
    let _ = writeln!(out, "\n### {} {}{days} ({whose})\n\n{}\n", rule.id, rule.urgency.id(), rule.say.say(VOICE));
    let people = corners(&given.protocol, rule);
    if let Some(person) = people.first() {
        portrait::lines(&given.protocol, person).iter().for_each(|line| out.push_str(&format!("* {line}\n")));
    }
    if people.len() > 1 {
        let _ = writeln!(out, "* and {} more people like this", people.len() - 1);
    }
    let read = |id: &String| given.ledger.source(id).is_some_and(|source| source.verified);
    let sources: Vec<String> =
        rule.sources.iter().map(|id| if read(id) { id.clone() } else { format!("{id} (not read)") }).collect();
    let _ = writeln!(out, "* sources: {}\n* stands against: {}", sources.join(", "), links.serves.join(", "));
    if let Some(note) = &rule.note {
        let _ = writeln!(out, "* note: {}", note.say(VOICE));
    }
    let _ = writeln!(out, "\n{SIGN}");
}
