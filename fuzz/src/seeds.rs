//! Where the search begins: what ships, cut into pieces that are small enough to be changed one by one.

use exchange::case::Reader;
use protocol::interview::Interview;

use crate::guide_text;
use crate::house::COMPILED;
use crate::number::KINDS;

const SOUND: &str = include_str!("../../crates/protocol/tests/refusal/sound.protocol");
const CASES: &str = include_str!("../../tests/cases/shared.ndjson");
const DOORS: &str = include_str!("../../tests/cases/gates.ndjson");
/// Longer pieces are searched too slowly to be of use.
const LONGEST: usize = 2500;

pub fn protocol() -> Vec<Vec<u8>> {
    let mut seeds = vec![SOUND.as_bytes().to_vec(), b"# why\nrule E01 now\n  say \"a \\\"b\\\"\" c\n# end\n".to_vec()];
    seeds.extend(first_of_each_kind(shipped::PROTOCOL));
    seeds
}

pub fn guide() -> Vec<Vec<u8>> {
    guide_text::FILES.iter().flat_map(|(_, text)| first_of_each_kind(text)).collect()
}

/// Blocks are parted by an empty line and named by their first word.
fn first_of_each_kind(text: &str) -> Vec<Vec<u8>> {
    let mut seen: Vec<&str> = Vec::new();
    let mut first = Vec::new();
    for block in text.split("\n\n").filter(|block| block.len() <= LONGEST) {
        let kind = block.lines().find(|line| !line.starts_with('#')).and_then(|line| line.split(' ').next());
        if let Some(kind) = kind.filter(|kind| !seen.contains(kind)) {
            seen.push(kind);
            first.push(format!("{}\n", block.trim_end()).into_bytes());
        }
    }
    first
}

pub fn number() -> Vec<Vec<u8>> {
    let typed = [
        "38.5",
        "38,5 °C",
        " 101.3 F",
        "380",
        "98.6 fahrenheit",
        "120 bpm",
        "7/10",
        "7 out of 10",
        "36 hours",
        "2 days",
        "3 weeks",
        "12 %",
        "1,234.5",
        "-38",
        "٣٨",
        "37.999999",
        "0",
        "",
    ];
    let kinds = (0..KINDS.len()).filter_map(|at| u8::try_from(at).ok());
    kinds.flat_map(|kind| typed.map(|typed| [&[kind], typed.as_bytes()].concat())).collect()
}

pub fn batch() -> Vec<Vec<u8>> {
    let whole = CASES.lines().step_by(8).map(|line| line.as_bytes().to_vec());
    let doors = DOORS.lines().take(2).map(|line| line.as_bytes().to_vec());
    let by_hand = [
        r#"{"id":1,"context":{"baby":"with_parent","baby_age_days":20,"region":"UK"},"findings":{"temp":"fever","pain":"unsure"}}"#,
        r#"{"findings":{"temp":38},"context":{}}"#,
        "{\"id\":\"a\",\"findings\":{}}\n\n{\"id\":-29.286012904047966697251e-302}\nnot json",
    ];
    whole.chain(doors).chain(by_hand.map(|line| line.as_bytes().to_vec())).collect()
}

pub fn interview() -> Vec<Vec<u8>> {
    let reader = Reader::new(&COMPILED);
    let cases = CASES.lines().step_by(6).filter_map(|line| reader.read(line.as_bytes()).ok());
    let lines = cases.map(|case| Interview { answers: case.answers, ..Interview::default() }.write(&COMPILED));
    let by_hand = [
        "who=baby;shown=1;began=1732600000;c.baby=with_parent;c.region=?;u.temp;t.pain",
        "f.temp=fever@n38.5;f.pain=unsure?;f.rigors=none@l0;f.unwell=well@c1",
        "who=no_baby;c.baby=none;c.baby_age_days=20",
    ];
    lines.chain(by_hand.map(str::to_owned)).map(String::into_bytes).collect()
}

pub fn dose() -> Vec<Vec<u8>> {
    let lines = [
        r#"{"id":"a","region":"UK","now":1795489200,"cautions":{"ibuprofen":"none","paracetamol":"none"},"doses":[{"medicine":"ibuprofen_uk","amount_mg":400,"at":1795464000},{"other":"paracetamol","amount_mg":1000,"at":1795482000}]}"#,
        r#"{"region":"US","now":1795489200,"cautions":{"ibuprofen":"none","paracetamol":"unsure"},"doses":[{"other":"nsaid","at":1795402800},{"other":"ibuprofen","amount_mg":200,"at":1795400000}],"dose":{"other":"ibuprofen","amount_mg":400,"at":1795489200}}"#,
        r#"{"id":7,"region":"UK","now":1795489200,"cautions":{"ibuprofen":"none","paracetamol":"none"},"doses":[],"dose":{"medicine":"paracetamol_uk_ie","amount_mg":1000,"at":1795489200}}"#,
        r#"{"region":"AU","now":9,"cautions":{"ibuprofen":"some"},"doses":[{"medicine":"ibuprofen_uk","amount_mg":1,"at":99999999999}]}"#,
        r#"{"region":"CA","now":100000,"cautions":{"paracetamol":"none"}}"#,
        r#"{"region":"uk","now":-1,"dosis":[]}"#,
    ];
    lines.map(|line| line.as_bytes().to_vec()).to_vec()
}
