//! The checks hold of where the search begins: run without the engine, on every machine.

#[test]
fn every_check_holds_of_its_seeds() {
    for target in &fuzz::TARGETS {
        let seeds = (target.seeds)();
        assert!(seeds.len() > 2, "{} begins nowhere", target.name);
        seeds.iter().for_each(|seed| (target.check)(seed));
    }
}

#[test]
fn every_check_holds_of_each_seed_cut_short() {
    for target in &fuzz::TARGETS {
        for seed in (target.seeds)() {
            (0..seed.len()).step_by(seed.len() / 16 + 1).for_each(|end| (target.check)(&seed[..end]));
        }
    }
}
