//! One fault at a time, then all at once.

use crate::{SOUND, broken, place, read};

/// What is expected: where (block, line, marked words), what is said, and the hint.
type Expected<'e> = ((&'e str, &'e str, &'e str), &'e str, Option<&'e str>);

/// Breaks the sound text in one place and holds all faults against what is expected, in order.
fn refuses(from: &str, to: &str, expected: &[Expected]) {
    let text = broken(from, to);
    holds(&text, expected);
}

fn holds(text: &str, expected: &[Expected]) {
    let faults = match read(text) {
        Ok(_) => panic!("this was read, {:?} was expected:\n{}", expected, text.lines().take(40).collect::<String>()),
        Err(faults) => faults,
    };
    let found: Vec<_> = faults
        .iter()
        .map(|one| ((one.place.line, one.place.column, one.place.length), one.what.as_str(), one.hint.as_deref()))
        .collect();
    let expected: Vec<_> = expected.iter().map(|(at, what, hint)| (place(text, *at), *what, *hint)).collect();
    assert_eq!(found, expected);
}

const D01: &str = "rule D01 same_day\n  when     fever at least yes\n";

/// The rule D01 with other tests.
fn when(tests: &str, expected: &[Expected]) {
    refuses(D01, &format!("rule D01 same_day\n  when     {tests}\n"), expected);
}

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
        "term hot\n",
        "term pain\n",
        &[
            (("term pain", "", "pain"), "the id `pain` is given twice", Some("give each its own")),
            (("term sore", "  or ", "hot"), "unknown term `hot`", Some("allowed: sore")),
            (("rule T01", "when", "hot"), "unknown term `hot`", Some("allowed: sore")),
            (("notice repeat", "when", "hot"), "unknown term `hot`", Some("allowed: sore")),
            (("condition", "favours", "hot"), "unknown term `hot`", Some("allowed: sore")),
        ],
    );
}

#[test]
fn a_red_flag_lets_nobody_slip_through() {
    refuses(
        "finding fever R\n  levels   no < unsure < yes\n  unsure   unsure\n",
        "finding fever R\n  levels   no < unsure < yes\n  unsure   no\n",
        &[(
            ("finding fever", "", "finding"),
            "\"not sure\" about the red flag `fever` is its mildest level",
            Some("name a worse level: not sure is never no"),
        )],
    );
    refuses(
        "  sign     yes \"fever\"\n  tell     \"Measure it.\"\n",
        "  sign     yes \"fever\"\n",
        &[(("finding fever", "", "finding"), "no `tell` line for the red flag `fever`", Some("say how to tell"))],
    );
    refuses(
        "finding fever R\n  levels   no < unsure < yes\n  unsure   unsure\n  needed   always\n",
        "finding fever R\n  levels   no < unsure < yes\n  unsure   unsure\n",
        &[
            (("finding fever", "", "finding"), "no `needed` line in this `finding` block", None),
            (("finding fever", "", "finding"), "the red flag `fever` is never needed", None),
        ],
    );
}

#[test]
fn a_finding_has_levels_and_words_for_each_of_them() {
    let finding = ("finding pain", "", "finding");
    let unknown = "unknown level of `pain` `severe`";
    let known = Some("allowed: none, mild");
    refuses(
        "  levels   none < mild < severe\n",
        "  levels   none < mild severe\n",
        &[
            (
                ("finding pain", "levels", "severe"),
                "`severe` is out of place",
                Some("write `no < unsure < yes`, mildest first"),
            ),
            (("finding pain", "choice   severe", "severe"), unknown, known),
            (("finding pain", "sign     severe", "severe"), unknown, known),
            (("finding pain", "cut      severe", "severe"), unknown, known),
        ],
    );
    refuses("  choice   mild \"Mild\"\n", "", &[(finding, "no `choice` for the level `mild` of `pain`", None)]);
    refuses(
        "  sign     severe \"severe pain\"\n",
        "",
        &[(finding, "no `sign` for the level `severe` of `pain`", None)],
    );
    refuses("  line     \"Pain\"\n", "", &[(finding, "no `line` for `pain`", Some("say how it reads on a checklist"))]);
    refuses("  reading  scale\n", "", &[(finding, "`reading` and `cut` lines belong together", None)]);
    refuses(
        "  cut      severe at least 7\n",
        "  cut      severe at least 7,\n",
        &[(("finding pain", "cut      severe", "7,"), "`7,` is not a number", None)],
    );
    refuses(
        "finding pain L\n",
        "finding pain\n",
        &[(("finding pain", "", ""), "the class is missing", Some("write R, M, C or L behind the id"))],
    );
    refuses(
        "finding pain L\n",
        "finding pain X\n",
        &[(("finding pain", "", "X"), "unknown class `X`", Some("did you mean `C`?"))],
    );
    refuses(
        "  choice   mild \"Mild\"\n  choice   severe \"Severe\"\n",
        "  choice   severe \"Severe\"\n  choice   mild \"Mild\"\n",
        &[(("finding pain", "choice   mild", "choice"), "choices go from mildest to worst", None)],
    );
    refuses(
        "  unsure   mild\n",
        "  unsure   mild\n  unsure   severe\n",
        &[(("finding pain", "unsure   severe", "unsure"), "a second `unsure` line", Some("a block has one"))],
    );
}

