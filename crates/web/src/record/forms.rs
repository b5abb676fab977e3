//! What is asked of each kind, as data: one template draws every form and one reader reads it, on the server and on a phone.

use care::record::body::Kind;
use serde::Serialize;

/// A form.
#[derive(Debug, Serialize)]
pub struct Form {
    /// Its name in the address: `/log/NAME`.
    pub name: &'static str,
    /// The kind of the entries that it makes, by its name.
    pub kind: &'static str,
    /// The message that names it.
    pub title: &'static str,
    /// The icon of its rows.
    pub icon: &'static str,
    /// Of whom it speaks.
    pub about: About,
    /// Whether it is offered where something is logged; others are for correcting only.
    pub offered: bool,
    /// Buttons that save with one tap: what they tick, and their message.
    pub quick: &'static [(&'static str, &'static str)],
    /// What is asked.
    pub fields: &'static [Field],
}

/// Of whom a form speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A parent.
    Parent,
    /// A baby.
    Baby,
    /// Whoever is chosen.
    Either,
}

/// One question.
#[derive(Debug, Serialize)]
pub struct Field {
    /// Where the answer stands in the entry's JSON: `bottles.0.amount`.
    pub path: &'static str,
    /// The message that asks.
    pub label: &'static str,
    /// Whether it is asked behind *More*.
    pub more: bool,
    /// Whether nothing can be saved without it.
    pub need: bool,
    /// What kind of answer it is.
    #[serde(flatten)]
    pub ask: Ask,
}

/// What kind of answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Ask {
    /// One of these: the value, and its message.
    Choice {
        /// The answers.
        options: &'static [(&'static str, &'static str)],
    },
    /// Left or right.
    Sides,
    /// A value with its unit. What lies outside is asked back once, and kept as typed.
    Amount {
        /// The units to choose from, as in JSON. One: it is only shown.
        units: &'static [&'static str],
        /// The least that is usual, in thousandths of the base unit.
        least: i64,
        /// The most.
        most: i64,
    },
    /// 0 to 10.
    Score,
    /// A place on the breast, drawn as in a mirror, kept as a clinician facing her reads the clock.
    Place,
    /// A box.
    Tick,
    /// Yes, no, or not said.
    YesNo,
    /// Minutes, or minutes and seconds; kept in seconds.
    Duration,
    /// A date and a time on the wall; kept in milliseconds.
    Time,
    /// A line.
    Text,
    /// Lines.
    Lines,
    /// A medicine of the region, or another.
    Medicine,
}

const fn field(path: &'static str, label: &'static str, ask: Ask) -> Field {
    Field { path, label, more: false, need: false, ask }
}
const fn more(path: &'static str, label: &'static str, ask: Ask) -> Field {
    Field { path, label, more: true, need: false, ask }
}
const fn need(path: &'static str, label: &'static str, ask: Ask) -> Field {
    Field { path, label, more: false, need: true, ask }
}

/// No more than anybody could have meant: only what is no number is asked back.
const ANY: i64 = 1_000_000_000_000;
const MILK: Ask = Ask::Amount { units: &["ml", "fl_oz"], least: 0, most: 1_500_000 };
const WARMTH: Ask = Ask::Amount { units: &["c", "f"], least: 30_000, most: 45_000 };
const WEIGHT: Ask = Ask::Amount { units: &["g", "kg", "lb", "lb_oz"], least: 300_000, most: 30_000_000 };
const LENGTH: Ask = Ask::Amount { units: &["cm", "in"], least: 20_000, most: 130_000 };
const HEAD: Ask = Ask::Amount { units: &["cm", "in"], least: 15_000, most: 70_000 };
const LUMP: Ask = Ask::Amount { units: &["cm", "in"], least: 0, most: 30_000 };
const DOSE: Ask = Ask::Amount { units: &["mg", "ml", "piece"], least: 0, most: ANY };
const WHICH_MILK: Ask = Ask::Choice {
    options: &[
        ("own", "log-milk-own"),
        ("donor", "log-milk-donor"),
        ("formula", "log-milk-formula"),
        ("other", "log-milk-other"),
    ],
};
const FULLER: Ask =
    Ask::Choice { options: &[("left", "log-left"), ("right", "log-right"), ("same", "log-fuller-same")] };
