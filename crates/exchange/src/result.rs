//! A result as JSON. Texts that do not depend on the answers are written once per voice and copied.

use protocol::assessment::Place;
use protocol::compile::Compiled;
use protocol::evaluate::Read;
use protocol::explain::{self, ComeBack, Explained, Told};
use protocol::model::finding::{Finding, FindingId};
use protocol::model::urgency::Urgency;
use protocol::text::{Voice, fill};

use crate::case::Case;
use crate::write;

/// Whether texts are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Everything.
    Full,
    /// Ids only.
    Brief,
}

/// Writes results for one protocol.
pub struct Results<'c> {
    compiled: &'c Compiled,
    detail: Detail,
    voices: Vec<Prepared>,
    protocol: Vec<u8>,
    /// Ids of findings and of their levels, with quotes.
    names: Vec<(Vec<u8>, Vec<Vec<u8>>)>,
}

/// What one voice says, already written.
struct Prepared {
    rules: Vec<Vec<u8>>,
    conditions: Vec<Vec<u8>>,
    steps: Vec<[Vec<u8>; 2]>,
    notices: Vec<Vec<u8>>,
    advices: Vec<Vec<u8>>,
    raises: Vec<Vec<u8>>,
    contradictions: Vec<Vec<u8>>,
    /// Signs per finding and level, escaped, without quotes.
    signs: Vec<Vec<Vec<u8>>>,
    /// The same for "come back if".
    watches: Vec<Vec<Vec<u8>>>,
}

impl<'c> Results<'c> {
    /// Prepares all texts.
    #[must_use]
    pub fn new(compiled: &'c Compiled, detail: Detail) -> Self {
        let mut protocol = Vec::new();
        write::key(&mut protocol, "protocol");
        protocol.push(b'{');
        write::key(&mut protocol, "version");
        write::text(&mut protocol, &compiled.protocol.version);
        protocol.push(b',');
        write::key(&mut protocol, "fingerprint");
        write::text(&mut protocol, &compiled.fingerprint);
        protocol.push(b'}');
        let voices = Voice::ALL.iter().map(|voice| Prepared::new(compiled, *voice, detail)).collect();
        let names = compiled.protocol.findings.iter();
        let names =
            names.map(|one| (quoted(&one.id), one.levels.iter().map(|level| quoted(level)).collect())).collect();
        Self { compiled, detail, voices, protocol, names }
    }

    /// Evaluates a case and writes its result as one line, without the line end.
    pub fn write(&self, case: &Case, out: &mut Vec<u8>) {
        let read = self.compiled.read(&case.answers);
        let explained = read.explain(self.compiled);
        let voice = case.answers.voice(&self.compiled.protocol);
        let texts = &self.voices[Voice::ALL.iter().position(|one| *one == voice).unwrap_or(0)];
        Writer { results: self, texts, read: &read, explained: &explained, voice, out }.case(case);
    }
}

impl Prepared {
    fn new(compiled: &Compiled, voice: Voice, detail: Detail) -> Self {
        let protocol = &compiled.protocol;
        let full = detail == Detail::Full;
        let told = |id: &str, text: &str, sources: &[String]| {
            let mut out = Vec::new();
            write::key(&mut out, "id");
            write::text(&mut out, id);
            if full {
                text_and_sources(&mut out, "text", text, sources);
            }
            out
        };
        let of = |finding: &Finding, say: fn(&Compiled, &Finding, u8, Voice) -> String| {
            (0..=finding.worst()).map(|level| bare(&say(compiled, finding, level, voice))).collect::<Vec<_>>()
        };
        Self {
            rules: protocol
                .rules
                .iter()
                .map(|rule| rule_text(&rule.id, rule.say.say(voice), &rule.sources, full))
                .collect(),
            conditions: protocol
                .conditions
                .iter()
                .map(|one| told(&one.id, one.say.say(voice), &one.sources)[..].to_vec())
                .collect(),
            steps: protocol.steps.iter().map(|step| step_texts(&step.id, step.why.say(voice), &step.sources)).collect(),
            notices: protocol.notices.iter().map(|one| told(&one.id, one.say.say(voice), &one.sources)).collect(),
            advices: protocol.advices.iter().map(|one| told(&one.id, one.say.say(voice), &one.sources)).collect(),
            raises: protocol
                .raises
                .iter()
                .map(|one| told(&raised_id(compiled, one.finding), one.say.say(voice), &one.sources))
                .collect(),
            contradictions: protocol.contradictions.iter().map(|one| told(&one.id, one.say.say(voice), &[])).collect(),
            signs: protocol.findings.iter().map(|one| of(one, sign)).collect(),
            watches: protocol.findings.iter().map(|one| of(one, watch)).collect(),
        }
    }
}

