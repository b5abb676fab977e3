//! One fault at a time, then all at once.

use crate::{D01, broken, read, refuses, when};

const UPWARD: &str = "a worse answer must never lower urgency: test `at least LEVEL`, `ctx.… under N`, `ctx.… at most N` or `ctx.lactation is not_lactating`";
const FORMS: &str = "a test is `FINDING at least LEVEL`, `COUNT at least N`, a term, or `ctx.ITEM under N`";

#[test]
fn a_rule_may_not_look_for_what_is_absent_or_mild() {
    let line = ("rule D01", "when", "");
    when(
        "fever at least yes and pain under severe",
        &[((line.0, line.1, "pain"), "`pain` is tested in a way that is not upward", Some(UPWARD))],
    );
    when(
        "fever at least yes and no hot",
        &[((line.0, line.1, "no"), "`no` is tested in a way that is not upward", Some(UPWARD))],
    );
    when(
        "fever at least yes and ctx.baby is none",
        &[((line.0, line.1, "ctx.baby"), "`ctx.baby` is tested in a way that is not upward", Some(UPWARD))],
    );
    when(
        "fever at least yes and ctx.lactation is direct",
        &[((line.0, line.1, "ctx.lactation"), "`ctx.lactation` is tested in a way that is not upward", Some(UPWARD))],
    );
    when(
        "fever at least yes and ctx.baby_age_days at least 90",
        &[(
            (line.0, line.1, "ctx.baby_age_days"),
            "`ctx.baby_age_days` is tested in a way that is not upward",
            Some(UPWARD),
        )],
    );
    when("fever is yes", &[((line.0, line.1, "fever"), "`fever is yes` is not a test", Some(FORMS))]);
    when("not fever at least yes", &[((line.0, line.1, "not"), "`not fever at least yes` is not a test", Some(FORMS))]);
    when("fever at most yes", &[((line.0, line.1, "fever"), "`fever at most yes` is not a test", Some(FORMS))]);
    for tests in ["term hot\n  when     no sore", "term hot\n  when     fever under yes"] {
        let text = broken("term hot\n  when     fever at least unsure", tests);
        let faults = read(&text).err().unwrap_or_default();
        assert!(faults.iter().any(|fault| fault.what.ends_with("not upward")), "{tests}: {faults:?}");
    }
}

#[test]
fn an_unknown_name_is_told_with_the_one_that_was_meant() {
    let line = ("rule D01", "when", "");
    when("fevr at least yes", &[((line.0, line.1, "fevr"), "unknown finding `fevr`", Some("did you mean `fever`?"))]);
    when(
        "fever at least yse",
        &[((line.0, line.1, "yse"), "unknown level of `fever` `yse`", Some("did you mean `yes`?"))],
    );
    when(
        "pain at least terrible",
        &[((line.0, line.1, "terrible"), "unknown level of `pain` `terrible`", Some("allowed: none, mild, severe"))],
    );
    when("hott", &[((line.0, line.1, "hott"), "unknown term `hott`", Some("did you mean `hot`?"))]);
    when(
        "fever at least yes and ctx.baby_age under 9",
        &[(
            (line.0, line.1, "ctx.baby_age"),
            "unknown item of context `baby_age`",
            Some("allowed: lactation, baby, baby_age_days, gestation_weeks"),
        )],
    );
    when(
        "hot and ctx.lactation is not_lactatin",
        &[(
            (line.0, line.1, "not_lactatin"),
            "unknown value `not_lactatin`",
            Some("allowed: `direct`, `not_lactating`"),
        )],
    );
    refuses(
        "  cite     who nice\n",
        "  cite     who nise\n",
        &[(("rule D02", "cite", "nise"), "unknown source `nise`", Some("did you mean `nice`?"))],
    );
    refuses(
        "  cite     who nice\n",
        "  cite     elephants\n",
        &[(("rule D02", "cite", "elephants"), "unknown source `elephants`", Some("add it to sources.toml"))],
    );
    refuses(
        "rule D01 same_day\n",
        "rule D01 sameday\n",
        &[(("rule D01", "", "sameday"), "unknown urgency `sameday`", Some("did you mean `same_day`?"))],
    );
    refuses(
        "  advise   scan\n",
        "  advise   scna\n",
        &[(("rule T01", "advise", "scna"), "unknown advice `scna`", Some("did you mean `scan`?"))],
    );
    refuses(
        "  mark     tender offered\n",
        "  mark     tender ofered\n",
        &[
            (("step rest", "", "step"), "no `mark` of `rest` for the situation `tender`", None),
            (("step rest", "mark", "ofered"), "unknown mark `ofered`", Some("did you mean `offered`?")),
        ],
    );
    refuses(
        "notice repeat\n",
        "notise repeat\n",
        &[(("notise", "", "notise"), "unknown block `notise`", Some("did you mean `notice`?"))],
    );
    refuses(
        "  tell     \"Measure it.\"\n  cite     nice\n",
        "  tel      \"Measure it.\"\n  cite     nice\n",
        &[
            (("finding fever", "", "finding"), "no `tell` line for the red flag `fever`", Some("say how to tell")),
            (("finding fever", "tel ", "tel"), "unknown keyword `tel`", Some("did you mean `tell`?")),
        ],
    );
}

