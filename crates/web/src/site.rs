//! What every page draws on: the rules, the ledger, the words and the settings. Read only, shared by all requests.

use std::sync::{Arc, OnceLock};

use article::Checker;
use guide::Guide;
use ledger::Ledger;
use protocol::compile::Compiled;

use crate::demo::Owner;
use crate::for_her::ForHer;
use crate::reading_room::ReadingRoom;
use crate::record::Record;
use crate::rests::{self, Thing};
use crate::standing::Standing;
use crate::words::Words;
use crate::{assets, phone};

/// One running site. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    inner: Arc<Inner>,
    words: Words,
    edition: Arc<OnceLock<Edition>>,
    record: Option<Record>,
    demo: Option<Owner>,
    reading_room: Option<ReadingRoom>,
    hers: Option<Arc<ForHer>>,
}

struct Inner {
    compiled: Compiled,
    ledger: Ledger,
    guide: Guide,
    region: Option<String>,
    leave: String,
    files: Vec<(assets::File, Arc<Standing>)>,
    things: OnceLock<Vec<Thing>>,
}

/// What is handed out to phones, made when it is first asked for.
struct Edition {
    version: String,
    book: Arc<Standing>,
    shelf: Arc<Standing>,
    ledger: Arc<Standing>,
    record: Arc<Standing>,
}

impl Site {
    /// A site for a protocol and its guide. `region` is shown until someone chooses another; `leave` is where *Leave* leads.
    #[must_use]
    pub fn new(compiled: Compiled, ledger: Ledger, guide: Guide, region: Option<String>, leave: String) -> Self {
        let files = assets::files().into_iter().map(|file| (file, Standing::new(file.content))).collect();
        let inner = Arc::new(Inner { compiled, ledger, guide, region, leave, files, things: OnceLock::new() });
        let words = crate::english();
        Self { inner, words, edition: Arc::default(), record: None, demo: None, reading_room: None, hers: None }
    }

    /// The same site in the words of another language.
    #[must_use]
    pub fn speaking(self, words: Words) -> Self {
        Self { words, edition: Arc::default(), ..self }
    }

    /// The same site with a record of households. Without one it has everything that needs no account.
    #[must_use]
    pub fn keeping(self, record: Record) -> Self {
        Self { record: Some(record), ..self }
    }

    /// The same site to look around in: whoever opens it is this owner, and every page says that nothing is kept.
    #[must_use]
    pub fn to_look_around(self, owner: Owner) -> Self {
        Self { demo: Some(owner), ..self }
    }

    /// Who everybody is, where this is a demo.
    #[must_use]
    pub fn demo(&self) -> Option<Owner> {
        self.demo
    }

    /// The same site with a page that checks articles, by what `read` makes of the ledger when the first comes. Without it there is no such page.
    #[must_use]
    pub fn checking<F: std::fmt::Display + 'static>(self, read: fn(&Ledger) -> Result<Checker, F>) -> Self {
        let inner = Arc::clone(&self.inner);
        let read = move || match read(&inner.ledger) {
            Ok(checker) => Some(checker),
            Err(fault) => {
                tracing::error!(%fault, "the patterns that articles are checked by do not read");
                None
            }
        };
        Self { reading_room: Some(ReadingRoom::new(read)), ..self }
    }

    /// The same site with all that is handed out to phones made now, not with the first page. What making it leaves free is taken by whatever
    /// this thread makes next; a thread that answers pages would keep it to itself.
    #[must_use]
    pub fn ready(self) -> Self {
        self.edition();
        self
    }

    /// Where articles are checked, where there is one.
    #[must_use]
    pub fn reading_room(&self) -> Option<&ReadingRoom> {
        self.reading_room.as_ref()
    }

    /// The record of households, where there is one.
    #[must_use]
    pub fn record(&self) -> Option<&Record> {
        self.record.as_ref()
    }

    /// The same site as it is for somebody for whom a clinician has set something.
    #[must_use]
    pub fn for_her(&self, hers: ForHer) -> Self {
        Self { hers: Some(Arc::new(hers)), ..self.clone() }
    }

    /// The same site as it is for everybody.
    #[must_use]
    pub fn for_everybody(&self) -> Self {
        Self { hers: None, ..self.clone() }
    }

    /// What is set for whoever asks.
    #[must_use]
    pub fn hers(&self) -> Option<&ForHer> {
        self.hers.as_deref()
    }

    /// The rules, as they count for whoever asks.
    #[must_use]
    pub fn compiled(&self) -> &Compiled {
        self.hers().and_then(ForHer::compiled).unwrap_or(&self.inner.compiled)
    }

    /// The rules as they count for everybody.
    #[must_use]
    pub fn everybodys(&self) -> &Compiled {
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
        self.inner
            .things
            .get_or_init(|| rests::things(&self.inner.compiled.protocol, &self.inner.guide, &self.inner.ledger))
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
    pub(crate) fn book(&self) -> &Arc<Standing> {
        &self.edition().book
    }

    /// A file that is served as it stands: its media type and its content.
    #[must_use]
    pub(crate) fn file(&self, name: &str) -> Option<(&'static str, &Arc<Standing>)> {
        let known = self.inner.files.iter().find(|(file, _)| file.name == name);
        known.map(|(file, standing)| (file.kind, standing))
    }

    /// Every file that a phone's pages use, as JSON.
    #[must_use]
    pub(crate) fn shelf(&self) -> &Arc<Standing> {
        &self.edition().shelf
    }

    /// The ledger for a phone, as JSON.
    #[must_use]
    pub(crate) fn ledger_book(&self) -> &Arc<Standing> {
        &self.edition().ledger
    }

    /// What the record needs on a phone, as JSON.
    #[must_use]
    pub(crate) fn record_book(&self) -> &Arc<Standing> {
        &self.edition().record
    }

    fn edition(&self) -> &Edition {
        self.edition.get_or_init(|| {
            // It is handed to everybody: nothing in it may be of somebody.
            let site = self.for_everybody();
            let book = phone::book(&site).to_string();
            let ledger = phone::ledger::book(&site).to_string();
            let record = phone::record::book(&site).to_string();
            let files = assets::files().into_iter().map(|file| file.content);
            let version =
                protocol::fingerprint_of_all(files.chain([&book, &ledger, &record].map(|part| part.as_bytes())));
            Edition {
                version,
                book: Standing::new(book),
                shelf: Standing::new(phone::shelf().to_string()),
                ledger: Standing::new(ledger),
                record: Standing::new(record),
            }
        })
    }

    /// The words, spoken to the parent with a baby.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.words
    }
}
