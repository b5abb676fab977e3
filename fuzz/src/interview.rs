//! The line that carries an interview: what was read is what will be read again, and every stop can be gone back from.

use protocol::interview::{Interview, Stop};

use crate::house::COMPILED;

pub fn check(bytes: &[u8]) {
    let Ok(line) = std::str::from_utf8(bytes) else { return };
    match Interview::read(&COMPILED, line) {
        Ok(interview) => holds(&interview),
        Err(unreadable) => {
            assert!(!unreadable.part.is_empty() && line.contains(&unreadable.part), "blames what is not there");
        }
    }
}

fn holds(interview: &Interview) {
    let line = interview.write(&COMPILED);
    assert!(!line.contains(['\n', '\r']), "more than a line");
    let again = Interview::read(&COMPILED, &line).unwrap_or_else(|fault| panic!("{line}: {fault}"));
    assert_eq!(again, *interview, "{line}");
    assert_eq!(again.write(&COMPILED), line);
    walk(interview);
}

fn walk(interview: &Interview) {
    let path: Vec<(Stop, bool)> = interview.path(&COMPILED);
    let open = path.iter().find(|(_, done)| !done).map(|(stop, _)| *stop);
    assert_eq!(interview.next(&COMPILED), open, "the next stop");
    for (at, (stop, _)) in path.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| path[at].0);
        assert_eq!(interview.before(&COMPILED, Some(*stop)), before, "the stop before {stop:?}");
    }
    let mut shown = interview.clone();
    shown.note_shown(&COMPILED);
    assert!(!shown.interrupts(&COMPILED), "an emergency that has been shown interrupts again");
}
