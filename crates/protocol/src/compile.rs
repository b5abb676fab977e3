//! From rules to masks: one bit for each "this level or worse", each derived term, each count, each test of context.
//!
//! A worse answer only ever adds bits, and a rule only ever asks for bits: that is monotonicity, visible in the data.

use crate::gate;
use crate::model::Protocol;
use crate::model::finding::{FindingId, FindingSet, Group, MOST_LEVELS, Needed, Subject};
use crate::model::urgency::Urgency;
use crate::model::when::{All, Any, Test};

/// Words of 64 bits in packed answers.
pub const WORDS: usize = 4;

/// Packed answers, or what a rule asks of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bits(pub [u64; WORDS]);

impl Bits {
    /// Whether all bits of `need` are here.
    #[inline]
    #[must_use]
    pub fn has(&self, need: &Self) -> bool {
        let mut missing = 0;
        for word in 0..WORDS {
            missing |= need.0[word] & !self.0[word];
        }
        missing == 0
    }

    /// Whether any bit is in both.
    #[inline]
    #[must_use]
    pub fn touches(&self, other: &Self) -> bool {
        (0..WORDS).any(|word| self.0[word] & other.0[word] != 0)
    }

    /// Adds all bits of the other.
    #[inline]
    pub fn add(&mut self, other: &Self) {
        for word in 0..WORDS {
            self.0[word] |= other.0[word];
        }
    }

    /// The bits that are here and not in the other.
    #[must_use]
    pub fn beyond(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    /// The numbers of the bits.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        (0..WORDS).flat_map(|word| {
            let mut rest = self.0[word];
            std::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros() as usize;
                    rest &= rest - 1;
                    word * 64 + bit
                })
            })
        })
    }

    fn one(bit: usize) -> Self {
        let mut bits = Self::default();
        if let Some(word) = bits.0.get_mut(bit / 64) {
            *word |= 1 << (bit % 64);
        }
        bits
    }
}

/// Tests that must all hold: bits that must be there, and, outside rules, bits that must not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cube {
    /// Must be there.
    pub need: Bits,
    /// Must not be there. Empty in every rule.
    pub never: Bits,
}

impl Cube {
    /// Whether it holds.
    #[inline]
    #[must_use]
    pub fn holds(&self, bits: &Bits) -> bool {
        bits.has(&self.need) && !bits.touches(&self.never)
    }
}

/// A count as it runs: its signs, and the bit of each number that some test asks for.
#[derive(Debug, Clone)]
pub(crate) struct CompiledCount {
    pub(crate) of: Vec<Bits>,
    pub(crate) thresholds: Vec<(u32, Bits)>,
}

/// A rule as it runs.
#[derive(Debug, Clone, Copy)]
pub struct CompiledRule {
    /// What it asks for.
    pub need: Bits,
    /// What it sets.
    pub urgency: Urgency,
    /// Days for `within_days`.
    pub days: Option<u16>,
    /// Whose.
    pub subject: Subject,
    /// Its place in the protocol.
    pub rule: usize,
}

/// Rules in groups, one group a bit: a rule stands under the rarest bit that it asks for, so that a person with few signs meets few rules.
///
/// INVARIANT: a rule that fires has all its bits, hence the one it stands under, hence is met.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keyed {
    /// Bits under which rules stand.
    pub(crate) bits: Bits,
    /// Where the group of each bit begins; one more at the end.
    pub(crate) starts: Vec<u16>,
    /// What they ask for, what they set, whether it is the baby's.
    pub(crate) rules: Vec<(Bits, Urgency, bool)>,
}

impl Keyed {
    pub(crate) fn of(rules: &[CompiledRule], rules_of_bit: &[Vec<u16>]) -> Self {
        let rarest = |rule: &CompiledRule| rule.need.iter().min_by_key(|bit| rules_of_bit[*bit].len()).unwrap_or(0);
        let mut keyed = Self { starts: vec![0], ..Self::default() };
        for bit in 0..WORDS * 64 {
            for rule in rules.iter().filter(|rule| rarest(rule) == bit) {
                keyed.bits.add(&Bits::one(bit));
                keyed.rules.push((rule.need, rule.urgency, rule.subject == Subject::Baby));
            }
            keyed.starts.push(u16::try_from(keyed.rules.len()).unwrap_or(u16::MAX));
        }
        keyed
    }
}