#[test]
fn the_interview_shows_everything_once_and_no_long_list() {
    refuses(
        "  holds    painkiller bleb b_fragile\n",
        "  holds    painkiller bleb\n",
        &[(("finding b_fragile", "", "finding"), "`b_fragile` stands on 0 screens; it belongs on one", None)],
    );
    refuses(
        "  holds    painkiller bleb b_fragile\n",
        "  holds    painkiller bleb b_fragile pain\n",
        &[(("finding pain", "", "finding"), "`pain` stands on 2 screens; it belongs on one", None)],
    );
    refuses(
        "  holds    painkiller bleb b_fragile\n",
        "  holds    painkiller b_fragile\n",
        &[(("input bleb", "", "input"), "`bleb` stands on 0 screens; it belongs on one", None)],
    );
    let lines = "  line     yes \"A painkiller\"\n";
    refuses(lines, &lines.repeat(7), &[(("screen more", "", "screen"), "9 lines on the list `more`; at most 8", None)]);
    assert!(read(&broken(lines, &lines.repeat(6))).is_ok(), "eight lines are allowed");
    refuses(
        "screen pain question\n",
        "screen pain quest\n",
        &[(("screen pain", "", ""), "not a kind of screen", Some("write `who`, `list`, `question` or `choose`"))],
    );
    refuses(
        "screen pain question\n  holds    pain\n",
        "screen pain question\n  holds    pain bleb\n",
        &[(
            ("screen pain", "holds", "bleb"),
            "a `question` screen holds one finding",
            Some("write a screen for each, or a `list`"),
        )],
    );
    refuses(
        "screen pain question\n  holds    pain\n",
        "screen pain question\n  holds\n",
        &[(("screen pain", "holds", ""), "no finding", Some("name what the screen asks"))],
    );
    refuses(
        "  choice   90 \"Older\"\n",
        "  choice   9000 \"Older\"\n",
        &[(
            ("screen baby_age", "choice   9000", "9000"),
            "unknown value `9000`",
            Some("allowed: a whole number from 0 to 1500"),
        )],
    );
}

#[test]
fn inputs_serve_the_plan_only() {
    when(
        "bleb at least yes",
        &[(("rule D01", "", "rule"), "the rule `D01` tests an input: inputs serve the plan only", None)],
    );
    refuses(
        "  or       hot\n",
        "  or       bleb at least yes\n",
        &[(("rule S01", "", "rule"), "the rule `S01` tests an input: inputs serve the plan only", None)],
    );
    let through = (("rule E01", "", "rule"), "the rule `E01` tests an input: inputs serve the plan only", None);
    refuses("  of       pain at least severe\n", "  of       bleb at least yes\n", &[through]);
    refuses(
        "  when     painkiller at least yes and pain at least mild\n",
        "  when     bleb at least yes\n",
        &[(
            ("raise fever", "", "raise"),
            "`fever` is raised by something other than plain levels of other findings",
            None,
        )],
    );
    for tests in ["sore", "fever at least unsure", "ctx.baby_age_days under 9"] {
        let text =
            broken("  when     painkiller at least yes and pain at least mild\n", &format!("  when     {tests}\n"));
        assert!(read(&text).is_err(), "{tests}");
    }
}

