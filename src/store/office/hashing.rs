//! Passwords are hashed slowly on purpose, so hashing has one thread of its own that gives way to all others and a
//! short queue. A flood of sign-ins fills the queue and is turned away without hashing; ratings do not notice.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::{Builder, JoinHandle};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::oneshot;

use crate::store::{Randomness, StoreError};

/// How many wait at most. Each takes some 30 ms, so nobody waits longer than half a second.
const QUEUE: usize = 12;

/// What hashing costs: 19 MiB and two passes, the least that OWASP's cheat sheet asks for.
const MEMORY: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// What is asked of the thread.
enum Job {
    /// Whether a password fits a hash; without a hash the same work is done, and it fits nothing.
    Verify { password: String, hash: Option<String>, answer: oneshot::Sender<Option<Hashed>> },
    /// The hash of a new password.
    Hash { password: String, answer: oneshot::Sender<Option<Hashed>> },
}

/// What hashing came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hashed {
    /// The password fits, or does not.
    Fits(bool),
    /// The hash of a new password: a PHC string.
    Hash(String),
}

/// Too many wait already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HashingBusy;

/// The thread that hashes. Dropping it ends the thread.
pub struct Hashing {
    queue: Option<SyncSender<Job>>,
    /// How many wait or are being hashed.
    waiting: Arc<AtomicUsize>,
    thread: Option<JoinHandle<()>>,
}

impl Hashing {
    /// Starts the thread.
    pub fn start(random: Randomness) -> Result<Self, StoreError> {
        let (queue, jobs) = sync_channel(QUEUE);
        let waiting = Arc::new(AtomicUsize::new(0));
        let left = Arc::clone(&waiting);
        let run = move || work(&jobs, &random, &left);
        let thread = Builder::new().name("passwords".into()).spawn(run);
        Ok(Self { queue: Some(queue), waiting, thread: Some(thread.map_err(StoreError::Thread)?) })
    }

    /// Whether a password fits a hash, in the same time whether there is one or not. An answer of none is a hash
    /// that cannot be read, or a thread that has ended.
    pub fn verify(
        &self,
        password: &str,
        hash: Option<&str>,
    ) -> Result<oneshot::Receiver<Option<Hashed>>, HashingBusy> {
        let (password, hash) = (password.to_owned(), hash.map(str::to_owned));
        self.send(|answer| Job::Verify { password, hash, answer })
    }

    /// The hash of a new password.
    pub fn hash(&self, password: &str) -> Result<oneshot::Receiver<Option<Hashed>>, HashingBusy> {
        let password = password.to_owned();
        self.send(|answer| Job::Hash { password, answer })
    }

    /// Whether so many wait that another would be turned away: told before anything is looked up for it.
    pub fn is_full(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) > QUEUE
    }

    fn send(
        &self,
        job: impl FnOnce(oneshot::Sender<Option<Hashed>>) -> Job,
    ) -> Result<oneshot::Receiver<Option<Hashed>>, HashingBusy> {
        let (answer, answered) = oneshot::channel();
        // Counted first: the thread may be done with it before this one goes on.
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let sent = self.queue.as_ref().map(|queue| queue.try_send(job(answer)));
        if let Some(Ok(())) = sent {
            return Ok(answered);
        }
        self.waiting.fetch_sub(1, Ordering::Relaxed);
        match sent {
            Some(Err(TrySendError::Full(_))) => Err(HashingBusy),
            // Where the thread is gone the answer comes to nothing, and whoever waits is told.
            _ => Ok(answered),
        }
    }
}

impl Drop for Hashing {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has said so itself.
            let _ = thread.join();
        }
    }
}

fn work(jobs: &Receiver<Job>, random: &Randomness, waiting: &AtomicUsize) {
    // Whoever rates comes before whoever signs in.
    #[cfg(unix)]
    let _ = rustix::process::nice(10);
    // What is hashed for accounts that do not exist.
    let nobody = hash("nobody", random);
    for job in jobs {
        match job {
            Job::Verify { password, hash, answer } => {
                let known = hash.is_some();
                let fits = hash.or_else(|| nobody.clone()).and_then(|hash| fits(&password, &hash));
                let _ = answer.send(fits.map(|fits| Hashed::Fits(fits && known)));
            }
            Job::Hash { password, answer } => {
                let _ = answer.send(hash(&password, random).map(Hashed::Hash));
            }
        }
        waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

fn hash(password: &str, random: &Randomness) -> Option<String> {
    let mut salt = [0; 16];
    random(&mut salt);
    let password = crate::text::nfc(password);
    let hash: PasswordHash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt).ok()?;
    Some(hash.to_string())
}

fn fits(password: &str, hash: &str) -> Option<bool> {
    let hash = PasswordHash::new(hash).ok()?;
    let password = crate::text::nfc(password);
    Some(argon2()?.verify_password(password.as_bytes(), &hash).is_ok())
}

fn argon2() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY, PASSES, 1, Some(32)).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicU8;

    use super::*;

    fn hashing() -> Hashing {
        let next = AtomicU8::new(1);
        Hashing::start(Arc::new(move |bytes| bytes.fill(next.fetch_add(1, Ordering::Relaxed))))
            .unwrap()
    }

    #[test]
    fn a_password_fits_its_own_hash_whatever_the_keyboard() {
        let hashing = hashing();
        let hash = hashing.hash("mật khẩu của Lan").unwrap().blocking_recv().unwrap();
        let Some(Hashed::Hash(hash)) = hash else { panic!("{hash:?}") };
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        let fits = |password: &str, hash: Option<&str>| {
            hashing.verify(password, hash).unwrap().blocking_recv().unwrap()
        };
        assert_eq!(fits("mật khẩu của Lan", Some(&hash)), Some(Hashed::Fits(true)));
        let apart = "ma\u{323}\u{302}t kh\u{e2}\u{309}u cu\u{309}a Lan";
        assert_eq!(fits(apart, Some(&hash)), Some(Hashed::Fits(true)));
        assert_eq!(fits("mật khẩu của lan", Some(&hash)), Some(Hashed::Fits(false)));
        assert_eq!(fits("nobody", None), Some(Hashed::Fits(false)), "no account, no way in");
        assert_eq!(fits("x", Some("$argon2id$?")), None);
    }

    #[test]
    fn a_flood_is_turned_away_without_hashing() {
        let hashing = hashing();
        let begun = std::time::Instant::now();
        let sent: Vec<_> = (0..400).map(|_| hashing.verify("x", None)).collect();
        let refused = sent.iter().filter(|one| one.is_err()).count();
        assert!(refused >= 400 - 2 * (QUEUE + 1), "{refused} of 400 in {:?}", begun.elapsed());
        for one in sent.into_iter().flatten() {
            assert_eq!(one.blocking_recv().unwrap(), Some(Hashed::Fits(false)));
        }
    }
}
