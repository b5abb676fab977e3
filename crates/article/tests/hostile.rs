//! Input that means harm: a clear answer, in bounded work, and nothing of a script among the words.

use std::sync::LazyLock;

use article::{BYTES_MAX, Checker, Format, Refusal, TEXT_MAX};
use proptest::prelude::*;

fn checker() -> &'static Checker {
    static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
        let ledger = shipped::ledger().unwrap_or_else(|broken| panic!("{broken}"));
        shipped::checker(&ledger).unwrap_or_else(|broken| panic!("{broken}"))
    });
    &CHECKER
}

/// A PDF of these numbered objects, without a table.
fn pdf(objects: &[&[u8]]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    for (object, id) in objects.iter().zip(1..) {
        file.extend(format!("{id} 0 obj\n").bytes());
        file.extend(*object);
        file.extend(b"\nendobj\n");
    }
    file
}

fn stream(head: &str, bytes: &[u8]) -> Vec<u8> {
    let mut object = format!("<< /Length {} {head} >>\nstream\n", bytes.len()).into_bytes();
    object.extend(bytes);
    object.extend(b"\nendstream");
    object
}

const CATALOG: &[u8] = b"<< /Type /Catalog /Pages 2 0 R >>";
const PAGES: &[u8] = b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 5 0 R >> >> >>";
const PAGE: &[u8] = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>";
const FONT: &[u8] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const WORDS: &[u8] = b"BT /F1 12 Tf 72 700 Td (Mucus ) Tj [(blo) -20 (cks the) -300 (milk)] TJ 0 -14 Td (ducts.) Tj ET";

#[test]
fn too_large_is_said_before_anything_is_read() {
    assert_eq!(checker().check(&vec![b'<'; BYTES_MAX + 1], None), Err(Refusal::TooLarge));
}

#[test]
fn what_is_no_text_is_refused() {
    let checker = checker();
    assert_eq!(checker.check(b"", None), Err(Refusal::Empty));
    assert_eq!(checker.check(b" \n\t ", None), Err(Refusal::Empty));
    assert_eq!(checker.check(&[0, 159, 146, 150, 0, 1, 2, 3, 4], None), Err(Refusal::NotText));
    assert_eq!(checker.check(b"no pdf at all", Some(Format::Pdf)), Err(Refusal::NoTextInPdf));
}

#[test]
fn scripts_and_styles_are_no_words_of_the_article() {
    let page = "<body><script>Massage firmly.</script><style>p{}</style><p>Mucus blocks the ducts.<img src=x onerror=alert(1)>\
        </p><!-- Knead the lump hard. --><svg><text>Squeeze hard</text></svg>";
    let checked = checker().check(page.as_bytes(), None).expect("a page");
    assert_eq!(checked.text.trim(), "Mucus blocks the ducts.");
    assert_eq!(checked.findings.len(), 1);
}

#[test]
fn depth_costs_nothing() {
    let deep = format!("{}<p>Mucus blocks the ducts.", "<div>".repeat(1_000_000));
    assert_eq!(checker().check(deep.as_bytes(), None).expect("a page").findings.len(), 1);
    let quotes = format!("{} Mucus blocks the ducts.", ">".repeat(100_000));
    assert!(checker().check(quotes.as_bytes(), Some(Format::Markdown)).is_ok());
    let brackets = "[".repeat(200_000);
    assert!(checker().check(format!("a {brackets}").as_bytes(), Some(Format::Markdown)).is_ok());
}

#[test]
fn a_text_without_an_end_is_cut_and_says_so() {
    let endless = "mucus blocks the duct firmly massage not ".repeat(60_000);
    let checked = checker().check(endless.as_bytes(), None).expect("a text");
    assert!(checked.cut && checked.text.len() <= TEXT_MAX + 8);
}

#[test]
fn marks_that_cannot_be_seen_hide_nothing() {
    let hidden = "\u{202e}Mu\u{200b}cus\u{ad} blo\u{200f}cks the du\u{2066}cts.\u{202c}";
    let checked = checker().check(hidden.as_bytes(), None).expect("a text");
    assert_eq!(checked.findings[0].verdict.map(|verdict| verdict.word()), Some("contradicted"));
    assert!(checked.text.chars().all(|c| !('\u{200b}'..='\u{206f}').contains(&c)));
}

