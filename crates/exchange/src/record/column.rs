//! The columns of each kind. They are the same in every row of a kind, whatever was said.

use care::record::amount::{Amount, Unit};
use care::record::body::{
    Body, Bottle, Check, Feed, Kind, Measured, Medicine, Mood, Nappy, Pump, Session, Sleep, Stock, StockAct,
    StockPlace, Symptom, Timed,
};
use care::record::moment::Moment;
use serde::Serialize;
use serde_json::Value;

use super::table::clock;

/// Names of columns with their cells.
pub(super) struct Columns(pub(super) Vec<(&'static str, String)>);

/// Where and when an instant of the device's clock was.
type At<'a> = &'a dyn Fn(i64) -> Option<Moment>;

/// Bottles with columns of their own; further ones share one.
const BOTTLES: [[&str; 3]; 3] = [
    ["bottle_1_milk", "bottle_1_amount", "bottle_1_unit"],
    ["bottle_2_milk", "bottle_2_amount", "bottle_2_unit"],
    ["bottle_3_milk", "bottle_3_amount", "bottle_3_unit"],
];

/// The columns of what an entry says.
pub(super) fn of_body(body: &Body, at: At) -> Columns {
    let mut to = Columns(Vec::new());
    match body {
        Body::Feed(feed) => of_feed(&mut to, feed, at),
        Body::Pump(pump) => {
            of_timed(&mut to, &pump.timed, at);
            to.amount(["left", "left_unit"], pump.left.as_ref());
            to.amount(["right", "right_unit"], pump.right.as_ref());
            to.amount(["total", "total_unit"], pump.total.as_ref());
        }
        Body::Stock(stock) => {
            to.named("act", Some(&stock.act));
            to.named("place", Some(&stock.place));
            to.amount(["amount", "unit"], Some(&stock.amount));
        }
        Body::Nappy(nappy) => of_nappy(&mut to, nappy),
        Body::Weight(one) | Body::Length(one) | Body::Head(one) | Body::Temperature(one) => {
            to.amount(["value", "unit"], Some(&one.amount));
        }
        Body::Medicine(medicine) => {
            to.text("medicine", medicine.medicine.clone().unwrap_or_default());
            to.text("name", medicine.name.clone());
            to.amount(["amount", "unit"], medicine.amount.as_ref());
        }
        Body::Symptom(symptom) => of_symptom(&mut to, symptom),
        Body::Session(session) => of_session(&mut to, session),
        Body::Sleep(sleep) => {
            to.instant(["end_local_date", "end_local_time", "end_utc_offset", "end_utc"], sleep.end_ms, at);
            to.text("open", sleep.open.to_string());
        }
        Body::Mood(mood) => {
            to.shown("down", mood.down);
            to.shown("little_interest", mood.little_interest);
        }
        Body::Check(check) => {
            to.text("answers", check.answers.clone());
            to.text("fingerprint", check.fingerprint.clone());
            to.text("parent_urgency", check.parent.clone().unwrap_or_default());
            to.text("baby_urgency", check.baby.clone().unwrap_or_default());
        }
        Body::Note {} => {}
    }
    to
}

fn of_timed(to: &mut Columns, timed: &Timed, at: At) {
    to.text("left_s", timed.left_s.to_string());
    to.text("right_s", timed.right_s.to_string());
    to.named("last_side", timed.last_side.as_ref());
    to.text("open", timed.open.to_string());
    to.named("running_side", timed.running.as_ref().map(|running| &running.side));
    let since_ms = timed.running.as_ref().map(|running| running.since_ms);
    to.instant(["running_local_date", "running_local_time", "running_utc_offset", "running_utc"], since_ms, at);
    to.instant(["end_local_date", "end_local_time", "end_utc_offset", "end_utc"], timed.end_ms, at);
}

fn of_feed(to: &mut Columns, feed: &Feed, at: At) {
    of_timed(to, &feed.timed, at);
    for (number, [milk, amount, unit]) in BOTTLES.into_iter().enumerate() {
        let bottle = feed.bottles.get(number);
        to.named(milk, bottle.map(|bottle| &bottle.milk));
        to.amount([amount, unit], bottle.and_then(|bottle| bottle.amount.as_ref()));
    }
    let more = feed.bottles.iter().skip(BOTTLES.len()).map(in_words).collect::<Vec<_>>();
    to.text("more_bottles", more.join("; "));
    to.named("fuller", feed.fuller.as_ref());
    to.shown("latch_pain", feed.latch_pain);
    to.named("nipple_left", feed.nipple_left.as_ref());
    to.named("nipple_right", feed.nipple_right.as_ref());
}

fn in_words(bottle: &Bottle) -> String {
    let amount = bottle.amount.as_ref().map(|amount| format!(" {} {}", amount.value, name(&amount.unit)));
    format!("{}{}", name(&bottle.milk), amount.unwrap_or_default())
}

fn of_nappy(to: &mut Columns, nappy: &Nappy) {
    to.text("wet", nappy.wet.to_string());
    to.text("dirty", nappy.dirty.to_string());
    to.named("colour", nappy.colour.as_ref());
    to.text("dust", nappy.dust.to_string());
    to.named("blood", nappy.blood.as_ref());
}

fn of_symptom(to: &mut Columns, symptom: &Symptom) {
    to.named("side", symptom.side.as_ref());
    to.shown("place", symptom.place);
    to.shown("pain", symptom.pain);
    to.amount(["lump", "lump_unit"], symptom.lump.as_ref());
    to.named("heat_colour", symptom.heat_colour.as_ref());
    to.named("nipple", symptom.nipple.as_ref());
}

fn of_session(to: &mut Columns, session: &Session) {
    to.text("code", session.code.clone());
    to.named("side", session.side.as_ref());
    to.shown("before", session.before);
    to.shown("after", session.after);
    to.text("stopped", session.stopped.to_string());
}

impl Columns {
    fn text(&mut self, column: &'static str, cell: String) {
        self.0.push((column, cell));
    }

    /// What prints; an empty cell for what was not said.
    fn shown(&mut self, column: &'static str, said: Option<impl ToString>) {
        self.text(column, said.map(|said| said.to_string()).unwrap_or_default());
    }

    /// What has a name in JSON: the table calls it the same.
    fn named(&mut self, column: &'static str, said: Option<&impl Serialize>) {
        self.text(column, said.map(name).unwrap_or_default());
    }

    fn amount(&mut self, [value, unit]: [&'static str; 2], said: Option<&Amount>) {
        self.text(value, said.map(|amount| amount.value.clone()).unwrap_or_default());
        self.named(unit, said.map(|amount| &amount.unit));
    }

    fn instant(&mut self, columns: [&'static str; 4], at_ms: Option<i64>, at: At) {
        let cells = at_ms.and_then(at).map(|moment| clock(&moment)).unwrap_or_default();
        self.0.extend(columns.into_iter().zip(cells));
    }
}

fn name(said: &impl Serialize) -> String {
    match serde_json::to_value(said) {
        Ok(Value::String(name)) => name,
        other => other.map(|value| value.to_string()).unwrap_or_default(),
    }
}

/// An entry of a kind that says as little as it can: it has the columns of every other.
pub(super) fn blank(kind: Kind) -> Body {
    let amount = || Amount { value: String::new(), unit: Unit::Piece };
    match kind {
        Kind::Feed => Body::Feed(Feed::default()),
        Kind::Pump => Body::Pump(Pump::default()),
        Kind::Stock => Body::Stock(Stock { act: StockAct::Put, place: StockPlace::Room, amount: amount() }),
        Kind::Nappy => Body::Nappy(Nappy::default()),
        Kind::Weight => Body::Weight(Measured { amount: amount() }),
        Kind::Length => Body::Length(Measured { amount: amount() }),
        Kind::Head => Body::Head(Measured { amount: amount() }),
        Kind::Temperature => Body::Temperature(Measured { amount: amount() }),
        Kind::Medicine => Body::Medicine(Medicine { medicine: None, name: String::new(), amount: None }),
        Kind::Symptom => Body::Symptom(Symptom::default()),
        Kind::Session => {
            Body::Session(Session { code: String::new(), side: None, before: None, after: None, stopped: false })
        }
        Kind::Sleep => Body::Sleep(Sleep::default()),
        Kind::Mood => Body::Mood(Mood::default()),
        Kind::Check => {
            Body::Check(Check { answers: String::new(), fingerprint: String::new(), parent: None, baby: None })
        }
        Kind::Note => Body::Note {},
    }
}
