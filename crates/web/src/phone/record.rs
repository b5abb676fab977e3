//! The part of a phone that keeps a record: it comes once somebody does.

use serde_json::{Map, Value};

use super::{log, shelf, words};
use crate::site::Site;

/// Words and files of the record's pages.
#[must_use]
pub fn book(site: &Site) -> Value {
    let parts = [("words", words::of_record(site.words())), ("files", shelf::of_record())];
    let named = |(name, part): (&str, Value)| (name.to_owned(), part);
    parts.into_iter().chain(log::parts(site)).map(named).collect::<Map<_, _>>().into()
}
