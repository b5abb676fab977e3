//! The plan's rows and cards.

use guide::{Card, Said, Session};
use protocol::assessment::Place;
use protocol::evaluate::Read;
use protocol::model::plan::Mark;

use super::told;
use crate::carry::Carried;
use crate::frame::Frame;
use crate::site::Site;
use crate::view::guide::{Piece, Reading, Section, Told, Way};
use crate::view::{Foot, Here};
use crate::words::Words;

/// Places of the plan: the id of the heading, and its icon.
const PLACES: [(Place, &str, &str); 4] = [
    (Place::Offered, "plan-do", "tick"),
    (Place::Optional, "plan-if-you-like", "maybe"),
    (Place::NotNow, "plan-not-now", "wait"),
    (Place::Never, "plan-never", "x"),
];

/// The row of a step, with what her situations add.
pub fn row(frame: &Frame, step: usize, small: String) -> Way {
    let one = &frame.site.compiled().protocol.steps[step];
    let session = one.session.as_ref().and_then(|code| frame.site.guide().session_coded(code));
    Way {
        path: format!("/relief/{}", one.id),
        text: one.name.say(frame.voice).to_owned(),
        small,
        tag: session.map(|session| minutes(session, &frame.words())).unwrap_or_default(),
        bare: false,
    }
}

/// How long a session takes, rounded up to minutes; empty: it has no clock.
pub fn minutes(session: &Session, words: &Words) -> String {
    let seconds = session.moves.iter().filter_map(|one| one.duration_s).sum::<u32>();
    if seconds == 0 { String::new() } else { words.say_count("minutes", (seconds as usize).div_ceil(60)) }
}

/// The rows of the plan under their headings; without a check, what can help and what nobody advises.
pub fn sections(frame: &Frame, read: Option<&Read>) -> Vec<Section> {
    let words = frame.words();
    let sections: Vec<Section> = match read.map(|read| (read, read.plan())).filter(|(_, plan)| !plan.is_empty()) {
        Some((read, plan)) => {
            let rows = |place: Place| {
                let steps = plan.iter().filter(|planned| planned.place == place);
                let said = |step| read.words_of_step(frame.site.compiled(), step, place, frame.voice).join("; ");
                steps.map(|planned| row(frame, planned.step, said(planned.step))).collect()
            };
            let section = |(place, title, icon)| Section { title: words.say(title), icon, rows: rows(place) };
            PLACES.into_iter().map(section).collect()
        }
        None => {
            let steps = &frame.site.compiled().protocol.steps;
            let helps = |step: &usize| {
                steps[*step].marks.iter().any(|(mark, _)| matches!(mark, Mark::Offered | Mark::Optional | Mark::Slow))
            };
            let (help, other): (Vec<usize>, Vec<usize>) = (0..steps.len()).partition(helps);
            let rows = |steps: Vec<usize>| steps.into_iter().map(|at| row(frame, at, String::new())).collect();
            vec![
                Section { title: words.say("relief-can-help"), icon: "tick", rows: rows(help) },
                Section { title: words.say("relief-not-advised"), icon: "x", rows: rows(other) },
            ]
        }
    };
    sections.into_iter().filter(|section| !section.rows.is_empty()).collect()
}

/// The card of a step.
pub fn card(frame: &Frame, carried: &Carried, step: usize) -> Option<Reading> {
    let site = frame.site;
    let one = &site.compiled().protocol.steps[step];
    let card = site.guide().cards.iter().find(|card| card.step == step)?;
    let words = frame.words();
    let title = one.name.say(frame.voice).to_owned();
    let read = carried.reading(site);
    let place = read.as_ref().and_then(|read| read.plan().into_iter().find(|planned| planned.step == step));
    let place = place.map(|planned| planned.place);
    let path = format!("/relief/{}", one.id);
    let session = one.session.as_ref().and_then(|code| site.guide().session_coded(code));
    let said = [&card.what, &card.how_long, &card.how_often, &card.not, &card.sure];
    let sources = told::cited(site.ledger(), one.sources.iter().chain(told::grounds(said.into_iter().flatten())));
    let start = start(frame, &one.id, session, place, &words);
    let mut pieces = pieces(frame, card, read.as_ref(), place, &words);
    if start.is_some() {
        pieces.extend(others(frame, step, session));
    }
    Some(Reading {
        shell: frame.shell(&title, &path, carried.onward().fields(site), Foot::Dock(Here::Elsewhere)),
        up: Way { path: "/relief".to_owned(), text: words.say("relief-title"), ..Way::default() },
        place: place.and_then(|place| {
            let (_, id, icon) = PLACES.into_iter().find(|(known, ..)| *known == place)?;
            Some((icon, words.say(id)))
        }),
        pieces,
        start,
        choice: session
            .filter(|session| session.unlock.is_some())
            .map(|session| mark(site, session))
            .unwrap_or_default(),
        title,
        sources,
        words,
    })
}

