//! `milkway check --batch`: a case a line in, a result a line out, in order, in bounded memory.

use std::io::{BufRead, BufWriter, Write};
use std::process::ExitCode;

use anyhow::Result;
use exchange::case::{LARGEST_CASE_BYTES, Reader};
use exchange::{Detail, Results, batch};

use crate::args::Check;
use crate::inside;

/// Reads standard input to its end.
///
/// # Errors
/// When standard input or output fails.
pub fn run(options: &Check) -> Result<ExitCode> {
    let ledger = shipped::ledger()?;
    let compiled = shipped::protocol(&ledger)?;
    let reader = Reader::new(&compiled);
    let results = Results::new(&compiled, if options.brief { Detail::Brief } else { Detail::Full });
    let mut input = std::io::BufReader::with_capacity(1 << 16, std::io::stdin().lock());
    let mut output = BufWriter::with_capacity(1 << 16, std::io::stdout().lock());
    let (mut line, mut out, mut number) = (Vec::new(), Vec::new(), 0_u64);
    loop {
        line.clear();
        out.clear();
        match next_line(&mut input, &mut line)? {
            Line::End => break,
            Line::Whole => {
                number += 1;
                match options {
                    Check { inside: true, .. } => told(&inside::line(&reader, &compiled, &line), &mut out),
                    Check { naive: true, .. } => told(&inside::naive(&reader, &compiled, &line), &mut out),
                    Check { typed: true, .. } => told(&inside::typed(&compiled, &line), &mut out),
                    _ => batch::line(&reader, &results, number, &line, &mut out),
                }
            }
            Line::TooLong => {
                number += 1;
                batch::too_long(number, &mut out);
            }
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

fn told(json: &serde_json::Value, out: &mut Vec<u8>) {
    out.extend_from_slice(json.to_string().as_bytes());
    out.push(b'\n');
}

/// What was read.
pub(crate) enum Line {
    /// A line.
    Whole,
    /// A line of more bytes than a case may have.
    TooLong,
    /// The end.
    End,
}

/// Reads one line without its end; of a line that is too long only the start is kept and the rest skipped.
pub(crate) fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<Line> {
    let mut too_long = false;
    let mut any = false;
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            break;
        }
        any = true;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let content = &chunk[..end.unwrap_or(chunk.len())];
        if line.len() + content.len() <= LARGEST_CASE_BYTES {
            line.extend_from_slice(content);
        } else {
            too_long = true;
        }
        let used = end.map_or(chunk.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(match (any, too_long) {
        (false, _) => Line::End,
        (true, true) => Line::TooLong,
        (true, false) => Line::Whole,
    })
}
