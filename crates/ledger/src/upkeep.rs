//! What a ledger needs from time to time: files read again when their day has come, and no source that nothing rests on.

use crate::{File, Ledger};
use std::collections::BTreeSet;
use std::fmt;

/// What someone must look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Due {
    /// The day by which a file was to be read again is past.
    Overdue {
        /// The file.
        file: File,
        /// Its day: `2027-11-22`.
        review_by: String,
    },
    /// Nothing cites a source, and it does not say why it stays.
    Unused {
        /// The source's id.
        id: String,
    },
    /// A source says why it stays although nothing cites it, and something does.
    UsedAfterAll {
        /// The source's id.
        id: String,
    },
}

impl fmt::Display for Due {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overdue { file, review_by } => {
                write!(
                    out,
                    "{file}: was to be read again by {review_by}; read it, then write a later day into `review_by`"
                )
            }
            Self::Unused { id } => {
                write!(
                    out,
                    "{}: nothing cites `{id}`; cite it, take it out, or say in `kept_for` why it stays",
                    File::Sources
                )
            }
            Self::UsedAfterAll { id } => {
                write!(out, "{}: `{id}` is cited; take its `kept_for` out", File::Sources)
            }
        }
    }
}

impl Ledger {
    /// What is due on a day (`2026-11-26`). `cited_elsewhere`: ids of sources that rules and pages cite.
    #[must_use]
    pub fn due(&self, today: &str, cited_elsewhere: &BTreeSet<String>) -> Vec<Due> {
        let past = self.reviews().iter().filter(|(_, review_by)| review_by.as_str() < today);
        let mut due: Vec<Due> =
            past.map(|(file, review_by)| Due::Overdue { file: *file, review_by: review_by.clone() }).collect();
        let own = self.cited();
        for source in self.sources() {
            let used = own.contains(source.id.as_str()) || cited_elsewhere.contains(&source.id);
            match (used, &source.kept_for) {
                (false, None) => due.push(Due::Unused { id: source.id.clone() }),
                (true, Some(_)) => due.push(Due::UsedAfterAll { id: source.id.clone() }),
                _ => {}
            }
        }
        due
    }

    /// The sources that the ledger itself cites.
    fn cited(&self) -> BTreeSet<&str> {
        let of_evidence = self.all_evidence().iter().flat_map(|one| &one.sources);
        let of_claims = self.claims().iter().flat_map(|one| &one.sources);
        let of_disagreements = self.disagreements().iter().flat_map(|one| &one.sources);
        of_evidence.chain(of_claims).chain(of_disagreements).map(String::as_str).collect()
    }
}
