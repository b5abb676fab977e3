//! Every text of the guide that a person can be shown, with its place and with what it is; and the pages that they make.

use guide::{Explain, Guide, Move, Page, Part, Said, Session};
use protocol::model::finding::Subject;
use protocol::text::{Text, Voice};

use crate::house::{guide, protocol};
use crate::spoken::{Kind, Spoken};

/// All of them, in the order of the guide.
pub fn all(guide: &Guide) -> Vec<Spoken<'_>> {
    let mut all: Vec<Spoken> = wholes(guide).into_iter().flat_map(|whole| whole.texts).collect();
    for one in &guide.pages {
        all.push(spoken(&format!("page {} group", one.id), Kind::Bare, &one.group, one.needs_baby));
    }
    all
}

/// Texts that stand on one page together.
pub struct Whole<'g> {
    /// `card cold_pack`
    pub place: String,
    /// Never shown without a baby.
    pub baby_only: bool,
    pub texts: Vec<Spoken<'g>>,
}

impl Whole<'_> {
    /// What it says in a voice; what is empty there is left out.
    pub fn pieces(&self, voice: Voice) -> Vec<String> {
        let shown = self.texts.iter().filter(|one| voice.baby || !one.baby_only);
        shown.map(|one| one.text.say(voice).to_owned()).filter(|said| !said.is_empty()).collect()
    }
}

/// Every card, condition, session and page, and the page about the milk.
pub fn wholes(guide: &Guide) -> Vec<Whole<'_>> {
    let cards = guide.cards.iter().map(|card| {
        let place = format!("card {}", protocol().steps[card.step].id);
        let parts = [
            ("what", &card.what),
            ("how_long", &card.how_long),
            ("how_often", &card.how_often),
            ("not", &card.not),
            ("sure", &card.sure),
        ];
        Whole { texts: said(&place, &parts, false), baby_only: false, place }
    });
    let milk = Whole {
        place: "milk".to_owned(),
        baby_only: true,
        texts: guide.milk.iter().map(|one| spoken("milk ask", Kind::Claim, &one.ask.text, true)).collect(),
    };
    let rest = guide.explains.iter().map(explain).chain(guide.sessions.iter().map(session));
    cards.chain(rest).chain(guide.pages.iter().map(page)).chain([milk]).collect()
}

/// The id of a condition.
pub fn condition_of(one: &Explain) -> &'static str {
    &protocol().conditions[one.condition].id
}

/// Whether a condition is one of the baby.
pub fn of_baby(one: &Explain) -> bool {
    protocol().conditions[one.condition].subject == Subject::Baby
}

fn explain(one: &Explain) -> Whole<'_> {
    let (place, baby_only) = (format!("explain {}", condition_of(one)), of_baby(one));
    let parts = [("what", &one.what), ("course", &one.course), ("helps", &one.helps), ("seen", &one.seen)];
    let mut texts = said(&place, &parts, baby_only);
    texts.extend(one.ways.iter().map(|way| spoken(&format!("{place} go"), Kind::Bare, &way.text, baby_only)));
    Whole { place, baby_only, texts }
}

fn session(one: &Session) -> Whole<'_> {
    let place = format!("session {}", one.id);
    let parts =
        [("lead", &one.lead), ("sure", &one.sure), ("hold", &one.hold), ("mind", &one.mind), ("then", &one.then)];
    let mut texts = vec![spoken(&format!("{place} name"), Kind::Bare, &one.name, false)];
    texts.extend(said(&place, &parts, false));
    texts.extend(one.moves.iter().flat_map(|step| of_move(&one.id, step)));
    Whole { place, baby_only: false, texts }
}

fn of_move<'g>(session: &str, one: &'g Move) -> Vec<Spoken<'g>> {
    let (place, baby_only) = (format!("move {session} {}", one.id), one.with_baby == Some(true));
    let mut texts = vec![spoken(&format!("{place} do"), Kind::Bare, &one.act, baby_only)];
    texts.extend(said(&place, &[("say", &one.say)], baby_only));
    texts.push(spoken(&format!("{place} alt"), Kind::Picture, &one.alt, baby_only));
    texts
}

fn page(one: &Page) -> Whole<'_> {
    let (place, baby_only) = (format!("page {}", one.id), one.needs_baby);
    let mut texts = vec![spoken(&format!("{place} title"), Kind::Bare, &one.title, baby_only)];
    texts.extend(one.parts.iter().filter_map(|part| {
        let (what, kind, text) = match part {
            Part::Lead(said) => ("lead", kind_of(said), &said.text),
            Part::Say(said) => ("say", kind_of(said), &said.text),
            Part::Item(said) => ("item", kind_of(said), &said.text),
            Part::Heading(text) => ("part", Kind::Bare, text),
            Part::Go(way) => ("go", Kind::Bare, &way.text),
            Part::Show(_) => return None,
        };
        Some(spoken(&format!("{place} {what}"), kind, text, baby_only))
    }));
    Whole { place, baby_only, texts }
}

fn said<'g>(place: &str, parts: &[(&str, &'g Vec<Said>)], baby_only: bool) -> Vec<Spoken<'g>> {
    let one = |what: &str, said: &'g Said| spoken(&format!("{place} {what}"), kind_of(said), &said.text, baby_only);
    parts.iter().flat_map(|(what, all)| all.iter().map(move |said| one(what, said))).collect()
}

fn kind_of(said: &Said) -> Kind {
    if said.grounds.is_empty() { Kind::Bare } else { Kind::Claim }
}

fn spoken<'g>(place: &str, kind: Kind, text: &'g Text, baby_only: bool) -> Spoken<'g> {
    Spoken { place: place.to_owned(), text, kind, baby_only }
}

#[test]
fn every_text_of_the_files_is_among_them() {
    // As many as there are texts in the files; what a reader of them forgets is missed here.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../protocols/guide");
    let files = std::fs::read_dir(folder).expect("the folder of the guide").flatten().map(|file| file.path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "guide"));
    let read: String = files.map(|path| std::fs::read_to_string(path).expect("a text")).collect();
    let lines = read.lines().filter(|line| line.starts_with("  ") && line.contains('"')).count();
    assert!(lines > 700, "{lines}");
    assert_eq!(all(guide()).len(), lines);
}
