//! The plural forms of a language: which form each number takes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fault, Words};

/// Numbers that meet every form of whole numbers that our pages show, in every language.
pub fn counts() -> impl Iterator<Item = usize> {
    (0..=31).chain(100..=112)
}

const ID: &str = "form";

/// The message of that id: it says the form of its number.
const FORMS: &str = "form = { $count ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n }\n";

/// The form of each of the [`counts`].
pub struct Plurals(BTreeMap<usize, String>);

impl Plurals {
    /// The forms of a language.
    ///
    /// # Errors
    /// The language has no such name.
    pub fn of(language: &str) -> Result<Self, Fault> {
        let words = Words::read(language, FORMS)?;
        Ok(Self(counts().map(|count| (count, words.say_count(ID, count))).collect()))
    }

    /// The form of a number.
    pub fn form(&self, count: usize) -> &str {
        self.0.get(&count).map_or("other", String::as_str)
    }

    /// Every form of the language.
    pub fn all(&self) -> BTreeSet<&str> {
        self.0.values().map(String::as_str).chain(["other"]).collect()
    }

    /// Whether the case with this key, a number or a form, is for one number alone.
    pub fn single(&self, key: &str) -> bool {
        super::piece::is_number(key) || self.0.values().filter(|form| *form == key).count() == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_those_of_the_language() {
        let [german, polish, arabic, japanese] = ["de", "pl", "ar", "ja"].map(|name| Plurals::of(name).expect("forms"));
        assert_eq!([german.form(1), german.form(21)], ["one", "other"]);
        assert_eq!([polish.form(2), polish.form(5), polish.form(22)], ["few", "many", "few"]);
        assert_eq!(arabic.all().len(), 6);
        assert_eq!(japanese.all().len(), 1);
        assert!(german.single("one") && polish.single("one") && polish.single("0"));
        assert!(!Plurals::of("ru").expect("forms").single("one"), "21 is `one` there");
        assert!(Plurals::of("not a language").is_err());
    }
}
