//! Amounts as people type them, and as nobody should.

use crate::luck::Luck;
use care::record::amount::{Amount, Unit};
use serde_json::{Value, json};

pub(crate) const UNITS: [Unit; 12] = [
    Unit::Ml,
    Unit::FlOz,
    Unit::G,
    Unit::Kg,
    Unit::Lb,
    Unit::LbOz,
    Unit::Cm,
    Unit::In,
    Unit::C,
    Unit::F,
    Unit::Mg,
    Unit::Piece,
];

/// The first is a sound number; none of the others needs to be. Blanks that only one of two languages takes for one are among them.
const TYPED: [&str; 52] = [
    "90",
    "3,5",
    "3.5",
    ".5",
    ",5",
    "5.",
    "-5",
    "-.5",
    "0",
    "-0",
    "00",
    "0.0005",
    "0.0009",
    "-0.0009",
    "1.9999",
    "98.6",
    "100.4",
    "32",
    "31.999",
    "-40",
    "999999999999",
    "9999999999.9",
    "99999999999.9",
    "1234567890123",
    "-999999999999",
    "000000000001",
    "",
    " ",
    "-",
    ".",
    ",",
    "- 5",
    "--5",
    "+5",
    "3.5.1",
    "3,5,1",
    "1,234.5",
    "1e3",
    "nine",
    "٣",
    "３",
    " 90 ",
    "\t90\n",
    "\u{a0}90\u{3000}",
    "\u{85}90",
    "\u{feff}90",
    "90\u{200b}",
    "9 0",
    "½",
    "0x10",
    "NaN",
    "1_0",
];

const POUNDS: [&str; 20] = [
    "7 4.5",
    "7 4",
    "7 4,5",
    "0 0.5",
    "-7 4",
    "7 -4",
    "7",
    " 7 4 ",
    "7  4",
    "7\u{a0}4",
    "7\t4",
    "7 4 1",
    "7 ",
    " 7",
    "7 x",
    "x 4",
    ". 4",
    "7 16",
    "7 .0005",
    "999999999999 999999999999",
];

fn row(value: &str, unit: Unit) -> Value {
    let amount = Amount { value: value.to_owned(), unit };
    let milli = amount.milli().map(|milli| milli.to_string());
    json!({ "amount": amount, "milli": milli })
}

/// A number with up to six digits, a sign now and then, and where it may be a second one behind a blank.
pub(crate) fn typed(luck: &mut Luck, unit: Unit) -> String {
    let one = |luck: &mut Luck| {
        let sign = if luck.one_in(9) { "-" } else { "" };
        let end = luck.of(&[1, 10, 100, 1_000, 100_000]);
        let whole = luck.below(end);
        let part = luck.below(10_000);
        match luck.below(4) {
            0 => format!("{sign}{whole}.{part}"),
            1 => format!("{sign}{whole},{part:04}"),
            _ => format!("{sign}{whole}"),
        }
    };
    if unit == Unit::LbOz { format!("{} {}", one(luck), one(luck)) } else { one(luck) }
}

pub(crate) fn rows() -> Vec<Value> {
    let mut luck = Luck(2026);
    let odd = UNITS.iter().flat_map(|unit| TYPED.iter().chain(&POUNDS).map(|value| row(value, *unit)));
    let mut rows: Vec<Value> = odd.collect();
    rows.extend((0..1_200).map(|_| {
        let unit = luck.of(&UNITS);
        row(&typed(&mut luck, unit), unit)
    }));
    rows
}
