//! What the record tells the rules, on both sides of every threshold.

mod baby;
mod parent;
mod weight;

use std::sync::OnceLock;

use care::record::body::Body;
use care::record::entry::Entry;
use care::record::household::{Baby, BabyState, Household};
use care::record::id::HouseholdId;
use care::record::known::{ALARM_MS, Alarm, Asked, Known, answered, known};
use care::record::revision::Subject;
use care::record::settings::Settings;
use proptest::prelude::*;
use protocol::answers::Given;
use protocol::compile::Compiled;
use protocol::interview::Interview;
use protocol::model::finding::Subject as Patient;
use protocol::model::urgency::Urgency;
use uuid::Uuid;

use crate::world::{ANA, BEN, DAY_MS, HOUR_MS, NOA, NOW_MS, ZONE, amount, entry};

pub fn shipped() -> &'static Compiled {
    static SHIPPED: OnceLock<Compiled> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
        shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"))
    })
}

/// Ana's household, with Noa who is so many days old now.
pub fn household(age_days: i64) -> Household {
    let born = jiff_day(NOW_MS - age_days * DAY_MS);
    Household {
        id: HouseholdId(Uuid::from_u128(9)),
        settings: Settings { region: "UK".into(), zone: ZONE.into(), ..Settings::default() },
        people: vec![],
        babies: vec![Baby { id: NOA, name: "Noa".into(), born, state: BabyState::Home }],
    }
}

fn jiff_day(at_ms: i64) -> String {
    care::record::moment::Moment::in_zone(at_ms, ZONE).day().to_string()
}

pub fn asked<'a>(household: &'a Household, entries: &'a [Entry]) -> Asked<'a> {
    Asked {
        household,
        entries,
        parent: Some(ANA),
        baby: Some(NOA),
        now_ms: NOW_MS,
        within_ms: ALARM_MS,
        logging_complete: false,
    }
}

pub fn hers(number: u128, hours_ago: i64, body: Body) -> Entry {
    entry(number, ANA, Subject::Parent(ANA), NOW_MS - hours_ago * HOUR_MS, body)
}

pub fn noas(number: u128, hours_ago: i64, body: Body) -> Entry {
    entry(number, BEN, Subject::Baby(NOA), NOW_MS - hours_ago * HOUR_MS, body)
}

/// The level of a finding by its id: `-` while unanswered.
pub fn level(known: &Known, finding: &str) -> String {
    let protocol = &shipped().protocol;
    let id = protocol.finding_named(finding).unwrap();
    match known.answers.given(id) {
        None => "-".into(),
        Some(Given::Unsure) => "unsure?".into(),
        Some(Given::Level(level)) => protocol.finding(id).level_id(level).into(),
    }
}

/// What entries say of one finding, with Noa at an age.
pub fn says(age_days: i64, entries: &[Entry], finding: &str) -> String {
    level(&known(shipped(), &asked(&household(age_days), entries)), finding)
}

pub fn alarms(household: &Household, entries: &[Entry]) -> Vec<Alarm> {
    answered(shipped(), &known(shipped(), &asked(household, entries)).answers)
}

fn temperature(value: &str, unit: care::record::amount::Unit) -> Body {
    Body::Temperature(care::record::body::Measured { amount: amount(value, unit) })
}

#[test]
fn nothing_logged_is_nothing_known_and_no_alarm() {
    let household = household(20);
    let known = known(shipped(), &asked(&household, &[]));
    assert!(known.answers.answered().is_empty());
    assert_eq!(answered(shipped(), &known.answers), []);
}

#[test]
fn the_context_is_what_the_household_knows() {
    let context = |household: &Household, item: &str| {
        let protocol = &shipped().protocol;
        let at = protocol.context_named(item).unwrap();
        let value = known(shipped(), &asked(household, &[])).answers.known(at);
        value.map(|value| protocol.context[at].written(value))
    };
    let mut home = household(20);
    assert_eq!(context(&home, "baby_age_days").as_deref(), Some("20"));
    assert_eq!(context(&home, "days_since_birth").as_deref(), Some("20"));
    assert_eq!(context(&home, "region").as_deref(), Some("UK"));
    assert_eq!(context(&home, "baby").as_deref(), Some("with_parent"));
    home.babies[0].state = BabyState::Hospital;
    assert_eq!(context(&home, "baby").as_deref(), Some("in_hospital"));
    assert_eq!(context(&household(400), "days_since_birth").as_deref(), Some("over_365"));
    assert_eq!(context(&household(4_000), "baby_age_days").as_deref(), Some("1500"), "an old child is not young");
    home.babies[0].born = "some day".into();
    assert_eq!(context(&home, "baby_age_days"), None);
    home.babies.clear();
    assert_eq!(context(&home, "baby"), None, "no baby was entered: that is not to say that there is none");
}

