//! Verdicts as JSON. Fields that a verdict does not have are absent, so that nothing looks like a schedule that is none.

use care::dose::{Card, Reason, Verdict, Warning, Why, Would};
use serde_json::{Value, json};

/// One medicine.
pub(super) fn card(card: &Card) -> Value {
    let mut told = json!({
        "medicine": card.medicine,
        "contains": card.contains.id(),
        "used_mg": card.used_mg,
        "most_mg": card.most_mg,
        "last": card.last.map(|dose| json!({ "amount_mg": dose.amount_mg, "at": dose.at_s })),
        "ask_for_fever": card.ask_for_fever,
    });
    match &card.verdict {
        Verdict::AskFirst(reasons) => {
            told["verdict"] = json!("ask_first");
            told["reasons"] = reasons.iter().copied().map(reason).collect();
        }
        Verdict::NoLimits => told["verdict"] = json!("no_limits"),
        Verdict::Allowed { up_to_mg } => {
            told["verdict"] = json!("allowed");
            told["up_to_mg"] = json!(up_to_mg);
        }
        Verdict::Wait { until_s, up_to_mg, why } => {
            told["verdict"] = json!("wait");
            told["until"] = json!(until_s);
            told["up_to_mg"] = json!(up_to_mg);
            told["why"] = json!(match why {
                Why::Gap => "gap",
                Why::Day => "day",
            });
        }
    }
    told
}

/// What a dose about to be logged would do.
pub(super) fn would(would: &Would) -> Value {
    let Would::Warn(warning) = would else { return json!({ "say": "fine" }) };
    let Warning { over, too_soon_until_s, large_mg, unit_mg, two_nsaids, ask, wait_until_s } = warning;
    json!({
        "say": "warn",
        "over": over.map(|over| json!({ "total_mg": over.total_mg, "most_mg": over.most_mg })),
        "too_soon_until": too_soon_until_s,
        "large_mg": large_mg,
        "unit_mg": unit_mg,
        "two_nsaids": two_nsaids,
        "ask": ask.iter().copied().map(reason).collect::<Value>(),
        "wait_until": wait_until_s,
    })
}

/// A reason by its word.
fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::UnknownProduct => "unknown_product",
        Reason::CautionsOpen => "cautions_open",
        Reason::CautionHolds => "caution_holds",
        Reason::OtherNsaid => "other_nsaid",
        Reason::TooLong => "too_long",
    }
}
