//! The diagram on functions that can be counted by hand.

use prove::diagram::{Diagram, Node};

#[test]
fn equal_functions_are_the_same_node_and_counts_are_exact() {
    let mut diagram = Diagram::new(vec![3, 2, 4]);
    let high = diagram.one_of(0, |value| value > 0);
    let yes = diagram.one_of(1, |value| value == 1);
    let both = diagram.and(high, yes);
    let (not_high, not_yes) = (diagram.not(high), diagram.not(yes));
    let neither = diagram.or(not_high, not_yes);
    assert_eq!(diagram.not(neither), both);
    let every = [true; 3];
    assert_eq!(diagram.count(both, &every), 8_u32.into());
    assert_eq!(diagram.count(neither, &every), 16_u32.into());
    assert_eq!(diagram.count(Node::EVERYBODY, &every), 24_u32.into());
    assert_eq!(diagram.count(both, &[true, true, false]), 2_u32.into());
    assert_eq!(diagram.size(&[both]), 2);
}

#[test]
fn a_fixed_value_is_asked_no_more() {
    let mut diagram = Diagram::new(vec![3, 2]);
    let high = diagram.one_of(0, |value| value == 2);
    let yes = diagram.one_of(1, |value| value == 1);
    let either = diagram.or(high, yes);
    assert_eq!(diagram.fix(either, 0, 2), Node::EVERYBODY);
    assert_eq!(diagram.fix(either, 0, 0), yes);
    assert_eq!(diagram.fix(either, 1, 0), high);
}

#[test]
fn the_cheapest_person_is_found() {
    let mut diagram = Diagram::new(vec![3, 3, 2]);
    let worst = diagram.one_of(0, |value| value == 2);
    let mild = diagram.one_of(1, |value| value >= 1);
    let either = diagram.or(worst, mild);
    let cost = |_: usize, value: usize| u32::try_from(value).unwrap();
    assert_eq!(diagram.cheapest(either, cost), Some(vec![0, 1, 0]));
    assert_eq!(diagram.cheapest(Node::NOBODY, cost), None);
    assert_eq!(diagram.cheapest(Node::EVERYBODY, cost), Some(vec![0, 0, 0]));
}
