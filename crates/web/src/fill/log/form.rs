//! A form as it is drawn: the table of its questions with what was typed in them.

use care::record::body::Side;
use care::record::moment::Moment;
use care::record::revision::Subject;
use care::record::settings::Settings;

use super::{Reader, amount, said};
use crate::record::fields::Fields;
use crate::record::form::{AT, Back, Wrong, marks, mirrored, odd, written};
use crate::record::forms::{Ask, Field, Form};
use crate::view::log::{Drawn, FormView, Pick};

/// A medicine that may be chosen: its id and name.
pub type Medicine = (String, String);

/// The parts of a form that are not in the table.
#[derive(Debug, Default)]
pub struct Around<'a> {
    /// Where it is sent.
    pub action: String,
    /// Fields that are not seen.
    pub hidden: Vec<(String, String)>,
    /// Of whom it may be.
    pub who: &'a [Subject],
    /// Whether what is logged stays hers.
    pub private: bool,
    /// Whether it makes a new entry: then buttons of one tap are offered, and the usual answers stand in it.
    pub new: bool,
    /// The medicines of the region.
    pub medicines: &'a [Medicine],
}

/// The form with what stands in it.
#[must_use]
pub fn form(form: &Form, around: Around, fields: &Fields, back: &[Back], reader: &Reader) -> FormView {
    let words = reader.words;
    let quick = around.new && !form.quick.is_empty();
    // Of an entry that is corrected nothing is hidden that it says.
    let draw = |field: &Field| drawn(field, fields, around.medicines, reader);
    let first = |field: &&Field| !field.more || (!around.new && matches!(field.ask, Ask::Tick));
    let (fields_of, more_of): (Vec<&Field>, Vec<&Field>) = form.fields.iter().partition(first);
    let more: Vec<Drawn> = more_of.into_iter().map(draw).collect();
    let open = more.iter().any(is_said);
    let chosen = chosen_of(around.who, fields);
    let babies = around.who.iter().all(|subject| matches!(subject, Subject::Baby(_)));
    let pick = |subject: &Subject| Pick {
        value: subject.key(),
        label: crate::numbers::capital(&reader.subject(*subject)),
        right: String::new(),
        chosen: chosen.contains(subject),
    };
    FormView {
        who: if around.who.len() > 1 { around.who.iter().map(pick).collect() } else { Vec::new() },
        many: babies,
        quick: form.quick.iter().filter(|_| quick).map(|(value, label)| (*value, words.say(label))).collect(),
        fields: fields_of.into_iter().map(draw).collect(),
        open,
        more,
        day: fields.text(AT[0]).to_owned(),
        clock: fields.text(AT[1]).to_owned(),
        back: back.iter().flat_map(|one| asked_back(one, reader)).collect(),
        ways: ways(back, reader),
        save: words.say(if around.new { "log-save" } else { "log-entry-change" }),
        action: around.action,
        hidden: around.hidden,
        private: around.private,
    }
}

/// Who was chosen among those who may be.
#[must_use]
pub fn chosen_of(who: &[Subject], fields: &Fields) -> Vec<Subject> {
    let sent: Vec<&str> =
        fields.0.iter().filter(|(name, _)| name == "subject").map(|(_, value)| value.as_str()).collect();
    match who {
        [only] => vec![*only],
        _ => who.iter().filter(|subject| sent.contains(&subject.key().as_str())).copied().collect(),
    }
}

/// What stands in a new form: now, the household's units, the usual milk.
#[must_use]
pub fn usual(form: &Form, settings: &Settings, who: &[Subject], now: &Moment) -> Fields {
    let [day, clock] = written(now);
    let mut fields = vec![(AT[2].to_owned(), format!("{day} {clock}"))];
    for field in form.fields {
        let names = marks(field);
        match (field.ask, field.path) {
            (Ask::Amount { units, .. }, _) => {
                let usual = [settings.volume, settings.mass, settings.length, settings.temperature];
                let usual = usual.map(|unit| serde_json::json!(unit).as_str().unwrap_or_default().to_owned());
                // Doses are typed in milligrams, whatever milk is measured in.
                let household = units.iter().find(|unit| usual.iter().any(|one| one == *unit));
                let unit = household.filter(|_| !units.contains(&"mg")).or(units.first());
                fields.extend(names.get(1).cloned().zip(unit.map(|unit| (*unit).to_owned())));
            }
            (Ask::Choice { .. }, "bottles.0.milk") if field.need => fields.push((names.concat(), "own".to_owned())),
            (Ask::Time, _) => fields.extend(names.first().cloned().zip(Some(day.clone()))),
            _ => {}
        }
    }
    fields.extend([(AT[0].to_owned(), day), (AT[1].to_owned(), clock)]);
    fields.extend(who.first().map(|subject| ("subject".to_owned(), subject.key())));
    Fields(fields)
}

/// What is wrong, in one sentence after the other.
#[must_use]
pub fn wrongs(wrong: &[Wrong], reader: &Reader) -> String {
    let one = |wrong: &Wrong| reader.words.say_one(wrong.message, "field", &reader.words.say(wrong.field));
    wrong.iter().map(one).collect::<Vec<_>>().join(". ")
}

fn is_said(drawn: &Drawn) -> bool {
    match drawn.look {
        "amount" | "text" | "lines" | "duration" => !drawn.value.is_empty(),
        "time" => !drawn.second.is_empty(),
        _ => drawn.picks.iter().any(|pick| pick.chosen && !pick.value.is_empty()),
    }
}

