//! What was logged of a parent.

use super::sayer::Sayer;
use super::{Asked, DAY_MS, HOUR_MS};
use crate::record::body::{Body, HeatColour, Mood, Nipple, Side, Symptom};
use crate::record::id::PersonId;
use crate::record::revision::Subject;

/// A painkiller hides a fever for so long (a.3).
const MASKED_MS: i64 = 6 * HOUR_MS;
/// The question is of the past month.
pub(super) const MOOD_MS: i64 = 30 * DAY_MS;

pub(super) fn say(sayer: &mut Sayer, asked: &Asked, parent: PersonId) {
    let subject = Subject::Parent(parent);
    let (mut left, mut right) = (false, false);
    for entry in asked.recent(subject, asked.within_ms) {
        match &entry.content.body {
            Body::Temperature(read) => {
                sayer.temperature("temp", &read.amount);
                sayer.temperature("low_temp", &read.amount);
            }
            Body::Symptom(symptom) => {
                breast(sayer, symptom);
                left |= is_trouble(symptom) && symptom.side == Some(Side::Left);
                right |= is_trouble(symptom) && symptom.side == Some(Side::Right);
            }
            _ => {}
        }
    }
    if left || right {
        sayer.at_least("side", if left && right { "both" } else { "one" });
    }
    for entry in asked.recent(subject, MASKED_MS) {
        let Body::Medicine(taken) = &entry.content.body else { continue };
        // Every medicine of the protocol holds ibuprofen or paracetamol: that is what it knows limits of.
        if sayer.protocol.medicines.iter().any(|one| Some(&one.id) == taken.medicine.as_ref()) {
            sayer.at_least("antipyretic_6h", "yes");
        }
    }
    mood(sayer, asked, subject);
}

fn breast(sayer: &mut Sayer, symptom: &Symptom) {
    if let Some(pain) = symptom.pain {
        sayer.typed("pain", &pain.to_string());
    }
    if has_lump(symptom) {
        sayer.at_least_unsure("lump");
    }
    if let Some(heat) = symptom.heat_colour {
        let level = match heat {
            HeatColour::None => "none",
            HeatColour::SmallPatch => "small_patch",
            HeatColour::WedgeOrLarge => "wedge_or_large",
        };
        sayer.at_least("heat_colour", level);
    }
    if let Some(nipple) = symptom.nipple {
        let level = match nipple {
            Nipple::None => "none",
            Nipple::Sore => "sore",
            Nipple::Crack => "crack",
            Nipple::Infected => "infected",
        };
        sayer.at_least("nipple_wound", level);
    }
}

/// A width is the width of something; zero is the width of nothing. What was typed and is no number is something.
fn has_lump(symptom: &Symptom) -> bool {
    symptom.lump.as_ref().is_some_and(|width| width.milli() != Some(0))
}

fn is_trouble(symptom: &Symptom) -> bool {
    symptom.pain.is_some_and(|pain| pain > 0)
        || has_lump(symptom)
        || symptom.heat_colour > Some(HeatColour::None)
        || symptom.nipple > Some(Nipple::None)
}

/// The last time that she answered: what she says now is in the place of what she said before.
fn mood(sayer: &mut Sayer, asked: &Asked, subject: Subject) {
    let moods = asked.recent(subject, MOOD_MS).filter_map(|entry| match &entry.content.body {
        Body::Mood(mood) if mood.down.is_some() || mood.little_interest.is_some() => Some((entry, mood)),
        _ => None,
    });
    let Some((_, Mood { down, little_interest })) = moods.max_by_key(|(entry, _)| (entry.at.at_ms, entry.id)) else {
        return;
    };
    match (*down == Some(true), *little_interest == Some(true)) {
        (true, true) => sayer.at_least("mood", "2"),
        (false, false) => {}
        _ => sayer.at_least("mood", "1"),
    }
}
