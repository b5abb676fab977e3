//! One press of a timer's button: what it saves. A press that makes no sense now saves nothing, so that pressing twice is pressing once.

use super::body::{Body, Feed, Kind, Pump, Timed};
use super::entry::Entry;
use super::id::{EntryId, RevisionId};
use super::moment::Moment;
use super::revision::{Content, Subject};
use super::timer::Act;

/// What a button says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// The timer does this.
    Do(Act),
    /// Left was right and right was left; also of a timer that has ended. Only while a saving that the page showed still stands: a second
    /// press of the same button must not swap back.
    Swap,
}

/// A press, and what its page showed.
#[derive(Debug, Clone, Copy)]
pub struct Press<'a> {
    /// The button.
    pub button: Button,
    /// A feed or a pump session.
    pub kind: Kind,
    /// The entries that the page showed as running; none: it showed none.
    pub named: &'a [EntryId],
    /// The savings of them that the page showed.
    pub shown: &'a [RevisionId],
    /// Whom a timer is started for.
    pub subjects: &'a [Subject],
    /// When it was pressed.
    pub at: &'a Moment,
}

/// What a press comes to for one timer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// A new entry.
    Begun(Content),
    /// The next saving of an entry.
    Changed {
        /// The entry.
        entry: EntryId,
        /// What the saving replaces.
        bases: Vec<RevisionId>,
        /// What the entry says from then on.
        content: Content,
    },
    /// Nothing changes: it was so already.
    Same(EntryId),
}

/// What a press comes to. `entries` are those that are open and those that are named.
///
/// Who presses a side on a page that showed no timer means the one that runs, if somebody started it meanwhile: no baby is fed twice at once.
#[must_use]
pub fn press(entries: &[Entry], press: &Press) -> Vec<Pressed> {
    if !press.named.is_empty() {
        let named = press.named.iter().filter_map(|id| entries.iter().find(|entry| entry.id == *id));
        return named.map(|entry| go_on(entry, press)).collect();
    }
    press.subjects.iter().filter_map(|subject| of_subject(entries, *subject, press)).collect()
}

fn of_subject(entries: &[Entry], subject: Subject, press: &Press) -> Option<Pressed> {
    let open = |entry: &&Entry| {
        !entry.binned
            && entry.content.subject == subject
            && entry.kind() == press.kind
            && timed(&entry.content.body).is_some_and(|timed| timed.open)
    };
    let newest = entries.iter().filter(open).max_by_key(|entry| (entry.at.at_ms, entry.id));
    newest.map(|entry| go_on(entry, press)).or_else(|| begin(subject, press).map(Pressed::Begun))
}

fn begin(subject: Subject, press: &Press) -> Option<Content> {
    let Button::Do(act @ Act::Start(_)) = press.button else { return None };
    let mut timed = Timed::default();
    timed.act(act, press.at.at_ms);
    let body = match press.kind {
        Kind::Feed => Body::Feed(Feed { timed, ..Feed::default() }),
        Kind::Pump => Body::Pump(Pump { timed, ..Pump::default() }),
        _ => return None,
    };
    Some(Content { subject, at: press.at.clone(), body, note: String::new() })
}

fn go_on(entry: &Entry, press: &Press) -> Pressed {
    let mut content = entry.content.clone();
    if let Some(timed) = timed_mut(&mut content.body).filter(|_| !entry.binned) {
        match press.button {
            Button::Do(act) => timed.act(act, press.at.at_ms),
            Button::Swap if entry.heads.iter().any(|head| press.shown.contains(head)) => timed.swap_sides(),
            Button::Swap => {}
        }
    }
    if content == entry.content {
        return Pressed::Same(entry.id);
    }
    Pressed::Changed { entry: entry.id, bases: entry.heads.clone(), content }
}

/// The timer of a feed or a pump session.
#[must_use]
pub const fn timed(body: &Body) -> Option<&Timed> {
    match body {
        Body::Feed(feed) => Some(&feed.timed),
        Body::Pump(pump) => Some(&pump.timed),
        _ => None,
    }
}

const fn timed_mut(body: &mut Body) -> Option<&mut Timed> {
    match body {
        Body::Feed(feed) => Some(&mut feed.timed),
        Body::Pump(pump) => Some(&mut pump.timed),
        _ => None,
    }
}
