//! The proof as a page: what was proved, about how many inputs, and what was found. No time stands in it, so that it changes only with the rules.

mod order;

use crate::claim::Claim;
use crate::illustrated::{Asked, Growth};
use crate::interview::Shortest;
use crate::numbers::{Numbers, grouped};
use crate::path::Path;
use crate::proof::{Proved, Prover};
use crate::questions::{LeftOut, Most};
use order::tenths;
use protocol::model::Protocol;
use protocol::model::urgency::Urgency;
use std::fmt::Write;

/// Everything that was found out.
#[derive(Debug, Clone)]
pub struct Found {
    /// Each statement.
    pub statements: Vec<Proved>,
    /// Outcomes in which the diagram differs from the clauses.
    pub unlike: Vec<String>,
    /// Rules that never fire.
    pub dead: Vec<String>,
    /// Rules that never decide.
    pub silent: Vec<String>,
    /// Numbers of inputs.
    pub numbers: Numbers,
    /// The most questions, unless the engines disagree.
    pub most: Option<Most>,
    /// The most findings that can matter to one person when they are asked in the order of the interview.
    pub longest: usize,
    /// The most screens on which somebody is asked something that can matter.
    pub most_screens: usize,
    /// What questions that are left out could have found.
    pub left_out: Vec<LeftOut>,
    /// The fingerprint of behaviour.
    pub behaviour: String,
    /// How many outcomes were compared.
    pub outcomes: usize,
    /// How many nodes the outcomes have.
    pub nodes: usize,
}

impl Found {
    /// Puts every question to the engines.
    pub fn by(prover: &mut Prover) -> Self {
        let outcomes = prover.drawn.outcomes();
        let roots: Vec<_> = outcomes.iter().map(|(_, root, _)| *root).collect();
        let nodes = prover.drawn.diagram.size(&roots);
        let dead = prover.rules_of(Claim::Dead);
        let silent = prover.rules_of(Claim::NeverDecides).into_iter().filter(|rule| !dead.contains(rule)).collect();
        let path = Path::new(prover.world.protocol);
        Self {
            statements: prover.statements(),
            unlike: prover.unlike(),
            dead,
            silent,
            numbers: prover.drawn.numbers(),
            most: prover.most_questions(),
            longest: path.longest(),
            most_screens: path.most_screens(),
            left_out: prover.left_out(),
            behaviour: prover.drawn.fingerprint(),
            outcomes: outcomes.len(),
            nodes,
        }
    }

    /// What must not be: each with its witness. Empty when everything holds.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let broken = self.statements.iter().filter(|one| !one.broken.is_empty());
        let mut faults: Vec<String> = broken.map(Proved::told).collect();
        faults.extend(self.unlike.iter().map(|name| format!("the diagram and the clauses differ in `{name}`")));
        faults.extend(self.dead.iter().map(|rule| format!("the rule `{rule}` never fires")));
        if self.most.is_none() {
            faults.push("the engines disagree about the most questions".to_owned());
        }
        faults
    }
}

/// What only illustrates.
#[derive(Debug, Clone)]
pub struct Illustrated {
    /// How many people there are in the population.
    pub people: usize,
    /// How many questions they are asked.
    pub asked: Asked,
    /// The order of the screens over them.
    pub shortest: Shortest,
    /// What becomes of them when they are not sure.
    pub growth: Vec<Growth>,
}

/// The page.
#[must_use]
pub fn page(protocol: &Protocol, found: &Found, by: &Illustrated) -> String {
    let mut out = String::new();
    head(&mut out, protocol, found);
    statements(&mut out, found);
    rules(&mut out, found);
    numbers(&mut out, &found.numbers);
    order::order(&mut out, protocol, found, &by.shortest, by.people);
    questions(&mut out, protocol, found, &by.asked);
    unsure(&mut out, &by.growth);
    out
}

