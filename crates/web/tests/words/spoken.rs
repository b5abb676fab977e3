//! Every text of the protocol that a person can be shown, with its place and with what it is.

use protocol::model::Protocol;
use protocol::model::finding::{Finding, Subject};
use protocol::model::screen::ScreenKind;
use protocol::model::urgency::{Phone, Region};
use protocol::text::Text;

use crate::{guide_said, house};

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Asked: a question, its help, its answers.
    Question,
    /// How to tell, after a first "not sure".
    Tell,
    /// A line of help under a question.
    Help,
    /// The heading of a question.
    Ask,
    /// A sign that she named or may watch for.
    Sign,
    /// Told: what to do and why.
    Advice,
    /// The reason of a rule.
    Reason,
    /// Why a step of the plan is where it is.
    Why,
    /// The name of something.
    Name,
    /// A painkiller with its label limits.
    Medicine,
    /// A sentence of the guide that names what it rests on.
    Claim,
    /// Words of the guide without grounds: a name, a heading, a button, an act, a plain sentence.
    Bare,
    /// What a drawing shows.
    Picture,
}

/// One text.
#[derive(Debug, Clone)]
pub struct Spoken<'p> {
    /// Where it stands: `rule E01 say`.
    pub place: String,
    pub text: &'p Text,
    pub kind: Kind,
    /// Never shown without a baby.
    pub baby_only: bool,
}

/// All of them, in the order of the file.
pub fn all(protocol: &Protocol) -> Vec<Spoken<'_>> {
    let mut list = List(Vec::new());
    list.add("protocol title", Kind::Name, &protocol.title);
    list.add("protocol status", Kind::Name, &protocol.status);
    for one in &protocol.urgencies {
        let id = one.urgency.id();
        list.add(&format!("urgency {id} head"), Kind::Advice, &one.head);
        list.add(&format!("urgency {id} act"), Kind::Advice, &one.act);
        list.add(&format!("urgency {id} say"), Kind::Advice, &one.say);
    }
    protocol.regions.iter().for_each(|one| list.region(one));
    for one in &protocol.phrases {
        list.add_for(one.id == "ages_differ", &format!("phrase {}", one.id), Kind::Advice, &one.say);
    }
    protocol.findings.iter().for_each(|one| list.finding(one));
    list.results(protocol);
    list.plan(protocol);
    list.screens(protocol);
    list.0
}

/// Those of the protocol, and those of the guide beside them.
pub fn everything() -> Vec<Spoken<'static>> {
    let mut all = all(house::protocol());
    all.extend(guide_said::all(house::guide()));
    all
}

struct List<'p>(Vec<Spoken<'p>>);

impl<'p> List<'p> {
    fn add(&mut self, place: &str, kind: Kind, text: &'p Text) {
        self.add_for(false, place, kind, text);
    }

    fn add_for(&mut self, baby_only: bool, place: &str, kind: Kind, text: &'p Text) {
        self.0.push(Spoken { place: place.to_owned(), text, kind, baby_only });
    }

    fn region(&mut self, region: &'p Region) {
        self.add(&format!("region {} name", region.code), Kind::Name, &region.name);
        let phones = [&region.emergency, &region.urgent, &region.crisis, &region.poison];
        for Phone { shown, .. } in phones.into_iter().flatten() {
            self.add(&format!("region {} phone", region.code), Kind::Name, shown);
        }
    }

    fn finding(&mut self, one: &'p Finding) {
        let baby = one.subject == Subject::Baby;
        let place = |what: &str| format!("finding {} {what}", one.id);
        self.add_for(baby, &place("ask"), Kind::Ask, &one.ask);
        if let Some(text) = &one.help {
            self.add_for(baby, &place("help"), Kind::Help, text);
        }
        if let Some(text) = &one.tell {
            self.add_for(baby, &place("tell"), Kind::Tell, text);
        }
        let lines = one.lines.iter().map(|line| &line.text);
        for text in lines.chain(one.choices.iter().map(|choice| &choice.text)).chain(&one.skip) {
            self.add_for(baby, &place("answer"), Kind::Question, text);
        }
        for text in one.signs.iter().chain(&one.watches).flatten() {
            self.add_for(baby, &place("sign"), Kind::Sign, text);
        }
    }

