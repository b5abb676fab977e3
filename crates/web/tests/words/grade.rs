//! The Flesch–Kincaid grade of a text, with a small counter of syllables.
//!
//! grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59
//!
//! A word is what has a letter or a digit; a number counts as one word of one syllable. A sentence ends at `.`, `?`, `!`, and at the end of
//! a piece, because a piece is a line, a button or a paragraph of its own on the page. Lists joined by `;` are lines of a list as well.
//! Brackets, colons and commas end nothing.

/// Words whose vowels do not tell.
const BY_EAR: &[(&str, u32)] = &[
    ("being", 2),
    ("areola", 4),
    ("bleeding", 2),
    ("breathes", 1),
    ("does", 1),
    ("area", 3),
    ("fluid", 2),
    ("fluids", 2),
    ("idea", 3),
    ("ideas", 3),
    ("reaction", 3),
    ("seeing", 2),
    ("sepsis", 2),
    ("someone", 2),
    ("sometimes", 2),
    ("somewhere", 2),
    ("something", 2),
    ("anyone", 3),
    ("cannot", 2),
    ("people", 2),
    ("every", 2),
    ("everything", 3),
    ("likely", 2),
    ("rarely", 2),
    ("safely", 2),
    ("surely", 2),
    ("severe", 2),
    ("chickenpox", 3),
    ("vein", 1),
];

/// How many syllables a word has: runs of vowels, less a silent `e`, more where two vowels part.
pub fn syllables(word: &str) -> u32 {
    let word: String = word.to_lowercase().chars().filter(|c| c.is_ascii_alphabetic()).collect();
    if let Some((_, known)) = BY_EAR.iter().find(|(known, _)| *known == word) {
        return *known;
    }
    let vowel = |c: char| "aeiouy".contains(c);
    let letters: Vec<char> = word.chars().collect();
    let starts = |at: usize| vowel(letters[at]) && (at == 0 || !vowel(letters[at - 1]));
    let mut count = (0..letters.len()).filter(|at| starts(*at)).count();
    let ends = |end: &str| word.ends_with(end);
    let before = |back: usize| letters.len().checked_sub(back).map_or('a', |at| letters[at]);
    // `bubbled` keeps its `le`; `called` and `curled` do not have one.
    let sounded_l = |back: usize| "bcdfgkpstz".contains(before(back));
    let hissing = ["ses", "ces", "zes", "ges", "xes", "shes", "ches"];
    let sounded_e = ends("le") && !vowel(before(3));
    let sounded_ed = ends("ted") || ends("ded") || (ends("led") && sounded_l(4));
    let sounded_es = hissing.iter().any(|end| ends(end)) || (ends("les") && sounded_l(4));
    let silent = match () {
        () if ends("e") => !sounded_e && !vowel(before(2)),
        () if ends("ed") => !sounded_ed && !vowel(before(3)),
        () if ends("es") => !sounded_es && !vowel(before(3)),
        () => false,
    };
    if count > 1 && silent {
        count -= 1;
    }
    let parted = ["ia", "io", "iu", "eo", "ua", "uou", "ying"];
    count += parted.iter().map(|pair| word.matches(pair).count()).sum::<usize>();
    let joined = ["tion", "sion", "cion", "cial", "tial", "cious", "tious", "quo", "qua", "gua", "eon", "yeo", "eou"];
    count -= joined.iter().map(|pair| word.matches(pair).count()).sum::<usize>().min(count);
    u32::try_from(count.max(1)).unwrap_or(1)
}

/// Words, sentences and syllables that were counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    pub words: u32,
    pub sentences: u32,
    pub syllables: u32,
}

impl Counted {
    /// Counts the pieces of a page.
    pub fn of<S: AsRef<str>>(pieces: &[S]) -> Self {
        let mut all = Self::default();
        for sentence in pieces.iter().flat_map(|piece| sentences(piece.as_ref())) {
            let words = words(&sentence);
            if words.is_empty() {
                continue;
            }
            all.sentences += 1;
            all.words += u32::try_from(words.len()).unwrap_or(u32::MAX);
            all.syllables += words.iter().map(|word| syllables(word)).sum::<u32>();
        }
        all
    }

    /// The grade; nothing counted is the easiest of all.
    pub fn grade(self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let [words, sentences, syllables] = [self.words, self.sentences, self.syllables].map(f64::from);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

/// Parts at full stops that are followed by a space: `38.0` is one number.
pub fn sentences(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let open = letters.get(at + 1).is_none_or(|next| !next.is_alphanumeric());
        if *letter == ';' || (open && ".?!".contains(*letter)) {
            all.push(String::new());
        } else if let Some(last) = all.last_mut() {
            last.push(*letter);
        }
    }
    all
}

fn words(sentence: &str) -> Vec<&str> {
    let parted = sentence.split(|c: char| c.is_whitespace() || "-–/".contains(c));
    parted.filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

#[test]
fn syllables_of_known_words() {
    let known = [
        ("a", 1),
        ("breast", 1),
        ("sore", 1),
        ("nipple", 2),
        ("baby", 2),
        ("fever", 2),
        ("temperature", 4),
        ("infection", 3),
        ("worse", 1),
        ("called", 1),
        ("needed", 2),
        ("headache", 2),
        ("emergency", 4),
        ("breathe", 1),
        ("breathing", 2),
        ("area", 3),
        ("discoloured", 3),
        ("medicine", 3),
        ("serious", 3),
        ("usually", 4),
        ("pictures", 2),
        ("changes", 2),
        ("swelling", 2),
        ("bubbles", 2),
        ("lies", 1),
        ("reaction", 3),
        ("diarrhoea", 3),
        ("special", 2),
        ("period", 3),
        ("dying", 2),
        ("38.0", 1),
        ("antibiotics", 5),
        ("expected", 3),
        ("doctor", 2),
        ("immune", 2),
        ("twelve", 1),
        ("moved", 1),
    ];
    for (word, count) in known {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn a_known_sentence_has_its_grade() {
    let counted = Counted::of(&["The cat sat on the mat. It was 38.0 then."]);
    assert_eq!(counted, Counted { words: 10, sentences: 2, syllables: 10 });
    assert!((counted.grade() - -1.84).abs() < 0.01, "{}", counted.grade());
    let hard = Counted::of(&["Administration of antibiotic medication necessitates immediate consultation."]);
    assert!(hard.grade() > 25.0, "{}", hard.grade());
}
