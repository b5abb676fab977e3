//! Moments around the nights on which clocks change, at the ends of the calendar, and in zones that nobody knows.

use crate::luck::Luck;
use care::record::moment::Moment;
use serde_json::{Value, json};

/// A zone, and an instant at which its clocks change or once did: seconds since 1970.
pub(crate) const NIGHTS: [(&str, i64); 14] = [
    ("Europe/London", 1_774_746_000),
    ("Europe/London", 1_792_890_000),
    ("Europe/Berlin", 1_774_746_000),
    ("America/New_York", 1_772_953_200),
    ("America/New_York", 1_793_512_800),
    ("Australia/Lord_Howe", 1_775_314_800),
    ("Australia/Lord_Howe", 1_791_041_400),
    ("Pacific/Apia", 1_325_239_200),
    ("America/Santiago", 1_775_358_000),
    ("America/Santiago", 1_788_667_200),
    ("America/St_Johns", 1_772_947_800),
    ("Asia/Kathmandu", 504_901_800),
    ("Pacific/Kiritimati", 788_868_000),
    ("UTC", 1_774_746_000),
];

/// No zone, or one under another spelling.
pub(crate) const NAMES: [&str; 9] =
    ["", "Moon/Sea", "+01:00", "-05", "europe/london", "Etc/UTC", "GMT", "US/Eastern", " Europe/London"];

const OFFSETS_S: [i32; 9] = [0, 3_600, -18_000, 20_700, 93_599, 93_600, -93_599, -93_600, i32::MAX];

/// The ends of the calendar and of exact numbers.
const ENDS_MS: [i64; 12] = [
    0,
    -1,
    999,
    -1_001,
    -377_705_023_201_000,
    -377_705_023_201_001,
    253_402_207_200_000,
    253_402_207_200_001,
    -62_167_219_200_001,
    -62_135_596_800_001,
    9_007_199_254_740_991,
    -9_007_199_254_740_991,
];

fn row(moment: &Moment, later_ms: i64) -> Value {
    let wall = moment.on_the_wall();
    json!({
        "moment": moment,
        "in_zone": Moment::in_zone(moment.at_ms, &moment.zone),
        "later_ms": later_ms,
        "later": moment.later_ms(later_ms),
        "day": moment.day().to_string(),
        "time": wall.strftime("%H:%M:%S").to_string(),
    })
}

pub(crate) fn rows() -> Vec<Value> {
    let mut luck = Luck(1126);
    let mut rows = Vec::new();
    for (zone, night_s) in NIGHTS {
        for quarter in -14..14 {
            let at_ms = (night_s + quarter * 900) * 1_000 + luck.below(900_000);
            let span_ms = luck.of(&[1, 900_000, 3_600_000, 86_400_000]) * (luck.below(9) - 4);
            rows.push(row(&Moment::in_zone(at_ms, zone), span_ms));
        }
        rows.push(row(&Moment::in_zone(night_s * 1_000 - 1, zone), 1));
        // The winter of a year long over and of one to come, and the days of local mean time.
        for year in [-120, -40, -10, 10] {
            rows.push(row(&Moment::in_zone((night_s + year * 31_556_952) * 1_000, zone), 7_776_000_000));
        }
    }
    for at_ms in ENDS_MS {
        for zone in NAMES.into_iter().chain(["Europe/London", "Pacific/Apia"]) {
            let seen = Moment { at_ms, zone: zone.to_owned(), offset_s: luck.of(&OFFSETS_S) };
            rows.push(row(&seen, luck.of(&[0, 1, -1, 3_600_000, -86_400_000])));
        }
    }
    rows.extend(OFFSETS_S.map(|offset_s| row(&Moment { at_ms: 1_774_744_200_000, zone: String::new(), offset_s }, 0)));
    rows
}
