//! What a page draws, as far as it is text: where each string stands decides between a blank, a new line and a new paragraph.

use std::collections::BTreeMap;

use super::file::File;
use super::font::Font;
use super::object::{Dict, Object, Reader};

const OPERATORS_MAX: usize = 1_000_000;
const STATES_MAX: usize = 64;
const FORMS_DEEP_MAX: usize = 4;
const TEXT_MAX: usize = 2 * crate::text::TEXT_MAX;

/// A place on the page: six numbers, as the format has them.
type Matrix = [f64; 6];
const STILL: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

pub(super) struct Page<'f, 'b> {
    file: &'f mut File<'b>,
    pub(super) text: String,
    operators: usize,
    state: State,
    kept: Vec<State>,
    fonts: BTreeMap<Vec<u8>, Font>,
    /// Where the last string ended, and its size.
    end: Option<(f64, f64, f64)>,
}

#[derive(Clone)]
struct State {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    font: Vec<u8>,
    size: f64,
    leading: f64,
    between_letters: f64,
    between_words: f64,
}

impl<'f, 'b> Page<'f, 'b> {
    pub(super) fn new(file: &'f mut File<'b>) -> Self {
        let state = State {
            page: STILL,
            text: STILL,
            line: STILL,
            font: Vec::new(),
            size: 1.0,
            leading: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
        };
        Self { file, text: String::new(), operators: 0, state, kept: Vec::new(), fonts: BTreeMap::new(), end: None }
    }

    /// Runs the operators of a page or of a form in it.
    pub(super) fn run(&mut self, content: &[u8], resources: &Dict, depth: usize) {
        self.load_fonts(resources, depth);
        let mut reader = Reader::new(content, 0);
        let mut held: Vec<Object> = Vec::new();
        while let Some(object) = reader.next() {
            let Object::Word(word) = object else {
                if held.len() < 4_096 {
                    held.push(object);
                }
                continue;
            };
            self.operators += 1;
            if self.operators > OPERATORS_MAX || self.text.len() > TEXT_MAX {
                return;
            }
            match word.as_slice() {
                b"ID" => reader.at = after_image(content, reader.at),
                b"Do" if depth < FORMS_DEEP_MAX => self.form(&held, resources, depth),
                _ => self.operator(&word, &held, depth),
            }
            held.clear();
        }
    }

    fn load_fonts(&mut self, resources: &Dict, depth: usize) {
        let Some(fonts) = self.file.dict(resources.get(b"Font")) else { return };
        for (name, font) in fonts.entries().take(200) {
            if let Some(font) = self.file.dict(Some(font)) {
                let font = Font::read(self.file, &font);
                self.fonts.insert(keyed(name, depth), font);
            }
        }
    }

    fn form(&mut self, held: &[Object], resources: &Dict, depth: usize) {
        let Some(Object::Name(name)) = held.last() else { return };
        let Some(forms) = self.file.dict(resources.get(b"XObject")) else { return };
        let Some(form) = forms.get(name) else { return };
        let Some(dict) = self.file.dict(Some(form)) else { return };
        if dict.name(b"Subtype") != Some(b"Form") {
            return;
        }
        let own = self.file.dict(dict.get(b"Resources")).unwrap_or_else(|| resources.clone());
        let content = self.file.stream_of(form).unwrap_or_default();
        let state = self.state.clone();
        self.run(&content, &own, depth + 1);
        self.state = state;
    }

    fn operator(&mut self, word: &[u8], held: &[Object], depth: usize) {
        let number = |at: usize| held.get(at).and_then(Object::number).unwrap_or(0.0);
        let matrix = || [number(0), number(1), number(2), number(3), number(4), number(5)];
        match word {
            b"q" if self.kept.len() < STATES_MAX => self.kept.push(self.state.clone()),
            b"Q" => {
                if let Some(state) = self.kept.pop() {
                    self.state = state;
                }
            }
            b"cm" => self.state.page = times(&matrix(), &self.state.page),
            b"BT" => (self.state.text, self.state.line) = (STILL, STILL),
            b"Tm" => (self.state.text, self.state.line) = (matrix(), matrix()),
            b"Tf" => {
                if let Some(Object::Name(name)) = held.first() {
                    self.state.font = keyed(name, depth);
                }
                self.state.size = number(1);
            }
            b"TL" => self.state.leading = number(0),
            b"Tc" => self.state.between_letters = number(0),
            b"Tw" => self.state.between_words = number(0),
            b"Td" => self.go(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.go(number(0), number(1));
            }
            b"T*" => self.go(0.0, -self.state.leading),
            b"Tj" => self.show_all(held),
            b"'" | b"\"" => {
                self.go(0.0, -self.state.leading);
                self.show_all(held);
            }
            b"TJ" => {
                if let Some(Object::Array(parts)) = held.first() {
                    self.show_all(parts);
                }
            }
            _ => {}
        }
    }

    fn go(&mut self, x: f64, y: f64) {
        self.state.line = times(&[1.0, 0.0, 0.0, 1.0, x, y], &self.state.line);
        self.state.text = self.state.line;
    }

    fn show_all(&mut self, parts: &[Object]) {
        for part in parts {
            match part {
                Object::String(bytes) => self.show(bytes),
                Object::Number(back) => self.advance(-back / 1000.0 * self.state.size),
                _ => {}
            }
        }
    }

    fn advance(&mut self, x: f64) {
        self.state.text = times(&[1.0, 0.0, 0.0, 1.0, x, 0.0], &self.state.text);
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some((words, width)) = self.fonts.get(&self.state.font).map(|font| font.decode(bytes)) else { return };
        let place = times(&self.state.text, &self.state.page);
        let size = (self.state.size * place[2].hypot(place[3])).abs().max(0.01);
        if let Some((x, y, size_before)) = self.end {
            let (along, down) = (place[4] - x, (place[5] - y).abs());
            if down > 1.9 * size.max(size_before) {
                self.text.push_str("\n\n");
            } else if down > 0.4 * size {
                self.text.push('\n');
            } else if along.abs() > 0.16 * size && !self.text.ends_with(' ') && !words.starts_with(' ') {
                self.text.push(' ');
            }
        }
        self.text.push_str(&words);
        // Counting letters and blanks in `f64` without a cast.
        let spread: f64 = words
            .chars()
            .map(|c| self.state.between_letters + if c == ' ' { self.state.between_words } else { 0.0 })
            .sum();
        self.advance(width / 1000.0 * self.state.size + spread);
        let place = times(&self.state.text, &self.state.page);
        self.end = Some((place[4], place[5], size));
    }
}

/// A form's fonts must not take the place of the page's.
fn keyed(name: &[u8], depth: usize) -> Vec<u8> {
    let mut key = name.to_vec();
    key.extend(std::iter::repeat_n(b'/', depth));
    key
}

fn times(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// Behind a picture that stands within the operators.
fn after_image(content: &[u8], from: usize) -> usize {
    let rest = content.get(from..).unwrap_or_default();
    rest.windows(4)
        .position(|four| four[0].is_ascii_whitespace() && &four[1..3] == b"EI" && four[3].is_ascii_whitespace())
        .map_or(content.len(), |at| from + at + 3)
}
