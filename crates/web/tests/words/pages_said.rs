//! Every message of the pages, in a voice.

use protocol::text::Voice;
use web::words::ENGLISH;

use crate::house::words;

/// Ids and what they say, with a name for each value that a page fills in. Both plural forms are given.
pub fn messages(voice: Voice) -> Vec<(String, String)> {
    let ids = ENGLISH.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    let ids = ids.filter_map(|line| line.split_once('=')).map(|(id, _)| id.trim());
    let words = words(voice);
    let named = ENGLISH.split('$').skip(1).filter_map(|rest| rest.split(|c: char| !c.is_ascii_lowercase()).next());
    let named: Vec<&str> = named.filter(|name| !["person", "baby", "count"].contains(name)).collect();
    let said = |id: &str, count: &str| {
        let values = named.iter().map(|name| (*name, "7.5"));
        let values: Vec<(&str, &str)> = values.chain([("count", count)]).collect();
        words.say_with(id, &values)
    };
    ids.flat_map(|id| ["0", "1", "7"].map(|count| (id.to_owned(), said(id, count)))).collect()
}

#[test]
fn messages_are_found_and_filled() {
    let all = messages(Voice::ALL[0]);
    assert!(all.len() > 300, "{}", all.len());
    for (id, said) in all {
        assert!(!said.is_empty() && said != id && !said.contains(['{', '}', '$']), "{id}: {said}");
    }
}