/// The id under which a raised finding stands among the notes.
fn raised_id(compiled: &Compiled, finding: FindingId) -> String {
    format!("raised_{}", compiled.protocol.finding(finding).id)
}

/// A short phrase for a finding at a level; a level that only "not sure" gives is said as such.
#[must_use]
pub fn sign(compiled: &Compiled, finding: &Finding, level: u8, voice: Voice) -> String {
    let phrase = finding.sign(level).map_or("", |text| text.say(voice));
    if finding.is_unsure_level(level) {
        fill(compiled.protocol.phrase("not_sure", voice), &[("sign", phrase)])
    } else {
        phrase.to_owned()
    }
}

/// A shorter phrase for "come back if": the sign where the protocol has none.
#[must_use]
pub fn watch(compiled: &Compiled, finding: &Finding, level: u8, voice: Voice) -> String {
    match finding.watches.get(usize::from(level)) {
        Some(Some(text)) => text.say(voice).to_owned(),
        _ => sign(compiled, finding, level, voice),
    }
}

/// A string as JSON, with its quotes.
fn quoted(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    write::text(&mut out, text);
    out
}

/// A string as JSON, without its quotes, to be joined with others.
fn bare(text: &str) -> Vec<u8> {
    let out = quoted(text);
    out[1..out.len() - 1].to_vec()
}

fn text_and_sources(out: &mut Vec<u8>, name: &str, text: &str, sources: &[String]) {
    out.push(b',');
    write::key(out, name);
    write::text(out, text);
    out.push(b',');
    write::key(out, "sources");
    write::list(out, sources, |out, source| write::text(out, source));
}

fn rule_text(id: &str, text: &str, sources: &[String], full: bool) -> Vec<u8> {
    let mut out = Vec::new();
    write::key(&mut out, "rule");
    write::text(&mut out, id);
    if full {
        text_and_sources(&mut out, "text", text, sources);
    }
    out
}

/// The parts of a step before and after what depends on the answers: the opening, and its sources.
fn step_texts(id: &str, why: &str, sources: &[String]) -> [Vec<u8>; 2] {
    let mut step = Vec::new();
    write::key(&mut step, "step");
    write::text(&mut step, id);
    let mut rest = Vec::new();
    text_and_sources(&mut rest, "why", why, sources);
    [step, rest]
}

struct Writer<'w, 'c> {
    results: &'w Results<'c>,
    texts: &'w Prepared,
    read: &'w Read<'c>,
    explained: &'w Explained,
    voice: Voice,
    out: &'w mut Vec<u8>,
}

impl Writer<'_, '_> {
    fn case(&mut self, case: &Case) {
        let explained = self.explained;
        let assessment = &explained.assessment;
        self.out.push(b'{');
        write::key(self.out, "id");
        match case.id.as_str() {
            Some(id) => write::text(self.out, id),
            None => self.out.extend_from_slice(case.id.to_string().as_bytes()),
        }
        self.out.push(b',');
        self.out.extend_from_slice(&self.results.protocol);
        self.out.push(b',');
        self.urgency(explained.headline());
        self.flag("complete", assessment.complete());
        self.flag("interim", assessment.interim());
        self.findings("unanswered", &assessment.unanswered.iter().collect::<Vec<_>>());
        self.field("could_reach");
        write::text(self.out, assessment.could_reach.id());
        self.field("parent");
        self.patient(&explained.parent);
        self.field("baby");
        match &explained.baby {
            Some(baby) => self.patient(baby),
            None => self.out.extend_from_slice(b"null"),
        }
        self.field("reasons");
        self.rules(&explained.reasons);
        self.conditions();
        self.plan();
        self.gates();
        self.come_back_if();
        self.notes();
        self.contradictions(case.ages_differ);
        self.findings("next", &explained.next);
        self.out.push(b'}');
    }

