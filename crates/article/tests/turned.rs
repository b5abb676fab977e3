//! Saying no to a harmful claim is never harmful, in whatever words the no comes; saying it plainly is.

use article::{Checker, Format};
use ledger::Verdict;

/// What somebody is told to do, as a command and as a thing: each harmful claim of the ledger in several wordings.
const HARMFUL: &[(&str, &str)] = &[
    ("massage the blocked duct as hard as you can", "massaging the blocked duct as hard as you can"),
    ("knead the lump in your breast with your knuckles", "kneading the lump in your breast with your knuckles"),
    ("press firmly on the clogged duct", "pressing firmly on the clogged duct"),
    ("dig your thumbs into the lump in your breast", "digging your thumbs into the lump in your breast"),
    (
        "rub the plug with strong pressure until it breaks up",
        "rubbing the plug with strong pressure until it breaks up",
    ),
    ("treat a seizure with breast massage", "treating a seizure with breast massage"),
    ("feed your newborn every four hours", "feeding your newborn every four hours"),
    ("make your newborn wait four hours between feeds", "making your newborn wait four hours between feeds"),
    ("space out the feeds of your newborn", "spacing out the feeds of your newborn"),
    ("throw away the milk when you have mastitis", "throwing away the milk when you have mastitis"),
    ("pump and dump because of mastitis", "pumping and dumping because of mastitis"),
    ("stop breastfeeding when you have mastitis", "stopping breastfeeding when you have mastitis"),
    ("wean suddenly because of a blocked duct", "weaning suddenly because of a blocked duct"),
    ("switch to formula because of mastitis", "switching to formula because of mastitis"),
    ("rest the infected breast by skipping feeds", "resting the infected breast by skipping feeds"),
    ("open a milk blister with a needle", "opening a milk blister with a needle"),
    ("take leftover antibiotics for mastitis", "taking leftover antibiotics for mastitis"),
    ("take codeine while breastfeeding", "taking codeine while breastfeeding"),
    ("massage a breast abscess until it opens", "massaging a breast abscess until it opens"),
    ("ignore a fever when you have mastitis", "ignoring a fever when you have mastitis"),
    ("let a floppy baby sleep it off", "letting a floppy baby sleep it off"),
    ("wait until morning when your newborn has a fever", "waiting until morning when your newborn has a fever"),
    (
        "ignore a lump that has been there for weeks in your breast",
        "ignoring a lump that has been there for weeks in your breast",
    ),
    ("stay at home when you are confused and breathless", "staying at home when you are confused and breathless"),
    ("take 800 mg of ibuprofen every four hours", "taking 800 mg of ibuprofen every four hours"),
    ("take paracetamol every two hours", "taking paracetamol every two hours"),
    ("roll a bottle over the lump with all your strength", "rolling a bottle over the lump with all your strength"),
    ("feed from a breast with herpes blisters", "feeding from a breast with herpes blisters"),
    ("wean your baby overnight", "weaning your baby overnight"),
    ("open an abscess yourself", "opening an abscess yourself"),
    ("order antibiotics online without a prescription", "ordering antibiotics online without a prescription"),
    (
        "finish the pack when antibiotics have not helped after three days",
        "finishing the pack when antibiotics have not helped after three days",
    ),
    ("squeeze the lump until it is flat", "squeezing the lump until it is flat"),
    ("keep quiet about thoughts of harming your baby", "keeping quiet about thoughts of harming your baby"),
];

/// Ways to say no: `{do}` is the command, `{doing}` the thing.
const NO: &[&str] = &[
    "Do not {do}.",
    "Don't {do}.",
    "Never {do}.",
    "You should not {do}.",
    "You should never {do}.",
    "You must not {do}.",
    "Please do not {do}.",
    "There is no need to {do}.",
    "You do not need to {do}.",
    "It is a bad idea to {do}.",
    "It is not a good idea to {do}.",
    "It is wrong to {do}.",
    "It is not safe to {do}.",
    "Doctors advise against {doing}.",
    "We do not recommend {doing}.",
    "Avoid {doing}.",
    "{Doing} should be avoided.",
    "{Doing} is not recommended.",
    "{Doing} is no longer recommended.",
    "{Doing} should never be done.",
    "{Doing} is a bad idea.",
    "{Doing} is a mistake.",
    "{Doing} is dangerous.",
    "{Doing} can do more harm than good.",
    "{Doing} is a myth.",
    "It is a myth that you should {do}.",
    "It is not true that you should {do}.",
    "There is no evidence that you should {do}.",
    "Some people tell you to {do}, but this is wrong.",
    "Myth: {do}.",
    "Contrary to what you may hear, you should not {do}.",
    "# What not to do\n\n- {do}.\n",
    "# Avoid the following\n\n- {doing}.\n",
    "Instead of {doing}, ask for help.",
    "Nobody should {do}.",
];

