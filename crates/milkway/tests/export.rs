//! `milkway export` and `milkway import` as they are used: out of one data folder, into another, and back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use care::record::household::BabyState;
use care::record::id::{HouseholdId, RevisionId};
use exchange::record::export::Export;
use exchange::record::invented::Invented;
use uuid::Uuid;

/// A folder of this test alone, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("milkway-record-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap_or_else(|error| panic!("{error}"));
        Self(path)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        fs::write(self.0.join(name), content).unwrap_or_else(|error| panic!("{error}"));
        self.path(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn milkway(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_milkway"));
    for name in ["LISTEN", "DATA", "REGION", "LANGUAGE", "LEAVE", "CONFIG"] {
        command.env_remove(format!("MILKWAY_{name}"));
    }
    command.args(arguments).stdin(Stdio::null()).output().unwrap_or_else(|error| panic!("{error}"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What it said; it must have ended well.
fn well(arguments: &[&str]) -> String {
    let said = milkway(arguments);
    assert!(said.status.success(), "{arguments:?}: {}{}", text(&said.stdout), text(&said.stderr));
    text(&said.stdout)
}

/// What it complained of in one line; it must have ended with 1.
fn ill(arguments: &[&str]) -> String {
    let said = milkway(arguments);
    assert_eq!(said.status.code(), Some(1), "{arguments:?}: {}", text(&said.stdout));
    let err = text(&said.stderr);
    assert!(err.starts_with("milkway: ") && err.matches('\n').count() == 1, "{err}");
    err
}

fn invented(seed: u64, days: u32) -> Export {
    Invented { seed, start: jiff_date(), days, zone: "Europe/London".into() }.household()
}

fn jiff_date() -> jiff::civil::Date {
    jiff::civil::date(2026, 3, 20)
}

fn lines(export: &Export) -> Vec<u8> {
    export.lines(false).unwrap_or_default()
}

fn exported(data: &str) -> String {
    well(&["export", "--jsonl", "-", "--data", data])
}

fn batch(said: &str) -> String {
    let at = said.find("--undo ").unwrap_or_else(|| panic!("no batch in {said}"));
    said[at + 7..].trim().to_owned()
}

/// How many rows the tables have in all.
fn rows(folder: &Folder, data: &str) -> usize {
    let tables = folder.path("tables");
    well(&["export", "--csv", &tables, "--data", data]);
    let all: Vec<_> = fs::read_dir(tables).unwrap_or_else(|error| panic!("{error}")).flatten().collect();
    assert_eq!(all.len(), 15, "a table a kind");
    let lines = |path: &Path| fs::read_to_string(path).unwrap_or_default().matches("\r\n").count();
    all.iter().map(|file| lines(&file.path()) - 1).sum()
}

/// Values at the edges of their types, in one more revision.
fn odd(export: &mut Export) {
    let mut odd = export.revisions[3].clone();
    odd.revision.id = RevisionId(Uuid::from_u128(5));
    odd.revision.entry.0 = Uuid::from_u128(6);
    odd.revision.made_at_ms = i64::MIN;
    odd.revision.content.at.at_ms = i64::MAX;
    odd.revision.content.at.offset_s = i32::MAX;
    odd.revision.content.at.zone = "Moon/Sea\u{0}".into();
    odd.revision.content.note = "=1+1\r\n\"\u{2028}\u{1f37c}\\".into();
    odd.skew_ms = i64::MIN;
    export.revisions.insert(4, odd);
}

#[test]
fn what_is_imported_into_an_empty_folder_is_exported_byte_for_byte() {
    let folder = Folder::new("round");
    let mut export = invented(7, 12);
    odd(&mut export);
    let mut died = export.household.babies[0].clone();
    died.id.0 = Uuid::from_u128(4);
    died.state = BabyState::Died;
    export.household.babies.push(died);
    let file = folder.file("a.jsonl", lines(&export));
    let (first, second) = (folder.path("first"), folder.path("second"));
    let said = well(&["import", &file, "--data", &first]);
    assert!(said.contains(&format!("revisions: {} new, 0 here already", export.revisions.len())), "{said}");
    assert!(said.contains("people: 3 new; babies: 2 new"), "{said}");
    let out = folder.path("b.jsonl");
    well(&["export", "--jsonl", &out, "--data", &first]);
    well(&["import", &out, "--data", &second]);
    assert!(fs::read(&out).is_ok_and(|bytes| bytes == lines(&export)), "the first export is the file");
    assert_eq!(exported(&second).into_bytes(), lines(&export), "and so is the second");
    assert!(!Path::new(&format!("{out}.part")).exists());
}

#[test]
fn a_second_import_of_the_same_file_changes_nothing() {
    let folder = Folder::new("twice");
    let export = invented(7, 4);
    let (file, data) = (folder.file("a.jsonl", lines(&export)), folder.path("data"));
    well(&["import", &file, "--data", &data]);
    let said = well(&["import", &file, "--data", &data]);
    assert!(said.contains(&format!("revisions: 0 new, {} here already", export.revisions.len())), "{said}");
    assert!(said.contains("people: 0 new; babies: 0 new") && !said.contains("batch"), "{said}");
    assert_eq!(exported(&data).into_bytes(), lines(&export));
}

#[test]
fn a_dry_run_tells_the_same_and_writes_nothing() {
    let folder = Folder::new("dry");
    let (short, long) = (invented(7, 3), invented(7, 5));
    let (file, data) = (folder.file("long.jsonl", lines(&long)), folder.path("data"));
    let said = well(&["import", &file, "--dry-run", "--data", &data]);
    assert!(said.contains(&format!("revisions: {} new", long.revisions.len())), "{said}");
    assert!(said.ends_with("dry run: nothing was written\n") && !Path::new(&data).exists(), "{said}");

    well(&["import", &folder.file("short.jsonl", lines(&short)), "--data", &data]);
    let said = well(&["import", &file, "--dry-run", "--data", &data]);
    let real = well(&["import", &file, "--data", &data]);
    assert_eq!(said.replace("dry run: nothing was written\n", ""), real[..real.find("batch").unwrap_or(0)]);
    let batches = || fs::read_dir(folder.0.join("data/imports")).map(Iterator::count).unwrap_or_default();
    let (before, kept) = (exported(&data), batches());
    let said = well(&["import", "--undo", &batch(&real), "--dry-run", "--data", &data]);
    assert!(said.contains("dry run"), "{said}");
    assert_eq!((exported(&data), batches()), (before, kept));
}

#[test]
fn an_import_is_taken_back_and_that_as_well() {
    let folder = Folder::new("undo");
    let (file, data) = (folder.file("a.jsonl", lines(&invented(7, 6))), folder.path("data"));
    let import = batch(&well(&["import", &file, "--data", &data]));
    let shown = rows(&folder, &data);
    assert!(shown > 150, "{shown}");
    let said = well(&["import", "--undo", &import, "--data", &data]);
    assert!(said.contains(&format!("entries: {shown} taken back, 0 stay")), "{said}");
    assert_eq!(rows(&folder, &data), 0, "all of it is in the bin");
    assert!(exported(&data).lines().count() > shown, "and nothing is deleted");
    let again = well(&["import", &file, "--data", &data]);
    assert!(again.contains(&format!("{shown} entries of the file lie in the bin here")), "{again}");
    well(&["import", "--undo", &batch(&said), "--data", &data]);
    assert_eq!(rows(&folder, &data), shown);
}

#[test]
fn a_bad_line_is_told_the_others_are_taken_and_the_end_says_so() {
    let folder = Folder::new("bad");
    let export = invented(7, 2);
    let bytes = text(&lines(&export)).replacen("\"made_at_ms\":1", "\"made_at_ms\":\"1", 1);
    let (file, data) = (folder.file("a.jsonl", bytes), folder.path("data"));
    let said = milkway(&["import", &file, "--data", &data]);
    let out = text(&said.stdout);
    assert_eq!(said.status.code(), Some(1), "{out}");
    assert!(out.starts_with("line 2, left out: ") && out.contains("1 left out"), "{out}");
    assert!(out.contains(&format!("revisions: {} new", export.revisions.len() - 1)), "{out}");
    assert_eq!(exported(&data).lines().count(), export.revisions.len());
}

#[test]
fn what_cannot_be_read_is_refused_in_one_line_and_nothing_is_made() {
    let folder = Folder::new("refused");
    let data = folder.path("data");
    let newer = text(&lines(&invented(7, 1))).replacen("\"version\":1", "\"version\":9", 1);
    let cases = [
        (folder.file("new.jsonl", newer), "install the version of Milkway that wrote it"),
        (folder.file("other.csv", "Type,Start\r\n"), "does not begin a file of the form `milkway-record`"),
        (folder.file("empty", ""), "the file is empty"),
        (folder.path("missing"), "cannot read"),
    ];
    for (file, why) in cases {
        let said = ill(&["import", &file, "--data", &data]);
        assert!(said.contains(why), "{said}");
    }
    assert!(ill(&["export", "--jsonl", "-", "--data", &data]).contains("no record in"));
    assert!(ill(&["import", "--undo", &Uuid::nil().to_string(), "--data", &data]).contains("there is no batch"));
    assert!(!Path::new(&data).exists());
}

#[test]
fn two_families_are_not_mixed_unless_that_was_said() {
    let folder = Folder::new("two");
    let data = folder.path("data");
    let (ours, theirs) = (invented(7, 2), invented(8, 2));
    well(&["import", &folder.file("ours", lines(&ours)), "--data", &data]);
    let file = folder.file("theirs", lines(&theirs));
    let said = ill(&["import", &file, "--data", &data]);
    assert!(said.contains("which is not here") && said.contains(&ours.household.id.to_string()), "{said}");
    let id = |household: HouseholdId| household.to_string();
    well(&["import", &file, "--household", &id(theirs.household.id), "--data", &data]);
    assert!(ill(&["export", "--jsonl", "-", "--data", &data]).contains("say which household with --household ID"));
    let mine = |export: &Export| {
        text(
            milkway(&["export", "--jsonl", "-", "--household", &id(export.household.id), "--data", &data])
                .stdout
                .as_slice(),
        )
    };
    assert_eq!((mine(&ours).into_bytes(), mine(&theirs).into_bytes()), (lines(&ours), lines(&theirs)));
    well(&["import", &file, "--household", &id(ours.household.id), "--data", &data]);
    assert_eq!(mine(&ours).lines().count(), 1 + ours.revisions.len() + theirs.revisions.len());
    assert!(
        ill(&["export", "--jsonl", "-", "--household", &Uuid::nil().to_string(), "--data", &data])
            .contains("there are")
    );
}

#[test]
fn a_command_without_what_it_needs_is_wrong_use() {
    for arguments in [&["export"][..], &["import"], &["import", "a", "--undo", "b"], &["import", "--undo", "x"]] {
        let said = milkway(arguments);
        assert_eq!(said.status.code(), Some(2), "{arguments:?}");
        assert_eq!(text(&said.stderr).matches('\n').count(), 1, "{}", text(&said.stderr));
    }
}

#[cfg(unix)]
#[test]
fn an_export_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("mode");
    let (data, out) = (folder.path("data"), folder.path("out.jsonl"));
    well(&["import", &folder.file("a", lines(&invented(7, 1))), "--data", &data]);
    well(&["export", "--jsonl", &out, "--data", &data]);
    let mode = fs::metadata(out).map(|about| about.permissions().mode() & 0o777);
    assert_eq!(mode.ok(), Some(0o600));
}
