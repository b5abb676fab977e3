//! The ledger on its pages: everything is there, reached by page and by search; what rests on it, and back; no antibiotic but for clinicians;
//! no baby where there is none.

use std::collections::BTreeSet;

use ledger::Audience;
use protocol::text::Voice;

use crate::addresses::{self, Address};
use crate::door;
use crate::house::{guide, ledger, protocol};
use crate::html::{Piece, main_of, pieces, ways};
use crate::no_baby::names_a_baby;
use crate::persons::after_loss;
use crate::silence::names_an_antibiotic;

const CLINICIAN: (&str, &str) = ("clinician", "yes");

/// Every address of the ledger.
fn all() -> Vec<String> {
    let fixed = ["/evidence", "/evidence/disagreements", "/article"].map(str::to_owned);
    let entries = ledger().all_evidence().iter().map(|one| format!("/evidence/{}", one.id));
    let sources = ledger().sources().iter().map(|one| format!("/source/{}", one.id));
    let claims = ledger().claims().iter().map(|one| format!("/article/{}", one.id));
    let things = web::rests::things(protocol(), guide(), ledger());
    fixed
        .into_iter()
        .chain(entries)
        .chain(sources)
        .chain(claims)
        .chain(things.iter().map(web::rests::Thing::path))
        .collect()
}

fn is_for_clinicians(path: &str) -> bool {
    let entry = path.strip_prefix("/evidence/").and_then(|id| ledger().evidence(id));
    entry.is_some_and(|one| one.audience == Audience::Clinician)
}

fn said(page: &str) -> Vec<Piece> {
    pieces(main_of(page)).into_iter().filter(|piece| !piece.is_source()).collect()
}

#[test]
fn every_page_is_there_and_says_that_it_is_not_reviewed() {
    let all = all();
    assert!(all.len() > 700, "{}", all.len());
    for path in all {
        let page = door::get(&path);
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert!(page.contains("Not yet reviewed by a clinician."), "{path}");
        assert!(
            !page.contains("strength-") && !page.contains("rests-") && !page.contains("topic-"),
            "{path}: a message is missing"
        );
    }
    for path in
        ["/evidence/nothing", "/source/nothing", "/article/nothing", "/rests/rule/nothing", "/rests/nothing/D05"]
    {
        assert_eq!(door::open(path).status, 404, "{path}");
    }
}

#[test]
fn from_one_page_everything_is_reached() {
    let index: BTreeSet<String> = ways(&door::send("/evidence", None, &[CLINICIAN]).page).into_iter().collect();
    for path in all().into_iter().filter(|path| !path.starts_with("/rests/")) {
        assert!(index.contains(&path) || path == "/evidence", "{path}");
    }
    let open: BTreeSet<String> = ways(&door::get("/evidence")).into_iter().collect();
    for one in ledger().all_evidence() {
        let path = format!("/evidence/{}", one.id);
        assert_eq!(open.contains(&path), !is_for_clinicians(&path), "{path}");
    }
}

/// The rows that are searched: where each leads, and what stands on it, with the words of its id.
fn searched() -> Vec<(String, String)> {
    let page = door::send("/evidence", None, &[CLINICIAN]).page;
    let list =
        page.split("data-all>").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default().to_owned();
    let row = |part: &str| {
        let markup = part.split("</li>").next().unwrap_or_default();
        let path = ways(markup).into_iter().next()?;
        let texts: Vec<String> = pieces(&format!("<li>{markup}")).into_iter().map(|piece| piece.text).collect();
        let id = path.rsplit('/').next().unwrap_or_default().to_owned();
        Some((path, format!("{} {id}", texts.join(" "))))
    };
    list.split("<li>").skip(1).filter_map(row).collect()
}

