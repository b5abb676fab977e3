//! News of a household: who has its page open is told when something changes. The number of the last change is all that is told.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use care::record::id::HouseholdId;
use tokio::sync::watch;

/// Who waits for news of which household.
#[derive(Debug, Default)]
pub struct Live {
    households: Mutex<HashMap<HouseholdId, watch::Sender<i64>>>,
}

impl Live {
    /// Tells everybody that the household has come to this change.
    pub fn tell(&self, household: HouseholdId, seq: i64) {
        let mut households = self.households.lock().unwrap_or_else(PoisonError::into_inner);
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
    #[must_use]
    pub fn listen(&self, household: HouseholdId, at: i64) -> watch::Receiver<i64> {
        let mut households = self.households.lock().unwrap_or_else(PoisonError::into_inner);
        let news = households.entry(household).or_insert_with(|| watch::Sender::new(at));
        news.subscribe()
    }
}
