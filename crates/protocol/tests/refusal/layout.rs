//! Findings, screens and the file as a whole: what each needs, and how the text is laid out.

use crate::{SOUND, broken, holds, read, refuses, when};

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
    let names = Some("known are `$emergency`, `$urgent`, `$crisis`, `$time`, `$days`, `$sign`, `$hand`, `$near`");
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
