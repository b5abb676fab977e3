//! Words that must not stand in the repository, each with what to do instead.
//!
//! The table is cut in two so that it does not find itself.

/// Where a word is banned.
#[derive(Clone, Copy)]
enum Where {
    Everywhere,
    Code,
    /// Crates others build on: they give back values, the binary prints them.
    Libraries,
}

/// A word, where it is banned, and what to do instead.
struct Ban {
    word: &'static str,
    place: Where,
    instead: &'static str,
}

const fn ban(word: &'static str, place: Where, instead: &'static str) -> Ban {
    Ban { word, place, instead }
}

const UNFINISHED: &str = "finish it, or open an issue";
const OURS_ALONE: &str = "the project speaks of itself, not of what it was written with";
const ONE_MACHINE: &str = "a path of one machine; say it from the top of the repository";

const BANS: &[Ban] = &[
    ban(concat!("TO", "DO"), Where::Everywhere, UNFINISHED),
    ban(concat!("FIX", "ME"), Where::Everywhere, UNFINISHED),
    ban(concat!("XX", "X"), Where::Code, UNFINISHED),
    ban(concat!("HA", "CK"), Where::Everywhere, UNFINISHED),
    ban(concat!("todo", "!("), Where::Code, UNFINISHED),
    ban(concat!("unimplemented", "!("), Where::Code, UNFINISHED),
    ban(concat!("db", "g!("), Where::Code, "take it out"),
    ban(concat!("debug", "ger;"), Where::Code, "take it out"),
    ban(concat!("println", "!("), Where::Libraries, "give the words back to the caller"),
    ban(concat!("print", "!("), Where::Libraries, "give the words back to the caller"),
    ban(concat!("eprintln", "!("), Where::Libraries, "a fault for the caller, or `tracing` for the log"),
    ban(concat!("Chat", "GPT"), Where::Everywhere, OURS_ALONE),
    ban(concat!("Clau", "de"), Where::Everywhere, OURS_ALONE),
    ban(concat!("Anth", "ropic"), Where::Everywhere, OURS_ALONE),
    ban(concat!("Open", "AI"), Where::Everywhere, OURS_ALONE),
    ban(concat!("Co", "pilot"), Where::Everywhere, OURS_ALONE),
    ban(concat!("Gem", "ini"), Where::Everywhere, OURS_ALONE),
    ban(concat!("LL", "M"), Where::Everywhere, OURS_ALONE),
    ban(concat!("language ", "model"), Where::Everywhere, OURS_ALONE),
    ban(concat!("AI-", "generated"), Where::Everywhere, OURS_ALONE),
    ban(concat!("AI ", "assistant"), Where::Everywhere, OURS_ALONE),
    ban(concat!("/wo", "rk/"), Where::Everywhere, ONE_MACHINE),
    ban(concat!("/ro", "ot/"), Where::Everywhere, ONE_MACHINE),
];

/// Every banned word of one file.
pub(super) fn faults(path: &str, text: &str) -> Vec<String> {
    let bans: Vec<&Ban> = BANS.iter().filter(|ban| holds(ban.place, path)).collect();
    let mut faults = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for ban in bans.iter().filter(|ban| stands_in(ban.word, line)) {
            faults.push(format!("{path}:{}: `{}`: {}", index + 1, ban.word, ban.instead));
        }
    }
    faults
}

fn holds(place: Where, path: &str) -> bool {
    match place {
        Where::Everywhere => true,
        Where::Code => ["rs", "js", "mjs", "css", "html"].contains(&crate::tree::extension(path)),
        Where::Libraries => {
            path.starts_with("crates/") && path.contains("/src/") && !path.starts_with("crates/milkway/")
        }
    }
}

/// Whether the word stands in the line on its own: no letter touches it where it begins or ends with a letter.
fn stands_in(word: &str, line: &str) -> bool {
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(place, _)| {
        let before = line[..place].chars().next_back();
        let after = line[place + word.len()..].chars().next();
        let touches = |outer: Option<char>, inner: Option<char>| {
            outer.is_some_and(part_of_a_word) && inner.is_some_and(part_of_a_word)
        };
        !touches(before, word.chars().next()) && !touches(after, word.chars().next_back())
    })
}

#[cfg(test)]
mod tests {
    use super::{faults, stands_in};

    #[test]
    fn a_word_is_found_on_its_own_only() {
        let marker = concat!("TO", "DO");
        assert!(stands_in(marker, &format!("// {marker}: more")));
        assert!(!stands_in(marker, &format!("{marker}S")));
        assert!(!stands_in(concat!("print", "!("), concat!("eprint", "!(1)")));
        assert!(!stands_in(concat!("LL", "M"), concat!("a", "LL", "M")));
    }

    #[test]
    fn printing_is_for_the_binary_and_for_chores() {
        let line = concat!("println", "!(\"a\");");
        assert_eq!(faults("crates/web/src/lib.rs", line).len(), 1);
        assert!(faults("crates/milkway/src/main.rs", line).is_empty());
        assert!(faults("xtask/src/main.rs", line).is_empty());
        assert!(faults("crates/web/tests/a.rs", line).is_empty());
    }

    #[test]
    fn the_project_speaks_of_itself_alone() {
        let told = faults("docs/a.md", concat!("as ", "Clau", "de", " wrote\n"));
        assert_eq!(told.len(), 1);
        assert!(told[0].starts_with("docs/a.md:1: "));
    }
}
