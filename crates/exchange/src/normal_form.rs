//! The JSON normal form of a protocol: what a machine needs to evaluate it, and every text with its voices.

use protocol::compile::Compiled;
use protocol::model::Protocol;
use protocol::model::context::ContextKind;
use protocol::model::finding::{Class, Compare, Finding, Needed, ReadingKind, Subject};
use protocol::model::rule::{Raise, Rule};
use protocol::model::screen::{Screen, ScreenKind};
use protocol::model::urgency::Deadline;
use protocol::model::when::{All, Any, Test};
use protocol::text::{Text, Voice};
use serde_json::{Value, json};

/// The whole protocol. Tests are objects; alternatives are lists of lists.
#[must_use]
pub fn export(compiled: &Compiled) -> Value {
    let p = &compiled.protocol;
    json!({
        "protocol": p.name,
        "version": p.version,
        "fingerprint": compiled.fingerprint,
        "title": text(&p.title),
        "status": text(&p.status),
        "urgencies": p.urgencies.iter().map(|one| json!({
            "id": one.urgency.id(), "level": one.urgency.number(), "head": text(&one.head), "act": text(&one.act), "say": text(&one.say),
            "deadline": deadline(one.deadline),
        })).collect::<Value>(),
        "regions": p.regions.iter().map(|one| json!({
            "id": one.code, "name": text(&one.name), "emergency": phones(&one.emergency), "urgent": phones(&one.urgent),
            "crisis": phones(&one.crisis), "poison": phones(&one.poison), "checked": one.checked,
        })).collect::<Value>(),
        "context": p.context.iter().map(|one| match &one.kind {
            ContextKind::Values(values) => json!({ "id": one.id, "values": values }),
            ContextKind::Number { min, max, over } => json!({ "id": one.id, "min": min, "max": max, "over": over }),
        }).collect::<Value>(),
        "baby_age": p.baby_age.map(|at| p.context[at].id.as_str()),
        "baby_absent": any(p, &p.baby_absent),
        "baby_watched": any(p, &p.baby_watched),
        "findings": p.findings.iter().map(|one| finding(p, one)).collect::<Value>(),
        "terms": p.terms.iter().map(|one| json!({ "id": one.id, "when": any(p, &one.when) })).collect::<Value>(),
        "counts": p.counts.iter().map(|one| json!({ "id": one.id, "of": all(p, &one.of) })).collect::<Value>(),
        "answers": p.context_answers.iter().map(|one| raise(p, one)).collect::<Value>(),
        "raises": p.raises.iter().map(|one| raise(p, one)).collect::<Value>(),
        "rules": p.rules.iter().map(|one| rule(p, one)).collect::<Value>(),
        "advices": p.advices.iter().map(|one| json!({ "id": one.id, "say": text(&one.say), "sources": one.sources })).collect::<Value>(),
        "notices": p.notices.iter().map(|one| json!({
            "id": one.id, "when": any(p, &one.when), "say": text(&one.say), "sources": one.sources,
        })).collect::<Value>(),
        "contradictions": p.contradictions.iter().map(|one| json!({
            "id": one.id, "when": any(p, &one.when), "say": text(&one.say),
        })).collect::<Value>(),
        "conditions": p.conditions.iter().map(|one| json!({
            "id": one.id, "subject": subject(one.subject), "name": text(&one.name), "favours": any(p, &one.favours), "against": any(p, &one.against),
            "say": text(&one.say), "sources": one.sources,
        })).collect::<Value>(),
        "phrases": p.phrases.iter().map(|one| (one.id.clone(), text(&one.say))).collect::<serde_json::Map<_, _>>(),
        "usual_condition": p.usual_condition.map(|at| p.conditions[at].id.as_str()),
        "usual_situation": p.usual_situation.map(|at| p.situations[at].id.as_str()),
        "situations": p.situations.iter().map(|one| json!({
            "id": one.id, "name": text(&one.name), "when": any(p, &one.when),
        })).collect::<Value>(),
        "steps": steps(p),
        "care": care(p),
        "screens": p.screens.iter().map(|one| screen(p, one)).collect::<Value>(),
    })
}

fn steps(p: &Protocol) -> Value {
    let marks = |step: &protocol::model::plan::Step| -> Value {
        let marks = step.marks.iter().zip(&p.situations);
        marks
            .map(|((mark, words), situation)| json!({ "situation": situation.id, "mark": mark.id(), "words": words.as_ref().map(text) }))
            .collect()
    };
    p.steps
        .iter()
        .map(|one| {
            json!({
                "id": one.id, "name": text(&one.name), "why": text(&one.why), "marks": marks(one), "session": one.session,
                "cautions": one.cautions.iter().map(|(tests, words)| json!({ "when": all(p, tests), "say": text(words) })).collect::<Value>(),
                "sources": one.sources,
            })
        })
        .collect()
}

