//! The list of everything there is.

use protocol::model::finding::Subject;

use super::relief;
use crate::arrival::Arrival;
use crate::numbers;
use crate::view::guide::{Section, Sections, Way};
use crate::view::{Foot, Here};

/// All pages under their headings.
pub fn sections(arrival: &Arrival) -> Sections {
    let site = &arrival.site;
    let frame = arrival.frame();
    let words = frame.words();
    let voice = frame.voice;
    let way = |path: &str, id: &str| Way { path: path.to_owned(), text: words.say(id), ..Way::default() };
    let mut tools = vec![way("/relief", "relief-title"), way("/painkillers", "more-painkillers")];
    tools.push(way("/feed-timer", "feed-title"));
    if voice.baby {
        tools.push(way("/milk", "milk-title"));
    }
    let mut sections = vec![Section { title: words.say("more-now"), icon: "", rows: tools }];
    let sessions = site.guide().sessions.iter().filter(|session| session.unlock.is_none());
    let session = |session: &guide::Session| Way {
        path: format!("/session/{}", session.id),
        text: session.name.say(voice).to_owned(),
        tag: relief::minutes(session, &words),
        ..Way::default()
    };
    sections.push(Section { title: words.say("more-sessions"), icon: "", rows: sessions.map(session).collect() });
    for page in site.guide().pages.iter().filter(|page| voice.baby || !page.needs_baby) {
        let title = page.group.say(voice);
        let row = Way { path: format!("/read/{}", page.id), text: page.title.say(voice).to_owned(), ..Way::default() };
        match sections.iter_mut().find(|section| section.title == title) {
            Some(section) => section.rows.push(row),
            None => sections.push(Section { title: title.to_owned(), icon: "", rows: vec![row] }),
        }
    }
    let conditions = site.compiled().protocol.conditions.iter();
    let shown = conditions.filter(|one| voice.baby || one.subject == Subject::Parent);
    let row = |one: &protocol::model::rule::Condition| Way {
        path: format!("/condition/{}", one.id),
        text: numbers::capital(one.name.say(voice)),
        ..Way::default()
    };
    sections.push(Section { title: words.say("more-conditions"), icon: "", rows: shown.map(row).collect() });
    sections.push(Section {
        title: words.say("more-house"),
        icon: "",
        // Who is signed in is for the page behind it: here the phone, which does not know, draws the same row.
        // Who signs in brings no answers along.
        rows: vec![
            Way { bare: true, ..way("/household", "more-record") },
            way("/evidence", "more-rests"),
            way("/about", "about-link"),
        ],
    });
    let title = words.say("more");
    Sections {
        shell: frame.shell(&title, "/more", arrival.carried.onward().fields(site), Foot::Dock(Here::More)),
        help: String::new(),
        sections,
        tones: false,
        tone: arrival.visitor.tone,
        words,
        title,
    }
}
