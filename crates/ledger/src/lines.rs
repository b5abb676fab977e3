//! From a place in a text to its line.

/// Where the lines of a text begin, found once.
pub(crate) struct Lines(Vec<usize>);

impl Lines {
    pub(crate) fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(end, _)| end + 1).collect())
    }

    /// The line of a byte, from 1.
    pub(crate) fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|begin| *begin <= byte) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn a_line_end_belongs_to_the_line_it_ends() {
        let lines = Lines::of("ab\ncd\n");
        let found: Vec<usize> = (0..7).map(|byte| lines.at(byte)).collect();
        assert_eq!(found, [1, 1, 1, 2, 2, 2, 3]);
    }
}
