//! One message against its English: in every situation the same values, the same numbers and the same cases.

use std::collections::BTreeSet;

use super::check::walk;
use super::figures;
use super::piece::{Message, Piece, Said, Situation};
use super::plural::{Plurals, counts};

/// Scripts fill these in from the first value to the last: another order would put a number in the wrong place.
const IN_ORDER: [&str; 2] = ["feed-sides", "session-step"];

/// The values that choose words in every message, and what they may be.
const CHOOSING: [(&str, [&str; 2]); 2] = [("person", ["parent", "other"]), ("baby", ["yes", "no"])];

/// Marks that turn the direction of all that follows.
const TURNING: [char; 9] =
    ['\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];

/// What is wrong, and what to do.
pub type Wrong = (String, String);

/// A message and its English.
pub struct Pair<'p> {
    pub english: &'p Message,
    pub theirs: &'p Message,
    pub plurals: &'p Plurals,
    pub english_plurals: &'p Plurals,
}

impl Pair<'_> {
    /// Everything that is wrong with it, each once.
    pub fn faults(&self) -> BTreeSet<Wrong> {
        let mut wrong = self.shape();
        if !wrong.is_empty() {
            return wrong;
        }
        let counts: Vec<Option<usize>> =
            if uses_count(self.english) || uses_count(self.theirs) { counts().map(Some).collect() } else { vec![None] };
        for person in CHOOSING[0].1 {
            for baby in CHOOSING[1].1 {
                for count in &counts {
                    self.situation([("person", person), ("baby", baby)], *count, &mut wrong);
                }
            }
        }
        wrong
    }

    /// What Fluent allows and our files do not, and cases that nothing chooses.
    fn shape(&self) -> BTreeSet<Wrong> {
        let mut wrong = BTreeSet::new();
        walk(&self.theirs.pieces, &mut |piece| match piece {
            Piece::Odd(what) => {
                wrong.insert((format!("{what} is not used in these files"), "write the words out".to_owned()));
            }
            Piece::Choice(choice) => {
                let known = self.keys(&choice.on);
                for case in &choice.cases {
                    if known.as_ref().is_some_and(|known| !known.contains(case.key.as_str())) {
                        let known: Vec<&str> = known.iter().flatten().copied().collect();
                        let next = format!("known are {}", known.join(", "));
                        wrong.insert((format!("`${}` never chooses `{}`", choice.on, case.key), next));
                    }
                }
                if known.is_none() {
                    let next = "choose by `$person`, `$baby` or `$count`".to_owned();
                    wrong.insert((format!("`${}` chooses no words", choice.on), next));
                }
            }
            Piece::Text(_) | Piece::Value(_) => {}
        });
        wrong
    }

    /// What a value may choose; none: it chooses nothing.
    fn keys(&self, on: &str) -> Option<BTreeSet<&str>> {
        if on == "count" {
            let mut numbers = BTreeSet::new();
            walk(&self.theirs.pieces, &mut |piece| {
                if let Piece::Choice(choice) = piece {
                    numbers.extend(
                        choice.cases.iter().map(|case| case.key.as_str()).filter(|key| super::piece::is_number(key)),
                    );
                }
            });
            return uses_count(self.english).then(|| self.plurals.all().into_iter().chain(numbers).collect());
        }
        CHOOSING.iter().find(|(name, _)| *name == on).map(|(_, keys)| keys.iter().copied().collect())
    }

    fn situation(&self, values: [(&str, &str); 2], count: Option<usize>, wrong: &mut BTreeSet<Wrong>) {
        let form = |plurals: &Plurals| count.map_or("other", |count| plurals.form(count)).to_owned();
        let (english_form, their_form) = (form(self.english_plurals), form(self.plurals));
        let english = Situation { values, count, form: &english_form }.say(&self.english.pieces);
        let theirs = Situation { values, count, form: &their_form }.say(&self.theirs.pieces);
        if theirs.text.trim().is_empty() {
            wrong.insert(("says nothing".to_owned(), format!("write the words; English says “{}”", english.text)));
            return;
        }
        wrong.extend(marks(&theirs.text));
        wrong.extend(self.lost_reader(&english, &theirs, values));
        wrong.extend(count.and_then(|count| self.lost_count(&english, &theirs, count, &their_form)));
        wrong.extend(self.values(&english, &theirs));
        wrong.extend(self.numbers(&english, &theirs, count));
    }

    /// A case for a reader, or for there being no baby, that English has and the file has not.
    fn lost_reader(&self, english: &Said, theirs: &Said, values: [(&str, &str); 2]) -> Vec<Wrong> {
        let met = |said: &Said, name: &str| said.met.get(name).is_some_and(Option::is_some);
        let lost = values.iter().filter(|(name, _)| met(english, name) && !met(theirs, name));
        lost.map(|(name, value)| {
            let what = format!("no case `{value}` of `${name}`");
            (what, format!("add it, even where it says the same; English says “{}”", english.text))
        })
        .collect()
    }

    /// A number or a plural form without a case of its own.
    fn lost_count(&self, english: &Said, theirs: &Said, count: usize, form: &str) -> Option<Wrong> {
        let met = theirs.met.get("count").cloned().flatten();
        let own = english.met.get("count").cloned().flatten();
        if let Some(number) = own.filter(|key| super::piece::is_number(key))
            && !met.as_ref().is_some_and(|key| self.plurals.single(key))
        {
            let next = format!("add `[{number}]`; English says “{}”", english.text);
            return Some((format!("no case `{number}` of `$count`"), next));
        }
        (english.plural && met.is_none() && form != "other").then(|| {
            let next = format!("add `[{form}]`, the plural form for numbers such as {count}");
            (format!("no case `{form}` of `$count`"), next)
        })
    }

    /// Values that are missing, unknown or there too often.
    fn values(&self, english: &Said, theirs: &Said) -> Vec<Wrong> {
        let names = |said: &Said| said.values.iter().filter(|name| *name != "count").cloned().collect::<Vec<_>>();
        let (english, theirs) = (names(english), names(theirs));
        let times = |names: &[String], name: &str| names.iter().filter(|one| *one == name).count();
        let mut wrong = Vec::new();
        for name in english.iter().chain(&theirs).collect::<BTreeSet<_>>() {
            let (wanted, found) = (times(&english, name), times(&theirs, name));
            if wanted == 0 {
                wrong.push((format!("`{{ ${name} }}` has no value here"), known(&english)));
            } else if found == 0 {
                wrong.push((format!("`{{ ${name} }}` is missing"), "put it where the page shall show it".to_owned()));
            } else if found != wanted {
                wrong.push((format!("`{{ ${name} }}` stands {found} times"), format!("English has it {wanted} times")));
            }
        }
        if wrong.is_empty() && IN_ORDER.contains(&self.english.id.as_str()) && english != theirs {
            let order: Vec<String> = english.iter().map(|name| format!("`{{ ${name} }}`")).collect();
            wrong.push(("the values stand in another order".to_owned(), format!("keep {}", order.join(", then "))));
        }
        wrong
    }

    /// Numbers that English says and the file does not, or the other way round. `$count` is a number like any other.
    fn numbers(&self, english: &Said, theirs: &Said, count: Option<usize>) -> Vec<Wrong> {
        let of = |said: &Said| {
            let counted = said.values.iter().filter(|name| *name == "count").filter_map(|_| count);
            figures::in_text(&said.text).into_iter().chain(counted.map(|count| count.to_string())).collect::<Vec<_>>()
        };
        let (mut missing, mut extra) = (of(english), of(theirs));
        missing.retain(|number| match extra.iter().position(|one| one == number) {
            Some(at) => {
                extra.remove(at);
                false
            }
            None => true,
        });
        let counted = |number: &String| count.is_some_and(|count| count.to_string() == *number);
        let met = theirs.met.get("count").cloned().flatten();
        // `one left` needs no number where `one` is no other number; where English leaves it out, it may stand.
        if met.as_ref().is_some_and(|key| self.plurals.single(key)) {
            missing.retain(|number| !counted(number));
        }
        extra.retain(|number| !counted(number));
        let without = |number: &String| match (&met, counted(number)) {
            (Some(form), true) => {
                let next =
                    format!("put it in: `{form}` is said of other numbers too; for one number alone write `[1]`");
                ("`{ $count }` is missing".to_owned(), next)
            }
            (None, true) => ("`{ $count }` is missing".to_owned(), format!("English says “{}”", english.text)),
            _ => (format!("the number {number} is missing"), format!("English says “{}”", english.text)),
        };
        let added = |number: &String| {
            (format!("the number {number} is not in the English"), format!("English says “{}”", english.text))
        };
        missing.iter().map(without).chain(extra.iter().map(added)).collect()
    }
}

