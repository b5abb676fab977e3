//! Many cases: a line in, a line out, in order. A bad line costs that line only.

use crate::case::{CaseFault, LARGEST_CASE_BYTES, Reader};
use crate::result::Results;
use crate::write;

/// Answers one line. A blank line gives nothing.
pub fn line(reader: &Reader, results: &Results, number: u64, bytes: &[u8], out: &mut Vec<u8>) {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return;
    }
    match reader.read(bytes) {
        Ok(case) => results.write(&case, out),
        Err(fault) => error(number, &fault, out),
    }
    out.push(b'\n');
}

/// Answers a line that was too long to be kept.
pub fn too_long(number: u64, out: &mut Vec<u8>) {
    let message = format!("a line of more than {LARGEST_CASE_BYTES} bytes");
    error(number, &CaseFault { id: serde_json::Value::Null, field: String::new(), message }, out);
    out.push(b'\n');
}

pub(crate) fn error(number: u64, fault: &CaseFault, out: &mut Vec<u8>) {
    out.push(b'{');
    write::key(out, "id");
    out.extend_from_slice(fault.id.to_string().as_bytes());
    out.push(b',');
    write::key(out, "line");
    out.extend_from_slice(number.to_string().as_bytes());
    if !fault.field.is_empty() {
        out.push(b',');
        write::key(out, "field");
        write::text(out, &fault.field);
    }
    out.push(b',');
    write::key(out, "error");
    write::text(out, &fault.to_string());
    out.push(b'}');
}
