//! Reading a form into what an entry says.
//!
//! The names of the fields are the paths in the entry's JSON with a mark of their type: `bottles.0.amount.value:text`. The phone has the same
//! reader (`browser/phone/record/form.js`).

mod fill;
pub mod local;
pub mod odd;
mod path;

pub use fill::{fill, swapped, written};

use care::record::amount::Amount;
use care::record::moment::Moment;
use care::record::revision::Content;
use care::record::timer;
use serde_json::{Value, json};

use super::fields::Fields;
use super::forms::{Ask, Field, Form};
use local::Local;
use odd::Odd;
use path::{at, prune, put};

/// The start of every entry is asked as these two, and what they showed at first as the third.
pub const AT: [&str; 3] = ["at:day", "at:clock", "at:shown"];
/// Nobody notes more; a book is no note.
const LONGEST: usize = 20_000;
/// A clock that is a little ahead is no slip.
const AHEAD_MS: i64 = 10 * 60_000;

/// Why a form cannot be saved: a message and the message that names the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong, with `$field`.
    pub message: &'static str,
    /// The field.
    pub field: &'static str,
}

/// What is asked back before it is saved as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Back {
    /// An odd amount.
    Amount(&'static str, Odd),
    /// A time that was twice on that night: the day and clock, and which is taken when nothing more is said.
    Twice(String),
    /// A time that the clocks went over: as typed, and what is taken.
    Skipped(String, String),
    /// A start that has not come yet.
    Ahead(String),
    /// What a dose would do to the limits of its label.
    Dose(Vec<String>),
    /// An end before the start.
    EndFirst,
}

/// What was read.
#[derive(Debug, Clone, Default)]
pub struct Read {
    /// The content, without its subject.
    pub content: Value,
    /// What keeps it from being saved.
    pub wrong: Vec<Wrong>,
    /// What is asked back.
    pub back: Vec<Back>,
}

/// When and where a form is read.
#[derive(Debug, Clone, Copy)]
pub struct Here<'h> {
    /// The present.
    pub now_ms: i64,
    /// The zone of times that are typed.
    pub zone: &'h str,
}

/// Reads a form over what was there before. What was not touched stays as it was, to the millisecond.
#[must_use]
pub fn read(form: &Form, fields: &Fields, before: &Value, here: Here) -> Read {
    let was = Fields(fill(form, before));
    let mut read = Read { content: before.clone(), ..Read::default() };
    read_at(&mut read, fields, &was, here);
    back_dated(&mut read.content, before);
    for field in form.fields {
        let untouched = marks(field).iter().all(|name| fields.text(name) == was.text(name));
        if untouched {
            continue;
        }
        put(&mut read.content, field.path, Value::Null);
        match value(field, fields, here, &mut read.back) {
            Ok(value) => {
                put(&mut read.content, field.path, value);
                run_on(&mut read.content, field, here.now_ms);
            }
            Err(message) => read.wrong.push(Wrong { message, field: field.label }),
        }
    }
    prune(&mut read.content);
    settle(&mut read);
    let missing = form.fields.iter().filter(|field| field.need && at(&read.content, field.path).is_none());
    read.wrong.extend(missing.map(|field| Wrong { message: "log-wrong-need", field: field.label }));
    read
}

/// What follows from two answers together.
fn settle(read: &mut Read) {
    let content = &mut read.content;
    if at(content, "bottles.0.amount").is_some() && at(content, "bottles.0.milk").is_none() {
        read.wrong.push(Wrong { message: "log-wrong-need", field: "log-bottle-milk" });
    }
    if content["kind"] == "symptom" && at(content, "place").is_some() && at(content, "side").is_none() {
        read.wrong.push(Wrong { message: "log-wrong-need", field: "log-side" });
    }
    if content["kind"] != "sleep" {
        return;
    }
    if let Some(end_ms) = at(content, "end_ms").and_then(Value::as_i64) {
        if end_ms < at(content, "at.at_ms").and_then(Value::as_i64).unwrap_or(end_ms) {
            read.back.push(Back::EndFirst);
        }
        put(content, "open", Value::Null);
        prune(content);
    }
}

fn read_at(read: &mut Read, fields: &Fields, was: &Fields, here: Here) {
    let (day, clock) = (fields.text(AT[0]), fields.text(AT[1]));
    let empty = day.is_empty() && clock.is_empty();
    let same = empty || (day == was.text(AT[0]) && clock == was.text(AT[1]));
    if read.content.get("at").is_some() && same {
        return;
    }
    let untouched = fields.maybe(AT[2]).is_some_and(|shown| shown == format!("{day} {clock}"));
    let at_ms =
        if untouched || empty { Some(here.now_ms) } else { on_the_wall(day, clock, fields, here.zone, &mut read.back) };
    let Some(at_ms) = at_ms else {
        read.wrong.push(Wrong { message: "log-wrong-time", field: "log-at" });
        return;
    };
    if at_ms > here.now_ms.saturating_add(AHEAD_MS) {
        read.back.push(Back::Ahead(format!("{day} {clock}")));
    }
    let moment = Moment::in_zone(at_ms, here.zone);
    put(&mut read.content, "at", json!(moment));
}

/// A side took so long until now, as it was typed: what runs there runs on from that.
fn run_on(content: &mut Value, field: &Field, now_ms: i64) {
    let runs = |side: &str| content["running"]["side"] == side;
    if (field.path == "left_s" && runs("left")) || (field.path == "right_s" && runs("right")) {
        content["running"]["since_ms"] = json!(now_ms);
    }
}

