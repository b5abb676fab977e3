//! How good the evidence is, from the letters and words of the files to one of a few things that a page can say.

/// The strength of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// SORT letters: the best and the weakest part of it.
    Letters(Letter, Letter),
    /// GRADE: low certainty.
    Low,
    /// GRADE: very low certainty.
    VeryLow,
    /// A matter of law.
    Legal,
}

/// A SORT letter, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letter {
    /// Consistent, good evidence from patients.
    A,
    /// Limited or inconsistent.
    B,
    /// Weaker than that.
    BMinus,
    /// Opinion, usual practice, physiology.
    C,
}

impl Letter {
    const fn word(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::BMinus => "bm",
            Self::C => "c",
        }
    }
}

impl Strength {
    /// Reads the field of an entry. What stands in brackets says of what kind the evidence is, not how good.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let letters = words(text).into_iter().filter_map(|word| match word {
            "A" => Some(Letter::A),
            "B" => Some(Letter::B),
            "B-" => Some(Letter::BMinus),
            "C" => Some(Letter::C),
            _ => None,
        });
        let letters: Vec<Letter> = letters.collect();
        match (letters.iter().min(), letters.iter().max()) {
            (Some(best), Some(weakest)) => Some(Self::Letters(*best, *weakest)),
            _ if text.contains("very low") => Some(Self::VeryLow),
            _ if text.contains("low") => Some(Self::Low),
            _ if text.contains("legal") => Some(Self::Legal),
            _ => None,
        }
    }

    /// Its key in languages: `a`, `b-c`, `low`.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Letters(best, weakest) if best == weakest => best.word().to_owned(),
            Self::Letters(best, weakest) => format!("{}-{}", best.word(), weakest.word()),
            Self::Low => "low".to_owned(),
            Self::VeryLow => "very-low".to_owned(),
            Self::Legal => "legal".to_owned(),
        }
    }
}

/// The words outside brackets.
fn words(text: &str) -> Vec<&str> {
    let outside = text
        .split('(')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once(')').map_or("", |(_, after)| after) });
    outside.flat_map(|part| part.split(|c: char| !(c.is_alphanumeric() || c == '-'))).collect()
}

#[cfg(test)]
mod tests {
    use super::Strength;

    fn key(text: &str) -> Option<String> {
        Strength::read(text).map(Strength::key)
    }

    #[test]
    fn letters_and_words_are_read() {
        let known = [
            ("A", "a"),
            ("B-", "bm"),
            ("B/C", "b-c"),
            ("B-/C", "bm-c"),
            ("A (practice), B (data)", "a-b"),
            ("A for the danger, C for detail", "a-c"),
            ("C (expert model); descriptive parts B", "b-c"),
            ("B- (GRADE low to very low)", "bm"),
            ("GRADE low", "low"),
            ("GRADE very low", "very-low"),
            ("B / legal", "b"),
            ("legal", "legal"),
        ];
        for (text, expected) in known {
            assert_eq!(key(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_says_nothing_is_nothing() {
        for text in ["", "good", "(A)", "D"] {
            assert_eq!(key(text), None, "{text}");
        }
    }
}