/// Gates, limits, medicines, prevention and tables.
fn care(p: &Protocol) -> Value {
    let table = |one: &protocol::model::plan::Reading| {
        let notes = one.notes.iter().map(text).collect::<Value>();
        json!({ "id": one.id, "columns": one.columns, "rows": one.rows, "notes": notes, "sources": one.sources })
    };
    json!({
        "gates": p.gates.iter().map(|one| json!({
            "id": one.id, "opens": one.opens, "limits": one.limits.iter().map(|(name, number)| json!({ "id": name, "value": number })).collect::<Value>(),
            "closed": one.closed.iter().map(|(tests, words)| json!({ "when": all(p, tests), "say": text(words) })).collect::<Value>(),
        })).collect::<Value>(),
        "stops": p.stops.iter().map(|one| json!({ "id": one.id, "say": text(&one.say) })).collect::<Value>(),
        "limits": p.limits.iter().map(|one| json!({ "id": one.id, "value": one.value, "say": text(&one.say) })).collect::<Value>(),
        "holds": p.holds.iter().map(|one| json!({
            "id": one.id, "when": any(p, &one.when), "say": text(&one.say), "sources": one.sources,
        })).collect::<Value>(),
        "medicines": p.medicines.iter().map(|one| json!({
            "id": one.id, "name": text(&one.name), "contains": one.contains.id(), "regions": one.regions, "dose_mg": one.dose_mg,
            "unit_mg": one.unit_mg, "gap_hours": one.gap_hours, "gap_hours_after": one.gap_hours_after, "most_mg_24h": one.most_mg_24h,
            "longest_days": one.longest_days, "longest_days_fever": one.longest_days_fever, "longest": one.longest.as_ref().map(text),
            "say": one.say.as_ref().map(text), "over": one.over.as_ref().map(text), "sources": one.sources,
        })).collect::<Value>(),
        "cautions": p.cautions.iter().map(|one| json!({
            "id": one.id, "medicines": one.medicines, "say": text(&one.say), "sources": one.sources,
        })).collect::<Value>(),
        "nevers": p.nevers.iter().map(|one| json!({ "id": one.id, "say": text(&one.say), "sources": one.sources })).collect::<Value>(),
        "preventions": p.preventions.iter().map(|one| json!({
            "id": one.id, "needs_baby": one.needs_baby, "say": text(&one.say), "sources": one.sources,
        })).collect::<Value>(),
        "tables": p.tables.iter().map(table).collect::<Value>(),
    })
}

/// A text: one string, or four where the voices differ, in the order of [`Voice::ALL`].
#[must_use]
pub fn text(text: &Text) -> Value {
    let voices: Vec<&str> = Voice::ALL.iter().map(|voice| text.say(*voice)).collect();
    if voices.iter().all(|one| *one == voices[0]) { json!(voices[0]) } else { json!(voices) }
}

fn phones(phones: &[protocol::model::urgency::Phone]) -> Value {
    phones.iter().map(|one| json!({ "shown": text(&one.shown), "dial": one.dial })).collect()
}

fn any(p: &Protocol, tests: &Any) -> Value {
    tests.iter().map(|one| all(p, one)).collect()
}

fn all(p: &Protocol, tests: &All) -> Value {
    tests.iter().map(|one| test(p, *one)).collect()
}

fn test(p: &Protocol, test: Test) -> Value {
    let level = |id, level| p.finding(id).level_id(level);
    let item = |at: usize| p.context[at].id.as_str();
    match test {
        Test::AtLeast(id, at) => json!({ "finding": p.finding(id).id, "at_least": level(id, at) }),
        Test::Milder(id, at) => json!({ "finding": p.finding(id).id, "under": level(id, at) }),
        Test::Term(at) => json!({ "term": p.terms[at].id }),
        Test::NoTerm(at) => json!({ "no_term": p.terms[at].id }),
        Test::Count(at, least) => json!({ "count": p.counts[at].id, "at_least": least }),
        Test::ContextUnder(at, number) => json!({ "context": item(at), "under": number }),
        Test::ContextAtMost(at, number) => json!({ "context": item(at), "at_most": number }),
        Test::ContextAtLeast(at, number) => json!({ "context": item(at), "at_least": number }),
        Test::ContextIs(at, value) => json!({ "context": item(at), "is": p.context[at].written(value) }),
    }
}

/// The rule without terms: alternatives, each a list of findings with the levels that it allows, counts and tests of context.
fn cubes(p: &Protocol, all: &All) -> Value {
    let cubes = expand(p, all);
    cubes.iter().map(|cube| cube.iter().map(|one| cube_test(p, *one)).collect::<Value>()).collect()
}

fn cube_test(p: &Protocol, one: Test) -> Value {
    match one {
        Test::AtLeast(id, least) => {
            json!({ "finding": p.finding(id).id, "levels": p.finding(id).levels[usize::from(least)..] })
        }
        other => test(p, other),
    }
}

