//! What Milkway says it does about a claim, it does: the page is there. No button of the guide leads nowhere, and no page is out of reach.

use std::collections::{BTreeSet, VecDeque};

use guide::Part;

use crate::addresses;
use crate::door;
use crate::house::{guide, ledger};
use crate::html::ways;

/// Every button of the guide: where it stands, and where it leads.
fn buttons() -> Vec<(String, &'static str)> {
    let guide = guide();
    let of_explains =
        guide.explains.iter().flat_map(|one| &one.ways).map(|way| ("a condition".to_owned(), way.path.as_str()));
    let of_pages = guide.pages.iter().flat_map(|page| {
        let way = |part: &'static Part| if let Part::Go(way) = part { Some(way.path.as_str()) } else { None };
        page.parts.iter().filter_map(way).map(|path| (format!("page {}", page.id), path))
    });
    of_explains.chain(of_pages).collect()
}

/// Whether nothing answers there.
fn dead(path: &str) -> bool {
    door::open(path).status != 200
}

#[test]
fn every_claim_with_a_job_has_a_page_that_is_there() {
    let jobs = ledger().claims().iter().filter(|claim| claim.has_job());
    let mut seen = 0;
    for claim in jobs {
        let path = claim.page.as_deref().unwrap_or_else(|| panic!("{} has a job and no page", claim.id));
        assert!(!dead(path), "{}: {path}", claim.id);
        seen += 1;
    }
    assert!(seen > 50, "{seen}");
    assert!(dead("/read/nothing") && dead("/condition/flu"), "a page that is missing would be seen");
}

#[test]
fn no_button_of_the_guide_is_dead() {
    assert!(buttons().len() > 100, "{}", buttons().len());
    for (place, path) in buttons() {
        assert!(!dead(path), "{place}: {path}");
    }
}

/// The way into the record: the site of this test keeps none, and says so there.
const RECORD: &str = "/household";

/// Every address that can be reached from a page by links.
fn reached(from: &str) -> BTreeSet<String> {
    let mut seen = BTreeSet::from([from.to_owned()]);
    let mut open = VecDeque::from([from.to_owned()]);
    while let Some(path) = open.pop_front() {
        assert!(!dead(&path), "a link leads to {path}");
        let links = ways(&door::open(&path).page).into_iter().filter(|way| way != "/leave" && way != RECORD);
        open.extend(links.filter(|way| seen.insert(way.clone())));
    }
    seen
}

#[test]
fn everything_is_in_reach_of_the_list_and_no_link_is_dead() {
    let reached = reached("/more");
    for address in addresses::all() {
        assert!(reached.contains(&address.path), "{} is out of reach", address.path);
    }
}