const NIPPLE: Ask = Ask::Choice {
    options: &[
        ("none", "log-nipple-none"),
        ("sore", "log-nipple-sore"),
        ("crack", "log-nipple-crack"),
        ("infected", "log-nipple-infected"),
    ],
};
const COLOUR_EDGE: Ask = Ask::Choice {
    options: &[("none", "log-heat-none"), ("small_patch", "log-heat-small"), ("wedge_or_large", "log-heat-large")],
};
const STOOL: Ask = Ask::Choice {
    options: &[
        ("black", "log-stool-black"),
        ("green", "log-stool-green"),
        ("brown", "log-stool-brown"),
        ("yellow", "log-stool-yellow"),
        ("pale", "log-stool-pale"),
    ],
};
const BLOOD: Ask = Ask::Choice { options: &[("streaks", "log-blood-streaks"), ("much", "log-blood-much")] };
const STOCK_ACT: Ask =
    Ask::Choice { options: &[("put", "log-stock-put"), ("use", "log-stock-use"), ("discard", "log-stock-discard")] };
const STOCK_PLACE: Ask = Ask::Choice {
    options: &[("room", "log-place-room"), ("fridge", "log-place-fridge"), ("freezer", "log-place-freezer")],
};
const NOTE: Field = more("note", "log-note-label", Ask::Lines);

