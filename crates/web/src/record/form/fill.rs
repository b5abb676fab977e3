//! What a form would send to say what an entry says: the way back of the reader.

use care::record::moment::Moment;
use care::record::revision::Content;
use serde_json::{Value, json};

use super::path::{at, prune, put};
use super::{AT, marks, mirrored};
use crate::record::forms::{Ask, Form};

/// What a form would send to say what is there.
#[must_use]
pub fn fill(form: &Form, content: &Value) -> Vec<(String, String)> {
    let mut filled = Vec::new();
    let moment: Option<Moment> = content.get("at").and_then(|at| serde_json::from_value(at.clone()).ok());
    if let Some(moment) = &moment {
        let [day, clock] = written(moment);
        filled.extend([(AT[0].to_owned(), day), (AT[1].to_owned(), clock)]);
    }
    for field in form.fields {
        let Some(value) = at(content, field.path) else { continue };
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let values = match field.ask {
            Ask::Amount { .. } => vec![text(&value["value"]), text(&value["unit"])],
            Ask::Place => vec![
                value.as_u64().and_then(|place| u8::try_from(place).ok()).map(mirrored).unwrap_or_default().to_string(),
            ],
            Ask::Tick => vec![if value == &json!(true) { "yes" } else { "" }.to_owned()],
            Ask::YesNo => vec![if value == &json!(true) { "yes" } else { "no" }.to_owned()],
            Ask::Duration => vec![minutes(value.as_u64().unwrap_or_default())],
            Ask::Time => {
                let zone = moment.as_ref().map_or("", |moment| moment.zone.as_str());
                written(&Moment::in_zone(value.as_i64().unwrap_or_default(), zone)).to_vec()
            }
            _ => vec![text(value)],
        };
        filled.extend(marks(field).into_iter().zip(values).filter(|(_, value)| !value.is_empty()));
    }
    filled
}

/// The day and the clock on the wall.
#[must_use]
pub fn written(moment: &Moment) -> [String; 2] {
    let wall = moment.on_the_wall();
    [wall.strftime("%Y-%m-%d").to_string(), wall.strftime("%H:%M").to_string()]
}

fn minutes(seconds: u64) -> String {
    if seconds.is_multiple_of(60) {
        (seconds / 60).to_string()
    } else {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

/// The same with left and right the other way round; nothing for what has no two sides.
#[must_use]
pub fn swapped(content: &Value) -> Option<Content> {
    const PAIRS: [(&str, &str); 3] = [("left_s", "right_s"), ("left", "right"), ("nipple_left", "nipple_right")];
    if content["kind"] != "feed" && content["kind"] != "pump" {
        return None;
    }
    let mut swapped = content.clone();
    for (left, right) in PAIRS {
        put(&mut swapped, left, content[right].clone());
        put(&mut swapped, right, content[left].clone());
    }
    for path in ["first_side", "last_side", "running.side", "fuller"] {
        match at(content, path).and_then(Value::as_str) {
            Some("left") => put(&mut swapped, path, json!("right")),
            Some("right") => put(&mut swapped, path, json!("left")),
            _ => {}
        }
    }
    prune(&mut swapped);
    serde_json::from_value(swapped).ok()
}
