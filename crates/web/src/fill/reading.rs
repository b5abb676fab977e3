//! Short pages and explained conditions.

use guide::{Explain, Page, Part, Said, Show};

use super::told;
use crate::carry::Carried;
use crate::frame::Frame;
use crate::numbers;
use crate::view::guide::{Piece, Reading, Told, Way};
use crate::view::{Foot, Here};

/// A short page.
pub fn page(frame: &Frame, carried: &Carried, page: &Page) -> Reading {
    let voice = frame.voice;
    let title = page.title.say(voice).to_owned();
    let said = page.parts.iter().filter_map(said_of);
    let shown = page.parts.iter().filter_map(|part| if let Part::Show(show) = part { Some(show) } else { None });
    let shown = shown.flat_map(|show| shown_sources(frame, show));
    let sources = told::cited(frame.site.ledger(), told::grounds(said).chain(shown));
    Reading {
        shell: shell(frame, carried, &title, &format!("/read/{}", page.id)),
        up: Way { path: "/more".to_owned(), text: frame.words().say("more"), ..Way::default() },
        place: None,
        pieces: together(page.parts.iter().flat_map(|part| piece(frame, part)).collect()),
        start: None,
        choice: String::new(),
        words: frame.words(),
        title,
        sources,
    }
}

/// An explained condition.
pub fn condition(frame: &Frame, carried: &Carried, explain: &Explain) -> Reading {
    let words = frame.words();
    let voice = frame.voice;
    let condition = &frame.site.compiled().protocol.conditions[explain.condition];
    let title = numbers::capital(condition.name.say(voice));
    let parts = [
        ("", &explain.what),
        ("explain-course", &explain.course),
        ("explain-helps", &explain.helps),
        ("explain-seen", &explain.seen),
    ];
    let mut pieces = Vec::new();
    for (heading, said) in parts {
        let told = told::all(said, voice);
        match heading {
            "" => pieces.extend(told.into_iter().map(Piece::Lead)),
            _ if told.is_empty() => {}
            heading => pieces.extend([Piece::Heading(words.say(heading)), Piece::Items(told)]),
        }
    }
    pieces.extend(explain.ways.iter().map(|way| go(frame, way)));
    let said = parts.into_iter().flat_map(|(_, said)| said.iter());
    Reading {
        shell: shell(frame, carried, &title, &format!("/condition/{}", condition.id)),
        up: Way { path: "/more".to_owned(), text: frame.words().say("more"), ..Way::default() },
        place: None,
        sources: told::sources(frame.site.ledger(), said),
        start: None,
        choice: String::new(),
        pieces,
        words,
        title,
    }
}

fn shell(frame: &Frame, carried: &Carried, title: &str, path: &str) -> crate::view::Shell {
    frame.shell(title, path, carried.onward().fields(frame.site), Foot::Dock(Here::Elsewhere))
}

fn said_of(part: &Part) -> Option<&Said> {
    match part {
        Part::Lead(said) | Part::Say(said) | Part::Item(said) => Some(said),
        _ => None,
    }
}

fn shown_sources<'f>(frame: &'f Frame, show: &Show) -> Vec<&'f String> {
    let protocol = &frame.site.compiled().protocol;
    match show {
        Show::Crisis => Vec::new(),
        Show::Prevention => protocol.preventions.iter().flat_map(|one| &one.sources).collect(),
        Show::Table(at) => protocol.tables[*at].sources.iter().collect(),
    }
}

fn piece(frame: &Frame, part: &Part) -> Vec<Piece> {
    let voice = frame.voice;
    match part {
        Part::Lead(said) => told::told(said, voice).map(Piece::Lead).into_iter().collect(),
        Part::Heading(text) => vec![Piece::Heading(text.say(voice).to_owned())],
        Part::Say(said) => told::told(said, voice).map(Piece::Say).into_iter().collect(),
        Part::Item(said) => told::told(said, voice).map(|told| Piece::Items(vec![told])).into_iter().collect(),
        Part::Show(show) => vec![shown(frame, show)],
        Part::Go(way) => vec![go(frame, way)],
    }
}

/// Rows that follow each other stand in one list.
fn together(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece) {
            (Some(Piece::Items(rows)), Piece::Items(more)) => rows.extend(more),
            (_, piece) => out.push(piece),
        }
    }
    out
}

fn shown(frame: &Frame, show: &Show) -> Piece {
    let compiled = frame.site.compiled();
    let protocol = &compiled.protocol;
    match show {
        Show::Crisis => {
            Piece::Calls(numbers::calls(compiled, frame.region.map(|region| &region.crisis), "any_crisis", frame.voice))
        }
        Show::Prevention => {
            let hers = protocol.preventions.iter().filter(|one| frame.voice.baby || !one.needs_baby);
            let told = |text: &str, id: &str| Told { text: text.to_owned(), grounds: format!("prevention:{id}") };
            Piece::Items(hers.map(|one| told(one.say.say(frame.voice), &one.id)).collect())
        }
        Show::Table(at) => {
            let table = &protocol.tables[*at];
            let words = frame.words();
            let head = |column: &String| words.say(&format!("column-{}", column.replace('_', "-")));
            Piece::Table(table.columns.iter().map(head).collect(), table.rows.clone())
        }
    }
}

fn go(frame: &Frame, way: &guide::Way) -> Piece {
    Piece::Go(Way { path: way.path.clone(), text: way.text.say(frame.voice).to_owned(), ..Way::default() })
}
