//! What the page of a result says, as a list of pieces.

use protocol::answers::Answers;
use protocol::assessment::Place;
use protocol::explain::Told;
use protocol::text::{Text, Voice, fill};
use web::numbers::{self, Numbers};

use crate::house::{compiled, protocol, words};

/// The pieces of one person's result, in the order of the page. Numbers are those of the United Kingdom.
pub fn pieces(answers: &Answers) -> Vec<String> {
    let read = compiled().read(answers);
    let explained = read.explain(compiled());
    let voice = answers.voice(protocol());
    let mut out = Vec::new();
    for told in [Some(&explained.parent), explained.baby.as_ref()].into_iter().flatten() {
        out.extend(banner(told, voice));
    }
    let say = |text: &Text| text.say(voice).to_owned();
    for considered in explained.conditions_shown(compiled()) {
        let one = &protocol().conditions[considered.condition];
        out.extend([say(&one.name), say(&one.say)]);
    }
    for place in [Place::Offered, Place::Optional, Place::NotNow, Place::Never] {
        for step in explained.planned(place) {
            let one = &protocol().steps[step];
            out.extend([say(&one.name), say(&one.why)]);
            out.extend(read.words_of_step(compiled(), step, place, voice).into_iter().map(str::to_owned));
        }
    }
    for line in &explained.come_back_if {
        out.push(words(voice).say(numbers::then(line.urgency)));
        out.extend(
            line.signs
                .iter()
                .map(|(id, level)| exchange::result::watch(compiled(), protocol().finding(*id), *level, voice)),
        );
    }
    for told in [Some(&explained.parent), explained.baby.as_ref()].into_iter().flatten() {
        let rules = told.reasons.iter().chain(&told.also);
        out.extend(rules.map(|rule| say(&protocol().rules[*rule].say)));
    }
    let raised = protocol().raises.iter().filter(|one| explained.assessment.raised.contains(one.finding));
    out.extend(raised.map(|one| say(&one.say)));
    out.extend(explained.notices.iter().map(|at| say(&protocol().notices[*at].say)));
    out.extend(explained.advices.iter().map(|at| say(&protocol().advices[*at].say)));
    out.extend(explained.contradictions.iter().map(|at| say(&protocol().contradictions[*at].say)));
    out.extend(explained.holds.iter().map(|at| say(&protocol().holds[*at].say)));
    out
}

fn banner(told: &Told, voice: Voice) -> Vec<String> {
    let Some(urgency) = told.urgency else { return Vec::new() };
    let numbers = Numbers::of(compiled(), protocol().region_named("UK"), voice);
    let days = numbers::days(told.days, &words(voice));
    let values = [
        ("days", days.as_str()),
        ("time", "Monday 03:10"),
        ("emergency", &numbers.emergency),
        ("urgent", &numbers.urgent),
        ("crisis", &numbers.crisis),
    ];
    let said = protocol().urgencies.iter().filter(|one| one.urgency == urgency);
    said.flat_map(|one| [&one.head, &one.act, &one.say]).map(|text| fill(text.say(voice), &values)).collect()
}
