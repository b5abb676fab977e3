//! Chance that is the same on every run: `SplitMix64`.

use uuid::Uuid;

/// A stream of numbers.
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From `least` to `most`, both counted in.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        let width = u64::from(most.saturating_sub(least)) + 1;
        least + u32::try_from(self.next() % width).unwrap_or(0)
    }

    /// Whether one of `many` turns up.
    pub(super) fn one_in(&mut self, many: u32) -> bool {
        self.between(1, many) == 1
    }

    /// Whether it turns up, in a hundred.
    pub(super) fn percent(&mut self, of: u32) -> bool {
        self.between(1, 100) <= of
    }

    /// One of these.
    pub(super) fn of<T: Copy>(&mut self, these: &[T]) -> Option<T> {
        let last = u32::try_from(these.len()).unwrap_or(0).saturating_sub(1);
        let at = self.between(0, last);
        these.get(usize::try_from(at).unwrap_or(0)).copied()
    }

    /// An id without a time.
    pub(super) fn id(&mut self) -> Uuid {
        let [high, low] = [self.next(), self.next()].map(u128::from);
        uuid::Builder::from_random_bytes(((high << 64) | low).to_be_bytes()).into_uuid()
    }

    /// What makes an id of one millisecond differ from another.
    pub(super) fn bytes(&mut self) -> [u8; 10] {
        let ([a, b, c, d, e, f, g, h], [i, j, ..]) = (self.next().to_be_bytes(), self.next().to_be_bytes());
        [a, b, c, d, e, f, g, h, i, j]
    }
}
