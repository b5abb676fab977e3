//! The binary as it is used: help, wrong use, files that are missing or broken, the interview in a terminal.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn milkway(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_milkway"));
    for name in ["LISTEN", "DATA", "REGION", "LANGUAGE", "LEAVE", "CONFIG"] {
        command.env_remove(format!("MILKWAY_{name}"));
    }
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap_or_else(|error| panic!("{error}"));
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn run(arguments: &[&str]) -> Said {
    milkway(arguments).output().unwrap_or_else(|error| panic!("{error}")).into()
}

/// Runs with something on standard input.
fn fed(arguments: &[&str], input: &[u8]) -> Said {
    let mut child = milkway(arguments).stdin(Stdio::piped()).spawn().unwrap_or_else(|error| panic!("{error}"));
    let mut stdin = child.stdin.take().unwrap_or_else(|| panic!("no input"));
    let input = input.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap_or_else(|error| panic!("{error}"));
    drop(writer.join());
    output.into()
}

/// A folder of this test alone, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("milkway-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap_or_else(|error| panic!("{error}"));
        Self(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap_or_else(|error| panic!("{error}"));
        path.display().to_string()
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

/// One line on standard error with these words, nothing on standard output.
fn one_line(said: &Said, code: i32, words: &[&str]) {
    assert_eq!((said.code, said.out.as_str()), (Some(code), ""), "{}", said.err);
    assert_eq!(said.err.matches('\n').count(), 1, "{}", said.err);
    assert!(said.err.starts_with("milkway: ") && said.err.ends_with('\n'), "{}", said.err);
    words.iter().for_each(|word| assert!(said.err.contains(word), "`{word}` in {}", said.err));
}

#[test]
fn every_command_has_help_with_an_example() {
    let commands: [&[&str]; 15] = [
        &[],
        &["serve"],
        &["backup"],
        &["restore"],
        &["record"],
        &["record", "check"],
        &["record", "rebuild"],
        &["check"],
        &["protocol"],
        &["protocol", "check"],
        &["protocol", "fmt"],
        &["protocol", "export"],
        &["words"],
        &["words", "check"],
        &["help"],
    ];
    for command in commands {
        let arguments = if command == ["help"] { command.to_vec() } else { [command, &["--help"]].concat() };
        let said = run(&arguments);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{command:?}");
        let example = if command == ["help"] { "milkway" } else { &format!("milkway {}", command.join(" ")) };
        let (_, examples) = said.out.split_once("Example").unwrap_or_else(|| panic!("no example: {}", said.out));
        assert!(examples.contains(example.trim_end()), "{command:?}: {examples}");
    }
    let version = run(&["--version"]);
    assert_eq!((version.code, version.out.starts_with("milkway ")), (Some(0), true));
}

#[test]
fn wrong_use_is_one_line_and_code_2() {
    let wrong: [(&[&str], &str); 17] = [
        (&["sreve"], "serve"),
        (&["--nothing"], "--nothing"),
        (&["serve", "--port", "1"], "--port"),
        (&["serve", "--listen", "nowhere"], "nowhere"),
        (&["serve", "--listen", "127.0.0.1:99999"], "--listen"),
        (&["serve", "extra"], "extra"),
        (&["check", "--answers"], "--answers"),
        (&["check", "--json"], "--answers"),
        (&["check", "--batch", "--answers", "x"], "--answers"),
        (&["check", "--batch", "--json", "--answers", "x"], "cannot be used with"),
        (&["protocol"], "a command is missing"),
        (&["protocol", "chekc"], "check"),
        (&["protocol", "fmt", "--write"], "FILE"),
        (&["protocol", "check", "a", "b"], "b"),
        (&["words"], "a command is missing"),
        (&["words", "check"], "FILE"),
        (&["serve", "--language", "xx"], "unknown language `xx`; known are en, ar-XB (a test)"),
    ];
    for (arguments, word) in wrong {
        let said = run(arguments);
        one_line(&said, 2, &[word, "milkway --help"]);
    }
}

#[test]
fn an_unknown_language_is_refused_wherever_it_is_said() {
    let folder = Folder::new("language");
    let config = folder.file("milkway.toml", "language = \"tlh\"\n");
    one_line(&run(&["serve", "--config", &config]), 2, &["`tlh`", "known are en"]);
    let said = milkway(&["serve"]).env("MILKWAY_LANGUAGE", "tlh").output().unwrap_or_else(|error| panic!("{error}"));
    one_line(&said.into(), 2, &["`tlh`", "known are en"]);
}

#[test]
fn a_file_of_words_is_checked() {
    let folder = Folder::new("words");
    let english = web::words::ENGLISH;
    let sound = run(&["words", "check", &folder.file("en.ftl", english)]);
    assert_eq!((sound.code, sound.out.ends_with("no faults\n")), (Some(0), true), "{}", sound.out);
    let file = folder.file("de.ftl", english.replace("call = Call { $number }", "call = Anrufen"));
    let faulty = run(&["words", "check", &file]);
    assert_eq!(faulty.code, Some(1));
    let line = english.lines().position(|line| line.starts_with("call = ")).map_or(0, |at| at + 1);
    let told = format!("{file}:{line}: call: `{{ $number }}` is missing; put it where the page shall show it\n");
    assert_eq!(faulty.out, format!("{told}{file}: 1 faults\n"));
    let unnamed = folder.file("my words.ftl", english);
    one_line(&run(&["words", "check", &unnamed]), 1, &[&unnamed, "name the file after its language"]);
    one_line(&run(&["words", "check", &folder.path("none.ftl")]), 1, &["cannot read"]);
    one_line(&run(&["words", "check", &folder.file("huge.ftl", vec![b' '; 2 << 20])]), 1, &["larger than"]);
}

#[test]
fn a_case_that_cannot_be_read_is_one_line_that_names_it() {
    let folder = Folder::new("cases");
    let missing = folder.path("missing.json");
    let broken = folder.file("broken.json", "{\"id\":");
    let wrong = folder.file("wrong.json", "{\"findings\":{\"tmep\":\"fever\"}}");
    let huge = folder.file("huge.json", vec![b' '; 3 << 20]);
    let bytes = folder.file("bytes.json", b"{\"id\":\"\xff\"}");
    let empty = folder.file("empty.json", "");
    let here = folder.path("");
    for (file, word) in [
        (&missing, "cannot open"),
        (&broken, "EOF"),
        (&wrong, "findings.tmep: unknown finding `tmep` did you mean `temp`?"),
        (&huge, "at most 1048576"),
        (&bytes, "not UTF-8 from byte 8"),
        (&empty, "EOF"),
        (&here, "cannot read"),
    ] {
        one_line(&run(&["check", "--answers", file]), 1, &[file.trim_end_matches('/'), word]);
        one_line(&run(&["check", "--answers", file, "--json"]), 1, &[word]);
    }
}

#[test]
fn a_case_is_answered_in_words_or_as_json() {
    let folder = Folder::new("case");
    let file =
        folder.file("case.json", "{\"id\":7,\"context\":{\"region\":\"UK\"},\"findings\":{\"confused\":\"yes\"}}");
    let words = run(&["check", "--answers", &file]);
    assert_eq!(words.code, Some(0), "{}", words.err);
    assert!(words.out.contains("999") && words.out.contains("E01"), "{}", words.out);
    fits(&words.out);
    let json = run(&["check", "--answers", &file, "--json"]);
    let value: Value = serde_json::from_str(&json.out).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((&value["id"], &value["urgency"]), (&Value::from(7), &Value::from("emergency_now")));
    let brief = run(&["check", "--answers", &file, "--json", "--brief"]);
    assert!(brief.out.len() < json.out.len() && !brief.out.contains("\"text\""));
    let piped = fed(&["check", "--answers", "-", "--json"], &fs::read(&file).unwrap_or_default());
    assert_eq!(piped.out, json.out);
}

#[test]
fn a_batch_answers_every_line_in_order() {
    let huge = "x".repeat(2 << 20);
    let input = format!("{{\"id\":1}}\nnot json\n\n{{\"id\":\"{huge}\"}}\n{{\"id\":5}}");
    let said = fed(&["check", "--batch", "--brief"], input.as_bytes());
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    let lines: Vec<Value> =
        said.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}"))).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!((&lines[0]["id"], &lines[3]["id"]), (&Value::from(1), &Value::from(5)));
    assert_eq!((&lines[1]["line"], &lines[2]["line"]), (&Value::from(2), &Value::from(4)));
    assert!(lines[2]["error"].as_str().is_some_and(|error| error.contains("1048576")));
    assert_eq!(fed(&["check", "--batch"], b"").out, "");
}

