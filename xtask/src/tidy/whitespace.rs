//! Tabs, spaces at the end of lines, ends of files, and what a merge left behind.

/// Everything wrong with the white of one file.
pub(super) fn faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        let at = format!("{path}:{}", index + 1);
        // A table of labelled sentences parts its columns by tabs.
        if line.contains('\t') && crate::tree::extension(path) != "tsv" {
            faults.push(format!("{at}: a tab; two or four spaces instead"));
        }
        if line.contains('\r') {
            faults.push(format!("{at}: a carriage return; lines end with a line feed alone"));
        } else if line.ends_with([' ', '\t']) {
            faults.push(format!("{at}: a space at the end of the line"));
        }
        if line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") {
            faults.push(format!("{at}: what a merge left behind"));
        }
    }
    if !text.is_empty() && (!text.ends_with('\n') || text.ends_with("\n\n")) {
        faults.push(format!("{path}: a file ends with one line feed"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::faults;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(faults("a", text), expected);
    }

    #[test]
    fn what_nobody_sees_is_told_by_line() {
        check("fine\n", &[]);
        check("", &[]);
        check("a\n\tb\n", &["a:2: a tab; two or four spaces instead"]);
        check("a \n", &["a:1: a space at the end of the line"]);
        check("a\r\n", &["a:1: a carriage return; lines end with a line feed alone"]);
        check("a", &["a: a file ends with one line feed"]);
        check("a\n\n", &["a: a file ends with one line feed"]);
    }

    #[test]
    fn columns_of_a_table_are_parted_by_tabs() {
        assert_eq!(faults("a.tsv", "a\tb\n"), [""; 0]);
    }

    #[test]
    fn what_a_merge_left_behind_is_told_and_a_heading_is_not() {
        let mark = "<".repeat(7);
        check(&format!("{mark} ours\n"), &["a:1: what a merge left behind"]);
        check("Title\n=======\n", &[]);
    }
}
