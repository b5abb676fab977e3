//! Lines, told apart: code, tests, words about the code.

/// How many lines of each kind. Blank lines and plain remarks count towards `all` only.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) all: usize,
    pub(super) code: usize,
    pub(super) test: usize,
    pub(super) docs: usize,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Blank,
    Code,
    Remark,
    Docs,
}

impl Count {
    /// Counts one line.
    pub(super) fn add(&mut self, line: Line, test: bool) {
        self.all += 1;
        match line {
            Line::Code if test => self.test += 1,
            Line::Code => self.code += 1,
            Line::Docs => self.docs += 1,
            Line::Blank | Line::Remark => {}
        }
    }

    /// Says that the whole file is there for tests. Words in a test explain the test, not the code.
    pub(super) fn all_for_tests(&mut self) {
        self.test += std::mem::take(&mut self.code);
        self.docs = 0;
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.all += other.all;
        self.code += other.code;
        self.test += other.test;
        self.docs += other.docs;
    }
}

/// A script: `/** … */` are docs, other remarks are not.
pub(super) fn script(text: &str) -> Count {
    blocks(text, &[("/**", "*/", Line::Docs), ("/*", "*/", Line::Remark)])
}

/// A style sheet or a template. Their remarks are the only words they can carry, so they count as docs.
pub(super) fn markup(text: &str) -> Count {
    blocks(text, &[("/*", "*/", Line::Docs), ("<!--", "-->", Line::Docs), ("{#", "#}", Line::Docs)])
}

/// Counts by what a line begins with; a block runs to the line that holds its end.
fn blocks(text: &str, marks: &[(&str, &'static str, Line)]) -> Count {
    let mut count = Count::default();
    let mut open: Option<(&str, Line)> = None;
    for line in text.lines().map(str::trim) {
        let begun = open.or_else(|| {
            let mark = marks.iter().find(|(begin, ..)| line.starts_with(begin));
            mark.map(|(_, end, kind)| (*end, *kind))
        });
        let kind = match begun {
            Some((_, kind)) => kind,
            None if line.is_empty() => Line::Blank,
            None if line.starts_with("//") => Line::Remark,
            None => Line::Code,
        };
        count.add(kind, false);
        open = begun.filter(|(end, _)| !line.contains(end));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::{Count, markup, script};

    #[test]
    fn the_lines_of_a_script_are_told_apart() {
        let text = "/**\n * Why.\n */\nfunction a() {\n  // remark\n\n  return 1; /* more */\n}\n/* b */\n";
        assert_eq!(script(text), Count { all: 9, code: 3, test: 0, docs: 3 });
    }

    #[test]
    fn the_remarks_of_a_style_sheet_are_its_docs() {
        assert_eq!(markup("/* a\n\nb */\na { b: c }\n"), Count { all: 4, code: 1, test: 0, docs: 3 });
        assert_eq!(markup("{# why #}\n<p>a</p>\n"), Count { all: 2, code: 1, test: 0, docs: 1 });
    }
}
