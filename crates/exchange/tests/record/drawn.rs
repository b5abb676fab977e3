//! Any household with any revisions, as far as the types go.

use care::record::amount::{Amount, Unit};
use care::record::body::*;
use care::record::household::{Baby, BabyState, Household, Person};
use care::record::id::{BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId};
use care::record::moment::Moment;
use care::record::revision::{Content, Received, Revision, Subject};
use care::record::role::Role;
use care::record::settings::{Settings, Since};
use exchange::record::export::Export;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use uuid::Uuid;

fn text() -> BoxedStrategy<String> {
    prop_oneof![any::<String>(), "[=+@-].{0,8}", Just(String::new()), Just("a\r\nb\u{2028}\"c\\\t\u{0}".to_owned())]
        .boxed()
}

fn amount() -> BoxedStrategy<Amount> {
    let units = [
        Unit::Ml,
        Unit::FlOz,
        Unit::G,
        Unit::Kg,
        Unit::Lb,
        Unit::LbOz,
        Unit::Cm,
        Unit::In,
        Unit::C,
        Unit::F,
        Unit::Mg,
        Unit::Piece,
    ];
    (text(), proptest::sample::select(units.to_vec())).prop_map(|(value, unit)| Amount { value, unit }).boxed()
}

fn one<T: Copy + std::fmt::Debug + 'static>(of: &[T]) -> impl Strategy<Value = T> + use<T> {
    proptest::sample::select(of.to_vec())
}

fn side() -> impl Strategy<Value = Side> {
    one(&[Side::Left, Side::Right])
}

fn nipple() -> impl Strategy<Value = Option<Nipple>> {
    option::of(one(&[Nipple::None, Nipple::Sore, Nipple::Crack, Nipple::Infected]))
}

fn timed() -> BoxedStrategy<Timed> {
    let running = option::of((side(), any::<i64>()).prop_map(|(side, since_ms)| Running { side, since_ms }));
    (
        any::<u32>(),
        any::<u32>(),
        running,
        any::<bool>(),
        option::of(side()),
        option::of(side()),
        option::of(any::<i64>()),
    )
        .prop_map(|(left_s, right_s, running, open, first_side, last_side, end_ms)| Timed {
            left_s,
            right_s,
            running,
            open,
            first_side,
            last_side,
            end_ms,
        })
        .boxed()
}

fn feed() -> BoxedStrategy<Body> {
    let milk = one(&[Milk::Own, Milk::Donor, Milk::Formula, Milk::Other]);
    let bottle = (milk, option::of(amount())).prop_map(|(milk, amount)| Bottle { milk, amount });
    let fuller = option::of(one(&[Fuller::Left, Fuller::Right, Fuller::Same]));
    (timed(), vec(bottle, 0..5), fuller, any::<Option<u8>>(), nipple(), nipple())
        .prop_map(|(timed, bottles, fuller, latch_pain, nipple_left, nipple_right)| {
            Body::Feed(Feed { timed, bottles, fuller, latch_pain, nipple_left, nipple_right, not_same_as: Vec::new() })
        })
        .boxed()
}

fn pump() -> BoxedStrategy<Body> {
    let amount = || option::of(amount());
    (timed(), amount(), amount(), amount())
        .prop_map(|(timed, left, right, total)| Body::Pump(Pump { timed, left, right, total }))
        .boxed()
}

fn stock() -> BoxedStrategy<Body> {
    let act = one(&[StockAct::Put, StockAct::Use, StockAct::Discard]);
    let place = one(&[StockPlace::Room, StockPlace::Fridge, StockPlace::Freezer]);
    (act, place, amount()).prop_map(|(act, place, amount)| Body::Stock(Stock { act, place, amount })).boxed()
}

fn nappy() -> BoxedStrategy<Body> {
    use StoolColour::{Black, Brown, Green, Pale, Yellow};
    let colour = option::of(one(&[Black, Green, Brown, Yellow, Pale]));
    let blood = option::of(one(&[StoolBlood::Streaks, StoolBlood::Much]));
    (any::<bool>(), any::<bool>(), colour, any::<bool>(), blood)
        .prop_map(|(wet, dirty, colour, dust, blood)| Body::Nappy(Nappy { wet, dirty, colour, dust, blood }))
        .boxed()
}

fn measured() -> BoxedStrategy<Body> {
    let kinds: [fn(Measured) -> Body; 4] = [Body::Weight, Body::Length, Body::Head, Body::Temperature];
    (0..4_usize, amount()).prop_map(move |(kind, amount)| kinds[kind](Measured { amount })).boxed()
}

fn symptom() -> BoxedStrategy<Body> {
    let heat = option::of(one(&[HeatColour::None, HeatColour::SmallPatch, HeatColour::WedgeOrLarge]));
    (option::of(side()), any::<Option<u8>>(), any::<Option<u8>>(), option::of(amount()), heat, nipple())
        .prop_map(|(side, place, pain, lump, heat_colour, nipple)| {
            Body::Symptom(Symptom { side, place, pain, lump, heat_colour, nipple })
        })
        .boxed()
}