#[test]
fn other_encodings_are_read() {
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("Mucus blocks the ducts.".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(checker().check(&wide, None).expect("a text").findings.len(), 1);
    let western = b"Don\x92t massage the breast deeply.";
    let checked = checker().check(western, None).expect("a text");
    assert_eq!(checked.findings[0].verdict.map(|verdict| verdict.word()), Some("supported"));
}

#[test]
fn a_pdf_is_read_where_its_words_stand() {
    let plain = pdf(&[CATALOG, PAGES, PAGE, &stream("", WORDS), FONT]);
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(WORDS, 6);
    let packed = pdf(&[CATALOG, PAGES, PAGE, &stream("/Filter /FlateDecode", &packed), FONT]);
    for file in [plain, packed] {
        let checked = checker().check(&file, None).expect("a PDF");
        assert_eq!(checked.text.trim(), "Mucus blocks the milk ducts.");
        assert_eq!(checked.findings[0].verdict.map(|verdict| verdict.word()), Some("contradicted"));
    }
}

#[test]
fn a_broken_or_locked_pdf_says_what_to_do() {
    let locked =
        [pdf(&[CATALOG, PAGES, PAGE, &stream("", WORDS), FONT]), b"trailer << /Encrypt 9 0 R >>".to_vec()].concat();
    for file in [b"%PDF-1.4".to_vec(), locked, pdf(&[CATALOG, b"<< /Type /Pages /Kids [2 0 R 1 0 R 2 0 R] >>"])] {
        assert_eq!(checker().check(&file, None), Err(Refusal::NoTextInPdf));
    }
}

#[test]
fn a_pdf_that_unpacks_to_very_much_is_bounded() {
    let bomb = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b' '; 64 << 20], 6);
    let bomb = stream("/Filter /FlateDecode", &bomb);
    let file = pdf(&[CATALOG, PAGES, PAGE, &bomb, FONT, &bomb, &bomb]);
    assert_eq!(checker().check(&file, None), Err(Refusal::NoTextInPdf));
    let loops = b"<< /Type /Page /Contents 4 0 R /Resources << /XObject << /X 4 0 R >> /Font << /F1 5 0 R >> >> >>";
    let form = stream("/Type /XObject /Subtype /Form", b"/X Do /X Do BT /F1 9 Tf (Mucus) Tj ET");
    assert!(checker().check(&pdf(&[CATALOG, PAGES, loops, &form, FONT]), None).is_ok());
    let nested = [b"%PDF-1.7 1 0 obj ".to_vec(), vec![b'['; 1 << 20]].concat();
    assert_eq!(checker().check(&nested, None), Err(Refusal::NoTextInPdf));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever it is given, it answers, and what it points at is there.
    #[test]
    fn every_range_is_in_the_text(text in "(\\PC{0,12}| mucus | not | ducts|[.!?,:] |\n|- |<p>|massage | firmly | every 4 hours ){0,40}", kind in 0..4) {
        let format = [None, Some(Format::Html), Some(Format::Markdown), Some(Format::Plain)][usize::try_from(kind).unwrap_or(0)];
        if let Ok(checked) = checker().check(text.as_bytes(), format) {
            for finding in &checked.findings {
                prop_assert!(checked.text.get(finding.range.clone()).is_some());
                for range in finding.matches.iter().flat_map(|one| one.words.iter().chain(&one.turned_by)) {
                    prop_assert!(!checked.words(range).is_empty());
                    prop_assert!(finding.range.start <= range.start && range.end <= finding.range.end);
                }
            }
        }
    }

    #[test]
    fn any_bytes_after_a_pdf_head_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..2000), cut in 0..400_usize) {
        let mut file = pdf(&[CATALOG, PAGES, PAGE, &stream("", WORDS), FONT]);
        let at = cut.min(file.len() - 1).max(8);
        file.splice(at..at, bytes);
        let _ = checker().check(&file, None);
    }
}
