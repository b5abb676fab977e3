//! The record behind the pages: the store, who may come in, and who waits for news. What an entry means is decided in `care`.

pub mod access;
pub mod change;
pub mod cookie;
pub mod fields;
pub mod form;
pub mod forms;
pub mod hasher;
pub mod home;
pub mod just_saved;
pub mod live;
pub mod member;
#[cfg(feature = "passkeys")]
pub mod passkeys;
pub mod people;
pub mod place;
pub mod random;
pub mod secret;
pub mod see;
pub mod throttle;
pub mod upkeep;

use std::sync::Arc;

use store::{Fault, Store, Tx};
use tokio::sync::Semaphore;

use access::Noted;
use hasher::Hasher;
use live::Live;
use place::Place;
use throttle::Throttle;

/// Who may make a household on this server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Registration {
    /// The first owner only; everybody else is invited by her.
    First,
    /// The first owner, and whoever was invited into a household here: she may begin one of her own.
    Invite,
    /// Anybody.
    Open,
}

impl Registration {
    /// Reads a name: `first`, `invite`, `open`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        [("first", Self::First), ("invite", Self::Invite), ("open", Self::Open)]
            .into_iter()
            .find(|(known, _)| *known == name)
            .map(|(_, registration)| registration)
    }
}

/// So many read at once. Who comes later waits without a thread: a hundred phones that come back at the same moment cost no hundred threads.
const READING: usize = store::READERS;

/// The record of a server. Cheap to clone.
#[derive(Clone)]
pub struct Record {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    registration: Registration,
    first_code: String,
    hasher: Hasher,
    live: Live,
    throttle: Throttle,
    addresses: Throttle,
    noted: Noted,
    behind_proxy: bool,
    place: Option<Place>,
    #[cfg(feature = "passkeys")]
    passkeys: Option<passkeys::Passkeys>,
    readers: Arc<Semaphore>,
    writer: Arc<Semaphore>,
}

impl Record {
    /// A record on a store. `first_code` is what the first owner proves herself with; it was printed at start.
    #[must_use]
    pub fn new(store: Store, registration: Registration, first_code: String) -> Self {
        let inner = Inner {
            store,
            registration,
            first_code,
            hasher: Hasher::start(),
            live: Live::default(),
            throttle: Throttle::default(),
            addresses: Throttle::forgiving(throttle::FORGIVEN_AN_ADDRESS),
            noted: Noted::default(),
            behind_proxy: false,
            place: None,
            #[cfg(feature = "passkeys")]
            passkeys: None,
            readers: Arc::new(Semaphore::new(READING)),
            writer: Arc::new(Semaphore::new(1)),
        };
        Self { inner: Arc::new(inner) }
    }

    /// The same record, where a proxy in front is trusted to say from where somebody comes. To be said before the record is shared.
    #[must_use]
    pub fn behind_proxy(mut self, is_trusted: bool) -> Self {
        if let Some(inner) = Arc::get_mut(&mut self.inner) {
            inner.behind_proxy = is_trusted;
        }
        self
    }

    /// The same record, reached at a place: passkeys belong to it. Without a place there are none. To be said before the record is shared.
    ///
    /// # Errors
    /// When there can be no passkeys there.
    pub fn at(mut self, place: Place) -> Result<Self, Fault> {
        if let Some(inner) = Arc::get_mut(&mut self.inner) {
            #[cfg(feature = "passkeys")]
            inner.passkeys.replace(passkeys::Passkeys::of(&place)?);
            inner.place = Some(place);
        }
        Ok(self)
    }

    /// Where passkeys work; none: this server has none.
    #[must_use]
    pub fn passkey_place(&self) -> Option<&Place> {
        self.inner.place.as_ref().filter(|_| crate::PASSKEYS)
    }

    /// Passkeys, where there are any.
    #[cfg(feature = "passkeys")]
    #[must_use]
    pub fn passkeys(&self) -> Option<&passkeys::Passkeys> {
        self.inner.passkeys.as_ref()
    }

    /// Whether a proxy is trusted to say from where somebody comes.
    #[must_use]
    pub fn is_behind_proxy(&self) -> bool {
        self.inner.behind_proxy
    }

    /// Who may make a household.
    #[must_use]
    pub fn registration(&self) -> Registration {
        self.inner.registration
    }

    /// Whether this is the code that was printed at start.
    #[must_use]
    pub fn is_first_code(&self, said: &str) -> bool {
        let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        !self.inner.first_code.is_empty()
            && store::session::hash(&plain(said)) == store::session::hash(&plain(&self.inner.first_code))
    }

    /// Where passwords are hashed.
    #[must_use]
    pub fn hasher(&self) -> &Hasher {
        &self.inner.hasher
    }

    /// Who waits for news.
    #[must_use]
    pub fn live(&self) -> &Live {
        &self.inner.live
    }

    /// Who has guessed too often.
    #[must_use]
    pub fn throttle(&self) -> &Throttle {
        &self.inner.throttle
    }

    /// From where too many unknown names were tried.
    #[must_use]
    pub fn addresses(&self) -> &Throttle {
        &self.inner.addresses
    }

    /// What stands in the access log of this hour.
    #[must_use]
    pub fn noted(&self) -> &Noted {
        &self.inner.noted
    }

    /// Reads, on a thread that may wait.
    ///
    /// # Errors
    /// What the store says.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let inner = self.inner.clone();
        in_turn(&self.inner.readers, move || inner.store.read(work)).await
    }

    /// Works with the store itself, on a thread that may wait.
    ///
    /// # Errors
    /// What the store says.
    pub async fn with_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let inner = self.inner.clone();
        on_a_thread(move || work(&inner.store)).await
    }

    /// Writes, on a thread that may wait. When this returns it is on disk.
    ///
    /// # Errors
    /// What the store says; then nothing was written.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&dyn Tx) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let inner = self.inner.clone();
        in_turn(&self.inner.writer, move || inner.store.write(work)).await
    }
}

/// Waits for a turn, then works on a thread. Who goes away while she waits gives up her place; work that has begun is done to its end, and
/// only then is it the next one's turn.
async fn in_turn<T: Send + 'static>(
    turns: &Arc<Semaphore>,
    work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
) -> Result<T, Fault> {
    let turn = turns.clone().acquire_owned().await.map_err(|closed| Fault::Other(closed.to_string()))?;
    on_a_thread(move || {
        let done = work();
        drop(turn);
        done
    })
    .await
}

async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T, Fault> + Send + 'static) -> Result<T, Fault> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|stopped| Err(Fault::Other(stopped.to_string())))
}
