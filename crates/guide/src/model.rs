//! The nouns of the guide.

use protocol::text::Text;

/// All that is shown beside the rules.
#[derive(Debug, Clone, Default)]
pub struct Guide {
    /// Guided sessions.
    pub sessions: Vec<Session>,
    /// One card for each step of the plan, in the plan's order.
    pub cards: Vec<Card>,
    /// One for each condition, in the protocol's order.
    pub explains: Vec<Explain>,
    /// Short pages.
    pub pages: Vec<Page>,
    /// Questions about the milk, in the order of the holds.
    pub milk: Vec<MilkAsk>,
    /// Drawings by name.
    pub drawings: Vec<Drawing>,
}

/// What a sentence rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// An id of the ledger (`cold-relief`), or a block of the protocol (`rule:D05`).
    pub id: String,
    /// Ids of the sources behind it; empty where the specification marks a choice of the project.
    pub sources: Vec<String>,
}

/// Words with what they rest on.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The words.
    pub text: Text,
    /// What they rest on; empty only for words that claim nothing.
    pub grounds: Vec<Ground>,
}

/// A button: where it leads, and its words.
#[derive(Debug, Clone)]
pub struct Way {
    /// A path of this site.
    pub path: String,
    /// What stands on it.
    pub text: Text,
}

/// A guided session.
#[derive(Debug, Clone, Default)]
pub struct Session {
    /// Its id, which is its address.
    pub id: String,
    /// Its code: `S-A`.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// The step of the plan that leads here, by its place in the protocol.
    pub step: usize,
    /// What it is, first.
    pub lead: Vec<Said>,
    /// How sure we are.
    pub sure: Vec<Said>,
    /// Whether the side is asked.
    pub side: bool,
    /// Whether pain is asked before and after.
    pub score: bool,
    /// Sessions of one pool count together; none: it is not counted.
    pub pool: Option<String>,
    /// The limit of sessions in 24 hours.
    pub most: Option<usize>,
    /// The limit of rest between two.
    pub gap: Option<usize>,
    /// The limit of length.
    pub longest: Option<usize>,
    /// What closes it, asked before the start.
    pub hold: Vec<Said>,
    /// What to mind, before the start.
    pub mind: Vec<Said>,
    /// What to do at the end.
    pub then: Vec<Said>,
    /// The session that is offered at the end, by its id.
    pub next: Option<String>,
    /// The entry of the ledger that must be read, and the choice recorded, before it opens.
    pub unlock: Option<String>,
    /// What is done, in order.
    pub moves: Vec<Move>,
}

/// One act of a session.
#[derive(Debug, Clone, Default)]
pub struct Move {
    /// Its id within the session.
    pub id: String,
    /// The act.
    pub act: Text,
    /// How, in one or two sentences.
    pub say: Vec<Said>,
    /// How long; none: she goes on by herself.
    pub duration_s: Option<u32>,
    /// The drawing.
    pub picture: String,
    /// What the drawing shows, in a sentence.
    pub alt: Text,
    /// Only with a baby, or only without; none: for everybody.
    pub with_baby: Option<bool>,
    /// Its time does not count toward the limit of length.
    pub prepares: bool,
    /// May be left out.
    pub optional: bool,
    /// Never done twice: there is no way back into it.
    pub once: bool,
}

/// What to know of a step of the plan. Why, and the sources, stand in the step.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// The step, by its place in the protocol.
    pub step: usize,
    /// What it is.
    pub what: Vec<Said>,
    /// How long.
    pub how_long: Vec<Said>,
    /// How often.
    pub how_often: Vec<Said>,
    /// What not to do.
    pub not: Vec<Said>,
    /// How sure we are.
    pub sure: Vec<Said>,
}

/// A condition, explained. Its name stands in the protocol.
#[derive(Debug, Clone, Default)]
pub struct Explain {
    /// The condition, by its place in the protocol.
    pub condition: usize,
    /// What it is.
    pub what: Vec<Said>,
    /// How it usually goes.
    pub course: Vec<Said>,
    /// What helps.
    pub helps: Vec<Said>,
    /// When to be seen.
    pub seen: Vec<Said>,
    /// Where to go from here.
    pub ways: Vec<Way>,
}

/// A short page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its id, which is its address.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The heading under which the list of pages shows it.
    pub group: Text,
    /// Not shown without a baby.
    pub needs_baby: bool,
    /// What stands on it, in order.
    pub parts: Vec<Part>,
}

/// One piece of a page.
#[derive(Debug, Clone)]
pub enum Part {
    /// The first sentences.
    Lead(Said),
    /// A heading.
    Heading(Text),
    /// A paragraph.
    Say(Said),
    /// A row of a list.
    Item(Said),
    /// Something that is filled in from elsewhere.
    Show(Show),
    /// A button.
    Go(Way),
}

/// What a page shows of the protocol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Show {
    /// The crisis numbers of the region.
    Crisis,
    /// The prevention plan.
    Prevention,
    /// A table, by its place in the protocol.
    Table(usize),
}

/// A question about the milk: one line to tick.
#[derive(Debug, Clone, Default)]
pub struct MilkAsk {
    /// The hold that a tick brings, by its place in the protocol.
    pub hold: usize,
    /// The line.
    pub ask: Said,
}

/// A drawing: an SVG that takes its colours from the page.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// Its name: the file's without its ending.
    pub name: String,
    /// Its markup.
    pub svg: String,
}

impl Guide {
    /// The session with this id.
    #[must_use]
    pub fn session(&self, id: &str) -> Option<&Session> {
        self.sessions.iter().find(|session| session.id == id)
    }

    /// The session with this code.
    #[must_use]
    pub fn session_coded(&self, code: &str) -> Option<&Session> {
        self.sessions.iter().find(|session| session.code == code)
    }

    /// The page with this id.
    #[must_use]
    pub fn page(&self, id: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.id == id)
    }

    /// The markup of a drawing.
    #[must_use]
    pub fn drawing(&self, name: &str) -> Option<&str> {
        self.drawings.iter().find(|drawing| drawing.name == name).map(|drawing| drawing.svg.as_str())
    }
}

impl Session {
    /// The length of its timed acts: those that may be left out included, those that only prepare not.
    #[must_use]
    pub fn duration_s(&self) -> u32 {
        // What a writer mistypes is told as too long; it must not overflow before it is.
        let seconds = self.moves.iter().filter(|one| !one.prepares).filter_map(|one| one.duration_s);
        seconds.fold(0, u32::saturating_add)
    }

    /// Its acts for someone with or without a baby.
    pub fn moves_for(&self, baby: bool) -> impl Iterator<Item = &Move> {
        self.moves.iter().filter(move |one| one.with_baby.is_none_or(|wanted| wanted == baby))
    }
}
