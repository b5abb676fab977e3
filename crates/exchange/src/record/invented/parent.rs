//! A day of the mother: pumping, milk in the fridge, and now and then some sore days.

use care::record::amount::{Amount, Unit};
use care::record::body::{
    Body, Check, HeatColour, Measured, Medicine, Mood, Pump, Session, Side, Stock, StockAct, StockPlace, Symptom, Timed,
};
use care::record::revision::Subject;

use super::diary::Diary;
use super::script::{minutes, tenths, timed, typed};
use super::{PUMPS, share};

/// Sore days begin on such a day, come again after so many, and are over after so many.
const SORE_FROM: u32 = 16;
const SORE_EVERY: u32 = 74;
const SORE_DAYS: u32 = 6;
/// Pain in the morning of each sore day, 0 to 10.
const PAIN: [u8; 6] = [4, 6, 6, 5, 3, 1];
/// What is jotted down.
const NOTES: [&str; 5] = [
    "Invented note: quiet night.",
    "Invented note: visit from the midwife, she looked at a feed.",
    "Invented note: first smile, or wind.",
    "Invented note: out for a walk, fed on a bench.",
    "Invented note: new pump parts.",
];

/// All that is logged of her on a day.
pub(super) fn day(diary: &mut Diary, day: u32) {
    let mother = diary.cast.mother;
    let her = Subject::Parent(mother);
    for minute in minutes(&mut diary.chance, share(PUMPS, day)) {
        let (pump, ml) = pump(diary, day);
        let minute = (minute + 50).min(1_400);
        diary.write(day, minute, mother, her, Body::Pump(pump));
        stock(diary, day, minute, ml);
    }
    if let Some(at) = day.checked_sub(SORE_FROM).map(|since| since % SORE_EVERY).filter(|at| *at < SORE_DAYS) {
        sore(diary, day, at, her);
    }
    if day % 7 == 6 {
        let mood = Mood { down: Some(diary.chance.one_in(9)), little_interest: Some(diary.chance.one_in(9)) };
        diary.write(day, 1_290, mother, her, Body::Mood(mood));
    }
    if diary.chance.one_in(3) {
        let by = if diary.chance.one_in(3) { diary.cast.helper } else { mother };
        let about = Subject::Baby(diary.cast.baby);
        let note = diary.chance.of(&NOTES).unwrap_or_default();
        diary.note(day, 1_235, by, about, note);
    }
}

/// A session, and how many millilitres it gave.
fn pump(diary: &mut Diary, day: u32) -> (Pump, u32) {
    let chance = &mut diary.chance;
    let most = (15 + day).min(80);
    let (left, right) = (chance.between(most / 2, most), chance.between(most / 2, most + 5));
    let both_s = chance.between(600, 1_200);
    // Both sides at once: each runs for as long as the session.
    let end_ms = Some(i64::from(both_s) * 1_000);
    let timed = Timed { end_ms, ..timed(both_s, both_s) };
    let pump = if chance.one_in(6) {
        Pump { timed, total: Some(typed(left + right, Unit::Ml)), ..Pump::default() }
    } else {
        Pump { timed, left: Some(typed(left, Unit::Ml)), right: Some(typed(right, Unit::Ml)), ..Pump::default() }
    };
    (pump, left + right)
}

fn stock(diary: &mut Diary, day: u32, minute: u32, ml: u32) {
    if !diary.chance.one_in(3) {
        return;
    }
    let drawn = diary.chance.between(1, 10);
    let (act, place) = match drawn {
        1..=4 => (StockAct::Put, StockPlace::Fridge),
        5..=6 => (StockAct::Put, StockPlace::Freezer),
        7..=9 => (StockAct::Use, StockPlace::Fridge),
        _ => (StockAct::Discard, StockPlace::Room),
    };
    let by = diary.cast.mother;
    let stock = Stock { act, place, amount: typed(ml, Unit::Ml) };
    diary.write(day, minute + 25, by, Subject::Parent(by), Body::Stock(stock));
}

/// A sore day: how it feels, twice; warmth; something against pain; a session; on the first of them a check.
fn sore(diary: &mut Diary, day: u32, at: u32, her: Subject) {
    let mother = diary.cast.mother;
    let side = if (day / SORE_EVERY).is_multiple_of(2) { Side::Left } else { Side::Right };
    let pain = usize::try_from(at).ok().and_then(|at| PAIN.get(at)).copied().unwrap_or(0);
    for (minute, pain) in [(450, pain), (1_170, pain.saturating_sub(1))] {
        let symptom = symptom(diary, side, pain);
        diary.write(day, minute, mother, her, Body::Symptom(symptom));
    }
    let warm = if at < 3 { diary.chance.between(371, 379) } else { diary.chance.between(364, 370) };
    let amount = if diary.chance.one_in(4) {
        let fahrenheit = warm * 9 / 5 + 320;
        Amount { value: format!("{}.{}", fahrenheit / 10, fahrenheit % 10), unit: Unit::F }
    } else {
        tenths(&mut diary.chance, warm, Unit::C)
    };
    diary.write(day, 455, mother, her, Body::Temperature(Measured { amount }));
    if at < 4 {
        for minute in [460, 1_180] {
            let name = "Painkiller (invented)".to_owned();
            let medicine = Medicine { medicine: None, name, amount: Some(typed(1, Unit::Piece)) };
            diary.write(day, minute, mother, her, Body::Medicine(medicine));
        }
    }
    let after = Some(pain.saturating_sub(1));
    let code = if at.is_multiple_of(2) { "S-A" } else { "S-E" }.to_owned();
    let session = Session { code, side: Some(side), before: Some(pain), after, stopped: false };
    diary.write(day, 700, mother, her, Body::Session(session));
    if at == 0 {
        let check = Check { answers: String::new(), fingerprint: "invented".to_owned(), parent: None, baby: None };
        diary.write(day, 440, mother, her, Body::Check(check));
    }
}

fn symptom(diary: &mut Diary, side: Side, pain: u8) -> Symptom {
    let chance = &mut diary.chance;
    let place = u8::try_from(chance.between(1, 12)).ok();
    let lump = (pain > 2).then(|| tenths(chance, 15 + 2 * u32::from(pain), Unit::Cm));
    let heat_colour = Some(if pain > 4 { HeatColour::SmallPatch } else { HeatColour::None });
    Symptom { side: Some(side), place, pain: Some(pain), lump, heat_colour, nipple: None }
}