/// Someone who sends one case and waits for its answer gets it, before the input ends.
#[test]
fn a_batch_answers_before_the_next_case_comes() {
    let mut child = milkway(&["check", "--batch", "--brief"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{error}"));
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else { panic!("no pipes") };
    let mut output = BufReader::new(output);
    for id in 1..=3 {
        writeln!(input, "{{\"id\":{id}}}").unwrap_or_else(|error| panic!("{error}"));
        let mut line = String::new();
        output.read_line(&mut line).unwrap_or_else(|error| panic!("{error}"));
        assert!(line.starts_with(&format!("{{\"id\":{id},")), "{line}");
    }
    drop(input);
    assert!(child.wait().is_ok_and(|status| status.success()));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    for arguments in [&["protocol", "export"][..], &["protocol", "fmt"], &["check"], &["check", "--batch"]] {
        let mut child = milkway(arguments).stdin(Stdio::piped()).spawn().unwrap_or_else(|error| panic!("{error}"));
        drop(child.stdout.take());
        if let Some(mut input) = child.stdin.take() {
            drop(input.write_all("{\"id\":1}\n".repeat(100).as_bytes()));
        }
        let mut err = String::new();
        child.stderr.take().map(|mut stderr| stderr.read_to_string(&mut err));
        let status = child.wait().unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((status.code(), err.as_str()), (Some(0), ""), "{arguments:?}");
    }
}

/// Lines of at most 80 columns, without a colour or another escape.
fn fits(text: &str) {
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{} columns: {line}", line.chars().count());
        assert!(!line.chars().any(|character| character.is_control()), "{line:?}");
    }
}

/// The interview with these lines typed.
fn typed(lines: &[&str], arguments: &[&str]) -> Said {
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let said = fed(&[&["check"], arguments].concat(), input.as_bytes());
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    fits(&said.out);
    said
}

/// How many screens were asked: each ends with a prompt.
fn asked(said: &Said) -> usize {
    said.out.lines().filter(|line| *line == "> " || *line == ">").count()
}

/// Everything that someone well with a baby at home types after the first screen.
const WELL: [&str; 17] = ["0", "0", "0", "0", "0", "0", "0", "a", "a", "h", "d", "0", "b", "0", "0", "0", "0"];

#[test]
fn a_well_parent_is_led_to_the_end() {
    let said = typed(&["a", "0", "0", "0", "0", "0", "0", "0", "a", "a", "g", "0", "c", "0", "b"], &[]);
    assert!(said.out.contains("Nothing found"), "{}", said.out);
    assert!(!said.out.contains("unanswered") && asked(&said) <= 18, "{} screens", asked(&said));
    assert!(said.out.contains("fingerprint"));
}

#[test]
fn an_emergency_is_told_at_once_and_once() {
    let mut lines = vec!["a", "1"];
    lines.extend(WELL);
    let said = typed(&lines, &["--region", "UK"]);
    let screens: Vec<&str> = said.out.split("\n> ").collect();
    assert!(screens[2].contains("Call 999"), "the screen after the tick: {}", screens[2]);
    assert!(screens[2].contains("E01"), "{}", screens[2]);
    assert!(!screens[3].contains("Call 999"), "it interrupts once: {}", screens[3]);
    assert!(screens.last().is_some_and(|end| end.contains("Call 999")));
}

#[test]
fn back_leads_back() {
    let said = typed(&["a", "back", "<", "b"], &[]);
    let screens: Vec<&str> = said.out.split("\n> ").collect();
    assert!(screens[0].contains("Who worries you?"));
    assert!(screens[1].contains("Newly confused"), "{}", screens[1]);
    assert!(screens[2].contains("Who worries you?"), "back: {}", screens[2]);
    assert!(screens[3].contains("Who worries you?"), "there is nothing before the first: {}", screens[3]);
    assert!(screens[4].contains("Your baby right now"), "the other patient first: {}", screens[4]);
}

#[test]
fn not_sure_is_asked_once_more_with_how_to_tell() {
    let said = typed(&["a", "1?", "?", "0"], &["--region", "US"]);
    let screens: Vec<&str> = said.out.split("\n> ").collect();
    assert!(screens[2].contains("day and the place"), "how to tell: {}", screens[2]);
    assert!(!screens[3].contains("day and the place"), "only once: {}", screens[3]);
    let end = screens.last().copied().unwrap_or_default();
    assert!(end.contains("U01"), "{end}");
}

#[test]
fn the_end_of_the_input_is_the_end_of_the_check() {
    let nothing = typed(&[], &[]);
    assert_eq!(asked(&nothing), 1);
    assert!(!nothing.out.contains("Nothing found"), "what is unknown is never told as well: {}", nothing.out);
    let middle = fed(&["check"], b"a\n0\n4\xff 9");
    assert_eq!((middle.code, middle.err.as_str()), (Some(0), ""));
    fits(&middle.out);
    assert!(!middle.out.contains("Nothing found"));
    let quit = typed(&["a", "q", "0"], &[]);
    assert_eq!(asked(&quit), 2);
}

#[test]
fn what_is_not_understood_is_asked_again() {
    let long = "9".repeat(5_000);
    let said =
        typed(&["z", "", "aa", &long, "a", "99", "1 1 nonsense", "-1", "0?", &format!("0{}", " ".repeat(3_000))], &[]);
    let screens: Vec<&str> = said.out.split("\n> ").collect();
    assert!(
        screens[1..5].iter().all(|screen| screen.starts_with("\n! ") && screen.contains("Who worries you?")),
        "{}",
        said.out
    );
    assert!(
        screens[6..10].iter().all(|screen| screen.starts_with("\n! ") && screen.contains("Newly confused")),
        "{}",
        said.out
    );
    assert!(!screens[10].starts_with("\n! "), "{}", screens[10]);
    assert_eq!(asked(&said), 11);
}

#[test]
fn an_unknown_region_is_refused_by_every_command_that_takes_one() {
    one_line(&run(&["check", "--region", "FR"]), 1, &["unknown region `FR`"]);
    let folder = Folder::new("region");
    let data = folder.path("data");
    one_line(
        &run(&["serve", "--listen", "127.0.0.1:0", "--data", &data, "--region", "FR"]),
        1,
        &["unknown region `FR`", "UK"],
    );
    assert!(!Path::new(&data).exists(), "nothing is made before the settings are sound");
}

#[test]
fn a_taken_port_and_broken_settings_are_one_line() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap_or_else(|error| panic!("{error}"));
    let address = taken.local_addr().unwrap_or_else(|error| panic!("{error}")).to_string();
    let folder = Folder::new("serve");
    let data = folder.path("data");
    one_line(&run(&["serve", "--listen", &address, "--data", &data]), 1, &[&address, "--listen"]);
    let file = folder.file("data-is-a-file", "");
    one_line(&run(&["serve", "--listen", "127.0.0.1:0", "--data", &file]), 1, &["cannot make the data folder"]);
    let missing = folder.path("missing.toml");
    one_line(&run(&["serve", "--data", &data, "--config", &missing]), 1, &["missing.toml"]);
    let slip = folder.file("slip.toml", "region = \"UK\"\nregoin = \"UK\"\n");
    one_line(&run(&["serve", "--data", &data, "--config", &slip]), 1, &["slip.toml", "line 2", "regoin"]);
    let broken = folder.file("broken.toml", "region = \n");
    one_line(&run(&["serve", "--data", &data, "--config", &broken]), 1, &["broken.toml", "line 1"]);
    one_line(&run(&["serve", "--data", &data, "--leave", "javascript:alert(1)"]), 1, &["leave"]);
}

