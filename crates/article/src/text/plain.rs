//! Text as it stands: empty lines part paragraphs, marks begin items, short lines without a full stop are headings.

use super::{Draft, Kind};

/// A line shorter than this was not broken by the edge of a page.
const WRAPPED_CHARS: usize = 60;
const HEADING_WORDS_MAX: usize = 14;

/// Reads a text.
pub(super) fn read(text: &str, draft: &mut Draft) {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut before = "";
    // A line that stops far before the others was not broken by the edge of a page.
    let width =
        lines.iter().map(|line| line.chars().count()).filter(|chars| *chars <= 2 * WRAPPED_CHARS).max().unwrap_or(0);
    let is_short = |line: &str| line.chars().count() * 5 < width * 3;
    for (at, line) in lines.iter().enumerate() {
        if line.is_empty() {
            draft.begin(Kind::Paragraph);
        } else if let Some(item) = item(line) {
            draft.begin(Kind::Item);
            draft.say(item);
        } else if is_heading(line, before, lines.get(at + 1).copied().unwrap_or_default()) {
            draft.begin(Kind::Heading(2));
            draft.say(line.trim_start_matches('#'));
            draft.begin(Kind::Paragraph);
        } else {
            let is_new = is_short(before) && line.starts_with(char::is_uppercase) && !before.ends_with(',');
            if is_new
                || ends(before)
                    && (before.chars().count() < WRAPPED_CHARS || before.chars().count() > 2 * WRAPPED_CHARS)
            {
                draft.begin(Kind::Paragraph);
            }
            draft.say("\n");
            draft.say(line);
        }
        before = line;
    }
}

/// What follows the mark of an item: a bullet, or a number with a point or a bracket.
fn item(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(['•', '◦', '▪', '‣', '●', '·', '–', '*', '-', '✓', '✗', '❌', '✅'])
    {
        let is_mark = rest.starts_with([' ', '\t', '\u{a0}']) || !line.starts_with(['*', '-', '–']);
        return is_mark.then(|| rest.trim_start());
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    let rest = rest.strip_prefix(['.', ')']).filter(|rest| (1..=2).contains(&digits) && rest.starts_with([' ', '\t']));
    rest.map(str::trim_start)
}

fn is_heading(line: &str, before: &str, after: &str) -> bool {
    let stands_alone = before.is_empty() || ends(before);
    let leads = after.is_empty() || item(after).is_some() || after.starts_with(char::is_uppercase);
    let is_short = line.split_whitespace().count() <= HEADING_WORDS_MAX;
    is_short && stands_alone && leads && !ends(line) && line.starts_with(|c: char| !c.is_lowercase())
}

/// Whether a line ends a sentence.
fn ends(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', ')', ']', '\'']).ends_with(['.', '!', '?', ':', ';', ',', '…'])
}
