//! The check of a translator's file: English itself has no fault, and every kind of fault is found in a file that has it.

use web::words::ENGLISH;
use web::words::check::{Fault, check};

/// English with one stretch replaced, as a file of a language.
fn faults(language: &str, from: &str, to: &str) -> Vec<Fault> {
    assert_eq!(ENGLISH.matches(from).count(), 1, "`{from}` stands once");
    check(language, &ENGLISH.replace(from, to)).map(|report| report.faults).unwrap_or_default()
}

/// What is wrong with such a file, all about one message; its line is the line of the message.
fn wrong(language: &str, id: &str, from: &str, to: &str) -> Vec<String> {
    let faults = faults(language, from, to);
    let lines = ENGLISH.replace(from, to);
    for fault in &faults {
        assert_eq!(fault.id, id, "{fault}");
        assert!(!fault.next.is_empty(), "{fault}");
        let line = lines.lines().nth(fault.line - 1).unwrap_or_default();
        assert!(fault.what == "is missing" || line.starts_with(id), "{fault}: {line}");
    }
    faults.into_iter().map(|fault| fault.what).collect()
}

#[test]
fn english_has_no_fault() {
    let report = check("en", ENGLISH).expect("a language");
    assert_eq!(report.faults, []);
    assert_eq!(report.same, report.messages);
    assert!(report.messages > 350, "{}", report.messages);
}

#[test]
fn each_fault_is_found_where_it_is() {
    let broken: [(&str, &str, &str, &str); 19] = [
        ("leave", "leave = Leave\n", "", "is missing"),
        ("laeve", "leave = Leave\n", "leave = Leave\nlaeve = Leave\n", "no such message"),
        ("home", "\nhome = Home\n", "\nhome = Home\nhome = Heim\n", "is there twice"),
        ("call", "call = Call { $number }", "call = Call", "`{ $number }` is missing"),
        ("call", "call = Call { $number }", "call = Call { $nubmer } { $number }", "`{ $nubmer }` has no value here"),
        ("call", "call = Call { $number }", "call = Call { $number } { $number }", "`{ $number }` stands 2 times"),
        (
            "session-step",
            "step { $number } of { $total }",
            "{ $total }: { $number }",
            "the values stand in another order",
        ),
        ("leave", "leave = Leave\n", "leave = { \"\" }\n", "says nothing"),
        ("home-promise", "home-promise = 2 to 4", "home-promise = 2 to 5", "the number 5 is not in the English"),
        ("step-lower", "0.1 lower", "lower", "the number 0.1 is missing"),
        ("painkillers-error-ago", "0 to 20,160", "0 to 20,60", "the number 20160 is missing"),
        ("step-higher", "0.1 higher", "٠.١ higher", "digits of another script"),
        ("leave", "leave = Leave\n", "leave = <b>Leave</b>\n", "markup"),
        ("leave", "leave = Leave\n", "leave = Leave&nbsp;it\n", "a name such as `&nbsp;`"),
        ("leave", "leave = Leave\n", "leave = \u{202e}Leave\n", "an invisible mark that turns the text"),
        ("leave", "leave = Leave\n", "leave = { home }\n", "another message is not used in these files"),
        (
            "feed-over",
            "feed-over = { $baby ->\n    [no] Over\n",
            "feed-over = { $baby ->\n    [none] Over\n",
            "`$baby` never chooses `none`",
        ),
        ("feed-over", "    [no] Over\n   *[yes] Feed over\n", "   *[yes] Feed over\n", "no case `no` of `$baby`"),
        (
            "who-parent",
            "    [other] The parent\n   *[parent] Me\n}\nwho-baby",
            "   *[parent] Me\n}\nwho-baby",
            "no case `other` of `$person`",
        ),
    ];
    for (id, from, to, what) in broken {
        let found = wrong("en", id, from, to);
        assert!(found.iter().any(|one| one == what), "{id}: {what}: {found:?}");
    }
}

#[test]
fn a_line_that_is_no_fluent_is_told_with_its_place() {
    let found = faults("en", "leave = Leave\n", "leave Leave\n");
    assert!(found.iter().any(|one| one.what.starts_with("cannot be read") && one.line > 1), "{found:?}");
    assert!(found.iter().any(|one| one.id == "leave" && one.what == "is missing"), "{found:?}");
}

#[test]
fn a_nested_case_that_is_lost_is_found() {
    let lost = "       *[yes] Thoughts of harming yourself or the baby?\n";
    let (from, to) = (format!("        [no] Thoughts of harming yourself?\n{lost}"), lost.to_owned());
    assert_eq!(wrong("en", "crisis-line", &from, &to), ["no case `no` of `$baby`"]);
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let days = "days = { $count ->\n    [one] 1 day\n   *[other] { $count } days\n}";
    let with = |cases: &str| format!("days = {{ $count ->\n{cases}}}");
    let german = with("    [one] ein Tag\n   *[other] { $count } Tage\n");
    assert_eq!(wrong("de", "days", days, &german), [""; 0], "a word may stand for one");
    let french = with("    [one] { $count } jour\n   *[other] { $count } jours\n");
    assert!(!faults("fr", days, &french).iter().any(|one| one.id == "days"));
    let two = with("    [one] 1 dzień\n   *[other] { $count } dni\n");
    let lost = faults("pl", days, &two);
    for form in ["few", "many"] {
        assert!(
            lost.iter().any(|one| one.id == "days" && one.what == format!("no case `{form}` of `$count`")),
            "{form}"
        );
    }
}

#[test]
fn a_form_for_many_numbers_says_which() {
    let days = "days = { $count ->\n    [one] 1 day\n   *[other] { $count } days\n}";
    // In Russian 21 takes the form of 1: `1 день` would be said of 21 days.
    let russian = "days = { $count ->\n    [one] 1 день\n    [few] { $count } дня\n    [many] { $count } дней\n   *[other] { $count } дня\n}";
    let found: Vec<String> =
        faults("ru", days, russian).into_iter().filter(|one| one.id == "days").map(|one| one.what).collect();
    assert!(found.contains(&"`{ $count }` is missing".to_owned()), "{found:?}");
    let right = russian.replace("[one] 1 день", "[one] { $count } день");
    assert!(!faults("ru", days, &right).iter().any(|one| one.id == "days"));
}

#[test]
fn a_number_with_words_of_its_own_keeps_them() {
    let found = wrong(
        "en",
        "progress-left",
        "    [0] last one\n   *[other] at most { $count } left\n",
        "   *[other] at most { $count } left\n",
    );
    assert_eq!(found, ["no case `0` of `$count`"]);
}

#[test]
fn a_name_that_is_no_language_is_refused() {
    assert!(check("my words", ENGLISH).is_err());
}
