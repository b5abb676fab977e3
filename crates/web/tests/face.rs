//! The stylesheet and the words, held to FACE.md: contrast, the one hue of red night, no word without an entry.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use web::assets::STYLE;
use web::view::Theme;
use web::view::check::BANDS;
use web::view::result::{Plan, Step};
use web::words::{ENGLISH, Words};

type Colours = BTreeMap<String, [f64; 3]>;

/// The custom properties of the first block that opens with `opening`, as colours.
fn block(opening: &str) -> Colours {
    let start = STYLE.find(opening).map_or(0, |at| at + opening.len());
    let body = STYLE[start..].split('}').next().unwrap_or_default();
    body.split("--")
        .filter_map(|line| line.split(';').next()?.split_once(": #"))
        .filter_map(|(name, hex)| {
            let part = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok().map(f64::from);
            Some((name.to_owned(), [part(0)?, part(2)?, part(4)?]))
        })
        .collect()
}

fn themes() -> [(&'static str, Colours); 3] {
    [
        ("day", block(":root, [data-theme=\"day\"] {")),
        ("dark", block("[data-theme=\"dark\"] {")),
        ("red", block("[data-theme=\"red\"] {")),
    ]
}

fn luminance(colour: [f64; 3]) -> f64 {
    let linear = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_pair_can_be_read() {
    for (theme, colours) in themes() {
        assert_eq!(colours.len(), 15 + 21, "{theme}: all tokens are colours");
        let hold = |front: &str, back: &str, least: f64| {
            let ratio = contrast(colours[front], colours[back]);
            assert!(ratio >= least, "{theme}: {front} on {back} is {ratio:.2}, not {least}");
        };
        for back in ["ground", "surface", "sunk"] {
            for text in ["ink", "ink2", "accent", "good", "bad"] {
                hold(text, back, 4.5);
            }
            hold("line", back, 3.0);
        }
        hold("onact", "act", 4.5);
        hold("actb", "ground", 3.0);
        hold("onnow", "now", 4.5);
        for level in 0..=6 {
            hold(&format!("o{level}"), &format!("u{level}"), 4.5);
            hold(&format!("b{level}"), "ground", 3.0);
            hold(&format!("b{level}"), "surface", 3.0);
        }
    }
}

#[test]
fn red_night_has_one_hue() {
    let [_, _, (_, red)] = themes();
    for (name, [r, g, b]) in red {
        assert!(g <= r * 0.32 && b <= r * 0.32, "--{name} leaves the hue");
    }
}

#[test]
fn a_device_that_prefers_dark_gets_the_dark_theme() {
    assert_eq!(block(":root:not([data-theme]) {"), block("[data-theme=\"dark\"] {"));
}

/// Templates and sources of this crate.
fn files(folder: &Path, ends: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ends));
        } else if path.extension().is_some_and(|end| end == ends) {
            found.push(path);
        }
    }
    found
}

/// The ids in `.say("…"`, `.say_count("…"` and their kin.
fn ids_said(text: &str) -> Vec<&str> {
    let said = text.split(".say").skip(1).filter_map(|rest| {
        let rest = rest.trim_start_matches(|c: char| c == '_' || c.is_ascii_lowercase());
        rest.strip_prefix("(\"")?.split('"').next()
    });
    said.collect()
}

#[test]
fn every_word_that_is_said_is_known() {
    let words = Words::read("en", ENGLISH).expect("sound words");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = files(&root.join("templates"), "html");
    paths.extend(files(&root.join("src"), "rs").into_iter().filter(|path| !path.ends_with("words.rs")));
    assert!(paths.len() > 20, "the files are found");
    for path in paths {
        let text = fs::read_to_string(&path).expect("a file");
        for id in ids_said(&text) {
            assert!(words.knows(id), "{}: unknown message `{id}`", path.display());
        }
    }
    let step = || vec![Step::default()];
    let plan = Plan { offered: step(), optional: step(), not_now: step(), never: step() };
    let sections = plan.sections().into_iter().map(|(title, ..)| title);
    let themes = [Theme::Day, Theme::Dark, Theme::Red].into_iter().map(Theme::change);
    for id in BANDS.iter().map(|(id, _)| *id).chain(sections).chain(themes) {
        assert!(words.knows(id), "unknown message `{id}`");
    }
}

#[test]
fn templates_hold_no_words_of_their_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for path in files(&root, "html") {
        let text = fs::read_to_string(&path).expect("a template");
        let tags = [("{%", "<"), ("%}", ">"), ("{{", "<"), ("}}", ">"), ("class=\"wide\"", "")];
        let text = tags.iter().fold(text, |text, (from, to)| text.replace(from, to));
        let mut shown = String::new();
        let mut depth = 0_i32;
        for character in text.chars() {
            match character {
                '<' => depth += 1,
                '>' => depth -= 1,
                _ if depth == 0 => shown.push(character),
                _ => {}
            }
        }
        assert!(!shown.chars().any(char::is_alphabetic), "{}: {}", path.display(), shown.trim());
    }
}
