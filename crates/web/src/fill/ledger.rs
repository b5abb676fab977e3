//! Pages of the ledger, filled for who arrives: without a baby nothing that speaks of one, and what is for clinicians only once asked for.

mod article;
mod checker;
mod disagreements;
mod entry;
mod index;
mod source;
mod step;
mod thing;

pub use article::{article, claim};
pub use checker::{found, paste};
pub use disagreements::disagreements;
pub use entry::entry;
pub use index::index;
pub use source::source;
pub use thing::thing;

use ledger::{Audience, Claim, Disagreement, Evidence, Ledger, Source, Strength, speaks_of_a_baby};

use crate::arrival::Arrival;
use crate::frame::Frame;
use crate::numbers;
use crate::rests::Thing;
use crate::view::guide::{Told, Way};
use crate::view::ledger::{Clinician, Fact, Group, Judged, Row};
use crate::view::{Foot, Here, Shell};
use crate::words::Words;

/// A longer list is folded.
const MOST_OPEN: usize = 6;

/// Who reads, and what she may see.
pub struct Desk<'d> {
    arrival: &'d Arrival,
    frame: Frame<'d>,
    words: Words,
    clinician: bool,
}

impl<'d> Desk<'d> {
    /// The desk of whoever arrives. `clinician=yes` is said by a button and travels in the page alone: nothing keeps it.
    #[must_use]
    pub fn of(arrival: &'d Arrival) -> Self {
        let frame = arrival.frame();
        Self { words: frame.words(), clinician: arrival.field("clinician") == Some("yes"), frame, arrival }
    }

