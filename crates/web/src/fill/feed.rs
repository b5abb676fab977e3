//! The feed timer: what was pressed, how long each side ran, what may follow.

use care::relief::{Door, door};
use protocol::model::plan::Gate;

use super::session::Page;
use crate::arrival::Arrival;
use crate::carry::Side;
use crate::time::Clock;
use crate::view::feed::{FeedTimer, Offer, State};
use crate::view::{Foot, Here};

/// The session that may follow a feed.
const AFTER: &str = "light_touch";
/// The most presses that are read.
const MOST_PRESSES: usize = 60;

/// One press: a side, or none for stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Press {
    side: Option<Side>,
    at_s: i64,
}

/// The page after a press, if there was one.
pub fn page(arrival: &Arrival, now_s: i64) -> FeedTimer {
    let mut presses = read(arrival.field("feed").unwrap_or_default());
    let last = presses.last().copied();
    let running = last.and_then(|press| press.side);
    match (arrival.field("go"), running) {
        (Some("again"), _) => presses.clear(),
        (Some("stop"), Some(_)) => presses.push(Press { side: None, at_s: now_s }),
        // A second press of the running side changes nothing.
        (Some(side), running) => match Side::named(side) {
            Some(side) if running != Some(side) => presses.push(Press { side: Some(side), at_s: now_s }),
            _ => {}
        },
        (None, _) => {}
    }
    let frame = arrival.frame();
    let words = frame.words();
    let title = words.say("feed-title");
    let feed = write(&presses);
    let mut kept = arrival.carried.onward().fields(&arrival.site);
    if !feed.is_empty() {
        kept.push(("feed".to_owned(), feed.clone()));
    }
    FeedTimer {
        shell: frame.shell(&title, "/feed-timer", kept, Foot::Dock(Here::Elsewhere)),
        state: match presses.last() {
            None => State::Idle,
            Some(Press { side: Some(side), at_s }) => {
                State::Running { left: *side == Side::Left, since: Clock::instant(*at_s, &words) }
            }
            Some(Press { side: None, .. }) => State::Stopped,
        },
        minutes: [Side::Left, Side::Right].map(|side| minutes(&presses, side, now_s)),
        offer: offer(arrival, now_s),
        holds_until_s: holds_until_s(arrival),
        feed,
        words,
    }
}

fn offer(arrival: &Arrival, now_s: i64) -> Offer {
    let site = &arrival.site;
    let Some(session) = site.guide().session(AFTER) else { return Offer::Closed(Vec::new()) };
    match door(site.compiled(), site.guide(), session, &arrival.carried.visit(site, session, now_s), now_s) {
        Door::Open => Offer::Open,
        Door::List(_) | Door::Age | Door::Choose => Offer::Ask,
        Door::Check => Offer::Check,
        Door::Wait(from_s) => Clock::instant(from_s, site.words()).map_or(Offer::Closed(Vec::new()), Offer::Wait),
        Door::Closed(why) => {
            let page = Page::new(site, &arrival.visitor, session, &arrival.carried, now_s);
            Offer::Closed(why.into_iter().map(|why| page.why(why).text).collect())
        }
    }
}

fn holds_until_s(arrival: &Arrival) -> Option<i64> {
    let began_s = arrival.carried.interview.as_ref()?.began_s?;
    let gates = &arrival.site.compiled().protocol.gates;
    let hours = gates.iter().find_map(|gate: &Gate| gate.limit("answers_max_age_hours"))?;
    Some(began_s.saturating_add(hours.saturating_mul(3600)))
}

/// Whole minutes on one side.
fn minutes(presses: &[Press], side: Side, now_s: i64) -> usize {
    let ends = presses.iter().skip(1).map(|press| press.at_s).chain([now_s]);
    let spans = presses.iter().zip(ends).filter(|(press, _)| press.side == Some(side));
    // What comes from a form may be any number: spans are added without a fall over the edge.
    let seconds = spans.fold(0_i64, |sum, (press, end_s)| sum.saturating_add(end_s.saturating_sub(press.at_s).max(0)));
    usize::try_from(seconds / 60).unwrap_or(0)
}

/// `left@1732600000 right@1732600300 stop@1732600600`
fn read(line: &str) -> Vec<Press> {
    let one = |word: &str| {
        let (side, at_s) = word.split_once('@')?;
        let side = match side {
            "stop" => None,
            side => Some(Side::named(side)?),
        };
        Some(Press { side, at_s: at_s.parse().ok()? })
    };
    line.split_ascii_whitespace().filter_map(one).take(MOST_PRESSES).collect()
}

fn write(presses: &[Press]) -> String {
    let word = |press: &Press| format!("{}@{}", press.side.map_or("stop", Side::id), press.at_s);
    presses.iter().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_side_is_counted_from_press_to_press() {
        let presses = read("left@0 right@300 left@360 stop@480");
        assert_eq!(write(&presses), "left@0 right@300 left@360 stop@480");
        assert_eq!(minutes(&presses, Side::Left, 9_999), 7);
        assert_eq!(minutes(&presses, Side::Right, 9_999), 1);
    }

    #[test]
    fn a_running_side_runs_until_now_and_never_backwards() {
        let presses = read("right@600");
        assert_eq!(minutes(&presses, Side::Right, 720), 2);
        assert_eq!(minutes(&presses, Side::Right, 0), 0);
        assert!(read("left right@x @3 nonsense@1").is_empty());
        let edges = read(&format!("left@{} right@{} left@{}", i64::MIN, i64::MAX, i64::MIN));
        assert!(minutes(&edges, Side::Left, i64::MAX) > 0);
    }
}
