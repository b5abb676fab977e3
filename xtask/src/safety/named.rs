//! The names of all tests: Rust functions that are marked as tests, also inside macros, and the titles of browser tests. One that is ignored or skipped is none.

use crate::tree::Tree;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeMap;
use std::str::FromStr;

/// Every test as `FILE::NAME`, with what stands in it (without blanks; empty for browser tests).
pub(super) struct Named(BTreeMap<String, String>);

impl Named {
    /// Reads every test of the tree.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut all = BTreeMap::new();
        for (path, text) in tree.files() {
            let found = match path {
                path if path.ends_with(".rs") => rust(text),
                path if path.ends_with(".test.mjs") => titles(text),
                _ => continue,
            };
            all.extend(found.into_iter().map(|(name, body)| (format!("{path}::{name}"), body)));
        }
        Self(all)
    }

    /// What stands in a test; none: there is no such test.
    pub(super) fn body(&self, test: &str) -> Option<&str> {
        self.0.get(test).map(String::as_str)
    }
}

/// A text without blanks, to be looked for in a body.
pub(super) fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn rust(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    // What cannot be read as Rust has no tests; the compiler tells of it.
    if let Ok(tokens) = TokenStream::from_str(text) {
        look(tokens, &mut found);
    }
    found
}

fn look(tokens: TokenStream, found: &mut Vec<(String, String)>) {
    let mut tokens = tokens.into_iter().peekable();
    let (mut marked, mut ignored) = (false, false);
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if let Some(TokenTree::Group(attribute)) = tokens.next_if(|next| matches!(next, TokenTree::Group(_))) {
                    let attribute = dense(&attribute.stream().to_string());
                    marked |= attribute == "test" || attribute.ends_with("::test");
                    ignored |= attribute.starts_with("ignore");
                }
            }
            TokenTree::Ident(word) if word == "fn" => {
                if let Some(TokenTree::Ident(name)) = tokens.next() {
                    let brace = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
                    let body = tokens.by_ref().find(brace).map(|body| dense(&body.to_string()));
                    if marked && !ignored {
                        found.push((name.to_string(), body.unwrap_or_default()));
                    }
                }
                (marked, ignored) = (false, false);
            }
            TokenTree::Ident(word) if word == "async" || word == "pub" => {}
            TokenTree::Group(group) => {
                look(group.stream(), found);
                (marked, ignored) = (false, false);
            }
            _ => (marked, ignored) = (false, false),
        }
    }
}

/// `test('title', …`, a line each; a title that is a name stands as the name.
fn titles(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().filter_map(|line| line.trim_start().strip_prefix("test("));
    let running = lines.filter(|rest| !rest.contains("skip:") && !rest.contains("todo:"));
    running.filter_map(title).map(|title| (title, String::new())).collect()
}

fn title(rest: &str) -> Option<String> {
    let quote = rest.chars().next()?;
    if !['\'', '"', '`'].contains(&quote) {
        return Some(rest.split(',').next()?.trim().to_owned());
    }
    let mut title = String::new();
    let mut letters = rest.chars().skip(1);
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => title.extend(letters.next()),
            letter if letter == quote => return Some(title),
            letter => title.push(letter),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{rust, titles};

    fn names(found: Vec<(String, String)>) -> Vec<String> {
        found.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn tests_are_found_also_inside_macros_and_ignored_ones_are_not() {
        let text = "/// Told.\n#[test]\nfn one() {}\n#[tokio::test]\nasync fn two() {}\nfn no_test() {}\n\
                    m! { #![c(1)] #[test] fn three(a in b()) { f(a)?; } }\nmod t { #[test] #[ignore] fn four() {} }\n// #[test]\n// fn five() {}\n";
        assert_eq!(names(rust(text)), ["one", "two", "three"]);
        assert_eq!(rust(text)[2].1, "{f(a)?;}");
    }

    #[test]
    fn titles_are_read_as_they_stand() {
        let text = "test('it\\'s one', async () => {\n  test(`two ${a}`, () => {\ntest('three', { skip: true }, f)\n// test('four')\n  test(name, f)\n";
        assert_eq!(names(titles(text)), ["it's one", "two ${a}", "name"]);
    }
}
