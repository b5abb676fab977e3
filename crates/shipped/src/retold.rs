//! The texts of a protocol or a guide told in another way: what stands in double quotes is changed, every other word stays.

/// The source with each of its texts changed. Comments stay; a text ends on its line, and `\"` in it does not end it.
pub fn texts(source: &str, tell: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    for line in source.split_inclusive('\n') {
        if line.trim_start().starts_with('#') {
            out.push_str(line);
        } else {
            retell_line(&mut out, line, &tell);
        }
    }
    out
}

fn retell_line(out: &mut String, line: &str, tell: &impl Fn(&str) -> String) {
    let mut rest = line;
    while let Some((before, from)) = rest.split_once('"') {
        let end = closing(from);
        out.push_str(before);
        out.push('"');
        out.push_str(&tell(&from[..end]));
        rest = &from[end..];
        if let Some(after) = rest.strip_prefix('"') {
            out.push('"');
            rest = after;
        }
    }
    out.push_str(rest);
}

/// Where the text ends: at the first quote without a backslash before it.
fn closing(from: &str) -> usize {
    let mut escaped = false;
    for (at, character) in from.char_indices() {
        match character {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    from.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn louder(source: &str) -> String {
        texts(source, str::to_uppercase)
    }

    #[test]
    fn only_texts_change() {
        assert_eq!(
            louder("# a \"b\"\nrule E01 x\n  say \"a \\\"b\\\" $c\" d \"e\"\n"),
            "# a \"b\"\nrule E01 x\n  say \"A \\\"B\\\" $C\" d \"E\"\n"
        );
    }

    #[test]
    fn a_source_without_a_change_is_the_same() {
        for source in [crate::PROTOCOL, "  say \"open", "  say \"a\\\\\" b", ""] {
            assert_eq!(texts(source, str::to_owned), source);
        }
    }
}
