//! Ids of sources in a text are read as their names.

use crate::house::shipped;

#[test]
fn an_id_becomes_a_name_and_all_else_stays() {
    let ledger = shipped();
    let told = ledger.with_names("Older sources (aafp-2008, msd-mastitis-2024) say so; 12-24 h, non-aafp-2008.");
    assert_eq!(told, "Older sources (AAFP 2008, MSD mastitis 2024) say so; 12-24 h, non-aafp-2008.");
    for text in ["", "-", "no id", "é aafp"] {
        assert_eq!(ledger.with_names(text), text);
    }
}
