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

/// Which way a language is written.
#[must_use]
pub fn of(language: &str) -> &'static str {
    let primary = language.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&primary) { RTL } else { LTR }
}

/// Holds together every number that has blanks or hyphens in it. Among letters of a right-to-left script `116 123` would be shown as `123 116`,
/// and `1-833-852-6262` from its end: a telephone number that reaches nobody.
/// What is held already stays as it is.
#[must_use]
pub fn hold(text: &str) -> String {
    if text.contains(BEGIN) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit() || c == '+') {
        let (before, from) = rest.split_at(start);
        let run = from.find(|c: char| !(c.is_ascii_digit() || "+- \u{a0}".contains(c))).unwrap_or(from.len());
        let number = from[..run].trim_end_matches(|c: char| !c.is_ascii_digit());
        let number = if number.is_empty() { &from[..run] } else { number };
        out.push_str(before);
        if number.contains(|c: char| !c.is_ascii_digit()) && number.contains(|c: char| c.is_ascii_digit()) {
            out.push(BEGIN);
            out.push_str(number);
            out.push(END);
        } else {
            out.push_str(number);
        }
        rest = &from[number.len()..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_follows_the_first_part_of_the_name() {
        assert_eq!([of("en"), of("ar-XB"), of("he"), of("arn")], [LTR, RTL, RTL, LTR]);
    }

    #[test]
    fn a_telephone_number_is_held_together() {
        assert_eq!(hold("call 116 123, or +44 20"), "call \u{2066}116 123\u{2069}, or \u{2066}+44 20\u{2069}");
        assert_eq!(hold("1-833-852-6262"), "\u{2066}1-833-852-6262\u{2069}");
        assert_eq!(hold(&hold("116 123")), hold("116 123"));
    }

    #[test]
    fn other_numbers_stay_as_they_are() {
        for plain in ["999", "38.0 °C", "2 to 4, by 03:10 - or", "911 - ", "", "+"] {
            assert_eq!(hold(plain), plain);
        }
    }
}
