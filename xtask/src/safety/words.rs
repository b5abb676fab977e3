//! Words that would claim more than Milkway is for. Where one stands for a good reason, the place is listed with it in `safety/intended_purpose.toml`.

use crate::safety::given::{Given, PROTOCOL};

/// Words that begin so. Cut in two, so that the list is no place of its own.
const BEGINS: &[&str] = &[concat!("diag", "nos"), concat!("guaran", "tee"), concat!("certi", "fied")];
/// Words as they are.
const WHOLE: &[&str] = &["cure", "cures", "cured", "heals", "risk-free", "foolproof"];
/// Several words together.
const TOGETHER: &[&str] = &[
    "clinically proven",
    "clinically tested",
    "medically approved",
    "doctor-approved",
    "safe and effective",
    "rules out",
    "ce mark",
    "fda approved",
    "fda cleared",
];

/// Every word that may not stand where it stands, and every allowance that nothing needs.
pub(super) fn faults(given: &Given) -> Vec<String> {
    let allowed = &given.safety.purpose.allowed;
    let mut needed = vec![false; allowed.len()];
    let mut faults = Vec::new();
    for (path, text) in given.tree.files().filter(|(path, _)| is_read(path)) {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !for_reviewers(path, line)) {
            let Some(word) = claims(line) else { continue };
            let place = allowed.iter().position(|one| one.place == path && line.contains(&one.words));
            match place {
                Some(place) => needed[place] = true,
                None => faults.push(format!(
                    "{path}:{}: \"{word}\" claims too much; if it does not, list the place in {}",
                    at + 1,
                    safety::PURPOSE
                )),
            }
        }
    }
    let idle = allowed.iter().zip(needed).filter(|(_, needed)| !needed);
    faults
        .extend(idle.map(|(one, _)| format!("{}: \"{}\" does not stand in {}", safety::PURPOSE, one.words, one.place)));
    faults
}

/// What parents and those who choose Milkway read.
fn is_read(path: &str) -> bool {
    path == "README.md"
        || path == PROTOCOL
        || path.ends_with(".ftl")
        || path.starts_with("protocols/guide/") && path.ends_with(".guide")
}

/// Lines of rules and guide that are not shown.
fn for_reviewers(path: &str, line: &str) -> bool {
    let line = line.trim_start();
    path.starts_with("protocols/") && ["#", "note ", "cite "].iter().any(|begins| line.starts_with(begins))
}

fn claims(line: &str) -> Option<String> {
    let low = line.to_lowercase();
    let mut words = low.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let word = words.find(|word| WHOLE.contains(word) || BEGINS.iter().any(|begins| word.starts_with(begins)));
    let padded = format!(" {} ", low.replace(|c: char| !(c.is_alphanumeric() || c == '-'), " "));
    let together = || TOGETHER.iter().find(|some| padded.contains(&format!(" {some} "))).map(|some| (*some).to_owned());
    word.map(str::to_owned).or_else(together)
}

#[cfg(test)]
mod tests {
    use super::claims;

    #[test]
    fn a_claim_is_found_and_a_plain_word_is_not() {
        for bad in ["It diagnoses mastitis.", "This cures it.", "A safe and effective app.", "Guaranteed."] {
            assert!(claims(bad).is_some(), "{bad}");
        }
        for good in ["A secure page.", "Obscured.", "It can help.", "This heating pad"] {
            assert!(claims(good).is_none(), "{good}");
        }
    }
}