const SHIPPED: &str = shipped::PROTOCOL;

#[test]
fn a_sound_protocol_is_checked_formatted_and_exported() {
    let folder = Folder::new("protocol");
    let file = folder.file("my.protocol", SHIPPED);
    for arguments in [&["protocol", "check"][..], &["protocol", "check", &file]] {
        let said = run(arguments);
        assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{}", said.out);
        assert!(
            said.out.lines().last().is_some_and(|line| line.contains("191 rules, 81 findings and inputs")),
            "{}",
            said.out
        );
    }
    assert_eq!(run(&["protocol", "fmt"]).out, SHIPPED);
    let loose = folder.file("loose.protocol", SHIPPED.replace("\n  ", "\n    "));
    assert_eq!(run(&["protocol", "fmt", &loose]).out, SHIPPED);
    let written = run(&["protocol", "fmt", "--write", &loose]);
    assert_eq!((written.code, written.out.as_str(), written.err.as_str()), (Some(0), "", ""));
    assert_eq!(fs::read_to_string(&loose).unwrap_or_default(), SHIPPED);
    let export = run(&["protocol", "export", &file]);
    let value: Value = serde_json::from_str(&export.out).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(value["rules"].as_array().map(Vec::len), Some(191));
    assert_eq!(export.out, run(&["protocol", "export"]).out);
}

