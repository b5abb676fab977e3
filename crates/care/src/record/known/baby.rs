//! What was logged of a baby.

use jiff::civil::Date;

use super::sayer::Sayer;
use super::{Asked, nappy, weight};
use crate::record::body::Body;
use crate::record::household::Baby;
use crate::record::revision::Subject;

pub(super) fn say(sayer: &mut Sayer, asked: &Asked, baby: &Baby, today: Date) {
    for entry in asked.recent(Subject::Baby(baby.id), asked.within_ms) {
        match &entry.content.body {
            Body::Temperature(read) => {
                sayer.temperature("b_fever", &read.amount);
                sayer.temperature("b_cold", &read.amount);
            }
            Body::Nappy(nappy) => nappy::looks(sayer, nappy),
            _ => {}
        }
    }
    if asked.logging_complete {
        nappy::counts(sayer, asked, baby);
    }
    weight::say(sayer, asked, baby, today);
}