#[test]
fn terms_do_not_run_in_rings() {
    refuses(
        "  when     fever at least unsure\n",
        "  when     sore\n",
        &[
            (("term hot", "", "term"), "the term `hot` leads back to itself", None),
            (("term sore", "", "term"), "the term `sore` leads back to itself", None),
        ],
    );
    refuses(
        "  when     fever at least unsure\n",
        "  when     hot\n",
        &[
            (("term hot", "", "term"), "the term `hot` leads back to itself", None),
            (("term sore", "", "term"), "the term `sore` leads back to itself", None),
        ],
    );
    refuses(
        "  when     fever at least unsure\n",
        "  when     b_fever at least yes\n",
        &[(
            ("term hot", "", "term"),
            "a term or count may not speak of the baby",
            Some("name the finding in the rule"),
        )],
    );
}

#[test]
fn what_every_protocol_needs_is_asked_for() {
    let start = SOUND.find("urgency same_day 4").unwrap_or_default();
    let end = SOUND.find("urgency urgent_call_now").unwrap_or_default();
    holds(
        &format!("{}{}", &SOUND[..start], &SOUND[end..]),
        &[(("protocol small", "", "protocol"), "no `urgency same_day` block", None)],
    );
    refuses(
        "phrase any_urgent\n",
        "phrase any_urgency\n",
        &[(("protocol small", "", "protocol"), "no `phrase any_urgent` block", None)],
    );
    refuses(
        "urgency same_day 4\n",
        "urgency same_day 3\n",
        &[(("urgency same_day", "", "3"), "`same_day` is number 4", None)],
    );
    refuses(
        "  deadline hours 8\n",
        "  deadline soon\n",
        &[(
            ("urgency same_day", "deadline", ""),
            "not a deadline",
            Some("write `now`, `hours N`, `days`, `recheck N` or `none`"),
        )],
    );
    refuses(
        "  crisis   \"Samaritans 116 123\" 116123\n",
        "",
        &[(("region UK", "", "region"), "no `crisis` line in this region", None)],
    );
    refuses(
        "  mark     tender offered\n",
        "",
        &[(("step rest", "", "step"), "no `mark` of `rest` for the situation `tender`", None)],
    );
    let start = SOUND.find("urgency none 0").unwrap_or_default();
    holds(&SOUND[start..], &[(("urgency none", "", "u"), "the first block is not `protocol NAME VERSION`", None)]);
    assert!(read("").is_err(), "an empty text is no protocol");
}

#[test]
fn who_has_a_baby_and_what_the_context_answers_follow_from_the_context_alone() {
    let words = "only words of the context may be tested here";
    let hint = Some("write `when ctx.ITEM is VALUE`");
    for tests in ["fever at least yes", "ctx.baby_age_days under 1", "sore", "ctx.baby is none and sore"] {
        refuses(
            "  when     ctx.baby is none\n",
            &format!("  when     {tests}\n"),
            &[(("baby absent", "", "baby"), words, hint)],
        );
    }
    refuses(
        "  when     ctx.baby is in_hospital\n",
        "  when     sore\n",
        &[(("baby watched", "", "baby"), words, hint)],
    );
    refuses(
        "  when     ctx.gestation_weeks under 37\n",
        "  when     pain at least mild\n",
        &[(
            ("answer b_fragile", "", "answer"),
            "only the context may be tested here",
            Some("write `when ctx.ITEM under N`"),
        )],
    );
    refuses(
        "  number   20 to 45\n",
        "  number   45 to 20\n",
        &[
            (
                ("context gestation_weeks", "", "context"),
                "what may `gestation_weeks` be?",
                Some("write `values a b c` or `number MIN to MAX [or WORD]`"),
            ),
            (
                ("answer b_fragile", "when", "ctx.gestation_weeks"),
                "unknown item of context `gestation_weeks`",
                Some("allowed: lactation, baby, baby_age_days"),
            ),
        ],
    );
}

