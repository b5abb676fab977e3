//! From claim to claim on one page: the gravest first, and from the last one back to the top.

use super::Desk;
use crate::view::ledger::Step;

/// The top of every page.
const TOP: &str = "#main";

/// A way to the first of these claims, and for each the way on. A claim is its place on the page and its number.
pub fn steps(desk: &Desk, claims: &[(String, usize)]) -> (Option<Step>, Vec<Step>) {
    let to = |said: &str, (place, number): &(String, usize)| Step {
        to: format!("#{place}"),
        text: desk.words.say_one(said, "number", &number.to_string()),
    };
    let on = claims.iter().skip(1).map(|claim| to("article-next", claim));
    let back = claims.last().map(|_| Step { to: TOP.to_owned(), text: desk.say("article-top") });
    (claims.first().map(|claim| to("article-first", claim)), on.chain(back).collect())
}
