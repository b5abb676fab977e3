//! The numbers in a text, so that two texts can be compared in which a language writes them in its own way.

/// Marks that may stand once between digits: of thousands, of decimals, of a clock.
const BETWEEN: [char; 7] = ['.', ',', ':', '\'', '’', '\u{a0}', '\u{202f}'];

/// Every number of a text, in order: `38,0` is `38.0`, `20 160` is `20160`, `03:10` is `03.10`. Values in braces are left out.
pub fn in_text(text: &str) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    let mut number = String::new();
    let mut inside = false;
    let mut before = ' ';
    let mut signs = text.chars().chain([' ']).peekable();
    while let Some(sign) = signs.next() {
        inside = sign == '{' || (inside && sign != '}');
        let joins = BETWEEN.contains(&sign) && signs.peek().is_some_and(char::is_ascii_digit);
        if sign.is_ascii_digit() && !inside {
            number.push(sign);
        } else if joins && before.is_ascii_digit() && !inside {
            number.push('.');
        } else if !number.is_empty() {
            numbers.push(without_thousands(&number));
            number.clear();
        }
        before = sign;
    }
    numbers
}

/// `20.160` is a thousand mark and `38.0` is none: after it stand three digits and more than zero before.
fn without_thousands(number: &str) -> String {
    let parts: Vec<&str> = number.split('.').collect();
    let (first, rest) = parts.split_first().map_or(("", [].as_slice()), |(first, rest)| (*first, rest));
    let thousands = !rest.is_empty() && first != "0" && rest.iter().all(|part| part.len() == 3);
    if thousands { parts.concat() } else { number.to_owned() }
}

/// Whether this is a digit of another script.
pub fn foreign(sign: char) -> bool {
    sign.is_numeric() && !sign.is_ascii() && !"½¼¾⅓⅔".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_and_not_their_marks() {
        for (one, other) in
            [("38.0 °C", "38,0 °C"), ("0 to 20,160", "0 bis 20\u{202f}160"), ("at 03:10.", "um 03.10"), ("16", "16")]
        {
            assert_eq!(in_text(one), in_text(other), "{one}");
        }
        assert_eq!(in_text("38.0 and 116 123, { $x1 }"), ["38.0", "116", "123"]);
        assert_ne!(in_text("38.0"), in_text("380"));
        assert_ne!(in_text("100.4"), in_text("104"));
    }

    #[test]
    fn digits_of_another_script_are_seen() {
        assert!(foreign('٣') && foreign('३') && !foreign('3') && !foreign('½'));
    }
}
