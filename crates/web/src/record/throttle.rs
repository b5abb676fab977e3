//! Who guesses a password too often waits: by the name that is tried, so that neither many phones nor many names help.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// So many wrong passwords are forgiven.
const FORGIVEN: u32 = 5;
/// So many unknown names from one address: a family behind one router slips more often than one person.
pub const FORGIVEN_AN_ADDRESS: u32 = 20;
/// Then each next one doubles the wait, from a minute to an hour.
const FIRST_WAIT_MS: i64 = 60_000;
const LONGEST_WAIT_MS: i64 = 60 * 60_000;
/// Names that are remembered at most; beyond, the ones whose wait is over go first.
const NAMES: usize = 10_000;

#[derive(Debug, Clone, Copy, Default)]
struct Guessed {
    wrong: u32,
    until_ms: i64,
}

/// Wrong passwords by name.
#[derive(Debug)]
pub struct Throttle {
    names: Mutex<HashMap<String, Guessed>>,
    forgiven: u32,
}

impl Default for Throttle {
    fn default() -> Self {
        Self::forgiving(FORGIVEN)
    }
}

impl Throttle {
    /// One that forgives so many.
    #[must_use]
    pub fn forgiving(forgiven: u32) -> Self {
        Self { names: Mutex::default(), forgiven }
    }

    /// Until when this name has to wait; none: it may try.
    #[must_use]
    pub fn waits_until_ms(&self, name: &str, now_ms: i64) -> Option<i64> {
        let names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        names.get(name).map(|guessed| guessed.until_ms).filter(|until_ms| now_ms < *until_ms)
    }

    /// A wrong password for this name.
    pub fn wrong(&self, name: &str, now_ms: i64) {
        let mut names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        if names.len() >= NAMES {
            names.retain(|_, guessed| now_ms < guessed.until_ms);
        }
        if names.len() >= NAMES && !names.contains_key(name) {
            return;
        }
        let guessed = names.entry(name.to_owned()).or_default();
        guessed.wrong = guessed.wrong.saturating_add(1);
        if let Some(over) = guessed.wrong.checked_sub(self.forgiven) {
            let wait_ms = FIRST_WAIT_MS.saturating_mul(1 << over.min(10)).min(LONGEST_WAIT_MS);
            guessed.until_ms = now_ms.saturating_add(wait_ms);
        }
    }

    /// The right one: all is forgiven.
    pub fn right(&self, name: &str) {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::{FORGIVEN, LONGEST_WAIT_MS, Throttle};

    #[test]
    fn five_slips_are_forgiven_and_guessing_is_not() {
        let throttle = Throttle::default();
        for _ in 1..FORGIVEN {
            throttle.wrong("ana", 0);
        }
        assert_eq!(throttle.waits_until_ms("ana", 0), None);
        throttle.wrong("ana", 0);
        assert_eq!(throttle.waits_until_ms("ana", 0), Some(60_000));
        throttle.wrong("ana", 60_000);
        assert_eq!(throttle.waits_until_ms("ana", 60_000), Some(180_000));
        assert_eq!(throttle.waits_until_ms("sam", 0), None, "another name is another's");
        for _ in 0..100 {
            throttle.wrong("ana", 0);
        }
        assert_eq!(throttle.waits_until_ms("ana", 0), Some(LONGEST_WAIT_MS));
        throttle.right("ana");
        assert_eq!(throttle.waits_until_ms("ana", 0), None);
    }
}