fn pieces(frame: &Frame, card: &Card, read: Option<&Read>, place: Option<Place>, words: &Words) -> Vec<Piece> {
    let one = &frame.site.compiled().protocol.steps[card.step];
    let mut pieces: Vec<Piece> = told::all(&card.what, frame.voice).into_iter().map(Piece::Lead).collect();
    let beside =
        read.zip(place).map(|(read, place)| read.words_of_step(frame.site.compiled(), card.step, place, frame.voice));
    let beside: Vec<Told> = beside
        .into_iter()
        .flatten()
        .map(|text| Told { text: text.to_owned(), grounds: format!("step:{}", one.id) })
        .collect();
    let why = Told { text: one.why.say(frame.voice).to_owned(), grounds: format!("step:{}", one.id) };
    let mut part = |title: &str, said: Vec<Told>| {
        if !said.is_empty() {
            pieces.push(Piece::Heading(words.say(title)));
            pieces.push(Piece::Items(said));
        }
    };
    let all = |said: &[Said]| told::all(said, frame.voice);
    part("card-for-you", beside);
    part("card-how-long", all(&card.how_long));
    part("card-how-often", all(&card.how_often));
    part("card-why", vec![why]);
    part("card-not", all(&card.not));
    part("card-sure", all(&card.sure));
    pieces
}

/// Other sessions of the same step: a second form of the same touch.
fn others<'f>(frame: &'f Frame, step: usize, first: Option<&'f Session>) -> impl Iterator<Item = Piece> + 'f {
    let other = move |one: &&Session| one.step == step && Some(&one.id) != first.map(|first| &first.id);
    frame.site.guide().sessions.iter().filter(other).map(|one| {
        let path = format!("/session/{}", one.id);
        Piece::Go(Way { path, text: one.name.say(frame.voice).to_owned(), ..Way::default() })
    })
}

/// What the button of a card starts. A step that is held back starts nothing.
fn start(frame: &Frame, step: &str, session: Option<&Session>, place: Option<Place>, words: &Words) -> Option<Way> {
    if matches!(place, Some(Place::NotNow | Place::Never)) {
        return None;
    }
    if step == "painkiller" {
        let text = words.say("card-painkillers");
        return Some(Way { path: "/painkillers".to_owned(), text, ..Way::default() });
    }
    let session = session?;
    let id = if session.unlock.is_some() { "card-read-on" } else { "card-start" };
    Some(Way {
        path: format!("/session/{}", session.id),
        text: words.say_one(id, "name", session.name.say(frame.voice)),
        tag: minutes(session, words),
        ..Way::default()
    })
}

/// The mark of the text that a withheld session asks her to read: it changes with every letter of it.
pub fn mark(site: &Site, session: &Session) -> String {
    let card = site.guide().cards.iter().find(|card| card.step == session.step);
    let said = card.into_iter().flat_map(|card| [&card.what, &card.how_long, &card.how_often, &card.not, &card.sure]);
    let texts = said.flatten().map(|one| one.text.raw());
    let entry =
        session.unlock.as_deref().and_then(|id| site.ledger().evidence(id)).map(|entry| entry.statement.as_str());
    protocol::fingerprint_of(&texts.chain(entry).collect::<Vec<_>>().join("\n"))
}