    fn ledger(&self) -> &'d Ledger {
        self.arrival.site.ledger()
    }

    fn things(&self) -> impl Iterator<Item = &'d Thing> {
        let baby = self.frame.voice.baby;
        self.arrival.site.things().iter().filter(move |thing| baby || !thing.needs_baby)
    }

    fn shell(&self, title: &str, path: &str) -> Shell {
        let mut kept = self.arrival.carried.onward().fields(&self.arrival.site);
        if self.clinician {
            kept.push(("clinician".to_owned(), "yes".to_owned()));
        }
        self.frame.shell(title, path, kept, Foot::Dock(Here::Elsewhere))
    }

    fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    fn up(&self) -> Way {
        Way { path: "/evidence".to_owned(), text: self.say("evidence-title"), ..Way::default() }
    }

    /// The way to a page beside this one, whose title and second line are the messages `NAME-title` and `NAME-small`.
    fn beside(&self, path: &str, name: &str) -> Way {
        let said = |part: &str| self.say(&format!("{name}-{part}"));
        Way { path: path.to_owned(), text: said("title"), small: said("small"), ..Way::default() }
    }

    /// The way to the check of any article: only the server has it, and no answer goes there.
    fn to_check(&self) -> Way {
        Way { bare: true, ..self.beside("/article/check", "article-check") }
    }

    /// Whether it is written for her.
    fn is_for_her(&self, audience: Audience) -> bool {
        self.clinician || audience != Audience::Clinician
    }

    /// Whether there is a baby to speak of, or none of these texts does.
    fn may_say<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> bool {
        self.frame.voice.baby || !texts.into_iter().any(speaks_of_a_baby)
    }

    fn may_show(&self, one: &Evidence) -> bool {
        self.may_say([one.statement.as_str(), one.claim.as_deref().unwrap_or_default(), &one.disagreements])
    }

    fn may_show_claim(&self, one: &Claim) -> bool {
        self.may_say([one.claim.as_str(), &one.reason])
    }

    fn may_show_disagreement(&self, one: &Disagreement) -> bool {
        let texts = one.positions.iter().chain([&one.ask, &one.we, &one.because]);
        self.may_say(texts.map(String::as_str))
    }

    /// The statements that she sees.
    fn statements(&self) -> impl Iterator<Item = &'d Evidence> {
        self.ledger().all_evidence().iter().filter(|one| self.is_for_her(one.audience) && self.may_show(one))
    }

    /// Whether something is left out that only a clinician is shown.
    fn clinician(&self, has: bool) -> Clinician {
        match (has, self.clinician) {
            (false, _) => Clinician::Nothing,
            (true, true) => Clinician::Shown,
            (true, false) => Clinician::Asked,
        }
    }

    fn statement_row(&self, one: &Evidence) -> Row {
        let statement = one.statement.clone();
        let (text, small) = match &one.claim {
            Some(claim) => (format!("“{claim}”"), statement),
            None => (statement, self.strength_head(one)),
        };
        let tag = if one.basis == ledger::Basis::Verified { String::new() } else { self.say(&basis_tag(one)) };
        Row {
            way: Way { path: format!("/evidence/{}", one.id), text, small, tag, bare: false },
            verdict: one.verdict.map(|verdict| Judged::of(verdict, &self.words)),
            is_source: false,
        }
    }

    fn claim_row(&self, one: &Claim) -> Row {
        let (text, small) = (format!("“{}”", one.claim), self.say("article-row"));
        Row {
            way: Way { path: format!("/article/{}", one.id), text, small, ..Way::default() },
            verdict: Some(Judged::of(one.verdict, &self.words)),
            is_source: false,
        }
    }

    fn source_row(&self, one: &Source) -> Row {
        let small = format!("{}, {}. {}", self.say(&format!("kind-{}", one.kind.word())), one.year, one.title);
        let tag = if one.verified { String::new() } else { self.say("source-unread") };
        let way = Way { path: format!("/source/{}", one.id), text: one.short_name(), small, tag, bare: false };
        Row { way, verdict: None, is_source: true }
    }

    fn source_rows<'i>(&self, ids: impl IntoIterator<Item = &'i String>) -> Vec<Row> {
        ids.into_iter().filter_map(|id| self.ledger().source(id)).map(|one| self.source_row(one)).collect()
    }

    fn statement_rows<'i>(&self, ids: impl IntoIterator<Item = &'i String>) -> Vec<Row> {
        let found = ids.into_iter().filter_map(|id| self.ledger().evidence(id));
        let shown = found.filter(|one| self.is_for_her(one.audience) && self.may_show(one));
        shown.map(|one| self.statement_row(one)).collect()
    }

    fn thing_row(&self, one: &Thing, small: bool) -> Row {
        let text = numbers::capital(one.text.say(self.frame.voice));
        let small = if small { self.say(&format!("rests-{}", one.kind)) } else { String::new() };
        Row { way: Way { path: one.path(), text, small, ..Way::default() }, ..Row::default() }
    }

    /// Things under the headings of their kinds.
    fn thing_groups(&self, holds: impl Fn(&Thing) -> bool) -> Vec<Group> {
        let of_kind = |kind: &&str| {
            let rows: Vec<Row> = self
                .things()
                .filter(|thing| thing.kind == *kind && holds(thing))
                .map(|thing| self.thing_row(thing, false))
                .filter(|row| !row.way.text.is_empty())
                .collect();
            self.counted(&self.words.say_one("rests-on-it", "kind", &self.say(&format!("rests-{kind}"))), rows)
        };
        crate::rests::KINDS.iter().filter_map(of_kind).collect()
    }

    /// A group whose heading tells the number of its rows; none: it has none.
    fn counted(&self, title: &str, rows: Vec<Row>) -> Option<Group> {
        let title = format!("{title} ({})", rows.len());
        (!rows.is_empty()).then_some(Group { folded: rows.len() > MOST_OPEN, title, rows })
    }

    /// The same, folded whatever its length.
    fn folded(&self, title: &str, rows: Vec<Row>) -> Option<Group> {
        self.counted(title, rows).map(|group| Group { folded: true, ..group })
    }

    /// How sure we are, in a word.
    fn strength_head(&self, one: &Evidence) -> String {
        let text = self.strength(one);
        let told = Told { text, ..Told::default() };
        told.head().map_or_else(|| told.text.clone(), |(head, _)| head.to_owned())
    }

    fn strength(&self, one: &Evidence) -> String {
        let key = Strength::read(&one.strength).map(Strength::key).unwrap_or_default();
        self.say(&format!("strength-{key}"))
    }

    fn fact(&self, name: &str, text: String) -> Option<Fact> {
        (!text.is_empty()).then(|| Fact { name: self.say(name), text, open: false, is_source: false })
    }
}

fn basis_tag(one: &Evidence) -> String {
    format!("basis-{}-tag", one.basis.word())
}
