//! Rust files, measured by their syntax tree: exact spans, no guessing.

use super::count::{Count, Line};
use super::{Function, Measured};
use crate::modules::for_tests;
use proc_macro2::Span;
use std::ops::RangeInclusive;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, ImplItemFn, ItemFn, ItemMod, Signature, TraitItemFn};

/// Counts lines and finds functions. A text that is not Rust has lines but no functions: the compiler will say more.
pub(super) fn measure(text: &str) -> Measured {
    let mut finder = Finder::default();
    if let Ok(file) = syn::parse_file(text) {
        finder.visit_file(&file);
    }
    let mut count = Count::default();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        count.add(kind(line.trim()), finder.tests.iter().any(|lines| lines.contains(&number)));
    }
    Measured { count, functions: finder.functions }
}

fn kind(line: &str) -> Line {
    if line.is_empty() {
        Line::Blank
    } else if line.starts_with("///") || line.starts_with("//!") || line.starts_with("#![doc") {
        Line::Docs
    } else if line.starts_with("//") {
        Line::Remark
    } else {
        Line::Code
    }
}

/// Collects functions outside tests, and the lines that tests take.
#[derive(Default)]
struct Finder {
    functions: Vec<Function>,
    tests: Vec<RangeInclusive<usize>>,
}

impl Finder {
    /// Whether this is kept to tests; if so, its lines are.
    fn skip(&mut self, attributes: &[Attribute], span: Span) -> bool {
        let skip = for_tests(attributes);
        if skip {
            self.tests.push(span.start().line..=span.end().line);
        }
        skip
    }

    fn add(&mut self, signature: &Signature, block: &Block) {
        let line = signature.span().start().line;
        let lines = block.span().end().line + 1 - line;
        self.functions.push(Function { name: signature.ident.to_string(), line, lines });
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if !self.skip(&module.attrs, module.span()) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        if !self.skip(&function.attrs, function.span()) {
            self.add(&function.sig, &function.block);
            visit::visit_item_fn(self, function);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        if !self.skip(&function.attrs, function.span()) {
            self.add(&function.sig, &function.block);
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(block) = &function.default {
            self.add(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[cfg(test)]
mod tests {
    use super::measure;
    use crate::shape::Function;
    use crate::shape::count::Count;

    const SAMPLE: &str = r#"//! What it is for.

/// Adds.
#[must_use]
pub fn add(
    left: u8,
) -> u8 {
    // remark
    left
}

struct Home;

impl Home {
    fn door() {}
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_adds() {
        assert_eq!("}", "}");
    }
}
"#;

    #[test]
    fn lines_are_told_apart() {
        assert_eq!(measure(SAMPLE).count, Count { all: 24, code: 10, test: 7, docs: 2 });
    }

    #[test]
    fn functions_run_from_their_first_word_to_their_brace_and_tests_are_left_out() {
        let function = |name: &str, line, lines| Function { name: name.to_owned(), line, lines };
        assert_eq!(measure(SAMPLE).functions, [function("add", 5, 6), function("door", 15, 1)]);
    }
}
