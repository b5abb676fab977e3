//! The rules as masks over packed answers. No allocation, no order of rules, no exceptions.

use crate::answers::{Answers, Given};
use crate::assessment::{Assessment, Considered, Place, Planned, Reached, RuleSet, Worsening};
use crate::compile::{Bits, Compiled, CompiledCount, CompiledFinding, Cube, WORDS};
use crate::gate;
use crate::model::finding::{FindingId, FindingSet, Subject};
use crate::model::plan::{Mark, Step};
use crate::model::urgency::Urgency;

/// Answers packed into bits: levels and context, before anything is derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Packed {
    bits: Bits,
    has_baby: bool,
}

/// Answers with everything derived, ready for questions.
#[derive(Debug, Clone, Copy)]
pub struct Read<'c> {
    compiled: &'c Compiled,
    answers: Answers,
    packed: Packed,
    /// Packed and derived.
    bits: Bits,
    raised: FindingSet,
}

impl Compiled {
    /// Packs answers, with what the context answers. A baby's findings are left out when there is no baby.
    #[must_use]
    pub fn pack(&self, answers: &Answers) -> Packed {
        self.pack_settled(&answers.settled(&self.protocol))
    }

    fn pack_settled(&self, answers: &Answers) -> Packed {
        let has_baby = answers.has_baby(&self.protocol);
        let mut bits = Bits::default();
        for (at, finding) in self.findings.iter().enumerate() {
            let level = match answers.given(FindingId::at(at)) {
                None => continue,
                Some(_) if finding.subject == Subject::Baby && !has_baby => continue,
                Some(Given::Level(level)) => level.min(finding.worst),
                Some(Given::Unsure) => finding.unsure,
            };
            bits.add(&finding.levels[usize::from(level)]);
        }
        for (test, bit) in &self.context {
            if answers.context_holds(&self.protocol, *test) {
                bits.add(bit);
            }
        }
        Packed { bits, has_baby }
    }

    /// The urgency of both patients from packed answers: what every budget of speed is about.
    #[must_use]
    pub fn urgency(&self, packed: &Packed) -> (Urgency, Option<Urgency>) {
        let mut bits = packed.bits;
        self.derive(&mut bits);
        let (parent, baby) = self.highest(&bits);
        (parent, packed.has_baby.then_some(baby))
    }

    /// Reads answers once, for any number of questions.
    #[must_use]
    pub fn read(&self, answers: &Answers) -> Read<'_> {
        let answers = answers.settled(&self.protocol);
        let packed = self.pack_settled(&answers);
        let mut bits = packed.bits;
        let raised = self.derive(&mut bits);
        Read { compiled: self, answers, packed, bits, raised }
    }

    /// Raised findings first, then terms, then counts; returns what was raised.
    fn derive(&self, bits: &mut Bits) -> FindingSet {
        let mut raised = FindingSet::default();
        let before = *bits;
        for (when, level, finding) in &self.raises {
            if !before.has(level) && has_any(&before, when) {
                bits.add(level);
                raised.insert(*finding);
            }
        }
        for (when, bit) in &self.terms {
            if has_any(bits, when) {
                bits.add(bit);
            }
        }
        for CompiledCount { of, thresholds } in &self.counts {
            let count: u32 = of.iter().map(|sign| u32::from(bits.has(sign))).sum();
            for (least, bit) in thresholds {
                if count >= *least {
                    bits.add(bit);
                }
            }
        }
        raised
    }

    /// The highest urgency of each patient: for every bit that is there, the rules that stand under it.
    fn highest(&self, bits: &Bits) -> (Urgency, Urgency) {
        let mut reached = [Urgency::None; 2];
        for word in 0..WORDS {
            let mut rest = bits.0[word] & self.keyed.bits.0[word];
            while rest != 0 {
                let bit = word * 64 + rest.trailing_zeros() as usize;
                rest &= rest - 1;
                let group = usize::from(self.keyed.starts[bit])..usize::from(self.keyed.starts[bit + 1]);
                for (need, urgency, of_baby) in &self.keyed.rules[group] {
                    let patient = &mut reached[usize::from(*of_baby)];
                    if *urgency > *patient && bits.has(need) {
                        *patient = *urgency;
                    }
                }
            }
        }
        (reached[0], reached[1])
    }

    fn needed(&self, bits: &Bits, baby_is_asked: bool) -> FindingSet {
        let mut needed = self.always;
        for (finding, when) in &self.when {
            if any(when, bits) {
                needed.insert(*finding);
            }
        }
        if baby_is_asked { needed } else { needed.without(self.of_baby) }
    }
}

fn has_any(bits: &Bits, when: &[Bits]) -> bool {
    when.iter().any(|need| bits.has(need))
}

fn any(cubes: &[Cube], bits: &Bits) -> bool {
    cubes.iter().any(|cube| cube.holds(bits))
}

fn count(cubes: &[Cube], bits: &Bits) -> i32 {
    cubes.iter().map(|cube| i32::from(cube.holds(bits))).sum()
}

