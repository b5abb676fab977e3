//! What every form asks of a name, a password and a code.

use store::{Fault, session};

use crate::record::random;
use crate::record::secret::Secret;
use crate::view::parts::{Field, Line};
use crate::words::Words;

/// Fewer letters are guessed.
const SHORTEST_PASSWORD: usize = 10;
/// Nobody types more; hashing more costs.
const LONGEST: usize = 200;
/// So many ways back in.
const CODES: usize = 8;
/// Letters of a group of a code.
const GROUP: usize = 4;

/// What is wrong with a name that others see or one signs in with.
pub fn wrong_text(text: &str, wrong: &'static str) -> Result<(), &'static str> {
    if !text.is_empty() && text.len() <= LONGEST { Ok(()) } else { Err(wrong) }
}

/// What is wrong with a new password.
pub fn wrong_password(password: &str) -> Result<(), &'static str> {
    let is_long = password.chars().count() >= SHORTEST_PASSWORD && password.len() <= LONGEST;
    if is_long { Ok(()) } else { Err("people-fault-password") }
}

/// New recovery codes, with what is kept of them.
pub fn codes() -> Result<(Vec<Secret>, Vec<Vec<u8>>), Fault> {
    let codes = (0..CODES).map(|_| random::code()).collect::<Result<Vec<_>, _>>()?;
    let hashes = codes.iter().map(|code| session::hash(code)).collect();
    Ok((codes.into_iter().map(Secret).collect(), hashes))
}

/// What is kept of a code as it was typed: blanks, dashes and large letters do not matter.
pub fn code_hash(typed: &str) -> Vec<u8> {
    let plain: Vec<char> =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|one| one.to_ascii_lowercase()).collect();
    let groups: Vec<String> = plain.chunks(GROUP).map(|group| group.iter().collect()).collect();
    session::hash(&groups.join("-"))
}

/// The field of what one signs in with.
pub fn login_field(label: &str, value: &str, words: &Words) -> Field {
    let label = words.say(label);
    Field::Line(Line {
        name: "login",
        label,
        value: value.to_owned(),
        kind: "text",
        fills: "username",
        must: true,
        ..Line::default()
    })
}

/// The field of a password: `current-password` or `new-password`.
pub fn password_field(name: &'static str, label: &str, fills: &'static str, words: &Words) -> Field {
    Field::Line(Line { name, label: words.say(label), kind: "password", fills, must: true, ..Line::default() })
}

#[cfg(test)]
mod tests {
    use super::{code_hash, codes};

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        let (codes, hashes) = codes().unwrap();
        let typed = format!("  {} ", codes[0].0.to_uppercase().replace('-', " "));
        assert_eq!(code_hash(&typed), hashes[0]);
        assert_ne!(code_hash(&codes[1].0), hashes[0]);
        assert_eq!(codes.len(), 8);
    }
}
