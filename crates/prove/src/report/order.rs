//! The order of the screens, and what order and skipping leave of the full form.

use super::Found;
use crate::illustrated::mean_tenths;
use crate::interview::{Order, Shortest};
use protocol::model::Protocol;
use std::fmt::Write;

/// A mean in tenths as it is written.
pub(super) fn tenths(number: usize) -> String {
    format!("{}.{}", number / 10, number % 10)
}

pub(super) fn order(out: &mut String, protocol: &Protocol, found: &Found, shortest: &Shortest, people: usize) {
    let mean = |sum: usize| tenths(mean_tenths(sum, people));
    let _ = write!(
        out,
        "
## The order of the screens

Each screen has a rank, and danger comes first (Q1). What is asked only of some stands behind what decides whether it is asked; `who` and the emergencies, and what changes no urgency, stand as a
clinician has put them; behind the emergencies the screens about one patient stay together, and so do single questions.

| | screen | asks for |
| --- | --- | --- |
"
    );
    let demands = Order::of(protocol);
    for (at, screen) in protocol.screens.iter().enumerate() {
        let early = if demands.is_early(at) { ", early because a graver screen rests on it" } else { "" };
        let _ = writeln!(out, "| {} | `{}` | {}{early} |", at + 1, screen.id, demands.rank[at].says());
    }
    let _ = write!(
        out,
        "
Of all the orders that this allows, none settles sooner over the declared population (illustrative): {} screens and {} findings are answered on average until the highest urgency of both
patients cannot change, whatever is answered to the rest. The slowest order that is allowed needs {} screens. This is not searched for but found, by the cheapest way through all sets of screens
that can have been asked (`cargo xtask prove --order`). Whoever has the most to say is asked something that can still matter on {} screens (exact, the diagram alone; whether there is a baby
counts as said on the first screen, and a finding that is asked on its own beside its checklist counts with it).
",
        mean(shortest.here.screens),
        mean(shortest.here.findings),
        mean(shortest.longest.screens),
        found.most_screens,
    );
    out.push_str(
        "
### Order and skipping against the full form

The full form is everything that a.2b asks of this person. The interview asks the same questions in the order above, each time only what is needed by what was said before. Q2 says that whether
something is asked is known when its screen comes; Q3 that no later answer takes a question back; Q4 that nothing needed is without a screen; Q5 puts it together, over every input: answers are a
finished sheet of the interview exactly when they are a finished sheet of the full form, and then they are complete. From the first screen to the last, each answer is asked for or not by the answers
before it, so one person has one sheet, whatever the order is, as long as Q2 holds of it. Urgency, days and completeness of both patients are read off the sheet alone, so they are the same too.

The interview ends only when nothing is open: an emergency is shown at once, and the rest is still asked. Of a baby in hospital nothing is mandatory, but its emergencies are asked for before it is
known where it is; those answers stay and count (a.0), and can only add (I2). That the program walks in this way is tested, with the screens in many orders.
",
    );
}
