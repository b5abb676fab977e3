//! What the door promises, asked of a real database.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[expect(dead_code, reason = "this test uses a part of it")]
mod home;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Barrier;

use home::{Folder, HOME, NOW_MS, bottle};
use store::{Fault, Store, Tx, Value, account, entry, household, passkey, revision};
use uuid::Uuid;

fn int(tx: &dyn Tx, sql: &str) -> Result<i64, Fault> {
    tx.first(sql, &[])?.unwrap().int(0)
}

/// Journal, synchronous (2: full), foreign keys.
fn settings(tx: &dyn Tx) -> Result<(String, i64, i64), Fault> {
    let journal = tx.first("PRAGMA journal_mode", &[])?.unwrap().text(0)?.to_owned();
    Ok((journal, int(tx, "PRAGMA synchronous")?, int(tx, "PRAGMA foreign_keys")?))
}

#[test]
fn every_connection_has_the_log_the_full_sync_and_the_foreign_keys() {
    let folder = Folder::new();
    let store = folder.store();
    let wanted = ("wal".to_owned(), 2, 1);
    assert_eq!(store.write(settings).unwrap(), wanted);
    // Three at once: each of the three readers is asked.
    let all = Barrier::new(3);
    let ask = |tx: &dyn Tx| {
        all.wait();
        settings(tx)
    };
    std::thread::scope(|scope| {
        let asked: Vec<_> = (0..3).map(|_| scope.spawn(|| store.read(ask).unwrap())).collect();
        for one in asked {
            assert_eq!(one.join().unwrap(), wanted);
        }
    });
}

#[test]
fn a_number_in_a_statement_is_the_place_of_the_value() {
    let folder = Folder::new();
    let store = folder.store();
    let row = store.read(|tx| tx.first("SELECT $2 || $1 || $1", &["a".into(), "b".into()])).unwrap().unwrap();
    assert_eq!(row.text(0).unwrap(), "baa");
}

#[test]
fn every_kind_of_value_comes_back_as_it_was() {
    let folder = Folder::new();
    let values = [Value::Null, Value::Int(i64::MIN), Value::Real(0.1), "ж ' \" \0".into(), Value::Bytes(vec![0, 255])];
    let store = folder.store();
    let row = store.read(|tx| tx.first("SELECT $1, $2, $3, $4, $5", &values)).unwrap().unwrap();
    assert_eq!(row.0, values);
    assert_eq!((row.bytes(4).unwrap(), row.maybe_int(0).unwrap()), (&[0, 255][..], None));
    let private = row.int(3).unwrap_err().to_string();
    assert_eq!(private, "the database says: column 3 is not an integer but a text", "a fault may be logged");
}

#[test]
fn every_table_holds_its_types() {
    let folder = Folder::new();
    let store = folder.store();
    let lax = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0";
    assert_eq!(store.read(|tx| tx.rows(lax, &[])).unwrap(), []);
    let refused = store.write(|tx| tx.run("UPDATE household SET made_ms = $1", &["noon".into()])).unwrap_err();
    assert!(matches!(refused, Fault::Refused(_)), "{refused}");
}

#[test]
fn what_points_at_nothing_is_refused_and_what_is_there_twice_is_told_apart() {
    let folder = Folder::new();
    let store = folder.store();
    let nobody = account::AccountId(Uuid::from_u128(404));
    let refused = store.write(|tx| account::set_recovery(tx, nobody, &[vec![1]])).unwrap_err();
    assert!(matches!(refused, Fault::Refused(_)), "{refused}");
    let twice = store.write(|tx| household::add(tx, HOME, &care::record::settings::Settings::default(), NOW_MS));
    assert!(matches!(twice, Err(Fault::Twice(_))), "{twice:?}");
}

#[test]
fn a_read_writes_nothing() {
    let folder = Folder::new();
    let store = folder.store();
    assert!(store.read(|tx| tx.run("UPDATE household SET seq = 5", &[])).is_err());
    assert_eq!(store.read(|tx| household::seq(tx, HOME)).unwrap(), 0);
}

#[test]
fn a_page_that_panics_takes_no_reader_with_it() {
    let folder = Folder::new();
    let store = folder.store();
    for _ in 0..10 {
        let panicked = catch_unwind(AssertUnwindSafe(|| store.read::<()>(|_| panic!("a fault in a page"))));
        assert!(panicked.is_err());
    }
    // With one reader lost each time this would wait for ever.
    assert_eq!(store.read(|tx| household::seq(tx, HOME)).unwrap(), 0);
}

