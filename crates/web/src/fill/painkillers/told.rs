//! Verdicts and warnings in words. The server does not know the zone of the phone: it tells spans, not clock times.

use care::dose::{Card, Dose, HOUR_S, MINUTE_S, Product, Reason, Verdict, Warning, Why};

use super::{Desk, dose_words, label, medicine_name};
use crate::view::painkillers as view;
use protocol::model::plan::Medicine;

/// The figure, the reasons and the bar of a card, added to its label.
pub(super) fn card(desk: &Desk, card: &Card, by_check: bool, label: view::Card) -> view::Card {
    let words = &desk.words;
    let (figure, mut lines) = match &card.verdict {
        Verdict::Allowed { up_to_mg } => (words.say_one("painkillers-now", "mg", &mg(*up_to_mg)), Vec::new()),
        Verdict::Wait { until_s, up_to_mg, why } => {
            let figure = words.say_one("painkillers-in", "span", &span(desk, until_s - desk.now_s));
            let why = (*why == Why::Day).then(|| words.say("painkillers-why-day"));
            let up_to = words.say_one("painkillers-up-to", "mg", &mg(*up_to_mg));
            (figure, [Some(up_to), why].into_iter().flatten().collect())
        }
        Verdict::NoLimits => (words.say("painkillers-free"), vec![words.say("painkillers-follow-pack")]),
        Verdict::AskFirst(reasons) => {
            let mut lines = reasons.iter().map(|why| reason(desk, *why, card, by_check)).collect::<Vec<_>>();
            lines.push(words.say("painkillers-ask-whom"));
            (words.say("painkillers-ask"), lines)
        }
    };
    if card.ask_for_fever && !matches!(card.verdict, Verdict::AskFirst(_)) {
        lines.push(words.say_one("painkillers-fever", "days", &days(desk, card, true)));
    }
    lines.extend(card.last.map(|dose| {
        let ago = age(desk, dose);
        words.say_with("painkillers-last-ago", &[("mg", &mg(dose.amount_mg)), ("span", &ago)])
    }));
    let used = label::grouped(card.used_mg);
    view::Card {
        figure,
        lines,
        used: match card.most_mg {
            Some(most) => words.say_with("painkillers-used", &[("used", &used), ("most", &mg(most))]),
            None => words.say_one("painkillers-used-alone", "used", &used),
        },
        percent: card.most_mg.map(|most| percent(card.used_mg, most)),
        over: over(desk, card),
        ..label
    }
}

/// What to do over the limit; empty: it is kept.
fn over(desk: &Desk, card: &Card) -> String {
    if card.most_mg.is_none_or(|most| card.used_mg <= u64::from(most)) {
        return String::new();
    }
    let lines = label::over(desk, &label::with_ceilings(desk, card.contains, card.medicine), card.used_mg);
    if lines.is_empty() { desk.words.say("painkillers-over") } else { lines.join(" ") }
}

fn mg(amount_mg: u32) -> String {
    label::grouped(amount_mg.into())
}

fn percent(used_mg: u64, most_mg: u32) -> u8 {
    let percent = used_mg.saturating_mul(100) / u64::from(most_mg.max(1));
    u8::try_from(percent.min(100)).unwrap_or(100)
}

fn reason(desk: &Desk, reason: Reason, card: &Card, by_check: bool) -> String {
    let words = &desk.words;
    match reason {
        Reason::CautionsOpen => words.say("painkillers-reason-cautions-open"),
        Reason::CautionHolds if by_check => words.say("painkillers-by-check"),
        Reason::CautionHolds => words.say("painkillers-reason-caution-holds"),
        Reason::OtherNsaid => words.say("painkillers-reason-other-nsaid"),
        Reason::TooLong => words.say_one("painkillers-reason-too-long", "days", &days(desk, card, false)),
        Reason::UnknownProduct => words.say("painkillers-reason-unknown-product"),
    }
}

/// The longest use of a card's medicine, in days.
fn days(desk: &Desk, card: &Card, fever: bool) -> String {
    let medicine = card.medicine.and_then(|id| desk.shelf().medicine(id));
    let days = medicine.and_then(|one| if fever { one.longest_days_fever } else { one.longest_days });
    days.unwrap_or_default().to_string()
}