fn expand(p: &Protocol, all: &All) -> Vec<All> {
    all.iter().fold(vec![All::new()], |so_far, test| {
        let ways: Vec<All> = match test {
            Test::Term(term) => p.terms[*term].when.iter().flat_map(|all| expand(p, all)).collect(),
            other => vec![vec![*other]],
        };
        so_far.iter().flat_map(|before| ways.iter().map(|way| [before.as_slice(), way.as_slice()].concat())).collect()
    })
}

fn rule(p: &Protocol, rule: &Rule) -> Value {
    json!({
        "id": rule.id, "urgency": rule.urgency.id(), "level": rule.urgency.number(), "days": rule.days,
        "subject": subject(rule.subject), "needs_baby": rule.needs_baby, "when": all(p, &rule.when), "cubes": cubes(p, &rule.when), "say": text(&rule.say),
        "advises": rule.advises.iter().map(|at| p.advices[*at].id.as_str()).collect::<Value>(), "crisis": rule.crisis, "sources": rule.sources,
    })
}

fn raise(p: &Protocol, raise: &Raise) -> Value {
    let finding = p.finding(raise.finding);
    json!({
        "finding": finding.id, "level": finding.level_id(raise.level), "when": any(p, &raise.when), "say": text(&raise.say),
        "sources": raise.sources,
    })
}

fn finding(p: &Protocol, one: &Finding) -> Value {
    let needed = match &one.needed {
        Needed::Never => json!("never"),
        Needed::Always => json!("always"),
        Needed::When(tests) => any(p, tests),
    };
    json!({
        "id": one.id, "subject": subject(one.subject), "class": class(one.class), "levels": one.levels, "unsure": one.level_id(one.unsure),
        "needed": needed, "alone": any(p, &one.alone), "group": one.group.map(protocol::model::finding::Group::id), "ask": text(&one.ask), "help": one.help.as_ref().map(text),
        "lines": one.lines.iter().map(|line| json!({ "level": line.level.map(|level| one.level_id(level)), "text": text(&line.text) })).collect::<Value>(),
        "choices": one.choices.iter().map(|choice| json!({ "level": one.level_id(choice.level), "text": text(&choice.text) })).collect::<Value>(),
        "signs": one.signs.iter().map(|sign| sign.as_ref().map(text)).collect::<Value>(),
        "watches": one.watches.iter().map(|watch| watch.as_ref().map(text)).collect::<Value>(),
        "skip": one.skip.as_ref().map(text), "tell": one.tell.as_ref().map(text), "reading": one.reading.map(reading),
        "cuts": one.cuts.iter().map(|cut| json!({
            "level": one.level_id(cut.level), "compare": compare(cut.compare), "millionths": cut.millionths,
        })).collect::<Value>(),
        "sources": one.sources,
    })
}

fn screen(p: &Protocol, one: &Screen) -> Value {
    let kind = match &one.kind {
        ScreenKind::Who => json!({ "who": true }),
        ScreenKind::List(findings) => {
            json!({ "list": findings.iter().map(|id| p.finding(*id).id.as_str()).collect::<Value>() })
        }
        ScreenKind::Question(id) => json!({ "question": p.finding(*id).id }),
        ScreenKind::Choose { context, choices } => json!({
            "choose": p.context[*context].id,
            "choices": choices.iter().map(|(value, words)| json!({ "value": p.context[*context].written(*value), "text": text(words) })).collect::<Value>(),
        }),
    };
    json!({
        "id": one.id, "kind": kind, "for": one.subject.map(subject), "ask": text(&one.ask), "help": one.help.as_ref().map(text),
        "when": any(p, &one.when),
    })
}

fn deadline(deadline: Deadline) -> Value {
    match deadline {
        Deadline::Now => json!("now"),
        Deadline::Hours(hours) => json!({ "hours": hours }),
        Deadline::Days => json!("days"),
        Deadline::Recheck(hours) => json!({ "recheck_hours": hours }),
        Deadline::None => Value::Null,
    }
}

fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Parent => "parent",
        Subject::Baby => "baby",
    }
}

fn class(class: Class) -> &'static str {
    match class {
        Class::RedFlag => "red_flag",
        Class::Modifier => "modifier",
        Class::Course => "course",
        Class::Local => "local",
        Class::Input => "input",
    }
}

fn reading(kind: ReadingKind) -> &'static str {
    match kind {
        ReadingKind::Temperature => "temperature",
        ReadingKind::PerMinute => "per_minute",
        ReadingKind::Scale => "scale",
        ReadingKind::Hours => "hours",
        ReadingKind::Days => "days",
        ReadingKind::Percent => "percent",
        ReadingKind::Count => "count",
    }
}

fn compare(compare: Compare) -> &'static str {
    match compare {
        Compare::AtLeast => "at_least",
        Compare::Over => "over",
        Compare::Under => "under",
    }
}
