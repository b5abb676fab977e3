//! People who arrive at a page with a check behind them.

use std::time::{SystemTime, UNIX_EPOCH};

use protocol::answers::Answers;
use protocol::interview::{Interview, Who};
use protocol::text::Voice;

use crate::house::{finish, know, speak};

/// Now, in seconds since 1970.
pub fn now_s() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.ok().and_then(|since| i64::try_from(since.as_secs()).ok()).unwrap_or_default()
}

/// Someone who began a check a minute ago, with these items of context known.
pub fn began(voice: Voice, known: &[(&str, &str)]) -> Interview {
    let mut answers = Answers::default();
    known.iter().for_each(|(item, value)| know(&mut answers, item, value));
    speak(&mut answers, voice);
    let who = if voice.baby { Who::Both } else { Who::NoBaby };
    Interview { who: Some(who), answers, began_s: Some(now_s() - 60), ..Interview::default() }
}

/// The same, with all questions answered at their mildest.
pub fn checked(voice: Voice, known: &[(&str, &str)]) -> Interview {
    let mut interview = began(voice, known);
    finish(&mut interview.answers);
    interview
}

/// Someone after a loss, in both stages of a check.
pub fn after_loss(to_parent: bool) -> [Interview; 2] {
    let known = [("lactation", "after_loss")];
    let voice = Voice { to_parent, baby: false };
    [began(voice, &known), checked(voice, &known)]
}
