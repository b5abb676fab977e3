//! The table a person reads.

use super::room::{Room, Rooms, percentile};
use super::{FILE_LINES_MAX, FUNCTION_LINES_MAX};

const HEAD: [&str; 12] = [
    "room",
    "files",
    "code",
    "tests",
    "docs",
    "tests/code",
    "docs/code",
    "file p50",
    "longest",
    "fn p50",
    "fn p99",
    "longest",
];

/// All rooms, the whole house, and what we hold ourselves to.
pub(super) fn print(rooms: &Rooms) -> String {
    let mut rows = vec![HEAD.map(str::to_owned)];
    rows.extend(rooms.each().map(|(name, room)| row(name, room)));
    rows.push(row("all", &rooms.house()));
    rows.push(target());
    aligned(&rows)
}

fn row(name: &str, room: &Room) -> [String; 12] {
    let count = &room.count;
    [
        name.to_owned(),
        room.files.len().to_string(),
        count.code.to_string(),
        count.test.to_string(),
        count.docs.to_string(),
        ratio(count.test, count.code),
        percent(count.docs, count.code),
        or_dash(percentile(&room.files, 50)),
        or_dash(room.files.iter().max().copied()),
        or_dash(percentile(&room.functions, 50)),
        or_dash(percentile(&room.functions, 99)),
        or_dash(room.functions.iter().max().copied()),
    ]
}

/// The first three are wishes for the whole house; the two longest fail.
fn target() -> [String; 12] {
    let longest_file = format!("≤ {FILE_LINES_MAX}");
    let longest_function = format!("≤ {FUNCTION_LINES_MAX}");
    ["target", "", "", "", "", "≥ 0.80", "≥ 10 %", "≤ 120", &longest_file, "", "≤ 50", &longest_function]
        .map(str::to_owned)
}

/// Two places after the point, without a floating one.
fn ratio(part: usize, whole: usize) -> String {
    (part * 100)
        .checked_div(whole)
        .map_or("–".to_owned(), |hundredths| format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

fn percent(part: usize, whole: usize) -> String {
    (part * 100).checked_div(whole).map_or("–".to_owned(), |percent| format!("{percent} %"))
}

fn or_dash(value: Option<usize>) -> String {
    value.map_or("–".to_owned(), |value| value.to_string())
}

/// The first column to the left, numbers to the right.
fn aligned(rows: &[[String; 12]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 12] = std::array::from_fn(width);
    let mut out = String::new();
    for row in rows {
        for (column, (cell, width)) in row.iter().zip(widths).enumerate() {
            let cell = if column == 0 { format!("{cell:<width$}") } else { format!("  {cell:>width$}") };
            out.push_str(&cell);
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{aligned, percent, ratio};

    #[test]
    fn shares_are_whole_numbers_and_nothing_of_nothing_is_a_dash() {
        assert_eq!(ratio(83, 100), "0.83");
        assert_eq!(ratio(7, 3), "2.33");
        assert_eq!(ratio(1, 0), "–");
        assert_eq!(percent(1, 9), "11 %");
    }

    #[test]
    fn columns_line_up() {
        let mut rows = vec![[const { String::new() }; 12], [const { String::new() }; 12]];
        (rows[0][0], rows[0][1]) = ("long".to_owned(), "7".to_owned());
        (rows[1][0], rows[1][1]) = ("a".to_owned(), "123".to_owned());
        assert_eq!(aligned(&rows), "long    7\na     123\n");
    }
}