fn head(out: &mut String, protocol: &Protocol, found: &Found) {
    let _ = write!(
        out,
        "<!-- Written by `cargo xtask prove --write`; a change by hand is found. -->
# Proof

What holds of `{} {}` for everybody. An input is an answer to every finding (a level, \"not sure\" or none) in every context that a test can tell apart,
with a baby or without: {} inputs. Nothing here is sampled unless it says so, and nothing here says that the medicine is right: only that the rules do what the statements say.

Two engines read the rules, each in its own way and in another form: a decision diagram and a solver for clauses. They share the text as it was parsed, the bands
of the context and the wording of the statements, and nothing else; tests hold the diagram against the program that runs. A statement *holds* when both find nobody
against it. The solver has also compared the diagram with the rules, outcome by outcome ({} outcomes, {} nodes): {}.

Fingerprint of behaviour: `{}`. Rules may be split, joined and put in another order without changing it; another outcome for one single input changes it, and so does a
new threshold on a number of the context. It covers urgency and days of both
patients, completeness and gates, not texts or the plan. It is kept in `protocols/mastitis/recorded`.
",
        protocol.name,
        protocol.version,
        grouped(&found.numbers.total),
        found.outcomes,
        found.nodes,
        if found.unlike.is_empty() { "they are the same".to_owned() } else { format!("they differ in {}", found.unlike.join(", ")) },
        found.behaviour,
    );
}

fn statements(out: &mut String, found: &Found) {
    out.push_str("\n## Statements\n\n| | statement | claims | |\n| --- | --- | --- | --- |\n");
    for one in &found.statements {
        let verdict = if one.broken.is_empty() { "holds" } else { "BROKEN" };
        let _ = writeln!(out, "| {} | {} | {} | {verdict} |", one.name, one.says, one.claims);
    }
    out.push_str(
        "
Q1 is seen in the text. Q2 to Q5 are about the questions; what follows from them stands below. I4 and I5 stand in the protocol as statements of their own. In I7 the part about urgent rules is seen in the text (no such rule names `trend`, also not through a term, a count or a raise);
the part about emergencies is proved. In I10 \"not sure\" counts as the worst level; an unknown age is no answer of the check, so the session asks. In I13 the red flags are those of class R.
",
    );
}

fn rules(out: &mut String, found: &Found) {
    let list = |rules: &[String]| if rules.is_empty() { "none".to_owned() } else { rules.join(", ") };
    let _ = write!(
        out,
        "
## Rules that cannot matter

Rules that never fire: {}. Rules that never decide, because whenever they fire other rules give the same patient at least as much: {}. The latter still add their reason.
",
        list(&found.dead),
        list(&found.silent)
    );
}

fn numbers(out: &mut String, numbers: &Numbers) {
    let _ = write!(
        out,
        "
## How many inputs reach what

{} findings and {} items of context are counted, the latter in the bands that the tests can tell apart. The inputs of the relief plan, and what only a gate asks for, are left out: they change no urgency.
No weight is given to any input, so these numbers say nothing of how often anything happens: forty warning signs at even odds make nearly everybody an emergency. They are here because they are exact, and
because a change of the rules changes them.

| reached | parent | baby | headline |
| --- | --- | --- | --- |
",
        numbers.findings, numbers.context
    );
    for row in &numbers.rows {
        let [parent, baby, headline] = [&row.parent, &row.baby, &row.headline].map(grouped);
        let _ = writeln!(out, "| {} | {parent} | {baby} | {headline} |", row.urgency.id());
    }
    let _ = write!(
        out,
        "
Complete: {}. Told self-care or nothing: {}. In the column of the baby, inputs without a baby count as none.
",
        grouped(&numbers.complete),
        grouped(&numbers.told_mild)
    );
}

fn questions(out: &mut String, protocol: &Protocol, found: &Found, asked: &Asked) {
    let most = found.most.as_ref().map_or((0, 0), |most| (most.with_baby, most.without_baby));
    let _ = write!(
        out,
        "
## Questions

The most findings that anybody must answer: {} with a baby whose findings are asked, {} without (exact, both engines). Asked in the order of the interview, and only while they can still change the highest
urgency of both patients, at most {} (exact, the diagram alone). Nobody can honestly be told that all is well before nearly every danger has been denied.

Over the declared population (`protocols/mastitis/population.toml`, illustrative): {} must be answered on average, and {} of them could still have
changed the highest urgency when they were asked.

Findings that are asked only sometimes, and the most that the worst answer to one of them could have reached where it is not asked, for its patient and beyond what was told: for anybody with complete
answers, and for those who are told self-care or nothing. Whether each of these may be left out is for the clinician to say.

| finding | anybody | told self-care or nothing |
| --- | --- | --- |
",
        most.0,
        most.1,
        found.longest,
        tenths(asked.all),
        tenths(asked.that_matter)
    );
    for one in &found.left_out {
        let [anybody, mild] = [one.could, one.could_when_mild].map(|could| could.map_or("nothing more", Urgency::id));
        let _ = writeln!(out, "| `{}` | {anybody} | {mild} |", protocol.finding(one.id).id);
    }
}

fn unsure(out: &mut String, growth: &[Growth]) {
    out.push_str(
        "
## How urgency grows with \"not sure\"

Illustrative: the people of the declared population, with so many of their answers turned into \"not sure\" by a draw with a fixed seed. Headline reached.

| not sure | none | self-care | days | 24 h | same day | urgent | emergency | higher than when sure |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
",
    );
    for one in growth {
        let people = one.people.map(|number| number.to_string()).join(" | ");
        let _ = writeln!(out, "| {} % | {people} | {} |", one.unsure_per_mille / 10, one.higher);
    }
}