fn drawn(field: &Field, fields: &Fields, medicines: &[Medicine], reader: &Reader) -> Drawn {
    let words = reader.words;
    let names = marks(field);
    let value = fields.text(&names[0]).to_owned();
    let second_name = names.get(1).cloned().unwrap_or_default();
    let second = fields.text(&second_name).to_owned();
    let help = match field.ask {
        Ask::Duration => words.say("log-duration-help"),
        Ask::Medicine => words.say("log-medicine-name-help"),
        _ => String::new(),
    };
    let looked_at = if matches!(field.ask, Ask::Amount { .. }) { &second } else { &value };
    let picks = picks(field, looked_at, medicines, reader);
    Drawn {
        look: look(field.ask),
        id: format!("f-{}", field.path),
        name: names[0].clone(),
        label: words.say(field.label),
        second_name,
        help,
        value,
        second,
        picks,
    }
}

fn look(ask: Ask) -> &'static str {
    match ask {
        Ask::Choice { .. } | Ask::YesNo | Ask::Medicine => "picks",
        Ask::Sides => "sides",
        Ask::Amount { .. } => "amount",
        Ask::Score => "score",
        Ask::Place => "place",
        Ask::Tick => "tick",
        Ask::Duration => "duration",
        Ask::Time => "time",
        Ask::Text => "text",
        Ask::Lines => "lines",
    }
}

fn picks(field: &Field, value: &str, medicines: &[Medicine], reader: &Reader) -> Vec<Pick> {
    let words = reader.words;
    let pick =
        |one: &str, label: String| Pick { value: one.to_owned(), label, right: String::new(), chosen: one == value };
    let said =
        |options: &[(&str, &str)]| options.iter().map(|(one, label)| pick(one, words.say(label))).collect::<Vec<_>>();
    let not_said = || pick("", words.say("log-not-said"));
    let mut picks = match field.ask {
        Ask::Choice { options } => said(options),
        Ask::YesNo => said(&[("yes", "log-yes"), ("no", "log-no")]),
        Ask::Sides => return said(&[("left", "log-left"), ("right", "log-right")]),
        Ask::Tick => return vec![pick("yes", words.say(field.label))],
        Ask::Amount { units, .. } => {
            let unit = |name: &str| odd::unit(name).map(|unit| pick(name, words.say(amount::unit(unit))));
            return units.iter().filter_map(|name| unit(name)).collect();
        }
        Ask::Score => (0..=10).map(|score| pick(&score.to_string(), score.to_string())).collect(),
        Ask::Place => return (0..=12).rev().map(|picture| place(picture, value, reader)).collect(),
        Ask::Medicine => {
            let all = medicines.iter().map(|(id, name)| pick(id, name.clone()));
            return all.chain([pick("", words.say("log-medicine-other"))]).collect();
        }
        Ask::Duration | Ask::Time | Ask::Text | Ask::Lines => return Vec::new(),
    };
    if !field.need {
        picks.push(not_said());
    }
    picks
}

/// A place of the picture, in words for either breast: the picture is the same, turned over.
fn place(picture: u8, value: &str, reader: &Reader) -> Pick {
    let words = reader.words;
    let named = |side: Side, label: &str| {
        format!("{}, {}", words.say(label), words.say(said::spot(Some(side), mirrored(picture))))
    };
    Pick {
        value: picture.to_string(),
        label: named(Side::Left, "log-left"),
        right: named(Side::Right, "log-right"),
        chosen: picture.to_string() == value,
    }
}

fn asked_back(back: &Back, reader: &Reader) -> Vec<String> {
    let words = reader.words;
    match back {
        Back::Amount(_, odd) => {
            let typed = if odd.meant.is_none() && odd.typed.milli().is_none() {
                odd.typed.value.clone()
            } else {
                amount::typed(&odd.typed, words)
            };
            let meant =
                odd.meant.as_ref().map(|meant| words.say_one("log-odd-meant", "value", &amount::typed(meant, words)));
            [Some(words.say_one(odd.message, "value", &typed)), meant].into_iter().flatten().collect()
        }
        Back::Twice(clock) => vec![words.say_one("log-odd-twice", "value", clock)],
        Back::Skipped(clock, taken) => vec![words.say_with("log-odd-skipped", &[("value", clock), ("taken", taken)])],
        Back::Ahead(at) => vec![words.say_one("log-odd-ahead", "value", at)],
        Back::Dose(lines) => lines.clone(),
        Back::EndFirst => vec![words.say("log-odd-end")],
    }
}

/// The ways on from what is asked back: what was meant, the second of two times, or as typed.
fn ways(back: &[Back], reader: &Reader) -> Vec<(&'static str, String)> {
    let words = reader.words;
    if back.is_empty() {
        return Vec::new();
    }
    let meant = back.iter().any(|one| matches!(one, Back::Amount(_, odd) if odd.meant.is_some()));
    let twice = back.iter().find_map(|one| if let Back::Twice(clock) = one { Some(clock) } else { None });
    let mut ways = Vec::new();
    ways.extend(meant.then(|| ("meant", words.say("log-as-meant"))));
    let took = back.iter().any(|one| matches!(one, Back::Dose(_)));
    ways.push(("typed", words.say(if took { "log-dose-took" } else { "log-as-typed" })));
    ways.extend(twice.map(|clock| ("second", words.say_one("log-as-second", "value", clock))));
    ways
}
