//! One case as JSON: an id, the context, the findings. What is not answered is absent.
//!
//! A level is always a string. Every fault names the field and what is allowed there; answers that contradict each other are no fault.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::fault::did_you_mean;
use protocol::model::finding::UNSURE;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use crate::names::Names;

/// The largest case that is read.
pub const LARGEST_CASE_BYTES: usize = 1 << 20;
/// The longest id that is echoed.
const LONGEST_ID: usize = 200;
/// Numbers that are read as floating point are whole-number exact below this.
const EXACT_BELOW: f64 = 9_007_199_254_740_992.0;

/// A case that was understood.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Its id as given, to be echoed: a string, a number or nothing.
    pub id: serde_json::Value,
    /// The answers.
    pub answers: Answers,
    /// The baby's age and the days since the birth lie far apart.
    pub ages_differ: bool,
}

/// Why a case was not understood.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFault {
    /// The id, when it came before the fault.
    pub id: serde_json::Value,
    /// The field, such as `findings.temp`; empty when it is not JSON at all.
    pub field: String,
    /// What is wrong and what is allowed.
    pub message: String,
}

impl fmt::Display for CaseFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.field.is_empty() {
            out.write_str(&self.message)
        } else {
            write!(out, "{}: {}", self.field, self.message)
        }
    }
}

impl std::error::Error for CaseFault {}

/// Reads cases against one protocol.
pub struct Reader<'c> {
    compiled: &'c Compiled,
    findings: Names<'c>,
}

impl<'c> Reader<'c> {
    /// A reader for a protocol.
    #[must_use]
    pub fn new(compiled: &'c Compiled) -> Self {
        Self { compiled, findings: Names::of(&compiled.protocol) }
    }

    /// Reads one case.
    ///
    /// # Errors
    /// The first field that cannot be understood.
    pub fn read(&self, bytes: &[u8]) -> Result<Case, CaseFault> {
        let plain = |message: String| CaseFault { id: serde_json::Value::Null, field: String::new(), message };
        if bytes.len() > LARGEST_CASE_BYTES {
            return Err(plain(format!("a case of {} bytes; at most {LARGEST_CASE_BYTES} are read", bytes.len())));
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|error| plain(format!("not UTF-8 from byte {}", error.valid_up_to() + 1)))?;
        let draft = RefCell::new(Draft::default());
        let mut json = serde_json::Deserializer::from_str(text);
        let read = CaseSeed { reader: self, draft: &draft }.deserialize(&mut json).and_then(|()| json.end());
        let draft = draft.into_inner();
        match read {
            Ok(()) => Ok(Case { ages_differ: self.ages_differ(&draft.answers), id: draft.id, answers: draft.answers }),
            Err(error) => Err(match draft.fault {
                Some((field, message)) => CaseFault { id: draft.id, field, message },
                None => CaseFault { id: draft.id, field: draft.field, message: error.to_string() },
            }),
        }
    }

    /// More than this apart is called a contradiction. (project)
    const FAR_APART_DAYS: u16 = 60;

    fn ages_differ(&self, answers: &Answers) -> bool {
        let protocol = &self.compiled.protocol;
        let known = |id| protocol.context_named(id).and_then(|item| answers.known(item));
        match (known("baby_age_days"), known("days_since_birth")) {
            (Some(age), Some(days)) if answers.has_baby(protocol) => {
                age.min(366).abs_diff(days.min(366)) > Self::FAR_APART_DAYS
            }
            _ => false,
        }
    }
}

#[derive(Default)]
struct Draft {
    id: serde_json::Value,
    answers: Answers,
    /// Where the reader is, for faults of the JSON itself.
    field: String,
    fault: Option<(String, String)>,
}

impl Draft {
    fn refuse<E: Error>(&mut self, field: String, message: String) -> E {
        self.fault = Some((field, message));
        E::custom("refused")
    }
}

struct CaseSeed<'s, 'c> {
    reader: &'s Reader<'c>,
    draft: &'s RefCell<Draft>,
}

impl<'de> DeserializeSeed<'de> for CaseSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for CaseSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a case: an object with `id`, `context` and `findings`")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let mut seen: Vec<String> = Vec::new();
        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
            if seen.iter().any(|known| *known == key) {
                return Err(self.draft.borrow_mut().refuse(key.to_string(), "given twice".to_owned()));
            }
            self.draft.borrow_mut().field = key.to_string();
            match key.as_ref() {
                "id" => {
                    let id: serde_json::Value = map.next_value()?;
                    let long = id.as_str().is_some_and(|id| id.len() > LONGEST_ID);
                    if long || !(id.is_string() || id.is_number() || id.is_null()) {
                        let message = format!("an id is a string of at most {LONGEST_ID} bytes or a number");
                        return Err(self.draft.borrow_mut().refuse("id".to_owned(), message));
                    }
                    if id.as_f64().is_some_and(|number| id.is_f64() && number.abs() >= EXACT_BELOW) {
                        let message = "a number too large to come back unchanged; send the id as a string".to_owned();
                        return Err(self.draft.borrow_mut().refuse("id".to_owned(), message));
                    }
                    self.draft.borrow_mut().id = id;
                }
                "context" => map.next_value_seed(ContextSeed { reader: self.reader, draft: self.draft })?,
                "findings" => map.next_value_seed(FindingsSeed { reader: self.reader, draft: self.draft })?,
                other => {
                    let message =
                        format!("unknown field `{}`; a case has `id`, `context` and `findings`", short(other));
                    // A fault without a field would read as one of the whole line.
                    let field = if other.is_empty() { "\"\"".to_owned() } else { short(other) };
                    return Err(self.draft.borrow_mut().refuse(field, message));
                }
            }
            seen.push(key.into_owned());
        }
        Ok(())
    }
}