#[test]
fn a_search_for_its_own_words_finds_each() {
    let rows = searched();
    let lines: Vec<String> = rows.iter().map(|(_, line)| line.clone()).collect();
    let words = crate::house::words(Voice::ALL[0]);
    let habits = ledger::find::Habits::read(&words.say("find-skip"), &words.say("find-same"));
    let hold = |typed: &str, path: &str| {
        let found = ledger::find::find(typed, &lines, &habits);
        assert!(found.iter().any(|at| rows[*at].0 == path), "{path} is not found by: {typed}");
    };
    // As many words as are looked at, so that all must be there.
    let some = |text: &str| text.split_whitespace().take(8).collect::<Vec<_>>().join(" ");
    for one in ledger().all_evidence() {
        hold(&some(&one.statement), &format!("/evidence/{}", one.id));
    }
    for one in ledger().sources() {
        hold(&some(&one.title), &format!("/source/{}", one.id));
    }
    for one in ledger().claims() {
        hold(&some(&one.claim), &format!("/article/{}", one.id));
    }
    assert_eq!(rows.len(), ledger().all_evidence().len() + ledger().sources().len() + ledger().claims().len());

    // The page finds the same, in the same order.
    for typed in ["massge", "deep massage", "clogged duct", "can I feed with a fever", "zebra"] {
        let page = door::send("/evidence", None, &[CLINICIAN, ("q", typed)]).page;
        let found =
            page.split("data-found").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap_or_default();
        let expected = ledger::find::find(typed, &lines, &habits).into_iter().map(|at| rows[at].0.clone());
        assert_eq!(ways(found), expected.collect::<Vec<_>>(), "{typed}");
    }
}

#[test]
fn what_rests_leads_to_its_ground_and_back() {
    for thing in web::rests::things(protocol(), guide(), ledger()) {
        let page = door::get(&thing.path());
        let to: BTreeSet<String> = ways(&page).into_iter().collect();
        for id in &thing.sources {
            let path = format!("/source/{id}");
            assert!(to.contains(&path), "{} does not lead to {path}", thing.path());
        }
        let open = |id: &&String| ledger().evidence(id).is_some_and(|one| one.audience != Audience::Clinician);
        for path in thing.evidence.iter().filter(open).map(|id| format!("/evidence/{id}")) {
            assert!(to.contains(&path), "{} does not lead to {path}", thing.path());
        }
        assert!(thing.page.is_none_or(|path| to.contains(&path) && door::open(&path).status == 200));
    }
    for (of, ids) in grounds() {
        let back: BTreeSet<String> = ways(&door::send(&of, None, &[CLINICIAN]).page).into_iter().collect();
        for path in ids {
            assert!(back.contains(&path), "{of} does not lead back to {path}");
        }
    }
}

/// For each source and statement, the pages of what rests on it.
fn grounds() -> Vec<(String, Vec<String>)> {
    let things = web::rests::things(protocol(), guide(), ledger());
    let with = |holds: &dyn Fn(&web::rests::Thing) -> bool| {
        things.iter().filter(|one| holds(one)).map(web::rests::Thing::path).collect()
    };
    let sources = ledger()
        .sources()
        .iter()
        .map(|one| (format!("/source/{}", one.id), with(&|thing| thing.sources.contains(&one.id))));
    let entries = ledger()
        .all_evidence()
        .iter()
        .map(|one| (format!("/evidence/{}", one.id), with(&|thing| thing.evidence.contains(&one.id))));
    sources.chain(entries).collect()
}

/// Blocks and statements that were put together although they cite no source in common: each was read, and says the same.
const APART: [&str; 19] = [
    "rule:E13 self-harm-now",
    "rule:U05 self-harm-now",
    "rule:U13 sepsis-amber",
    "rule:D06 abscess-definition",
    "rule:D14 seek-care-12-24h",
    "rule:D26 pregnancy-risk-equal",
    "rule:T09 nipple-damage-risk",
    "rule:T11 most-settle",
    "rule:T11 seek-care-12-24h",
    "rule:T16 wedge-one-side",
    "rule:T21 inflammatory-mastitis-definition",
    "rule:R02 ibc-mimic",
    "rule:R03 ibc-mimic",
    "rule:S04 itch-meaning",
    "rule:S05 blood-in-milk",
    "limit:vibration_minutes vibration-device",
    "limit:pain_up_points massage-stop-rules",
    "caution:pregnant pregnancy-caution",
    "prevention:sudden_change prevention-evidence",
];

#[test]
fn a_statement_shares_a_source_with_what_rests_on_it_or_is_named_here() {
    let things = web::rests::things(protocol(), guide(), ledger());
    let cited = |name: &str| {
        let (kind, id) = name.split_once(':').unwrap_or_default();
        let kind = if kind == "step" { "relief" } else { kind };
        things.iter().find(|one| one.kind == kind && one.id == id).map(|one| one.sources.clone()).unwrap_or_default()
    };
    let mut apart = Vec::new();
    for one in ledger().rests().iter().filter(|one| !one.id.starts_with("session:") && !one.id.starts_with("raise:")) {
        let sources = cited(&one.id);
        let statements = one.evidence.iter().filter_map(|id| ledger().evidence(id));
        let strange = statements.filter(|entry| !entry.sources.iter().any(|id| sources.contains(id)));
        apart.extend(strange.map(|entry| format!("{} {}", one.id, entry.id)));
    }
    assert_eq!(apart, APART);
}

