//! The only sentences of the guide without grounds are `plain` ones, headings, names and buttons. None of them claims anything.

use guide::{File, Guide};
use protocol::text::Voice;

use crate::claim_words::{claims, heading_claims};
use crate::guide_said;
use crate::house::{guide, ledger, named, protocol};
use crate::spoken::{Kind, Spoken};

/// Plain sentences that name the body and claim nothing, each with its reason.
pub const PLAIN: &[(&str, &str)] = &[
    (
        "The relief plan, the sessions and the painkiller page work without one. So do the feed timer and the milk page.",
        "names pages of the site",
    ),
    ("The relief plan, the sessions and the painkiller page work without one.", "names pages of the site"),
];
/// Headings and buttons that say something, each with its reason.
const HEADINGS: &[(&str, &str)] = &[
    ("What a clogged duct is not", "leads to the page that says it with grounds"),
    ("What a clogged duct is, and is not", "names what the page says with grounds"),
    ("What may help to prevent it", "leads to the page whose first sentence is that none of it is proven"),
    ("Prevention: what may help", "stands above the sentence that none of it is proven"),
    ("Massage after a feed: what is known", "names what the page says with grounds"),
    ("Massage: what is known", "names what the page says with grounds"),
    ("Who is at more risk", "stands above rows with grounds"),
    ("A fit is an emergency", "the row under it says so with its rules"),
    ("Emergency now", "a level: stands above rows that cite the rules of it"),
    ("When the baby needs a check", "stands above rows that cite rules"),
    ("Not enough milk", "the name of the condition that it leads to"),
    ("Why not press hard", "leads to the card that says why"),
    ("A step of the relief plan", "names a page of the site"),
];

/// Everything of a guide that claims without grounds.
fn hidden(guide: &Guide) -> (Vec<String>, Vec<&'static str>) {
    let (mut faults, mut used) = (Vec::new(), Vec::new());
    for spoken in guide_said::all(guide).iter().filter(|one| one.kind == Kind::Bare) {
        for voice in Voice::ALL.into_iter().filter(|voice| voice.baby || !spoken.baby_only) {
            let said = spoken.text.say(voice);
            let Some(word) = claim_in(spoken, said) else { continue };
            let may = if is_plain(spoken) { PLAIN } else { HEADINGS };
            match may.iter().find(|(known, _)| *known == said) {
                Some((known, _)) => used.push(*known),
                None => faults.push(format!("{} ({}): `{word}` in: {said}", spoken.place, named(voice))),
            }
        }
    }
    faults.dedup();
    (faults, used)
}

fn is_plain(spoken: &Spoken) -> bool {
    spoken.place.ends_with(" say")
}

fn claim_in(spoken: &Spoken, said: &str) -> Option<String> {
    // The act of a move and the name of a session stand right above sentences with grounds, and tell to do what those say.
    let acts = spoken.place.ends_with(" do");
    if is_plain(spoken) { claims(said) } else { heading_claims(said).filter(|_| !acts) }
}

#[test]
fn no_plain_sentence_heading_or_button_claims_anything() {
    let (faults, used) = hidden(guide());
    assert!(faults.is_empty(), "claims without grounds:\n{}", faults.join("\n"));
    for (known, _) in PLAIN.iter().chain(HEADINGS) {
        assert!(used.contains(known), "excused, and nothing says it: {known}");
    }
}

/// The guide with one line more on its page of nipple care.
fn with(line: &str) -> Result<Guide, guide::Broken> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../protocols/guide");
    let names = ["cards", "conditions", "milk", "pages", "sessions"].map(|name| format!("{name}.guide"));
    let read =
        |name: &String| std::fs::read_to_string(format!("{folder}/{name}")).unwrap_or_else(|fault| panic!("{fault}"));
    let place = "page nipple_care\n";
    let texts: Vec<String> =
        names.iter().map(read).map(|text| text.replace(place, &format!("{place}  {line}\n"))).collect();
    let files: Vec<File> = names.iter().zip(&texts).map(|(name, text)| File { name, text }).collect();
    Guide::read(&files, guide().drawings.clone(), protocol(), ledger())
}

#[test]
fn a_claim_hidden_in_a_plain_line_is_found() {
    let hiding =
        ["plain \"Cabbage leaves cure it.\"", "part \"Creams prevent mastitis\"", "go /check \"Massage helps\""];
    for line in hiding {
        let (faults, _) = hidden(&with(line).unwrap_or_else(|broken| panic!("{broken}")));
        assert_eq!(faults.len(), 4, "{line}, once in each voice: {faults:?}");
        assert!(faults[0].starts_with("page nipple_care"), "{faults:?}");
    }
    let (faults, _) = hidden(&with("plain \"A helper can be a midwife.\"").unwrap_or_else(|broken| panic!("{broken}")));
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_claim_without_grounds_is_refused() {
    for keyword in ["lead", "say", "item"] {
        let broken = with(&format!("{keyword} \"Cabbage leaves cure it.\"")).expect_err(keyword).to_string();
        assert!(broken.contains("a claim that rests on nothing"), "{broken}");
    }
}