#[test]
fn a_test_must_decide_something() {
    let line = ("rule D01", "when", "");
    let mildest =
        |word| ((line.0, line.1, word), "a test at the mildest level decides nothing", Some("name a worse level"));
    when("fever at least no", &[mildest("fever")]);
    when("hot and amber at least 0", &[mildest("amber")]);
    when(
        "fever at least yes and fever at least yes",
        &[(("rule D01", "", "rule"), "the same test stands twice in this rule", None)],
    );
    when(
        "ctx.baby_age_days under 90",
        &[(("rule D01", "", "rule"), "a rule without a finding", Some("context alone is no reason"))],
    );
    when("fever at least yes and", &[(("rule D01", "when", ""), "a test is missing beside `and`", None)]);
    refuses(
        D01,
        "rule D01 same_day\n  when\n",
        &[(("rule D01", "when", ""), "a test is missing", Some("write `FINDING at least LEVEL`"))],
    );
    when("fever at least yes \"now\"", &[(("rule D01", "when", "\"now\""), "a text where a test belongs", None)]);
    refuses(
        "ctx.baby_age_days under 90\n",
        "ctx.baby_age_days under ninety\n",
        &[(("rule E02", "when", "ninety"), "`ninety` is not a whole number that fits here", None)],
    );
    refuses(
        "ctx.baby_age_days under 90\n",
        "ctx.baby_age_days is 90\n",
        &[(
            ("rule E02", "when", "ctx.baby_age_days"),
            "`baby_age_days` cannot be tested like this",
            Some("write `under N` or `at most N`"),
        )],
    );
}

#[test]
fn a_rule_needs_a_source_a_reason_an_urgency_and_days_where_they_belong() {
    refuses(
        "  say      \"A fever.\"\n  cite     nice\n",
        "  say      \"A fever.\"\n",
        &[(("rule D01", "", "rule"), "no `cite` line in this `rule` block", None)],
    );
    refuses(
        "  say      \"A fever.\"\n  cite     nice\n",
        "  say      \"A fever.\"\n  cite\n",
        &[(("rule D01", "cite", ""), "no source", Some("name at least one source id"))],
    );
    refuses("  say      \"A fever.\"\n", "", &[(("rule D01", "", "rule"), "no `say` line in this `rule` block", None)]);
    refuses(
        "rule D01 same_day\n",
        "rule D01\n",
        &[(("rule D01", "", ""), "the urgency is missing", Some("write it behind the id"))],
    );
    let days =
        |word| (("rule R01", "", word), "days belong to `within_days`, and only there", Some("write `within_days 3`"));
    refuses("rule R01 within_days 3\n", "rule R01 within_days\n", &[days("within_days")]);
    refuses("rule R01 within_days 3\n", "rule R01 within_24h 3\n", &[days("within_24h")]);
    refuses(
        "rule R01 within_days 3\n",
        "rule R01 within_days 3 4\n",
        &[(("rule R01", "", "4"), "`4` is too much here", None)],
    );
    refuses(D01, "rule D01 same_day\n", &[(("rule D01", "", "rule"), "no `when` line in this `rule` block", None)]);
}

#[test]
fn an_id_is_given_once() {
    refuses(
        "rule D01 same_day\n",
        "rule E01 same_day\n",
        &[(("rule E01 same_day", "", "E01"), "the id `E01` is given twice", Some("give each its own"))],
    );
    let others = Some("allowed: fever, pain, b_fever, b_fragile, bleb");
    refuses(
        "finding painkiller M\n",
        "finding pain M\n",
        &[
            (("finding pain M", "", "pain"), "the id `pain` is given twice", Some("give each its own")),
            (("raise fever", "when", "painkiller"), "unknown finding `painkiller`", others),
            (("contradiction", "when", "painkiller"), "unknown finding `painkiller`", others),
            (("screen more", "holds", "painkiller"), "unknown finding `painkiller`", others),
        ],
    );
    // A term and a finding share a name space: a test must not be able to mean both.
    refuses(
        "advice scan\n",
        "term pain\n  when     hot\n\nadvice scan\n",
        &[(("term pain", "", "pain"), "the id `pain` is given twice", Some("give each its own"))],
    );
}
