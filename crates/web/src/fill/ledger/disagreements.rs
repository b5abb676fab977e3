//! Where guidance disagrees, and our default.

use ledger::{Audience, Disagreement};

use super::Desk;
use crate::numbers::capital;
use crate::view::ledger::{Disagreements, Question};

/// `/evidence/disagreements`
pub fn disagreements(desk: &Desk) -> Disagreements {
    let all = desk.ledger().disagreements();
    let shown = all.iter().filter(|one| desk.is_for_her(one.audience) && desk.may_show_disagreement(one));
    let title = desk.say("disagree-title");
    Disagreements {
        shell: desk.shell(&title, "/evidence/disagreements"),
        up: desk.up(),
        questions: shown.map(|one| question(desk, one)).collect(),
        clinician: desk.clinician(all.iter().any(|one| one.audience == Audience::Clinician)),
        words: desk.words.clone(),
    }
}

fn question(desk: &Desk, one: &Disagreement) -> Question {
    let position = |text: &String| capital(text.trim_end_matches([';', '.']));
    let mut rows = desk.statement_rows(&one.evidence);
    rows.extend(desk.source_rows(desk.ledger().sources_of(one)));
    Question {
        id: one.id.clone(),
        ask: one.ask.clone(),
        positions: one.positions.iter().map(position).collect(),
        we: one.we.clone(),
        because: one.because.clone(),
        rows,
    }
}
