//! The painkiller page without a script: what it says to whom, and that no schedule comes from it before it may.

use protocol::answers::Given;
use protocol::interview::Interview;
use protocol::text::Voice;

use crate::door::{self, Answer};
use crate::grade::{Counted, sentences};
use crate::house::{named, protocol};
use crate::html::{attribute, main_of, pieces};
use crate::no_baby::names_a_baby;
use crate::persons::{began, checked, now_s};
use crate::placeholders::MARKS;
use crate::reading::{SCREEN, names, without};
use crate::third_person::{speaks_of_her, taken_for_her};

const PATH: &str = "/painkillers";
const CLEAR: [(&str, &str); 2] = [("answer.ibuprofen", "none"), ("answer.paracetamol", "none")];

fn page(interview: Option<&Interview>, region: &str, fields: &[(&str, &str)]) -> String {
    let fields = [&[("go", "region"), ("region", region)], fields].concat();
    let Answer { status, page } = door::send(PATH, interview, &fields);
    assert_eq!(status, 200, "{region} {fields:?}");
    page
}

/// The page of somebody in Britain after one press.
fn pressed(interview: Option<&Interview>, go: &str, fields: &[(&str, &str)]) -> String {
    let uk = began(Voice::ALL[0], &[("region", "UK")]);
    let fields = [fields, &[("go", go)]].concat();
    let Answer { status, page } = door::send(PATH, Some(interview.unwrap_or(&uk)), &fields);
    assert_eq!(status, 200, "{fields:?}");
    page
}

/// What stands in `main`, a line each; the choice of region and the crisis line are those of every page.
fn lines(page: &str) -> Vec<String> {
    let own = main_of(page).split("<form class=\"box part\"").next().unwrap_or_default();
    let said = pieces(own).into_iter().filter(|piece| !piece.is_source());
    said.map(|piece| piece.text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn says(page: &str, text: &str) -> bool {
    lines(page).iter().any(|line| line.contains(text))
}

/// What a hidden field carries.
fn carried<'p>(page: &'p str, name: &str) -> &'p str {
    let field = page.split('<').find(|tag| tag.contains(&format!(" name=\"{name}\"")) && tag.contains("hidden"));
    field.and_then(|tag| attribute(tag, "value")).unwrap_or_default()
}

/// The page at each of its stages.
fn stages(interview: &Interview, region: &str) -> Vec<String> {
    let now = now_s();
    let doses = [("ibuprofen_uk", 400, 7), ("ibuprofen_uk", 1200, 3), ("other.paracetamol", 2500, 2), ("nsaid", 0, 30)];
    let taken: Vec<String> =
        doses.iter().map(|(product, mg, hours)| format!("{product}:{mg}:{}", now - hours * 3600)).collect();
    let said = format!("ibuprofen:none:{now} paracetamol:none:{now}");
    let known = [("taken", taken.join(" ")), ("said", said)];
    let known: Vec<(&str, &str)> = known.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let log = |product, amount, more: &[(&'static str, &'static str)]| {
        let fields = [known.as_slice(), &[("product", product), ("amount", amount), ("go", "log")], more].concat();
        door::send(PATH, Some(interview), &fields).page
    };
    vec![
        page(Some(interview), region, &[]),
        page(Some(interview), region, &CLEAR),
        page(Some(interview), region, &known),
        page(Some(interview), region, &[("answer.ibuprofen", "some"), ("taken", known[0].1)]),
        log("ibuprofen_uk", "380", &[]),
        log("other.paracetamol", "4,000", &[("hours", "30")]),
        log("nsaid", "", &[]),
        log("ibuprofen_uk", "much", &[]),
        log("nothing", "", &[]),
        log("ibuprofen_uk", "200", &[("minutes", "soon")]),
    ]
}

