//! Every page in every theme: drawn to `target/tmp/pages` to be looked at, and held to what each page owes.

mod samples;

use std::fs;
use std::path::Path;

use web::assets;
use web::view::Theme;

const THEMES: [Theme; 3] = [Theme::Day, Theme::Dark, Theme::Red];

#[test]
fn every_page_is_drawn() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    for file in assets::files() {
        let path = root.join("static/1").join(file.name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the files");
        fs::write(path, file.content).expect("a file");
    }
    for theme in THEMES {
        for (name, page) in samples::all(Some(theme)) {
            fs::write(root.join(format!("{name}.{}.html", theme.name())), page).expect("a page");
        }
    }
    for (name, page) in samples::all(None) {
        fs::write(root.join(format!("{name}.html")), page).expect("a page");
    }
}

#[test]
fn every_page_offers_help_a_way_out_and_a_crisis_line() {
    for (name, page) in samples::all(None) {
        for must in [
            "action=\"/help\"|href=\"/help\"",
            "data-leave",
            "class=\"crisis\"",
            "href=\"#main\"",
            "id=\"main\"",
            "<h1",
            "lang=\"en\"",
        ] {
            assert!(must.split('|').any(|one| page.contains(one)), "{name}: no {must}");
        }
        assert_eq!(page.matches("<h1").count(), 1, "{name}: one heading");
    }
}

#[test]
fn no_page_needs_an_unsafe_policy_or_another_host() {
    for (name, page) in samples::all(None) {
        for never in [" style=", "<style", " onclick=", " onload=", "javascript:", "src=\"http", "<script>"] {
            assert!(!page.contains(never), "{name}: {never}");
        }
    }
    for assets::File { name, content, .. } in assets::files() {
        let content = String::from_utf8_lossy(content);
        let other_host = content.replace("http://www.w3.org/", "").contains("http");
        assert!(!other_host && !content.contains("@import") && !content.contains("url("), "{name} names another file");
    }
}

#[test]
fn every_id_is_said_once_a_page() {
    for (name, page) in samples::all(None) {
        let mut ids: Vec<_> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
        assert!(twice.is_none(), "{name}: {twice:?}");
    }
}

#[test]
fn without_a_baby_no_page_names_one() {
    for (name, page) in samples::without_baby() {
        let text = page.to_lowercase();
        for word in ["baby", "feed", "nappy"] {
            assert!(!text.contains(word), "{name} says {word}");
        }
    }
}

#[test]
fn answers_travel_through_both_forms_and_are_escaped() {
    let (_, page) = samples::all(None).into_iter().find(|(name, _)| *name == "question").expect("a question");
    assert_eq!(page.matches("name=\"a_confused\" value=\"no\"").count(), 2, "once in the form, once for the theme");
    assert!(page.contains("&#34;&#60;&#38;") && !page.contains("\"<&"), "escaped");
}
