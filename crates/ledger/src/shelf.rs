//! Things in the order of their file, found by their id.

use crate::read::Item;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub(crate) struct Shelf<T> {
    items: Vec<T>,
    // INVARIANT: every place is below `items.len()`, as both are made together and never changed.
    places: BTreeMap<String, usize>,
}

impl<T: Item> Shelf<T> {
    pub(crate) fn new(items: Vec<T>) -> Self {
        let places = items.iter().enumerate().map(|(place, item)| (item.id().to_owned(), place)).collect();
        Self { items, places }
    }

    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.places.get(id).and_then(|place| self.items.get(*place))
    }

    pub(crate) fn all(&self) -> &[T] {
        &self.items
    }
}
