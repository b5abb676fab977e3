//! The words of the pages: one Fluent file a language. Only this file and those under it know Fluent.

pub mod check;
mod compare;
mod figures;
mod marked;
mod piece;
mod plural;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::direction;
pub(crate) use marked::mark;

/// The English words: those of all pages, and those of the record.
pub const ENGLISH: &str = concat!(
    include_str!("../languages/en.ftl"),
    include_str!("../languages/en.record.ftl"),
    include_str!("../languages/en.log.ftl"),
    include_str!("../languages/en.people.ftl")
);

/// A language file that cannot be used.
#[derive(Debug)]
pub enum Fault {
    /// The name of the language is not one.
    Language(String),
    /// Lines that are no Fluent, or two messages with one id.
    Text(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Language(name) => write!(f, "`{name}` is not the name of a language"),
            Self::Text(fault) => write!(f, "the words cannot be read: {fault}"),
        }
    }
}

impl std::error::Error for Fault {}

/// The words of one language, spoken to one reader. Cheap to clone.
///
/// Every message knows `$person` (`parent` when she reads herself, else `other`) and `$baby` (`yes` or `no`).
#[derive(Clone)]
pub struct Words {
    bundle: Arc<FluentBundle<FluentResource>>,
    text: Arc<str>,
    change: Option<fn(&str) -> Cow<str>>,
    language: Arc<str>,
    to_parent: bool,
    baby: bool,
}

impl Words {
    /// Reads a language file.
    ///
    /// # Errors
    /// The language has no such name, or the file is not sound Fluent.
    pub fn read(language: &str, text: &str) -> Result<Self, Fault> {
        Self::read_through(None, language, text)
    }

    /// The same, with every word marked as the test language does; values and selectors stay.
    ///
    /// # Errors
    /// As [`Words::read`].
    pub fn read_marked(language: &str, text: &str) -> Result<Self, Fault> {
        Self::read_through(Some(mark), language, text)
    }

    fn read_through(change: Option<fn(&str) -> Cow<str>>, language: &str, text: &str) -> Result<Self, Fault> {
        let name = language.parse().map_err(|_| Fault::Language(language.to_owned()))?;
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, faults)| Fault::Text(list(&faults)))?;
        let mut bundle = FluentBundle::new_concurrent(vec![name]);
        // Our values are numbers and short names in the page's own direction: no invisible marks around them.
        bundle.set_use_isolating(false);
        bundle.set_transform(change);
        bundle.add_resource(resource).map_err(|faults| Fault::Text(list(&faults)))?;
        Ok(Self {
            bundle: Arc::new(bundle),
            text: text.into(),
            change,
            language: language.into(),
            to_parent: true,
            baby: true,
        })
    }

    /// Words without messages: every id is shown as itself.
    #[must_use]
    pub fn silent() -> Self {
        let bundle = Arc::new(FluentBundle::new_concurrent(Vec::new()));
        Self { bundle, text: "".into(), change: None, language: "en".into(), to_parent: true, baby: true }
    }

    /// The same words for another reader: to the parent herself or about her, with a baby to speak of or without.
    #[must_use]
    pub fn voiced(&self, to_parent: bool, baby: bool) -> Self {
        Self { to_parent, baby, ..self.clone() }
    }

    /// The language, for `<html lang>`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The language file as it was read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// A plain piece of the file as it is said.
    #[must_use]
    pub fn told<'t>(&self, piece: &'t str) -> Cow<'t, str> {
        self.change.map_or(Cow::Borrowed(piece), |change| change(piece))
    }

    /// Which way it is written, for `<html dir>`: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        direction::of(&self.language)
    }

    /// Whether the file has this message.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message without values of its own.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A message with a number named `$count`.
    #[must_use]
    pub fn say_count(&self, id: &str, count: usize) -> String {
        self.say_with(id, &[("count", &count.to_string())])
    }

    /// A message with one named value.
    #[must_use]
    pub fn say_one(&self, id: &str, name: &str, value: &str) -> String {
        self.say_with(id, &[(name, value)])
    }

    /// A message with named values. A value that is written as a plain whole number also chooses plural forms.
    /// An unknown id is shown as itself; a test sees to it that there is none.
    #[must_use]
    pub fn say_with(&self, id: &str, values: &[(&str, &str)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut args = FluentArgs::new();
        args.set("person", if self.to_parent { "parent" } else { "other" });
        args.set("baby", if self.baby { "yes" } else { "no" });
        for (name, value) in values {
            args.set(*name, number_or_text(value));
        }
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
        if self.direction() == direction::RTL { direction::hold(&said) } else { said.into_owned() }
    }

    /// The words before and after the named value, for a value that the page draws itself (a time, a counter).
    #[must_use]
    pub fn say_around(&self, id: &str, name: &str) -> (String, String) {
        let said = self.say_with(id, &[(name, &direction::GAP.to_string())]);
        match said.split_once(direction::GAP) {
            Some((before, after)) => (before.to_owned(), after.to_owned()),
            None => (said, String::new()),
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({}, to_parent: {}, baby: {})", self.language, self.to_parent, self.baby)
    }
}

/// `7` is a number; `000`, `38.0` and `116 123` are words, and no digit of them may be lost.
fn number_or_text(value: &str) -> FluentValue<'_> {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

fn list<F: fmt::Display>(faults: &[F]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let text = "n = { $count ->\n    [one] one left\n   *[other] { $count } left\n }\n\
                    call = Call { $number }\n\
                    who = { $person ->\n    [other] She\n   *[parent] You\n }\n\
                    by = Before { $time }, please\n";
        Words::read("en", text).expect("sound words")
    }

    #[test]
    fn a_count_chooses_its_plural() {
        assert_eq!(words().say_count("n", 1), "one left");
        assert_eq!(words().say_count("n", 7), "7 left");
    }

    #[test]
    fn a_telephone_number_keeps_every_digit() {
        for number in ["000", "999", "116 123", "1-800-222-1222"] {
            assert_eq!(words().say_one("call", "number", number), format!("Call {number}"));
        }
    }

    #[test]
    fn the_reader_chooses_the_form() {
        assert_eq!(words().say("who"), "You");
        assert_eq!(words().voiced(false, true).say("who"), "She");
    }

    #[test]
    fn a_drawn_value_parts_the_words() {
        assert_eq!(words().say_around("by", "time"), ("Before ".to_owned(), ", please".to_owned()));
    }

    #[test]
    fn broken_words_are_refused() {
        assert!(Words::read("en", "a = { $").is_err());
        assert!(Words::read("en", "a = 1\na = 2\n").is_err());
    }
}
