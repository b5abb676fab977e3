//! `milkway backup`, `milkway restore`, `milkway record`: what somebody sees who looks after the data.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use store::{Store, account};

/// A data folder with a record in which `login` has an account.
fn folder(name: &str, login: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("record-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap_or_else(|fault| panic!("{fault}"));
    add(&folder, login);
    folder
}

fn add(folder: &std::path::Path, login: &str) {
    let store = open(folder);
    let id = account::AccountId(uuid::Uuid::from_u128(login.len() as u128));
    store.write(|tx| account::add(tx, id, login, "hash", 0)).unwrap_or_else(|fault| panic!("{fault}"));
}

fn open(folder: &std::path::Path) -> Store {
    Store::open(&folder.join(store::FILE)).unwrap_or_else(|fault| panic!("{fault}"))
}

fn has(folder: &std::path::Path, login: &str) -> bool {
    open(folder).read(|tx| account::named(tx, login)).unwrap_or_else(|fault| panic!("{fault}")).is_some()
}

/// Exit code, output, errors. `@` stands for the folder.
fn run(folder: &std::path::Path, line: &str) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_milkway"));
    command.env_remove("MILKWAY_CONFIG").env("MILKWAY_DATA", folder);
    let arguments = line.split(' ').map(|word| word.replace('@', &folder.display().to_string()));
    let output = command.args(arguments).output().unwrap_or_else(|fault| panic!("{fault}"));
    let text = |bytes| String::from_utf8(bytes).unwrap_or_else(|fault| panic!("{fault}"));
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// One line that says this.
fn refused(folder: &std::path::Path, line: &str, code: i32, words: &[&str]) {
    let (ended, _, err) = run(folder, line);
    assert_eq!((ended, err.lines().count()), (Some(code), 1), "{line}: {err}");
    assert!(err.starts_with("milkway: "), "{err}");
    words.iter().for_each(|word| assert!(err.contains(word), "`{word}` in {err}"));
}

#[test]
fn a_backup_is_made_while_milkway_runs_and_brings_back_what_was_there() {
    let folder = folder("back", "ana");
    let running = open(&folder);
    let (code, out, err) = run(&folder, "backup @/copy.db");
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.contains("copy.db, checked"), "{out}");
    refused(&folder, "backup @/copy.db", 1, &["no backup was made", "copy.db already; choose another name"]);
    add(&folder, "benno");
    refused(&folder, "restore @/copy.db", 1, &["nothing was changed", "held by another program; stop it"]);
    drop(running);
    assert!(has(&folder, "benno"));

    let (code, out, err) = run(&folder, "restore @/copy.db");
    assert_eq!((code, err.as_str()), (Some(0), ""), "{out}");
    assert!(out.contains("kept: ") && out.contains("milkway.db.before-restore-"), "{out}");
    assert!(has(&folder, "ana") && !has(&folder, "benno"));
}

#[test]
fn what_is_no_backup_is_refused_and_nothing_is_changed() {
    let folder = folder("none", "ana");
    fs::write(folder.join("text.db"), "a text that is long enough").unwrap_or_else(|fault| panic!("{fault}"));
    refused(&folder, "restore @/text.db", 1, &["nothing was changed", "cannot be read"]);
    refused(&folder, "restore @/missing.db", 1, &["nothing was changed", "missing.db cannot be opened"]);
    assert!(has(&folder, "ana"));
    refused(&folder, "backup @/no/such/copy.db", 1, &["no backup was made", "check that its folder is there"]);
    refused(&folder, "backup @/copy.db --data @/elsewhere", 1, &["there is no record at", "elsewhere", "--data DIR"]);
    refused(&folder, "record check --data @/elsewhere", 1, &["there is no record at", "elsewhere", "--data DIR"]);
    assert!(!folder.join("elsewhere").exists(), "a typing error makes no record");
    for wrong in ["backup", "restore", "backup @/a @/b", "record", "record chekc", "restore --nothing"] {
        refused(&folder, wrong, 2, &["milkway --help"]);
    }
}

#[test]
fn a_record_is_checked_and_built_again() {
    use care::record::id::HouseholdId;
    use care::record::settings::Settings;

    let folder = folder("check", "ana");
    let home = HouseholdId(uuid::Uuid::from_u128(9));
    let damage =
        "INSERT INTO day_sum (household, subject, day, name, amount) VALUES ($1, 'baby:x', '2026-11-26', 'feeds', 3)";
    let (code, out, _) = run(&folder, "record check");
    assert_eq!((code, out.contains("the record holds")), (Some(0), true), "{out}");
    open(&folder)
        .write(|tx| {
            store::household::add(tx, home, &Settings::default(), 0)?;
            tx.run(damage, &[home.to_string().as_str().into()])
        })
        .unwrap_or_else(|fault| panic!("{fault}"));
    let (code, out, _) = run(&folder, "record check");
    let line = format!("household {home}: the sum feeds of baby:x on 2026-11-26: the entries make another\n1 fault; ");
    assert_eq!((code, out.starts_with(&line)), (Some(1), true), "{out}");
    let (code, out, _) = run(&folder, "record rebuild");
    assert_eq!((code, out.as_str()), (Some(0), "0 entries built again\n"));
    let (code, out, _) = run(&folder, "record check");
    assert_eq!((code, out.contains("all in 1 household is")), (Some(0), true), "{out}");
}
