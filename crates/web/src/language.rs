//! The languages that the pages can speak: one file of words each. A new one is a file in `languages` and a line here.

use crate::direction;
use crate::words::{ENGLISH, Words, mark};

/// Every language, English first.
pub const LANGUAGES: &[Language] = &[
    Language { code: "en", words: ENGLISH, test: false },
    // Made from the English words at start: nobody can read it.
    Language { code: "ar-XB", words: ENGLISH, test: true },
];

/// A language of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its name, BCP 47.
    pub code: &'static str,
    words: &'static str,
    /// Whether it is there for tests alone.
    pub test: bool,
}

/// A name that no language has. It says which there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown(String);

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let said = |one: &Language| if one.test { format!("{} (a test)", one.code) } else { one.code.to_owned() };
        let known: Vec<String> = LANGUAGES.iter().map(said).collect();
        write!(f, "unknown language `{}`; known are {}", self.0, known.join(", "))
    }
}

impl std::error::Error for Unknown {}

impl Language {
    /// English.
    pub const ENGLISH: Self = LANGUAGES[0];

    /// The language of this name, in whatever letters it is typed.
    ///
    /// # Errors
    /// There is no such language here.
    pub fn named(code: &str) -> Result<Self, Unknown> {
        let found = LANGUAGES.iter().find(|one| one.code.eq_ignore_ascii_case(code));
        found.copied().ok_or_else(|| Unknown(code.to_owned()))
    }

    /// The words of the pages. They are part of the binary and tested, so reading them cannot fail; a broken file would show ids.
    #[must_use]
    pub fn words(self) -> Words {
        let read = if self.test { Words::read_marked } else { Words::read };
        read(self.code, self.words).unwrap_or_else(|_| Words::silent())
    }

    /// A text of the protocol or the guide as it is shown in this language.
    ///
    /// They exist in English only: a real language shows them as they stand, and
    /// the test language marks them too, so that what is still Latin on a page has passed through no file at all.
    #[must_use]
    pub fn tell(self, text: &str) -> String {
        if self.test { self.hold(&mark(text)) } else { self.hold(text) }
    }

    /// A text that nobody translates, such as a telephone number, with its numbers in their order.
    #[must_use]
    pub fn hold(self, text: &str) -> String {
        if direction::of(self.code) == direction::RTL { direction::hold(text) } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_sound_words() {
        for language in LANGUAGES {
            assert!(language.words().knows("home-start"), "{}", language.code);
            assert_eq!(language.words().language(), language.code);
        }
    }

    #[test]
    fn a_language_is_found_in_any_letters() {
        assert_eq!(Language::named("AR-xb").map(|one| one.code), Ok("ar-XB"));
        assert_eq!(Language::named("EN"), Ok(Language::ENGLISH));
    }

    #[test]
    fn an_unknown_language_is_told_what_there_is() {
        let fault = Language::named("xx").map_err(|fault| fault.to_string());
        assert_eq!(fault, Err("unknown language `xx`; known are en, ar-XB (a test)".to_owned()));
    }

    #[test]
    fn the_test_language_marks_words_and_texts_and_leaves_values() {
        let language = Language::named("ar-XB").expect("the test language");
        let words = language.words();
        assert_eq!(words.direction(), "rtl");
        let said = words.say_one("call", "number", "999");
        assert!(said.ends_with("999") && !said.contains("Call"), "{said}");
        assert_eq!(words.say_count("days", 1).chars().next(), Some('1'));
        assert_ne!(words.voiced(false, true).say("score-lately"), words.say("score-lately"));
        assert_eq!(Language::ENGLISH.tell("Call 116 123"), "Call 116 123");
        assert!(language.tell("Call 116 123").ends_with("\u{2066}116 123\u{2069}"));
    }
}
