//! A full disk and a folder that cannot be written: told in words, and nothing that was acknowledged is lost.
//!
//! A real full disk and a real read-only folder need a small file system of their own. Where none can be mounted the test says so and ends.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[expect(dead_code, reason = "this test uses a part of it")]
mod home;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use home::{Folder, HOME, NOW_MS, bottle};
use store::{Fault, Store, backup, household, rebuild, revision};

/// A file system of four megabytes, in memory; away with the test.
struct Disk {
    folder: Folder,
}

impl Disk {
    /// None where this process may not mount, with the reason.
    fn mounted() -> Option<Self> {
        let disk = Self { folder: Folder::new() };
        if let Err(why) = disk.mount(&["-t", "tmpfs", "-o", "size=4m", "tmpfs"]) {
            let told = format!("skipped: no small file system can be mounted here ({why})\n");
            let _ = std::io::stderr().write_all(told.as_bytes());
            return None;
        }
        Some(disk)
    }

    fn mount(&self, arguments: &[&str]) -> Result<(), String> {
        let output = Command::new("mount").args(arguments).arg(&self.folder.0).output();
        let output = output.map_err(|why| why.to_string())?;
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        if output.status.success() { Ok(()) } else { Err(said) }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.file(name)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Fails when nothing was mounted, which is as well.
        let _ = Command::new("umount").arg(&self.folder.0).output();
    }
}

fn put(store: &Store, number: u128) -> Result<(), Fault> {
    store.write(|tx| revision::put(tx, HOME, &bottle(number, number, 60), NOW_MS)).map(|_| ())
}

/// Writes until it is refused; how many were acknowledged, and why no more were.
fn fill(store: &Store, from: u128) -> (u128, Fault) {
    for number in from..100_000 {
        if let Err(fault) = put(store, number) {
            return (number, fault);
        }
    }
    panic!("never full");
}

/// All that was acknowledged is there, nothing else, and it fits together.
fn check(store: &Store, acknowledged: u128) {
    let all = store.read(|tx| revision::after(tx, HOME, 0, i64::MAX)).unwrap();
    let held: Vec<u128> = all.iter().map(|one| one.received.revision.id.0.as_u128()).collect();
    assert_eq!(held, (0..acknowledged).collect::<Vec<_>>());
    assert_eq!(store.read(|tx| rebuild::check(tx, HOME)).unwrap(), Vec::<String>::new());
    let said = store.read(|tx| tx.first("PRAGMA integrity_check", &[])).unwrap().unwrap();
    assert_eq!(said.text(0).unwrap(), "ok");
}

const FULL: &str =
    "the disk is full: nothing was saved; make room in the data folder, nothing that was saved before is lost";
const READ_ONLY: &str = "the data folder is read-only: nothing was saved; give the server the right to write there";

#[test]
fn a_file_that_may_not_grow_is_full_and_takes_more_when_it_may() {
    let folder = Folder::new();
    let store = folder.store();
    let may_grow = |pages: i64| store.write(|tx| tx.rows(&format!("PRAGMA max_page_count = {pages}"), &[])).unwrap();
    may_grow(60);
    let (acknowledged, fault) = fill(&store, 0);
    assert!(acknowledged > 0 && matches!(fault, Fault::Full), "{fault}");
    assert_eq!(fault.to_string(), FULL);
    check(&store, acknowledged);
    may_grow(1_000_000);
    put(&store, acknowledged).unwrap();
    check(&store, acknowledged + 1);
}

