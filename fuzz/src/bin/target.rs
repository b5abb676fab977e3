//! One door on the engine: `target NAME`. All that ships is read before the engine begins to count.

fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    let target = fuzz::named(&name).unwrap_or_else(|| panic!("`{name}` is no target"));
    (target.seeds)().iter().for_each(|seed| (target.check)(seed));
    afl::fuzz!(|bytes: &[u8]| {
        (target.check)(bytes);
    });
}
