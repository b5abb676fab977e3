//! The shipped numbers are those of the reviewed specification, section (g), row by row.

use protocol::model::plan::{Medicine, Substance};

use crate::world::shipped;

const SPECIFICATION: &str = include_str!("../../../../docs/specification.md");

/// The rows of the table of section (g).
fn rows() -> Vec<Vec<&'static str>> {
    let (_, part) = SPECIFICATION.split_once("\n## (g) Over-the-counter painkiller limits").unwrap_or_default();
    let part = part.split("\n## ").next().unwrap_or_default();
    let rows = part.lines().filter(|line| line.starts_with("| ")).skip(1);
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// All whole numbers of a cell, in order.
fn numbers(cell: &str) -> Vec<u32> {
    cell.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

fn of(id: &str) -> &'static Medicine {
    shipped().iter().find(|one| one.id == id).unwrap_or_else(|| panic!("no medicine `{id}`"))
}

#[test]
fn every_medicine_has_the_numbers_of_its_row() {
    let ids = [
        "ibuprofen_us",
        "ibuprofen_uk",
        "acetaminophen_325_us",
        "acetaminophen_500_us",
        "acetaminophen_any",
        "paracetamol_uk_ie",
    ];
    let rows = rows();
    assert_eq!(rows.len(), ids.len(), "a row for each");
    assert_eq!(shipped().len(), ids.len());
    for (row, id) in rows.iter().zip(ids) {
        let one = of(id);
        let substance = if row[0].starts_with("ibuprofen") { Substance::Ibuprofen } else { Substance::Paracetamol };
        assert_eq!(one.contains, substance, "{id}");
        assert_eq!(one.regions, row[1].split(", ").collect::<Vec<_>>(), "{id}");
        let dose = numbers(row[2]);
        assert_eq!(one.dose_mg, dose.first().copied().zip(dose.iter().max().copied()), "{id}: dose");
        assert_eq!(one.unit_mg, numbers(row[0]).first().copied(), "{id}: unit");
        assert_eq!(one.gap_hours, numbers(row[3]).first().copied(), "{id}: gap");
        assert_eq!(one.most_mg_24h, numbers(row[4]).first().copied(), "{id}: most");
        let (days, fever) = match (row[5], numbers(row[5]).as_slice()) {
            ("-", _) => (None, None),
            // The caplets say "as above": as the tablets do.
            ("as above", _) => (of("acetaminophen_325_us").longest_days, of("acetaminophen_325_us").longest_days_fever),
            (cell, [days, fever]) if cell.contains("fever") => (Some(*days), Some(*fever)),
            (_, days) => (days.first().copied(), None),
        };
        assert_eq!((one.longest_days, one.longest_days_fever), (days, fever), "{id}: longest");
    }
    assert_eq!(of("ibuprofen_us").gap_hours_after, Some((400, 6)), "4-6 h: 6 h after 400 mg");
    assert!(ids.iter().filter(|id| **id != "ibuprofen_us").all(|id| of(id).gap_hours_after.is_none()));
}

#[test]
fn longest_use_reads_the_same_in_words_and_in_numbers() {
    for one in shipped() {
        let said = one.longest.as_ref().map(|text| numbers(text.raw())).unwrap_or_default();
        let known: Vec<u32> = [one.longest_days, one.longest_days_fever].into_iter().flatten().collect();
        assert_eq!(said, known, "{}", one.id);
    }
}
