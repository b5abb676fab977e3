//! Which way a language is written, and numbers that hold their order in it.

/// From left to right, as `<html dir>` says it.
pub const LTR: &str = "ltr";
/// From right to left.
pub const RTL: &str = "rtl";

/// Languages that are written from right to left.
const RIGHT_TO_LEFT: [&str; 8] = ["ar", "ckb", "dv", "fa", "he", "ps", "ur", "yi"];

/// From here to [`END`] the text runs from left to right, whatever stands around it.
const BEGIN: char = '\u{2066}';
const END: char = '\u{2069}';

/// Marks the place of a value that the page itself draws.
pub(crate) const GAP: char = '\u{1}';

/// Which way a language is written.
#[must_use]
pub fn of(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&primary) { RTL } else { LTR }
}

/// Units that follow a number.
const UNITS: [&str; 8] = ["°C", "°F", "mg", "ml", "kg", "cm", "mm", "%"];

/// Blanks that may stand inside a number and before its unit.
const BLANKS: [char; 3] = [' ', '\u{a0}', '\u{202f}'];

/// Holds together every number that has blanks, hyphens, a sign or a unit.
///
/// Among letters of a right-to-left script `116 123` would be shown as
/// `123 116`, `1-833-852-6262` from its end, and `38.0 °C` torn apart: a telephone number that reaches nobody. What is held already stays as it is.
#[must_use]
pub fn hold(text: &str) -> String {
    if text.contains(BEGIN) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = value(rest, out.chars().next_back()).map_or(0, |value| value + unit(&rest[value..]));
        let (piece, after) = rest.split_at(if length == 0 { next.len_utf8() } else { length });
        if piece.chars().all(|c| c.is_ascii_digit() || ".,:".contains(c)) || length == 0 || bare_name(piece) {
            out.push_str(piece);
        } else {
            out.push(BEGIN);
            out.push_str(piece);
            out.push(END);
        }
        rest = after;
    }
    out
}

/// The length in bytes of the value at the head of the text: a number, the `$name` or the gap of one, or nothing before a unit that stands alone.
fn value(text: &str, before: Option<char>) -> Option<usize> {
    let first = text.chars().next()?;
    if let Some(name) = text.strip_prefix('$') {
        return Some(1 + name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len()));
    }
    if first == GAP {
        return Some(first.len_utf8());
    }
    if text.starts_with("°C") || text.starts_with("°F") {
        return Some(0);
    }
    let sign =
        if "+-−".contains(first) && before.is_none_or(|c| !c.is_alphanumeric()) { first.len_utf8() } else { 0 };
    let digits = digits(&text[sign..]);
    (digits > 0).then_some(sign + digits)
}

/// The length of digits with single marks between them.
fn digits(text: &str) -> usize {
    let mut end = 0;
    let mut marked = true;
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            (end, marked) = (at + 1, false);
        } else if marked || !(".,:-".contains(c) || BLANKS.contains(&c)) {
            break;
        } else {
            marked = true;
        }
    }
    end
}

/// The length of a unit behind a number, with the blank before it; 0 when there is none.
fn unit(text: &str) -> usize {
    let blank = text.chars().next().filter(|c| BLANKS.contains(c)).map_or(0, char::len_utf8);
    let rest = &text[blank..];
    let ends = |unit: &&&str| rest.strip_prefix(**unit).is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    UNITS.iter().find(ends).map_or(0, |unit| blank + unit.len())
}

/// A name or a gap without a unit: what fills it is held by itself.
fn bare_name(piece: &str) -> bool {
    piece.starts_with(['$', GAP]) && !UNITS.iter().any(|unit| piece.ends_with(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_follows_the_first_part_of_the_name() {
        assert_eq!([of("en"), of("ar-XB"), of("he"), of("arn")], [LTR, RTL, RTL, LTR]);
    }

    /// The text with what is held in angle brackets.
    fn held(text: &str) -> String {
        hold(text).replace(BEGIN, "<").replace(END, ">")
    }

    #[test]
    fn a_telephone_number_is_held_together() {
        assert_eq!(held("call 116 123, or +44 20."), "call <116 123>, or <+44 20>.");
        assert_eq!(held("1-833-852-6262"), "<1-833-852-6262>");
        assert_eq!(held("on 2026-11-01"), "on <2026-11-01>");
        assert_eq!(hold(&hold("116 123")), hold("116 123"));
    }

    #[test]
    fn a_number_and_its_unit_are_held_together() {
        assert_eq!(held("38.0 °C (100.4 °F)"), "<38.0 °C> (<100.4 °F>)");
        assert_eq!(held("-18\u{a0}°C, 12 %"), "<-18\u{a0}°C>, <12 %>");
        assert_eq!(held("°C"), "<°C>");
        assert_eq!(held("$used of $most mg"), "$used of <$most mg>");
        assert_eq!(held("\u{1} mg"), "<\u{1} mg>");
    }

    #[test]
    fn other_numbers_stay_as_they_are() {
        for plain in ["999", "38.0", "2 to 4, by 03:10 - or", "911 - ", "", "+", "$time", "12 mgs", "20,160", "2–3 h"]
        {
            assert_eq!(hold(plain), plain);
        }
    }
}
