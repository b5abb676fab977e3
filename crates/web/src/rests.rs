//! What rests on what: every rule, step, session, page and limit, with the sources and the statements of the ledger behind it.

use std::collections::BTreeSet;

use guide::{Guide, Part, Said, Session, Show};
use ledger::Ledger;
use protocol::model::Protocol;
use protocol::model::finding::Subject;
use protocol::text::Text;

/// Something that Milkway says or does, with what it rests on.
#[derive(Debug, Clone)]
pub struct Thing {
    /// What it is, as in its address and in languages: `rule`, `relief`, `session`, `condition`, `read`, `limit`, …
    pub kind: &'static str,
    /// Its id among its kind.
    pub id: String,
    /// What it says, or how it is called.
    pub text: Text,
    /// How urgent a rule is.
    pub level: Option<u8>,
    /// The page that is it; none: it has no page of its own.
    pub page: Option<String>,
    /// Left out where there is no baby.
    pub needs_baby: bool,
    /// Ids of its sources, each once.
    pub sources: BTreeSet<String>,
    /// Ids of the statements that it rests on: those that `rests.toml` names, and those that its own sentences in the guide name.
    pub evidence: BTreeSet<String>,
    /// Whether statements were looked for and none says it.
    pub unsaid: bool,
}

impl Thing {
    /// Its page among those that say what rests on what.
    #[must_use]
    pub fn path(&self) -> String {
        format!("/rests/{}/{}", self.kind, self.id)
    }

    /// Its name in `rests.toml`.
    fn name(&self) -> String {
        let kind = if self.kind == "relief" { "step" } else { self.kind };
        format!("{kind}:{}", self.id)
    }

    /// Whether it cites one of these sources.
    #[must_use]
    pub fn shares(&self, sources: &[String]) -> bool {
        sources.iter().any(|id| self.sources.contains(id))
    }
}

/// Kinds in the order in which pages show them.
pub const KINDS: [&str; 15] = [
    "rule",
    "relief",
    "session",
    "limit",
    "hold",
    "medicine",
    "caution",
    "never",
    "read",
    "condition",
    "prevention",
    "advice",
    "notice",
    "raise",
    "finding",
];

/// All of them.
#[must_use]
pub fn things(protocol: &Protocol, guide: &Guide, ledger: &Ledger) -> Vec<Thing> {
    let mut things = of_protocol(protocol);
    things.extend(of_guide(protocol, guide));
    for thing in &mut things {
        if let Some(resting) = ledger.resting(&thing.name()) {
            thing.evidence.extend(resting.evidence.iter().cloned());
            thing.unsaid = thing.evidence.is_empty();
        }
    }
    // A limit that cites nothing is a choice of the project, and a page may claim nothing: their own pages say so.
    things.retain(|thing| {
        thing.kind == "limit" || thing.page.is_some() || !thing.sources.is_empty() || !thing.evidence.is_empty()
    });
    things
}

/// Ids of every source that rules and guide cite.
#[must_use]
pub fn cited(protocol: &Protocol, guide: &Guide, ledger: &Ledger) -> BTreeSet<String> {
    let always = protocol.always.iter().flat_map(|one| one.sources.iter().cloned());
    let tables = protocol.tables.iter().flat_map(|one| one.sources.iter().cloned());
    things(protocol, guide, ledger).into_iter().flat_map(|thing| thing.sources).chain(always).chain(tables).collect()
}

fn bare(kind: &'static str, id: &str, text: &Text, sources: &[String]) -> Thing {
    Thing {
        kind,
        id: id.to_owned(),
        text: text.clone(),
        level: None,
        page: None,
        needs_baby: false,
        sources: sources.iter().cloned().collect(),
        evidence: BTreeSet::new(),
        unsaid: false,
    }
}

