//! Where a fault points.

use protocol::fault::Fault;

/// Whoever is told of a fault must find it: its place lies inside the text, or just behind the last word of a line.
pub fn inside(fault: &Fault, text: &str) {
    let at = fault.place;
    let lines: Vec<&str> = text.lines().collect();
    assert!(at.line >= 1 && at.line <= lines.len().max(1), "no such line: {fault:?}");
    let width = lines.get(at.line - 1).map_or(0, |line| line.chars().count());
    assert!(at.column >= 1 && at.length >= 1, "no column: {fault:?}");
    assert!(at.column - 1 + at.length <= width + 1, "behind the line of {width}: {fault:?}");
    assert!(fault.render("a", text).starts_with(&format!("a:{}:{}: ", at.line, at.column)), "not told: {fault:?}");
}

#[cfg(test)]
mod tests {
    use protocol::fault::{Fault, Place};

    use super::inside;

    fn at(line: usize, column: usize, length: usize) {
        inside(&Fault::new(Place { line, column, length }, "wrong"), "rule x\nä\n");
    }

    #[test]
    fn words_and_the_ends_of_lines_are_inside() {
        at(1, 1, 4);
        at(1, 7, 1);
        at(2, 1, 1);
        at(2, 2, 1);
    }

    #[test]
    #[should_panic(expected = "no such line")]
    fn a_line_behind_the_text_is_seen() {
        at(3, 1, 1);
    }

    #[test]
    #[should_panic(expected = "behind the line")]
    fn a_column_counted_in_bytes_is_seen() {
        at(2, 3, 1);
    }
}
