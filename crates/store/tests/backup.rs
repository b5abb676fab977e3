//! A copy is whole while people write, and the way back leaves nothing half.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[expect(dead_code, reason = "this test uses a part of it")]
mod home;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use home::{Folder, HOME, NOW_MS, bottle, id};
use store::account::AccountId;
use store::passkey::Passkey;
use store::{Fault, Store, account, backup, household, passkey, rebuild, revision};

fn put(store: &Store, number: u128) {
    store.write(|tx| revision::put(tx, HOME, &bottle(number, number, 60), NOW_MS)).unwrap();
}

/// How many changes a database has; and that all in it fits together.
fn whole(path: &Path) -> i64 {
    let store = Store::open(path).unwrap();
    assert_eq!(store.read(|tx| rebuild::households(tx)).unwrap(), [HOME]);
    assert_eq!(store.read(|tx| rebuild::check(tx, HOME)).unwrap(), Vec::<String>::new());
    let changes = store.read(|tx| revision::after(tx, HOME, 0, i64::MAX)).unwrap();
    let seq = store.read(|tx| household::seq(tx, HOME)).unwrap();
    assert_eq!(changes.len() as i64, seq, "no change is missing");
    seq
}

#[test]
fn a_copy_made_while_others_write_is_of_one_instant() {
    let folder = Folder::new();
    let store = folder.store();
    for number in 0..200 {
        put(&store, number);
    }
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut number = 1_000;
            while !is_over.load(Ordering::Relaxed) {
                put(&store, number);
                number += 1;
            }
        });
        let seq = || store.read(|tx| household::seq(tx, HOME)).unwrap();
        for number in 0..5 {
            let copy = folder.file(&format!("copy-{number}.db"));
            let before = seq();
            backup::backup(&store, &copy).unwrap();
            let after = seq();
            let copied = whole(&copy);
            assert!((before..=after).contains(&copied), "{before} {copied} {after}");
            // The writer goes on between copies, however the machine shares its cores.
            while seq() == after {
                std::thread::yield_now();
            }
        }
        is_over.store(true, Ordering::Relaxed);
        writer.join().unwrap();
    });
}

#[test]
fn a_backup_is_one_file_that_nobody_else_reads_and_takes_no_place_of_another() {
    let folder = Folder::new();
    let store = folder.store();
    put(&store, 1);
    let copy = folder.file("copy.db");
    // Left by one that was cut off.
    fs::write(folder.file("copy.db.part"), "half").unwrap();
    backup::backup(&store, &copy).unwrap();
    drop(store);
    assert_eq!(folder.names(), ["copy.db", store::FILE]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&copy).unwrap().permissions().mode() & 0o077, 0);
    }
    let before = fs::read(&copy).unwrap();
    let again = backup::backup_file(&folder.file(store::FILE), &copy).unwrap_err().to_string();
    assert!(again.starts_with("there is a file ") && again.contains("choose another name"), "{again}");
    assert!(fs::read(&copy).unwrap() == before);
    let nowhere = backup::backup_file(&folder.file(store::FILE), &folder.file("no/copy.db")).unwrap_err();
    assert!(matches!(nowhere, Fault::Closed(_)), "{nowhere}");
    let nothing = backup::backup_file(&folder.file("none.db"), &folder.file("new.db")).unwrap_err();
    assert!(matches!(nothing, Fault::Closed(_)), "{nothing}");
    assert_eq!(folder.names(), ["copy.db", store::FILE]);
}

#[test]
fn a_restored_backup_is_what_was_saved_and_what_was_there_is_kept() {
    let folder = Folder::new();
    let (database, copy) = (folder.file(store::FILE), folder.file("copy.db"));
    let store = folder.store();
    put(&store, 1);
    let (ana, key) = (AccountId(id(50)), vec![1, 0, 255]);
    store.write(|tx| account::add(tx, ana, "ana", "hash", NOW_MS)).unwrap();
    let passkey = Passkey {
        id: id(90),
        account: ana,
        credential: key.clone(),
        name: "Phone".into(),
        document: "{}".into(),
        made_ms: NOW_MS,
        used_ms: None,
    };
    store.write(|tx| passkey::add(tx, &passkey)).unwrap();
    backup::backup(&store, &copy).unwrap();
    store.write(|tx| passkey::remove(tx, ana, passkey.id)).unwrap();
    put(&store, 2);

    let open = backup::restore(&copy, &database, NOW_MS).unwrap_err();
    assert!(matches!(open, Fault::Busy), "{open}");
    assert_eq!(store.read(|tx| household::seq(tx, HOME)).unwrap(), 2, "a server that runs keeps its record");
    put(&store, 3);
    drop(store);

    let kept = backup::restore(&copy, &database, NOW_MS).unwrap().unwrap();
    assert_eq!(kept, folder.file(&format!("milkway.db.before-restore-{NOW_MS}")));
    assert_eq!((whole(&database), whole(&kept), whole(&copy)), (1, 3, 1));
    let back = Store::open(&database).unwrap().read(|tx| passkey::of_credential(tx, &key)).unwrap();
    assert_eq!(back, Some((passkey, "ana".to_owned())), "what signs in comes back as well");
    let new = folder.file("new.db");
    assert_eq!(backup::restore(&copy, &new, NOW_MS).unwrap(), None, "nothing was there");
    assert_eq!(whole(&new), 1);
    assert_eq!(folder.names().iter().filter(|name| name.contains("part")).count(), 0);
}