#[test]
fn the_layout_of_the_text() {
    refuses(
        "  when     amber at least 2\n",
        "\twhen     amber at least 2\n",
        &[
            (("rule E01", "", "rule"), "no `when` line in this `rule` block", None),
            (("rule E01", "\twhen", "\t"), "a tab", Some("indent with two spaces")),
        ],
    );
    refuses(
        "  say      \"A fever and severe pain.\"\n",
        "  say      \"A fever and severe pain.\n",
        &[
            (("rule E01", "", "rule"), "no `say` line in this `rule` block", None),
            (
                ("rule E01", "say", "\"A fever and severe pain."),
                "a text that does not end",
                Some("close it with `\"` on the same line"),
            ),
        ],
    );
    refuses(
        "# A small protocol",
        "  say \"lost\"\n# A small protocol",
        &[(
            ("say \"lost\"", "", "say"),
            "an indented line before any block",
            Some("a block begins in the first column"),
        )],
    );
    refuses(
        "  say      \"A fever and severe pain.\"\n",
        "  say      A fever\n",
        &[(("rule E01", "say", "A"), "a word where a text belongs", Some("write it in double quotes"))],
    );
    refuses(
        "  say      \"A fever and severe pain.\"\n",
        "  say      \"A fever\" \"and pain\"\n",
        &[(("rule E01", "say", "\"and pain\""), "more than one text on this line", None)],
    );
    refuses(
        "  say      \"A fever and severe pain.\"\n",
        "  say\n",
        &[(("rule E01", "say", ""), "a text is missing", Some("write it in double quotes"))],
    );
    refuses(
        "  say      \"A fever and severe pain.\"\n",
        "  say      \"\"\n",
        &[(("rule E01", "say", "\"\""), "an empty text", None)],
    );
    refuses(
        "  say      \"A fever and severe pain.\"\n",
        "  \"say\"\n",
        &[
            (("rule E01", "", "rule"), "no `say` line in this `rule` block", None),
            (
                ("rule E01", "\"say\"", "\"say\""),
                "a text where a keyword belongs",
                Some("a line begins with its keyword"),
            ),
        ],
    );
}

#[test]
fn the_brackets_and_names_of_a_text() {
    let said = |text: &str, what: &str, hint: Option<&str>| {
        let line = format!("  say      \"{text}\"\n");
        refuses(
            "  say      \"A fever and severe pain.\"\n",
            &line,
            &[(("rule E01", "say", &format!("\"{text}\"")), what, hint)],
        );
    };
    let pair = Some("write `[you|she]` or `{with a baby|without}`");
    said("[You have a fever", "`[` and `]` do not pair in the text", pair);
    said("You] have a fever", "`[` and `]` do not pair in the text", pair);
    said("{the baby|you", "`{` and `}` do not pair in the text", pair);
    said("{the {baby|you}|x}", "`{` and `}` do not pair in the text", pair);
    said("[a|[b|c]]", "`[` and `]` do not pair in the text", pair);
    said("[you]", "`[you]` needs two forms", Some("part them with one `|`"));
    said("[a|b|c]", "`[a|b|c]` needs two forms", Some("part them with one `|`"));
    let names = Some("known are `$emergency`, `$urgent`, `$crisis`, `$time`, `$days`, `$sign`");
    said("Call $nobody now", "unknown name `$nobody` in the text", names);
    said("Costs 5$", "unknown name `$` in the text", names);
    said("Call $emergencies", "unknown name `$emergencies` in the text", names);
}

#[test]
fn a_column_counts_characters() {
    let say = "  say      \"A fever.\"\n";
    refuses(
        say,
        "  say      \"é °C ☃\" über\n",
        &[(("rule D01", "say", "über"), "more than one text on this line", None)],
    );
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_the_file() {
    let text = SOUND
        .replace("  sign     yes \"fever\"\n  tell     \"Measure it.\"\n", "  sign     yes \"fever\"\n")
        .replace(
            "rule D01 same_day\n  when     fever at least yes\n",
            "rule D01 same_day\n  when     fevr at least yes\n",
        )
        .replace("  cite     who nice\n", "  cite     woh nise\n")
        .replace("rule R01 within_days 3\n", "rule R01 within_days\n")
        .replace("  say      \"Ask for a scan.\"\n", "  say      \"Ask [for a scan.\"\n");
    holds(
        &text,
        &[
            (("finding fever", "", "finding"), "no `tell` line for the red flag `fever`", Some("say how to tell")),
            (("rule D01", "when", "fevr"), "unknown finding `fevr`", Some("did you mean `fever`?")),
            (("rule D02", "cite", "woh"), "unknown source `woh`", Some("did you mean `who`?")),
            (("rule D02", "cite", "nise"), "unknown source `nise`", Some("did you mean `nice`?")),
            (
                ("rule R01", "", "within_days"),
                "days belong to `within_days`, and only there",
                Some("write `within_days 3`"),
            ),
            (
                ("advice scan", "say", "\"Ask [for a scan.\""),
                "`[` and `]` do not pair in the text",
                Some("write `[you|she]` or `{with a baby|without}`"),
            ),
        ],
    );
}