#[test]
fn what_no_statement_says_is_told_and_what_nothing_rests_on_too() {
    let words = crate::house::words(Voice::ALL[0]);
    let (unsaid, unused) = (words.say("rests-unsaid"), words.say("rests-unused"));
    let things = web::rests::things(protocol(), guide(), ledger());
    let mut seen = 0;
    for thing in &things {
        let told = door::get(&thing.path()).contains(&unsaid);
        let looked = ledger()
            .rests()
            .iter()
            .any(|one| one.evidence.is_empty() && thing.path().ends_with(&format!("/{}", one.id.replace(':', "/"))));
        assert_eq!(told, looked && !thing.sources.is_empty() && thing.evidence.is_empty(), "{}", thing.path());
        seen += usize::from(told);
    }
    assert!(seen > 60, "{seen}");
    for one in ledger().all_evidence().iter().filter(|one| one.audience != Audience::Clinician) {
        let used = things.iter().any(|thing| thing.evidence.contains(&one.id));
        assert_eq!(door::get(&format!("/evidence/{}", one.id)).contains(&unused), !used, "{}", one.id);
    }
}

#[test]
fn what_is_for_clinicians_is_asked_for_where_a_rule_rests_on_it() {
    let page = main_of(&door::get("/rests/rule/D30")).to_owned();
    assert!(page.contains("I am a clinician") && !ways(&page).contains(&"/evidence/mrsa".to_owned()));
    let page = door::send("/rests/rule/D30", None, &[CLINICIAN]).page;
    assert!(ways(&page).contains(&"/evidence/mrsa".to_owned()));
}