/// A finding as it runs.
#[derive(Debug, Clone, Copy)]
pub struct CompiledFinding {
    /// Bits of each level: a worse level has those of the milder ones too.
    pub levels: [Bits; MOST_LEVELS],
    /// The level "not sure" stands for.
    pub unsure: u8,
    /// The worst level.
    pub worst: u8,
    /// Whose.
    pub subject: Subject,
    /// Where it stands in "come back if".
    pub group: Option<Group>,
    /// The level that only "not sure" gives.
    pub unsure_level: Option<u8>,
    /// Whether something is derived from it: a raise, a term or a count.
    pub feeds: bool,
}

/// A protocol ready to run.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// What it was compiled from.
    pub protocol: Protocol,
    /// SHA-256 of the canonical text, first 16 hexadecimal digits.
    pub fingerprint: String,
    pub(crate) findings: Vec<CompiledFinding>,
    pub(crate) context: Vec<(Test, Bits)>,
    pub(crate) raises: Vec<(Vec<Bits>, Bits, FindingId)>,
    pub(crate) terms: Vec<(Vec<Bits>, Bits)>,
    pub(crate) counts: Vec<CompiledCount>,
    /// Gravest first, so that the first that fires decides.
    pub(crate) rules: Vec<CompiledRule>,
    /// For each bit, the rules (places in `rules`) that ask for it, gravest first as these are.
    pub(crate) rules_of_bit: Vec<Vec<u16>>,
    /// Each rule once, under the rarest bit that it asks for.
    pub(crate) keyed: Keyed,
    pub(crate) always: crate::model::finding::FindingSet,
    pub(crate) when: Vec<(FindingId, Vec<Cube>)>,
    pub(crate) of_baby: crate::model::finding::FindingSet,
    pub(crate) conditions: Vec<(Vec<Cube>, Vec<Cube>)>,
    pub(crate) situations: Vec<Vec<Cube>>,
    pub(crate) notices: Vec<Vec<Cube>>,
    pub(crate) contradictions: Vec<Vec<Cube>>,
    pub(crate) holds: Vec<Vec<Cube>>,
    pub(crate) cautions: Vec<Vec<Cube>>,
    pub(crate) gates: Vec<Vec<Cube>>,
    /// Findings that an exclusion of each gate rests on, also through terms, counts and what raises them.
    pub(crate) gate_findings: Vec<FindingSet>,
    pub(crate) screens: Vec<Vec<Cube>>,
    pub(crate) alone: Vec<Vec<Cube>>,
    pub(crate) sore: Option<Bits>,
    pub(crate) not_lactating: Option<(usize, u16)>,
}

/// A protocol that has more levels and tests than packed answers have bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLarge {
    /// How many bits it would need.
    pub bits: usize,
}

impl std::fmt::Display for TooLarge {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "the protocol needs {} bits of answers, {} are held", self.bits, WORDS * 64)
    }
}

impl std::error::Error for TooLarge {}

/// Compiles a checked protocol. `text` is its source; the fingerprint is that of its canonical form.
///
/// # Errors
/// When there are more levels and tests than packed answers have bits.
pub fn compile(protocol: Protocol, text: &str) -> Result<Compiled, TooLarge> {
    let layout = Layout::of(&protocol);
    if layout.next > WORDS * 64 {
        return Err(TooLarge { bits: layout.next });
    }
    let mut compiled = Compiled {
        fingerprint: crate::fingerprint(text),
        findings: protocol.each_finding().map(|(id, _)| layout.finding(&protocol, id)).collect(),
        context: layout.context.iter().map(|(test, bit)| (*test, Bits::one(*bit))).collect(),
        raises: protocol
            .raises
            .iter()
            .map(|raise| (layout.upward(&raise.when), layout.level(raise.finding, raise.level), raise.finding))
            .collect(),
        terms: protocol
            .terms
            .iter()
            .enumerate()
            .map(|(at, term)| (layout.upward(&term.when), Bits::one(layout.terms[at])))
            .collect(),
        counts: layout.compiled_counts(&protocol),
        rules: rules(&protocol, &layout),
        rules_of_bit: Vec::new(),
        keyed: Keyed::default(),
        always: protocol
            .each_finding()
            .filter(|(_, finding)| matches!(finding.needed, Needed::Always))
            .map(|(id, _)| id)
            .collect(),
        when: needed_when(&protocol, &layout),
        of_baby: protocol
            .each_finding()
            .filter(|(_, finding)| finding.subject == Subject::Baby)
            .map(|(id, _)| id)
            .collect(),
        conditions: protocol.conditions.iter().map(|c| (layout.any(&c.favours), layout.any(&c.against))).collect(),
        situations: protocol.situations.iter().map(|one| layout.any(&one.when)).collect(),
        notices: protocol.notices.iter().map(|one| layout.any(&one.when)).collect(),
        contradictions: protocol.contradictions.iter().map(|one| layout.any(&one.when)).collect(),
        holds: protocol.holds.iter().map(|one| layout.any(&one.when)).collect(),
        cautions: protocol
            .steps
            .iter()
            .map(|step| step.cautions.iter().map(|(all, _)| layout.all(all)).collect())
            .collect(),
        alone: protocol.findings.iter().map(|one| layout.any(&one.alone)).collect(),
        gates: protocol.gates.iter().map(|gate| gate.closed.iter().map(|(all, _)| layout.all(all)).collect()).collect(),
        gate_findings: protocol.gates.iter().map(|gate| gate::rests_on(&protocol, gate)).collect(),
        screens: protocol.screens.iter().map(|one| layout.any(&one.when)).collect(),
        sore: protocol.terms.iter().position(|term| term.id == "sore").map(|at| Bits::one(layout.terms[at])),
        not_lactating: protocol
            .context_named("lactation")
            .and_then(|item| protocol.context[item].value("not_lactating").map(|value| (item, value))),
        protocol,
    };
    compiled.rules_of_bit = rules_of_bit(&compiled.rules);
    compiled.keyed = Keyed::of(&compiled.rules, &compiled.rules_of_bit);
    mark_feeding(&mut compiled);
    Ok(compiled)
}

