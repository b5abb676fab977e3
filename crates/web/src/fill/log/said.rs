//! An entry in words. The phone says the same (`browser/phone/record/entry_said.js`).

use care::record::amount::Amount;
use care::record::body::{
    Body, Bottle, Feed, HeatColour, Medicine, Milk, Nappy, Nipple, Pump, Session, Side, StoolBlood, StoolColour,
    Symptom,
};
use care::record::entry::Entry;
use care::record::revision::Content;

use super::{Reader, amount};
use crate::record::form::mirrored;
use crate::view::log::{Piece, Said};

/// A minute.
const MINUTE_S: u32 = 60;

/// What an entry says: the line of its row, and what stands under it.
#[must_use]
pub fn said(entry: &Entry, reader: &Reader) -> Said {
    content(&entry.content, reader)
}

/// The same of one version of it.
#[must_use]
pub fn content(content: &Content, reader: &Reader) -> Said {
    let mut said = Said::default();
    let words = reader.words;
    let whose = || reader.subject(content.subject);
    let measured = |one: &Amount| amount::said(one, &reader.household.settings, words);
    let line = |parts: Vec<String>| {
        vec![Piece::from(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "))]
    };
    match &content.body {
        Body::Feed(feed) => of_feed(&mut said, feed, reader),
        Body::Pump(pump) => of_pump(&mut said, pump, reader),
        Body::Nappy(nappy) => of_nappy(&mut said, nappy, reader),
        Body::Symptom(symptom) => of_symptom(&mut said, symptom, reader),
        Body::Session(session) => of_session(&mut said, session, reader),
        Body::Temperature(one) => said.head = line(vec![measured(&one.amount), whose()]),
        Body::Weight(one) => said.head = line(vec![words.say("log-weight"), measured(&one.amount), whose()]),
        Body::Length(one) => said.head = line(vec![words.say("log-length"), measured(&one.amount), whose()]),
        Body::Head(one) => said.head = line(vec![words.say("log-head"), measured(&one.amount), whose()]),
        Body::Medicine(Medicine { name, amount, .. }) => {
            said.head = line(vec![name.clone(), amount.as_ref().map(measured).unwrap_or_default(), whose()]);
        }
        Body::Stock(stock) => {
            let (act, place) = (stock_act(stock.act), stock_place(stock.place));
            said.head = line(vec![words.say(act), words.say(place), measured(&stock.amount)]);
        }
        Body::Sleep(sleep) => {
            let slept_s = sleep.end_ms.map(|end_ms| (end_ms.saturating_sub(content.at.at_ms) / 1_000).max(0));
            let slept = slept_s.and_then(|slept_s| u32::try_from(slept_s).ok()).map(|slept_s| long(slept_s, reader));
            said.head = line(vec![words.say("log-sleep"), slept.unwrap_or_default(), whose()]);
            said.small.extend(sleep.open.then(|| words.say("log-said-asleep")));
        }
        Body::Mood(mood) => {
            said.head = line(vec![words.say("log-mood"), whose()]);
            let answer =
                |id: &str, yes: bool| words.say_one(id, "value", &words.say(if yes { "log-yes" } else { "log-no" }));
            said.small.extend(mood.down.map(|yes| answer("log-said-down", yes)));
            said.small.extend(mood.little_interest.map(|yes| answer("log-said-interest", yes)));
        }
        Body::Check(_) => said.head = line(vec![words.say("log-check"), whose()]),
        Body::Note {} => said.head = line(vec![words.say("log-note"), whose()]),
    }
    said.small.extend(Some(content.note.clone()).filter(|note| !note.is_empty()));
    said
}

fn of_feed(said: &mut Said, feed: &Feed, reader: &Reader) {
    let words = reader.words;
    let (left_s, right_s) = feed.timed.elapsed(reader.now_ms);
    let at_breast = left_s > 0 || right_s > 0 || feed.timed.running.is_some() || feed.bottles.is_empty();
    if at_breast {
        said.head.push(Piece::from(words.say("log-feed")));
    }
    said.head.extend(sides(left_s, right_s, reader));
    let bottle = |bottle: &Bottle| {
        let how_much = bottle.amount.as_ref().map(|one| amount::said(one, &reader.household.settings, words));
        let how_much = how_much.unwrap_or_else(|| words.say("log-bottle"));
        format!("{how_much}, {}", words.say(milk(bottle.milk)).to_lowercase())
    };
    let bottles = feed.bottles.iter().map(bottle).collect::<Vec<_>>().join("; ");
    said.head.extend((!bottles.is_empty()).then(|| Piece::from(bottles)));
    said.small.extend(feed.timed.open.then(|| words.say("log-said-running")));
    said.small.extend(feed.latch_pain.map(|pain| words.say_count("log-said-latch", pain.into())));
    for (side, found) in [("log-nipple-left", feed.nipple_left), ("log-nipple-right", feed.nipple_right)] {
        said.small.extend(found.map(|found| format!("{}: {}", words.say(side), words.say(nipple(found)))));
    }
}

fn of_pump(said: &mut Said, pump: &Pump, reader: &Reader) {
    let words = reader.words;
    let measured = |one: &Amount| amount::said(one, &reader.household.settings, words);
    said.head.push(Piece::from(words.say("log-pump")));
    said.head.extend(pump.left.as_ref().map(|one| Piece::of(Side::Left, measured(one))));
    said.head.extend(pump.right.as_ref().map(|one| Piece::of(Side::Right, measured(one))));
    said.head.extend(pump.total.as_ref().map(|one| Piece::from(measured(one))));
    let (left_s, right_s) = pump.timed.elapsed(reader.now_ms);
    let timed: Vec<String> = sides(left_s, right_s, reader)
        .map(|piece| format!("{}: {}", words.say(piece.side_label()), piece.text))
        .collect();
    said.small.extend(timed);
    said.small.extend(pump.timed.open.then(|| words.say("log-said-running")));
}

fn of_nappy(said: &mut Said, nappy: &Nappy, reader: &Reader) {
    let words = reader.words;
    let how = match (nappy.wet, nappy.dirty) {
        (true, true) => "log-wet-and-dirty",
        (true, false) => "log-wet",
        (false, true) => "log-dirty",
        (false, false) => "log-said-dry",
    };
    said.head.push(Piece::from(format!("{}, {}", words.say("log-nappy"), words.say(how).to_lowercase())));
    said.small.extend(nappy.colour.map(|colour| words.say(stool(colour))));
    said.small.extend(nappy.dust.then(|| words.say("log-dust")));
    let blood = |blood| if blood == StoolBlood::Streaks { "log-blood-streaks" } else { "log-blood-much" };
    said.small.extend(
        nappy.blood.map(|found| format!("{}: {}", words.say("log-blood"), words.say(blood(found)).to_lowercase())),
    );
}

fn of_symptom(said: &mut Said, symptom: &Symptom, reader: &Reader) {
    let words = reader.words;
    said.head.push(Piece::from(words.say("log-symptom")));
    let spot = symptom.place.map(|place| words.say(spot(symptom.side, place))).unwrap_or_default();
    match symptom.side {
        Some(side) => said.head.push(Piece::of(side, spot)),
        None if !spot.is_empty() => said.head.push(Piece::from(spot)),
        None => {}
    }
    said.small.extend(symptom.pain.map(|pain| words.say_count("log-said-pain", pain.into())));
    let lump = symptom.lump.as_ref().map(|one| amount::said(one, &reader.household.settings, words));
    said.small.extend(lump.map(|lump| words.say_one("log-said-lump", "value", &lump)));
    said.small.extend(
        symptom
            .heat_colour
            .map(|found| words.say_one("log-said-heat", "value", &words.say(heat(found)).to_lowercase())),
    );
    said.small.extend(
        symptom.nipple.map(|found| words.say_one("log-said-nipple", "value", &words.say(nipple(found)).to_lowercase())),
    );
}

fn of_session(said: &mut Said, session: &Session, reader: &Reader) {
    let words = reader.words;
    said.head.push(Piece::from(format!("{} {}", words.say("log-session"), session.code)));
    said.head.extend(session.side.map(|side| Piece::of(side, String::new())));
    said.small.extend(session.before.map(|pain| words.say_count("log-said-before", pain.into())));
    said.small.extend(session.after.map(|pain| words.say_count("log-said-after", pain.into())));
    said.small.extend(session.stopped.then(|| words.say("log-said-stopped")));
}

fn sides(left_s: u32, right_s: u32, reader: &Reader) -> impl Iterator<Item = Piece> {
    let of = |side, seconds: u32| (seconds > 0).then(|| Piece::of(side, length(seconds, reader)));
    of(Side::Left, left_s).into_iter().chain(of(Side::Right, right_s))
}

/// Minutes, or seconds of what was shorter.
fn length(seconds: u32, reader: &Reader) -> String {
    let (id, count) = if seconds < MINUTE_S { ("log-said-sec", seconds) } else { ("log-said-min", seconds / MINUTE_S) };
    reader.words.say_count(id, usize::try_from(count).unwrap_or_default())
}

/// Hours and minutes.
#[must_use]
pub fn long(seconds: u32, reader: &Reader) -> String {
    let minutes = seconds / MINUTE_S;
    if minutes < MINUTE_S {
        return reader.words.say_count("log-said-min", usize::try_from(minutes).unwrap_or_default());
    }
    let (hours, minutes) = ((minutes / MINUTE_S).to_string(), (minutes % MINUTE_S).to_string());
    reader.words.say_with("log-said-hours", &[("hours", &hours), ("minutes", &minutes)])
}

/// A place in words: kept as a clinician facing her reads the clock, said as toward her armpit or her middle.
#[must_use]
pub fn spot(side: Option<Side>, place: u8) -> &'static str {
    // Facing her, her left breast has its outer half at 1 to 5; the right one is its mirror.
    let place = if side == Some(Side::Right) { mirrored(place) } else { place };
    match place {
        0 => "log-spot-middle",
        1 | 2 => "log-spot-upper-outer",
        3 => "log-spot-outer",
        4 | 5 => "log-spot-lower-outer",
        6 => "log-spot-bottom",
        7 | 8 => "log-spot-lower-inner",
        9 => "log-spot-inner",
        10 | 11 => "log-spot-upper-inner",
        _ => "log-spot-top",
    }
}

fn milk(milk: Milk) -> &'static str {
    match milk {
        Milk::Own => "log-milk-own",
        Milk::Donor => "log-milk-donor",
        Milk::Formula => "log-milk-formula",
        Milk::Other => "log-milk-other",
    }
}