#[test]
fn a_full_disk_loses_nothing_and_takes_more_when_there_is_room() {
    let Some(disk) = Disk::mounted() else { return };
    let ballast = disk.file("ballast");
    fs::write(&ballast, vec![1; 1_000_000]).unwrap();
    let file = disk.file(store::FILE);
    let store = Store::open(&file).unwrap();
    home::add_home(&store, HOME);
    let (acknowledged, fault) = fill(&store, 0);
    assert!(acknowledged > 50, "{acknowledged}: {fault}");
    assert_eq!(fault.to_string(), FULL);
    for _ in 0..20 {
        // Each time the same, and reading goes on.
        assert!(matches!(put(&store, acknowledged), Err(Fault::Full)));
        assert_eq!(store.read(|tx| household::seq(tx, HOME)).unwrap(), i64::try_from(acknowledged).unwrap());
    }
    check(&store, acknowledged);
    let copy = disk.file("copy.db");
    let no_room = backup::backup(&store, &copy).unwrap_err();
    assert_eq!(no_room.to_string(), FULL);
    assert!(!copy.exists() && !disk.file("copy.db.part").exists(), "no half copy");

    drop(store);
    let store = Store::open(&file).unwrap_or_else(|fault| panic!("a start on a full disk: {fault}"));
    check(&store, acknowledged);
    fs::remove_file(&ballast).unwrap();
    put(&store, acknowledged).unwrap();
    check(&store, acknowledged + 1);
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_the_record_in_it_stays() {
    let Some(disk) = Disk::mounted() else { return };
    let file = disk.file(store::FILE);
    let store = Store::open(&file).unwrap();
    home::add_home(&store, HOME);
    put(&store, 0).unwrap();
    let folder = Folder::new();
    let copy = folder.file("copy.db");
    backup::backup(&store, &copy).unwrap();
    drop(store);
    disk.mount(&["-o", "remount,ro"]).unwrap();
    let told = |path: &Path| Store::open(path).unwrap_err().to_string();
    assert_eq!(told(&file), READ_ONLY);
    assert_eq!(told(&disk.file("new.db")), READ_ONLY);
    assert_eq!(backup::backup_file(&copy, &disk.file("copy.db")).unwrap_err().to_string(), READ_ONLY);
    assert_eq!(backup::restore(&copy, &file, NOW_MS).unwrap_err().to_string(), READ_ONLY);
    disk.mount(&["-o", "remount,rw"]).unwrap();
    check(&Store::open(&file).unwrap(), 1);
    check(&Store::open(&copy).unwrap(), 1);
}

/// Marks a file as unchangeable, or takes the mark away: permissions do not bind the administrator, this does. Whether it could be done.
fn mark(sign: &str, file: &Path) -> bool {
    let output = Command::new("chattr").args([sign.as_ref(), file.as_os_str()]).output();
    output.is_ok_and(|output| output.status.success())
}

#[test]
fn a_disk_that_becomes_read_only_under_an_open_record_is_told_and_takes_more_when_it_may_be_written() {
    let folder = Folder::new();
    let store = folder.store();
    put(&store, 0).unwrap();
    let log = folder.file(&format!("{}-wal", store::FILE));
    let marked = mark("+i", &log);
    let told: Vec<_> = (0..3).map(|_| put(&store, 1).map_err(|fault| fault.to_string())).collect();
    let read = store.read(|tx| revision::after(tx, HOME, 0, i64::MAX)).unwrap().len();
    mark("-i", &log);
    if !marked || told[0].is_ok() {
        println!("skipped: no open file can be made unchangeable here");
        return;
    }
    assert_eq!(told, vec![Err(READ_ONLY.to_owned()); 3]);
    assert_eq!(read, 1, "reading goes on");
    put(&store, 1).unwrap();
    check(&store, 2);
}

#[test]
fn a_file_that_may_not_be_changed_is_told() {
    let folder = Folder::new();
    let file = folder.file(store::FILE);
    put(&folder.store(), 0).unwrap();
    if !mark("+i", &file) {
        println!("skipped: no file can be marked as unchangeable here");
        return;
    }
    let told = Store::open(&file).map(|_| ()).map_err(|fault| fault.to_string());
    assert!(mark("-i", &file));
    assert_eq!(told, Err(READ_ONLY.to_owned()), "at the start, not at the first entry");
    check(&Store::open(&file).unwrap(), 1);
}

#[test]
fn a_folder_that_is_missing_is_told_with_its_name() {
    let folder = Folder::new();
    let told = Store::open(&folder.file("none/milkway.db")).unwrap_err().to_string();
    assert!(told.contains("none/milkway.db cannot be opened; check that its folder is there"), "{told}");
    let told = Store::open(&folder.0).unwrap_err().to_string();
    assert!(told.contains("cannot be opened"), "a folder in the place of the file: {told}");
}
