//! Every file that pages use, as one: together they pack a third smaller than one by one, and they come whole or not at all.

use serde_json::{Value, json};

use crate::assets::{self, File};

/// Files that only pages of the ledger use.
const OF_LEDGER: [&str; 3] = ["ledger.css", "find.js", "find_page.js"];
/// What draws the pages of the ledger.
const DRAWS_LEDGER: [&str; 9] = [
    "phone/ledger/",
    "phone/page/article_show.js",
    "phone/page/claim_show.js",
    "phone/page/disagreements_show.js",
    "phone/page/entry_show.js",
    "phone/page/evidence_show.js",
    "phone/page/safety_show.js",
    "phone/page/source_show.js",
    "phone/page/thing_show.js",
];

/// Files that only pages of the record use.
#[must_use]
pub fn of_record() -> Value {
    all_of(|name| name.starts_with("record"))
}

/// Files that only pages of the ledger use.
#[must_use]
pub fn of_ledger() -> Value {
    all_of(|name| OF_LEDGER.contains(&name))
}

/// Name, kind and text of each that any phone has. Pictures for the browser itself are left out, and so are the comments of scripts and styles: a
/// phone does not read them.
#[must_use]
pub fn shelf() -> Value {
    all_of(|name| !assets::SERVERS.contains(&name) && !is_of_record(name) && !is_of_ledger(name))
}

/// What comes with the record, and what draws its pages: only the worker reads that, and it has it already.
fn is_of_record(name: &str) -> bool {
    name.starts_with("record") || name.starts_with("phone/record/")
}

/// The same of the ledger.
fn is_of_ledger(name: &str) -> bool {
    OF_LEDGER.contains(&name) || DRAWS_LEDGER.iter().any(|beginning| name.starts_with(beginning))
}

fn all_of(is_wanted: impl Fn(&str) -> bool) -> Value {
    assets::files().iter().filter(|file| is_wanted(file.name)).filter_map(text).collect()
}

fn text(file: &File) -> Option<Value> {
    let text = std::str::from_utf8(file.content).ok()?;
    let text = match file.kind.split(';').next() {
        Some("text/javascript") => bare(text),
        Some("text/css") => plain(text),
        _ => text.to_owned(),
    };
    Some(json!({ "name": file.name, "kind": file.kind, "text": text }))
}

/// A script without the lines that are nothing but comment.
fn bare(script: &str) -> String {
    let mut inside = false;
    let mut kept = String::with_capacity(script.len());
    for line in script.lines() {
        let start = line.trim_start();
        if inside || start.starts_with("/**") {
            inside = !start.contains("*/");
        } else if !start.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// Styles without comments. No text of ours in a style holds the marks of one.
fn plain(style: &str) -> String {
    let mut pieces = style.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |so_far, piece| so_far + piece.split_once("*/").map_or("", |(_, after)| after))
}

#[cfg(test)]
mod tests {
    use super::{DRAWS_LEDGER, OF_LEDGER, bare, plain};
    use crate::assets;

    #[test]
    fn what_is_named_here_is_there() {
        for named in OF_LEDGER.iter().chain(&DRAWS_LEDGER) {
            assert!(assets::files().iter().any(|file| file.name.starts_with(named)), "{named}");
        }
    }

    #[test]
    fn styles_lose_their_comments_and_nothing_else() {
        assert_eq!(plain("/* a */a { b: c; }/* d\n e */\n.f > g { }"), "a { b: c; }\n.f > g { }");
    }

    #[test]
    fn only_whole_lines_of_comment_are_left_out() {
        let script = "// Head.\nconst a = 1; // stays\n  /** One. */\n/**\n * More.\n * lines.\n */\nconst b = `https://x`;\n  // in\n";
        assert_eq!(bare(script), "const a = 1; // stays\nconst b = `https://x`;\n");
    }
}
