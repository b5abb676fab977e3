//! The ledger: what Milkway says, what that rests on, and what rests on it.

use askama::Template;
use ledger::Verdict;

use super::Shell;
use super::guide::Way;
use crate::words::Words;

/// One row: a statement, a claim or a source, and where it leads.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// Where it leads and what stands on it.
    pub way: Way,
    /// What we say of a claim.
    pub verdict: Option<Judged>,
    /// The name of a source, which others gave.
    pub is_source: bool,
}

impl Row {
    /// The class of what is touched.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        if self.is_source { "source-name way" } else { "way" }
    }
}

/// A verdict as pages show it: a shape and a word.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Its key: `harmful`.
    pub key: &'static str,
    /// Its shape in the sprite.
    pub shape: &'static str,
    /// Its word.
    pub word: String,
}

impl Judged {
    /// A verdict in words.
    #[must_use]
    pub fn of(verdict: Verdict, words: &Words) -> Self {
        let key = verdict.word();
        Self { key, shape: shape(verdict), word: words.say(&format!("verdict-{key}")) }
    }
}

/// Full disc, half disc, ring, ring struck through, octagon.
#[must_use]
pub const fn shape(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "g-full",
        Verdict::Mixed => "g-half",
        Verdict::Unsupported => "g-empty",
        Verdict::Contradicted => "g-struck",
        Verdict::Harmful => "u6",
    }
}

/// From one claim to the next on the same page, the gravest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// A place on the page: `#claim-7`.
    pub to: String,
    /// What stands on it.
    pub text: String,
}

/// Rows under a heading.
#[derive(Debug, Clone, Default)]
pub struct Group {
    /// The heading, with the number of rows where that is told.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// Folded until it is opened.
    pub folded: bool,
}

/// Whether what is written for clinicians stands on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clinician {
    /// There is nothing for them alone.
    Nothing,
    /// It is left out, and the page asks.
    Asked,
    /// It is there.
    Shown,
}

/// `GET` and `POST /evidence`: everything, and what a search found.
#[derive(Template, Debug, Clone)]
#[template(path = "evidence.html")]
pub struct Index {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// How much there is, in a sentence.
    pub lead: String,
    /// What was typed.
    pub typed: String,
    /// What was found; none: nothing was typed.
    pub found: Option<Vec<Row>>,
    /// Ways to the pages beside it.
    pub ways: Vec<Way>,
    /// Everything, by topic.
    pub groups: Vec<Group>,
    /// What is for clinicians.
    pub clinician: Clinician,
}

/// A name and what is so called.
#[derive(Debug, Clone)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// What is so called.
    pub text: String,
    /// To be checked: marked.
    pub open: bool,
    /// Names that others gave.
    pub is_source: bool,
}

/// One statement, source, claim, or thing that rests on them.
#[derive(Template, Debug, Clone)]
#[template(path = "leaf.html")]
pub struct Leaf {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The page above.
    pub up: Way,
    /// What it is, above the heading.
    pub kicker: String,
    /// The heading.
    pub title: String,
    /// Something others say.
    pub quoted: bool,
    /// The name of a source, which others gave.
    pub is_source: bool,
    /// What we say of a claim.
    pub verdict: Option<Judged>,
    /// What we say.
    pub says: Vec<String>,
    /// Facts about it.
    pub facts: Vec<Fact>,
    /// An address outside and its name; none: there is none.
    pub outside: Option<(String, String)>,
    /// A way to the page that it is or that does its job.
    pub go: Option<Way>,
    /// What it rests on, and what rests on it.
    pub groups: Vec<Group>,
    /// What is for clinicians.
    pub clinician: Clinician,
}

/// A question on which guidance disagrees.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// The question.
    pub ask: String,
    /// Who says what.
    pub positions: Vec<String>,
    /// What we do, and why.
    pub we: String,
    /// See `we`.
    pub because: String,
    /// The statements it is about, and sources.
    pub rows: Vec<Row>,
}

/// `GET` and `POST /evidence/disagreements`
#[derive(Template, Debug, Clone)]
#[template(path = "disagreements.html")]
pub struct Disagreements {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The page above.
    pub up: Way,
    /// The questions.
    pub questions: Vec<Question>,
    /// What is for clinicians.
    pub clinician: Clinician,
}

/// A claim of the article, judged.
#[derive(Debug, Clone)]
pub struct Claimed {
    /// Its id.
    pub id: String,
    /// Its number in the article.
    pub number: usize,
    /// What the article says, in our words.
    pub claim: String,
    /// What we say of it.
    pub verdict: Judged,
    /// Why.
    pub reason: String,
    /// Its own page, and the page that does its job.
    pub ways: Vec<Way>,
    /// Its sources.
    pub sources: Vec<super::Source>,
    /// The way to the claim after it, or back.
    pub next: Step,
}

/// `GET` and `POST /article`
#[derive(Template, Debug, Clone)]
#[template(path = "article.html")]
pub struct Article {
    /// The words of the page.
    pub words: Words,
    /// The frame.
    pub shell: Shell,
    /// The page above.
    pub up: Way,
    /// The page that checks any other.
    pub check: Way,
    /// How many of each verdict, the gravest first.
    pub counts: Vec<(Judged, usize)>,
    /// The way to the gravest claim; none: there is no claim.
    pub first: Option<Step>,
    /// The claims under the headings of the article.
    pub parts: Vec<(String, Vec<Claimed>)>,
}
