//! How a host ends: what is under way is finished, what comes after is not begun.

use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use super::sample_release::desk;
use super::stand::Stand;
use crate::feedback::{Amendment, Submission};
use crate::store::{
    Amended, Amending, Difference, Health, Judged, Judgement, Judging, Keeping, Kept, Store,
    StoreError, StoredRating, Tallies, TallySpan,
};

/// A store on a slow disk.
struct Slow;

impl Store for Slow {
    fn keep(&self, submission: Submission) -> Keeping {
        Box::pin(async move {
            actix_web::rt::time::sleep(Duration::from_millis(800)).await;
            Ok(Kept::New(submission.receipt))
        })
    }

    fn amend(&self, _: Amendment) -> Amending {
        Box::pin(async { Ok(Amended::Unknown) })
    }

    fn judge(&self, _: Judgement) -> Judging {
        Box::pin(async { Ok(Judged::Unknown) })
    }

    fn export(
        &self,
        _: &mut dyn FnMut(StoredRating) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        Ok(())
    }

    fn count(&self) -> Result<u64, StoreError> {
        Ok(0)
    }

    fn tallies(&self, _: &TallySpan) -> Result<Tallies, StoreError> {
        Ok(Tallies::default())
    }

    fn compare_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        Ok(Vec::new())
    }

    fn rebuild_tallies(&self) -> Result<Vec<Difference>, StoreError> {
        Ok(Vec::new())
    }

    fn health(&self) -> Health {
        Health { accepting: true, trouble: None, waiting: 0 }
    }
}

#[test]
fn a_rating_under_way_is_finished() {
    let stand = Stand::with(&desk(), Some(Arc::new(Slow)));
    let address = stand.address();
    std::thread::scope(|scope| {
        let form = format!("key={}&q-hai-long=4", "12".repeat(16));
        let rating = scope.spawn({
            let stand = &stand;
            move || stand.rate(&form)
        });
        std::thread::sleep(Duration::from_millis(300));
        stand.stopper().stop(true);
        assert_eq!(rating.join().unwrap().status, 303);
    });
    stand.stop();
    assert!(TcpStream::connect(address).is_err());
}
