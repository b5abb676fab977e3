//! A day of the baby: feeds, nappies, sleep, and how it grows.

use care::record::amount::{Amount, Unit};
use care::record::body::{
    Body, Bottle, Feed, Fuller, Measured, Medicine, Milk, Nappy, Nipple, Side, Sleep, StoolColour, Timed,
};
use care::record::id::PersonId;
use care::record::revision::Subject;

use super::diary::Diary;
use super::script::{minutes, tenths, timed, typed};
use super::{FEEDS, NAPPIES, SLEEPS, share};

/// Grams, millimetres of length and of head at the end of each month. Invented, and like a healthy baby's.
const MONTHS: [[u32; 3]; 13] = [
    [3_400, 505, 348],
    [4_300, 542, 372],
    [5_300, 578, 389],
    [6_100, 608, 402],
    [6_700, 632, 413],
    [7_250, 653, 422],
    [7_700, 671, 430],
    [8_100, 686, 437],
    [8_450, 700, 443],
    [8_750, 714, 448],
    [9_050, 727, 452],
    [9_300, 739, 456],
    [9_550, 751, 459],
];
/// What a month adds later.
const LATER: [u32; 3] = [180, 8, 1];
/// Tenths of a day in a month.
const MONTH: u32 = 304;
/// What a newborn loses at first, by day, in grams; then it has it again.
const LOST: [u32; 12] = [0, 80, 170, 220, 240, 230, 200, 170, 130, 90, 50, 20];

/// All that is logged of the baby on a day.
pub(super) fn day(diary: &mut Diary, day: u32) {
    let baby = Subject::Baby(diary.cast.baby);
    for (at, minute) in minutes(&mut diary.chance, share(FEEDS, day)).into_iter().enumerate() {
        let by = author(diary, minute);
        let feed = feed(diary, day, at % 2 == 0, by);
        diary.write(day, minute, by, baby, Body::Feed(feed));
    }
    for minute in minutes(&mut diary.chance, share(NAPPIES, day)) {
        let by = author(diary, minute);
        let nappy = nappy(diary, day);
        diary.write(day, minute, by, baby, Body::Nappy(nappy));
    }
    for minute in minutes(&mut diary.chance, share(SLEEPS, day)) {
        let by = author(diary, minute);
        let longest = if minute < 300 { 170 } else { 75 };
        let end_ms = Some(i64::from(diary.chance.between(20, longest)) * 60_000);
        diary.write(day, minute, by, baby, Body::Sleep(Sleep { end_ms, open: false }));
    }
    measure(diary, day, baby);
    drops(diary, day, baby);
}

/// The mother writes most, the other parent in the evening and at night, the helper on some mornings.
fn author(diary: &mut Diary, minute: u32) -> PersonId {
    let (cast, chance) = (diary.cast, &mut diary.chance);
    match minute {
        540..720 if chance.percent(25) => cast.helper,
        0..300 | 1_080.. if chance.percent(40) => cast.other,
        _ if chance.percent(12) => cast.other,
        _ => cast.mother,
    }
}

fn feed(diary: &mut Diary, day: u32, left_first: bool, by: PersonId) -> Feed {
    let mother = by == diary.cast.mother;
    let chance = &mut diary.chance;
    if !mother && chance.percent(60) {
        return Feed { bottles: bottles(diary, day), ..Feed::default() };
    }
    let (first_s, second_s) = (chance.between(240, 900), chance.between(120, 600));
    let second_s = if chance.percent(30) { 0 } else { second_s };
    let (left_s, right_s) = if left_first { (first_s, second_s) } else { (second_s, first_s) };
    let last_side = if left_first == (second_s == 0) { Side::Left } else { Side::Right };
    let mut feed = Feed { timed: Timed { last_side: Some(last_side), ..timed(left_s, right_s) }, ..Feed::default() };
    // Somebody falls asleep, and the feed is kept without an end.
    if chance.one_in(60) {
        feed.timed.end_ms = None;
    }
    if chance.one_in(8) {
        feed.fuller = chance.of(&[Fuller::Left, Fuller::Right, Fuller::Same]);
    }
    if day < 21 && chance.one_in(3) {
        feed.latch_pain = u8::try_from(chance.between(0, 6)).ok();
        feed.nipple_left = chance.of(&[Nipple::None, Nipple::Sore, Nipple::Crack]);
    }
    if chance.one_in(20) {
        feed.bottles = bottles(diary, day);
    }
    feed
}

