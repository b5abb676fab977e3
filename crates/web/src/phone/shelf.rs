//! Every file that pages use, as one: together they pack a third smaller than one by one, and they come whole or not at all.

use serde_json::{Value, json};

use crate::assets::{self, File};

/// Files that only pages of the record use.
#[must_use]
pub fn of_record() -> Value {
    assets::files().iter().filter(|file| file.name.starts_with("record")).filter_map(text).collect()
}

/// Those, and what they are drawn with: only the worker reads that, and it has it already.
fn is_of_record(name: &str) -> bool {
    name.starts_with("record") || name.starts_with("phone/record/")
}

/// Name, kind and text of each that any phone has. Pictures for the browser itself are left out, and so are the comments of scripts and styles: a phone does not read them.
#[must_use]
pub fn shelf() -> Value {
    let is_needed = |file: &&File| !is_of_record(file.name) && !assets::SERVERS.contains(&file.name);
    assets::files().iter().filter(is_needed).filter_map(text).collect()
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
    use super::{bare, plain};

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