fn rules(protocol: &Protocol, layout: &Layout) -> Vec<CompiledRule> {
    let mut rules: Vec<_> = protocol
        .rules
        .iter()
        .enumerate()
        .map(|(at, rule)| CompiledRule {
            need: layout.all(&rule.when).need,
            urgency: rule.urgency,
            days: rule.days,
            subject: rule.subject,
            rule: at,
        })
        .collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.urgency));
    rules
}

pub(crate) fn rules_of_bit(rules: &[CompiledRule]) -> Vec<Vec<u16>> {
    let mut of_bit = vec![Vec::new(); WORDS * 64];
    for (at, rule) in rules.iter().enumerate() {
        for bit in rule.need.iter() {
            of_bit[bit].extend(u16::try_from(at).ok());
        }
    }
    of_bit
}

/// Marks the findings from which something is derived; the others change nothing but themselves.
fn mark_feeding(compiled: &mut Compiled) {
    let raises = compiled.raises.iter().flat_map(|(when, _, _)| when);
    let terms = compiled.terms.iter().flat_map(|(when, _)| when);
    let counts = compiled.counts.iter().flat_map(|count| &count.of);
    let mut tested = Bits::default();
    raises.chain(terms).chain(counts).for_each(|need| tested.add(need));
    for finding in &mut compiled.findings {
        finding.feeds = finding.levels[usize::from(finding.worst)].touches(&tested);
    }
}

fn needed_when(protocol: &Protocol, layout: &Layout) -> Vec<(FindingId, Vec<Cube>)> {
    let when = protocol.each_finding().filter_map(|(id, finding)| match &finding.needed {
        Needed::When(any) => Some((id, layout.any(any))),
        _ => None,
    });
    when.collect()
}

/// Which bit means what.
struct Layout {
    /// First bit of each finding: that of its second level.
    findings: Vec<usize>,
    terms: Vec<usize>,
    counts: Vec<(usize, u8, usize)>,
    context: Vec<(Test, usize)>,
    next: usize,
}

impl Layout {
    fn of(protocol: &Protocol) -> Self {
        let mut layout =
            Self { findings: Vec::new(), terms: Vec::new(), counts: Vec::new(), context: Vec::new(), next: 0 };
        for finding in &protocol.findings {
            layout.findings.push(layout.next);
            layout.next += finding.levels.len() - 1;
        }
        for _ in &protocol.terms {
            layout.terms.push(layout.next);
            layout.next += 1;
        }
        for test in every_test(protocol) {
            layout.meet(test);
        }
        layout
    }

    /// Gives a count or a test of context its bit when it is first met.
    fn meet(&mut self, test: Test) {
        match test {
            Test::Count(count, least) if !self.counts.iter().any(|(c, n, _)| (*c, *n) == (count, least)) => {
                self.counts.push((count, least, self.next));
                self.next += 1;
            }
            Test::ContextUnder(..) | Test::ContextAtMost(..) | Test::ContextIs(..) | Test::ContextAtLeast(..)
                if !self.context.iter().any(|(known, _)| *known == test) =>
            {
                self.context.push((test, self.next));
                self.next += 1;
            }
            _ => {}
        }
    }