#[test]
fn the_page_is_easy_short_and_filled_for_everybody_everywhere() {
    let names = names();
    let regions: Vec<&str> = protocol().regions.iter().map(|region| region.code.as_str()).collect();
    for voice in Voice::ALL {
        for region in &regions {
            for page in stages(&began(voice, &[("region", region)]), region) {
                let lines = lines(&page);
                let grade = Counted::of(&without(&names, &lines)).grade();
                assert!(grade <= SCREEN, "{grade:.1} {region} ({}): {}", named(voice), lines.join(" | "));
                for line in &lines {
                    assert!(!line.contains(MARKS), "{region}: {line}");
                    assert!(voice.baby || names_a_baby(line).is_none(), "{region}: {line}");
                    // The number is that of the place one calls from, whoever calls.
                    let line = line.replace("your local emergency number", "the local emergency number");
                    let line = line.as_str();
                    let wrong = if voice.to_parent { speaks_of_her(line) } else { taken_for_her(line) };
                    assert!(!wrong, "{region} ({}): {line}", named(voice));
                    let long = sentences(line).into_iter().find(|sentence| sentence.split_whitespace().count() > 15);
                    assert!(long.is_none(), "{region}: {long:?}");
                }
                for never in [" style=", "<style", " onclick=", "<script>", "javascript:"] {
                    assert!(!page.contains(never), "{never}");
                }
            }
        }
    }
}

#[test]
fn without_an_answer_to_the_cautions_no_time_is_shown() {
    for page in [pressed(None, "answer", &[]), pressed(None, "log", &[("product", "ibuprofen_uk"), ("amount", "400")])]
    {
        assert!(!says(&page, "up to 400 mg") && !says(&page, "In 6 h"), "{:?}", lines(&page));
    }
    let answered = pressed(None, "answer", &CLEAR);
    assert!(says(&answered, "Now, up to 400 mg") && says(&answered, "Now, up to 1,000 mg"));
    let some = pressed(None, "answer", &[("answer.ibuprofen", "some"), CLEAR[1]]);
    assert!(!says(&some, "up to 400 mg") && says(&some, "Ask first") && says(&some, "Now, up to 1,000 mg"));
}

#[test]
fn what_the_check_said_holds_whatever_is_answered_here() {
    let held = |finding: &str, given: Given| {
        let mut interview = checked(Voice::ALL[0], &[("region", "UK")]);
        let id = protocol().finding_named(finding).unwrap_or_else(|| panic!("no finding {finding}"));
        interview.answers.answer(id, given);
        pressed(Some(&interview), "answer", &CLEAR)
    };
    let sound = pressed(Some(&checked(Voice::ALL[0], &[("region", "UK")])), "answer", &CLEAR);
    assert!(says(&sound, "Now, up to 400 mg") && says(&sound, "Now, up to 1,000 mg"));
    for given in [Given::Unsure, Given::Level(1), Given::Level(2)] {
        for finding in ["nsaid_caution", "pregnant"] {
            let page = held(finding, given);
            assert!(!says(&page, "up to 400 mg") && says(&page, "The check says so."), "{finding}");
            assert!(says(&page, "Now, up to 1,000 mg"), "{finding} is about ibuprofen alone");
        }
        let page = held("paracetamol_caution", given);
        assert!(says(&page, "Now, up to 400 mg") && !says(&page, "up to 1,000 mg"));
    }
}

#[test]
fn a_dose_over_the_limit_is_warned_of_before_it_is_kept_and_never_refused() {
    let now = now_s();
    let taken = format!("ibuprofen_uk:400:{} ibuprofen_uk:400:{}", now - 20 * 3600, now - 13 * 3600);
    let taken = format!("{taken} ibuprofen_uk:400:{}", now - 7 * 3600);
    let fields = [("taken", taken.as_str()), CLEAR[0], ("product", "ibuprofen_uk"), ("amount", "400")];
    let warned = pressed(None, "log", &fields);
    assert!(says(&warned, "That makes 1,600 mg in 24 hours. The label limit is 1,200 mg."), "{:?}", lines(&warned));
    assert!(says(&warned, "Over the limit: call 111."), "whom to call");
    assert!(says(&warned, "Wait 4 h") && says(&warned, "I took it: save it"), "{:?}", lines(&warned));
    assert_eq!(carried(&warned, "taken").matches("ibuprofen_uk").count(), 3, "nothing is kept yet");
    assert!(
        warned.contains("name=\"amount\"") && warned.contains("value=\"400\""),
        "what was typed stands there still"
    );

    let saved = pressed(None, "save", &fields);
    assert_eq!(carried(&saved, "taken").matches("ibuprofen_uk").count(), 4);
    assert!(
        says(&saved, "1,600 of 1,200 mg in 24 h") && says(&saved, "Over the limit: call 111. If unwell, call 999.")
    );
    let back = pressed(None, "back", &fields);
    assert_eq!(carried(&back, "taken").matches("ibuprofen_uk").count(), 3);
}

