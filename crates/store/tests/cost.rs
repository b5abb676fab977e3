//! What a write costs does not grow with the history of its household.

use store::{Store, Tx};

#[test]
fn the_revisions_of_an_entry_are_found_by_the_entry() {
    let folder = std::env::temp_dir().join(format!("milkway-cost-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let store = Store::open(&folder.join("milkway.db")).unwrap();
    // Without `seq` in the index the planner walks all revisions of the household in their order, to be spared the sorting of three.
    let sql = "EXPLAIN QUERY PLAN SELECT document FROM revision WHERE household = $1 AND entry = $2 ORDER BY seq";
    let plan = store.read(|tx: &dyn Tx| tx.rows(sql, &["a".into(), "b".into()])).unwrap();
    let said = plan[0].text(3).unwrap();
    assert!(said.contains("(household=? AND entry=?)"), "{said}");
    std::fs::remove_dir_all(&folder).unwrap();
}
