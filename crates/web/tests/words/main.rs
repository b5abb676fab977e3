//! The words, read as she reads them: easy, no baby where there is none, to the right person, and silent where we must be.

mod claims;
mod door;
mod grade;
mod house;
mod no_baby;
mod pages_said;
mod placeholders;
mod reading;
mod result_texts;
mod silence;
mod spoken;
mod third_person;
mod walk;