impl Read<'_> {
    /// The outcome for both patients.
    #[must_use]
    pub fn assess(&self) -> Assessment {
        let mut fired = RuleSet::default();
        let mut reached = [Reached::default(); 2];
        for rule in self.compiled.rules.iter().filter(|rule| self.bits.has(&rule.need)) {
            fired.insert(rule.rule);
            let patient = &mut reached[usize::from(rule.subject == Subject::Baby)];
            patient.urgency = patient.urgency.max(rule.urgency);
            if rule.urgency == patient.urgency {
                patient.days = [patient.days, rule.days].into_iter().flatten().min();
            }
        }
        let [parent, baby] = reached;
        Assessment {
            parent,
            baby: self.packed.has_baby.then_some(baby),
            fired,
            unanswered: self.unanswered(),
            could_reach: self.could_reach(),
            raised: self.raised,
        }
    }

    /// Mandatory findings without an answer.
    #[must_use]
    pub fn unanswered(&self) -> FindingSet {
        self.answers.unanswered(self.needed_now())
    }

    /// Mandatory findings, answered or not.
    #[must_use]
    pub fn needed_now(&self) -> FindingSet {
        self.compiled.needed(&self.bits, self.answers.baby_is_asked(&self.compiled.protocol))
    }

    /// Packed answers with every mandatory finding that is unanswered at its worst, and what that makes mandatory too.
    fn worst(&self) -> Bits {
        let asked = self.answers.baby_is_asked(&self.compiled.protocol);
        let mut packed = self.packed.bits;
        let mut answers = self.answers;
        let mut bits = self.bits;
        loop {
            let open = answers.unanswered(self.compiled.needed(&bits, asked));
            if open.is_empty() {
                return bits;
            }
            for id in open.iter() {
                let finding = &self.compiled.findings[id.index()];
                packed.add(&finding.levels[usize::from(finding.worst)]);
                answers.answer(id, Given::Level(finding.worst));
            }
            bits = packed;
            self.compiled.derive(&mut bits);
        }
    }

    /// The highest urgency of both patients with everything mandatory that is unanswered at its worst.
    #[must_use]
    pub fn could_reach(&self) -> Urgency {
        let (parent, baby) = self.compiled.highest(&self.worst());
        if self.packed.has_baby { parent.max(baby) } else { parent }
    }

    /// The same answers read at the worst that can still come: every mandatory finding without an answer at its worst level.
    #[must_use]
    pub fn worst_case(&self) -> Self {
        Self { bits: self.worst(), ..*self }
    }

    /// Things this can be, in the order in which they are shown.
    #[must_use]
    pub fn conditions(&self, headline: Option<Urgency>) -> Vec<Considered> {
        let mut listed: Vec<_> = Vec::new();
        for (at, (favours, against)) in self.compiled.conditions.iter().enumerate() {
            let subject = self.compiled.protocol.conditions[at].subject;
            let favours = count(favours, &self.bits);
            if favours > 0 && (self.packed.has_baby || subject == Subject::Parent) {
                listed.push(Considered { condition: at, balance: favours - count(against, &self.bits) });
            }
        }
        listed.sort_by_key(|considered| std::cmp::Reverse(considered.balance));
        let lactating = self.compiled.not_lactating.is_none_or(|(item, not)| self.answers.known(item) != Some(not));
        if listed.is_empty() && headline == Some(Urgency::None) && lactating {
            listed.extend(self.compiled.protocol.usual_condition.map(|condition| Considered { condition, balance: 0 }));
        }
        listed
    }

    /// Situations she is in.
    #[must_use]
    pub fn situations(&self) -> Vec<usize> {
        let all = self.compiled.situations.iter().enumerate();
        let mut found: Vec<usize> = all.filter(|(_, when)| any(when, &self.bits)).map(|(at, _)| at).collect();
        if found.is_empty() && self.compiled.sore.is_some_and(|sore| self.bits.has(&sore)) {
            found.extend(self.compiled.protocol.usual_situation);
        }
        found
    }

    /// The relief plan: steps and their places, in the order of the protocol.
    #[must_use]
    pub fn plan(&self) -> Vec<Planned> {
        let gates = 0..self.compiled.protocol.gates.len();
        let shut: Vec<bool> = gates.map(|gate| self.closed(self.compiled, gate).is_closed()).collect();
        self.plan_behind(&shut)
    }

    /// The same where it is known which gates are closed.
    pub(crate) fn plan_behind(&self, shut: &[bool]) -> Vec<Planned> {
        let situations = self.situations();
        let protocol = &self.compiled.protocol;
        let steps = protocol.steps.iter().enumerate();
        let place = |step: &Step| -> Option<Place> {
            let mark = situations.iter().map(|situation| step.marks[*situation].0).max()?;
            let shut = || gate::before(protocol, step).is_some_and(|(gate, _)| shut[gate]);
            match mark {
                Mark::Offered | Mark::Slow | Mark::Optional if shut() => Some(Place::NotNow),
                Mark::Offered | Mark::Slow => Some(Place::Offered),
                Mark::Optional => Some(Place::Optional),
                Mark::Locked | Mark::Absent => None,
                Mark::Warned => {
                    let elsewhere =
                        step.marks.iter().any(|(mark, _)| matches!(mark, Mark::Offered | Mark::Optional | Mark::Slow));
                    Some(if elsewhere { Place::NotNow } else { Place::Never })
                }
            }
        };
        steps.filter_map(|(at, step)| place(step).map(|place| Planned { step: at, place })).collect()
    }

    /// The parent's urgency, reached so far.
    #[must_use]
    pub fn parent_urgency(&self) -> Urgency {
        self.compiled.highest(&self.bits).0
    }

    /// The exclusions of a gate that hold.
    pub(crate) fn exclusions(&self, gate: usize) -> Vec<usize> {
        let all = self.compiled.gates[gate].iter().enumerate();
        all.filter(|(_, cube)| cube.holds(&self.bits)).map(|(at, _)| at).collect()
    }

    /// Which cautions of a step hold.
    pub fn cautions(&self, step: usize) -> impl Iterator<Item = usize> + '_ {
        self.compiled.cautions[step].iter().enumerate().filter(|(_, cube)| cube.holds(&self.bits)).map(|(at, _)| at)
    }

    /// Single worsenings that would reach same-day or more, and more than what that patient has reached.
    ///
    /// A worsening can only make rules fire that ask for one of its new bits, so only those are looked at.
    #[must_use]
    pub fn come_back_if(&self) -> Vec<Worsening> {
        let (parent, baby) = self.compiled.highest(&self.bits);
        let now = [parent, baby];
        let mut found = Vec::new();
        for (at, finding) in self.compiled.findings.iter().enumerate() {
            let Some(group) = finding.group.filter(|_| self.packed.has_baby || finding.subject == Subject::Parent)
            else {
                continue;
            };
            let id = FindingId::at(at);
            let level = self.answers.level(&self.compiled.protocol, id).unwrap_or(0);
            let mut before = Urgency::Within24h;
            for level in (level + 1..=finding.worst).filter(|level| finding.unsure_level != Some(*level)) {
                let urgency = self.risen(&self.worsened(finding, level), now, before);
                if urgency > before {
                    before = urgency;
                    found.push(Worsening { finding: id, level, urgency, group });
                }
            }
        }
        found
    }

    /// The answers with one finding at a worse level. What is not fed by it stays as derived.
    fn worsened(&self, finding: &CompiledFinding, level: u8) -> Bits {
        let worse = &finding.levels[usize::from(level)];
        if !finding.feeds {
            let mut bits = self.bits;
            bits.add(worse);
            return bits;
        }
        let mut bits = self.packed.bits;
        bits.add(worse);
        self.compiled.derive(&mut bits);
        bits
    }

    /// The highest urgency, above what its patient has reached and above `least`, of the rules that the new bits can have made fire.
    fn risen(&self, bits: &Bits, now: [Urgency; 2], least: Urgency) -> Urgency {
        let mut risen = least;
        for bit in bits.beyond(&self.bits).iter() {
            for at in &self.compiled.rules_of_bit[bit] {
                let rule = &self.compiled.rules[usize::from(*at)];
                // Gravest first: no later rule of this bit rises above it either.
                if rule.urgency <= risen {
                    break;
                }
                let patient = usize::from(rule.subject == Subject::Baby);
                if rule.urgency > now[patient] && bits.has(&rule.need) {
                    risen = rule.urgency;
                }
            }
        }
        risen
    }

    /// Notices that hold.
    pub fn notices(&self) -> impl Iterator<Item = usize> + '_ {
        held(&self.compiled.notices, &self.bits)
    }

    /// Contradictions that hold.
    pub fn contradictions(&self) -> impl Iterator<Item = usize> + '_ {
        held(&self.compiled.contradictions, &self.bits)
    }

    /// Holds on the milk; the one without tests when no other holds.
    #[must_use]
    pub fn holds(&self) -> Vec<usize> {
        let special: Vec<usize> = held(&self.compiled.holds, &self.bits).collect();
        if special.is_empty() {
            (0..self.compiled.holds.len()).filter(|at| self.compiled.holds[*at].is_empty()).collect()
        } else {
            special
        }
    }

    /// Whether a screen of the interview is to be shown by its own condition.
    #[must_use]
    pub fn screen_is_on(&self, screen: usize) -> bool {
        self.compiled.screens[screen].is_empty() || any(&self.compiled.screens[screen], &self.bits)
    }

    /// Whether a finding is asked on its own now.
    #[must_use]
    pub fn is_alone(&self, finding: FindingId) -> bool {
        any(&self.compiled.alone[finding.index()], &self.bits)
    }

    /// The same answers as they are, with what the context answers.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Whether tests of rules (upward-closed) hold; for showing why.
    #[must_use]
    pub fn level(&self, finding: FindingId) -> u8 {
        let compiled = &self.compiled.findings[finding.index()];
        (0..=compiled.worst).rev().find(|level| self.bits.has(&compiled.levels[usize::from(*level)])).unwrap_or(0)
    }
}

fn held<'a>(list: &'a [Vec<Cube>], bits: &'a Bits) -> impl Iterator<Item = usize> + 'a {
    list.iter().enumerate().filter(|(_, when)| any(when, bits)).map(|(at, _)| at)
}