#[test]
fn a_write_that_panics_or_fails_leaves_nothing_behind() {
    let folder = Folder::new();
    let store = folder.store();
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        store.write::<()>(|tx| {
            revision::put(tx, HOME, &bottle(10, 1, 90), NOW_MS)?;
            panic!("a fault in a request")
        })
    }));
    assert!(panicked.is_err());
    let failed = store.write::<()>(|tx| {
        revision::put(tx, HOME, &bottle(10, 1, 90), NOW_MS)?;
        Err(Fault::Full)
    });
    assert!(failed.is_err());
    assert_eq!(store.read(|tx| revision::after(tx, HOME, 0, 9)).unwrap(), []);
    assert_eq!(store.read(|tx| entry::before(tx, HOME, None, i64::MAX, 9)).unwrap(), []);
    store.write(|tx| revision::put(tx, HOME, &bottle(10, 1, 90), NOW_MS)).unwrap();
    assert_eq!(store.read(|tx| revision::after(tx, HOME, 0, 9)).unwrap().len(), 1, "the next one is taken");
}

#[test]
fn a_read_sees_one_instant_while_others_write() {
    let folder = Folder::new();
    let store = folder.store();
    let seen = store.read(|tx| {
        let before = household::seq(tx, HOME)?;
        store.write(|tx| revision::put(tx, HOME, &bottle(10, 1, 90), NOW_MS))?;
        Ok((before, household::seq(tx, HOME)?))
    });
    assert_eq!(seen.unwrap(), (0, 0));
    assert_eq!(store.read(|tx| household::seq(tx, HOME)).unwrap(), 1);
}

#[test]
fn two_programs_on_one_file_lose_no_number() {
    let folder = Folder::new();
    let (one, two) = (folder.store(), Store::open(&folder.file(store::FILE)).unwrap());
    std::thread::scope(|scope| {
        for store in [&one, &two] {
            scope.spawn(move || {
                for _ in 0..50 {
                    store.write(|tx| household::next_seq(tx, HOME)).unwrap();
                }
            });
        }
    });
    assert_eq!(one.read(|tx| household::seq(tx, HOME)).unwrap(), 100);
}

#[test]
fn a_database_of_a_newer_version_is_left_as_it_was() {
    let folder = Folder::new();
    let path = folder.file(store::FILE);
    drop(folder.store());
    let open = rusqlite::Connection::open(&path).unwrap();
    open.pragma_update(None, "journal_mode", "DELETE").unwrap();
    open.pragma_update(None, "user_version", 99).unwrap();
    drop(open);
    let before = std::fs::read(&path).unwrap();
    let told = Store::open(&path).unwrap_err().to_string();
    assert_eq!(told, "the database has version 99, this program knows 3: install the newer version again");
    assert!(std::fs::read(&path).unwrap() == before);
}

#[test]
fn a_database_of_an_older_version_gets_what_it_lacks_and_keeps_what_it_has() {
    let folder = Folder::new();
    let path = folder.file(store::FILE);
    drop(folder.store());
    let open = rusqlite::Connection::open(&path).unwrap();
    open.execute_batch("DROP TABLE passkey; PRAGMA user_version = 2").unwrap();
    drop(open);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.read(|tx| passkey::of_credential(tx, &[1])).unwrap(), None);
    assert!(store.read(|tx| household::get(tx, HOME)).unwrap().is_some());
}

#[test]
fn a_file_of_somebody_else_is_left_as_it_was() {
    let folder = Folder::new();
    let path = folder.file("other.db");
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    let before = std::fs::read(&path).unwrap();
    let other = Store::open(&path).unwrap_err();
    assert!(matches!(&other, Fault::NotOurs(file) if file.ends_with("other.db")), "{other}");
    assert!(std::fs::read(&path).unwrap() == before);
    std::fs::write(&path, "Dear diary, this is a text and no database at all.").unwrap();
    let text = Store::open(&path).unwrap_err();
    assert!(matches!(text, Fault::Broken(_)), "{text}");
}

#[cfg(unix)]
#[test]
fn nobody_but_the_owner_of_the_files_reads_them() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let store = folder.store();
    for name in folder.names() {
        let mode = std::fs::metadata(folder.file(&name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
    }
    assert!(folder.names().len() > 1, "the log is beside it while it is open");
    drop(store);
}
