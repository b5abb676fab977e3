//! A walk through the interview, with everything that is seen on the way.

use protocol::interview::{Chosen, Interview, Reply, Stop, Tick, Who};
use protocol::model::finding::FindingId;
use protocol::model::screen::ScreenKind;

use crate::house::{compiled, protocol};
use crate::result_texts;

/// How everything is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Nothing is the matter.
    Mildest,
    /// Every line is ticked at its worst.
    Worst,
    /// Nothing is sure, so everything is asked one by one, and twice.
    Unsure,
}

impl Mood {
    pub const ALL: [Self; 3] = [Self::Mildest, Self::Worst, Self::Unsure];
}

/// A piece of text and the screen it was seen on.
pub type Seen = (String, String);

/// Walks to the end and tells everything that was seen.
pub fn walk(interview: Interview, who: Who, mood: Mood, context: &[(&str, &str)]) -> Vec<Seen> {
    let mut seen = Vec::new();
    for interview in stops(interview, who, mood, context) {
        let told = |place: &str| {
            result_texts::pieces(&interview.answers)
                .into_iter()
                .map(move |text| (place.to_owned(), text))
                .collect::<Vec<_>>()
        };
        if interview.interrupts(compiled()) {
            seen.extend(told("so far"));
        }
        match interview.next(compiled()) {
            Some(stop) => seen.extend(screen(&interview, stop)),
            None => seen.extend(told("result")),
        }
    }
    seen
}

/// The interview at each of its stops, and at its end. `context` chooses an answer to an item of context by its id; other items get
/// their first or their last answer.
pub fn stops(mut interview: Interview, who: Who, mood: Mood, context: &[(&str, &str)]) -> Vec<Interview> {
    let mut stops = Vec::new();
    for _ in 0..300 {
        stops.push(interview.clone());
        let Some(stop) = interview.next(compiled()) else { return stops };
        interview.note_shown(compiled());
        let reply = reply(&interview, stop, who, mood, context);
        interview.reply(compiled(), stop, reply).unwrap_or_else(|refused| panic!("{stop:?}: {refused}"));
    }
    panic!("the interview never ends");
}

/// Everything that stands on a screen.
pub fn screen(interview: &Interview, stop: Stop) -> Vec<Seen> {
    let voice = interview.answers.voice(protocol());
    let screen = &protocol().screens[stop.screen];
    let mut texts = Vec::new();
    if let Some(id) = interview.asked_alone(compiled(), stop) {
        let one = protocol().finding(id);
        texts.push(&one.ask);
        texts.extend(&one.help);
        texts.extend(one.tell.iter().filter(|_| interview.once.contains(id)));
        texts.extend(one.choices.iter().map(|choice| &choice.text));
        texts.extend(&one.skip);
    } else {
        texts.push(&screen.ask);
        texts.extend(&screen.help);
        let listed = interview.shown_on(compiled(), stop.screen);
        for one in listed.iter().map(|id| protocol().finding(*id)) {
            texts.extend(one.lines.iter().map(|line| &line.text));
            texts.extend(one.choices.iter().map(|choice| &choice.text));
        }
        if let ScreenKind::Choose { choices, .. } = &screen.kind {
            texts.extend(choices.iter().map(|(_, text)| text));
        }
    }
    texts.into_iter().map(|text| (screen.id.clone(), text.say(voice).to_owned())).collect()
}

fn reply(interview: &Interview, stop: Stop, who: Who, mood: Mood, context: &[(&str, &str)]) -> Reply {
    if let Some(id) = interview.asked_alone(compiled(), stop) {
        return match mood {
            Mood::Mildest => Reply::Choice(0),
            Mood::Worst => Reply::Choice(worst(id)),
            Mood::Unsure => Reply::Unsure,
        };
    }
    match &protocol().screens[stop.screen].kind {
        ScreenKind::Who => Reply::Who(who),
        ScreenKind::Choose { context: item, choices } => {
            let one = &protocol().context[*item];
            let wanted = context.iter().find(|(id, _)| *id == one.id).and_then(|(_, word)| one.value(word));
            match (wanted, mood) {
                (Some(value), _) => Reply::Context(value),
                (None, Mood::Unsure) => Reply::Unsure,
                (None, Mood::Worst) => Reply::Context(choices[0].0),
                (None, Mood::Mildest) => Reply::Context(choices[choices.len() - 1].0),
            }
        }
        ScreenKind::List(_) | ScreenKind::Question(_) => match mood {
            Mood::Mildest => Reply::NoneOfThese,
            Mood::Unsure => Reply::OneByOne,
            Mood::Worst => {
                let shown = interview.shown_on(compiled(), stop.screen);
                let tick = |finding| Tick { finding, line: 0, chosen: Some(Chosen::Choice(worst(finding))) };
                Reply::Ticked(shown.into_iter().map(tick).collect())
            }
        },
    }
}

/// The last of the worst answers.
fn worst(id: FindingId) -> usize {
    let choices = protocol().finding(id).choices.iter().enumerate();
    choices.max_by_key(|(_, choice)| choice.level).map_or(0, |(at, _)| at)
}

#[test]
fn the_worst_and_the_unsure_see_more_than_the_mildest() {
    let seen = |mood| walk(Interview::default(), Who::Both, mood, &[]).len();
    assert!(seen(Mood::Mildest) > 50, "{}", seen(Mood::Mildest));
    assert!(seen(Mood::Worst) > seen(Mood::Mildest) + 100, "{}", seen(Mood::Worst));
    assert!(seen(Mood::Unsure) > seen(Mood::Mildest) + 100, "{}", seen(Mood::Unsure));
}
