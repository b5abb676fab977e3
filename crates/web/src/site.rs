//! What every page draws on: the rules, the ledger, the words and the settings. Read only, shared by all requests.

use std::sync::Arc;

use guide::Guide;
use ledger::Ledger;
use protocol::compile::Compiled;

use crate::words::Words;

/// One running site. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    inner: Arc<Inner>,
    words: Words,
}

struct Inner {
    compiled: Compiled,
    ledger: Ledger,
    guide: Guide,
    region: Option<String>,
    leave: String,
}

impl Site {
    /// A site for a protocol and its guide. `region` is shown until someone chooses another; `leave` is where *Leave* leads.
    #[must_use]
    pub fn new(compiled: Compiled, ledger: Ledger, guide: Guide, region: Option<String>, leave: String) -> Self {
        Self { inner: Arc::new(Inner { compiled, ledger, guide, region, leave }), words: crate::english() }
    }

    /// The same site in the words of another language.
    #[must_use]
    pub fn speaking(self, words: Words) -> Self {
        Self { words, ..self }
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

    /// The words, spoken to the parent with a baby.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }
}
