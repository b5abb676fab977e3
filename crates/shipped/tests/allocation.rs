//! Deciding how urgent something is needs no memory: neither packing, nor the rules, nor the whole outcome allocates.

use std::hint::black_box;

#[test]
fn the_rules_run_without_allocation() {
    let ledger = shipped::ledger().expect("a sound ledger");
    let compiled = shipped::protocol(&ledger).expect("a sound protocol");
    let people = shipped::people::people(&compiled.protocol);
    let counted = allocation_counter::measure(|| {
        for answers in &people {
            let packed = compiled.pack(answers);
            black_box(compiled.urgency(&packed));
            black_box(compiled.read(answers).assess());
        }
    });
    assert_eq!(counted.count_total, 0, "{} bytes in {} allocations", counted.bytes_total, counted.count_total);
    let seen = allocation_counter::measure(|| drop(black_box(Vec::<u8>::with_capacity(8))));
    assert_eq!(seen.count_total, 1, "the counter counts");
}
