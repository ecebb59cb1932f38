//! Words that would be markup if anybody forgot to escape them, in every field and every page that shows them again.

use std::sync::Arc;

use super::exchange::{Answer, post};
use super::feigned_store::FeignedStore;
use super::forms::{escape, forms, key};
use super::odd_requests::assert_safe;
use super::sample_release::{codes, desk};
use super::stand::Stand;
use crate::store::{Health, StoreError};

/// Each would run, or break out of where it stands, on some page of the world.
const PAYLOADS: [&str; 12] = [
    "<script>qqq(1)</script>",
    "\"><script>qqq(1)</script>",
    "'><img src=x onerror=qqq(1)>",
    "</textarea><script>qqq(1)</script>",
    "\" autofocus onfocus=qqq(1) x=\"",
    "' autofocus onfocus='qqq(1)",
    "</title><svg/onload=qqq(1)>",
    "<!--<script>qqq(1)//-->",
    "{{ qqq(1) }}{% raw %}",
    "javascript:qqq(1)",
    "\u{202e}<qqq>\u{feff}",
    "&lt;script&gt;qqq(1)&lt;/script&gt;",
];

/// Nothing of a payload stands on the page as markup, in a script or in an attribute that is not its own.
fn is_inert(answer: &Answer, payload: &str, where_: &str) {
    assert_safe(answer);
    let page = answer.text();
    assert!(
        !page.contains(payload) || !payload.contains(['<', '"', '\'', '&']),
        "{where_}\n{page}"
    );
    for tag in page.split('<').skip(1).map(|piece| piece.split('>').next().unwrap()) {
        let mut quoted = false;
        let outside: String = tag
            .chars()
            .filter(|sign| {
                quoted ^= *sign == '"';
                !quoted
            })
            .collect();
        assert!(!outside.contains("qqq"), "{where_}: <{tag}>");
        for name in ["href=\"javascript", "src=\"javascript", "action=\"javascript"] {
            assert!(!tag.contains(name), "{where_}: <{tag}>");
        }
    }
    for script in page.split("<script").skip(1) {
        assert!(!script.split("</script").next().unwrap().contains("qqq"), "{where_}");
    }
    assert!(!answer.fields.iter().any(|(_, value)| value.contains("qqq")), "{where_}");
}

#[test]
fn what_is_typed_is_never_more_than_text() {
    let stand = Stand::new();
    let full = Health { accepting: true, trouble: None, waiting: 0 };
    let busy = FeignedStore::shared(full, |_| Box::pin(async { Err(StoreError::Busy) }));
    let busy = Stand::with(&desk(), Some(busy as Arc<_>));
    let place = format!("/Q/{}", codes()[0]);
    for (visit, payload) in (1_u8..).zip(PAYLOADS) {
        let typed = escape(payload);
        let ask = |where_: &str, at: &Stand, fields: &[&str], body: &str| {
            let answer = post(at.address(), &place, fields, body.as_bytes());
            is_inert(&answer, payload, &format!("{where_}: {payload}"));
            answer
        };
        let words = format!("q-hai-long=4&q-gop-y={typed}");
        let key = key(visit);
        let shown = ask("busy", &busy, &[], &format!("key={key}&{words}")).text();
        assert!(shown.contains("</textarea>") && shown.contains("qqq"), "{shown}");
        ask("without a key", &stand, &[], &words);
        ask("refused", &stand, &[], &format!("key={key}&q-hai-long=9&q-gop-y={typed}"));
        ask("foreign", &stand, &["Origin: https://evil.example"], &format!("key={key}&{words}"));
        ask("a code", &stand, &[], &format!("key={key}&{words}&ticket={typed}"));
        for name in [
            "key",
            "stamp",
            "survey",
            "version",
            "lang",
            "mode",
            "procedure",
            "part",
            "claim",
            "openly",
        ] {
            ask(name, &stand, &[], &format!("{name}={typed}&{words}"));
        }
        ask("a name", &stand, &[], &format!("{typed}=1&{words}&q-{typed}=1"));
        let kept = post(stand.address(), &place, &[], format!("key={key}&{words}").as_bytes());
        assert_eq!(kept.status, 303);
        let thanks = stand.get(kept.field("location"));
        is_inert(&thanks, payload, "thanks");
        for form in forms(&thanks.text()) {
            let again = form.with(&[("q-gop-y", payload), ("q-ly-do", payload)]);
            ask("more", &stand, &[], &again);
        }
        let path = escape(payload);
        for target in [
            format!("/{path}"),
            format!("{place}/{path}"),
            format!("/?{path}"),
            format!("/Q/{path}"),
        ] {
            is_inert(&stand.get(&target), payload, &target);
        }
    }
}
