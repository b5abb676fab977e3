//! Functions of a script, by matching braces.
//!
//! First everything that is not code is blanked out, so that a brace in a text or a remark does not count. Then a brace opens a function when
//! it follows `=>`, or a closing bracket whose opening one follows a name that is no keyword (`send(a) {`, `function (a) {`). The function is
//! named by the word before that bracket, or for an arrow by the word before the `=` on its first line. Classes, loops and plain objects open
//! braces too; those are matched and forgotten.
//!
//! Known limits: a function with an object taken apart inside a default value inside its arguments may be missed, and an arrow without
//! braces is not counted. Neither can be long.

use super::Function;

/// Words before a bracket that open no function.
const KEYWORDS: &[&str] = &["if", "for", "while", "switch", "catch", "with"];

/// Every function with a body in braces, in the order in which they end.
pub(super) fn functions(text: &str) -> Vec<Function> {
    let code = code_only(text);
    let mut functions = Vec::new();
    let mut open: Vec<Option<(String, usize)>> = Vec::new();
    let mut line = 1;
    for (place, byte) in code.bytes().enumerate() {
        match byte {
            b'\n' => line += 1,
            b'{' => open.push(
                name_before(&code[..place])
                    .map(|(name, begin)| (name, line - code[begin..place].matches('\n').count())),
            ),
            b'}' => {
                if let Some((name, begin)) = open.pop().flatten() {
                    functions.push(Function { name, line: begin, lines: line + 1 - begin });
                }
            }
            _ => {}
        }
    }
    functions
}

/// If a brace here opens a function: its name and where it begins.
fn name_before(code: &str) -> Option<(String, usize)> {
    let head = code.trim_end();
    if let Some(arguments) = head.strip_suffix("=>") {
        let arguments = arguments.trim_end();
        let begin = if arguments.ends_with(')') { bracket_open(arguments)? } else { word_begin(arguments) };
        let line_begin = head[..begin].rfind('\n').map_or(0, |end| end + 1);
        let left = head[line_begin..begin].split_once('=').map_or("", |(left, _)| left.trim_end());
        return Some((or_nameless(&left[word_begin(left)..]), begin));
    }
    if !head.ends_with(')') {
        return None;
    }
    let before = head[..bracket_open(head)?].trim_end();
    let begin = word_begin(before);
    let word = &before[begin..];
    let opens = !word.is_empty() && !KEYWORDS.contains(&word);
    opens.then(|| (if word == "function" { or_nameless("") } else { word.to_owned() }, begin))
}

fn or_nameless(name: &str) -> String {
    if name.is_empty() { "(nameless)".to_owned() } else { name.to_owned() }
}

/// Where the bracket opens that closes at the end.
fn bracket_open(code: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (place, byte) in code.bytes().enumerate().rev() {
        match byte {
            b')' => depth += 1,
            b'(' if depth == 1 => return Some(place),
            b'(' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Where the word at the end begins.
fn word_begin(code: &str) -> usize {
    code.trim_end_matches(|c: char| c.is_alphanumeric() || c == '_' || c == '$' || c == '#').len()
}

/// What a stretch of a script is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Code,
    /// A text, up to this quote.
    Text(char),
    /// A pattern between slashes; whether within square brackets.
    Pattern(bool),
    LineRemark,
    BlockRemark,
}

/// The same lines with everything blanked that is not code. Each `${…}` in a text is code again.
fn code_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut part = Part::Code;
    // How deep in braces each `${` stands that is open.
    let mut holes: Vec<usize> = Vec::new();
    let mut depth = 0_usize;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let (show, then) = match (part, c) {
            (Part::Code, '{') => {
                depth += 1;
                (true, Part::Code)
            }
            (Part::Code, '}') if holes.last() == Some(&depth) => {
                holes.pop();
                (false, Part::Text('`'))
            }
            (Part::Code, '}') => {
                depth = depth.saturating_sub(1);
                (true, Part::Code)
            }
            (Part::Text('`'), '$') if next == Some('{') => {
                rest.next();
                holes.push(depth);
                (false, Part::Code)
            }
            _ => step(part, c, next, &out),
        };
        // A backslash takes the next letter with it; the end of a block remark is two letters long.
        let escaped = c == '\\' && matches!(part, Part::Text(_) | Part::Pattern(_));
        let closed = part == Part::BlockRemark && then == Part::Code;
        out.push(if show || c == '\n' { c } else { ' ' });
        if (escaped || closed) && rest.next() == Some('\n') {
            out.push('\n');
        }
        part = then;
    }
    out
}

