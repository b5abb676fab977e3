//! What makes a sentence a claim: it speaks of a body, a baby, milk, a remedy or an effect.

use crate::spoken::tokens;

/// Beginnings of words of the body and of care. A sentence without any of them says nothing clinical.
const SUBJECTS: &[&str] = &[
    "breast",
    "nipple",
    "areola",
    "duct",
    "gland",
    "armpit",
    "collarbone",
    "chest",
    "skin",
    "lump",
    "milk",
    "supply",
    "bleb",
    "womb",
    "baby",
    "babies",
    "newborn",
    "infant",
    "nappy",
    "nappies",
    "feed",
    "latch",
    "suck",
    "wean",
    "pump",
    "express",
    "flange",
    "mastitis",
    "abscess",
    "infect",
    "inflam",
    "pus",
    "fever",
    "temperature",
    "chill",
    "shiver",
    "swell",
    "swollen",
    "sore",
    "pain",
    "hurt",
    "bleed",
    "blood",
    "bruise",
    "itch",
    "rash",
    "thrush",
    "herpes",
    "hiv",
    "sepsis",
    "cancer",
    "tumour",
    "clot",
    "jaundice",
    "depress",
    "mood",
    "dread",
    "fit",
    "faint",
    "ill",
    "illness",
    "sick",
    "vomit",
    "stool",
    "urine",
    "wound",
    "crack",
    "scar",
    "cold",
    "heat",
    "hot",
    "warm",
    "massage",
    "stroke",
    "press",
    "vibrat",
    "ultrasound",
    "cabbage",
    "oil",
    "herb",
    "cream",
    "soap",
    "lecithin",
    "probiotic",
    "antibiotic",
    "ibuprofen",
    "paracetamol",
    "acetaminophen",
    "painkiller",
    "medicine",
    "drug",
    "dose",
    "drain",
    "needle",
    "scan",
    "biopsy",
    "surgery",
    "implant",
    "germ",
    "yeast",
    "allerg",
    "weight",
    "fluid",
    "drink",
    "pregnan",
    "birth",
];

/// Words of an effect: a claim whatever they are said of.
const EFFECTS: &[&str] = &[
    "heal",
    "cure",
    "treat",
    "prevent",
    "protect",
    "ease",
    "eases",
    "relie",
    "harm",
    "danger",
    "safe",
    "unsafe",
    "risk",
    "cause",
    "proven",
    "prove",
    "proof",
    "trial",
    "study",
    "studies",
    "evidence",
    "dose",
    "mg",
    "percent",
    "urgent",
    "emergency",
    "diagnos",
    "worse",
    "better",
    "normal",
    "fine",
    "likely",
    "rare",
];

/// Words that say something of a thing, where its bare name says nothing: `Abscess` is a name, `An abscess is drained` is a claim.
const SAYS: &[&str] = &[
    "is", "are", "was", "were", "be", "can", "cannot", "may", "might", "must", "should", "will", "does", "do", "has",
    "have", "helps", "need", "needs", "means", "comes", "goes", "makes", "always", "never", "not", "no", "stops",
    "stop", "works", "shows",
];

fn starts(word: &str, known: &[&str]) -> bool {
    // The name of the product is no milk.
    word != "milkway"
        && word
            .split('-')
            .any(|part| known.iter().any(|one| if one.len() < 4 { *one == part } else { part.starts_with(one) }))
}

/// The first word of a sentence that makes it a claim.
pub fn claims(sentence: &str) -> Option<String> {
    let words = tokens(sentence);
    let digit = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
    words.iter().find(|word| digit(word) || starts(word, SUBJECTS) || starts(word, EFFECTS)).cloned()
}

/// The same for a name, a heading or a button: it may name a thing or ask, it may not say something of it.
pub fn heading_claims(heading: &str) -> Option<String> {
    if heading.ends_with('?') {
        return None;
    }
    let words = tokens(heading);
    let named = words.iter().any(|word| starts(word, SUBJECTS));
    let said = words.iter().find(|word| SAYS.contains(&word.as_str())).filter(|_| named);
    words.iter().find(|word| starts(word, EFFECTS)).or(said).cloned()
}

#[test]
fn a_claim_is_told_from_a_plain_sentence() {
    for bad in [
        "Cabbage cures it.",
        "Leave it for 3 days.",
        "It is safe.",
        "The baby will be fine.",
        "Feverish?",
        "One trial.",
    ] {
        assert!(claims(bad).is_some(), "{bad}");
    }
    for good in ["No one is to blame.", "A helper can be a midwife.", "The check tells what fits."] {
        assert_eq!(claims(good), None, "{good}");
    }
}

#[test]
fn a_heading_may_name_and_not_say() {
    for bad in ["An abscess is drained", "Massage helps", "Never press a lump", "Proven remedies", "Safe milk"] {
        assert!(heading_claims(bad).is_some(), "{bad}");
    }
    for good in
        ["Abscess", "Look at the nipple", "More on low mood", "Feeds in 24 hours", "Skin colour", "Is the milk safe?"]
    {
        assert_eq!(heading_claims(good), None, "{good}");
    }
}
