//! What is wrong with a protocol text, where, and what to do about it.

use std::fmt;

/// One fault in a protocol text, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is.
    pub place: Place,
    /// What is wrong, lower case, the offending words in backticks.
    pub what: String,
    /// What was expected instead, or which name was probably meant.
    pub hint: Option<String>,
}

/// A stretch of one line of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters are marked.
    pub length: usize,
}

impl Fault {
    /// A fault without a hint.
    #[must_use]
    pub fn new(place: Place, what: impl Into<String>) -> Self {
        Self { place, what: what.into(), hint: None }
    }

    /// The same fault with a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The fault as a reader sees it: file, place, the line with the text marked, the hint.
    #[must_use]
    pub fn render(&self, file: &str, text: &str) -> String {
        let Place { line, column, length } = self.place;
        let mut shown = format!("{file}:{line}:{column}: {}\n", self.what);
        if let Some(source) = text.lines().nth(line.saturating_sub(1)) {
            let number = line.to_string();
            let margin = " ".repeat(number.len());
            let (source, column) = window(source, column);
            let marks = "^".repeat(length.clamp(1, 60));
            let gap = " ".repeat(column.saturating_sub(1));
            shown.push_str(&format!(" {number} | {source}\n {margin} | {gap}{marks}\n"));
        }
        if let Some(hint) = &self.hint {
            shown.push_str(&format!(" = {hint}\n"));
        }
        shown
    }
}

/// Cuts a very long line down to what surrounds the marked column, so that a message stays readable.
fn window(source: &str, column: usize) -> (String, usize) {
    const WIDTH: usize = 120;
    if source.chars().count() <= WIDTH {
        return (source.to_owned(), column);
    }
    let start = column.saturating_sub(WIDTH / 2);
    (source.chars().skip(start).take(WIDTH).collect(), column - start)
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "line {}, column {}: {}", self.place.line, self.place.column, self.what)?;
        match &self.hint {
            Some(hint) => write!(out, " ({hint})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Fault {}

/// "did you mean `x`?" for the nearest of the known names, when one is near enough to be a slip.
pub fn did_you_mean<'n>(wrong: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let allowed = match wrong.chars().count() {
        0..=3 => 1,
        4..=7 => 2,
        _ => 3,
    };
    known
        .into_iter()
        .map(|name| (distance(wrong, name), name))
        .filter(|(steps, _)| *steps <= allowed)
        .min()
        .map(|(_, name)| format!("did you mean `{name}`?"))
}

/// Edit distance with swaps of neighbours (optimal string alignment). Names are short; long input is cut.
fn distance(left: &str, right: &str) -> usize {
    const LONGEST: usize = 40;
    let left: Vec<char> = left.chars().take(LONGEST).collect();
    let right: Vec<char> = right.chars().take(LONGEST).collect();
    let mut before: Vec<usize> = vec![0; right.len() + 1];
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, from) in left.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, to) in right.iter().enumerate() {
            let mut steps =
                (above[column] + usize::from(from != to)).min(above[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && from == &right[column - 1] && &left[row - 1] == to {
                steps = steps.min(before[column - 1] + 1);
            }
            current.push(steps);
        }
        before = std::mem::replace(&mut above, current);
    }
    above[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_named_and_a_stranger_is_not() {
        let known = ["fever", "fever_hours", "temp"];
        assert_eq!(did_you_mean("fevr", known), Some("did you mean `fever`?".to_owned()));
        assert_eq!(did_you_mean("tmep", known), Some("did you mean `temp`?".to_owned()));
        assert_eq!(did_you_mean("elephant", known), None);
    }

    #[test]
    fn the_marked_text_stands_under_the_line() {
        let fault =
            Fault::new(Place { line: 2, column: 6, length: 4 }, "unknown finding `fevr`").hint("did you mean `fever`?");
        let shown = fault.render("a.protocol", "rule E01 same_day\nwhen fevr at least yes\n");
        assert_eq!(
            shown,
            "a.protocol:2:6: unknown finding `fevr`\n 2 | when fevr at least yes\n   |      ^^^^\n = did you mean `fever`?\n"
        );
    }
}
