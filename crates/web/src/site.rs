//! What every page draws on: the rules, the ledger, the words and the settings. Read only, shared by all requests.

use std::sync::{Arc, OnceLock};

use guide::Guide;
use ledger::Ledger;
use protocol::compile::Compiled;

use crate::rests::{self, Thing};
use crate::words::Words;
use crate::{assets, phone};

/// One running site. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    inner: Arc<Inner>,
}

struct Inner {
    compiled: Compiled,
    ledger: Ledger,
    guide: Guide,
    region: Option<String>,
    leave: String,
    words: Words,
    edition: OnceLock<Edition>,
    things: OnceLock<Vec<Thing>>,
}

/// What is handed out to phones, made when it is first asked for.
struct Edition {
    version: String,
    book: String,
    ledger: String,
}

impl Site {
    /// A site for a protocol and its guide. `region` is shown until someone chooses another; `leave` is where *Leave* leads.
    #[must_use]
    pub fn new(compiled: Compiled, ledger: Ledger, guide: Guide, region: Option<String>, leave: String) -> Self {
        Self {
            inner: Arc::new(Inner {
                compiled,
                ledger,
                guide,
                region,
                leave,
                words: crate::english(),
                edition: OnceLock::new(),
                things: OnceLock::new(),
            }),
        }
    }

    /// The rules.
    #[must_use]
    pub fn compiled(&self) -> &Compiled {
        &self.inner.compiled
    }

    /// The sources.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.inner.ledger
    }

    /// Sessions, cards and pages.
    #[must_use]
    pub fn guide(&self) -> &Guide {
        &self.inner.guide
    }

    /// Everything that rests on the ledger.
    #[must_use]
    pub fn things(&self) -> &[Thing] {
        self.inner.things.get_or_init(|| rests::things(&self.inner.compiled.protocol, &self.inner.guide))
    }

    /// The region to begin with.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.inner.region.as_deref()
    }

    /// Where *Leave* leads.
    #[must_use]
    pub fn leave(&self) -> &str {
        &self.inner.leave
    }

    /// A short mark that changes with every file, rule, word and setting that a page may show: it stands in their addresses, so that
    /// browsers may keep each for ever, and a phone never mixes two.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.edition().version
    }

    /// What a phone needs to work by itself, as JSON.
    #[must_use]
    pub fn book(&self) -> &str {
        &self.edition().book
    }

    /// The ledger for a phone, as JSON.
    #[must_use]
    pub fn ledger_book(&self) -> &str {
        &self.edition().ledger
    }

    fn edition(&self) -> &Edition {
        self.inner.edition.get_or_init(|| {
            let book = phone::book(self).to_string();
            let ledger = phone::ledger::book(self).to_string();
            Edition { version: protocol::fingerprint_of(&format!("{}{book}{ledger}", assets::all())), book, ledger }
        })
    }

    /// The words, spoken to the parent with a baby.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.inner.words
    }
}
