//! The texts of a protocol or a guide told in another way: what stands in double quotes is changed, and the cells of a table, which may stand without.

/// The source with each of its texts changed. Comments stay; a text ends on its line, and `\"` in it does not end it.
pub fn texts(source: &str, tell: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(source.len() * 2);
    for line in source.split_inclusive('\n') {
        if line.trim_start().starts_with('#') {
            out.push_str(line);
        } else if let Some(cells) = line.trim_start().strip_prefix("row ") {
            out.push_str("  row ");
            retell_line(&mut out, &quoted(cells), &tell);
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

/// A line with quotes around each word that stands without.
fn quoted(cells: &str) -> String {
    let mut out = String::new();
    let mut rest = cells;
    while let Some(first) = rest.chars().next() {
        let bare = rest.find([' ', '"', '\n']).unwrap_or(rest.len());
        let length = match first {
            '"' => 1 + closing(&rest[1..]) + usize::from(rest.len() > 1 + closing(&rest[1..])),
            _ if bare == 0 => first.len_utf8(),
            _ => bare,
        };
        let (cell, after) = rest.split_at(length);
        out.push_str(&if bare == 0 { cell.to_owned() } else { format!("\"{cell}\"") });
        rest = after;
    }
    out
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
        for source in ["# \"x\"\nrule E01 x\n  say \"a\"\n", "  say \"open", "  say \"a\\\\\" b", ""] {
            assert_eq!(texts(source, str::to_owned), source);
        }
    }

    #[test]
    fn a_cell_without_quotes_is_a_text_too() {
        assert_eq!(louder("  row      fresh \"room, 25\" 4\n"), "  row      \"FRESH\" \"ROOM, 25\" \"4\"\n");
    }

    #[test]
    fn what_is_told_as_it_stands_is_the_same_protocol() {
        let ledger = crate::ledger().expect("a sound ledger");
        let same = crate::protocol_told(&ledger, str::to_owned).expect("a sound protocol");
        let shipped = crate::protocol(&ledger).expect("a sound protocol");
        assert!(format!("{:?}", same.protocol) == format!("{:?}", shipped.protocol), "the same rules and texts");
        assert_eq!(same.fingerprint, shipped.fingerprint);
    }
}