fn known(names: &[String]) -> String {
    match names {
        [] => "take it out: this message has no values".to_owned(),
        _ => {
            format!("known are {}", names.iter().map(|name| format!("`{{ ${name} }}`")).collect::<Vec<_>>().join(", "))
        }
    }
}

/// Markup, marks that turn the text, digits that are not 0 to 9.
fn marks(text: &str) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if text.contains(['<', '>']) {
        wrong.push((
            "markup".to_owned(),
            "write plain words, without `<` and `>`: pages show them as they stand".to_owned(),
        ));
    }
    if text.split('&').skip(1).any(|rest| {
        rest.find(';').is_some_and(|end| rest[..end].chars().all(|c| c.is_alphanumeric() || c == '#') && end > 0)
    }) {
        wrong.push(("a name such as `&nbsp;`".to_owned(), "write the sign itself".to_owned()));
    }
    if text.contains(TURNING) {
        let next = "take it out: the page knows its direction and holds numbers together".to_owned();
        wrong.push(("an invisible mark that turns the text".to_owned(), next));
    }
    if text.contains(|c: char| figures::foreign(c)) {
        let next = "write 0 to 9: so are the values that the page fills in, and what can be typed".to_owned();
        wrong.push(("digits of another script".to_owned(), next));
    }
    wrong
}

fn uses_count(message: &Message) -> bool {
    let mut uses = false;
    walk(&message.pieces, &mut |piece| match piece {
        Piece::Value(name) => uses |= name == "count",
        Piece::Choice(choice) => uses |= choice.on == "count",
        Piece::Text(_) | Piece::Odd(_) => {}
    });
    uses
}