/// A span in hours and minutes, never shorter than it is.
pub(super) fn span(desk: &Desk, seconds: i64) -> String {
    let minutes = seconds.max(0).saturating_add(MINUTE_S - 1) / MINUTE_S;
    let (hours, minutes) = (minutes / (HOUR_S / MINUTE_S), minutes % (HOUR_S / MINUTE_S));
    let (h, min) = (hours.to_string(), minutes.to_string());
    match (hours, minutes) {
        (0, _) => desk.words.say_one("painkillers-span-minutes", "minutes", &min),
        (_, 0) => desk.words.say_one("painkillers-span-hours", "hours", &h),
        _ => desk.words.say_with("painkillers-span", &[("hours", &h), ("minutes", &min)]),
    }
}

/// A product by its name.
pub(super) fn product(desk: &Desk, product: &Product) -> String {
    match product {
        Product::Medicine(id) => medicine_name(desk, id).unwrap_or_else(|| id.clone()),
        Product::Other(substance) => {
            let name = label::name(&desk.words, *substance);
            desk.words.say_one("painkillers-other", "substance", &name.to_lowercase())
        }
        Product::Nsaid => desk.words.say("painkillers-nsaid"),
    }
}

/// A dose of the log with its age.
pub(super) fn taken(desk: &Desk, dose: &Dose) -> String {
    if dose.at_s > desk.now_s {
        return format!("{}. {}", dose_words(desk, dose), desk.words.say("painkillers-later"));
    }
    desk.words.say_with("painkillers-ago", &[("dose", &dose_words(desk, dose)), ("span", &age(desk, dose))])
}

/// How long ago a dose was, never longer than it is.
fn age(desk: &Desk, dose: &Dose) -> String {
    span(desk, (desk.now_s - dose.at_s).max(0) / MINUTE_S * MINUTE_S)
}

/// What is said before a dose is saved, a line each.
pub(super) fn warnings(desk: &Desk, warning: &Warning, dose: &Dose) -> Vec<String> {
    let words = &desk.words;
    let over = warning.over.map(|over| {
        let total = label::grouped(over.total_mg);
        words.say_with("painkillers-warn-over", &[("total", &total), ("most", &mg(over.most_mg))])
    });
    let soon = warning.too_soon_until_s.map(|until_s| {
        if until_s > desk.now_s {
            words.say_one("painkillers-warn-soon-span", "span", &span(desk, until_s - desk.now_s))
        } else {
            words.say("painkillers-warn-close")
        }
    });
    let large = warning.large_mg.map(|most| words.say_one("painkillers-warn-large", "most", &mg(most)));
    let part = warning
        .unit_mg
        .map(|unit| words.say_with("painkillers-warn-part", &[("mg", &mg(dose.amount_mg)), ("unit", &mg(unit))]));
    let two = warning.two_nsaids.then(|| words.say("painkillers-warn-two"));
    let ask = (!warning.ask.is_empty()).then(|| words.say("painkillers-ask-whom"));
    let why = warning.ask.iter().map(|why| match why {
        Reason::TooLong => words.say("painkillers-warn-long"),
        Reason::UnknownProduct => words.say("painkillers-reason-unknown-product"),
        _ => words.say("painkillers-reason-caution-holds"),
    });
    let help =
        warning.over.map(|over| label::over(desk, &limits_of(desk, &dose.product), over.total_mg)).unwrap_or_default();
    [over, soon, large, part, two].into_iter().flatten().chain(why).chain(ask).chain(help).collect()
}

/// The limits that a product is held against.
fn limits_of<'d>(desk: &Desk<'d>, product: &Product) -> Vec<&'d Medicine> {
    match product {
        Product::Medicine(id) => {
            desk.shelf().medicine(id).map(|one| label::with_ceilings(desk, one.contains, Some(id)))
        }
        Product::Other(substance) => Some(label::with_ceilings(desk, *substance, None)),
        Product::Nsaid => None,
    }
    .unwrap_or_default()
}

/// How long to wait instead; empty: waiting does not make it right.
pub(super) fn wait(desk: &Desk, warning: &Warning) -> String {
    let until_s = warning.wait_until_s.filter(|until_s| *until_s > desk.now_s);
    let span = |until_s: i64| span(desk, until_s - desk.now_s);
    until_s.map(|until_s| desk.words.say_one("painkillers-wait-span", "span", &span(until_s))).unwrap_or_default()
}
