//! What a clinician has set, at the doors where it counts: her check, her sessions, her home. And at all others, where it does not.

use std::sync::LazyLock;

use care::record::role::Role;
use protocol::answers::{Answers, Given};
use protocol::compile::Compiled;
use protocol::interview::Interview;
use serde_json::json;
use web::time::now_ms;

use crate::overrides::ended;
use crate::town::{Home, Phone, Town, paths, revision};

static SHIPPED: LazyLock<Compiled> = LazyLock::new(|| shipped::protocol(&shipped::ledger().unwrap()).unwrap());

/// Somebody of 30, without a baby, who denied everything but this; as a form carries it.
fn kept(said: &[(&str, &str)], known: &[(&str, &str)]) -> String {
    let protocol = &SHIPPED.protocol;
    let mut answers = Answers::default();
    protocol.each_finding().for_each(|(id, _)| answers.answer(id, Given::Level(0)));
    for (id, level) in said {
        let id = protocol.finding_named(id).unwrap();
        answers.answer(id, Given::Level(protocol.finding(id).level_named(level).unwrap()));
    }
    for (item, value) in
        [("age_years", "30"), ("baby", "none"), ("audience", "parent"), ("days_since_birth", "100")].iter().chain(known)
    {
        let item = protocol.context_named(item).unwrap();
        answers.know(item, protocol.context[item].value(value).unwrap());
    }
    let began_s = Some(now_ms() / 1_000);
    Interview { answers, began_s, ..Interview::default() }.write(&SHIPPED)
}

const SORE: [(&str, &str); 2] = [("lump", "tender_patch"), ("side", "one")];

fn sore() -> String {
    kept(&SORE, &[])
}

fn fever() -> String {
    kept(&[("temp", "fever")], &[])
}

/// Her check as it is shown again.
async fn result(phone: &Phone<'_>, kept: &str) -> String {
    phone.post("/check", &[("kept", kept), ("go", "again")]).await.ok()
}

/// A household with Ana and her clinician, and where that one sets what counts for Ana.
async fn with_doc(town: &Town) -> (Home, Phone<'_>, Phone<'_>, String) {
    let (home, ana) = town.home("Ana", "Noa").await;
    let (_, doc) = town.member(&home, "Doc", Role::Clinician).await;
    let path = format!("/care/{}", town.person(&home, "Ana").await.id);
    (home, ana, doc, path)
}

const SAID: &str = "Doc, a clinician, made this more urgent for Ana (";

#[tokio::test]
async fn a_raised_rule_counts_in_her_check_and_says_who_and_when_until_it_is_taken_back() {
    let town = Town::new();
    let (_, ana, doc, path) = with_doc(&town).await;
    let before = result(&ana, &fever()).await;
    assert!(before.contains("banner u3") && !before.contains(", a clinician, "), "{before}");
    let raise = [("rule", "T01"), ("to", "urgent_call_now")];
    doc.post(&format!("{path}/raise"), &raise).await.goes(&path);
    let page = result(&ana, &fever()).await;
    assert!(page.contains("banner u5") && !page.contains("banner u3"), "{page}");
    assert_eq!(page.matches(SAID).count(), 2, "at the banner and at the reason: {page}");
    // Also where somebody else answers on her phone.
    let other = result(&ana, &kept(&[("temp", "fever")], &[("audience", "caregiver")])).await;
    assert!(other.contains("banner u5") && other.contains(SAID), "{other}");
    // Where the rule does not fire nothing is said of it.
    assert!(!result(&ana, &kept(&[], &[])).await.contains(", a clinician, "));
    let hers = paths(&doc.get(&path).await.ok(), &format!("{path}/"));
    doc.post(hers.iter().find(|one| one.ends_with("/withdraw")).unwrap(), &[]).await.goes(&path);
    let after = result(&ana, &fever()).await;
    assert!(after.contains("banner u3") && !after.contains(", a clinician, "), "{after}");
}

#[tokio::test]
async fn a_rule_raised_to_an_emergency_interrupts_and_closes_massage() {
    let town = Town::new();
    let (_, ana, doc, path) = with_doc(&town).await;
    let sore = sore();
    assert!(!ana.post("/session/light_touch", &[("kept", &sore), ("go", "start")]).await.ok().contains("Not now"));
    doc.post(&format!("{path}/raise"), &[("rule", "S01"), ("to", "emergency_now")]).await.goes(&path);
    let page = result(&ana, &sore).await;
    assert!(page.contains("banner u6") && page.contains("href=\"tel:999\""), "{page}");
    let door = ana.post("/session/light_touch", &[("kept", &sore), ("go", "start")]).await.ok();
    assert!(door.contains("Not now") && door.contains("banner u6") && door.contains(SAID), "{door}");
    let card = ana.post("/relief/light_touch", &[("kept", &sore)]).await.ok();
    assert!(!card.contains("/session/light_touch"), "a step that is held back starts nothing: {card}");
}

