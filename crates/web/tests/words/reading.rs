//! Every screen can be read at grade 8 and no sentence of ours stands above 9.

use std::collections::BTreeSet;
use std::fmt::Write;

use protocol::answers::Answers;
use protocol::corner::corners;
use protocol::interview::{Interview, Stop};
use protocol::model::finding::Subject;
use protocol::model::screen::ScreenKind;
use protocol::text::Voice;

use crate::grade::Counted;
use crate::house::{compiled, finish, named, protocol, speak};
use crate::spoken::{self, Kind};
use crate::{result_texts, walk};

pub const SCREEN: f64 = 8.0;
const SENTENCE: f64 = 9.0;

/// Words that are taken out before counting, beside the names of conditions and medicines: there is no easier word that says the same.
const NAMES: &[(&str, &str)] = &[
    ("mastitis", "the illness this is about"),
    ("sepsis", "the word to say on the phone"),
    ("abscess", "explained as a pocket of pus"),
    ("herpes", "the name of the virus"),
    ("pre-eclampsia", "the word to say on the phone"),
    ("eclampsia", "the word to say on the phone"),
    ("psychosis", "the word to say on the phone"),
    ("jaundice", "explained as yellow skin"),
    ("eczema", "a common name"),
    ("diabetes", "the name of the illness"),
    ("caesarean", "the name of the operation"),
    ("HIV", "the name of the virus"),
    ("HTLV", "the name of the virus"),
    ("MRSA", "the name of the germ"),
    ("paracetamol", "a medicine"),
    ("acetaminophen", "a medicine"),
    ("ibuprofen", "a medicine"),
    ("antibiotics", "a medicine, as it is called at the counter"),
    ("lecithin", "a product, as it is called at the counter"),
    ("probiotics", "a product, as it is called at the counter"),
    ("diarrhoea", "explained as loose stools"),
];

/// Single texts above the grade, each with its reason.
const HARDER: &[(&str, &str)] = &[];

/// Words that are taken out before counting.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = NAMES.iter().map(|(name, _)| (*name).to_owned()).collect();
    for voice in Voice::ALL {
        names.extend(protocol().conditions.iter().map(|one| one.name.say(voice).to_owned()));
    }
    names.extend(protocol().medicines.iter().map(|one| one.name.say(Voice::ALL[0]).to_owned()));
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// The pieces without names: a name is taken out where it stands as a word of its own.
pub fn without(names: &[String], pieces: &[String]) -> Vec<String> {
    pieces.iter().map(|piece| names.iter().fold(piece.clone(), |piece, name| take_out(&piece, name))).collect()
}

fn take_out(piece: &str, name: &str) -> String {
    let (low, name) = (piece.to_ascii_lowercase(), name.to_ascii_lowercase());
    let mut out = String::new();
    let mut rest = 0;
    for (at, _) in low.match_indices(&name) {
        let after = at + name.len();
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        if at >= rest && edge(low[..at].chars().next_back()) && edge(low[after..].chars().next()) {
            out.push_str(&piece[rest..at]);
            rest = after;
        }
    }
    out.push_str(&piece[rest..]);
    out
}

/// Every page that can be shown: its name and its pieces.
fn question_screens(voice: Voice) -> Vec<(String, Vec<String>)> {
    let mut interview = Interview::default();
    speak(&mut interview.answers, voice);
    let mut pages = Vec::new();
    for (at, screen) in protocol().screens.iter().enumerate() {
        if !voice.baby && screen.subject == Some(Subject::Baby) {
            continue;
        }
        let mut pieces = vec![screen.ask.say(voice).to_owned()];
        pieces.extend(screen.help.as_ref().map(|help| help.say(voice).to_owned()));
        let found = match &screen.kind {
            ScreenKind::List(found) => found.clone(),
            ScreenKind::Question(found) => vec![*found],
            ScreenKind::Who | ScreenKind::Choose { .. } => Vec::new(),
        };
        let lines = found.iter().flat_map(|id| &protocol().finding(*id).lines);
        pieces.extend(lines.map(|line| line.text.say(voice).to_owned()));
        if let ScreenKind::Choose { choices, .. } = &screen.kind {
            pieces.extend(choices.iter().map(|(_, text)| text.say(voice).to_owned()));
        }
        pages.push((format!("screen {}", screen.id), pieces));
        for id in found {
            interview.once.insert(id);
            let seen = walk::screen(&interview, Stop { screen: at, closer: Some(id) });
            let own = format!("question {}", protocol().finding(id).id);
            pages.push((own, seen.into_iter().map(|(_, text)| text).collect()));
        }
    }
    pages
}