#[test]
fn a_broken_protocol_is_told_with_its_place_and_never_written_over() {
    let folder = Folder::new("broken");
    let text = SHIPPED.replacen("when     confused at least yes", "when     confusd at least yes", 1);
    let file = folder.file("my.protocol", &text);
    let line = text.lines().position(|line| line.contains("confusd")).map_or(0, |at| at + 1);
    let said = run(&["protocol", "check", &file]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.starts_with(&format!("{file}:{line}:12: unknown finding `confusd`\n")), "{}", said.out);
    assert!(said.out.contains("^^^^^^^") && said.out.contains("did you mean `confused`?"), "{}", said.out);
    assert!(said.out.ends_with("1 faults\n") || said.out.ends_with("1 fault\n"), "{}", said.out);
    let export = run(&["protocol", "export", &file]);
    assert_eq!((export.code, export.out.as_str()), (Some(1), ""));
    assert!(export.err.contains("confusd"));
    let open = folder.file("open.protocol", "rule E01 x\n  say \"open\n");
    let formatted = run(&["protocol", "fmt", "--write", &open]);
    assert_eq!((formatted.code, formatted.out.as_str()), (Some(1), ""));
    assert!(formatted.err.contains("open.protocol:2:7: a text that does not end"), "{}", formatted.err);
    assert_eq!(fs::read_to_string(&open).unwrap_or_default(), "rule E01 x\n  say \"open\n");
}

