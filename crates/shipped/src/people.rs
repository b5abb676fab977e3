//! People drawn from the declared population, for benches and for counting questions. Never for deciding anything.

use protocol::answers::{Answers, Given};
use protocol::model::Protocol;
use protocol::model::finding::{Class, Finding};

/// The declared population.
const POPULATION: &str = include_str!("../../../protocols/mastitis/population.toml");

/// Draws every person of the population, the same ones on every run.
#[must_use]
pub fn people(protocol: &Protocol) -> Vec<Answers> {
    let table = Table::read(POPULATION);
    let mut chance = Chance(table.number("", "seed").to_bits());
    let people = std::iter::repeat_with(|| person(protocol, &table, &mut chance));
    let count = format!("{:.0}", table.number("", "people")).parse().unwrap_or(0);
    people.take(count).collect()
}

fn person(protocol: &Protocol, table: &Table, chance: &mut Chance) -> Answers {
    let mut answers = Answers::default();
    let unsure = table.number("", "unsure");
    for (id, finding) in protocol.each_finding() {
        let level = level(finding, table, chance);
        let given = if chance.draw() < unsure { Given::Unsure } else { Given::Level(level) };
        answers.answer(id, given);
    }
    let days = u16::try_from(chance.below(300)).unwrap_or(0);
    for item in ["days_since_birth", "baby_age_days"] {
        if let Some(at) = protocol.context_named(item) {
            answers.know(at, days);
        }
    }
    answers
}

fn level(finding: &Finding, table: &Table, chance: &mut Chance) -> u8 {
    let class = match finding.class {
        Class::RedFlag => "red_flag",
        Class::Modifier => "modifier",
        Class::Course => "course",
        Class::Local => "local",
        Class::Input => "input",
    };
    let mildest = table.find("finding", &finding.id).unwrap_or_else(|| table.number("mildest", class));
    let steps = match (chance.draw() < mildest, chance.draw()) {
        (true, _) => 0,
        (false, up) if up < 0.6 => 1,
        (false, up) if up < 0.9 => 2,
        _ => 3,
    };
    finding.worst().min(steps)
}

/// The few lines of TOML that a population needs: sections, names and numbers.
struct Table(Vec<(String, String, f64)>);

impl Table {
    fn read(text: &str) -> Self {
        let mut section = String::new();
        let mut rows = Vec::new();
        for line in text.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                name.clone_into(&mut section);
            } else if let Some((name, number)) = line.split_once('=').filter(|_| !line.starts_with('#')) {
                rows.extend(number.trim().parse().ok().map(|number| (section.clone(), name.trim().to_owned(), number)));
            }
        }
        Self(rows)
    }

    fn find(&self, section: &str, name: &str) -> Option<f64> {
        self.0.iter().find(|(s, n, _)| s == section && n == name).map(|(_, _, number)| *number)
    }

    fn number(&self, section: &str, name: &str) -> f64 {
        self.find(section, name).unwrap_or(0.0)
    }
}

/// A small generator (splitmix64): the same seed gives the same people for ever.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn draw(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap_or(0)) / f64::from(u32::MAX)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_population_is_declared_and_drawn_the_same_every_time() {
        let ledger = crate::ledger().expect("a sound ledger");
        let compiled = crate::protocol(&ledger).expect("a sound protocol");
        let people = people(&compiled.protocol);
        assert_eq!(people.len(), 2000);
        assert_eq!(people, super::people(&compiled.protocol));
        assert!(people.windows(2).any(|pair| pair[0] != pair[1]));
    }
}
