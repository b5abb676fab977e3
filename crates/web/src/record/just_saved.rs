//! What one press has saved, as an address says it to the page that tells of it: `?saved=ID+ID`.

use care::record::id::EntryId;

/// One press saves no more at once.
pub const MOST: usize = 10;

/// A page that tells that these were saved.
#[must_use]
pub fn telling(path: &str, entries: &[EntryId]) -> String {
    if entries.is_empty() {
        return path.to_owned();
    }
    let ids: Vec<String> = entries.iter().take(MOST).map(ToString::to_string).collect();
    format!("{path}?saved={}", ids.join("+"))
}

/// What an address says was saved; `saved` is the value of its field. What is no id is left out.
#[must_use]
pub fn named(saved: &str) -> Vec<EntryId> {
    saved.split_ascii_whitespace().filter_map(|id| id.parse().ok()).take(MOST).collect()
}
