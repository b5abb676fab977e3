//! The space of all inputs: what can be asked, and everything that can be said to it, silence and "not sure" too.

mod bands;

use protocol::answers::{Answers, Given};
use protocol::model::Protocol;
use protocol::model::context::ContextKind;
use protocol::model::finding::FindingId;

/// What one part of an input is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Asked {
    /// A finding or an input of the plan.
    Finding(FindingId),
    /// An item of context.
    Context(usize),
}

/// One thing that can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Value {
    /// This level.
    Level(u8),
    /// Not sure.
    Unsure,
    /// No answer; of the context: unknown.
    Silent,
    /// A word of the context, or a number in this band: no test tells its numbers apart.
    Known {
        /// Smallest.
        from: u16,
        /// Largest.
        to: u16,
    },
}

/// One part of an input.
#[derive(Debug, Clone)]
pub struct Variable {
    /// What it is about.
    pub asked: Asked,
    /// All that can be said, mildest first; silence comes last.
    pub values: Vec<Value>,
    /// Whether the values are words of the context.
    pub words: bool,
}

/// All parts of an input.
#[derive(Debug, Clone)]
pub struct Space {
    /// The parts: findings in the order of the file, then the context that some test asks for.
    pub variables: Vec<Variable>,
    context: Vec<Option<usize>>,
}

/// One input: for each part, the place of what was said in its values.
pub type Person = Vec<usize>;

impl Space {
    /// The space of a protocol.
    #[must_use]
    pub fn of(protocol: &Protocol) -> Self {
        Self::over(protocol, &[protocol])
    }

    /// The space of two versions that ask the same questions with the same levels; bands are cut where either version cuts.
    #[must_use]
    pub fn of_both(old: &Protocol, new: &Protocol) -> Option<Self> {
        let asks = |protocol: &Protocol| {
            let findings = protocol.findings.iter().map(|one| (one.id.clone(), one.levels.clone()));
            findings.collect::<Vec<_>>()
        };
        let context = |protocol: &Protocol| {
            let items = protocol.context.iter().map(|one| (one.id.clone(), one.kind.clone()));
            items.collect::<Vec<_>>()
        };
        (asks(old) == asks(new) && context(old) == context(new)).then(|| Self::over(new, &[old, new]))
    }

    fn over(protocol: &Protocol, versions: &[&Protocol]) -> Self {
        let mut variables: Vec<Variable> = protocol
            .each_finding()
            .map(|(id, finding)| {
                let levels = (0..=finding.worst()).map(Value::Level);
                let values = levels.chain([Value::Unsure, Value::Silent]).collect();
                Variable { asked: Asked::Finding(id), values, words: false }
            })
            .collect();
        let mut context = vec![None; protocol.context.len()];
        for (item, place) in context.iter_mut().enumerate() {
            if let Some(values) = context_values(protocol, versions, item) {
                *place = Some(variables.len());
                let words = matches!(protocol.context[item].kind, ContextKind::Values(_));
                variables.push(Variable { asked: Asked::Context(item), values, words });
            }
        }
        Self { variables, context }
    }

    /// The part that is about a finding.
    #[must_use]
    pub fn finding(&self, id: FindingId) -> usize {
        id.index()
    }

    /// The part that is about an item of context, if any test asks for it.
    #[must_use]
    pub fn context(&self, item: usize) -> Option<usize> {
        self.context.get(item).copied().flatten()
    }

    /// The place of a value of a part. What cannot be said there is taken for silence.
    #[must_use]
    pub fn place(&self, variable: usize, value: Value) -> usize {
        let values = &self.variables[variable].values;
        values.iter().position(|known| *known == value).unwrap_or(values.len() - 1)
    }

    /// The same person as answers.
    #[must_use]
    pub fn answers(&self, person: &Person) -> Answers {
        let mut answers = Answers::default();
        for (variable, place) in self.variables.iter().zip(person) {
            match (variable.asked, variable.values[*place]) {
                (Asked::Finding(id), Value::Level(level)) => answers.answer(id, Given::Level(level)),
                (Asked::Finding(id), Value::Unsure) => answers.answer(id, Given::Unsure),
                (Asked::Context(item), Value::Known { to, .. }) => answers.know(item, to),
                _ => {}
            }
        }
        answers
    }

    /// The same answers as a person of this space.
    #[must_use]
    pub fn person(&self, answers: &Answers) -> Person {
        let said = |variable: &Variable| match variable.asked {
            Asked::Finding(id) => match answers.given(id) {
                None => Value::Silent,
                Some(Given::Unsure) => Value::Unsure,
                Some(Given::Level(level)) => Value::Level(level),
            },
            Asked::Context(item) => {
                let known = answers.known(item);
                let holds = |value: &Value| matches!(value, Value::Known { from, to } if known.is_some_and(|n| (*from..=*to).contains(&n)));
                variable.values.iter().copied().find(holds).unwrap_or(Value::Silent)
            }
        };
        self.variables.iter().enumerate().map(|(at, variable)| self.place(at, said(variable))).collect()
    }

    /// How far a value is from the mildest that can be said: what makes one witness plainer than another.
    #[must_use]
    pub fn cost(&self, variable: usize, place: usize) -> u32 {
        let values = &self.variables[variable].values;
        match (self.variables[variable].asked, values[place]) {
            (Asked::Finding(_), Value::Level(0)) => 0,
            (Asked::Finding(_), Value::Level(level)) => 100 + u32::from(level),
            (Asked::Finding(_), Value::Unsure) => 110,
            (Asked::Finding(_), _) => 120,
            (Asked::Context(_), Value::Silent) if self.variables[variable].words => 0,
            // The last number before silence is the mildest: nothing recent, no young baby.
            (Asked::Context(_), Value::Known { .. })
                if !self.variables[variable].words && place + 2 == values.len() =>
            {
                1
            }
            (Asked::Context(_), Value::Silent) => 60,
            (Asked::Context(_), _) => 20,
        }
    }
}

/// Words as they are; numbers in bands. Nothing when no test asks for the item.
fn context_values(protocol: &Protocol, versions: &[&Protocol], item: usize) -> Option<Vec<Value>> {
    let known = match &protocol.context[item].kind {
        ContextKind::Values(words) => {
            let one = |at: usize| u16::try_from(at).ok().map(|at| Value::Known { from: at, to: at });
            bands::asks_for(versions, item).then(|| (0..words.len()).filter_map(one).collect::<Vec<_>>())?
        }
        ContextKind::Number { .. } => bands::of(protocol, versions, item)?,
    };
    Some(known.into_iter().chain([Value::Silent]).collect())
}