    fn field(&mut self, name: &str) {
        self.out.push(b',');
        write::key(self.out, name);
    }

    fn flag(&mut self, name: &str, yes: bool) {
        self.field(name);
        self.out.extend_from_slice(if yes { b"true" } else { b"false" });
    }

    fn urgency(&mut self, urgency: Option<Urgency>) {
        write::key(self.out, "urgency");
        write::text(self.out, urgency.map_or("incomplete", Urgency::id));
        self.field("level");
        match urgency {
            Some(urgency) => write::number(self.out, u16::from(urgency.number())),
            None => self.out.extend_from_slice(b"null"),
        }
    }

    fn days(&mut self, days: Option<u16>) {
        self.field("days");
        match days {
            Some(days) => write::number(self.out, days),
            None => self.out.extend_from_slice(b"null"),
        }
    }

    fn findings(&mut self, name: &str, ids: &[FindingId]) {
        self.field(name);
        let names = &self.results.names;
        write::list(self.out, ids, |out, id| out.extend_from_slice(&names[id.index()].0));
    }

    fn patient(&mut self, told: &Told) {
        self.out.push(b'{');
        self.urgency(told.urgency);
        self.days(told.days);
        self.field("reasons");
        self.rules(&told.reasons);
        self.field("also");
        self.out.push(b'[');
        for (at, rule) in told.also.iter().enumerate() {
            self.out.extend_from_slice(if at > 0 { b",{" } else { b"{" });
            let one = &self.results.compiled.protocol.rules[*rule];
            self.urgency(Some(one.urgency));
            self.days(one.days);
            self.out.push(b',');
            self.out.extend_from_slice(&self.texts.rules[*rule]);
            self.out.push(b'}');
        }
        self.out.extend_from_slice(b"]}");
    }

    fn rules(&mut self, rules: &[usize]) {
        write::list(self.out, rules, |out, rule| {
            out.push(b'{');
            out.extend_from_slice(&self.texts.rules[*rule]);
            out.push(b'}');
        });
    }

    fn conditions(&mut self) {
        self.field("conditions");
        let compiled = self.results.compiled;
        let shown = self.explained.conditions_shown(compiled);
        self.out.push(b'[');
        for (at, considered) in shown.iter().enumerate() {
            self.out.extend_from_slice(if at > 0 { b",{" } else { b"{" });
            self.out.extend_from_slice(&self.texts.conditions[considered.condition]);
            if self.results.detail == Detail::Full {
                let favours = &compiled.protocol.conditions[considered.condition].favours;
                let signs = explain::because_any(compiled, self.read, favours);
                self.field("why");
                self.phrases(&self.texts.signs, &signs);
            }
            self.out.push(b'}');
        }
        self.out.push(b']');
    }

    fn phrases(&mut self, table: &[Vec<Vec<u8>>], signs: &[(FindingId, u8)]) {
        self.out.push(b'"');
        for (at, (finding, level)) in signs.iter().enumerate() {
            if at > 0 {
                self.out.extend_from_slice(b"; ");
            }
            self.out.extend_from_slice(&table[finding.index()][usize::from(*level)]);
        }
        self.out.push(b'"');
    }

    fn plan(&mut self) {
        self.field("plan");
        self.out.push(b'[');
        for (at, planned) in self.explained.plan.iter().enumerate() {
            self.out.extend_from_slice(if at > 0 { b",{" } else { b"{" });
            let [step, rest] = &self.texts.steps[planned.step];
            self.out.extend_from_slice(step);
            self.field("place");
            write::text(self.out, planned.place.id());
            if self.results.detail == Detail::Full {
                self.out.extend_from_slice(rest);
                self.words(planned.step, planned.place);
            }
            self.out.push(b'}');
        }
        self.out.push(b']');
    }

