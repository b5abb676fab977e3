//! Passwords by Argon2id, on one thread of their own: each hash takes 19 MiB, and one after the other is all the memory they get.

use std::sync::mpsc::{self, SyncSender};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use store::Fault;
use tokio::sync::oneshot;

/// So many may wait; more are told to come back.
const WAITING: usize = 16;

/// A hash of a password that nobody has: an unknown name takes as long as a wrong password.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

enum Job {
    Hash { password: String, answer: oneshot::Sender<Result<String, Fault>> },
    Check { password: String, hash: Option<String>, answer: oneshot::Sender<bool> },
}

/// The thread that hashes.
#[derive(Debug)]
pub struct Hasher {
    jobs: Option<SyncSender<Job>>,
}

impl Hasher {
    /// Starts it. Without a thread nobody can sign in, and that is what is told.
    #[must_use]
    pub fn start() -> Self {
        let (jobs, waiting) = mpsc::sync_channel(WAITING);
        let work = move || waiting.into_iter().for_each(done);
        let started = std::thread::Builder::new().name("passwords".to_owned()).spawn(work);
        Self { jobs: started.is_ok().then_some(jobs) }
    }

    /// The hash of a new password.
    ///
    /// # Errors
    /// When too many wait, or the system has no random numbers.
    pub async fn hash(&self, password: String) -> Result<String, Fault> {
        let (answer, hashed) = oneshot::channel();
        self.send(Job::Hash { password, answer })?;
        hashed.await.unwrap_or_else(|_| Err(gone()))
    }

    /// Whether a password is the one of a hash. None as a hash: nobody has that name, which takes as long.
    ///
    /// # Errors
    /// When too many wait.
    pub async fn check(&self, password: String, hash: Option<String>) -> Result<bool, Fault> {
        let (answer, checked) = oneshot::channel();
        self.send(Job::Check { password, hash, answer })?;
        checked.await.map_err(|_| gone())
    }

    fn send(&self, job: Job) -> Result<(), Fault> {
        self.jobs.as_ref().and_then(|jobs| jobs.try_send(job).ok()).ok_or_else(gone)
    }
}

fn gone() -> Fault {
    Fault::Other("too many people sign in at this moment: try again in a minute".to_owned())
}

fn done(job: Job) {
    // Who asked may have gone away: then nobody hears the answer.
    match job {
        Job::Hash { password, answer } => {
            let hashed = Argon2::default().hash_password(password.as_bytes());
            let _ = answer.send(hashed.map(|hash| hash.to_string()).map_err(|why| Fault::Other(why.to_string())));
        }
        Job::Check { password, hash, answer } => {
            let right = PasswordHash::new(hash.as_deref().unwrap_or(NOBODY))
                .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok());
            let _ = answer.send(right && hash.is_some());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Hasher;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_by_no_other() {
        let hasher = Hasher::start();
        let hash = hasher.hash("a long night".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(hasher.check("a long night".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!hasher.check("a long day".to_owned(), Some(hash)).await.unwrap());
        assert!(!hasher.check("a long night".to_owned(), None).await.unwrap(), "nobody has that name");
    }
}
