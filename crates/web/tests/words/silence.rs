//! What no text may say: an antibiotic by name or dose, a sudden stop of milk, a diagnosis, and our own bad habits.

use protocol::model::plan::Mark;
use protocol::text::Voice;

use crate::house::protocol;
use crate::pages_said::messages;
use crate::spoken::{self, Kind, Spoken, tokens};

const ANTIBIOTICS: &[&str] = &[
    "penicillin",
    "amoxicillin",
    "amoxycillin",
    "flucloxacillin",
    "dicloxacillin",
    "cloxacillin",
    "oxacillin",
    "nafcillin",
    "cephalexin",
    "cefalexin",
    "cefuroxime",
    "cefazolin",
    "cephalosporin",
    "clindamycin",
    "erythromycin",
    "clarithromycin",
    "azithromycin",
    "macrolide",
    "co-amoxiclav",
    "augmentin",
    "clavulan",
    "trimethoprim",
    "co-trimoxazole",
    "sulfamethoxazole",
    "bactrim",
    "septrin",
    "doxycycline",
    "metronidazole",
    "vancomycin",
    "linezolid",
    "ciprofloxacin",
    "gentamicin",
    "keflex",
    "mupirocin",
    "fusidic",
];

/// Units and forms of a dose. Painkillers have blocks of their own.
const DOSES: &[&str] =
    &["mg", "milligram", "milligrams", "mcg", "tablet", "tablets", "capsule", "capsules", "dose", "doses"];
/// Texts outside those blocks that may speak of a dose.
const DOSES_MAY: &[(&str, &str)] =
    &[("raise temp", "when to measure again after the painkiller that she took by herself")];
/// The unit that she chooses for what she took: no amount stands beside it.
const UNIT: &str = "message log-unit-mg";

/// FACE.md, section 5.
const STYLE: &[&str] = &[
    "mum",
    "mums",
    "mama",
    "mommy",
    "mom",
    "hubby",
    "just",
    "simply",
    "don't worry",
    "oops",
    "great job",
    "well done",
    "panic",
    "please don't",
    "unfortunately",
    "obviously",
    "of course",
    "should have",
    "you must",
    "failed",
    "!",
];

/// Words in capitals that people know.
const CAPITALS: &[&str] =
    &["HIV", "HTLV", "MRSA", "NSAID", "SSRI", "FDA", "US", "UK", "GP", "NHS", "D-MER", "MB", "PDF"];

/// Every text in every voice it can be shown in, and every message.
fn said() -> Vec<(Option<Spoken<'static>>, String, String)> {
    let mut all = Vec::new();
    for voice in Voice::ALL {
        for spoken in spoken::everything().into_iter().filter(|one| voice.baby || !one.baby_only) {
            let (place, text) = (spoken.place.clone(), spoken.text.say(voice).to_owned());
            all.push((Some(spoken), place, text));
        }
        all.extend(messages(voice).into_iter().map(|(id, text)| (None, format!("message {id}"), text)));
    }
    let rows = protocol().tables.iter().flat_map(|table| table.rows.iter().flatten().map(move |cell| (table, cell)));
    all.extend(rows.map(|(table, cell)| (None, format!("table {}", table.id), cell.clone())));
    all
}

fn told(kind: Kind) -> bool {
    matches!(kind, Kind::Advice | Kind::Reason | Kind::Why | Kind::Claim | Kind::Bare)
}

/// Fails with every text that is at fault.
fn hold(rule: &str, fault: impl Fn(Option<&Spoken>, &str, &str) -> bool) {
    let all = said();
    assert!(all.len() > 6000, "{}", all.len());
    let found = all.iter().filter(|(spoken, place, text)| fault(spoken.as_ref(), place, text));
    let mut found: Vec<String> = found.map(|(_, place, text)| format!("{place}: {text}")).collect();
    found.dedup();
    assert!(found.is_empty(), "{rule}:\n{}", found.join("\n"));
}

pub fn names_an_antibiotic(text: &str) -> bool {
    let low = text.to_lowercase();
    ANTIBIOTICS.iter().any(|name| low.contains(name)) || tokens(text).iter().any(|word| word.ends_with("cillin"))
}

#[test]
fn no_antibiotic_is_named() {
    hold("an antibiotic", |_, _, text| names_an_antibiotic(text));
    assert!(names_an_antibiotic("Take Flucloxacillin.") && !names_an_antibiotic("Antibiotics can help."));
}

/// A span of time: a number or its word before an hour, a day or a week.
fn names_a_span(text: &str) -> bool {
    let words = tokens(text);
    let counts = |word: &String| {
        let one = ["one", "two", "three", "five", "seven", "ten", "fourteen", "a", "several"];
        word.starts_with(|c: char| c.is_ascii_digit()) || one.contains(&word.as_str())
    };
    words
        .windows(2)
        .any(|pair| counts(&pair[0]) && ["hour", "day", "week", "month"].iter().any(|span| pair[1].starts_with(span)))
}

#[test]
fn no_advice_gives_antibiotics_a_time() {
    hold("a time beside antibiotics", |spoken, _, text| {
        let of_antibiotics = |sentence: &str| sentence.to_lowercase().contains("antibiotic") && names_a_span(sentence);
        spoken.is_some_and(|one| told(one.kind)) && text.split(". ").any(of_antibiotics)
    });
    assert!(names_a_span("for 10 days") && names_a_span("in a week") && !names_a_span("by the day"));
}

