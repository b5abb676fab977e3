//! Search over lines of text that forgives typing errors, as you type. `browser/find.js` does the same, word for word; one table tests both.
//!
//! Each word that was typed is looked for among the words of a line: as it stands, as a beginning, within, or with one letter wrong, missing,
//! doubled or changed with its neighbour (two letters in long words). A line is found when all words are; where no line has them all, those
//! that have the most.

use std::collections::HashMap;

/// Looked at, so that a pasted page costs no more than a question.
const MOST_WORDS: usize = 8;
const LONGEST_WORD: usize = 24;
/// A shorter beginning would find nearly everything.
const SHORTEST_BEGINNING: usize = 2;
const SHORTEST_WITHIN: usize = 4;
const SHORTEST_WITH_ONE_WRONG: usize = 4;
const SHORTEST_WITH_TWO_WRONG: usize = 8;

/// What a language adds: words that say nothing, and words that mean the same.
#[derive(Debug, Clone, Default)]
pub struct Habits {
    skip: Vec<String>,
    same: Vec<Vec<String>>,
}

impl Habits {
    /// `skip`: words parted by blanks. `same`: groups of words, parted by semicolons.
    #[must_use]
    pub fn read(skip: &str, same: &str) -> Self {
        Self { skip: words(skip), same: same.split(';').map(words).collect() }
    }

    /// A typed word and those that mean the same.
    fn meanings<'h>(&'h self, typed: &'h String) -> Vec<&'h String> {
        let group = self.same.iter().find(|group| group.contains(typed));
        group.map_or_else(|| vec![typed], |group| group.iter().collect())
    }
}

/// Which lines were found, by their place: the best first, equals in their order. Nothing typed finds nothing.
#[must_use]
pub fn find(typed: &str, lines: &[String], habits: &Habits) -> Vec<usize> {
    // Most words stand in many lines: each is looked at once.
    let mut asked: Vec<(String, Known)> = asked(typed, habits).into_iter().map(|word| (word, Known::new())).collect();
    let mut found: Vec<(usize, u32, usize)> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        let line = words(line);
        let scores = asked.iter_mut().map(|(word, known)| best(word, &line, known, habits)).filter(|score| *score > 0);
        let (count, sum) = scores.fold((0, 0), |(count, sum), score| (count + 1, sum + score));
        found.push((count, sum, place));
    }
    let most = found.iter().map(|(count, ..)| *count).max().unwrap_or_default();
    found.retain(|(count, ..)| *count == most && most > 0);
    found.sort_by_key(|(_, sum, place)| (std::cmp::Reverse(*sum), *place));
    found.into_iter().map(|(.., place)| place).collect()
}

/// The typed words that say something; all of them where none does.
fn asked(typed: &str, habits: &Habits) -> Vec<String> {
    let all: Vec<String> =
        words(typed).into_iter().take(MOST_WORDS).map(|word| word.chars().take(LONGEST_WORD).collect()).collect();
    let telling: Vec<String> = all.iter().filter(|word| !habits.skip.contains(word)).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// Letters and digits between anything else, in small letters.
fn words(text: &str) -> Vec<String> {
    let low = text.to_lowercase();
    low.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// How well words are what was asked for.
type Known = HashMap<String, u32>;

/// How well a line has a word, or one that means the same; 0: it has not.
fn best(asked: &String, line: &[String], known: &mut Known, habits: &Habits) -> u32 {
    let mut best = 0;
    for word in line {
        let here = known.get(word).copied().unwrap_or_else(|| {
            let here = habits.meanings(asked).into_iter().map(|asked| score(asked, word)).max().unwrap_or_default();
            known.insert(word.clone(), here);
            here
        });
        best = best.max(here);
    }
    best
}

fn score(asked: &str, word: &str) -> u32 {
    let asked_letters: Vec<char> = asked.chars().collect();
    let length = asked_letters.len();
    match () {
        () if asked == word => 5,
        () if length >= SHORTEST_BEGINNING && word.starts_with(asked) => 4,
        () if length >= SHORTEST_WITHIN && word.contains(asked) => 3,
        () if length < SHORTEST_WITH_ONE_WRONG || asked.chars().all(char::is_numeric) => 0,
        () => match wrong(&asked_letters, &word.chars().collect::<Vec<_>>()) {
            1 => 2,
            2 if length >= SHORTEST_WITH_TWO_WRONG => 1,
            _ => 0,
        },
    }
}

/// How many letters are wrong, missing, too many or changed with their neighbour, against the word or a beginning of it.
fn wrong(asked: &[char], word: &[char]) -> usize {
    // Another first letter makes a short word another word: `heat`, `beat`.
    if asked.len() < SHORTEST_WITH_TWO_WRONG && asked.first() != word.first() {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=word.len()).collect();
    for (row, letter) in asked.iter().enumerate() {
        let mut here = vec![row + 1];
        for (column, other) in word.iter().enumerate() {
            let mut least =
                (above[column] + usize::from(letter != other)).min(above[column + 1] + 1).min(here[column] + 1);
            let swapped = row > 0 && column > 0 && asked[row - 1] == *other && word[column - 1] == *letter;
            if swapped {
                least = least.min(before[column - 1] + 1);
            }
            here.push(least);
        }
        before = std::mem::replace(&mut above, here);
    }
    above.into_iter().min().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Habits, find, wrong};

    fn found(typed: &str) -> Vec<usize> {
        let lines =
            ["Deep massage can harm.", "Light massage, for comfort.", "Antibiotics within 24 hours.", "Blocked ducts."];
        find(typed, &lines.map(str::to_owned), &Habits::read("can for the", "blocked clogged plugged"))
    }

    #[test]
    fn words_are_found_as_they_are_meant() {
        assert_eq!(found("massage"), [0, 1]);
        assert_eq!(found("the deep MASSAGE"), [0]);
        assert_eq!(found("massgae"), [0, 1]);
        assert_eq!(found("antibotic"), [2]);
        assert_eq!(found("clogged"), [3]);
        assert_eq!(found("anti"), [2]);
        assert_eq!(found("24"), [2]);
    }

    #[test]
    fn where_no_line_has_all_the_most_are_taken() {
        assert_eq!(found("light antibiotics zebra"), [1, 2]);
        assert_eq!(found("zebra"), [0_usize; 0]);
        assert_eq!(found(" ,. "), [0_usize; 0]);
    }

    #[test]
    fn a_number_and_another_first_letter_are_no_slip() {
        assert_eq!(found("25"), [0_usize; 0]);
        assert_eq!(found("cassage"), [0_usize; 0]);
    }

    #[test]
    fn letters_are_counted() {
        let wrong =
            |asked: &str, word: &str| wrong(&asked.chars().collect::<Vec<_>>(), &word.chars().collect::<Vec<_>>());
        assert_eq!(wrong("abscess", "abscess"), 0);
        assert_eq!(wrong("absces", "abscesses"), 0);
        assert_eq!(wrong("abcsess", "abscess"), 1);
        assert_eq!(wrong("absess", "abscess"), 1);
        assert_eq!(wrong("abxxess", "abscess"), 2);
    }
}
