//! The dose arithmetic, held against a slow judge that is written in another way, against stories, and against its own specification.

mod judge;
mod mutants;
mod properties;
mod specification;
mod stories;
mod world;