/// All forms, in the order in which they are offered.
pub const FORMS: &[Form] = &[
    Form {
        name: "nappy",
        kind: "nappy",
        title: "log-nappy",
        icon: "nappy",
        about: About::Baby,
        offered: true,
        quick: &[("wet", "log-wet"), ("dirty", "log-dirty"), ("both", "log-wet-and-dirty")],
        fields: &[
            more("wet", "log-wet", Ask::Tick),
            more("dirty", "log-dirty", Ask::Tick),
            more("colour", "log-stool-colour", STOOL),
            more("dust", "log-dust", Ask::Tick),
            more("blood", "log-blood", BLOOD),
            NOTE,
        ],
    },
    Form {
        name: "feed",
        kind: "feed",
        title: "log-feed",
        icon: "drop",
        about: About::Baby,
        offered: true,
        quick: &[],
        fields: &[
            field("left_s", "log-left-minutes", Ask::Duration),
            field("right_s", "log-right-minutes", Ask::Duration),
            more("last_side", "log-last-side", Ask::Sides),
            more("bottles.0.amount", "log-bottle-amount", MILK),
            more("bottles.0.milk", "log-bottle-milk", WHICH_MILK),
            more("latch_pain", "log-latch-pain", Ask::Score),
            more("nipple_left", "log-nipple-left", NIPPLE),
            more("nipple_right", "log-nipple-right", NIPPLE),
            more("fuller", "log-fuller", FULLER),
            NOTE,
        ],
    },
    Form {
        name: "bottle",
        kind: "feed",
        title: "log-bottle",
        icon: "bottle",
        about: About::Baby,
        offered: true,
        quick: &[],
        fields: &[
            field("bottles.0.amount", "log-bottle-amount", MILK),
            need("bottles.0.milk", "log-bottle-milk", WHICH_MILK),
            NOTE,
        ],
    },
    Form {
        name: "pump",
        kind: "pump",
        title: "log-pump",
        icon: "pump",
        about: About::Parent,
        offered: true,
        quick: &[],
        fields: &[
            field("left", "log-pump-left", MILK),
            field("right", "log-pump-right", MILK),
            more("total", "log-pump-total", MILK),
            more("left_s", "log-left-minutes", Ask::Duration),
            more("right_s", "log-right-minutes", Ask::Duration),
            NOTE,
        ],
    },
    Form {
        name: "symptom",
        kind: "symptom",
        title: "log-symptom",
        icon: "breast",
        about: About::Parent,
        offered: true,
        quick: &[],
        fields: &[
            field("side", "log-side", Ask::Sides),
            field("place", "log-place", Ask::Place),
            field("pain", "log-pain", Ask::Score),
            more("lump", "log-lump", LUMP),
            more("heat_colour", "log-heat", COLOUR_EDGE),
            more("nipple", "log-nipple", NIPPLE),
            NOTE,
        ],
    },
    Form {
        name: "temperature",
        kind: "temperature",
        title: "log-temperature",
        icon: "warmth",
        about: About::Either,
        offered: true,
        quick: &[],
        fields: &[need("amount", "log-temperature-amount", WARMTH), NOTE],
    },
    Form {
        name: "medicine",
        kind: "medicine",
        title: "log-medicine",
        icon: "pill",
        about: About::Either,
        offered: true,
        quick: &[],
        fields: &[
            field("medicine", "log-medicine-which", Ask::Medicine),
            need("name", "log-medicine-name", Ask::Text),
            field("amount", "log-medicine-amount", DOSE),
            NOTE,
        ],
    },
    Form {
        name: "weight",
        kind: "weight",
        title: "log-weight",
        icon: "scale",
        about: About::Baby,
        offered: true,
        quick: &[],
        fields: &[need("amount", "log-weight-amount", WEIGHT), NOTE],
    },
    Form {
        name: "sleep",
        kind: "sleep",
        title: "log-sleep",
        icon: "moon",
        about: About::Either,
        offered: true,
        quick: &[],
        fields: &[field("end_ms", "log-sleep-end", Ask::Time), field("open", "log-sleep-open", Ask::Tick), NOTE],
    },
    Form {
        name: "stock",
        kind: "stock",
        title: "log-stock",
        icon: "stock",
        about: About::Parent,
        offered: true,
        quick: &[],
        fields: &[
            need("act", "log-stock-act", STOCK_ACT),
            need("place", "log-stock-place", STOCK_PLACE),
            need("amount", "log-stock-amount", MILK),
            NOTE,
        ],
    },
    Form {
        name: "mood",
        kind: "mood",
        title: "log-mood",
        icon: "mood",
        about: About::Parent,
        offered: true,
        quick: &[],
        fields: &[
            field("down", "log-mood-down", Ask::YesNo),
            field("little_interest", "log-mood-interest", Ask::YesNo),
            NOTE,
        ],
    },
    Form {
        name: "note",
        kind: "note",
        title: "log-note",
        icon: "note",
        about: About::Either,
        offered: true,
        quick: &[],
        fields: &[need("note", "log-note-label", Ask::Lines)],
    },
    Form {
        name: "length",
        kind: "length",
        title: "log-length",
        icon: "ruler",
        about: About::Baby,
        offered: true,
        quick: &[],
        fields: &[need("amount", "log-length-amount", LENGTH), NOTE],
    },
    Form {
        name: "head",
        kind: "head",
        title: "log-head",
        icon: "ruler",
        about: About::Baby,
        offered: true,
        quick: &[],
        fields: &[need("amount", "log-head-amount", HEAD), NOTE],
    },
    Form {
        name: "session",
        kind: "session",
        title: "log-session",
        icon: "hand",
        about: About::Parent,
        offered: false,
        quick: &[],
        fields: &[
            field("side", "log-side", Ask::Sides),
            field("before", "log-session-before", Ask::Score),
            field("after", "log-session-after", Ask::Score),
            NOTE,
        ],
    },
    Form {
        name: "check",
        kind: "check",
        title: "log-check",
        icon: "check",
        about: About::Parent,
        offered: false,
        quick: &[],
        fields: &[NOTE],
    },
];

/// The form of that name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name == name)
}

/// The form that corrects entries of a kind: the first that makes them.
#[must_use]
pub fn of_kind(kind: Kind) -> &'static Form {
    FORMS.iter().find(|form| form.kind == kind.name()).unwrap_or(&FORMS[0])
}

impl Form {
    /// The kind of its entries.
    #[must_use]
    pub fn kind(&self) -> Kind {
        Kind::named(self.kind).unwrap_or(Kind::Note)
    }
}

#[cfg(test)]
mod tests {
    use care::record::body::Kind;

    use super::{FORMS, of_kind};

    #[test]
    fn every_kind_has_a_form_and_every_form_a_kind() {
        for kind in Kind::ALL {
            assert_eq!(of_kind(kind).kind(), kind);
        }
        for form in FORMS {
            assert!(Kind::named(form.kind).is_some(), "{}", form.name);
        }
    }
}
