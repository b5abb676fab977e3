//! Statements that must hold for everybody: what they may say, and what they may not.

use protocol::model::always::Promise;
use protocol::model::finding::Subject;
use protocol::model::urgency::Urgency;

use crate::{Expected, SOUND, holds, read};

const GATE: &str = "gate massage\n  opens    S-A\n  closed   when fever at least unsure \"There may be a fever.\"\n";

/// The sound text with a gate and one statement.
fn with(statement: &str) -> String {
    format!("{SOUND}\n{GATE}\nalways hot_is_seen\n  say      \"A fever is seen.\"\n{statement}")
}

fn refuses(statement: &str, expected: &[Expected]) {
    holds(&with(statement), expected);
}

const HEAD: (&str, &str, &str) = ("always hot_is_seen", "", "always");

#[test]
fn a_statement_says_who_and_what() {
    let read = |statement: &str| {
        let read = read(&with(statement)).unwrap_or_else(|faults| panic!("{faults:#?}"));
        read.always.into_iter().next().unwrap_or_else(|| panic!("no statement"))
    };
    let one =
        read("  when     fever at least yes\n  or       hot and pain at least severe\n  urgency  at least same_day\n");
    assert_eq!((one.id.as_str(), one.when.len(), one.unsure.len()), ("hot_is_seen", 2, 0));
    assert_eq!(one.promise, Promise::AtLeast(Subject::Parent, Urgency::SameDay));
    let one = read("  unsure   b_fever\n  urgency  at least within_days\n");
    assert_eq!(one.promise, Promise::AtLeast(Subject::Baby, Urgency::WithinDays));
    // A statement decides nothing, so it may look for what rules may not.
    let one =
        read("  when     fever at least yes and no sore and ctx.baby is none\n  unsure   pain\n  closed   massage\n");
    assert_eq!((one.promise, one.unsure.len()), (Promise::Closed(0), 1));
}

#[test]
fn a_statement_about_nobody_or_without_a_promise() {
    refuses(
        "  urgency  at least same_day\n",
        &[(HEAD, "a statement about nobody", Some("write `when TESTS` or `unsure FINDING…`"))],
    );
    refuses(
        "  when     fever at least yes\n",
        &[(HEAD, "nothing is promised", Some("write `urgency at least LEVEL` or `closed GATE`"))],
    );
    refuses(
        "  when     fever at least yes\n  urgency  at least same_day\n  closed   massage\n",
        &[(
            ("always hot_is_seen", "closed   massage", "closed"),
            "a second promise in one statement",
            Some("make it two statements"),
        )],
    );
}

#[test]
fn a_promise_is_a_lower_bound_on_a_level_that_exists() {
    let line = ("always hot_is_seen", "urgency");
    refuses(
        "  when     fever at least yes\n  urgency  at most same_day\n",
        &[(
            (line.0, line.1, "at"),
            "`at most` is not `at least`",
            Some("a statement holds from a level upwards: write `urgency at least LEVEL`"),
        )],
    );
    refuses(
        "  when     fever at least yes\n  urgency  same_day\n",
        &[((line.0, line.1, ""), "an urgency belongs here", Some("write `urgency at least LEVEL`"))],
    );
    refuses(
        "  when     fever at least yes\n  urgency  at least same_dya\n",
        &[((line.0, line.1, "same_dya"), "unknown urgency `same_dya`", Some("did you mean `same_day`?"))],
    );
    refuses(
        "  when     fever at least yes\n  closed   masage\n",
        &[(
            ("always hot_is_seen", "closed   masage", "masage"),
            "unknown gate `masage`",
            Some("did you mean `massage`?"),
        )],
    );
}

#[test]
fn a_statement_speaks_of_one_patient_and_of_findings_that_exist() {
    let both = "this statement speaks of the parent and of the baby";
    let hint = Some("make it two statements, one for each patient");
    refuses(
        "  when     fever at least yes\n  or       b_fever at least yes\n  urgency  at least same_day\n",
        &[(HEAD, both, hint)],
    );
    refuses("  unsure   fever b_fever\n  urgency  at least same_day\n", &[(HEAD, both, hint)]);
    refuses(
        "  unsure   fevr\n  urgency  at least same_day\n",
        &[
            (HEAD, "a statement about nobody", Some("write `when TESTS` or `unsure FINDING…`")),
            (("always hot_is_seen", "unsure", "fevr"), "unknown finding `fevr`", Some("did you mean `fever`?")),
        ],
    );
}
