//! What waits for a browser's answer: a challenge, kept here and nowhere else, for some minutes, for one browser, to be used once.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// So long somebody may look for her phone and her fingerprint reader: what WebAuthn recommends.
pub const LIFE_MS: i64 = 5 * 60_000;
/// So many wait at most, some hundred bytes each; beyond, the one that has waited longest goes.
const MOST: usize = 1_000;

struct Waiting<T> {
    state: T,
    until_ms: i64,
}

/// Ceremonies that have begun, by the browser that began them.
pub struct Ceremonies<T> {
    by_browser: Mutex<HashMap<String, Waiting<T>>>,
}

impl<T> Default for Ceremonies<T> {
    fn default() -> Self {
        Self { by_browser: Mutex::default() }
    }
}

impl<T> Ceremonies<T> {
    /// Begins one. An earlier one of the same browser is over.
    pub fn begin(&self, browser: String, state: T, now_ms: i64) {
        let mut waiting = self.by_browser.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|_, one| now_ms < one.until_ms);
        if waiting.len() >= MOST
            && let Some(first) = waiting.iter().min_by_key(|(_, one)| one.until_ms).map(|(key, _)| key.clone())
        {
            waiting.remove(&first);
        }
        waiting.insert(browser, Waiting { state, until_ms: now_ms.saturating_add(LIFE_MS) });
    }

    /// Ends the one of a browser: what it began with, if it is in time. It is gone from then on, whatever comes of it.
    pub fn end(&self, browser: &str, now_ms: i64) -> Option<T> {
        let ended = self.by_browser.lock().unwrap_or_else(PoisonError::into_inner).remove(browser);
        ended.filter(|one| now_ms < one.until_ms).map(|one| one.state)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ceremonies, LIFE_MS, MOST};

    #[test]
    fn a_challenge_is_of_one_browser_works_once_and_in_time() {
        let waiting = Ceremonies::default();
        waiting.begin("one".to_owned(), 1, 0);
        waiting.begin("two".to_owned(), 2, 0);
        assert_eq!((waiting.end("two", 1), waiting.end("two", 1)), (Some(2), None));
        assert_eq!(waiting.end("one", LIFE_MS), None, "too late");
        waiting.begin("one".to_owned(), 3, 0);
        waiting.begin("one".to_owned(), 4, 1);
        assert_eq!((waiting.end("one", LIFE_MS), waiting.end("one", 2)), (Some(4), None), "the last one counts");
    }

    #[test]
    fn strangers_who_begin_many_take_no_room() {
        let waiting = Ceremonies::default();
        for number in 0..MOST + 5 {
            waiting.begin(number.to_string(), number, i64::try_from(number).unwrap());
        }
        assert_eq!(waiting.by_browser.lock().unwrap().len(), MOST);
        assert_eq!((waiting.end("4", 2_000), waiting.end("5", 2_000)), (None, Some(5)));
        waiting.begin("late".to_owned(), 0, 10 * LIFE_MS);
        assert_eq!(waiting.by_browser.lock().unwrap().len(), 1, "what is over goes first");
    }
}
