//! `milkway serve --demo`: everybody is let in, everything says that it is invented, and nothing is left.

use std::ffi::OsStr;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Stdio;

use super::client::{Answer, Client};
use super::folder::Folder;
use super::running::{Running, milkway};

const BANNER: &str = "Invented data, to look around. Nothing is kept.";

/// A demo whose folder for temporary files is this one.
fn demo(temporary: &Folder) -> Running {
    let mut command = milkway(["serve", "--demo", "--listen", "127.0.0.1:0"]);
    let command = command.env("TMPDIR", &temporary.0).current_dir(&temporary.0);
    Running::of(command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap(), 2)
}

fn with(server: &Running, cookie: &str) -> Client {
    Client { cookie: cookie.to_owned(), ..server.client() }
}

fn begins_a_session(answer: &Answer) -> bool {
    assert_eq!(answer.cookie("session"), None, "the cookie of a real server is left alone");
    answer.cookie("demo").is_some()
}

#[test]
fn whoever_opens_a_demo_is_signed_in_and_every_page_says_that_it_is_invented() {
    let temporary = Folder::new();
    let server = demo(&temporary);
    assert!(server.said[0].contains("the data is invented") && server.said[0].contains("nothing is kept"));
    let first = server.client().get("/").unwrap();
    assert!(begins_a_session(&first));
    let her = with(&server, &first.cookie("demo").unwrap());
    for path in ["/", "/check", "/more", "/sign-in", "/relief", "/no-such-page"] {
        let page = her.get(path).unwrap();
        assert!(page.body.contains(BANNER), "{path}");
        assert!(!begins_a_session(&page), "{path}: she has one already");
        assert!(!page.body.contains("data-alone"), "{path}: no phone keeps what is invented");
    }
    // Only who is signed in hears of news.
    let news = her.get("/record/live?since=0").unwrap();
    assert!(news.status == 200 && news.json()["seq"].as_i64() > Some(5_000), "{}", news.body);
    let nobody = with(&server, "demo=unknown; session=of-a-real-server").get("/").unwrap();
    assert!(begins_a_session(&nobody));
}

#[test]
fn who_signs_out_of_a_demo_is_let_in_again() {
    let temporary = Folder::new();
    let server = demo(&temporary);
    let cookie = server.client().get("/").unwrap().cookie("demo").unwrap();
    let out = with(&server, &cookie).form("/sign-out", &[]).unwrap();
    assert_eq!((out.status, out.cookie("demo").as_deref()), (303, Some("demo=")));
    assert!(!out.headers("set-cookie").any(|set| set.starts_with("session=")));
    assert!(begins_a_session(&with(&server, &cookie).get("/").unwrap()), "the old session has ended");
}

#[test]
fn what_a_phone_has_for_a_real_server_is_not_taken_by_a_demo() {
    let temporary = Folder::new();
    let server = demo(&temporary);
    let cookie = server.client().get("/").unwrap().cookie("demo").unwrap();
    let phone = with(&server, &format!("session=of-a-real-server; {cookie}"));
    let lot = serde_json::json!({ "device": uuid::Uuid::nil(), "sent_at_ms": 0, "revisions": [] });
    for answer in [phone.json("/record/push", &lot), phone.get("/record/pull?since=0")] {
        let answer = answer.unwrap();
        assert_eq!((answer.status, answer.body.as_str()), (401, r#"{"why":"signed-out"}"#));
    }
}

#[test]
fn nothing_of_a_demo_is_left_whenever_it_is_stopped() {
    for (signal, waits) in [("INT", true), ("TERM", true), ("INT", false)] {
        let temporary = Folder::new();
        let inside = || fs::read_dir(&temporary.0).unwrap().count();
        let mut command = milkway(["serve", "--demo", "--listen", "127.0.0.1:0"]);
        let command = command.env("TMPDIR", &temporary.0).current_dir(&temporary.0);
        let process = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        if waits {
            let server = Running::of(process, 2);
            server.client().get("/").unwrap();
            assert_eq!(inside(), 1);
            server.signal(signal);
            assert!(server.ended().0.success());
        } else {
            // As soon as the folder is there, while the months are being invented.
            while inside() == 0 {
                std::thread::yield_now();
            }
            let server = Running::silent(process);
            server.signal(signal);
            assert!(server.ended().0.success());
        }
        assert_eq!(inside(), 0, "{signal}");
    }
}

#[test]
fn a_demo_works_on_no_data_folder() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let settings = folder.0.join("own.toml");
    fs::write(&settings, "data = \"data\"\n").unwrap();
    // One that starts all the same does not run on: its address is taken.
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let listen = taken.local_addr().unwrap().to_string();
    let told = |more: &[&OsStr], variable: Option<&Path>| {
        let arguments = ["serve", "--demo", "--listen", &listen].map(OsStr::new);
        let mut command = milkway(arguments.into_iter().chain(more.iter().copied()));
        let said = command.envs(variable.map(|data| ("MILKWAY_DATA", data))).output().unwrap();
        (said.status.code(), String::from_utf8(said.stderr).unwrap())
    };
    let line = "milkway: a demo keeps nothing and works on no data folder: leave out --data, MILKWAY_DATA and `data`\n";
    let refusal = (Some(1), line.to_owned());
    assert_eq!(told(&["--data".as_ref(), data.as_os_str()], None), refusal);
    assert_eq!(told(&[], Some(&data)), refusal);
    assert_eq!(told(&["--config".as_ref(), settings.as_os_str()], None), refusal);
    assert!(!data.exists());
}