#[test]
fn no_number_of_another_country_is_shown() {
    let now = now_s();
    for (region, own) in [("UK", "111"), ("US", "1-800-222-1222")] {
        let interview = began(Voice::ALL[0], &[("region", region)]);
        for product in ["ibuprofen_uk", "ibuprofen_us", "paracetamol_uk_ie", "acetaminophen_500_us"] {
            let taken = format!("{product}:9000:{now}");
            let fields = [("taken", taken.as_str()), CLEAR[0], CLEAR[1], ("product", product), ("amount", "1000")];
            let page = pressed(Some(&interview), "log", &fields);
            for number in ["111", "1-800-222-1222"].into_iter().filter(|number| *number != own) {
                assert!(!says(&page, number), "{region} {product}: {:?}", lines(&page));
            }
        }
    }
}

#[test]
fn a_dose_is_told_in_relative_words() {
    let page = pressed(
        None,
        "log",
        &[CLEAR[0], ("product", "ibuprofen_uk"), ("amount", "400"), ("hours", "2"), ("minutes", "30")],
    );
    assert!(says(&page, "400 mg from Ibuprofen 200 mg, 2 h 30 min ago"), "{:?}", lines(&page));
    assert!(says(&page, "In 3 h 3"), "the gap of 6 h: {:?}", lines(&page));
    assert!(says(&page, "400 of 1,200 mg in 24 h"));
}

#[test]
fn what_was_typed_wrongly_is_said_in_words() {
    let refused = |fields: &[(&str, &str)], words: &str| {
        let page = pressed(None, "log", fields);
        assert!(says(&page, words), "{fields:?}: {:?}", lines(&page));
        assert_eq!(carried(&page, "taken"), "");
    };
    refused(&[("product", ""), ("amount", "400")], "Choose what was taken.");
    refused(&[("product", "acetaminophen_any"), ("amount", "400")], "Choose what was taken.");
    refused(&[("product", "ibuprofen_uk"), ("amount", "0")], "Type the amount in mg, such as 400.");
    refused(&[("product", "ibuprofen_uk"), ("amount", "400"), ("hours", "x")], "Type the minutes");
    let part = pressed(None, "log", &[CLEAR[0], ("product", "ibuprofen_uk"), ("amount", "380")]);
    assert!(says(&part, "380 mg is not a whole number of 200 mg tablets."));
}

#[test]
fn doses_that_cannot_be_read_are_not_read_as_none() {
    for taken in ["ibuprofen_uk:400", "ibuprofen_uk:400:soon", "other.aspirin:400:1", "nsaid:0:-9223372036854775808"] {
        assert_eq!(door::send(PATH, None, &[("taken", taken)]).status, 400, "{taken}");
    }
}

#[test]
fn an_answer_and_the_doses_travel_with_the_page_and_not_in_the_data_of_the_script() {
    let page = pressed(None, "log", &[CLEAR[0], ("product", "other.paracetamol"), ("amount", "650")]);
    assert!(carried(&page, "said").starts_with("ibuprofen:none:"));
    assert!(carried(&page, "taken").starts_with("other.paracetamol:650:"));
    let data = page.split_once("id=\"limits\">").and_then(|(_, rest)| rest.split_once("</script>"));
    let data = data.map(|(data, _)| data).unwrap_or_default();
    assert!(
        data.len() > 5000 && !data.contains('<') && !data.contains("650:"),
        "the data block is whole and knows nothing of her"
    );
}

#[test]
fn nothing_is_shown_for_a_place_that_is_not_known() {
    let nowhere = door::get(PATH);
    assert!(says(&nowhere, "Choose a place first. The limits depend on it."));
    let answered = door::send(PATH, None, &[CLEAR[0], CLEAR[1], ("go", "answer")]).page;
    assert!(!says(&answered, "up to"), "{:?}", lines(&answered));
}