    /// Words beside a step that its situations and cautions add.
    fn words(&mut self, step: usize, place: Place) {
        let words = self.read.words_of_step(self.results.compiled, step, place, self.voice);
        if !words.is_empty() {
            self.field("words");
            write::list(self.out, words, write::text);
        }
    }

    /// Where the gates of the massage sessions stand: open, ask, closed; and why.
    fn gates(&mut self) {
        self.field("gates");
        let protocol = &self.results.compiled.protocol;
        self.out.push(b'[');
        for (at, (gate, standing)) in protocol.gates.iter().zip(&self.explained.gates).enumerate() {
            self.out.extend_from_slice(if at > 0 { b",{" } else { b"{" });
            write::key(self.out, "gate");
            write::text(self.out, &gate.id);
            self.field("opens");
            write::list(self.out, &gate.opens, |out, code| write::text(out, code));
            self.field("stand");
            write::text(self.out, standing.stand().id());
            if self.results.detail == Detail::Full {
                self.field("because");
                write::list(self.out, standing.closed.reasons(protocol, gate, self.voice), write::text);
            }
            self.out.push(b'}');
        }
        self.out.push(b']');
    }

    fn come_back_if(&mut self) {
        self.field("come_back_if");
        self.out.push(b'[');
        for (at, line) in self.explained.come_back_if.iter().enumerate() {
            self.out.extend_from_slice(if at > 0 { b",{" } else { b"{" });
            self.come_back(line);
            self.out.push(b'}');
        }
        self.out.push(b']');
    }

    fn come_back(&mut self, line: &ComeBack) {
        write::key(self.out, "urgency");
        write::text(self.out, line.urgency.id());
        self.field("level");
        write::number(self.out, u16::from(line.urgency.number()));
        self.field("group");
        write::text(self.out, line.group.id());
        if self.results.detail == Detail::Full {
            self.field("text");
            self.phrases(&self.texts.watches, &line.signs);
        }
        self.field("signs");
        let names = &self.results.names;
        write::list(self.out, &line.signs, |out, (id, level)| {
            let (finding, levels) = &names[id.index()];
            out.extend_from_slice(b"{\"finding\":");
            out.extend_from_slice(finding);
            out.extend_from_slice(b",\"level\":");
            out.extend_from_slice(&levels[usize::from(*level)]);
            out.push(b'}');
        });
    }

    /// What was raised, notices, and the lines that fired rules add.
    fn notes(&mut self) {
        self.field("notes");
        let protocol = &self.results.compiled.protocol;
        let raised = protocol
            .raises
            .iter()
            .enumerate()
            .filter(|(_, raise)| self.explained.assessment.raised.contains(raise.finding));
        let raised = raised.map(|(at, _)| &self.texts.raises[at]);
        let notices = self.explained.notices.iter().map(|at| &self.texts.notices[*at]);
        let advices = self.explained.advices.iter().map(|at| &self.texts.advices[*at]);
        write::list(self.out, raised.chain(notices).chain(advices), |out, fields| object(out, fields));
    }

    fn contradictions(&mut self, ages_differ: bool) {
        self.field("contradictions");
        let mut ages = Vec::new();
        if ages_differ {
            write::key(&mut ages, "id");
            write::text(&mut ages, "ages_differ");
            if self.results.detail == Detail::Full {
                text_and_sources(
                    &mut ages,
                    "text",
                    self.results.compiled.protocol.phrase("ages_differ", self.voice),
                    &[],
                );
            }
        }
        let listed = self.explained.contradictions.iter().map(|at| &self.texts.contradictions[*at]);
        write::list(self.out, listed.chain(Some(&ages).filter(|ages| !ages.is_empty())), |out, fields| {
            object(out, fields)
        });
    }
}

fn object(out: &mut Vec<u8>, fields: &[u8]) {
    out.push(b'{');
    out.extend_from_slice(fields);
    out.push(b'}');
}