#[test]
fn a_broken_database_with_its_log_gives_way_and_is_kept() {
    let folder = Folder::new();
    let (database, copy) = (folder.file(store::FILE), folder.file("copy.db"));
    let store = folder.store();
    put(&store, 1);
    backup::backup(&store, &copy).unwrap();
    // From here on the log has one page, and it is not the first: that one is broken for good.
    let emptied = rusqlite::Connection::open(&database).unwrap();
    emptied.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    store.write(|tx| tx.run("UPDATE household SET made_ms = 5", &[])).unwrap();
    drop(emptied);
    // As after a pulled plug: the log is there and nobody has the file open.
    let log = folder.file("milkway.db-wal");
    let (log_was, mut file) = (fs::read(&log).unwrap(), fs::read(&database).unwrap());
    drop(store);
    file[..100].fill(7);
    let lay = || {
        fs::write(&log, &log_was).unwrap();
        fs::write(&database, &file).unwrap();
    };
    lay();
    assert!(matches!(Store::open(&database), Err(Fault::Broken(_))));
    lay();
    let kept = backup::restore(&copy, &database, NOW_MS).unwrap().unwrap();
    assert_eq!(whole(&database), 1);
    let made = Store::open(&database).unwrap().read(|tx| tx.first("SELECT made_ms FROM household", &[]));
    assert_eq!(made.unwrap().unwrap().int(0).unwrap(), NOW_MS, "nothing of the old log is read into it");
    assert!(fs::read(folder.file(&format!("milkway.db.before-restore-{NOW_MS}-wal"))).unwrap() == log_was);
    assert!(fs::read(&kept).unwrap() == file);
}

#[test]
fn what_cannot_be_restored_changes_nothing() {
    let folder = Folder::new();
    let database = folder.file(store::FILE);
    let store = folder.store();
    put(&store, 1);
    let (newer, broken) = (folder.file("newer.db"), folder.file("broken.db"));
    backup::backup(&store, &newer).unwrap();
    backup::backup(&store, &broken).unwrap();
    drop(store);
    rusqlite::Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
    // A page in the middle is gone.
    let mut bytes = fs::read(&broken).unwrap();
    bytes[4096 * 3..4096 * 5].fill(0xa5);
    fs::write(&broken, bytes).unwrap();
    fs::write(folder.file("text.db"), "a text, and long enough that nobody takes it for an empty file").unwrap();
    fs::write(folder.file("empty.db"), "").unwrap();
    rusqlite::Connection::open(folder.file("other.db")).unwrap().execute_batch("CREATE TABLE recipe (a)").unwrap();

    let before = (folder.names(), fs::read(&database).unwrap());
    let fault = |name: &str| backup::restore(&folder.file(name), &database, NOW_MS).unwrap_err();
    assert!(matches!(fault("newer.db"), Fault::Newer { found: 99, .. }));
    assert!(matches!(fault("broken.db"), Fault::Broken(_)));
    assert!(matches!(fault("text.db"), Fault::Broken(_)));
    assert!(matches!(fault("empty.db"), Fault::NotOurs(_)));
    assert!(matches!(fault("other.db"), Fault::NotOurs(_)));
    assert!(matches!(fault("none.db"), Fault::Closed(_)));
    assert!(matches!(fault(store::FILE), Fault::Refused(_)));
    assert!((folder.names(), fs::read(&database).unwrap()) == before, "{:?}", folder.names());
    assert_eq!(whole(&database), 1);
}

#[test]
fn scheduled_backups_come_once_a_day_and_the_old_ones_go() {
    let folder = Folder::new();
    let store = folder.store();
    let backups = folder.file("backups");
    fs::create_dir(&backups).unwrap();
    fs::write(backups.join("milkway-mine.db"), "of her own hand").unwrap();
    let hour_ms = 3_600_000;
    let mut made = 0;
    for hour in 0..24 * 40 {
        let is_made = backup::when_due(&store, &backups, NOW_MS + hour * hour_ms).unwrap().is_some();
        made += i32::from(is_made);
    }
    assert_eq!(made, 40);
    let left = fs::read_dir(&backups).unwrap().map(|file| file.unwrap().path()).collect::<Vec<_>>();
    assert!((10..=12).contains(&left.len()), "seven days, four weeks, and the one that is not ours: {left:?}");
    assert!(backups.join("milkway-mine.db").exists());
    let newest = left.iter().filter(|path| !path.ends_with("milkway-mine.db")).max().unwrap();
    whole(newest);
}
