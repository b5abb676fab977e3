//! A source's name in a few letters, for the chip beside a sentence.
//!
//! The rule: take the id apart at its hyphens and spell each piece as people spell it. A piece is spelled
//! 1. as the authors' line spells it, where it stands there (`mclachlan` → `McLachlan`, `nhs` → `NHS`);
//! 2. else as [`SPELLED`] has it (`abm36` → `ABM 36`);
//! 3. else in capitals when it has a digit (`ng255` → `NG255`), as it stands otherwise.
//!
//! The first letter of the whole is a capital, and a year after an edition number says nothing new and is left out
//! (`abm36-2022` → `ABM 36`). Ids are unique, hence so are the names as long as no two ids differ in such a year only.

/// Pieces that neither the authors' line nor the digits explain.
const SPELLED: &[(&str, &str)] = &[
    ("aafp", "AAFP"),
    ("aap", "AAP"),
    ("aba", "ABA"),
    ("abm3", "ABM 3"),
    ("abm8", "ABM 8"),
    ("abm9", "ABM 9"),
    ("abm22", "ABM 22"),
    ("abm26", "ABM 26"),
    ("abm30", "ABM 30"),
    ("abm32", "ABM 32"),
    ("abm36", "ABM 36"),
    ("acog", "ACOG"),
    ("bestbeginnings", "Best Beginnings"),
    ("bfn", "BFN"),
    ("bmj", "BMJ"),
    ("cdc", "CDC"),
    ("china", "China"),
    ("cochrane", "Cochrane"),
    ("dailymed", "DailyMed"),
    ("dhhs", "DHHS"),
    ("elactancia", "e-lactancia"),
    ("elht", "ELHT"),
    ("epds", "EPDS"),
    ("fda", "FDA"),
    ("gas", "GAS"),
    ("hc", "Health Canada"),
    ("hiv", "HIV"),
    ("hse", "HSE"),
    ("hsv", "HSV"),
    ("ibc", "IBC"),
    ("ibm", "IBM"),
    ("igm", "IGM"),
    ("lactamo", "LactaMo"),
    ("lactmed", "LactMed"),
    ("mdanderson", "MD Anderson"),
    ("meows", "MEOWS"),
    ("mld", "MLD"),
    ("nci", "NCI"),
    ("ng12", "NICE NG12"),
    ("nsw", "NSW"),
    ("otc", "OTC"),
    ("ouh", "OUH"),
    ("phq", "PHQ"),
    ("psbi", "PSBI"),
    ("raynaud", "Raynaud"),
    ("rcog", "RCOG"),
    ("rct", "RCT"),
    ("rps", "RPS"),
    ("schn", "SCHN"),
    ("scot", "Scotland"),
    ("slch", "SLCH"),
    ("smx", "SMX"),
    ("tmp", "TMP"),
    ("tpd", "TPD"),
    ("uihc", "UIHC"),
    ("ukmi", "UKMi"),
    ("us", "US"),
    ("vkdb", "VKDB"),
    ("webmd", "WebMD"),
    ("who", "WHO"),
    ("whooley", "Whooley"),
    ("wic", "WIC"),
    ("york", "York"),
];

/// Spells an id.
pub(crate) fn short_name(id: &str, authors: &str) -> String {
    let mut name = String::new();
    let mut after_edition = false;
    for piece in id.split('-') {
        if after_edition && is_year(piece) {
            continue;
        }
        after_edition = is_edition(piece);
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&spelled(piece, authors));
    }
    capitalised(name)
}

fn spelled(piece: &str, authors: &str) -> String {
    let by_authors = authors.split(|c: char| !c.is_alphanumeric()).find(|word| word.eq_ignore_ascii_case(piece));
    let by_table = || SPELLED.iter().find(|(word, _)| *word == piece).map(|(_, spelling)| *spelling);
    match by_authors.or_else(by_table) {
        Some(spelling) => spelling.to_owned(),
        None if piece.contains(|c: char| c.is_ascii_digit()) => piece.to_ascii_uppercase(),
        None => piece.to_owned(),
    }
}

/// Letters and then a number, as in `ng255`.
fn is_edition(piece: &str) -> bool {
    piece.starts_with(|c: char| c.is_alphabetic()) && piece.contains(|c: char| c.is_ascii_digit())
}

fn is_year(piece: &str) -> bool {
    piece.len() == 4 && piece.bytes().all(|byte| byte.is_ascii_digit())
}

fn capitalised(mut name: String) -> String {
    // `e-lactancia` is how it spells itself.
    let own_small_letter = name.starts_with("e-");
    if let Some(first) = name.get_mut(..1).filter(|_| !own_small_letter) {
        first.make_ascii_uppercase();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::short_name;

    fn check(id: &str, authors: &str, expected: &str) {
        assert_eq!(short_name(id, authors), expected);
    }

    #[test]
    fn a_guideline_is_its_body_and_number() {
        check("nice-ng255", "NICE", "NICE NG255");
        check("abm36-2022", "Mitchell KB; Academy of Breastfeeding Medicine", "ABM 36");
        check("rcog-gtg64-2024", "Royal College of Obstetricians and Gynaecologists", "RCOG GTG64");
    }

    #[test]
    fn a_paper_is_its_first_author_and_year() {
        check("mclachlan-1993", "McLachlan Z, Milne EJ", "McLachlan 1993");
        check("kvist-2007-rct", "Kvist LJ, Hall-Lord ML", "Kvist 2007 RCT");
    }

    #[test]
    fn a_score_that_begins_with_a_number_keeps_its_year() {
        check("4p-2021", "Green LJ, Pullon R", "4P 2021");
    }

    #[test]
    fn a_page_is_its_body_and_subject() {
        check("nhs-mastitis", "NHS", "NHS mastitis");
        check("lactmed-ibuprofen", "US National Library of Medicine", "LactMed ibuprofen");
    }

    #[test]
    fn an_id_that_nobody_spells_stands_as_it_is() {
        check("puerperal-endocrinology", "standard physiology texts", "Puerperal endocrinology");
        check("", "", "");
        check("élan", "", "élan");
    }
}
