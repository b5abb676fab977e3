//! Names of roles, kinds and times on the pages of people.

use care::record::body::Kind;
use care::record::household::{Baby, Household, Person};
use care::record::role::Role;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::view::parts::Choice;
use crate::words::Words;

/// The groups of what is her own: kind by kind what she shares or keeps.
pub const GROUPS: [Kind; 4] = [Kind::Symptom, Kind::Medicine, Kind::Mood, Kind::Check];

/// Kinds that speak of a baby: nothing offers them where there is none.
const OF_A_BABY: [Kind; 5] = [Kind::Feed, Kind::Nappy, Kind::Weight, Kind::Length, Kind::Head];

/// A role in words.
pub fn role(role: Role, words: &Words) -> String {
    words.say(&format!("people-role-{}", role.name()))
}

/// A kind in words.
pub fn kind(kind: Kind, words: &Words) -> String {
    words.say(&format!("people-kind-{}", kind.name()))
}

/// A baby's name; without one it is called what it is.
pub fn baby(baby: &Baby, words: &Words) -> String {
    if baby.name.is_empty() { words.say("people-baby-unnamed") } else { baby.name.clone() }
}

/// Roles to choose from, with what each may do.
pub fn roles(from: &[Role], chosen: Option<Role>, words: &Words) -> Vec<Choice> {
    let choice = |one: &Role| Choice {
        value: one.name().to_owned(),
        text: role(*one, words),
        small: words.say(&format!("people-role-{}-may", one.name())),
        chosen: chosen == Some(*one),
    };
    from.iter().map(choice).collect()
}

/// Kinds that a gadget may write.
pub fn kinds(household: &Household, chosen: Option<Kind>, words: &Words) -> Vec<Choice> {
    let has_baby = household.present_babies().next().is_some();
    let known = Kind::ALL.into_iter().filter(|one| has_baby || !OF_A_BABY.contains(one));
    let choice = |one: Kind| Choice {
        value: one.name().to_owned(),
        text: kind(one, words),
        chosen: chosen == Some(one),
        ..Choice::default()
    };
    known.map(choice).collect()
}

/// What a person is: her role, and until when.
pub fn standing(person: &Person, household: &Household, words: &Words) -> String {
    match (person.until_ms, person.writes) {
        (Some(until_ms), _) => {
            let at = when(until_ms, household, words);
            words.say_with("people-role-until", &[("role", &role(person.role, words)), ("at", &at)])
        }
        (None, Some(only)) => words.say_one("people-role-writes", "kind", &kind(only, words)),
        (None, None) => role(person.role, words),
    }
}

/// An instant as this household's clock shows it: weekday, day and time.
pub fn when(at_ms: i64, household: &Household, words: &Words) -> String {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let zone = TimeZone::get(&household.settings.zone).unwrap_or(TimeZone::UTC);
    let Ok(at) = Timestamp::from_millisecond(at_ms) else { return String::new() };
    let at = at.to_zoned(zone);
    let day = usize::try_from(at.weekday().to_monday_zero_offset()).unwrap_or_default();
    let values =
        [("day", words.say(DAYS[day])), ("date", at.date().to_string()), ("time", at.strftime("%H:%M").to_string())];
    words.say_with("people-day-time", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}

/// The last instant of a local day, `2026-12-24`: until when somebody may come in.
pub fn end_of(day: &str, household: &Household) -> Option<i64> {
    let day: jiff::civil::Date = day.parse().ok()?;
    let zone = TimeZone::get(&household.settings.zone).unwrap_or(TimeZone::UTC);
    Some(day.tomorrow().ok()?.to_zoned(zone).ok()?.timestamp().as_millisecond())
}

#[cfg(test)]
mod tests {
    use care::record::household::Household;
    use care::record::id::HouseholdId;
    use care::record::settings::Settings;

    use super::{end_of, when};

    fn london() -> Household {
        let settings = Settings { zone: "Europe/London".to_owned(), ..Settings::default() };
        Household { id: HouseholdId(uuid::Uuid::nil()), settings, people: Vec::new(), babies: Vec::new() }
    }

    #[test]
    fn a_day_ends_when_the_next_begins_there_also_when_the_clock_changes() {
        assert_eq!(end_of("2026-10-25", &london()), Some(1_792_972_800_000), "a day of 25 hours");
        assert_eq!(end_of("soon", &london()), None);
    }

    #[test]
    fn times_are_those_of_home() {
        assert_eq!(when(1_792_972_800_000, &london(), &crate::english()), "Monday 2026-10-26, 00:00");
    }
}
