//! A full disk and a folder that cannot be written, met by the whole server: it says so, goes on reading, and loses nothing.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::client::{Answer, Client};
use super::disk::Disk;
use super::family::{Family, kept, push, taken};
use super::folder::Folder;
use super::running::{Running, refused};

/// Pushes until it is refused, lots first and then one by one: what was acknowledged, and the last refusal.
fn fill(client: &Client, family: &Family) -> (Vec<u128>, Answer) {
    let (mut acknowledged, mut next) = (Vec::new(), 100);
    for at_once in [50, 5, 1] {
        loop {
            let lot: Vec<_> = (next..next + at_once).map(|number| family.nappy(number, number, None)).collect();
            let answer = push(client, &lot).unwrap();
            if answer.status != 200 {
                if at_once == 1 {
                    return (acknowledged, answer);
                }
                break;
            }
            acknowledged.extend(taken(&answer));
            next += at_once;
        }
    }
    panic!("never full");
}

/// A form that writes less than an entry, until that, too, does not fit.
fn page_of_a_form(client: &Client) -> Answer {
    let fields = [("login", "ana"), ("password", "a long night")];
    let mut answers = (0..100).map(|_| client.form("/sign-in", &fields).unwrap());
    answers.find(|answer| answer.status != 303).unwrap()
}

#[test]
fn a_full_disk_is_told_reading_goes_on_and_all_is_taken_when_there_is_room() {
    let Some(disk) = Disk::mounted() else { return };
    let data = disk.path().join("data");
    let ballast = disk.path().join("ballast");
    fs::write(&ballast, vec![1; 2_000_000]).unwrap();
    let mut server = Running::on(&data, 3);
    let family = Family::begin(&server);
    let client = family.client(&server);
    let (acknowledged, refusal) = fill(&client, &family);
    assert!(!acknowledged.is_empty());
    assert_eq!((refusal.status, refusal.body.as_str()), (503, r#"{"why":"full"}"#));
    assert_eq!(kept(&client, -1).0, acknowledged, "reading goes on");
    assert_eq!(client.get("/").unwrap().status, 200);
    let page = page_of_a_form(&client);
    assert_eq!(page.status, 503);
    assert!(
        page.body.contains("The disk of the server is full") && page.body.contains("What was saved before is safe.")
    );

    server.kill();
    server = Running::on(&data, 2);
    let client = family.client(&server);
    assert_eq!(kept(&client, -1).0, acknowledged, "and after a start on the full disk");
    fs::remove_file(&ballast).unwrap();
    assert_eq!(taken(&push(&client, &[family.nappy(1, 1, None)]).unwrap()), [1]);
}

/// Marks a file as unchangeable, or takes the mark away; whether that could be done. Permissions do not bind the administrator, this does.
fn mark(sign: &str, file: &Path) -> bool {
    let output = Command::new("chattr").args([sign.as_ref(), file.as_os_str()]).output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn a_disk_that_becomes_read_only_while_the_server_runs_is_told_on_pages_and_to_phones_and_reading_goes_on() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let server = Running::on(&data, 3);
    let family = Family::begin(&server);
    let client = family.client(&server);
    assert_eq!(taken(&push(&client, &[family.nappy(1, 1, None)]).unwrap()), [1]);
    let log = data.join(format!("{}-wal", store::FILE));
    let marked = mark("+i", &log);
    let refusal = push(&client, &[family.nappy(2, 2, None)]).unwrap();
    let page = client.form("/sign-in", &[("login", "ana"), ("password", "a long night")]).unwrap();
    let (home, read) = (client.get("/").unwrap().status, kept(&client, -1).0);
    mark("-i", &log);
    if !marked || refusal.status == 200 {
        println!("skipped: no open file can be made unchangeable here");
        return;
    }
    assert_eq!((refusal.status, refusal.body.as_str()), (503, r#"{"why":"read-only"}"#));
    assert_eq!(page.status, 503);
    for said in ["The server may not write to its disk", "This was not saved.", "What was saved before is safe."] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    assert_eq!((home, read), (200, vec![1]), "reading goes on");
    assert_eq!(taken(&push(&client, &[family.nappy(2, 2, None)]).unwrap()), [2]);
    assert_eq!(kept(&client, -1).0, [1, 2]);
}

#[test]
fn a_start_on_a_folder_that_cannot_be_written_says_in_one_line_what_to_do() {
    let Some(disk) = Disk::mounted() else { return };
    let data = disk.path().join("data");
    let server = Running::on(&data, 3);
    let family = Family::begin(&server);
    taken(&push(&family.client(&server), &[family.nappy(1, 1, None)]).unwrap());
    server.signal("TERM");
    assert!(server.ended().0.success());
    disk.mount(&["-o", "remount,ro"]).unwrap();
    let told = |folder: &OsStr| {
        let said = refused(
            &["serve", "--listen", "127.0.0.1:0", "--data"]
                .map(OsStr::new)
                .into_iter()
                .chain([folder])
                .collect::<Vec<_>>(),
        );
        assert_eq!(said.status.code(), Some(1));
        let line = String::from_utf8(said.stderr).unwrap();
        assert_eq!(line.lines().count(), 1, "{line}");
        line
    };
    let line = told(data.as_os_str());
    assert!(line.contains("read-only") && line.contains("give the server the right to write there"), "{line}");
    let line = told(disk.path().join("new").as_os_str());
    assert!(line.contains("cannot make the data folder") && line.contains("--data DIR"), "{line}");
    disk.mount(&["-o", "remount,rw"]).unwrap();
    let server = Running::on(&data, 2);
    assert_eq!(kept(&family.client(&server), -1).0, [1]);
}