fn checker() -> Checker {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    shipped::checker(&ledger).unwrap_or_else(|broken| panic!("{broken}"))
}

fn verdict(checker: &Checker, article: &str) -> Option<Verdict> {
    let checked =
        checker.check(article.as_bytes(), Some(Format::Markdown)).unwrap_or_else(|refusal| panic!("{refusal}"));
    checked.findings.iter().filter_map(|one| one.verdict).max()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[test]
fn a_no_to_a_harmful_claim_is_never_harmful() {
    let checker = checker();
    let mut wronged = Vec::new();
    for (command, thing) in HARMFUL {
        for no in NO {
            let said = no.replace("{do}", command).replace("{doing}", thing).replace("{Doing}", &capital(thing));
            if verdict(&checker, &said) == Some(Verdict::Harmful) {
                wronged.push(said);
            }
        }
    }
    assert!(wronged.is_empty(), "{} called harmful:\n{}", wronged.len(), wronged.join("\n"));
}

#[test]
fn said_plainly_each_is_harmful() {
    let checker = checker();
    let plain = HARMFUL.iter().flat_map(|(command, _)| {
        [format!("{}.", capital(command)), format!("You should {command}."), format!("It is best to {command}.")]
    });
    let missed: Vec<String> = plain.filter(|said| verdict(&checker, said) != Some(Verdict::Harmful)).collect();
    assert!(missed.is_empty(), "{} missed:\n{}", missed.len(), missed.join("\n"));
}

/// Correct advice, said plainly and in front of what is wrong.
#[test]
fn correct_advice_beside_a_no_is_not_harmful() {
    let checker = checker();
    let correct = [
        "be gentle with the lump in your breast",
        "keep breastfeeding through mastitis",
        "feed your newborn at least every three hours",
        "feed on demand, day and night",
        "leave a milk blister alone",
        "see a doctor about a fever",
    ];
    let mut wronged = Vec::new();
    for right in correct {
        for (command, thing) in HARMFUL {
            for said in [
                format!("{}.", capital(right)),
                format!("{}, and do not {command}.", capital(right)),
                format!("{} instead of {thing}.", capital(right)),
                format!("{} rather than {command}.", capital(right)),
                format!("Do not {command}; {right}."),
                format!("{}. Never {command}.", capital(right)),
            ] {
                if verdict(&checker, &said) == Some(Verdict::Harmful) {
                    wronged.push(said);
                }
            }
        }
    }
    assert!(wronged.is_empty(), "{} called harmful:\n{}", wronged.len(), wronged.join("\n"));
}

/// A no at the end, a heading that says no to the one below it, and myths told in a paragraph.
#[test]
fn a_no_that_stands_elsewhere_is_heard() {
    let checker = checker();
    for said in [
        "However tempting it is to press the lump out, please don't.",
        "# What to avoid\n\n## Rub the lump hard until it goes\n",
        "# Common misconceptions\n\nThe milk from the infected side makes the baby ill.\n",
    ] {
        assert_ne!(verdict(&checker, said), Some(Verdict::Harmful), "{said}");
    }
}

/// Tablets are counted, and no more than the limit is no harm.
#[test]
fn doses_are_counted() {
    let checker = checker();
    for over in [
        "Take ten tablets of 400 mg ibuprofen a day.",
        "Take three 400 mg ibuprofen tablets at once.",
        "Take two 500 mg paracetamol tablets every two hours.",
    ] {
        assert_eq!(verdict(&checker, over), Some(Verdict::Harmful), "{over}");
    }
    for within in [
        "Take two 500 mg tablets of paracetamol, at least four hours apart.",
        "No more than three 400 mg tablets of ibuprofen in 24 hours.",
        "Take no more than eight 500 mg paracetamol tablets in 24 hours.",
    ] {
        assert_ne!(verdict(&checker, within), Some(Verdict::Harmful), "{within}");
    }
}
