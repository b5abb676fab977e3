//! Formulas as clauses: each "and" once, with a literal of its own.

use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use std::collections::HashMap;

/// A solver and the literals of the formulas that it knows.
pub(super) struct Clauses {
    solver: BasicSolver,
    /// Always true.
    pub(super) yes: Lit,
    known: HashMap<Vec<Lit>, Lit>,
}

impl Clauses {
    pub(super) fn new() -> Self {
        let mut solver = BasicSolver::default();
        let yes = Lit::new(solver.new_var_default(), true);
        solver.add_clause_reuse(&mut vec![yes]);
        Self { solver, yes, known: HashMap::new() }
    }

    /// A literal that is free.
    pub(super) fn free(&mut self) -> Lit {
        Lit::new(self.solver.new_var_default(), true)
    }

    /// One of these must hold.
    pub(super) fn must(&mut self, any: &[Lit]) {
        self.solver.add_clause_reuse(&mut any.to_vec());
    }

    /// Holds when all of these hold.
    pub(super) fn and(&mut self, all: &[Lit]) -> Lit {
        let mut all: Vec<Lit> = all.iter().copied().filter(|one| *one != self.yes).collect();
        all.sort_unstable();
        all.dedup();
        if all.contains(&!self.yes) || all.iter().any(|one| all.contains(&!*one)) {
            return !self.yes;
        }
        match all.as_slice() {
            [] => return self.yes,
            [one] => return *one,
            _ => {}
        }
        if let Some(known) = self.known.get(&all) {
            return *known;
        }
        let name = self.free();
        all.iter().for_each(|one| self.must(&[!name, *one]));
        let mut back: Vec<Lit> = all.iter().map(|one| !*one).collect();
        back.push(name);
        self.must(&back);
        self.known.insert(all, name);
        name
    }

    /// Holds when one of these holds.
    pub(super) fn or(&mut self, any: &[Lit]) -> Lit {
        let none: Vec<Lit> = any.iter().map(|one| !*one).collect();
        !self.and(&none)
    }

    /// Holds when at least so many of these hold: every way to choose them.
    pub(super) fn at_least(&mut self, signs: &[Lit], least: usize) -> Lit {
        match (signs, least) {
            (_, 0) => self.yes,
            ([], _) => !self.yes,
            ([first, rest @ ..], _) => {
                let fewer = self.at_least(rest, least - 1);
                let with = self.and(&[*first, fewer]);
                let without = self.at_least(rest, least);
                self.or(&[with, without])
            }
        }
    }

    /// Whether this can hold.
    pub(super) fn possible(&mut self, what: Lit) -> bool {
        self.solver.solve_limited(&[what]) == lbool::TRUE
    }

    /// Whether a literal held in the answer that was found last.
    pub(super) fn held(&self, one: Lit) -> bool {
        self.solver.value_lit(one) == lbool::TRUE
    }
}
