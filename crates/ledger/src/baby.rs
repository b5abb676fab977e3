//! Which texts of the ledger speak of a baby: they are not shown where there is none.

/// Beginnings of words that do. "Nurse" the person is no such word.
const BEGINNINGS: &[&str] = &[
    "baby",
    "babies",
    "infant",
    "neonat",
    "newborn",
    "child",
    "feed",
    "fed",
    "nursing",
    "nursed",
    "nappy",
    "nappies",
    "diaper",
    "latch",
    "breastfe",
    "birth",
    "born",
    "preterm",
    "perinatal",
    "postpartum",
    "postnatal",
    "puerper",
    "suck",
    "mother",
    "matern",
    "parenting",
    "wean",
];

/// Whether a text speaks of a baby, a birth or a feed.
#[must_use]
pub fn speaks_of_a_baby(text: &str) -> bool {
    let low = text.to_lowercase();
    let words = low.split(|c: char| !c.is_alphanumeric());
    words.into_iter().any(|word| BEGINNINGS.iter().any(|beginning| word.starts_with(beginning)))
}

#[test]
fn a_word_that_begins_so_is_enough() {
    for text in ["The baby's cue.", "Non-breastfeeding", "After childbirth", "A preterm one", "Maternal sepsis"] {
        assert!(speaks_of_a_baby(text), "{text}");
    }
    for text in ["Cold eases pain.", "Ask a nurse.", "A firm lump", ""] {
        assert!(!speaks_of_a_baby(text), "{text}");
    }
}
