//! The file of weights (`src/weights.rs` says its form).

use anyhow::Result;

use crate::weigh::Learned;

const MARK: &[u8; 8] = b"MILKWT01";
const RARITY_STEP: f32 = 0.05;
/// The largest weight of a class is so many parts of its scale.
const PARTS: f32 = 127.0;

/// The file, with the mark of what was learned from.
pub fn file(learned: &Learned, learned_from: u64) -> Result<Vec<u8>> {
    let largest = |weights: &[f32]| weights.iter().fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
    let scales: Vec<f32> = learned.classes.iter().map(|(_, plane)| largest(&plane.weights) / PARTS).collect();
    let (mut ends, mut entries) = (Vec::new(), Vec::new());
    for feature in 0..learned.features.len() {
        let mut before = 0;
        for (class, ((_, plane), scale)) in learned.classes.iter().zip(&scales).enumerate() {
            let weight = whole(plane.weights[feature] / scale);
            if weight != 0 {
                while class - before > usize::from(u8::MAX) {
                    entries.extend([u8::MAX, 0]);
                    before += usize::from(u8::MAX);
                }
                entries.extend([u8::try_from(class - before)?, weight.to_le_bytes()[0]]);
                before = class;
            }
        }
        ends.push(u32::try_from(entries.len() / 2)?);
    }
    let mut file = MARK.to_vec();
    for count in [learned.classes.len(), learned.features.len(), entries.len() / 2] {
        file.extend(u32::try_from(count)?.to_le_bytes());
    }
    file.extend(learned_from.to_le_bytes());
    for ((_, plane), scale) in learned.classes.iter().zip(&scales) {
        file.extend([*scale, plane.constant].map(f32::to_le_bytes).concat());
    }
    file.extend(learned.features.iter().flat_map(|(hash, _)| hash.to_le_bytes()));
    file.extend(learned.features.iter().map(|(_, rarity)| steps(rarity / RARITY_STEP)));
    file.extend(ends.iter().flat_map(|end| end.to_le_bytes()));
    file.extend(entries);
    let names: Vec<&str> = learned.classes.iter().map(|(name, _)| name.as_str()).collect();
    file.extend(names.join("\n").bytes());
    Ok(file)
}

/// The nearest whole number; a weight is never beyond its scale.
#[expect(clippy::cast_possible_truncation, reason = "what is beyond stays at the end")]
const fn whole(parts: f32) -> i8 {
    parts.round() as i8
}

/// The nearest number of steps.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is beyond stays at the end")]
const fn steps(parts: f32) -> u8 {
    parts.round() as u8
}
