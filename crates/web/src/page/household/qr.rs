//! A link as a picture for another phone's camera.

use qrcode::{Color, EcLevel, QrCode};

use crate::view::parts::Qr;

/// Light modules around it, without which no camera finds it.
const QUIET: usize = 4;

/// The picture; nothing when the link is too long for one.
pub fn of(link: &str) -> Option<Qr> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
    let width = code.width();
    let mut dark = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..].iter().take_while(|module| **module == Color::Dark).count();
            if run > 0 {
                dark.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    Some(Qr { width: width + 2 * QUIET, dark })
}

#[cfg(test)]
mod tests {
    use super::{QUIET, of};

    /// The modules of a path, as they are drawn.
    fn drawn(dark: &str, width: usize) -> Vec<Vec<bool>> {
        let mut modules = vec![vec![false; width]; width];
        for run in dark.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let (long, _) = rest.split_once('v').unwrap();
            let (x, y, long): (usize, usize, usize) = (x.parse().unwrap(), y.parse().unwrap(), long.parse().unwrap());
            modules[y][x..x + long].iter_mut().for_each(|module| *module = true);
        }
        modules
    }

    #[test]
    fn the_picture_is_the_code_with_light_around_it() {
        let link = "http://home:4646/join/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
        let qr = of(link).unwrap();
        let code = qrcode::QrCode::with_error_correction_level(link, qrcode::EcLevel::M).unwrap();
        let modules = drawn(&qr.dark, qr.width);
        for (y, row) in modules.iter().enumerate() {
            for (x, is_dark) in row.iter().enumerate() {
                let inside = (QUIET..qr.width - QUIET).contains(&x) && (QUIET..qr.width - QUIET).contains(&y);
                let meant = inside && code[(x - QUIET, y - QUIET)] == qrcode::Color::Dark;
                assert_eq!(*is_dark, meant, "{x} {y}");
            }
        }
    }
}
