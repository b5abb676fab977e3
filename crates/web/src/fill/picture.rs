//! Drawings as markup: named for those who cannot see them, turned for the other side.

use guide::Guide;

use crate::carry::Side;

/// A drawing with its name; empty where there is none. Drawings show the right side; the left is the same one turned.
pub fn drawn(guide: &Guide, name: &str, alt: &str, side: Option<Side>) -> String {
    let Some(svg) = guide.drawing(name).and_then(|svg| svg.strip_prefix("<svg ")) else { return String::new() };
    let flip = if side == Some(Side::Left) { " flip" } else { "" };
    format!("<svg class=\"drawing{flip}\" role=\"img\" aria-label=\"{}\" {svg}", escaped(alt))
}

/// A text inside an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
