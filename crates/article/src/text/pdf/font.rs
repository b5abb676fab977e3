//! What the codes of a font mean, and how wide they are.

use std::collections::BTreeMap;

use super::file::File;
use super::object::{Dict, Object, Reader};
use crate::text::encoding::western;

const CODES_MAX: usize = 70_000;

/// A font as far as reading needs it.
#[derive(Debug, Clone, Default)]
pub(super) struct Font {
    bytes_per_code: usize,
    meaning: BTreeMap<u32, String>,
    /// Whether a code without a meaning is a letter of the old Western code page.
    is_western: bool,
    /// In thousandths of the size.
    widths: BTreeMap<u32, f64>,
    width_else: f64,
}

impl Font {
    pub(super) fn read(file: &mut File<'_>, font: &Dict) -> Self {
        let is_wide = font.name(b"Subtype") == Some(b"Type0");
        let mut read = Self {
            bytes_per_code: if is_wide { 2 } else { 1 },
            is_western: !is_wide,
            width_else: if is_wide { 1000.0 } else { 500.0 },
            ..Self::default()
        };
        if let Some(Object::Dict(encoding)) = font.get(b"Encoding").and_then(|encoding| file.get(encoding)) {
            read.differences(file, &encoding);
        }
        if let Some(map) = font.get(b"ToUnicode").and_then(|map| file.stream_of(map)) {
            read.meanings(&map);
        }
        if is_wide {
            read.wide_widths(file, font);
        } else {
            read.simple_widths(file, font);
        }
        read
    }

    fn differences(&mut self, file: &File<'_>, encoding: &Dict) {
        let Some(Object::Array(items)) = encoding.get(b"Differences").and_then(|items| file.get(items)) else { return };
        let mut code = 0_u32;
        for item in items.iter().take(CODES_MAX) {
            match item {
                Object::Number(_) => code = whole(item),
                Object::Name(name) => {
                    if let Some(meaning) = glyph(name) {
                        self.meaning.insert(code, meaning);
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    /// The table that says which code is which character.
    fn meanings(&mut self, map: &[u8]) {
        let mut reader = Reader::new(map, 0);
        let mut held: Vec<Object> = Vec::new();
        while let Some(object) = reader.next() {
            let Object::Word(word) = &object else {
                held.push(object);
                if held.len() > CODES_MAX {
                    return;
                }
                continue;
            };
            match word.as_slice() {
                b"endcodespacerange" => {
                    if let Some(Object::String(code)) = held.last() {
                        self.bytes_per_code = code.len().clamp(1, 2);
                    }
                }
                b"endbfchar" => {
                    for pair in held.chunks(2) {
                        if let [Object::String(code), Object::String(text)] = pair {
                            self.meaning.insert(number(code), utf16(text));
                        }
                    }
                }
                b"endbfrange" => held.chunks(3).for_each(|range| self.range(range)),
                _ => {}
            }
            held.clear();
        }
    }

    fn range(&mut self, range: &[Object]) {
        let [Object::String(first), Object::String(last), to] = range else { return };
        let (first, last) = (number(first), number(last));
        let count = last.saturating_sub(first).min(0xffff);
        match to {
            Object::String(text) => {
                let start = utf16(text);
                let Some(end) = start.chars().next_back() else { return };
                let head = &start[..start.len() - end.len_utf8()];
                for step in 0..=count {
                    if self.meaning.len() > CODES_MAX {
                        return;
                    }
                    let c = char::from_u32(u32::from(end).saturating_add(step)).unwrap_or(' ');
                    self.meaning.insert(first + step, format!("{head}{c}"));
                }
            }
            Object::Array(texts) => {
                for (code, text) in (first..).zip(texts) {
                    if let Object::String(text) = text {
                        self.meaning.insert(code, utf16(text));
                    }
                }
            }
            _ => {}
        }
    }

    fn simple_widths(&mut self, file: &File<'_>, font: &Dict) {
        let first = font.get(b"FirstChar").map_or(0, whole);
        let Some(Object::Array(widths)) = font.get(b"Widths").and_then(|widths| file.get(widths)) else { return };
        let numbers = widths.iter().take(256).map(|width| width.number().unwrap_or(500.0));
        self.widths = (first..).zip(numbers).collect();
    }

    fn wide_widths(&mut self, file: &File<'_>, font: &Dict) {
        let below = font.get(b"DescendantFonts").and_then(|below| file.get(below));
        let Some(Object::Array(below)) = below else { return };
        let Some(below) = file.dict(below.first()) else { return };
        self.width_else = below.number(b"DW").unwrap_or(1000.0);
        let Some(Object::Array(widths)) = below.get(b"W").and_then(|widths| file.get(widths)) else { return };
        let mut at = 0;
        while let (Some(first), Some(next)) = (widths.get(at), widths.get(at + 1)) {
            let first = whole(first);
            if let Object::Array(each) = next {
                self.widths.extend((first..).zip(each.iter().map(|width| width.number().unwrap_or(1000.0))));
                at += 2;
            } else {
                let width = widths.get(at + 2).and_then(Object::number).unwrap_or(1000.0);
                let last = whole(next).min(first.saturating_add(0xffff));
                self.widths.extend((first..=last).map(|code| (code, width)));
                at += 3;
            }
            if self.widths.len() > CODES_MAX {
                return;
            }
        }
    }

    /// The characters of a string, and its width in thousandths of the size.
    pub(super) fn decode(&self, bytes: &[u8]) -> (String, f64) {
        let (mut text, mut width) = (String::new(), 0.0);
        for code in bytes.chunks(self.bytes_per_code.max(1)) {
            let code = number(code);
            width += self.widths.get(&code).copied().unwrap_or(self.width_else);
            match self.meaning.get(&code) {
                Some(meaning) => text.push_str(meaning),
                None if self.is_western => text.extend(u8::try_from(code).ok().map(western)),
                None => {}
            }
        }
        (text, width)
    }
}

fn whole(object: &Object) -> u32 {
    object.count().and_then(|count| u32::try_from(count).ok()).unwrap_or(0)
}

fn number(code: &[u8]) -> u32 {
    code.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair));
    char::decode_utf16(units).filter_map(Result::ok).take(8).collect()
}

/// The character a glyph is named after.
fn glyph(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let mut letters = name.chars();
    if let (Some(one), None) = (letters.next(), letters.next()) {
        return Some(one.to_string());
    }
    if let Some(code) = name.strip_prefix("uni").and_then(|code| u32::from_str_radix(code.get(..4)?, 16).ok()) {
        return char::from_u32(code).map(String::from);
    }
    let known = match name {
        "space" | "nbspace" => " ",
        "zero" => "0",
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "period" => ".",
        "comma" => ",",
        "colon" => ":",
        "semicolon" => ";",
        "exclam" => "!",
        "question" => "?",
        "hyphen" | "minus" => "-",
        "endash" => "–",
        "emdash" => "—",
        "quoteright" | "quotesingle" => "'",
        "quoteleft" => "‘",
        "quotedbl" => "\"",
        "quotedblleft" => "“",
        "quotedblright" => "”",
        "parenleft" => "(",
        "parenright" => ")",
        "slash" => "/",
        "percent" => "%",
        "bullet" => "•",
        "ellipsis" => "…",
        "fi" | "f_i" => "fi",
        "fl" | "f_l" => "fl",
        "ff" | "f_f" => "ff",
        "ffi" | "f_f_i" => "ffi",
        "ffl" | "f_f_l" => "ffl",
        _ => return None,
    };
    Some(known.to_owned())
}