    fn level(&self, finding: FindingId, level: u8) -> Bits {
        let first = self.findings[finding.index()];
        let mut bits = Bits::default();
        for step in 0..usize::from(level) {
            bits.add(&Bits::one(first + step));
        }
        bits
    }

    fn finding(&self, protocol: &Protocol, id: FindingId) -> CompiledFinding {
        let finding = protocol.finding(id);
        let mut levels = [Bits::default(); MOST_LEVELS];
        for (level, bits) in (0..=finding.worst()).zip(&mut levels) {
            *bits = self.level(id, level);
        }
        CompiledFinding {
            levels,
            unsure: finding.unsure,
            worst: finding.worst(),
            subject: finding.subject,
            group: finding.group,
            unsure_level: (0..=finding.worst()).find(|level| finding.is_unsure_level(*level)),
            feeds: true,
        }
    }

    fn compiled_counts(&self, protocol: &Protocol) -> Vec<CompiledCount> {
        let thresholds = |at: usize| {
            self.counts
                .iter()
                .filter(move |(count, _, _)| *count == at)
                .map(|(_, least, bit)| (u32::from(*least), Bits::one(*bit)))
        };
        protocol
            .counts
            .iter()
            .enumerate()
            .map(|(at, count)| CompiledCount {
                of: count.of.iter().map(|test| self.all(&vec![*test]).need).collect(),
                thresholds: thresholds(at).collect(),
            })
            .collect()
    }

    /// Alternatives that the parser holds to "this level or worse": bits that must be there, nothing that must not.
    fn upward(&self, any: &Any) -> Vec<Bits> {
        any.iter().map(|all| self.all(all).need).collect()
    }

    fn any(&self, any: &Any) -> Vec<Cube> {
        any.iter().map(|all| self.all(all)).collect()
    }

    fn all(&self, all: &All) -> Cube {
        let mut cube = Cube::default();
        for test in all {
            match test {
                Test::AtLeast(finding, level) => {
                    cube.need.add(&Bits::one(self.findings[finding.index()] + usize::from(*level) - 1))
                }
                Test::Milder(finding, level) => {
                    cube.never.add(&Bits::one(self.findings[finding.index()] + usize::from(*level) - 1))
                }
                Test::Term(term) => cube.need.add(&Bits::one(self.terms[*term])),
                Test::NoTerm(term) => cube.never.add(&Bits::one(self.terms[*term])),
                Test::Count(count, least) => {
                    let bit = self.counts.iter().find(|(c, n, _)| (c, n) == (count, least));
                    cube.need.add(&bit.map(|(_, _, bit)| Bits::one(*bit)).unwrap_or_default());
                }
                context => {
                    let bit = self.context.iter().find(|(known, _)| known == context);
                    cube.need.add(&bit.map(|(_, bit)| Bits::one(*bit)).unwrap_or_default());
                }
            }
        }
        cube
    }
}

/// Every test that stands anywhere in the protocol.
fn every_test(protocol: &Protocol) -> Vec<Test> {
    let mut tests: Vec<Test> = Vec::new();
    let mut all = |list: &All| tests.extend(list.iter().copied());
    protocol.rules.iter().for_each(|one| all(&one.when));
    let mut any = |list: &Any| list.iter().for_each(&mut all);
    protocol.terms.iter().for_each(|one| any(&one.when));
    protocol.raises.iter().for_each(|one| any(&one.when));
    protocol.notices.iter().for_each(|one| any(&one.when));
    protocol.contradictions.iter().for_each(|one| any(&one.when));
    protocol.situations.iter().for_each(|one| any(&one.when));
    protocol.holds.iter().for_each(|one| any(&one.when));
    protocol.screens.iter().for_each(|one| any(&one.when));
    for condition in &protocol.conditions {
        any(&condition.favours);
        any(&condition.against);
    }
    for finding in &protocol.findings {
        any(&finding.alone);
        if let Needed::When(list) = &finding.needed {
            any(list);
        }
    }
    tests.extend(protocol.gates.iter().flat_map(|gate| gate.closed.iter().flat_map(|(all, _)| all.iter().copied())));
    tests.extend(protocol.counts.iter().flat_map(|count| count.of.iter().copied()));
    tests.extend(protocol.steps.iter().flat_map(|step| step.cautions.iter().flat_map(|(all, _)| all.iter().copied())));
    tests
}
