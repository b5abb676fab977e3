//! A person in plain words: each question with the answer that was given, as a reviewer reads it.

use crate::answers::{Answers, Given};
use crate::assessment::Reached;
use crate::corner::corners;
use crate::difference::{Change, translated};
use crate::model::Protocol;
use crate::model::context::ContextKind;
use crate::model::finding::{FindingId, Subject};
use crate::model::urgency::Urgency;
use crate::naive::Plain;
use crate::text::Voice;

/// How a reviewer is spoken to: as the parent, with a baby.
const VOICE: Voice = Voice { to_parent: true, baby: true };

/// What makes this person other than well, a line an answer. Mildest answers are left out, and so is silence.
#[must_use]
pub fn lines(protocol: &Protocol, answers: &Answers) -> Vec<String> {
    let findings = protocol.each_finding().filter_map(|(id, _)| match answers.given(id)? {
        Given::Level(0) => None,
        given => Some(answer(protocol, id, Some(given))),
    });
    let context = (0..protocol.context.len()).filter_map(|item| known(protocol, answers, item));
    findings.chain(context).collect()
}

/// A question and an answer to it.
#[must_use]
pub fn answer(protocol: &Protocol, id: FindingId, given: Option<Given>) -> String {
    let finding = protocol.finding(id);
    let question = finding.ask.say(VOICE);
    match given {
        None => format!("{question} (no answer) [{}]", finding.id),
        Some(Given::Unsure) => format!("{question} Not sure. [{} not sure]", finding.id),
        Some(Given::Level(level)) => {
            let choice =
                finding.choices.iter().find(|choice| choice.level == level).map(|choice| choice.text.say(VOICE));
            let choice = choice
                .unwrap_or_else(|| if finding.is_unsure_level(level) { "Not sure" } else { finding.level_id(level) });
            format!("{question} {choice}. [{} {}]", finding.id, finding.level_id(level))
        }
    }
}

/// What is known of the context, unless it is the mildest a number can be.
fn known(protocol: &Protocol, answers: &Answers, item: usize) -> Option<String> {
    let context = &protocol.context[item];
    let value = answers.known(item)?;
    let mildest = match &context.kind {
        ContextKind::Number { max, over, .. } => {
            value == if over.is_some() { crate::model::context::OVER } else { *max }
        }
        ContextKind::Values(_) => false,
    };
    (!mildest).then(|| format!("{}: {}", context.id.replace('_', " "), context.written(value)))
}

/// Each patient's urgency and the rules that give it: `parent: same_day (D03: …)`.
#[must_use]
pub fn outcome(protocol: &Protocol, answers: &Answers) -> String {
    let assessment = Plain::new(protocol, answers).assess();
    let of = |subject: Subject, name: &str| {
        let reached = assessment.of(subject)?;
        let days = reached.days.map(|days| format!(" {days}")).unwrap_or_default();
        let rules = assessment.fired.iter().map(|at| &protocol.rules[at]);
        let deciding = rules
            .filter(|rule| rule.subject == subject && rule.urgency == reached.urgency && rule.days == reached.days);
        let reasons: Vec<String> = deciding.map(|rule| format!("{}: {}", rule.id, rule.say.say(VOICE))).collect();
        let reasons = if reasons.is_empty() { String::new() } else { format!(" ({})", reasons.join("; ")) };
        Some(format!("{name}: {}{days}{reasons}", reached.urgency.id()))
    };
    // A baby for whom nothing fired is left out: most situations speak of the parent alone.
    let baby = of(Subject::Baby, "baby").filter(|_| assessment.baby.is_some_and(|baby| baby.urgency > Urgency::None));
    let parent = of(Subject::Parent, "parent").filter(|_| baby.is_none() || assessment.parent.urgency > Urgency::None);
    [parent, baby].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The review sheet: for each rule the mildest people who meet it, what it says to them, and where that comes from.
#[must_use]
pub fn sheet(protocol: &Protocol) -> String {
    let mut out =
        format!("{} {}: the mildest people of {} rules\n", protocol.name, protocol.version, protocol.rules.len());
    for rule in &protocol.rules {
        let days = rule.days.map(|days| format!(" {days}")).unwrap_or_default();
        let whose = if rule.subject == Subject::Baby { "baby" } else { "parent" };
        out.push_str(&format!("\n{} {}{days} ({whose})\n  {}\n", rule.id, rule.urgency.id(), rule.say.say(VOICE)));
        let people = corners(protocol, rule);
        for (at, person) in people.iter().enumerate() {
            let number = if people.len() > 1 { format!(" {} of {}", at + 1, people.len()) } else { String::new() };
            out.push_str(&format!("  mildest person{number}:\n"));
            lines(protocol, person).iter().for_each(|line| out.push_str(&format!("    {line}\n")));
            let told = outcome(protocol, person);
            if Plain::new(protocol, person).assess().of(rule.subject).is_some_and(|told| told.urgency > rule.urgency) {
                out.push_str(&format!("    is told more by another rule: {told}\n"));
            }
        }
        out.push_str(&format!("  sources: {}\n", rule.sources.join(" ")));
    }
    out
}

/// What changes between two versions, in words.
#[must_use]
pub fn changes(old: &Protocol, new: &Protocol) -> String {
    let changes = crate::difference::changes(old, new);
    let mut out = String::new();
    for (title, rises) in [("Told more than before", true), ("Told less than before", false)] {
        let these: Vec<_> = changes.iter().filter(|change| change.rises() == rises).collect();
        out.push_str(&format!("{title}: {} minimal situations\n", these.len()));
        for change in these {
            let whose = if change.whose == Subject::Parent { "parent" } else { "baby" };
            let words = if change.old_words { old } else { new };
            out.push_str(&format!("\n  {whose}: {} -> {}\n", told(change.before), told(change.after)));
            lines(words, &change.person).iter().for_each(|line| out.push_str(&format!("    {line}\n")));
            out.push_str(&format!("    {}\n", rules(old, new, change)));
        }
        out.push('\n');
    }
    out
}

/// The rules that decide before and after.
fn rules(old: &Protocol, new: &Protocol, change: &Change) -> String {
    let named = if change.old_words { old } else { new };
    let of = |protocol: &Protocol, reached: Reached| {
        let answers = translated(named, protocol, &change.person);
        let fired = Plain::new(protocol, &answers).assess().fired;
        let deciding = fired.iter().map(|at| &protocol.rules[at]);
        let deciding = deciding.filter(|rule| rule.subject == change.whose && rule.urgency == reached.urgency);
        let ids: Vec<&str> = deciding.map(|rule| rule.id.as_str()).collect();
        if ids.is_empty() { "no rule".to_owned() } else { ids.join(", ") }
    };
    format!("by {} before, by {} now", of(old, change.before), of(new, change.after))
}

fn told(reached: Reached) -> String {
    let days = reached.days.map(|days| format!(" {days}")).unwrap_or_default();
    format!("{}{days}", reached.urgency.id())
}
