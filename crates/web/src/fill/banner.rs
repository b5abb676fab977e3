//! Banners: the urgency of each patient across the page.

use protocol::answers::Answers;
use protocol::explain::{Explained, Told};
use protocol::model::finding::Subject;
use protocol::model::urgency::Urgency;
use protocol::text::fill;

use crate::frame::Frame;
use crate::numbers::{self, Numbers};
use crate::time::Clock;
use crate::view::{Banner, Sentence};
use crate::words::Words;

/// One banner for each patient, the worse first.
pub fn banners(frame: &Frame, words: &Words, explained: &Explained, clock: &Clock) -> Vec<Banner> {
    let baby = explained.baby.as_ref().filter(|_| !explained.silent_baby());
    let two = baby.is_some();
    let mut told: Vec<(Subject, &Told)> = vec![(Subject::Parent, &explained.parent)];
    told.extend(baby.map(|baby| (Subject::Baby, baby)));
    // In an emergency nothing may stand beside the call; what is open is listed below.
    if explained.headline() == Some(Urgency::EmergencyNow) {
        told.retain(|(_, told)| told.urgency.is_some());
    }
    told.sort_by_key(|(_, told)| std::cmp::Reverse(told.urgency));
    let whose = |subject| two.then(|| words.say(if subject == Subject::Baby { "whose-baby" } else { "whose-parent" }));
    let one = |(subject, told)| banner(frame, words, explained, clock, whose(subject), told);
    let mut banners: Vec<Banner> = told.into_iter().map(one).collect();
    if let Some(first) = banners.first_mut() {
        first.raised.extend(frame.site.said_of_unread(words));
    }
    banners
}

/// The banner of one patient, with a name of our own.
pub fn of_patient(
    frame: &Frame,
    words: &Words,
    explained: &Explained,
    clock: &Clock,
    subject: Subject,
    whose: Option<String>,
) -> Option<Banner> {
    let told = match subject {
        Subject::Parent => Some(&explained.parent),
        Subject::Baby => explained.baby.as_ref(),
    };
    told.map(|told| banner(frame, words, explained, clock, whose, told))
}

/// What has been reached, where someone must see her today or sooner.
pub fn reached(frame: &Frame, words: &Words, answers: &Answers) -> Vec<Banner> {
    let compiled = frame.site.compiled();
    let explained = compiled.read(answers).explain(compiled);
    let mut banners = banners(frame, words, &explained, &Clock::now(words));
    banners.retain(|banner| banner.level.is_some_and(|level| level >= Urgency::SameDay.number()));
    banners
}

fn banner(
    frame: &Frame,
    words: &Words,
    explained: &Explained,
    clock: &Clock,
    whose: Option<String>,
    told: &Told,
) -> Banner {
    let compiled = frame.site.compiled();
    let said = told.urgency.and_then(|urgency| compiled.protocol.urgencies.iter().find(|one| one.urgency == urgency));
    let Some(said) = said else {
        let open = explained.assessment.unanswered.len();
        return Banner {
            level: None,
            whose,
            head: words.say("unfinished-head"),
            act: Sentence::from(words.say_count("unfinished-act", open).as_str()),
            say: String::new(),
            so_far: false,
            raised: Vec::new(),
            alert: false,
        };
    };
    let numbers = Numbers::of(compiled, frame.region, frame.voice);
    let days = numbers::days(told.days, words);
    let crisis_first = numbers::only_crisis(compiled, told) && said.urgency < Urgency::EmergencyNow;
    let urgent = if crisis_first { &numbers.crisis } else { &numbers.urgent };
    let values =
        [("days", days.as_str()), ("emergency", &numbers.emergency), ("urgent", urgent), ("crisis", &numbers.crisis)];
    let text = |text: &protocol::text::Text| fill(text.say(frame.voice), &values);
    Banner {
        level: Some(said.urgency.number()),
        whose,
        head: text(&said.head),
        act: Sentence::timed(&text(&said.act), clock.deadline(said.deadline, told.days)),
        say: text(&said.say)
            .replace("$time", &clock.deadline(said.deadline, told.days).map(|when| when.words).unwrap_or_default()),
        so_far: explained.assessment.interim(),
        raised: raised(frame, words, told),
        alert: false,
    }
}

/// Who raised it for her, where nothing else says that it is so urgent.
fn raised(frame: &Frame, words: &Words, told: &Told) -> Vec<String> {
    let said: Option<Vec<String>> = told.reasons.iter().map(|rule| frame.site.said_of_raise(words, *rule)).collect();
    let mut said = said.unwrap_or_default();
    said.dedup();
    said
}
