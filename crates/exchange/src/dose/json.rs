//! JSON with its objects as they were written: a field that is given twice is seen, and every fault knows its path.

use std::fmt;

use protocol::fault::did_you_mean;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// A fault and where it stands, such as `doses[2].at`.
pub(super) type Fault = (String, String);

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    /// An object, its fields in the order of the text.
    Object(Vec<(String, Json)>),
    /// A list.
    List(Vec<Json>),
    /// A string, a number, true, false or null.
    Plain(Value),
}

impl Json {
    /// The fields of an object, each once and each known.
    pub(super) fn fields<'j>(&'j self, path: &str, known: &[&str]) -> Result<Fields<'j>, Fault> {
        let Self::Object(fields) = self else {
            return Err((path.to_owned(), format!("an object belongs here, with {}", listed(known))));
        };
        for (at, (name, _)) in fields.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                let hint =
                    did_you_mean(name, known.iter().copied()).unwrap_or_else(|| format!("allowed: {}", listed(known)));
                return Err((join(path, &shown(name)), format!("unknown field; {hint}")));
            }
            if fields[..at].iter().any(|(earlier, _)| earlier == name) {
                return Err((join(path, name), "given twice".to_owned()));
            }
        }
        Ok(Fields { path: path.to_owned(), fields })
    }
}

/// The fields of one object.
pub(super) struct Fields<'j> {
    path: String,
    fields: &'j [(String, Json)],
}

impl<'j> Fields<'j> {
    /// A field; `null` is as good as absent.
    pub(super) fn get(&self, name: &str) -> Option<&'j Json> {
        let found = self.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value);
        found.filter(|value| **value != Json::Plain(Value::Null))
    }

    /// The path of a field.
    pub(super) fn path(&self, name: &str) -> String {
        join(&self.path, name)
    }

    /// A fault of a field.
    pub(super) fn fault(&self, name: &str, message: impl Into<String>) -> Fault {
        (self.path(name), message.into())
    }

    /// A word, if it is there.
    pub(super) fn word(&self, name: &str) -> Result<Option<&'j str>, Fault> {
        match self.get(name) {
            None => Ok(None),
            Some(Json::Plain(Value::String(word))) => Ok(Some(word)),
            Some(_) => Err(self.fault(name, "a string belongs here")),
        }
    }

    /// A whole number within bounds, if it is there.
    pub(super) fn whole(&self, name: &str, least: i64, most: i64) -> Result<Option<i64>, Fault> {
        let wrong = || self.fault(name, format!("a whole number from {least} to {most} belongs here"));
        match self.get(name) {
            None => Ok(None),
            Some(Json::Plain(value)) => {
                value.as_i64().filter(|number| (least..=most).contains(number)).map(Some).ok_or_else(wrong)
            }
            Some(_) => Err(wrong()),
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn listed(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// A strange name as it is told: one without letters too has to be found.
fn shown(name: &str) -> String {
    if name.is_empty() { "\"\"".to_owned() } else { short(name) }
}

/// Enough of a strange word to recognise it.
pub(super) fn short(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        json.deserialize_any(AsWritten)
    }
}

struct AsWritten;

impl<'de> Visitor<'de> for AsWritten {
    type Value = Json;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Json, M::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Json, S::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Plain(text.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Plain(number.into()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Plain(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(Json::Plain(number.into()))
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Json, E> {
        Ok(Json::Plain(yes.into()))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Plain(Value::Null))
    }
}
