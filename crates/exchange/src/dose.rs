//! Doses as JSON, a case a line: what was taken goes in, the verdict for each medicine of the region comes out.

mod json;
mod read;
mod told;

pub use read::DoseCase;

use care::dose::{Shelf, cards, would};
use protocol::compile::Compiled;

use crate::batch;
use crate::case::{CaseFault, LARGEST_CASE_BYTES};

/// Answers one line. A blank line gives nothing; a bad one costs that line only.
pub fn line(compiled: &Compiled, number: u64, bytes: &[u8], out: &mut Vec<u8>) {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return;
    }
    match read::read(compiled, bytes) {
        Ok(case) => out.extend_from_slice(answer(compiled, &case).to_string().as_bytes()),
        Err(fault) => batch::error(number, &fault, out),
    }
    out.push(b'\n');
}

/// Answers a line that was too long to be kept.
pub fn too_long(number: u64, out: &mut Vec<u8>) {
    batch::too_long(number, out);
}

/// Reads one case.
///
/// # Errors
/// The first field that cannot be understood.
pub fn read(compiled: &Compiled, bytes: &[u8]) -> Result<DoseCase, CaseFault> {
    if bytes.len() > LARGEST_CASE_BYTES {
        let message = format!("a case of {} bytes; at most {LARGEST_CASE_BYTES} are read", bytes.len());
        return Err(CaseFault { id: serde_json::Value::Null, field: String::new(), message });
    }
    read::read(compiled, bytes)
}

/// The verdicts of a case, and what a dose about to be logged would do.
#[must_use]
pub fn answer(compiled: &Compiled, case: &DoseCase) -> serde_json::Value {
    let shelf = Shelf::new(&compiled.protocol.medicines, &case.region);
    let cards = cards(&shelf, &case.doses, case.cautions, case.now_s);
    let told: Vec<_> = cards.iter().map(told::card).collect();
    let mut answer = serde_json::json!({ "id": case.id, "region": case.region, "medicines": told });
    if let Some(dose) = &case.dose {
        answer["would"] = told::would(&would(&shelf, &case.doses, case.cautions, dose, case.now_s));
    }
    answer
}
