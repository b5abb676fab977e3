//! Whom to call: the numbers of a region, as words and as calls.

use protocol::answers::Answers;
use protocol::compile::Compiled;
use protocol::explain::Told;
use protocol::model::urgency::{Phone, Region, Urgency};
use protocol::text::{Voice, fill};

use crate::view::Call;
use crate::words::Words;

/// The region that is known from the answers.
#[must_use]
pub fn region<'c>(compiled: &'c Compiled, answers: &Answers) -> Option<&'c Region> {
    let item = compiled.protocol.context_named("region")?;
    let code = compiled.protocol.context[item].written(answers.known(item)?);
    compiled.protocol.region_named(&code)
}

/// The first number of each kind, as words for a sentence. Without a region no number is named: a wrong one would be worse.
#[derive(Debug, Clone)]
pub struct Numbers {
    /// Emergency.
    pub emergency: String,
    /// Urgent advice.
    pub urgent: String,
    /// Crisis.
    pub crisis: String,
}

impl Numbers {
    /// The numbers of a region, or the phrases that stand for them.
    #[must_use]
    pub fn of(compiled: &Compiled, region: Option<&Region>, voice: Voice) -> Self {
        let phrase = |id: &str| compiled.protocol.phrase(id, voice).to_owned();
        let first = |phones: &[Phone], id: &str| {
            phones.first().map_or_else(|| phrase(id), |phone| phone.shown.say(voice).to_owned())
        };
        match region {
            Some(region) => Self {
                emergency: region.emergency.iter().map(|phone| phone.shown.say(voice)).collect::<Vec<_>>().join(" / "),
                urgent: first(&region.urgent, "any_urgent"),
                crisis: first(&region.crisis, "any_crisis"),
            },
            None => {
                Self { emergency: phrase("any_emergency"), urgent: phrase("any_urgent"), crisis: phrase("any_crisis") }
            }
        }
    }
}

/// The numbers of one kind as calls; without a region the phrase that stands for them.
#[must_use]
pub fn calls(compiled: &Compiled, phones: Option<&Vec<Phone>>, any: &str, voice: Voice) -> Vec<Call> {
    match phones {
        Some(phones) => phones
            .iter()
            .map(|phone| Call { text: phone.shown.say(voice).to_owned(), dial: phone.dial.clone() })
            .collect(),
        None => vec![Call { text: compiled.protocol.phrase(any, voice).to_owned(), dial: None }],
    }
}

/// Whether a patient's result shows the crisis line: when one of the rules that decided asks for it.
#[must_use]
pub fn wants_crisis(compiled: &Compiled, told: &Told) -> bool {
    told.reasons.iter().any(|rule| compiled.protocol.rules[*rule].crisis)
}

/// Whether only rules that ask for the crisis line decided.
#[must_use]
pub fn only_crisis(compiled: &Compiled, told: &Told) -> bool {
    !told.reasons.is_empty() && told.reasons.iter().all(|rule| compiled.protocol.rules[*rule].crisis)
}

/// The level in two or three words.
#[must_use]
pub fn head(compiled: &Compiled, urgency: Urgency, days: Option<u16>, voice: Voice, words: &Words) -> String {
    let days = self::days(days, words);
    let said = compiled.protocol.urgencies.iter().find(|words| words.urgency == urgency);
    said.map(|words| fill(words.head.say(voice), &[("days", &days)])).unwrap_or_default()
}

/// When the numbers of a region were last checked, in words; nothing without a region.
#[must_use]
pub fn checked(region: Option<&Region>, words: &Words) -> String {
    match region.map(|region| &region.checked) {
        None => String::new(),
        Some(None) => words.say("numbers-unverified"),
        Some(Some(day)) => words.say_one("numbers-checked", "day", day),
    }
}

/// A phrase with a capital at its head.
#[must_use]
pub fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// So many days, in words.
#[must_use]
pub fn days(days: Option<u16>, words: &Words) -> String {
    days.map(|days| words.say_count("days", usize::from(days))).unwrap_or_default()
}

/// The message that says what to do when a sign comes.
#[must_use]
pub const fn then(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::EmergencyNow => "then-emergency",
        Urgency::UrgentCallNow => "then-urgent",
        _ => "then-today",
    }
}
