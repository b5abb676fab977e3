//! Puts the self-hoster's own numbers in the place of the shipped ones.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow, bail};
use protocol::fault::Place;
use protocol::model::Protocol;
use protocol::model::urgency::Phone;
use protocol::text::Text;
use web::language::Language;

use crate::config::Numbers;

/// Replaces what is given.
///
/// # Errors
/// A region that does not exist, a number without digits where one must be dialled, or a day that is none.
pub fn apply(protocol: &mut Protocol, numbers: &BTreeMap<String, Numbers>, language: Language) -> Result<()> {
    for (code, own) in numbers {
        let known = protocol.regions.iter().map(|region| region.code.clone()).collect::<Vec<_>>().join(", ");
        let region = protocol.regions.iter_mut().find(|region| region.code == *code);
        let region = region.ok_or_else(|| anyhow!("unknown region `{code}` among the numbers; known are {known}"))?;
        for (given, kept) in [
            (&own.emergency, &mut region.emergency),
            (&own.urgent, &mut region.urgent),
            (&own.crisis, &mut region.crisis),
        ] {
            if !given.is_empty() {
                *kept = given.iter().map(|text| phone(code, text, language)).collect::<Result<_>>()?;
            }
        }
        if let Some(day) = &own.checked {
            region.checked = Some(checked(code, day)?);
        }
    }
    Ok(())
}

/// What is shown is what was typed; what is dialled are its digits.
fn phone(code: &str, text: &str, language: Language) -> Result<Phone> {
    let place = Place { line: 1, column: 1, length: 1 };
    let shown = Text::parse(&language.hold(text), place)
        .map_err(|fault| anyhow!("in the numbers of {code}: {}", fault.what))?;
    let dial: String = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    Ok(Phone { shown, dial: Some(dial).filter(|dial| dial.len() >= 2) })
}

fn checked(code: &str, day: &str) -> Result<String> {
    let parts: Vec<&str> = day.split('-').collect();
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts.as_slice() {
        [year, month, date] if digits(year, 4) && digits(month, 2) && digits(date, 2) => Ok(day.to_owned()),
        _ => bail!("in the numbers of {code}: `{day}` is not a day; write it as YYYY-MM-DD"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Protocol {
        let ledger = shipped::ledger().unwrap();
        shipped::protocol(&ledger).unwrap().protocol
    }

    #[test]
    fn own_numbers_take_the_place_of_the_shipped_ones() {
        let mut protocol = shipped();
        let own = Numbers {
            crisis: vec!["Our line 0800 123".to_owned()],
            checked: Some("2026-11-01".to_owned()),
            ..Numbers::default()
        };
        apply(&mut protocol, &BTreeMap::from([("UK".to_owned(), own)]), Language::ENGLISH).unwrap();
        let uk = protocol.region_named("UK").unwrap();
        assert_eq!(uk.crisis[0].dial.as_deref(), Some("0800123"));
        assert_eq!(uk.emergency[0].dial.as_deref(), Some("999"));
        assert_eq!(uk.checked.as_deref(), Some("2026-11-01"));
    }

    #[test]
    fn an_unknown_region_or_a_wrong_day_is_refused() {
        let mut protocol = shipped();
        assert!(
            apply(&mut protocol, &BTreeMap::from([("XX".to_owned(), Numbers::default())]), Language::ENGLISH).is_err()
        );
        let own = Numbers { checked: Some("yesterday".to_owned()), ..Numbers::default() };
        assert!(apply(&mut protocol, &BTreeMap::from([("UK".to_owned(), own)]), Language::ENGLISH).is_err());
    }
}
