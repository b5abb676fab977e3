//! The protocol, the guide and the ledger that are inside the binary, ready to use. Tests of other rooms read the same ones.

pub mod people;
mod retold;

use std::borrow::Cow;
use std::fmt;

use article::Checker;
use guide::{Drawing, File, Guide};
use include_dir::{Dir, include_dir};
use ledger::Ledger;
use protocol::compile::Compiled;
use protocol::model::Protocol;

/// The protocol as it stands in the repository.
pub const PROTOCOL: &str = include_str!("../../../protocols/mastitis.protocol");
/// Its file name, for messages.
pub const PROTOCOL_FILE: &str = "protocols/mastitis.protocol";
/// The texts and drawings of the guide: whatever lies in the folder is in the binary.
static GUIDE: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../protocols/guide");
/// Concepts and patterns of the article check.
static ARTICLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../protocols/article");
const SOURCES: &str = include_str!("../../../protocols/sources.toml");
const EVIDENCE: &str = include_str!("../../../protocols/evidence.toml");
const CLAIMS: &str = include_str!("../../../protocols/claims.toml");
const DISAGREEMENTS: &str = include_str!("../../../protocols/disagreements.toml");
const RESTS: &str = include_str!("../../../protocols/rests.toml");

/// What is wrong with what ships: the build's own tests keep this from reaching anyone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken(String);

impl fmt::Display for Broken {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Broken {}

/// The shipped ledger.
///
/// # Errors
/// Every fault of its files.
pub fn ledger() -> Result<Ledger, Broken> {
    ledger_of([SOURCES, EVIDENCE, CLAIMS, DISAGREEMENTS, RESTS])
}

/// The names of the ledger's files under `protocols/`, in the order in which [`ledger_of`] takes their texts.
pub const LEDGER_FILES: [&str; 5] =
    ["sources.toml", "evidence.toml", "claims.toml", "disagreements.toml", "rests.toml"];

/// Any ledger, from the texts of its files.
///
/// # Errors
/// Every fault of them.
pub fn ledger_of([sources, evidence, claims, disagreements, rests]: [&str; 5]) -> Result<Ledger, Broken> {
    let read = Ledger::parse(sources, evidence, claims);
    read.and_then(|ledger| ledger.with_disagreements(disagreements))
        .and_then(|ledger| ledger.with_rests(rests))
        .map_err(|faults| Broken(faults.iter().map(|fault| format!("{fault}\n")).collect()))
}

/// The shipped protocol, compiled.
///
/// # Errors
/// Every fault of the text, with its place.
pub fn protocol(ledger: &Ledger) -> Result<Compiled, Broken> {
    compile(PROTOCOL, PROTOCOL_FILE, ledger)
}

/// The same rules with each of their texts told in another way. The fingerprint stays: it is the rules that it vouches for.
///
/// # Errors
/// Every fault of the text, with its place.
pub fn protocol_told(ledger: &Ledger, tell: impl Fn(&str) -> String) -> Result<Compiled, Broken> {
    compile_as(&retold::texts(PROTOCOL, tell), PROTOCOL, PROTOCOL_FILE, ledger)
}

/// The shipped guide.
///
/// # Errors
/// Every fault of its texts, with its place.
pub fn guide(protocol: &Protocol, ledger: &Ledger) -> Result<Guide, Broken> {
    read_guide(protocol, ledger, Cow::Borrowed)
}

/// The same guide with each of its texts told in another way.
///
/// # Errors
/// Every fault of its texts, with its place.
pub fn guide_told(protocol: &Protocol, ledger: &Ledger, tell: impl Fn(&str) -> String) -> Result<Guide, Broken> {
    read_guide(protocol, ledger, |text| Cow::Owned(retold::texts(text, &tell)))
}

fn read_guide<'f>(
    protocol: &Protocol,
    ledger: &Ledger,
    told: impl Fn(&'f str) -> Cow<'f, str>,
) -> Result<Guide, Broken> {
    let texts: Vec<(&str, Cow<str>)> = named(GUIDE.files(), "guide").map(|(name, text)| (name, told(text))).collect();
    let texts = texts.iter().map(|(name, text)| File { name, text });
    let drawings = GUIDE.get_dir("drawings").map(Dir::files).into_iter().flatten();
    let drawings = named(drawings, "svg").map(|(path, svg)| {
        let name = path.trim_start_matches("drawings/").trim_end_matches(".svg");
        Drawing { name: name.to_owned(), svg: svg.trim().to_owned() }
    });
    let (texts, drawings): (Vec<File>, Vec<Drawing>) = (texts.collect(), drawings.collect());
    Guide::read(&texts, drawings, protocol, ledger).map_err(|broken| Broken(broken.to_string()))
}

/// The concepts, patterns and words of the article check: names and texts.
#[must_use]
pub fn article_files() -> Vec<(&'static str, &'static str)> {
    named(ARTICLE.files(), "toml").collect()
}

/// What an article is checked by.
///
/// # Errors
/// Everything that is wrong with the patterns.
pub fn checker(ledger: &Ledger) -> Result<Checker, Broken> {
    let weights = ARTICLE.get_file(WEIGHTS).map(include_dir::File::contents);
    let weights = weights.ok_or_else(|| Broken(format!("protocols/article/{WEIGHTS} is missing")))?;
    let patterns = Checker::read(&article_files(), ledger);
    patterns.and_then(|patterns| patterns.with_weights(weights, ledger)).map_err(|faults| Broken(faults.join("\n")))
}

/// The weights of the article check, beside its patterns.
const WEIGHTS: &str = "weights.bin";

/// The files with this ending: path and content.
fn named<'f>(
    files: impl Iterator<Item = &'f include_dir::File<'f>>,
    ending: &str,
) -> impl Iterator<Item = (&'f str, &'f str)> {
    let wanted = move |file: &&include_dir::File| file.path().extension().is_some_and(|known| known == ending);
    files.filter(wanted).filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
}

/// Any protocol text, checked against the ledger and compiled.
///
/// # Errors
/// Every fault of the text, with its place.
pub fn compile(text: &str, file: &str, ledger: &Ledger) -> Result<Compiled, Broken> {
    compile_as(text, text, file, ledger)
}

/// The rules of a text under the fingerprint of another.
fn compile_as(text: &str, vouched: &str, file: &str, ledger: &Ledger) -> Result<Compiled, Broken> {
    let sources: Vec<&str> = ledger.sources().iter().map(|source| source.id.as_str()).collect();
    let read = protocol::parse(text, &sources);
    let read = read.map_err(|faults| Broken(faults.iter().map(|fault| fault.render(file, text)).collect()))?;
    protocol::compile(read, vouched).map_err(|error| Broken(error.to_string()))
}
