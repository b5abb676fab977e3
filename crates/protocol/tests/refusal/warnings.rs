//! What is allowed but probably not meant.

use protocol::check;

use crate::{broken, place, read};

/// The warnings about a text without faults.
fn warnings(text: &str) -> Vec<((usize, usize), String)> {
    let read = read(text).unwrap_or_else(|faults| panic!("{faults:#?}"));
    check::warnings(&read, text).into_iter().map(|one| ((one.place.line, one.place.column), one.what)).collect()
}

fn warns(from: &str, to: &str, rule: &str, what: &str) {
    let text = broken(from, to);
    let (line, column, _) = place(&text, (&format!("rule {rule} "), "", "rule"));
    assert_eq!(warnings(&text), [((line, column), what.to_owned())]);
}

const AFTER: &str = "advice scan\n";

fn with_rule(rule: &str) -> String {
    format!("{rule}\n\n{AFTER}")
}

#[test]
fn a_rule_that_never_fires() {
    warns(
        AFTER,
        &with_rule(
            "rule X01 emergency_now\n  when fever at least yes and ctx.gestation_weeks under 20\n  say \"x\"\n  cite nice",
        ),
        "X01",
        "the rule `X01` never fires: no context can pass its test",
    );
    warns(
        AFTER,
        &with_rule(
            "rule X01 emergency_now\n  when fever at least yes and ctx.gestation_weeks at most 19\n  say \"x\"\n  cite nice",
        ),
        "X01",
        "the rule `X01` never fires: no context can pass its test",
    );
    warns(
        "  when     amber at least 2\n",
        "  when     amber at least 3\n",
        "E01",
        "the rule `E01` never fires: no answers can pass its test",
    );
}

#[test]
fn a_rule_that_never_decides() {
    warns(
        AFTER,
        &with_rule("rule X01 within_24h\n  when fever at least yes and pain at least mild\n  say \"x\"\n  cite nice"),
        "X01",
        "the rule `X01` never decides: whenever it fires, `D01` gives higher urgency",
    );
    warns(
        AFTER,
        &with_rule("rule X01 same_day\n  when fever at least yes and pain at least mild\n  say \"x\"\n  cite nice"),
        "X01",
        "the rule `X01` never decides: whenever it fires, `D01` gives the same urgency",
    );
    warns(
        AFTER,
        &with_rule("rule X01 within_days 7\n  when pain at least severe and bogus\n  say \"x\"\n  cite nice")
            .replace("bogus", "sore"),
        "X01",
        "the rule `X01` never decides: whenever it fires, `R01` gives the same urgency",
    );
}

#[test]
fn of_two_rules_that_say_the_same_only_the_later_is_named() {
    warns(
        AFTER,
        &with_rule("rule X01 same_day\n  when fever at least yes\n  say \"x\"\n  cite nice"),
        "X01",
        "the rule `X01` never decides: whenever it fires, `D01` gives the same urgency",
    );
}

#[test]
fn a_rule_that_adds_a_line_or_days_of_its_own_is_not_named() {
    for rule in [
        "rule X01 same_day\n  when fever at least yes and pain at least mild\n  say \"x\"\n  advise scan\n  cite nice",
        "rule X01 same_day\n  when fever at least yes and pain at least mild\n  say \"x\"\n  call crisis\n  cite nice",
        "rule X01 within_days 1\n  when pain at least severe and sore\n  say \"x\"\n  cite nice",
        "rule X01 same_day\n  when b_fever at least yes and fever at least yes\n  say \"x\"\n  advise scan\n  cite nice",
    ] {
        assert_eq!(
            warnings(&broken(AFTER, &with_rule(rule))).len(),
            usize::from(rule.contains("within_days 1")),
            "{rule}"
        );
    }
}
