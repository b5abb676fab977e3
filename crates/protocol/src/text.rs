//! Texts that a person reads, in every voice they need: to the parent or about her, with a baby or without.

use crate::fault::{Fault, Place};

/// Who reads, and whether a baby may be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Voice {
    /// The parent herself reads ("you"); otherwise someone answers for her ("she").
    pub to_parent: bool,
    /// There is a baby to speak of.
    pub baby: bool,
}

impl Voice {
    /// All four voices.
    pub const ALL: [Self; 4] = [
        Self { to_parent: true, baby: true },
        Self { to_parent: true, baby: false },
        Self { to_parent: false, baby: true },
        Self { to_parent: false, baby: false },
    ];

    fn index(self) -> usize {
        usize::from(!self.to_parent) * 2 + usize::from(!self.baby)
    }
}

/// The names that may be filled in later.
pub const PLACEHOLDERS: [&str; 8] = ["emergency", "urgent", "crisis", "time", "days", "sign", "hand", "near"];

/// A text in all voices. `[a|b]` chooses by reader, `{a|b}` by baby.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    raw: String,
    /// One rendering per voice; empty when the text is the same in all.
    voices: Vec<String>,
}

impl Text {
    /// Reads a text. Faults name the place of the whole text.
    ///
    /// # Errors
    /// Brackets that do not pair, an alternative that is not two forms, or an unknown `$name`.
    pub fn parse(raw: &str, place: Place) -> Result<Self, Fault> {
        unknown_placeholder(raw).map_or(Ok(()), |name| {
            let known = PLACEHOLDERS.map(|name| format!("`${name}`")).join(", ");
            Err(Fault::new(place, format!("unknown name `${name}` in the text")).hint(format!("known are {known}")))
        })?;
        let voices = Voice::ALL.iter().map(|voice| render(raw, *voice, place)).collect::<Result<Vec<_>, _>>()?;
        let same = voices.iter().all(|one| *one == raw);
        Ok(Self { raw: raw.to_owned(), voices: if same { Vec::new() } else { voices } })
    }

    /// The text for one voice.
    #[must_use]
    pub fn say(&self, voice: Voice) -> &str {
        self.voices.get(voice.index()).map_or(&self.raw, String::as_str)
    }

    /// As it stands in the file.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }
}

fn unknown_placeholder(raw: &str) -> Option<&str> {
    raw.split('$').skip(1).find_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        (!PLACEHOLDERS.contains(&&rest[..end])).then_some(&rest[..end])
    })
}

/// Fills the names of a rendered text. A name without a value is left as it is, so that a test can see it.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("${name}"), value))
}

fn render(raw: &str, voice: Voice, place: Place) -> Result<String, Fault> {
    let by_baby = choose(raw, ('{', '}'), voice.baby, place)?;
    let said = choose(&by_baby, ('[', ']'), voice.to_parent, place)?;
    // A form that is left out leaves two blanks; the unbreakable one between a number and its unit stays.
    Ok(said.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Resolves one kind of bracket. The bar that parts the forms is the one outside any inner bracket.
fn choose(raw: &str, (open, close): (char, char), first: bool, place: Place) -> Result<String, Fault> {
    let unpaired = || {
        Fault::new(place, format!("`{open}` and `{close}` do not pair in the text"))
            .hint("write `[you|she]` or `{with a baby|without}`")
    };
    let mut out = String::new();
    let mut rest = raw;
    while let Some(start) = rest.find([open, close]) {
        let inside = rest[start..].strip_prefix(open).ok_or_else(unpaired)?;
        let end = inside.find([open, close]).filter(|end| inside[*end..].starts_with(close)).ok_or_else(unpaired)?;
        let forms = forms(&inside[..end]);
        let [with, without] = forms.as_slice() else {
            return Err(Fault::new(place, format!("`{open}{}{close}` needs two forms", &inside[..end]))
                .hint("part them with one `|`"));
        };
        out.push_str(&rest[..start]);
        out.push_str(if first { with } else { without });
        rest = &inside[end + close.len_utf8()..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Splits at bars that stand outside square brackets.
fn forms(inside: &str) -> Vec<&str> {
    let mut forms = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, character) in inside.char_indices() {
        match character {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            '|' if depth == 0 => {
                forms.push(&inside[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    forms.push(&inside[start..]);
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Place = Place { line: 1, column: 1, length: 1 };

    fn voices(raw: &str) -> Vec<String> {
        let text = Text::parse(raw, HERE).expect("a sound text");
        Voice::ALL.iter().map(|voice| text.say(*voice).to_owned()).collect()
    }

    #[test]
    fn a_text_speaks_in_four_voices() {
        assert_eq!(
            voices("Do not drive [yourself|herself]. {Take [your|her] baby.|}"),
            [
                "Do not drive yourself. Take your baby.",
                "Do not drive yourself.",
                "Do not drive herself. Take her baby.",
                "Do not drive herself."
            ]
        );
        assert_eq!(voices("The same."), ["The same."; 4]);
    }

    #[test]
    fn broken_texts_are_refused() {
        for broken in ["[you", "you]", "[you]", "{a|b|c}", "[a|[b|c]]", "call $nobody"] {
            assert!(Text::parse(broken, HERE).is_err(), "{broken}");
        }
    }

    #[test]
    fn names_are_filled() {
        assert_eq!(fill("Call $emergency by $time", &[("emergency", "999"), ("time", "03:10")]), "Call 999 by 03:10");
    }
}