#[test]
fn doses_stand_only_with_the_painkillers() {
    hold("a dose", |spoken, place, text| {
        let page = place.starts_with("message painkillers-") || place == UNIT;
        let medicine = page || spoken.is_some_and(|one| one.kind == Kind::Medicine);
        let may = DOSES_MAY.iter().any(|(known, _)| *known == place);
        let glued = |word: &str| word.ends_with("mg") && word.starts_with(|c: char| c.is_ascii_digit());
        !medicine && !may && tokens(text).iter().any(|word| DOSES.contains(&word.as_str()) || glued(word))
    });
    for (place, _) in DOSES_MAY {
        assert!(spoken::everything().iter().any(|one| one.place == *place), "{place} is gone");
    }
}

/// Words that tell her to end feeding or pumping.
const STOPS: &[&str] = &[
    "stop feeding",
    "stop breastfeeding",
    "stop pumping",
    "stop expressing",
    "stop nursing",
    "stop milk",
    "dry up",
    "wean now",
    "wean the",
    "no more feeds",
    "pump and dump",
    "stop giving",
    "bind the breast",
    "bind your breast",
];

#[test]
fn nothing_advises_a_sudden_stop() {
    hold("a sudden stop", |_, _, text| {
        let low = text.to_lowercase();
        STOPS.iter().any(|stop| low.contains(stop))
    });
    let step = protocol().steps.iter().find(|step| step.id == "stop_suddenly").expect("the plan speaks of it");
    let marks: Vec<Mark> = step.marks.iter().map(|(mark, _)| *mark).collect();
    assert!(marks.iter().all(|mark| matches!(mark, Mark::Warned | Mark::Absent)), "{marks:?}");
    assert!(marks.contains(&Mark::Warned));
}

#[test]
fn a_side_that_is_held_back_is_kept_from_filling() {
    let held =
        |text: &str| ["do not feed", "other side only", "before using milk"].iter().any(|held| text.contains(held));
    let voice = Voice::ALL[0];
    let holds: Vec<String> = protocol().holds.iter().map(|hold| hold.say.say(voice).to_lowercase()).collect();
    assert_eq!(holds.iter().filter(|hold| held(hold)).count(), 4, "herpes, HIV, pus, a fragile baby");
    for hold in holds.iter().filter(|hold| held(hold)) {
        assert!(hold.contains("keep expressing that side so it does not fill"), "{hold}");
        assert!(["throw that milk away", "that milk"].iter().any(|use_of| hold.contains(use_of)), "{hold}");
    }
    // What the guide says of it is read in `side_held`.
    let of_guide = |one: &Spoken| matches!(one.kind, Kind::Claim | Kind::Bare | Kind::Picture);
    hold("a side held back outside the holds", |spoken, place, text| {
        !place.starts_with("hold ") && !spoken.is_some_and(of_guide) && held(&text.to_lowercase())
    });
}

fn out_of_style(text: &str) -> bool {
    let low = format!(" {} ", text.to_lowercase());
    let words = tokens(text);
    STYLE.iter().any(|word| match word {
        word if word.chars().all(char::is_alphanumeric) => words.iter().any(|one| one == word),
        word => low.contains(word),
    })
}

#[test]
fn no_word_of_bad_style() {
    hold("style", |_, _, text| out_of_style(text));
    assert!(
        out_of_style("Simply rest.") && out_of_style("Oops") && out_of_style("Rest!") && !out_of_style("Adjust it.")
    );
}

fn shouts(text: &str) -> bool {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-')).map(|word| word.trim_matches('-'));
    words.map(|word| word.strip_suffix('s').unwrap_or(word)).any(|word| {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        letters > 1 && !word.chars().any(char::is_lowercase) && !CAPITALS.contains(&word)
    })
}

#[test]
fn nothing_shouts() {
    hold("capitals", |_, place, text| !place.starts_with("table ") && shouts(text));
    assert!(shouts("Do it NOW.") && !shouts("With HIV, NSAIDs and 38.0 °C I wait."));
}

/// Words before the name of an illness that make it a diagnosis.
const CLAIMS: &[&str] = &[
    "you have",
    "she has",
    "your baby has",
    "the baby has",
    "this is",
    "it is",
    "you are having",
    "you suffer from",
    "you developed",
    "diagnosed with",
    "that means",
];
/// Illnesses that no text may say she has. What she told us herself (diabetes, HIV, an implant) is not among them.
const ILLNESSES: &[&str] = &[
    "mastitis",
    "bacterial mastitis",
    "abscess",
    "sepsis",
    "infection",
    "infected",
    "cancer",
    "breast cancer",
    "clot",
    "blood clot",
    "thrush",
    "eczema",
    "herpes",
    "jaundice",
    "eclampsia",
    "pre-eclampsia",
    "psychosis",
    "depression",
    "clogged duct",
    "plugged duct",
    "narrowed duct",
    "phlegmon",
    "galactocele",
    "engorgement",
    "engorged",
    "oversupply",
    "paget",
    "vasospasm",
    "meningitis",
    "dehydrated",
];

fn claims(text: &str) -> bool {
    let low = format!(" {} ", tokens(text).join(" "));
    // Few texts have one of these words: the rest is asked of those alone.
    let claimed = CLAIMS.iter().filter(|claim| low.contains(&format!(" {claim} ")));
    let articles = ["", "a ", "an ", "the ", "serious ", "a serious "];
    claimed.into_iter().any(|claim| {
        ILLNESSES
            .iter()
            .any(|illness| articles.iter().any(|article| low.contains(&format!(" {claim} {article}{illness} "))))
    })
}

#[test]
fn no_text_is_a_diagnosis() {
    hold("a diagnosis", |_, _, text| claims(text));
    for bad in ["You have mastitis.", "This is an abscess.", "The baby has jaundice.", "She has a serious infection."] {
        assert!(claims(bad), "{bad}");
    }
    assert!(!claims("This can be mastitis.") && !claims("It is not a diagnosis."));
}
