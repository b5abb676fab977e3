//! The same rules where some count as more urgent for one person.
//!
//! A rule fires for the same answers as before and can only set more, so whatever
//! follows from the urgency (the order of reasons, gates, "come back if", what interrupts the interview) follows from the raised one.

use std::cmp::Reverse;

use crate::compile::{Compiled, Keyed, rules_of_bit};
use crate::model::urgency::Urgency;

/// A rule that counts as at least so urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised {
    /// Its place in the protocol.
    pub rule: usize,
    /// What it sets at least. "Within days" names a number of days, which a raise does not: it counts as the next level.
    pub to: Urgency,
}

impl Raised {
    /// What a rule that sets `from` sets with this: never less.
    #[must_use]
    pub fn over(&self, from: Urgency) -> Urgency {
        match self.to {
            to if to <= from => from,
            Urgency::WithinDays => Urgency::Within24h,
            to => to,
        }
    }
}

impl Compiled {
    /// These rules with some of them raised. The fingerprint stays: answers mean what they meant, and a check goes on with them.
    #[must_use]
    pub fn with_raised(&self, raised: &[Raised]) -> Self {
        let mut compiled = self.clone();
        for one in raised {
            let Some(rule) = compiled.protocol.rules.get_mut(one.rule) else { continue };
            let to = one.over(rule.urgency);
            if to > rule.urgency {
                rule.urgency = to;
                rule.days = None;
            }
        }
        for one in &mut compiled.rules {
            if let Some(rule) = compiled.protocol.rules.get(one.rule) {
                one.urgency = rule.urgency;
                one.days = rule.days;
            }
        }
        // INVARIANT: gravest first, and every list that names places among them follows.
        compiled.rules.sort_by_key(|rule| (Reverse(rule.urgency), rule.rule));
        compiled.rules_of_bit = rules_of_bit(&compiled.rules);
        compiled.keyed = Keyed::of(&compiled.rules, &compiled.rules_of_bit);
        compiled
    }
}