#[test]
fn a_baby_that_died_gives_nothing_and_nothing_speaks_of_it() {
    let mut household = household(20);
    household.babies[0].state = BabyState::Died;
    let entries = [noas(1, 1, temperature("39.5", care::record::amount::Unit::C))];
    let known = known(shipped(), &asked(&household, &entries));
    assert!(known.answers.answered().is_empty());
    assert!(!known.answers.has_baby(&shipped().protocol));
    assert_eq!(alarms(&household, &entries), []);
}

#[test]
fn what_is_binned_or_of_somebody_else_says_nothing() {
    let hot = || temperature("39.5", care::record::amount::Unit::C);
    let mut binned = hers(1, 1, hot());
    binned.binned = true;
    let bens = entry(2, BEN, Subject::Parent(BEN), NOW_MS, hot());
    assert_eq!(alarms(&household(20), &[binned, bens]), []);
}

#[test]
fn what_can_be_cared_for_at_home_is_no_alarm() {
    let mild = Body::Symptom(care::record::body::Symptom { pain: Some(3), ..Default::default() });
    assert_eq!(alarms(&household(20), &[hers(1, 1, mild)]), []);
}

#[test]
fn an_alarm_names_the_patient_the_urgency_and_the_rules() {
    let entries = [
        hers(1, 1, temperature("38.2", care::record::amount::Unit::C)),
        noas(2, 1, temperature("38.0", care::record::amount::Unit::C)),
    ];
    let alarms = alarms(&household(20), &entries);
    let told: Vec<_> = alarms.iter().map(|alarm| (alarm.patient, alarm.urgency, alarm.reasons.join(" "))).collect();
    assert_eq!(
        told,
        [
            (Patient::Parent, Urgency::SameDay, "D01".to_owned()),
            (Patient::Baby, Urgency::EmergencyNow, "E20".to_owned()),
        ]
    );
}

#[test]
fn a_check_begins_with_what_is_known_and_asks_for_the_rest() {
    let lump = Body::Symptom(care::record::body::Symptom {
        lump: Some(amount("2", care::record::amount::Unit::Cm)),
        ..Default::default()
    });
    let entries = [hers(1, 1, temperature("38,2", care::record::amount::Unit::C)), hers(2, 1, lump)];
    let known = known(shipped(), &asked(&household(20), &entries));
    let line = known.interview(NOW_MS).write(shipped());
    assert!(line.contains("f.temp=fever@n38,2 C") && line.contains("t.lump"), "{line}");
    let interview = Interview::read(shipped(), &line).unwrap();
    assert!(interview.next(shipped()).is_some(), "the rest is asked");
    let lump = shipped().protocol.finding_named("lump").unwrap();
    let asks = interview.path(shipped()).into_iter().any(|(stop, done)| stop.closer == Some(lump) && !done);
    assert!(asks, "what kind of lump it is must be said by her");
}

fn any_body() -> impl Strategy<Value = (bool, Body)> {
    use care::record::amount::Unit;
    use care::record::body::{Medicine, Nappy, StoolBlood, StoolColour, Symptom};
    let degrees = (340_u32..420).prop_map(|tenths| format!("{}.{}", tenths / 10, tenths % 10));
    prop_oneof![
        (any::<bool>(), degrees).prop_map(|(of_parent, value)| (of_parent, temperature(&value, Unit::C))),
        (0_u8..=10).prop_map(|pain| (true, Body::Symptom(Symptom { pain: Some(pain), ..Symptom::default() }))),
        (any::<bool>(), any::<bool>()).prop_map(|(much, pale)| {
            let blood = Some(if much { StoolBlood::Much } else { StoolBlood::Streaks });
            let colour = pale.then_some(StoolColour::Pale);
            (false, Body::Nappy(Nappy { blood, colour, ..Nappy::default() }))
        }),
        Just((
            true,
            Body::Medicine(Medicine { medicine: Some("ibuprofen_uk".into()), name: String::new(), amount: None })
        )),
    ]
}

proptest! {
    #[test]
    fn one_more_entry_never_lowers_an_alarm_and_no_order_matters(
        mut bodies in prop::collection::vec((any_body(), 0_i64..30), 1..8), age_days in 0_i64..200,
    ) {
        let household = household(age_days);
        let entries: Vec<Entry> = bodies.drain(..).zip(1..).map(|(((of_parent, body), hours), number)| {
            if of_parent { hers(number, hours, body) } else { noas(number, hours, body) }
        }).collect();
        let urgency = |entries: &[Entry], patient| {
            alarms(&household, entries).into_iter().find(|alarm| alarm.patient == patient).map(|alarm| alarm.urgency)
        };
        for patient in [Patient::Parent, Patient::Baby] {
            prop_assert!(urgency(&entries[1..], patient) <= urgency(&entries, patient));
        }
        let backwards: Vec<Entry> = entries.iter().rev().cloned().collect();
        prop_assert_eq!(
            known(shipped(), &asked(&household, &backwards)).answers, known(shipped(), &asked(&household, &entries)).answers
        );
    }
}
