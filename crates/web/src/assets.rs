//! The files that are served as they stand, held in the binary: whatever script or drawing lies in `browser/` is there.

use include_dir::{Dir, DirEntry, include_dir};

static BROWSER: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../browser");

/// The stylesheet: tokens, pages, paper, in one file.
pub const STYLE: &str = concat!(
    include_str!("../../../browser/tokens.css"),
    include_str!("../../../browser/app.css"),
    include_str!("../../../browser/print.css")
);

/// The styles of relief: skin and motion of the drawings, rows, sessions, the feed timer.
pub const RELIEF: &str =
    concat!(include_str!("../../../browser/drawings.css"), include_str!("../../../browser/relief.css"));

/// The styles of the painkiller page.
const PAINKILLERS: &str = include_str!("../../../browser/painkillers.css");

/// The styles of the record.
const RECORD: &str = include_str!("../../../browser/record.css");

/// What only pages of the server use: no phone keeps it.
pub const SERVERS: [&str; 2] = ["checker.css", "passkeys.js"];

/// The styles of the page that checks an article.
const CHECKER: &str = include_str!("../../../browser/checker.css");

/// The styles of the ledger.
const LEDGER: &str = include_str!("../../../browser/ledger.css");

/// The drawings of icons, urgencies and levels that every page carries.
pub const SPRITE: &str = include_str!("../templates/sprite_partial.html");

/// The name of the house as a drawing.
pub const WORDMARK: &str = include_str!("../../../browser/wordmark.svg");

/// A file as it is served.
#[derive(Debug, Clone, Copy)]
pub struct File {
    /// Its name under `/static/VERSION/`.
    pub name: &'static str,
    /// Its media type.
    pub kind: &'static str,
    /// What is in it.
    pub content: &'static [u8],
}

/// Every file: styles that are put together here, then scripts and drawings.
#[must_use]
pub fn files() -> Vec<File> {
    let styles = [
        ("app.css", STYLE),
        ("relief.css", RELIEF),
        ("ledger.css", LEDGER),
        ("checker.css", CHECKER),
        ("painkillers.css", PAINKILLERS),
        ("record.css", RECORD),
    ];
    let styles = styles.map(|(name, text)| File { name, kind: "text/css; charset=utf-8", content: text.as_bytes() });
    let mut files = Vec::from(styles);
    gather(&BROWSER, &mut files);
    files
}

fn gather(folder: &'static Dir, files: &mut Vec<File>) {
    for entry in folder.entries() {
        match entry {
            DirEntry::Dir(inner) => gather(inner, files),
            DirEntry::File(file) => {
                let name = file.path().to_str().unwrap_or_default();
                files.extend(kind(name).map(|kind| File { name, kind, content: file.contents() }));
            }
        }
    }
}

/// The media type of a file that is served by itself.
fn kind(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        _ => None,
    }
}