#[test]
fn a_protocol_that_cannot_be_read_is_one_line_that_names_it() {
    let folder = Folder::new("unread");
    let missing = folder.path("missing.protocol");
    let bytes = folder.file("bytes.protocol", b"rule \xff");
    let huge = folder.file("huge.protocol", vec![b'#'; 9 << 20]);
    for command in ["check", "fmt", "export", "corners"] {
        one_line(&run(&["protocol", command, &missing]), 1, &["cannot read", "missing.protocol"]);
        one_line(&run(&["protocol", command, &bytes]), 1, &["bytes.protocol", "not UTF-8"]);
        one_line(&run(&["protocol", command, &huge]), 1, &["huge.protocol", "larger than"]);
    }
}

#[test]
fn the_review_sheet_shows_the_mildest_people_of_every_rule() {
    let said = run(&["protocol", "corners"]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert!(said.out.starts_with("mastitis "), "{}", &said.out[..200]);
    assert_eq!(said.out.matches("\n  sources: ").count(), 191);
    let sheet: Vec<&str> = said.out.split("\n\n").collect();
    let rule = sheet.iter().find(|block| block.starts_with("E20 ")).unwrap_or_else(|| panic!("no E20"));
    for part in
        ["E20 emergency_now (baby)\n", "  mildest person:\n", " [b_fever fever_38]\n", "    baby age days: 89\n"]
    {
        assert!(rule.contains(part), "{part} in {rule}");
    }
}

#[test]
fn two_versions_are_compared_in_minimal_situations() {
    let folder = Folder::new("diff");
    let old = folder.file("old.protocol", SHIPPED);
    let new = folder.file("new.protocol", SHIPPED.replacen("rule D03 same_day", "rule D03 within_24h", 1));
    let said = run(&["protocol", "diff", &old, &new]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert!(said.out.contains("Told more than before: 0 minimal situations"), "{}", said.out);
    assert!(said.out.contains("Told less than before: 1 minimal situations"), "{}", said.out);
    assert!(said.out.contains("parent: same_day -> within_24h\n") && said.out.contains("[temp high]"), "{}", said.out);
    one_line(&run(&["protocol", "diff", &old, &folder.path("missing.protocol")]), 1, &["missing.protocol"]);
}