#[test]
fn from_claim_to_claim_the_article_leads_gravest_first_and_back() {
    let page = door::get("/article");
    let target = |text: &str| {
        text.split("class=\"next btn soft\" href=\"#").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    let mut walked = Vec::new();
    let mut at = target(&page).unwrap_or_default();
    while let Some(claim) = ledger().claim(&at) {
        walked.push(claim);
        let (_, own) =
            page.split_once(&format!("<details id=\"{at}\">")).unwrap_or_else(|| panic!("{at} is not there"));
        at = target(own).unwrap_or_default();
    }
    assert_eq!(at, "main", "back to the top");
    let rank = |one: &ledger::Claim| ledger::Verdict::ALL.iter().position(|known| *known == one.verdict);
    assert!(walked.is_sorted_by(|one, other| rank(one) >= rank(other)));
    assert_eq!(walked.len(), ledger().claims().len());
}

#[test]
fn every_rule_step_session_and_limit_has_its_page() {
    let things = web::rests::things(protocol(), guide(), ledger());
    let count = |kind: &str| things.iter().filter(|thing| thing.kind == kind).count();
    assert_eq!(count("rule"), protocol().rules.len());
    assert_eq!(count("relief"), protocol().steps.len());
    assert_eq!(count("session"), guide().sessions.len());
    assert_eq!(count("limit"), protocol().limits.len());
    assert_eq!(count("read"), guide().pages.len());
    assert_eq!(count("condition"), guide().explains.len());
    for address in [addresses::clinical(), addresses::sessions()].concat() {
        let path = format!("/rests{}", address.path);
        assert!(things.iter().any(|thing| thing.path() == path), "{path}");
    }
    for address in addresses::clinical() {
        let path = format!("/rests{}", address.path);
        assert!(ways(&door::get(&address.path)).contains(&path), "{} leads to {path}", address.path);
    }
}

/// Every page that there is without answers: the ledger's, the guide's, and the tools.
fn every_page() -> Vec<String> {
    let fixed = ["/", "/about", "/help", "/check", "/no-such-page"].map(str::to_owned);
    fixed.into_iter().chain(addresses::all().into_iter().map(|one| one.path)).chain(all()).collect()
}

fn antibiotics(page: &str) -> Vec<String> {
    said(page).into_iter().map(|piece| piece.text).filter(|text| names_an_antibiotic(text)).collect()
}

#[test]
fn no_antibiotic_is_named_but_to_clinicians() {
    for path in every_page() {
        let page = door::open(&path).page;
        assert_eq!(antibiotics(&page), [""; 0], "{path}");
        assert!(!main_of(&page).contains("500 mg four times daily"), "{path}");
    }
    for typed in ["flucloxacillin", "antibiotic", "first line"] {
        let page = door::send("/evidence", None, &[("q", typed)]).page;
        assert_eq!(antibiotics(&page), [""; 0], "searched: {typed}");
    }
    let shown = all().into_iter().filter(|path| !antibiotics(&door::send(path, None, &[CLINICIAN]).page).is_empty());
    let shown: Vec<String> = shown.collect();
    assert!(
        shown.contains(&"/evidence/antibiotic-first-line".to_owned())
            && shown.contains(&"/source/nice-cks-mastitis".to_owned()),
        "{shown:?}"
    );
}

#[test]
fn of_what_is_for_clinicians_nothing_is_told_before_they_ask() {
    for one in ledger().all_evidence().iter().filter(|one| one.audience == Audience::Clinician) {
        let path = format!("/evidence/{}", one.id);
        let closed = main_of(&door::get(&path)).to_owned();
        assert!(closed.contains("I am a clinician"), "{path}");
        let texts = |page: &str| said(page).into_iter().map(|piece| piece.text).collect::<Vec<_>>();
        let title = one.claim.as_ref().unwrap_or(&one.statement);
        assert!(!texts(&closed).iter().any(|text| text.contains(title.as_str())), "{path}");
        let open = door::send(&path, None, &[CLINICIAN]);
        assert!(texts(&open.page).iter().any(|text| text.contains(title.as_str())), "{path}");
    }
}

#[test]
fn nothing_is_kept_of_who_asks() {
    for path in ["/evidence", "/evidence/antibiotic-first-line", "/source/nice-cks-mastitis"] {
        let answer = door::send_whole(path, &[CLINICIAN]);
        assert!(!answer.to_lowercase().contains("set-cookie"), "{path}");
    }
}

#[test]
fn after_a_loss_no_page_of_the_ledger_speaks_of_a_baby() {
    let interviews = after_loss(true);
    let interview = interviews.last().unwrap_or_else(|| panic!("someone after a loss"));
    let mut seen = 0;
    for path in all() {
        let answer = door::send(&path, Some(interview), &[]);
        assert!([200, 404].contains(&answer.status), "{path}");
        seen += usize::from(answer.status == 200);
        for piece in said(&answer.page) {
            assert_eq!(names_a_baby(&piece.text), None, "{path}: {}", piece.text);
        }
        for way in ways(main_of(&answer.page)) {
            let missing = addresses::all().iter().any(|Address { path, needs_baby }| *path == way && *needs_baby);
            assert!(!missing, "{path} leads to {way}");
        }
    }
    assert!(seen > 300, "{seen}");
    let whole = pieces(main_of(&door::get("/evidence"))).len();
    let without = pieces(main_of(&door::send("/evidence", Some(interview), &[]).page)).len();
    assert!(without < whole, "{without} of {whole}");
}

#[test]
fn our_own_words_on_a_disagreement_are_easy() {
    let names = crate::reading::names();
    for one in ledger().disagreements() {
        let texts = [one.ask.clone(), one.we.clone(), one.because.clone()];
        let grade = crate::grade::Counted::of(&crate::reading::without(&names, &texts)).grade();
        assert!(grade <= crate::reading::SCREEN, "{}: {grade:.1}", one.id);
    }
    assert_eq!(Voice::ALL.len(), 4);
}

#[test]
fn the_article_stands_in_its_order_with_its_jobs() {
    let page = door::get("/article");
    let mut rest = page.as_str();
    for one in ledger().claims() {
        let claim =
            one.claim.replace('\'', "&#39;").replace('"', "&#34;").replace('&', "&#38;").replace("&#38;#3", "&#3");
        let at = rest.find(&claim).unwrap_or_else(|| panic!("{} is not in its place", one.id));
        rest = &rest[at..];
        let own = rest.split("</details>").next().unwrap_or_default();
        assert!(one.page.as_ref().is_none_or(|path| own.contains(&format!("href=\"{path}\""))), "{}: its job", one.id);
        assert!(
            one.sources.iter().all(|id| own.contains(&format!("href=\"/source/{id}\""))),
            "{}: its sources",
            one.id
        );
    }
}
