//! Where articles are read: a few at a time, on threads that may wait. Nothing of an article outlives its answer.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use article::{Checked, Checker, Format, Refusal};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// So many articles are received and read at once: each may be held in memory twice.
const PLACES: usize = 3;
/// Nobody waits longer for a place.
const WAIT: Duration = Duration::from_secs(10);

/// The checker, read when the first article comes: its wordings take more than a megabyte, and most servers are never brought one. None: what
/// ships does not read, which the build's own tests keep from reaching anyone.
type Reader = LazyLock<Option<Checker>, Box<dyn FnOnce() -> Option<Checker> + Send>>;

/// The checker and its places. Cheap to clone.
#[derive(Clone)]
pub struct ReadingRoom {
    checker: Arc<Reader>,
    places: Arc<Semaphore>,
    wait: Duration,
}

/// A place that is taken until it is dropped.
pub struct Place {
    checker: Arc<Reader>,
    permit: OwnedSemaphorePermit,
}

impl ReadingRoom {
    /// A room with the checker that `read` gives.
    #[must_use]
    pub fn new(read: impl FnOnce() -> Option<Checker> + Send + 'static) -> Self {
        Self { checker: Arc::new(LazyLock::new(Box::new(read))), places: Arc::new(Semaphore::new(PLACES)), wait: WAIT }
    }

    /// A place, once one is free. None: all stayed taken.
    pub async fn place(&self) -> Option<Place> {
        let permit = tokio::time::timeout(self.wait, Arc::clone(&self.places).acquire_owned()).await.ok()?.ok()?;
        Some(Place { checker: Arc::clone(&self.checker), permit })
    }
}

impl Place {
    /// Reads an article. The place stays taken until that is done, even when nobody waits for the answer any more. None: it broke off.
    ///
    /// # Errors
    /// What is no article.
    pub async fn check(self, bytes: Vec<u8>, format: Option<Format>) -> Option<Result<Checked, Refusal>> {
        let Self { checker, permit } = self;
        let reading = tokio::task::spawn_blocking(move || {
            let checked = (**checker).as_ref().map(|checker| checker.check(&bytes, format));
            drop(permit);
            checked
        });
        reading.await.ok().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{PLACES, ReadingRoom};
    use std::time::Duration;

    #[tokio::test]
    async fn who_finds_no_place_is_told_and_a_place_that_is_left_is_free() {
        let room = ReadingRoom { wait: Duration::ZERO, ..ReadingRoom::new(|| None) };
        let mut taken = Vec::new();
        for _ in 0..PLACES {
            taken.push(room.place().await);
        }
        assert!(taken.iter().all(Option::is_some));
        assert!(room.place().await.is_none());
        taken.pop();
        assert!(room.place().await.is_some());
    }
}
