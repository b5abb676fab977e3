//! News of a household: who has its page open is told when something changes. The number of the last change is all that is told.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use care::record::id::HouseholdId;
use tokio::sync::watch;

/// Who waits for news of which household.
#[derive(Debug)]
pub struct Live {
    /// None once the server stops.
    households: Mutex<Option<HashMap<HouseholdId, watch::Sender<i64>>>>,
}

impl Default for Live {
    fn default() -> Self {
        Self { households: Mutex::new(Some(HashMap::new())) }
    }
}

impl Live {
    /// Tells everybody that the household has come to this change.
    pub fn tell(&self, household: HouseholdId, seq: i64) {
        let mut households = self.households.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(households) = households.as_mut() else { return };
        let Some(news) = households.get(&household) else { return };
        if news.receiver_count() == 0 {
            households.remove(&household);
            return;
        }
        news.send_if_modified(|last| {
            let is_newer = seq > *last;
            *last = seq.max(*last);
            is_newer
        });
    }

    /// Waits for the first change after `seq`. `at` is where the household stands: news from between the two is not missed.
    ///
    /// Once the server stops, waiting ends with an error.
    #[must_use]
    pub fn listen(&self, household: HouseholdId, at: i64) -> watch::Receiver<i64> {
        let mut households = self.households.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(households) = households.as_mut() else { return watch::Sender::new(at).subscribe() };
        let news = households.entry(household).or_insert_with(|| watch::Sender::new(at));
        news.subscribe()
    }

    /// Ends all waiting, now and from now on: the server stops, and must not stay for those who wait for news.
    pub fn close(&self) {
        self.households.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