fn nipple(nipple: Nipple) -> &'static str {
    match nipple {
        Nipple::None => "log-nipple-none",
        Nipple::Sore => "log-nipple-sore",
        Nipple::Crack => "log-nipple-crack",
        Nipple::Infected => "log-nipple-infected",
    }
}

fn heat(heat: HeatColour) -> &'static str {
    match heat {
        HeatColour::None => "log-heat-none",
        HeatColour::SmallPatch => "log-heat-small",
        HeatColour::WedgeOrLarge => "log-heat-large",
    }
}

fn stool(colour: StoolColour) -> &'static str {
    match colour {
        StoolColour::Black => "log-stool-black",
        StoolColour::Green => "log-stool-green",
        StoolColour::Brown => "log-stool-brown",
        StoolColour::Yellow => "log-stool-yellow",
        StoolColour::Pale => "log-stool-pale",
    }
}

fn stock_act(act: care::record::body::StockAct) -> &'static str {
    use care::record::body::StockAct::{Discard, Put, Use};
    match act {
        Put => "log-stock-put",
        Use => "log-stock-use",
        Discard => "log-stock-discard",
    }
}

fn stock_place(place: care::record::body::StockPlace) -> &'static str {
    use care::record::body::StockPlace::{Freezer, Fridge, Room};
    match place {
        Room => "log-place-room",
        Fridge => "log-place-fridge",
        Freezer => "log-place-freezer",
    }
}
