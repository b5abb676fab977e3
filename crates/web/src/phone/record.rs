//! What a phone that keeps a record needs besides the book: the words of the record.

use serde_json::{Value, json};

use super::words;
use crate::site::Site;

/// Messages of the record, by their first letters. Accounts and people are the server's alone.
const OURS: [&str; 2] = ["record-", "log-"];

/// The part of a record.
#[must_use]
pub fn record(site: &Site) -> Value {
    json!({ "words": words::beginning(site.words(), &OURS) })
}
