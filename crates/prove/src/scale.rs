//! The scale of outcomes: urgency, and within `within_days` the days. One patient's outcome is one step of it.

use protocol::assessment::Reached;
use protocol::model::Protocol;
use protocol::model::rule::Rule;
use protocol::model::urgency::Urgency;

/// One step of the scale. Fewer days stand higher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The urgency.
    pub urgency: Urgency,
    /// Its days.
    pub days: Option<u16>,
}

/// The steps that the rules of a protocol can set, mildest first.
#[derive(Debug, Clone)]
pub struct Scale(Vec<Step>);

impl Scale {
    /// The scale of a protocol.
    #[must_use]
    pub fn of(protocol: &Protocol) -> Self {
        Self::over(&[protocol])
    }

    /// The scale of two versions.
    #[must_use]
    pub fn of_both(old: &Protocol, new: &Protocol) -> Self {
        Self::over(&[old, new])
    }

    fn over(protocols: &[&Protocol]) -> Self {
        let set = |rule: &Rule| Step { urgency: rule.urgency, days: rule.days };
        let rules = protocols.iter().flat_map(|protocol| &protocol.rules);
        let mut steps: Vec<Step> = rules.map(set).filter(|step| step.urgency > Urgency::None).collect();
        steps.sort_by_key(|step| (step.urgency, std::cmp::Reverse(step.days)));
        steps.dedup();
        Self(steps)
    }

    /// The steps, mildest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The step that a rule sets.
    #[must_use]
    pub fn of_rule(&self, rule: &Rule) -> Option<usize> {
        self.0.iter().position(|step| (step.urgency, step.days) == (rule.urgency, rule.days))
    }

    /// The mildest step at or above an urgency, if there is one.
    #[must_use]
    pub fn from(&self, urgency: Urgency) -> Option<usize> {
        self.0.iter().position(|step| step.urgency >= urgency)
    }

    /// The step that someone has reached: how many steps they are at or above.
    #[must_use]
    pub fn reached(&self, reached: Reached) -> usize {
        let below = |step: &&Step| {
            step.urgency < reached.urgency || step.urgency == reached.urgency && step.days >= reached.days
        };
        self.0.iter().filter(below).count()
    }
}
