//! A build without the check: pages to read, relief, painkillers, the timer. Nothing asks for her signs, and nothing that needs them opens.
//! `cargo xtask ci` runs it with `--no-default-features`; in any other build there is nothing here.

#![cfg(not(feature = "check"))]

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::OnceLock;

use protocol::answers::Given;
use protocol::interview::{Interview, Who};
use web::site::Site;

fn site() -> SocketAddr {
    static DOOR: OnceLock<SocketAddr> = OnceLock::new();
    *DOOR.get_or_init(|| {
        let (say, heard) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap_or_else(|fault| panic!("{fault}"));
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
                say.send(listener.local_addr()?).unwrap_or_default();
                let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
                let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
                let guide = shipped::guide(&compiled.protocol, &ledger).unwrap_or_else(|broken| panic!("{broken}"));
                let site = Site::new(compiled, ledger, guide, None, "/leave".to_owned()).checking(shipped::checker);
                web::serve(listener, site, std::future::pending()).await
            })
        });
        heard.recv().unwrap_or_else(|fault| panic!("{fault}"))
    })
}

/// Status and page.
fn ask(request: &str) -> (u16, String) {
    let talk = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(site())?;
        stream.write_all(request.as_bytes())?;
        let mut page = String::new();
        stream.read_to_string(&mut page)?;
        Ok(page)
    };
    let answer = talk().unwrap_or_else(|fault| panic!("{fault}"));
    let (head, page) = answer.split_once("\r\n\r\n").unwrap_or_default();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{head}"));
    (status, page.to_owned())
}

fn get(path: &str) -> (u16, String) {
    ask(&format!("GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
}

fn post(path: &str, body: &str) -> (u16, String) {
    let head = "Host: here\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded";
    ask(&format!("POST {path} HTTP/1.1\r\n{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()))
}

/// Every page that links and buttons lead to, from the first one on. This site keeps no record: its pages have tests of their own.
fn pages() -> &'static Vec<(String, String)> {
    static PAGES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    PAGES.get_or_init(|| {
        let (mut met, mut open) = (BTreeSet::from(["/".to_owned()]), vec!["/".to_owned()]);
        let mut pages = Vec::new();
        while let Some(path) = open.pop() {
            let (status, page) = get(&path);
            assert_eq!(status, 200, "{path}");
            let links = page.split("href=\"").skip(1).chain(page.split("formaction=\"").skip(1));
            let links = links.filter_map(|rest| rest.split('"').next()).filter(|link| link.starts_with('/'));
            for link in links.filter(|link| !link.starts_with("/static/") && !["/leave", "/household"].contains(link)) {
                if met.insert(link.to_owned()) {
                    open.push(link.to_owned());
                }
            }
            pages.push((path, page));
        }
        pages
    })
}

/// Someone whom nothing excludes, done with the check: in another build every massage would open.
fn well() -> String {
    let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
    let compiled = shipped::protocol(&ledger).unwrap_or_else(|broken| panic!("{broken}"));
    let now_s = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |span| span.as_secs());
    let mut interview =
        Interview { who: Some(Who::Parent), began_s: i64::try_from(now_s).ok(), ..Interview::default() };
    for (id, _) in compiled.protocol.each_finding() {
        interview.answers.answer(id, Given::Level(0));
    }
    let escape = |byte: u8| format!("%{byte:02X}");
    interview.write(&compiled).bytes().map(escape).collect()
}

#[test]
fn there_is_no_check_and_no_way_to_one() {
    assert!(pages().len() > 80, "{}", pages().len());
    for (path, page) in pages() {
        assert!(!page.contains("\"/check\""), "{path} leads to the check");
    }
    assert_eq!(get("/check").0, 404);
    assert_eq!(post("/check", &format!("kept={}&at=result&go=on", well())).0, 404);
}

#[test]
fn the_rules_are_not_handed_to_phones() {
    let (_, home) = get("/");
    let version = home.split("/static/").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    assert!(!version.is_empty());
    assert_eq!(get(&format!("/phone/{version}/book.json")).0, 404);
}

#[test]
fn the_first_page_says_that_there_is_no_check_and_leads_to_what_there_is() {
    let words = web::english();
    let (_, home) = get("/");
    assert!(home.contains(&words.say("no-check-home")));
    for path in ["/more", "/relief", "/painkillers", "/help"] {
        assert!(home.contains(&format!("\"{path}\"")), "{path}");
    }
    assert!(get("/relief").1.contains(&words.say("no-check-relief")));
    assert!(get("/about/safety").1.contains(&words.say("safety-no-check")));
}

#[test]
fn what_stands_behind_a_gate_stays_closed_also_for_answers_from_elsewhere() {
    let words = web::english();
    for session in ["light_touch", "lying_strokes", "vibration"] {
        let (_, page) = get(&format!("/session/{session}"));
        assert!(page.contains(&words.say("no-check-session")), "{session}");
        let (_, page) = post(&format!("/session/{session}"), &format!("kept={}&pass=1+none+old&go=start", well()));
        assert!(page.contains(&words.say("no-check-session")), "{session} with answers from elsewhere");
    }
    let (_, feed) = post("/feed-timer", &format!("kept={}&feed=left@1+stop@2", well()));
    assert!(!feed.contains("/session/light_touch"), "the timer offers no massage");
}

#[test]
fn answers_from_elsewhere_change_no_page() {
    for path in ["/relief", "/relief/cold_pack", "/milk", "/condition/abscess", "/more"] {
        let (status, with) = post(path, &format!("kept={}", well()));
        assert_eq!(status, 200, "{path}");
        assert_eq!(with, get(path).1, "{path}");
    }
}

#[test]
fn no_page_speaks_as_if_there_were_a_check() {
    for (path, page) in pages() {
        let low = page.to_lowercase();
        for never in ["the check comes first", "do the check", "start the check", "the check tells", "after the check"]
        {
            assert!(!low.contains(never), "{path}: {never}");
        }
    }
}
