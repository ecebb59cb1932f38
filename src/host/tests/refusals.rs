//! Ratings that cannot be taken, and how that is said.

use std::sync::Arc;

use super::exchange::post;
use super::forms::key;
use super::sample_release::{codes, desk};
use super::stand::Stand;
use crate::feedback::{Amendment, Submission};
use crate::store::{
    Amended, Amending, Difference, Health, Judged, Judgement, Judging, Keeping, Store, StoreError,
    StoredRating, Tallies, TallySpan,
};

/// A store that keeps nothing.
struct Full {
    stopped: bool,
}

impl Store for Full {
    fn keep(&self, _: Submission) -> Keeping {
        let error = if self.stopped {
            StoreError::Stopped("đĩa hỏng".into())
        } else {
            StoreError::Busy
        };
        Box::pin(async { Err(error) })
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
        let trouble = self.stopped.then(|| "disk I/O error".to_owned());
        Health { accepting: !self.stopped, trouble, waiting: 4096 }
    }
}

const FORM: &str = "key=11111111111111111111111111111111&q-hai-long=4&q-gop-y=Ch%E1%BB%9D";

#[test]
fn a_store_that_is_full_hands_the_form_back_whole() {
    for stopped in [false, true] {
        let stand = Stand::with(&desk(), Some(Arc::new(Full { stopped })));
        let answer = stand.rate(FORM);
        assert_eq!((answer.status, answer.field("retry-after")), (503, "5"));
        let text = answer.text();
        assert!(text.contains("value=\"4\" checked") && text.contains(">Chờ</textarea>"), "{text}");
        assert!(text.contains("value=\"11111111111111111111111111111111\""));
        let health = stand.get("/healthz");
        assert_eq!(health.status, if stopped { 503 } else { 200 });
        assert_eq!(health.text().contains("disk I/O error"), stopped);
    }
}

#[test]
fn a_code_that_opens_nothing_says_why_and_whom_to_call() {
    let stand = Stand::new();
    let [open, closed, unknown] = codes();
    for post_too in [false, true] {
        let ask = |code: &str| {
            let target = format!("/Q/{code}");
            if post_too {
                post(stand.address(), &target, &[], FORM.as_bytes())
            } else {
                stand.get(&target)
            }
        };
        let retired = ask(closed.as_str());
        let text = retired.text();
        assert_eq!((retired.status, retired.field("cache-control")), (410, "no-store"));
        assert!(text.contains("0200 000 0001") && text.contains(&format!("/Q/{open}")), "{text}");
        assert_eq!(ask(unknown.as_str()).status, 404);
        let mistyped = ask("AAAAAAA");
        assert_eq!(mistyped.status, 404);
        assert!(!mistyped.text().contains("AAAAAAA"));
    }
    assert_eq!(stand.get(&format!("/Q/{open}/TOKEN")).status, 404);
    assert_eq!(stand.store.count().unwrap(), 0);
}

#[test]
fn a_claim_that_is_none_of_ours_opens_nothing() {
    let stand = Stand::new();
    let code = codes()[0];
    let sent = stand.rate(&format!("key={}&q-hai-long=4", key(1)));
    let good = sent.field("location").to_owned();
    assert_eq!(stand.get(&good).status, 200);
    let claim = good.split('/').nth(4).unwrap();
    let flipped = claim.replacen(['0', '1'], "2", 1);
    for target in [
        format!("/cam-on/{code}/7KX4Q2MB"),
        format!("/cam-on/{code}/nhanh-5/{flipped}/1"),
        format!("/cam-on/{code}/moi-loai/{claim}/1"),
        format!("/cam-on/{}/nhanh-5/{claim}/1", codes()[1]),
        format!("/cam-on/{}/nhanh-5/{claim}/1", codes()[2]),
        format!("/cam-on/{code}/nhanh-5/{claim}/1/1"),
        format!("/cam-on/{code}/nhanh-5/{claim}/x"),
        format!("/cam-on/{code}/%3Cscript%3E/{claim}"),
        "/cam-on/x/nhanh-5/1".to_owned(),
    ] {
        assert_eq!(stand.get(&target).status, 404, "{target}");
    }
}

#[test]
fn only_forms_are_taken() {
    let stand = Stand::new();
    let target = format!("/Q/{}", codes()[0]);
    let send = |fields: &[&str], body: &[u8]| post(stand.address(), &target, fields, body).status;
    let kind = "Content-Type: application/x-www-form-urlencoded";
    assert_eq!(send(&["Content-Type: application/json"], b"{}"), 415);
    assert_eq!(send(&["Content-Type: multipart/form-data; boundary=x"], b""), 415);
    assert_eq!(send(&[kind, "Content-Encoding: gzip"], b"\x1f\x8b"), 415);
    assert_eq!(
        send(&["Content-Type: application/x-www-form-urlencoded; charset=utf-16"], b""),
        415
    );
    assert_eq!(
        send(&["Content-Type: Application/X-WWW-Form-Urlencoded;charset=UTF-8"], FORM.as_bytes()),
        303
    );
    assert_eq!(send(&[], b"key=%ff&q-hai-long=4"), 400);
    assert_eq!(send(&[], b"q-gop-y=\xc3\x28"), 400);
    assert_eq!(send(&[], &vec![b'a'; 10 * 1024 * 1024]), 413);
}