/// One bottle; one in ten times two of different milk. Half of the other parent's amounts are in ounces: some people think so.
fn bottles(diary: &mut Diary, day: u32) -> Vec<Bottle> {
    let chance = &mut diary.chance;
    let ml = (30 + day / 2).min(150) + 10 * chance.between(0, 3);
    let milk = if chance.percent(70) { Milk::Own } else { Milk::Formula };
    let amount = if chance.percent(25) { tenths(chance, ml / 3, Unit::FlOz) } else { typed(ml, Unit::Ml) };
    let mut bottles = vec![Bottle { milk, amount: Some(amount) }];
    if chance.one_in(10) {
        let amount = (!chance.one_in(4)).then(|| typed(ml / 20 * 10, Unit::Ml));
        bottles.push(Bottle { milk: if milk == Milk::Own { Milk::Formula } else { Milk::Own }, amount });
    }
    bottles
}

fn nappy(diary: &mut Diary, day: u32) -> Nappy {
    let chance = &mut diary.chance;
    let dirty = chance.percent(40);
    let wet = !dirty || chance.percent(70);
    let colour = match day {
        0..=1 => StoolColour::Black,
        2..=4 => StoolColour::Green,
        _ if chance.one_in(12) => StoolColour::Green,
        _ if day > 180 && chance.percent(60) => StoolColour::Brown,
        _ => StoolColour::Yellow,
    };
    let colour = (dirty && !chance.one_in(5)).then_some(colour);
    Nappy { wet, dirty, colour, dust: day < 3 && chance.one_in(12), blood: None }
}

/// The scales come out often at first, then each week, then each month; warmth is taken now and then.
fn measure(diary: &mut Diary, day: u32, baby: Subject) {
    let mother = diary.cast.mother;
    let [grams, length, head] = size(day);
    let weighed = day < 10 || (day < 90 && day.is_multiple_of(7)) || day.is_multiple_of(30);
    if weighed {
        let grams = grams / 10 * 10;
        let amount = match diary.chance.between(1, 4) {
            1 => pounds(grams),
            2 => Amount { value: format!("{}.{:02}", grams / 1_000, grams % 1_000 / 10), unit: Unit::Kg },
            _ => typed(grams, Unit::G),
        };
        diary.write(day, 590, mother, baby, Body::Weight(Measured { amount }));
    }
    if day.is_multiple_of(30) {
        let amount = tenths(&mut diary.chance, length, Unit::Cm);
        diary.write(day, 594, mother, baby, Body::Length(Measured { amount }));
        let amount = tenths(&mut diary.chance, head, Unit::Cm);
        diary.write(day, 596, mother, baby, Body::Head(Measured { amount }));
    }
    if diary.chance.one_in(9) {
        let warm = diary.chance.between(365, 374);
        let amount = tenths(&mut diary.chance, warm, Unit::C);
        diary.write(day, 1_110, mother, baby, Body::Temperature(Measured { amount }));
    }
}

/// Grams, millimetres of length, millimetres of head on a day.
pub(super) fn size(day: u32) -> [u32; 3] {
    let (month, rest) = (day * 10 / MONTH, day * 10 % MONTH);
    let end = |month: u32, of: usize| {
        let last = MONTHS.len() - 1;
        let known = usize::try_from(month).unwrap_or(last).min(last);
        let later = month.saturating_sub(u32::try_from(last).unwrap_or(0));
        MONTHS[known][of] + later * LATER[of]
    };
    let at = |of: usize| end(month, of) + (end(month + 1, of) - end(month, of)) * rest / MONTH;
    let lost = usize::try_from(day).ok().and_then(|day| LOST.get(day)).copied().unwrap_or(0);
    // What it puts on in the first days is what it had lost.
    let gained = (at(0) - 3_400) * day.min(12) / 12;
    [3_400 + gained - lost, at(1), at(2)]
}

/// As a scale in a clinic shows it.
fn pounds(grams: u32) -> Amount {
    let tenths_of_ounce = grams * 10_000 / 28_350;
    let (pounds, rest) = (tenths_of_ounce / 160, tenths_of_ounce % 160);
    Amount { value: format!("{pounds} {}.{}", rest / 10, rest % 10), unit: Unit::LbOz }
}

fn drops(diary: &mut Diary, day: u32, baby: Subject) {
    if day >= 7 && !diary.chance.one_in(12) {
        let by = diary.cast.other;
        let name = "Vitamin drops (invented)".to_owned();
        let medicine = Medicine { medicine: None, name, amount: Some(typed(1, Unit::Piece)) };
        diary.write(day, 485, by, baby, Body::Medicine(medicine));
    }
}
