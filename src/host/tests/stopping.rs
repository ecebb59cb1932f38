//! How a host ends: what is under way is finished, what comes after is not begun.

use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use super::feigned_store::FeignedStore;
use super::sample_release::desk;
use super::stand::Stand;
use crate::store::{Health, Kept, Store};

/// A store on a slow disk.
fn slow() -> Arc<dyn Store> {
    FeignedStore::shared(Health { accepting: true, trouble: None, waiting: 0 }, |submission| {
        Box::pin(async move {
            actix_web::rt::time::sleep(Duration::from_millis(800)).await;
            Ok(Kept::New(submission.receipt))
        })
    })
}

#[test]
fn a_rating_under_way_is_finished() {
    let stand = Stand::with(&desk(), Some(slow()));
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
