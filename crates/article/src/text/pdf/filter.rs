//! Unpacks a stream, never beyond what it is allowed.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

/// The bytes of a stream. None for a way of packing that text does not use.
pub(super) fn unpack(filter: &[u8], packed: &[u8], most: usize) -> Option<Vec<u8>> {
    match filter {
        b"FlateDecode" | b"Fl" => inflate(packed, most),
        b"ASCIIHexDecode" | b"AHx" => Some(hex(packed)),
        b"ASCII85Decode" | b"A85" => Some(ascii85(packed)),
        _ => None,
    }
}

/// A damaged stream gives what could be unpacked; one that grows beyond the limit gives nothing.
fn inflate(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    match decompress_to_vec_zlib_with_limit(packed, most) {
        Ok(bytes) => Some(bytes),
        Err(failed) if failed.status == TINFLStatus::HasMoreOutput => None,
        Err(failed) if !failed.output.is_empty() => Some(failed.output),
        Err(_) => decompress_to_vec_with_limit(packed, most).ok(),
    }
}

fn hex(text: &[u8]) -> Vec<u8> {
    let digits = text.iter().take_while(|byte| **byte != b'>').filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u32> = digits.collect();
    digits.chunks(2).filter_map(|pair| u8::try_from(pair[0] * 16 + pair.get(1).unwrap_or(&0)).ok()).collect()
}

fn ascii85(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut group: Vec<u64> = Vec::new();
    for byte in text.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(u64::from(byte - b'!')),
            _ => {}
        }
        if group.len() == 5 {
            bytes.extend(four(&group));
            group.clear();
        }
    }
    if group.len() > 1 {
        let kept = group.len() - 1;
        group.resize(5, 84);
        bytes.extend(four(&group).into_iter().take(kept));
    }
    bytes
}

fn four(group: &[u64]) -> [u8; 4] {
    let value = group.iter().fold(0_u64, |value, digit| value * 85 + digit);
    u32::try_from(value).unwrap_or(0).to_be_bytes()
}
