//! Where the guide says how soon to be seen, it never says later than the rules that it cites.

use guide::{Guide, Part, Said};
use protocol::model::rule::Rule;
use protocol::text::Voice;

use crate::guide_said::{condition_of, of_baby};
use crate::house::{guide, named, protocol};
use crate::levels::{self, Soon};

/// Headings under which every item is a deadline.
const DEADLINES: &[&str] = &[
    "When to be seen",
    "How soon",
    "Who to ask, and when",
    "When the baby needs a check",
    "When it is too much",
    "A timely check",
    "Then a helper",
];
/// Sentences that send her to the check at once, which answers as soon as any rule; and the rules that each of them stands for.
const CHECK_AT_ONCE: &[(&str, &[&str])] = &[
    ("Any fever: check at once how soon to be seen.", &["U14", "D01", "D03", "T01"]),
    ("Check the baby at once if hot, hard to wake or feeding less.", &["U40", "U42", "T43"]),
];

/// Lines that cite a rule and say sooner than it, each with its reason: the rule, and where it is cited.
const SOONER: &[(&str, &str, &str)] = &[
    ("T14", "explain herpes seen", "with a baby the lines go by the baby's age; the last one names the level"),
    ("S08", "explain gastroenteritis seen", "advice by phone today, for a rule that asks for no visit"),
];

fn sooner(line: &Line, rule: &Rule) -> bool {
    SOONER.iter().any(|(known, place, _)| *known == rule.id && *place == line.place)
}

/// A line that says how soon to be seen.
struct Line<'g> {
    place: String,
    baby_only: bool,
    said: &'g Said,
    /// The levels that the heading above it names.
    above: Vec<Soon>,
    /// It must name a level.
    deadline: bool,
}

fn lines(guide: &Guide) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    for one in &guide.explains {
        let place = |what: &str| format!("explain {} {what}", condition_of(one));
        let line = |what, said, deadline| Line {
            place: place(what),
            baby_only: of_baby(one),
            said,
            above: Vec::new(),
            deadline,
        };
        lines.extend(one.seen.iter().map(|said| line("seen", said, true)));
        lines.extend(one.what.iter().chain(&one.course).chain(&one.helps).map(|said| line("else", said, false)));
    }
    for page in &guide.pages {
        let (mut above, mut deadline) = (Vec::new(), false);
        for part in &page.parts {
            match part {
                Part::Heading(text) => {
                    let text = text.say(Voice::ALL[0]);
                    above = levels::named(text);
                    deadline = DEADLINES.contains(&text) || !above.is_empty();
                }
                Part::Lead(said) | Part::Say(said) | Part::Item(said) => lines.push(Line {
                    place: format!("page {}", page.id),
                    baby_only: page.needs_baby,
                    above: above.clone(),
                    said,
                    deadline,
                }),
                Part::Show(_) | Part::Go(_) => {}
            }
        }
    }
    lines
}

fn cited(said: &Said) -> impl Iterator<Item = &'static Rule> {
    let ids = said.grounds.iter().filter_map(|ground| ground.id.strip_prefix("rule:"));
    ids.map(|id| protocol().rules.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no rule {id}")))
}

/// What a guide says later than a rule that it cites, and how many pairs of a line and a rule were held.
fn later(guide: &Guide) -> (Vec<String>, usize) {
    let (mut faults, mut held) = (Vec::new(), 0);
    for line in lines(guide) {
        for voice in Voice::ALL.into_iter().filter(|voice| voice.baby || !line.baby_only) {
            let text = line.said.text.say(voice);
            let mut named_here = levels::named(text);
            if named_here.is_empty() && !line.deadline || text.is_empty() {
                continue;
            }
            named_here.extend(&line.above);
            let check = CHECK_AT_ONCE.iter().filter(|(sentence, _)| text.contains(sentence));
            let checked: Vec<&str> = check.flat_map(|(_, rules)| rules.iter().copied()).collect();
            let rules = cited(line.said).filter(|rule| voice.baby || !rule.needs_baby);
            for rule in rules.filter(|rule| !checked.contains(&rule.id.as_str())) {
                held += 1;
                let soon = Soon { urgency: rule.urgency, days: rule.days };
                let in_time = named_here.iter().any(|named| named.no_later_than(soon));
                let own = named_here.iter().any(|named| named.as_soon_as(soon)) || sooner(&line, rule);
                // A line with several levels must name that of each rule, or one of them could be lowered behind a higher one.
                if !(in_time && own) {
                    let level = format!("{} {:?}", rule.urgency.id(), rule.days);
                    faults.push(format!("{} ({}): {} is {level}: {text}", line.place, named(voice), rule.id));
                }
            }
        }
    }
    (faults, held)
}

#[test]
fn no_deadline_of_the_guide_is_later_than_the_rules_it_cites() {
    let (faults, held) = later(guide());
    assert!(held > 1000, "{held}");
    assert!(faults.is_empty(), "later than a rule:\n{}", faults.join("\n"));
}

#[test]
fn every_sentence_and_heading_that_is_looked_for_is_there() {
    let said: Vec<&str> = lines(guide()).iter().map(|line| line.said.text.say(Voice::ALL[0])).collect();
    for (known, _) in CHECK_AT_ONCE {
        assert!(said.iter().any(|text| text.contains(known)), "nothing says `{known}`");
    }
    for (rule, place, _) in SOONER {
        let cites = |line: &Line| line.place == *place && cited(line.said).any(|one| one.id == *rule);
        assert!(lines(guide()).iter().any(cites), "{place} cites {rule} no more");
    }
    for heading in DEADLINES {
        let stands = |part: &Part| matches!(part, Part::Heading(text) if text.say(Voice::ALL[0]) == *heading);
        assert!(guide().pages.iter().any(|page| page.parts.iter().any(stands)), "no heading `{heading}`");
    }
}

/// The guide with every text changed.
fn changed(from: &str, to: &str) -> Guide {
    let change = |said: &mut Said| {
        let raw = said.text.raw().replace(from, to);
        let here = protocol::fault::Place { line: 1, column: 1, length: 1 };
        said.text = protocol::text::Text::parse(&raw, here).unwrap_or_else(|fault| panic!("{fault:?}"));
    };
    let mut guide = guide().clone();
    guide.explains.iter_mut().flat_map(|one| &mut one.seen).for_each(change);
    for part in guide.pages.iter_mut().flat_map(|page| &mut page.parts) {
        if let Part::Lead(said) | Part::Say(said) | Part::Item(said) = part {
            change(said);
        }
    }
    guide
}

#[test]
fn a_level_lowered_behind_a_higher_one_is_caught() {
    let (faults, _) =
        later(&changed("Today: pus from the nipple.", "Within 24 hours: pus from the nipple. Emergency now: a fit."));
    assert!(faults.iter().any(|fault| fault.starts_with("explain bleb seen") && fault.contains("D07")), "{faults:?}");
}

#[test]
fn a_lowered_level_is_caught() {
    let lowered = [
        ("Emergency now", "Phone within the hour"),
        ("hone within the hour", "hone today"),
        ("Today", "Within 24 hours"),
        ("Within 24 hours", "Within 3 days"),
        ("Within 3 days", "Within 7 days"),
        ("Within 7 days", "Within 14 days"),
        ("check at once how soon to be seen", "ask within 24 hours"),
    ];
    for (from, to) in lowered {
        let (faults, _) = later(&changed(from, to));
        assert!(faults.len() > 10, "{from} lowered to {to}: {faults:?}");
    }
    assert!(later(&changed("Within 7 days", "Within 3 days")).0.is_empty(), "sooner is never a fault");
}
