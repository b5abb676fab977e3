//! Cells of a table: quoted as RFC 4180 has it, and none of them a formula to a spreadsheet.

/// What makes a cell a formula in one spreadsheet or another; the wide forms do so where they are typed.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// One line of a table, with its end.
pub(super) fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

/// A cell, with an apostrophe before what would be a formula. A number is none, with whatever sign.
fn cell(text: &str) -> String {
    let formula = !is_number(text) && (text.starts_with(FORMULA) || text.trim_start().starts_with(FORMULA));
    let apostrophe = if formula { "'" } else { "" };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{apostrophe}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{apostrophe}{text}")
    }
}

/// Digits with at most one comma or point, and perhaps a sign.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let all = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    all(whole) && all(part)
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula_and_a_number_stays_a_number() {
        for formula in ["=1+1", "+1+1", "-1-1", "@sum", "\t=1", " =1", "-", "+", "-1,2,3", "－1", "-1e3"] {
            assert!(cell(formula).trim_start_matches('"').starts_with('\''), "{formula:?}");
        }
        assert!(cell("\r=1").starts_with("\"'"));
        for number in ["-3", "+3", "-3.5", "38.2", "0"] {
            assert_eq!(cell(number), number);
        }
        assert_eq!(cell("-3,5"), "\"-3,5\"");
    }

    #[test]
    fn quotes_and_ends_of_lines_stay_in_their_cell() {
        assert_eq!(cell("a \"b\"\nc"), "\"a \"\"b\"\"\nc\"");
        assert_eq!(cell("plain; words"), "plain; words");
        assert_eq!(cell(""), "");
    }
}
