//! `milkway dose --batch`: a case of doses a line in, its verdicts a line out, in order, in bounded memory.

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use anyhow::Result;
use exchange::dose;

use crate::batch::{Line, next_line};

/// Reads standard input to its end.
///
/// # Errors
/// When standard input or output fails.
pub fn run() -> Result<ExitCode> {
    let ledger = shipped::ledger()?;
    let compiled = shipped::protocol(&ledger)?;
    let mut input = std::io::BufReader::with_capacity(1 << 16, std::io::stdin().lock());
    let mut output = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let (mut line, mut out, mut number) = (Vec::new(), Vec::new(), 0_u64);
    loop {
        line.clear();
        out.clear();
        let read = next_line(&mut input, &mut line)?;
        number += 1;
        match read {
            Line::End => break,
            Line::Whole => dose::line(&compiled, number, &line, &mut out),
            Line::TooLong => dose::too_long(number, &mut out),
        }
        output.write_all(&out)?;
        // Someone may be waiting for this answer before sending the next case.
        if input.buffer().is_empty() {
            output.flush()?;
        }
    }
    output.flush()?;
    Ok(ExitCode::SUCCESS)
}
