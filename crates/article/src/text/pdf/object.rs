//! The values of a PDF, read from bytes.

/// How deep arrays and dictionaries may stand in each other.
const DEPTH_MAX: usize = 24;

/// A value, or an operator of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Number(f64),
    String(Vec<u8>),
    Name(Vec<u8>),
    Array(Vec<Self>),
    Dict(Dict),
    Reference(u32),
    Word(Vec<u8>),
}

/// Names and values.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dict(Vec<(Vec<u8>, Object)>);

impl Dict {
    pub(super) fn get(&self, name: &[u8]) -> Option<&Object> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub(super) fn set(&mut self, name: &[u8], value: Object) {
        self.0.push((name.to_vec(), value));
    }

    pub(super) fn name(&self, name: &[u8]) -> Option<&[u8]> {
        match self.get(name) {
            Some(Object::Name(value)) => Some(value),
            _ => None,
        }
    }

    pub(super) fn number(&self, name: &[u8]) -> Option<f64> {
        self.get(name).and_then(Object::number)
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = &(Vec<u8>, Object)> {
        self.0.iter()
    }
}

impl Object {
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A whole number that is not negative.
    pub(super) fn count(&self) -> Option<usize> {
        let number = self.number().filter(|number| (0.0..1e9).contains(number))?;
        format!("{number:.0}").parse().ok()
    }
}

/// Reads values one after the other.
pub(super) struct Reader<'b> {
    pub(super) bytes: &'b [u8],
    pub(super) at: usize,
}

impl<'b> Reader<'b> {
    pub(super) fn new(bytes: &'b [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The next value. None at the end.
    pub(super) fn next(&mut self) -> Option<Object> {
        self.value(DEPTH_MAX)
    }

    fn value(&mut self, depth: usize) -> Option<Object> {
        self.skip_blanks();
        let byte = self.peek()?;
        let rest = &self.bytes[self.at..];
        match byte {
            b'/' => {
                self.at += 1;
                Some(Object::Name(self.name()))
            }
            b'(' => Some(Object::String(self.string())),
            b'<' if rest.starts_with(b"<<") => {
                self.at += 2;
                self.dict(depth.checked_sub(1)?)
            }
            b'<' => Some(Object::String(self.hex())),
            b'[' => {
                self.at += 1;
                self.array(depth.checked_sub(1)?)
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => Some(self.number_or_reference()),
            b')' | b'>' | b']' | b'{' | b'}' => {
                self.at += 1;
                Some(Object::Word(vec![byte]))
            }
            _ => {
                let word = self.run();
                Some(if word == b"null" { Object::Null } else { Object::Word(word) })
            }
        }
    }

    /// The bytes up to the next blank or bracket.
    fn run(&mut self) -> Vec<u8> {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)) {
            self.at += 1;
        }
        self.bytes[start..self.at].to_vec()
    }

    fn name(&mut self) -> Vec<u8> {
        let raw = self.run();
        let (mut name, mut at) = (Vec::new(), 0);
        while let Some(byte) = raw.get(at) {
            let pair = raw.get(at + 1).zip(raw.get(at + 2));
            match pair.and_then(|(high, low)| Some(nibble(*high)? << 4 | nibble(*low)?)) {
                Some(coded) if *byte == b'#' => {
                    name.push(coded);
                    at += 3;
                }
                _ => {
                    name.push(*byte);
                    at += 1;
                }
            }
        }
        name
    }

    fn number(&mut self) -> f64 {
        let word = self.run();
        std::str::from_utf8(&word)
            .ok()
            .and_then(|word| word.parse().ok())
            .filter(|n: &f64| n.is_finite())
            .unwrap_or(0.0)
    }

    fn number_or_reference(&mut self) -> Object {
        let first = Object::Number(self.number());
        let after = self.at;
        // `12 0 R`
        if let (Some(id), Some(_)) = (first.count(), self.plain_count()) {
            self.skip_blanks();
            if self.peek() == Some(b'R') && self.bytes.get(self.at + 1).is_none_or(|byte| !byte.is_ascii_alphanumeric())
            {
                self.at += 1;
                return Object::Reference(u32::try_from(id).unwrap_or(u32::MAX));
            }
        }
        self.at = after;
        first
    }

    /// A short whole number, if that is what comes next.
    pub(super) fn plain_count(&mut self) -> Option<usize> {
        self.skip_blanks();
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) && self.at - start < 9 {
            self.at += 1;
        }
        std::str::from_utf8(&self.bytes[start..self.at]).ok()?.parse().ok()
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        let mut items = Vec::new();
        loop {
            match self.value(depth)? {
                Object::Word(word) if word == b"]" => return Some(Object::Array(items)),
                item => items.push(item),
            }
        }
    }

    fn dict(&mut self, depth: usize) -> Option<Object> {
        let mut dict = Dict::default();
        loop {
            match self.value(depth)? {
                Object::Name(name) => {
                    let value = self.value(depth)?;
                    dict.0.push((name, value));
                }
                Object::Word(word) if word == b">" => {
                    if self.peek() == Some(b'>') {
                        self.at += 1;
                    }
                    return Some(Object::Dict(dict));
                }
                _ => {}
            }
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut bytes, mut high) = (Vec::new(), None);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(value) = nibble(byte) else { continue };
            match high.take() {
                None => high = Some(value << 4),
                Some(upper) => bytes.push(upper | value),
            }
        }
        bytes.extend(high);
        bytes
    }

    fn string(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut bytes, mut open) = (Vec::new(), 1_usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    bytes.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            bytes.push(byte);
        }
        bytes
    }

    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' | b'f' => b' ',
            b'\r' | b'\n' => return None,
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                u8::try_from(value).unwrap_or(b' ')
            }
            other => other,
        })
    }
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn nibble(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
