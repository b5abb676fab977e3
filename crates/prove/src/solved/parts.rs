//! One part of the input in literals.

use super::clauses::Clauses;
use crate::space::{Asked, Value, Variable};
use batsat::Lit;

/// A part: a staircase of what was said, and what was said beside it.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// At least level 1, 2, …; not sure; nothing said.
    Levels { at_least: Vec<Lit>, unsure: Lit, silent: Lit },
    /// At most the first band, the second, … but not the last; nothing known.
    Number { at_most: Vec<Lit>, silent: Lit },
    /// Each word; nothing known.
    Word { words: Vec<Lit>, silent: Lit },
}

impl Part {
    /// A part of which anything may be said.
    pub(super) fn free(clauses: &mut Clauses, variable: &Variable) -> Self {
        let values = &variable.values;
        let silent = clauses.free();
        if let Asked::Finding(_) = variable.asked {
            let unsure = clauses.free();
            let at_least: Vec<Lit> = (2..values.len() - 1).map(|_| clauses.free()).collect();
            at_least.windows(2).for_each(|steps| clauses.must(&[!steps[1], steps[0]]));
            clauses.must(&[!unsure, !silent]);
            if let Some(first) = at_least.first() {
                clauses.must(&[!unsure, !*first]);
                clauses.must(&[!silent, !*first]);
            }
            return Self::Levels { at_least, unsure, silent };
        }
        let known: Vec<Lit> = (0..values.len() - 1).map(|_| clauses.free()).collect();
        if variable.words {
            let mut one: Vec<Lit> = known.clone();
            one.push(silent);
            clauses.must(&one);
            for (at, left) in one.iter().enumerate() {
                one[at + 1..].iter().for_each(|right| clauses.must(&[!*left, !*right]));
            }
            return Self::Word { words: known, silent };
        }
        let at_most = known[..known.len() - 1].to_vec();
        at_most.windows(2).for_each(|steps| clauses.must(&[!steps[0], steps[1]]));
        at_most.iter().for_each(|step| clauses.must(&[!silent, !*step]));
        Self::Number { at_most, silent }
    }

    /// A part of which this was said.
    pub(super) fn fixed(clauses: &Clauses, variable: &Variable, place: usize) -> Self {
        let yes = |holds: bool| if holds { clauses.yes } else { !clauses.yes };
        let (values, said) = (&variable.values, variable.values[place]);
        let silent = yes(said == Value::Silent);
        let known = values.len() - 1;
        match said {
            _ if matches!(variable.asked, Asked::Finding(_)) => {
                let level = |step: u8| matches!(said, Value::Level(level) if level >= step);
                let steps = (1..).take(known - 2).map(|step| yes(level(step)));
                Self::Levels { at_least: steps.collect(), unsure: yes(said == Value::Unsure), silent }
            }
            _ if variable.words => Self::Word { words: (0..known).map(|word| yes(word == place)).collect(), silent },
            _ => {
                let at_most = (0..known - 1).map(|band| yes(place <= band && said != Value::Silent));
                Self::Number { at_most: at_most.collect(), silent }
            }
        }
    }

    pub(super) fn silent(&self) -> Lit {
        match self {
            Self::Levels { silent, .. } | Self::Number { silent, .. } | Self::Word { silent, .. } => *silent,
        }
    }

    pub(super) fn unsure(&self) -> Lit {
        match self {
            Self::Levels { unsure, .. } => *unsure,
            Self::Number { silent, .. } | Self::Word { silent, .. } => *silent,
        }
    }

    /// Said to be at this level or worse.
    pub(super) fn at_least(&self, clauses: &Clauses, level: u8) -> Lit {
        match (self, usize::from(level).checked_sub(1)) {
            (Self::Levels { at_least, .. }, Some(step)) => at_least.get(step).copied().unwrap_or(!clauses.yes),
            _ => clauses.yes,
        }
    }

    /// A number below this one; `unknown` says what an unknown number does.
    pub(super) fn below(&self, clauses: &mut Clauses, values: &[Value], number: u16, unknown: bool) -> Lit {
        let Self::Number { at_most, silent } = self else { return !clauses.yes };
        let bands = values.iter().filter(|value| matches!(value, Value::Known { to, .. } if *to < number)).count();
        let below = match bands.checked_sub(1) {
            None => !clauses.yes,
            Some(band) => at_most.get(band).copied().unwrap_or(!*silent),
        };
        if unknown { clauses.or(&[below, *silent]) } else { below }
    }

    /// Said to be this word.
    pub(super) fn word(&self, clauses: &Clauses, values: &[Value], word: u16) -> Lit {
        let Self::Word { words, .. } = self else { return !clauses.yes };
        let place = values.iter().position(|value| *value == Value::Known { from: word, to: word });
        place.and_then(|place| words.get(place)).copied().unwrap_or(!clauses.yes)
    }

    /// Said to be exactly the value at this place.
    pub(super) fn exactly(&self, clauses: &mut Clauses, values: &[Value], place: usize) -> Lit {
        match (self, values[place]) {
            (_, Value::Silent) => self.silent(),
            (_, Value::Unsure) => self.unsure(),
            (Self::Levels { at_least, unsure, silent }, Value::Level(_)) => {
                let here = if place == 0 { clauses.yes } else { at_least[place - 1] };
                let next = at_least.get(place).copied().unwrap_or(!clauses.yes);
                clauses.and(&[here, !next, !*unsure, !*silent])
            }
            (Self::Number { at_most, silent }, _) => {
                let here = at_most.get(place).copied().unwrap_or(clauses.yes);
                let before = place.checked_sub(1).map_or(!clauses.yes, |before| at_most[before]);
                clauses.and(&[here, !before, !*silent])
            }
            (Self::Word { words, .. }, _) => words.get(place).copied().unwrap_or(!clauses.yes),
            _ => !clauses.yes,
        }
    }
}

impl Part {
    /// Whether the value at this place was said in the answer that the solver found last. Asked from the last place to the first.
    pub(super) fn held(&self, clauses: &Clauses, values: &[Value], place: usize) -> bool {
        match (self, values[place]) {
            (_, Value::Silent) => clauses.held(self.silent()),
            (_, Value::Unsure) => clauses.held(self.unsure()),
            (Self::Levels { at_least, .. }, _) => place == 0 || clauses.held(at_least[place - 1]),
            (Self::Number { at_most, .. }, _) => place == 0 || !clauses.held(at_most[place - 1]),
            (Self::Word { words, .. }, _) => words.get(place).is_some_and(|word| clauses.held(*word)),
        }
    }
}
