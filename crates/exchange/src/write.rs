//! Writing JSON straight into a buffer: the shape of a result is fixed, so nothing is built in between.

/// Writes a string with its quotes.
pub fn text(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    // Nearly every text is copied as it is. The look goes through all of it, because without a way out it is done sixteen bytes at once.
    if !text.bytes().fold(false, |found, byte| found | needs_escape(byte)) {
        out.extend_from_slice(text.as_bytes());
    } else {
        escaped(out, text);
    }
    out.push(b'"');
}

fn needs_escape(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

fn escaped(out: &mut Vec<u8>, text: &str) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape: &[u8] = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            0..=0x1f => {
                out.extend_from_slice(&text.as_bytes()[from..at]);
                out.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
                from = at + 1;
                continue;
            }
            _ => continue,
        };
        out.extend_from_slice(&text.as_bytes()[from..at]);
        out.extend_from_slice(escape);
        from = at + 1;
    }
    out.extend_from_slice(&text.as_bytes()[from..]);
}

/// Writes a key with its colon.
pub fn key(out: &mut Vec<u8>, name: &str) {
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
}

/// Writes a list, each element by `each`.
pub fn list<T>(out: &mut Vec<u8>, items: impl IntoIterator<Item = T>, mut each: impl FnMut(&mut Vec<u8>, T)) {
    out.push(b'[');
    let mut first = true;
    for item in items {
        if !first {
            out.push(b',');
        }
        first = false;
        each(out, item);
    }
    out.push(b']');
}

/// Writes a small number.
pub fn number(out: &mut Vec<u8>, number: u16) {
    let mut digits = [0_u8; 5];
    let mut at = digits.len();
    let mut rest = number;
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10).to_le_bytes()[0];
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_written_string_reads_back_always(text in any::<String>()) {
            let mut out = Vec::new();
            super::text(&mut out, &text);
            prop_assert_eq!(serde_json::from_slice::<String>(&out).ok(), Some(text));
        }

        #[test]
        fn a_written_number_reads_back_always(number in any::<u16>()) {
            let mut out = Vec::new();
            super::number(&mut out, number);
            prop_assert_eq!(serde_json::from_slice::<u16>(&out).ok(), Some(number));
        }
    }
}
