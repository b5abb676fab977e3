//! What a proof may ask of a protocol. Two engines answer, each by its own reading of the model: a diagram and a solver.

use protocol::model::finding::{FindingId, Subject};
use protocol::model::when::Test;

use crate::space::Person;

/// How answers are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Manner {
    /// As the rules read them: "not sure" is the level that the finding names.
    Rules,
    /// As a gate reads them: "not sure" is the worst level.
    Gate,
}

/// One part of the input taken as said, whatever was said: variable and place of the value.
pub type Fixed = Option<(usize, usize)>;

/// An engine: functions of the input, joined, and the question whether one holds for anybody.
pub trait Reading {
    /// A function of the input: those for whom it holds.
    type Those: Copy;

    /// Nobody.
    fn nobody(&self) -> Self::Those;
    /// Those who are in both.
    fn both(&mut self, left: Self::Those, right: Self::Those) -> Self::Those;
    /// Those who are in one of both.
    fn either(&mut self, left: Self::Those, right: Self::Those) -> Self::Those;
    /// Those who are not in it.
    fn others(&mut self, those: Self::Those) -> Self::Those;

    /// Those who said this.
    fn said(&mut self, variable: usize, place: usize) -> Self::Those;
    /// Those with a baby to speak of.
    fn with_baby(&mut self) -> Self::Those;
    /// Those whose baby's findings are asked.
    fn baby_is_asked(&mut self) -> Self::Those;
    /// Those for whom a test holds.
    fn pass(&mut self, test: Test, manner: Manner) -> Self::Those;
    /// Those for whom a rule fires.
    fn fire(&mut self, rule: usize) -> Self::Those;
    /// Those who reach this step or a higher one, for one patient.
    fn reach(&mut self, whose: Subject, step: usize, fixed: Fixed) -> Self::Those;
    /// Those for whom this finding is mandatory.
    fn need(&mut self, finding: FindingId, fixed: Fixed) -> Self::Those;
    /// Those for whom this finding is mandatory when nothing has been said about these parts.
    fn need_before(&mut self, finding: FindingId, silent: &[usize]) -> Self::Those;
    /// Those who answered this finding, or whose context answers it.
    fn answered(&mut self, finding: FindingId) -> Self::Those;
    /// Those with an answer to everything mandatory.
    fn complete(&mut self) -> Self::Those;
    /// Those for whom a gate is closed.
    fn closed(&mut self, gate: usize) -> Self::Those;

    /// One of them, if there is anybody: the plainest if the engine can tell.
    fn anybody(&mut self, those: Self::Those) -> Option<Person>;

    /// Those who are in the first and not in the second.
    fn without(&mut self, those: Self::Those, gone: Self::Those) -> Self::Those {
        let kept = self.others(gone);
        self.both(those, kept)
    }
}