    fn results(&mut self, protocol: &'p Protocol) {
        for one in &protocol.raises {
            self.add(&format!("raise {}", protocol.finding(one.finding).id), Kind::Advice, &one.say);
        }
        for one in &protocol.rules {
            let baby = one.needs_baby || one.subject == Subject::Baby;
            self.add_for(baby, &format!("rule {} say", one.id), Kind::Reason, &one.say);
        }
        for one in &protocol.advices {
            self.add(&format!("advice {}", one.id), Kind::Advice, &one.say);
        }
        for one in &protocol.notices {
            self.add(&format!("notice {}", one.id), Kind::Advice, &one.say);
        }
        for one in &protocol.contradictions {
            self.add(&format!("contradiction {}", one.id), Kind::Advice, &one.say);
        }
        for one in &protocol.conditions {
            let baby = one.subject == Subject::Baby;
            self.add_for(baby, &format!("condition {} name", one.id), Kind::Name, &one.name);
            self.add_for(baby, &format!("condition {} say", one.id), Kind::Advice, &one.say);
        }
    }

    fn plan(&mut self, protocol: &'p Protocol) {
        for one in &protocol.situations {
            self.add(&format!("situation {}", one.id), Kind::Name, &one.name);
        }
        for one in &protocol.steps {
            let place = |what: &str| format!("step {} {what}", one.id);
            self.add(&place("name"), Kind::Advice, &one.name);
            self.add(&place("why"), Kind::Why, &one.why);
            let words = one.marks.iter().filter_map(|(_, words)| words.as_ref());
            for text in words.chain(one.cautions.iter().map(|(_, words)| words)) {
                self.add(&place("words"), Kind::Advice, text);
            }
        }
        for (gate, text) in protocol.gates.iter().flat_map(|one| one.closed.iter().map(move |(_, text)| (one, text))) {
            self.add(&format!("gate {}", gate.id), Kind::Advice, text);
        }
        let stops = protocol.stops.iter().map(|one| ("stop", &one.id, &one.say));
        let limits = protocol.limits.iter().map(|one| ("limit", &one.id, &one.say));
        let holds = protocol.holds.iter().map(|one| ("hold", &one.id, &one.say));
        let nevers = protocol.nevers.iter().map(|one| ("never", &one.id, &one.say));
        for (block, id, text) in stops.chain(limits).chain(holds).chain(nevers) {
            self.add(&format!("{block} {id}"), Kind::Advice, text);
        }
        for one in &protocol.medicines {
            for text in
                [Some(&one.name), one.longest.as_ref(), one.say.as_ref(), one.over.as_ref()].into_iter().flatten()
            {
                self.add(&format!("medicine {}", one.id), Kind::Medicine, text);
            }
        }
        for one in &protocol.cautions {
            self.add(&format!("caution {}", one.id), Kind::Medicine, &one.say);
        }
        for one in &protocol.preventions {
            self.add_for(one.needs_baby, &format!("prevention {}", one.id), Kind::Advice, &one.say);
        }
    }

    fn screens(&mut self, protocol: &'p Protocol) {
        for one in &protocol.screens {
            let baby = one.subject == Some(Subject::Baby);
            let asked_here = matches!(one.kind, ScreenKind::Question(_));
            if !asked_here {
                self.add_for(baby, &format!("screen {} ask", one.id), Kind::Ask, &one.ask);
            }
            if let Some(text) = &one.help {
                self.add_for(baby, &format!("screen {} help", one.id), Kind::Help, text);
            }
            if let ScreenKind::Choose { choices, .. } = &one.kind {
                for (_, text) in choices {
                    self.add_for(baby, &format!("screen {} answer", one.id), Kind::Question, text);
                }
            }
        }
    }
}

/// Words in lower case, apostrophes kept.
pub fn tokens(text: &str) -> Vec<String> {
    let parted = text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'));
    parted.map(|word| word.trim_matches(['\'', '-']).to_lowercase()).filter(|word| !word.is_empty()).collect()
}
