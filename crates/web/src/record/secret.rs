//! A secret on its way to the one page that shows it: no log and no `Debug` ever says it.

use std::fmt;

/// A token, a code, a link with a token.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn what_is_printed_for_developers_does_not_say_it() {
        assert_eq!(format!("{:?}", Some(Secret("abcd-efgh".to_owned()))), "Some(Secret)");
    }
}
