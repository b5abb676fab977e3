//! What goes out comes in again, to the byte.

use exchange::record::import::read;
use exchange::record::plan::plan;
use proptest::prelude::*;

use crate::drawn;

proptest! {
    #[test]
    fn what_is_exported_and_read_is_exported_again_byte_for_byte(export in drawn::export(), died in any::<bool>()) {
        let lines = export.lines(died).unwrap();
        let reading = read(&lines);
        prop_assert!(reading.problems.iter().all(|problem| !problem.left_out), "{:?}", reading.problems);
        let again = reading.export.unwrap();
        prop_assert_eq!(&again.revisions, &export.revisions);
        prop_assert_eq!(&again.household.people, &export.household.people);
        prop_assert_eq!(again.lines(died).unwrap(), lines);
    }

    #[test]
    fn the_headline_names_a_baby_that_died_when_asked_and_the_file_has_it_always(export in drawn::export()) {
        let told = |died| String::from_utf8(export.lines(died).unwrap()).unwrap();
        let head = |died| told(died).lines().next().unwrap_or_default().to_owned();
        for baby in &export.household.babies {
            let named = format!("{{\"id\":\"{}\"", baby.id);
            let died = baby.state == care::record::household::BabyState::Died;
            prop_assert_eq!(head(false).contains(&named), !died);
            prop_assert!(head(true).contains(&named));
            prop_assert!(told(false).contains(&named));
        }
    }

    #[test]
    fn a_second_import_finds_nothing_new(export in drawn::export()) {
        let reading = read(&export.lines(false).unwrap());
        let first = plan(&reading, None, &[]);
        prop_assert_eq!(&first.new, &export.revisions);
        prop_assert_eq!(first.people.len(), export.household.people.len());
        let household = reading.export.clone().unwrap().household;
        let second = plan(&reading, Some(&household), &first.new);
        prop_assert_eq!((second.new.len(), second.known), (0, export.revisions.len()));
        prop_assert!(second.people.is_empty() && second.babies.is_empty() && second.in_bin == 0);
    }

    #[test]
    fn lines_may_come_twice_and_end_as_windows_ends_them(export in drawn::export()) {
        let lines = String::from_utf8(export.lines(true).unwrap()).unwrap();
        let (head, rest) = lines.split_once('\n').unwrap();
        let twice = format!("{head}\r\n\r\n{}{}", rest.replace('\n', "\r\n"), rest);
        let reading = read(twice.as_bytes());
        prop_assert_eq!((reading.left_out, reading.repeated), (0, export.revisions.len()));
        prop_assert_eq!(reading.export.unwrap().lines(true).unwrap(), lines.into_bytes());
    }
}
