//! What one line of a batch is answered with: one line of JSON, and a fault that can be found.

use serde_json::Value;

/// Holds what was written for one line; gives the answer, or nothing for a blank line or a fault.
pub fn answer(line: &[u8], number: u64, out: &[u8]) -> Option<Value> {
    if line.iter().all(u8::is_ascii_whitespace) {
        assert!(out.is_empty(), "a blank line was answered");
        return None;
    }
    let (end, body) = out.split_last().unwrap_or_else(|| panic!("no answer"));
    assert!(*end == b'\n' && !body.contains(&b'\n'), "not one line");
    let said: Value = serde_json::from_slice(body).unwrap_or_else(|fault| panic!("{fault}"));
    let Some(error) = said.get("error") else { return Some(said) };
    assert!(error.as_str().is_some_and(|error| !error.is_empty()), "a fault without words: {said}");
    assert_eq!(said["line"], number, "another line is blamed");
    // What is an object of JSON has fields, so one of them is to blame.
    if let Ok(Value::Object(_)) = serde_json::from_slice(line) {
        let field = said.get("field").and_then(Value::as_str);
        assert!(field.is_some_and(|field| !field.is_empty()), "no field is named: {said}");
    }
    None
}

/// The lines of an input, each with its number; a handful is enough to see one harm another.
pub fn lines(bytes: &[u8]) -> impl Iterator<Item = (u64, &[u8])> {
    (1..).zip(bytes.split(|byte| *byte == b'\n').take(4))
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn a_line_and_a_fault_that_names_its_field_pass() {
        assert!(answer(b"{}", 1, b"{\"id\":null}\n").is_some());
        assert!(answer(b"{}", 2, b"{\"line\":2,\"field\":\"now\",\"error\":\"is missing\"}\n").is_none());
        assert!(answer(b"nonsense", 3, b"{\"line\":3,\"error\":\"no JSON\"}\n").is_none());
        assert!(answer(b" ", 4, b"").is_none());
    }

    #[test]
    #[should_panic(expected = "not one line")]
    fn two_lines_for_one_are_seen() {
        answer(b"{}", 1, b"{}\n{}\n");
    }

    #[test]
    #[should_panic(expected = "another line is blamed")]
    fn a_wrong_line_is_seen() {
        answer(b"x", 1, b"{\"line\":2,\"error\":\"no JSON\"}\n");
    }

    #[test]
    #[should_panic(expected = "no field is named")]
    fn a_fault_without_its_field_is_seen() {
        answer(b"{}", 1, b"{\"line\":1,\"error\":\"is missing\"}\n");
    }
}
