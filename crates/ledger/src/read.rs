//! One file: from text to entries, with every fault of its form.
//!
//! Each entry is read on its own, so that a slip in one does not hide the slips in the next. What an entry points to is taken from the
//! raw text, so that an entry with a slip still counts as being there and nobody is told twice about one mistake.

use crate::fault::{Fault, File, Trouble};
use crate::lines::Lines;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// What stands in a file.
pub(crate) trait Item: DeserializeOwned {
    /// Which file it stands in.
    const FILE: File;
    /// Its id.
    fn id(&self) -> &str;
    /// What is wrong with it that its form cannot show.
    fn trouble(&self) -> Option<Trouble>;
}

/// A file as far as it could be read.
pub(crate) struct Page<T> {
    pub(crate) items: Vec<T>,
    /// What stands where; nothing when the text is not TOML at all, and then nobody can say what dangles.
    pub(crate) rows: Option<Vec<Row>>,
    /// The day by which the whole file is to be read again; empty: it names none, which is a fault.
    pub(crate) review_by: String,
    pub(crate) faults: Vec<Fault>,
}

/// One entry by its place: its id, and what it points to.
pub(crate) struct Row {
    pub(crate) id: Mark,
    pub(crate) points_to: Vec<(File, Mark)>,
}

/// A word and its line.
pub(crate) struct Mark {
    pub(crate) word: String,
    pub(crate) line: usize,
}

/// Reads one file.
pub(crate) fn page<T: Item>(text: &str) -> Page<T> {
    let lines = Lines::of(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut page = Page { items: Vec::new(), rows: None, review_by: String::new(), faults: Vec::new() };
    if !errors.is_empty() {
        page.faults.extend(errors.iter().map(|error| form(T::FILE, &lines, 0, error)));
        return page;
    }
    let mut rows = Vec::new();
    page.review_by =
        table.get_ref().get("review_by").and_then(|value| value.get_ref().as_str()).unwrap_or_default().to_owned();
    page.faults.extend(frame(T::FILE, table.get_ref(), &lines));
    for entry in entries(T::FILE, table.into_inner()) {
        rows.extend(row(&entry, &lines));
        match item::<T>(entry, &lines) {
            Ok(item) => page.items.push(item),
            Err(fault) => page.faults.push(fault),
        }
    }
    page.rows = Some(rows);
    page
}

/// What is wrong outside the entries.
fn frame(file: File, table: &DeTable<'_>, lines: &Lines) -> Vec<Fault> {
    let mut faults = Vec::new();
    if table.get("schema").and_then(|value| value.get_ref().as_str()) != Some(file.schema()) {
        faults.push(Fault { file, line: 1, trouble: Trouble::Schema { expected: file.schema() } });
    }
    if !table.get("review_by").and_then(|value| value.get_ref().as_str()).is_some_and(is_day) {
        faults.push(Fault { file, line: 1, trouble: Trouble::NoReview });
    }
    for (key, value) in table {
        let known = match key.get_ref().as_ref() {
            "schema" | "as_of" | "review_by" => value.get_ref().is_str(),
            word => word == file.entry() && value.get_ref().is_array(),
        };
        if !known {
            let trouble = Trouble::Stray { key: key.get_ref().to_string() };
            faults.push(Fault { file, line: lines.at(key.span().start), trouble });
        }
    }
    faults
}

/// Whether a text is a day such as `2027-11-22`: year, month, day, which are in order as they stand.
#[must_use]
pub fn is_day(text: &str) -> bool {
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    matches!(text.split('-').collect::<Vec<_>>()[..], [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2))
}

fn entries<'i>(file: File, mut table: DeTable<'i>) -> Vec<Spanned<DeValue<'i>>> {
    match table.remove(file.entry()).map(Spanned::into_inner) {
        Some(DeValue::Array(entries)) => entries.into_iter().collect(),
        _ => Vec::new(),
    }
}

fn row(entry: &Spanned<DeValue<'_>>, lines: &Lines) -> Option<Row> {
    let id = mark(entry.get_ref().get("id")?, lines)?;
    let mut points_to = Vec::new();
    for (field, file) in [("sources", File::Sources), ("evidence", File::Evidence)] {
        let listed = entry.get_ref().get(field).and_then(|list| list.get_ref().as_array());
        points_to.extend(listed.into_iter().flatten().filter_map(|word| Some((file, mark(word, lines)?))));
    }
    Some(Row { id, points_to })
}

fn mark(value: &Spanned<DeValue<'_>>, lines: &Lines) -> Option<Mark> {
    let word = value.get_ref().as_str()?.to_owned();
    Some(Mark { word, line: lines.at(value.span().start) })
}

fn item<T: Item>(entry: Spanned<DeValue<'_>>, lines: &Lines) -> Result<T, Fault> {
    let start = entry.span().start;
    let item = T::deserialize(ValueDeserializer::from(entry)).map_err(|error| form(T::FILE, lines, start, &error))?;
    match item.trouble() {
        Some(trouble) => Err(Fault { file: T::FILE, line: lines.at(start), trouble }),
        None => Ok(item),
    }
}

fn form(file: File, lines: &Lines, start: usize, error: &toml::de::Error) -> Fault {
    let line = lines.at(error.span().map_or(start, |span| span.start));
    Fault { file, line, trouble: Trouble::Form(error.message().to_owned()) }
}
