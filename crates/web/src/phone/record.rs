//! The part of a phone that keeps a record: it comes once somebody does.

use serde_json::{Value, json};

use super::{shelf, words};
use crate::site::Site;

/// Words and files of the record's pages.
#[must_use]
pub fn book(site: &Site) -> Value {
    json!({ "words": words::of_record(site.words()), "files": shelf::of_record() })
}