fn other() -> BoxedStrategy<Body> {
    let medicine = (option::of(text()), text(), option::of(amount()))
        .prop_map(|(medicine, name, amount)| Body::Medicine(Medicine { medicine, name, amount }));
    let session = (text(), option::of(side()), any::<Option<u8>>(), any::<Option<u8>>(), any::<bool>())
        .prop_map(|(code, side, before, after, stopped)| Body::Session(Session { code, side, before, after, stopped }));
    let check = (text(), text(), option::of(text()), option::of(text()))
        .prop_map(|(answers, fingerprint, parent, baby)| Body::Check(Check { answers, fingerprint, parent, baby }));
    let sleep = any::<(Option<i64>, bool)>().prop_map(|(end_ms, open)| Body::Sleep(Sleep { end_ms, open }));
    let mood = any::<(Option<bool>, Option<bool>)>()
        .prop_map(|(down, little_interest)| Body::Mood(Mood { down, little_interest }));
    prop_oneof![medicine, session, check, sleep, mood, Just(Body::Note {})].boxed()
}

pub fn body() -> BoxedStrategy<Body> {
    prop_oneof![feed(), pump(), stock(), nappy(), measured(), symptom(), other()].boxed()
}

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn content() -> BoxedStrategy<Content> {
    let subject = prop_oneof![
        (0..4_u128).prop_map(|number| Subject::Parent(PersonId(id(number)))),
        (10..14_u128).prop_map(|number| Subject::Baby(BabyId(id(number))))
    ];
    let zone = prop_oneof![Just("Europe/London".to_owned()), text()];
    let at_ms = prop_oneof![any::<i64>(), 1_700_000_000_000..1_900_000_000_000_i64];
    let at = (at_ms, zone, any::<i32>()).prop_map(|(at_ms, zone, offset_s)| Moment { at_ms, zone, offset_s });
    (subject, at, body(), text()).prop_map(|(subject, at, body, note)| Content { subject, at, body, note }).boxed()
}

fn received(number: u128) -> BoxedStrategy<Received> {
    let bases = vec((0..20_u128).prop_map(|number| RevisionId(id(number))), 0..3);
    (0..6_u128, bases, any::<i64>(), any::<bool>(), content(), 0..4_u128, any::<i64>())
        .prop_map(move |(entry, bases, made_at_ms, binned, content, by, skew_ms)| Received {
            revision: Revision {
                id: RevisionId(id(number)),
                entry: EntryId(id(entry)),
                bases,
                made_at_ms,
                binned,
                content,
            },
            by: PersonId(id(by)),
            device: DeviceId(id(99)),
            skew_ms,
        })
        .boxed()
}

/// Between none and a dozen revisions, each with an id of its own.
pub fn revisions() -> impl Strategy<Value = Vec<Received>> {
    (0..12_u128).prop_flat_map(|count| (0..count).map(received).collect::<Vec<_>>())
}

fn person(number: u128) -> BoxedStrategy<Person> {
    let role = one(&[Role::Owner, Role::Parent, Role::Helper, Role::Clinician, Role::Device]);
    let kinds = vec(one(&Kind::ALL), 0..3);
    (text(), role, any::<Option<i64>>(), any::<bool>(), kinds, option::of(one(&Kind::ALL)))
        .prop_map(move |(name, role, until_ms, removed, shares, writes)| Person {
            id: PersonId(id(number)),
            name,
            role,
            until_ms,
            removed,
            shares,
            writes,
        })
        .boxed()
}

fn baby(number: u128) -> BoxedStrategy<Baby> {
    let state = one(&[BabyState::Home, BabyState::Hospital, BabyState::Died]);
    (text(), text(), state)
        .prop_map(move |(name, born, state)| Baby { id: BabyId(id(number)), name, born, state })
        .boxed()
}

pub fn household() -> BoxedStrategy<Household> {
    let settings = (text(), text(), any::<bool>(), one(&[Since::Start, Since::End])).prop_map(
        |(region, zone, count_bottles, since)| Settings { region, zone, count_bottles, since, ..Settings::default() },
    );
    let people = (0..4_u128).prop_flat_map(|count| (0..count).map(person).collect::<Vec<_>>());
    let babies = (10..14_u128).prop_flat_map(|last| (10..last).map(baby).collect::<Vec<_>>());
    (settings, people, babies)
        .prop_map(|(settings, people, babies)| Household { id: HouseholdId(id(77)), settings, people, babies })
        .boxed()
}

pub fn export() -> impl Strategy<Value = Export> {
    (household(), revisions()).prop_map(|(household, revisions)| Export { household, revisions })
}
