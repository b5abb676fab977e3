//! The addresses of everything that the guide shows.

use crate::guide_said::{condition_of, of_baby};
use crate::house::{guide, protocol};

/// An address, and whether it is there only with a baby.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub path: String,
    pub needs_baby: bool,
}

fn at(path: String, needs_baby: bool) -> Address {
    Address { path, needs_baby }
}

/// The card of every step.
pub fn cards() -> Vec<Address> {
    protocol().steps.iter().map(|step| at(format!("/relief/{}", step.id), false)).collect()
}

/// Every session.
pub fn sessions() -> Vec<Address> {
    guide().sessions.iter().map(|session| at(format!("/session/{}", session.id), false)).collect()
}

/// Every condition.
pub fn conditions() -> Vec<Address> {
    guide().explains.iter().map(|one| at(format!("/condition/{}", condition_of(one)), of_baby(one))).collect()
}

/// Every short page.
pub fn pages() -> Vec<Address> {
    guide().pages.iter().map(|page| at(format!("/read/{}", page.id), page.needs_baby)).collect()
}

/// What speaks of a body: cards, conditions and pages.
pub fn clinical() -> Vec<Address> {
    [cards(), conditions(), pages()].concat()
}

/// The lists and tools around them.
pub fn tools() -> Vec<Address> {
    let tools = ["/relief", "/more", "/feed-timer", "/painkillers"].into_iter();
    tools.map(|path| at(path.to_owned(), false)).chain([at("/milk".to_owned(), true)]).collect()
}

/// All of them.
pub fn all() -> Vec<Address> {
    [clinical(), sessions(), tools()].concat()
}

#[test]
fn every_step_session_condition_and_page_has_an_address() {
    let count = protocol().steps.len() + guide().sessions.len() + protocol().conditions.len() + guide().pages.len();
    assert!(count > 70, "{count}");
    assert_eq!(all().len(), count + tools().len());
    assert!(all().iter().any(|one| one.needs_baby) && all().iter().any(|one| !one.needs_baby));
}