/// Whether to show a letter, and what follows it.
fn step(part: Part, c: char, next: Option<char>, before: &str) -> (bool, Part) {
    match (part, c) {
        (Part::Code, '/') if next == Some('/') => (false, Part::LineRemark),
        (Part::Code, '/') if next == Some('*') => (false, Part::BlockRemark),
        (Part::Code, '/') if pattern_may_begin(before) => (false, Part::Pattern(false)),
        (Part::Code, '"' | '\'' | '`') => (false, Part::Text(c)),
        (Part::Code, _) => (true, Part::Code),
        (Part::Text(quote), _) if c == quote => (false, Part::Code),
        (Part::Pattern(false), '/') | (Part::LineRemark, '\n') => (false, Part::Code),
        (Part::Pattern(_), '[') => (false, Part::Pattern(true)),
        (Part::Pattern(_), ']') => (false, Part::Pattern(false)),
        (Part::BlockRemark, '*') if next == Some('/') => (false, Part::Code),
        _ => (false, part),
    }
}

/// A slash divides after a value and opens a pattern elsewhere.
fn pattern_may_begin(before: &str) -> bool {
    let before = before.trim_end();
    let word = &before[word_begin(before)..];
    word == "return" || before.ends_with(|c: char| "(,=:[!&|?{};+".contains(c)) || before.is_empty()
}

#[cfg(test)]
mod tests {
    use super::functions;

    fn check(text: &str, expected: &[(&str, usize, usize)]) {
        let found = functions(text);
        let found: Vec<_> = found.iter().map(|it| (it.name.as_str(), it.line, it.lines)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_way_to_write_a_function_is_found() {
        check("function plain(a,\n  b) {\n}\n", &[("plain", 1, 3)]);
        check("export const arrow = async (a) => {\n  a();\n};\n", &[("arrow", 1, 3)]);
        check("const one = x => {\n};\n", &[("one", 1, 2)]);
        check("class A {\n  #go(a) {\n  }\n}\n", &[("#go", 2, 2)]);
        check("on('x', function () {\n});\n", &[("(nameless)", 1, 2)]);
        check("on('x', () => {\n});\n", &[("(nameless)", 1, 2)]);
        check("function take({ a, b } = {}) {\n}\n", &[("take", 1, 2)]);
    }

    #[test]
    fn loops_and_objects_are_no_functions() {
        check("for (const a of b) {\n}\nif (a) {\n} else {\n}\nconst o = {\n};\ntry {\n} catch (e) {\n}\n", &[]);
    }

    #[test]
    fn braces_outside_code_do_not_count() {
        check(
            "function a() {\n  // }\n  /* } */\n  x('}', \"}\", `}`);\n  y = /[/}]\\/}/;\n  z = 4 / 2;\n}\n",
            &[("a", 1, 7)],
        );
        check("function a() {\n  x(`${b({})}}`);\n}\n", &[("a", 1, 3)]);
        check("function a() {\n  x('\\'}');\n}\n", &[("a", 1, 3)]);
    }

    #[test]
    fn inner_functions_are_counted_too() {
        check("function a() {\n  const b = () => {\n  };\n}\n", &[("b", 2, 2), ("a", 1, 4)]);
    }
}
