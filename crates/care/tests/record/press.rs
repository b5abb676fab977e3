//! Presses of a thumb at night: once, twice, on a page that is old.

use care::record::body::{Body, Kind, Running, Side, Timed};
use care::record::entry::Entry;
use care::record::id::{BabyId, EntryId, RevisionId};
use care::record::moment::Moment;
use care::record::press::{Button, Press, Pressed, press, timed};
use care::record::revision::Subject;
use care::record::timer::Act;
use uuid::Uuid;

use crate::world::{ANA, MINUTE_MS, NOA, NOW_MS, ZONE, feed};

const BABY: Subject = Subject::Baby(NOA);
const LEFT: Button = Button::Do(Act::Start(Side::Left));
const RIGHT: Button = Button::Do(Act::Start(Side::Right));

fn pressed(entries: &[Entry], button: Button, named: &[EntryId], subjects: &[Subject]) -> Vec<Pressed> {
    let at = Moment::in_zone(NOW_MS, ZONE);
    press(entries, &Press { button, kind: Kind::Feed, named, shown: &[], subjects, at: &at })
}

fn swapped(entries: &[Entry], named: &[EntryId], shown: &[RevisionId]) -> Vec<Pressed> {
    let at = Moment::in_zone(NOW_MS, ZONE);
    press(entries, &Press { button: Button::Swap, kind: Kind::Feed, named, shown, subjects: &[], at: &at })
}

fn running(side: Side) -> Entry {
    let mut timed = Timed::default();
    timed.act(Act::Start(side), NOW_MS - 10 * MINUTE_MS);
    feed(1, ANA, NOW_MS - 10 * MINUTE_MS, timed)
}

fn id(number: u128) -> EntryId {
    EntryId(Uuid::from_u128(number))
}

#[test]
fn one_press_starts_a_feed_for_each_baby_that_is_meant() {
    let ada = Subject::Baby(BabyId(Uuid::from_u128(8)));
    let begun = pressed(&[], LEFT, &[], &[BABY, ada]);
    let [Pressed::Begun(one), Pressed::Begun(other)] = begun.as_slice() else { panic!("two feeds: {begun:?}") };
    assert_eq!((one.subject, other.subject), (BABY, ada));
    let running = Running { side: Side::Left, since_ms: NOW_MS };
    assert_eq!(timed(&one.body).and_then(|timed| timed.running.clone()), Some(running));
}

#[test]
fn the_same_start_again_makes_no_second_feed() {
    assert_eq!(pressed(&[running(Side::Left)], LEFT, &[], &[BABY]), [Pressed::Same(id(1))]);
}

#[test]
fn the_other_side_on_a_page_that_showed_no_feed_goes_on_with_the_one_that_runs() {
    let changed = pressed(&[running(Side::Left)], RIGHT, &[], &[BABY]);
    let [Pressed::Changed { entry, content, .. }] = changed.as_slice() else { panic!("one change: {changed:?}") };
    assert_eq!(*entry, id(1));
    let Body::Feed(feed) = &content.body else { panic!("a feed") };
    assert_eq!((feed.timed.left_s, feed.timed.last_side), (600, Some(Side::Right)));
}

#[test]
fn a_feed_that_has_ended_is_not_begun_again_by_an_old_page() {
    let mut ended = running(Side::Left);
    let end = pressed(&[ended.clone()], Button::Do(Act::End), &[id(1)], &[]);
    let [Pressed::Changed { content, .. }] = end.as_slice() else { panic!("one change: {end:?}") };
    ended.content = content.clone();
    assert_eq!(pressed(&[ended.clone()], RIGHT, &[id(1)], &[BABY]), [Pressed::Same(id(1))]);
    assert!(matches!(pressed(&[ended], RIGHT, &[], &[BABY]).as_slice(), [Pressed::Begun(_)]));
}

#[test]
fn pause_and_end_begin_nothing() {
    for button in [Button::Do(Act::Pause), Button::Do(Act::End), Button::Swap] {
        assert_eq!(pressed(&[], button, &[], &[BABY]), []);
    }
}

#[test]
fn sides_are_swapped_once_however_often_it_is_pressed() {
    let mut entry = running(Side::Left);
    let shown = [RevisionId(Uuid::from_u128(1))];
    let first = swapped(&[entry.clone()], &[id(1)], &shown);
    let [Pressed::Changed { content, bases, .. }] = first.as_slice() else { panic!("one change: {first:?}") };
    assert_eq!(timed(&content.body).and_then(|timed| timed.last_side), Some(Side::Right));
    assert_eq!(*bases, entry.heads);
    entry.content = content.clone();
    entry.heads = vec![RevisionId(Uuid::from_u128(2))];
    assert_eq!(swapped(&[entry], &[id(1)], &shown), [Pressed::Same(id(1))]);
}

#[test]
fn one_press_swaps_the_sides_of_both_babies() {
    let one = running(Side::Left);
    let mut other = Entry { id: id(2), heads: vec![RevisionId(Uuid::from_u128(2))], ..one.clone() };
    other.content.subject = Subject::Baby(BabyId(Uuid::from_u128(8)));
    let shown = [one.heads[0], other.heads[0]];
    let changed = swapped(&[one, other], &[id(1), id(2)], &shown);
    let sides = changed.iter().map(|one| match one {
        Pressed::Changed { content, .. } => timed(&content.body).and_then(|timed| timed.last_side),
        _ => None,
    });
    assert_eq!(sides.collect::<Vec<_>>(), [Some(Side::Right); 2]);
}