struct FindingsSeed<'s, 'c> {
    reader: &'s Reader<'c>,
    draft: &'s RefCell<Draft>,
}

impl<'de> DeserializeSeed<'de> for FindingsSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for FindingsSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("an object of findings and their levels")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let protocol = &self.reader.compiled.protocol;
        let mut last = None;
        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
            let field = || format!("findings.{}", short(&key));
            let Some(id) = self.reader.findings.find(&key, last) else {
                let hint = did_you_mean(&key, self.reader.findings.all()).unwrap_or_default();
                return Err(self
                    .draft
                    .borrow_mut()
                    .refuse(field(), format!("unknown finding `{}` {hint}", short(&key)).trim_end().to_owned()));
            };
            last = Some(id);
            let finding = protocol.finding(id);
            let given: Written = map.next_value()?;
            let level = match &given {
                Written::Text(level) if level == UNSURE => Some(Given::Unsure),
                Written::Text(level) => finding.level_named(level).map(Given::Level),
                Written::Other(_) => None,
            };
            let Some(level) = level else {
                let allowed = finding.levels.iter().map(|level| format!("\"{level}\"")).collect::<Vec<_>>().join(", ");
                let unsure = if finding.levels.iter().any(|level| level == UNSURE) { "" } else { " or \"unsure\"" };
                let message = format!("{given} is not a level; a level is a string: {allowed}{unsure}");
                return Err(self.draft.borrow_mut().refuse(field(), message));
            };
            let mut draft = self.draft.borrow_mut();
            if draft.answers.given(id).is_some() {
                return Err(draft.refuse(field(), "given twice".to_owned()));
            }
            draft.answers.answer(id, level);
        }
        Ok(())
    }
}

struct ContextSeed<'s, 'c> {
    reader: &'s Reader<'c>,
    draft: &'s RefCell<Draft>,
}

impl<'de> DeserializeSeed<'de> for ContextSeed<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for ContextSeed<'_, '_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("an object of context")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        let protocol = &self.reader.compiled.protocol;
        while let Some(Key(key)) = map.next_key::<Key<'de>>()? {
            let field = || format!("context.{}", short(&key));
            let Some(item) = protocol.context_named(&key) else {
                let names = protocol.context.iter().map(|item| item.id.as_str());
                let hint = did_you_mean(&key, names.clone())
                    .unwrap_or_else(|| format!("allowed: {}", names.collect::<Vec<_>>().join(", ")));
                return Err(self.draft.borrow_mut().refuse(field(), format!("unknown item `{}`; {hint}", short(&key))));
            };
            let given: Written = map.next_value()?;
            let kind = &protocol.context[item];
            let value = match &given {
                Written::Text(word) if word.bytes().all(|byte| byte.is_ascii_digit()) => None,
                Written::Text(word) => kind.value(word),
                Written::Other(json) => json.as_u64().and_then(|number| kind.value(&number.to_string())),
            };
            let Some(value) = value else {
                let message = format!("{given} is not allowed; allowed: {}", kind.allowed());
                return Err(self.draft.borrow_mut().refuse(field(), message));
            };
            let mut draft = self.draft.borrow_mut();
            if draft.answers.known(item).is_some() {
                return Err(draft.refuse(field(), "given twice".to_owned()));
            }
            draft.answers.know(item, value);
        }
        Ok(())
    }
}

/// A key where it stands in the text; copied only when it is written with escapes. (A plain `Cow` would always be copied.)
#[derive(serde::Deserialize)]
struct Key<'t>(#[serde(borrow)] Cow<'t, str>);

/// A value as it was written: a string, or whatever else.
enum Written<'de> {
    Text(Cow<'de, str>),
    Other(serde_json::Value),
}

impl fmt::Display for Written<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(out, "\"{}\"", short(text)),
            Self::Other(json) => out.write_str(&short(&json.to_string())),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Written<'de> {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Written<'de>;

            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("a string or a number")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Written::Text(text.into()))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Written::Text(text.to_owned().into()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                Ok(Written::Other(number.into()))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Written::Other(number.into()))
            }

            fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
                Ok(Written::Other(number.into()))
            }

            fn visit_bool<E: Error>(self, yes: bool) -> Result<Self::Value, E> {
                Ok(Written::Other(yes.into()))
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Written::Other(serde_json::Value::Null))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                while list.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                Ok(Written::Other(serde_json::json!("a list")))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                while map.next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?.is_some() {}
                Ok(Written::Other(serde_json::json!("an object")))
            }
        }
        json.deserialize_any(Either)
    }
}

/// Enough of a strange word to recognise it.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}

/// Writes a case as one line of JSON: what [`Reader::read`] reads back.
#[must_use]
pub fn write(compiled: &Compiled, case: &Case) -> Vec<u8> {
    let protocol = &compiled.protocol;
    let mut context = serde_json::Map::new();
    for (item, one) in protocol.context.iter().enumerate() {
        if let Some(value) = case.answers.known(item) {
            let written = one.written(value);
            let json = written.parse::<u64>().map_or_else(|_| written.clone().into(), serde_json::Value::from);
            context.insert(one.id.clone(), json);
        }
    }
    let mut findings = serde_json::Map::new();
    for (id, finding) in protocol.each_finding() {
        match case.answers.given(id) {
            Some(Given::Level(level)) => findings.insert(finding.id.clone(), finding.level_id(level).into()),
            Some(Given::Unsure) => findings.insert(finding.id.clone(), UNSURE.into()),
            None => None,
        };
    }
    serde_json::json!({ "id": case.id, "context": context, "findings": findings }).to_string().into_bytes()
}
