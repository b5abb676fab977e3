//! What a phone needs to log, beside the words: what is asked of each kind, the labels of painkillers, and the drawings.

use exchange::normal_form::text;
use protocol::model::plan::Medicine;
use serde_json::{Map, Value, json};

use crate::fill::log::dose;
use crate::record::forms::FORMS;
use crate::site::Site;
use crate::view::log::PAIN;

/// The part of a record's book by its names: `forms`, `pain`, `medicines`, `kinds` (drawings of the kinds) and `breast`.
#[must_use]
pub fn parts(site: &Site) -> [(&'static str, Value); 5] {
    let medicines = site.compiled().protocol.medicines.iter().map(|one| medicine(site, one)).collect();
    [
        ("forms", json!(FORMS)),
        ("pain", json!(PAIN)),
        ("medicines", medicines),
        ("kinds", json!(include_str!("../../templates/log/sprite_partial.html"))),
        ("breast", json!(include_str!("../../templates/log/breast_partial.html"))),
    ]
}

/// A medicine with its name and the numbers of its label, as the arithmetic of doses wants them.
fn medicine(site: &Site, one: &Medicine) -> Value {
    let regions = site.compiled().protocol.regions.iter().filter(|region| one.regions.contains(&region.code));
    let overs: Map<_, _> = regions.map(|region| (region.code.clone(), json!(dose::over(one, site, region)))).collect();
    json!({
        "id": one.id, "name": text(&one.name), "contains": one.contains.id(), "regions": one.regions, "dose_mg": one.dose_mg,
        "unit_mg": one.unit_mg, "gap_hours": one.gap_hours, "gap_hours_after": one.gap_hours_after, "most_mg_24h": one.most_mg_24h,
        "longest_days": one.longest_days, "longest_days_fever": one.longest_days_fever, "overs": overs,
    })
}