#[tokio::test]
async fn what_is_set_for_her_changes_no_page_of_anybody_else() {
    let town = Town::new();
    let (home, ana, doc, path) = with_doc(&town).await;
    let (_, pia) = town.member(&home, "Pia", Role::Owner).await;
    let (_, sam) = town.member(&home, "Sam", Role::Helper).await;
    let nobody = town.phone();
    let sore = sore();
    let asked = [("/check", fever()), ("/session/vibration", sore.clone()), ("/relief/vibration", sore)];
    // Without what the clock says.
    let all = async || {
        let mut pages = Vec::new();
        for phone in [&pia, &sam, &nobody, &doc] {
            for (page, kept) in &asked {
                let page = phone.post(page, &[("kept", kept), ("go", "again")]).await.ok();
                pages.push(page.replace(|one: char| one.is_ascii_digit(), ""));
            }
        }
        pages
    };
    let before = all().await;
    doc.post(&format!("{path}/raise"), &[("rule", "T01"), ("to", "emergency_now")]).await.goes(&path);
    doc.post(&format!("{path}/unlock"), &[("read", "yes")]).await.goes(&path);
    assert!(result(&ana, &fever()).await.contains("banner u6"));
    assert!(before == all().await);
    for phone in [&pia, &sam, &doc] {
        assert_eq!(phone.pull().await["for_her"], json!([]));
    }
    assert_eq!(ana.pull().await["for_her"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn nothing_of_her_stands_in_the_book_of_everybody_though_she_was_the_first_to_ask() {
    let (one, other) = (Town::new(), Town::new());
    let (_, ana, doc, path) = with_doc(&one).await;
    doc.post(&format!("{path}/raise"), &[("rule", "T01"), ("to", "emergency_now")]).await.goes(&path);
    let book = async |phone: &Phone<'_>, page: String| {
        let version = page.split("/static/").nth(1).and_then(|rest| rest.split('/').next()).unwrap().to_owned();
        phone.get(&format!("/phone/{version}/book.json")).await.ok()
    };
    let hers = book(&ana, result(&ana, &fever()).await).await;
    let everybodys = book(&other.phone(), other.phone().get("/about").await.ok()).await;
    assert!(hers == everybodys);
}

#[tokio::test]
async fn her_home_counts_a_raised_rule_and_names_who_raised_it_and_another_who_sees_her_entry_does_not() {
    let town = Town::new();
    let (home, ana, doc, path) = with_doc(&town).await;
    let (_, pia) = town.member(&home, "Pia", Role::Owner).await;
    ana.post("/privacy", &[("share", "symptom")]).await.goes("/privacy");
    let me = json!({ "parent": town.person(&home, "Ana").await.id });
    let fever = json!({ "kind": "temperature", "amount": { "value": "38.2", "unit": "c" } });
    ana.push(&[revision(&me, &fever)]).await.ok();
    let before = ana.get("/").await.ok();
    assert!(before.contains("class=\"banner ") && !before.contains("banner u5"), "{before}");
    // In the weeks after a birth one of them decides, later the other.
    for rule in ["T01", "D01"] {
        doc.post(&format!("{path}/raise"), &[("rule", rule), ("to", "urgent_call_now")]).await.goes(&path);
    }
    let page = ana.get("/").await.ok();
    assert!(page.contains("banner u5") && page.contains(SAID), "{page}");
    let page = pia.get("/").await.ok();
    assert!(
        page.contains("class=\"banner ") && !page.contains("banner u5") && !page.contains(", a clinician, "),
        "{page}"
    );
}

#[tokio::test]
async fn an_unlock_is_in_the_place_of_her_own_choice_and_the_gate_stays() {
    let town = Town::new();
    let (home, ana, doc, path) = with_doc(&town).await;
    let sore = sore();
    let door = async |kept: &str| ana.post("/session/vibration", &[("kept", kept), ("go", "start")]).await.ok();
    let chooses = |page: &str| page.contains("value=\"choose\"");
    assert!(chooses(&door(&sore).await));
    doc.post(&format!("{path}/unlock"), &[("read", "yes")]).await.goes(&path);
    let page = door(&sore).await;
    assert!(!chooses(&page) && page.contains("Any of these now?"), "the list is asked all the same: {page}");
    let first = ana.post("/session/vibration", &[("kept", &sore)]).await.ok();
    assert!(first.contains("Doc, a clinician, opened this for Ana ("), "{first}");
    // Never with heat; never for her by somebody else; never without a check; never after a line was ticked.
    assert!(door(&kept(&[SORE[0], SORE[1], ("heat_colour", "small_patch")], &[])).await.contains("Not now"));
    assert!(door(&kept(&SORE, &[("audience", "helper")])).await.contains("Only the parent herself"));
    assert!(ana.post("/session/vibration", &[("go", "start")]).await.ok().contains("The check comes first"));
    let ticked = [("kept", sore.as_str()), ("go", "not_sure")];
    assert!(ana.post("/session/vibration", &ticked).await.ok().contains("Not now"));
    ended(&town, &home, "Doc").await;
    assert!(chooses(&door(&sore).await), "it ends with the clinician's reading");
}

#[tokio::test]
async fn where_it_cannot_be_read_the_check_goes_on_and_says_so() {
    let town = Town::new();
    let (_, ana, doc, path) = with_doc(&town).await;
    doc.post(&format!("{path}/raise"), &[("rule", "T01"), ("to", "emergency_now")]).await.goes(&path);
    town.record.write(|tx| tx.run("UPDATE override SET document = 'x'", &[])).await.unwrap();
    let page = result(&ana, &fever()).await;
    assert!(page.contains("banner u3") && page.contains("could not be read now"), "{page}");
    assert_eq!(ana.get("/").await.status, 200);
    assert!(ana.pull().await.get("for_her").is_none(), "her phone keeps what it has");
}