/// The result of the mildest persons of each rule, finished.
fn results(voice: Voice) -> Vec<(String, Vec<String>)> {
    let mut pages = Vec::new();
    for rule in protocol().rules.iter().filter(|rule| voice.baby || !rule.needs_baby) {
        let mut seen = BTreeSet::new();
        for mut person in corners(protocol(), rule) {
            speak(&mut person, voice);
            finish(&mut person);
            assert!(fires(&person, &rule.id), "{} holds for its mildest person", rule.id);
            let pieces = result_texts::pieces(&person);
            if seen.insert(pieces.clone()) {
                pages.push((format!("result of {}", rule.id), pieces));
            }
        }
    }
    pages
}

fn fires(person: &Answers, rule: &str) -> bool {
    compiled().read(person).assess().fired.iter().any(|at| protocol().rules[at].id == rule)
}

/// Fails with every page above the grade; tells the hardest one.
fn hold(pages: impl Fn(Voice) -> Vec<(String, Vec<String>)>) {
    let names = names();
    let mut faults = String::new();
    let mut worst = (f64::MIN, String::new());
    for voice in Voice::ALL {
        for (place, pieces) in pages(voice) {
            let grade = Counted::of(&without(&names, &pieces)).grade();
            if grade > SCREEN {
                let _ = writeln!(faults, "{grade:.1} {place} ({}): {}", named(voice), pieces.join(" | "));
            }
            if grade > worst.0 {
                worst = (grade, format!("{place} ({})", named(voice)));
            }
        }
    }
    eprintln!("hardest: {:.1} {}", worst.0, worst.1);
    assert!(faults.is_empty(), "above grade {SCREEN}:\n{faults}");
}

#[test]
fn every_question_can_be_read_in_every_voice() {
    hold(question_screens);
}

#[test]
fn every_result_can_be_read_in_every_voice() {
    hold(results);
}

#[test]
fn no_sentence_of_ours_is_hard_by_itself() {
    let names = names();
    let mut faults = String::new();
    let mut used = BTreeSet::new();
    let mut worst = (f64::MIN, String::new());
    for spoken in spoken::all(protocol()) {
        if !matches!(spoken.kind, Kind::Reason | Kind::Why | Kind::Tell | Kind::Help | Kind::Ask) {
            continue;
        }
        for voice in Voice::ALL.into_iter().filter(|voice| voice.baby || !spoken.baby_only) {
            let said = spoken.text.say(voice).to_owned();
            let grade = Counted::of(&without(&names, std::slice::from_ref(&said))).grade();
            if grade > worst.0 {
                worst = (grade, spoken.place.clone());
            }
            if grade > SENTENCE {
                match HARDER.iter().find(|(place, _)| *place == spoken.place) {
                    Some((place, _)) => drop(used.insert(*place)),
                    None => drop(writeln!(faults, "{grade:.1} {} ({}): {said}", spoken.place, named(voice))),
                }
            }
        }
    }
    eprintln!("hardest: {:.1} {}", worst.0, worst.1);
    assert!(faults.is_empty(), "above grade {SENTENCE}:\n{faults}");
    assert_eq!(used.len(), HARDER.len(), "each excuse is still needed");
}

#[test]
fn a_name_is_taken_out_only_as_a_word() {
    assert_eq!(take_out("Mastitis or mastitislike, a mastitis.", "mastitis"), " or mastitislike, a .");
}
