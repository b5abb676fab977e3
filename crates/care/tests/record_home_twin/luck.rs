//! Chance that is the same on every machine.

/// Small numbers from a seed (splitmix).
pub(crate) struct Luck(pub(crate) u64);

impl Luck {
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not with, `end`.
    pub(crate) fn below(&mut self, end: i64) -> i64 {
        (self.bits() >> 1).cast_signed() % end
    }

    pub(crate) fn one_in(&mut self, end: i64) -> bool {
        self.below(end) == 0
    }

    pub(crate) fn place(&mut self, len: usize) -> usize {
        usize::try_from(self.bits() >> 32).map_or(0, |bits| bits % len)
    }

    pub(crate) fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.place(all.len())].clone()
    }
}