fn of_protocol(p: &Protocol) -> Vec<Thing> {
    let mut all: Vec<Thing> = Vec::new();
    all.extend(p.rules.iter().map(|one| Thing {
        level: Some(one.urgency.number()),
        needs_baby: one.needs_baby || one.subject == Subject::Baby,
        ..bare("rule", &one.id, &one.say, &one.sources)
    }));
    all.extend(p.limits.iter().map(|one| bare("limit", &one.id, &one.say, &one.sources)));
    all.extend(p.holds.iter().map(|one| bare("hold", &one.id, &one.say, &one.sources)));
    all.extend(p.medicines.iter().map(|one| Thing {
        page: Some("/painkillers".to_owned()),
        ..bare("medicine", &one.id, &one.name, &one.sources)
    }));
    all.extend(p.cautions.iter().map(|one| bare("caution", &one.id, &one.say, &one.sources)));
    all.extend(p.nevers.iter().map(|one| bare("never", &one.id, &one.say, &one.sources)));
    all.extend(p.preventions.iter().map(|one| Thing {
        needs_baby: one.needs_baby,
        page: Some("/read/prevention".to_owned()),
        ..bare("prevention", &one.id, &one.say, &one.sources)
    }));
    all.extend(p.advices.iter().map(|one| bare("advice", &one.id, &one.say, &one.sources)));
    all.extend(p.notices.iter().map(|one| bare("notice", &one.id, &one.say, &one.sources)));
    all.extend(p.raises.iter().map(|one| bare("raise", &p.finding(one.finding).id, &one.say, &one.sources)));
    all.extend(p.findings.iter().map(|one| Thing {
        needs_baby: one.subject == Subject::Baby,
        ..bare("finding", &one.id, &one.ask, &one.sources)
    }));
    all
}

fn of_guide(p: &Protocol, guide: &Guide) -> Vec<Thing> {
    let cards = guide.cards.iter().map(|card| {
        let step = &p.steps[card.step];
        let said = [&card.what, &card.how_long, &card.how_often, &card.not, &card.sure];
        with(page("relief", "/relief", &step.id, &step.name, &step.sources), said.into_iter().flatten())
    });
    let sessions = guide.sessions.iter().map(|session| {
        let mut one = with(page("session", "/session", &session.id, &session.name, &[]), said_of_session(session));
        let limits = [session.most, session.gap, session.longest].into_iter().flatten();
        one.sources.extend(limits.flat_map(|at| p.limits[at].sources.iter().cloned()));
        let gates = p.gates.iter().filter(|gate| gate.opens.contains(&session.code));
        one.sources.extend(gates.flat_map(|gate| gate.sources.iter().cloned()));
        one
    });
    let conditions = guide.explains.iter().map(|explain| {
        let condition = &p.conditions[explain.condition];
        let said = [&explain.what, &explain.course, &explain.helps, &explain.seen];
        let one = page("condition", "/condition", &condition.id, &condition.name, &condition.sources);
        Thing { needs_baby: condition.subject == Subject::Baby, ..with(one, said.into_iter().flatten()) }
    });
    let pages = guide.pages.iter().map(|one| {
        let shown = one.parts.iter().flat_map(|part| match part {
            Part::Show(Show::Prevention) => p.preventions.iter().flat_map(|one| one.sources.clone()).collect(),
            Part::Show(Show::Table(at)) => p.tables[*at].sources.clone(),
            _ => Vec::new(),
        });
        let shown: Vec<String> = shown.collect();
        let thing = page("read", "/read", &one.id, &one.title, &shown);
        Thing { needs_baby: one.needs_baby, ..with(thing, one.parts.iter().filter_map(said_of_part)) }
    });
    cards.chain(sessions).chain(conditions).chain(pages).collect()
}

fn page(kind: &'static str, room: &str, id: &str, text: &Text, sources: &[String]) -> Thing {
    Thing { page: Some(format!("{room}/{id}")), ..bare(kind, id, text, sources) }
}

/// The thing with what its sentences rest on.
fn with<'s>(mut thing: Thing, said: impl Iterator<Item = &'s Said>) -> Thing {
    for ground in said.flat_map(|one| &one.grounds) {
        thing.sources.extend(ground.sources.iter().cloned());
        if !ground.id.contains(':') {
            thing.evidence.insert(ground.id.clone());
        }
    }
    thing
}

fn said_of_session(session: &Session) -> impl Iterator<Item = &Said> {
    let own = [&session.lead, &session.sure, &session.hold, &session.mind, &session.then];
    own.into_iter().flatten().chain(session.moves.iter().flat_map(|act| &act.say))
}

fn said_of_part(part: &Part) -> Option<&Said> {
    match part {
        Part::Lead(said) | Part::Say(said) | Part::Item(said) => Some(said),
        _ => None,
    }
}
