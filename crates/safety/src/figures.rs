//! What was proved, as it is recorded beside the rules.

/// The figures that a page tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// The fingerprint of behaviour.
    pub behaviour: String,
    /// How many different answers there are, in digits.
    pub inputs: String,
    /// Statements of the protocol that were proved.
    pub statements: Vec<String>,
}

impl Figures {
    /// Reads what `cargo xtask prove --record` wrote. What is not there stays empty.
    #[must_use]
    pub fn read(recorded: &str) -> Self {
        let mut figures = Self::default();
        for line in recorded.lines() {
            match line.split_once(' ') {
                Some(("behaviour", print)) => print.clone_into(&mut figures.behaviour),
                Some(("inputs", number)) => number.clone_into(&mut figures.inputs),
                Some(("statement", id)) => figures.statements.push(id.to_owned()),
                _ => {}
            }
        }
        figures
    }
}