/// What runs began when it is said now to have begun: the first side gets the difference.
fn back_dated(content: &mut Value, before: &Value) {
    let moment = content.get("at").filter(|at| before["open"] == true && Some(*at) != before.get("at"));
    let moment = moment.and_then(|at| serde_json::from_value::<Moment>(at.clone()).ok());
    if let (Some(moment), Ok(mut moved)) = (moment, serde_json::from_value::<Content>(before.clone())) {
        timer::back_date(&mut moved, moment);
        *content = json!(moved);
    }
}

/// The instant of a typed day and time. Which of two is meant is said by the button; first comes the first.
fn on_the_wall(day: &str, clock: &str, fields: &Fields, zone: &str, back: &mut Vec<Back>) -> Option<i64> {
    Some(match local::instant(day, clock, zone)? {
        Local::Once(at_ms) => at_ms,
        Local::Twice(first_ms, second_ms) => {
            back.push(Back::Twice(clock.to_owned()));
            if fields.text("go") == "second" { second_ms } else { first_ms }
        }
        Local::Skipped(at_ms) => {
            let taken = Moment::in_zone(at_ms, zone).on_the_wall().strftime("%H:%M").to_string();
            back.push(Back::Skipped(clock.to_owned(), taken));
            at_ms
        }
    })
}

/// The names under which a field comes.
#[must_use]
pub fn marks(field: &Field) -> Vec<String> {
    let named = |marks: &[&str]| marks.iter().map(|mark| format!("{}{mark}", field.path)).collect();
    match field.ask {
        Ask::Choice { .. } | Ask::Sides | Ask::Text | Ask::Lines | Ask::Medicine => named(&[":text"]),
        Ask::Amount { .. } => named(&[".value:text", ".unit:unit"]),
        Ask::Score => named(&[":number"]),
        Ask::Place => named(&[":place"]),
        Ask::Tick => named(&[":flag"]),
        Ask::YesNo => named(&[":answer"]),
        Ask::Duration => named(&[":duration"]),
        Ask::Time => named(&[":day", ":clock"]),
    }
}

fn value(field: &Field, fields: &Fields, here: Here, back: &mut Vec<Back>) -> Result<Value, &'static str> {
    let names = marks(field);
    let typed = |at: usize| names.get(at).map_or("", |name| fields.text(name));
    let text = typed(0);
    if text.is_empty() && typed(1).is_empty() {
        return Ok(Value::Null);
    }
    let known = |values: &[&str]| values.contains(&text).then(|| json!(text)).ok_or("log-wrong-choice");
    match field.ask {
        Ask::Choice { options } => known(&options.iter().map(|(value, _)| *value).collect::<Vec<_>>()),
        Ask::Sides => known(&["left", "right"]),
        Ask::Text | Ask::Lines | Ask::Medicine if text.len() > LONGEST => Err("log-wrong-long"),
        Ask::Text | Ask::Lines | Ask::Medicine => Ok(json!(text)),
        Ask::Score => whole(text, 10).map(|score| json!(score)).ok_or("log-wrong-choice"),
        Ask::Place => whole(text, 12).map(|picture| json!(mirrored(picture))).ok_or("log-wrong-choice"),
        Ask::Tick => Ok(json!(true)),
        Ask::YesNo => known(&["yes", "no"]).map(|_| json!(text == "yes")),
        Ask::Duration => seconds(text)
            .map(|seconds| if seconds == 0 { Value::Null } else { json!(seconds) })
            .ok_or("log-wrong-duration"),
        Ask::Time if typed(1).is_empty() => Ok(Value::Null),
        Ask::Time => on_the_wall(text, typed(1), fields, here.zone, back).map(|ms| json!(ms)).ok_or("log-wrong-time"),
        Ask::Amount { .. } if text.is_empty() => Ok(Value::Null),
        Ask::Amount { units, least, most } => amount(field, text, typed(1), (units, least, most), (fields, back)),
    }
}

fn amount(
    field: &Field,
    typed: &str,
    unit: &str,
    (units, least, most): (&[&str], i64, i64),
    (fields, back): (&Fields, &mut Vec<Back>),
) -> Result<Value, &'static str> {
    let unit = units.iter().find(|known| **known == unit).and_then(|name| odd::unit(name)).ok_or("log-wrong-choice")?;
    let amount = Amount { value: typed.to_owned(), unit };
    let Some(odd) = odd::odd(&amount, units, least, most) else { return Ok(json!(amount)) };
    let meant = odd.meant.clone().filter(|_| fields.text("go") == "meant");
    back.push(Back::Amount(field.path, odd));
    Ok(json!(meant.unwrap_or(amount)))
}

fn whole(text: &str, most: u8) -> Option<u8> {
    text.parse().ok().filter(|number: &u8| *number <= most && number.to_string() == text)
}

/// The picture is a mirror: what stands at 10 there is at 2 for a clinician who faces her. It is its own way back.
#[must_use]
pub fn mirrored(place: u8) -> u8 {
    if place == 0 || place >= 12 { place } else { 12 - place }
}

/// `18` minutes, or `18:03`.
fn seconds(text: &str) -> Option<u32> {
    let digits = |text: &str| {
        (!text.is_empty() && text.len() <= 5 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse::<u32>().ok())
            .flatten()
    };
    let (minutes, rest) = text.split_once(':').unwrap_or((text, "0"));
    Some(digits(minutes)? * 60 + digits(rest).filter(|rest| *rest < 60)?)
}

#[cfg(test)]
mod tests;
