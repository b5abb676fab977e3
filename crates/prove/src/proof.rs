//! The proof: every statement put to both engines.

use crate::claim::{Claim, World, against, situation};
use crate::drawn::Drawn;
use crate::reading::Reading;
use crate::scale::Scale;
use crate::solved::Solved;
use crate::space::{Person, Space};
use crate::statement::{self, Statement};
use crate::witness;
use protocol::model::Protocol;

/// Both engines at one protocol.
pub struct Prover<'p> {
    /// What claims are about.
    pub world: World<'p>,
    /// The diagram.
    pub drawn: Drawn<'p>,
    /// The solver.
    pub solved: Solved<'p>,
}

/// What came of one statement.
#[derive(Debug, Clone)]
pub struct Proved {
    /// Its name.
    pub name: String,
    /// What it says.
    pub says: String,
    /// How many claims it is made of.
    pub claims: usize,
    /// What is against it, in plain words; empty when it holds.
    pub broken: Vec<String>,
}

impl Proved {
    /// A broken statement, with whoever is against it.
    #[must_use]
    pub fn told(&self) -> String {
        format!("{} is broken: {}\n{}", self.name, self.says, self.broken.join("\n"))
    }
}

/// The most witnesses that are told of one statement: the first says most.
const MOST_WITNESSES: usize = 3;

impl<'p> Prover<'p> {
    /// Sets both engines up, the diagram in this order.
    #[must_use]
    pub fn new(protocol: &'p Protocol, order: &[usize]) -> Self {
        Self {
            world: World { protocol, space: Space::of(protocol), scale: Scale::of(protocol) },
            drawn: Drawn::new(protocol, order),
            solved: Solved::new(protocol),
        }
    }

    /// Every statement.
    pub fn statements(&mut self) -> Vec<Proved> {
        statement::all(&self.world).iter().map(|one| self.prove(one)).collect()
    }

    /// One statement.
    pub fn prove(&mut self, statement: &Statement) -> Proved {
        let mut broken = statement.faults.clone();
        for claim in &statement.claims {
            match self.ask(*claim) {
                Answer::Holds => broken.extend(self.vain(*claim)),
                Answer::Broken(person) => broken.push(witness::words(&self.world, *claim, &person)),
                Answer::Quarrel => {
                    broken.push(format!("the two engines disagree about {claim:?}: one of them is wrong"));
                }
            }
            if broken.len() >= MOST_WITNESSES {
                broken.push("more of the same is not shown".to_owned());
                break;
            }
        }
        Proved { name: statement.name.clone(), says: statement.says.clone(), claims: statement.claims.len(), broken }
    }

    /// One claim, put to both engines.
    pub fn ask(&mut self, claim: Claim) -> Answer {
        let drawn = against(claim, &self.world, &mut self.drawn);
        let drawn = self.drawn.anybody(drawn);
        let solved = against(claim, &self.world, &mut self.solved);
        let solved = self.solved.anybody(solved);
        match (drawn, solved) {
            (None, None) => Answer::Holds,
            (Some(person), Some(_)) => Answer::Broken(person),
            _ => Answer::Quarrel,
        }
    }

    /// A statement of the protocol that holds only because nobody is in its situation.
    fn vain(&mut self, claim: Claim) -> Option<String> {
        let Claim::Promised(at) = claim else { return None };
        let those = situation(at, &self.world, &mut self.drawn);
        let id = &self.world.protocol.always[at].id;
        let nobody = self.drawn.anybody(those).is_none();
        nobody.then(|| format!("the statement `{id}` speaks of nobody: no answers lead into its situation"))
    }

    /// Rules for which a claim holds, by their ids.
    pub fn rules_of(&mut self, claim: impl Fn(usize) -> Claim) -> Vec<String> {
        let rules = 0..self.world.protocol.rules.len();
        let held: Vec<usize> = rules.filter(|rule| matches!(self.ask(claim(*rule)), Answer::Holds)).collect();
        held.into_iter().map(|rule| self.world.protocol.rules[rule].id.clone()).collect()
    }

    /// Functions of the input in which the diagram and the clauses differ, by name. None: the diagram is the rules.
    pub fn unlike(&mut self) -> Vec<String> {
        let mut unlike = Vec::new();
        for (name, root, part) in self.drawn.outcomes() {
            let mirrored = self.solved.mirror(&self.drawn.diagram, self.drawn.order(), root);
            let read = self.solved.outcome(part);
            if self.solved.differ(mirrored, read) {
                unlike.push(name);
            }
        }
        unlike
    }
}

/// What both engines say of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nobody is against it.
    Holds,
    /// This person is, the plainest there is.
    Broken(Person),
    /// One engine found somebody and the other nobody.
    Quarrel,
}
