//! What was logged and needs somebody: as the banner of a check would say it, and the way into that check.

use care::record::entry::Entry;
use care::record::household::{Baby, Person};
use care::record::id::PersonId;
use care::record::known::{self, ALARM_MS, Asked, FRESH_MS};
use care::record::revision::Subject;
use protocol::model::finding::Subject as Patient;
use protocol::text::Voice;

use super::{Seen, said};
use crate::frame::Frame;
use crate::time::Clock;
use crate::view::record_home::Alarm;

/// Every patient of the household that is in need of somebody by what this reader may see, the worst first.
pub fn alarms(frame: &Frame, seen: &Seen) -> Vec<Alarm> {
    let babies = seen.babies();
    let mut alarms: Vec<Alarm> = parents(seen).iter().filter_map(|one| of_parent(frame, seen, one)).collect();
    alarms.extend(babies.iter().filter_map(|baby| of_baby(frame, seen, baby)));
    alarms.sort_by_key(|alarm| std::cmp::Reverse(alarm.banner.level));
    alarms
}

/// Whoever something was logged of; herself first.
fn parents<'s>(seen: &'s Seen) -> Vec<&'s Person> {
    let logged =
        |id: PersonId| seen.home.entries.iter().any(|entry: &Entry| entry.content.subject == Subject::Parent(id));
    let mut people: Vec<&Person> =
        seen.member.household.people.iter().filter(|person| !person.removed && logged(person.id)).collect();
    people.sort_by_key(|person| person.id != seen.member.person.id);
    people
}

fn of_parent(frame: &Frame, seen: &Seen, parent: &Person) -> Option<Alarm> {
    let herself = parent.id == seen.member.person.id;
    let asked = Asked { parent: Some(parent.id), ..asked(seen) };
    let whose = if herself { frame.words().say("whose-parent") } else { parent.name.clone() };
    // What is set for the reader is not set for another.
    let everybodys = frame.site.for_everybody();
    let frame = &Frame { site: if herself { frame.site } else { &everybodys }, ..*frame };
    alarm(frame, &asked, Patient::Parent, herself, whose)
}

fn of_baby(frame: &Frame, seen: &Seen, baby: &Baby) -> Option<Alarm> {
    let asked = Asked { baby: Some(baby.id), ..asked(seen) };
    alarm(frame, &asked, Patient::Baby, true, said::name(&frame.words(), baby))
}

fn asked<'s>(seen: &'s Seen) -> Asked<'s> {
    Asked {
        household: &seen.member.household,
        entries: &seen.home.entries,
        parent: None,
        baby: None,
        now_ms: seen.now_ms,
        within_ms: ALARM_MS,
        logging_complete: false,
    }
}

fn alarm(frame: &Frame, asked: &Asked, patient: Patient, to_parent: bool, whose: String) -> Option<Alarm> {
    let compiled = frame.site.compiled();
    let found = known::known(compiled, asked);
    let alarm = known::answered(compiled, &found.answers).into_iter().find(|alarm| alarm.patient == patient)?;
    let frame = Frame { voice: Voice { to_parent, ..frame.voice }, ..*frame };
    let words = frame.words();
    let explained = compiled.read(&found.answers).explain(compiled);
    // A deadline that moved with every look would never come.
    let clock = Clock::at_ms(known::since_ms(compiled, asked, &alarm), &words);
    let banner = super::super::banner::of_patient(&frame, &words, &explained, &clock, patient, Some(whose))?;
    // Answers are valid for twelve hours: what is older is asked again.
    let mut interview = known::known(compiled, &Asked { within_ms: FRESH_MS, ..*asked }).interview(asked.now_ms);
    if !to_parent
        && let Some(item) = compiled.protocol.context_named("audience")
        && let Some(value) = compiled.protocol.context.get(item).and_then(|item| item.value("caregiver"))
    {
        interview.answers.know(item, value);
    }
    Some(Alarm { banner, kept: interview.write(compiled) })
}
