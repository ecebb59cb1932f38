//! Looking for a procedure without a script.

use super::stand::Stand;

#[test]
fn what_was_typed_is_answered_in_order_with_the_best_twenty() {
    let stand = Stand::new();
    let page = stand.get("/tim/?q=dang+ky");
    assert_eq!((page.status, page.field("cache-control")), (200, "no-store"));
    let text = page.text();
    assert_eq!(text.matches("<li><a href=\"/thu-tuc/1.").count(), 20);
    for words in [
        "Tìm thấy 30 thủ tục",
        "value=\"dang ky\"",
        "Đăng ký &lt;b&gt;việc&lt;/b&gt; 1<",
        "noindex",
        "data-list=\"/tim-vi-",
        "action=\"/tim/\"",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let first = stand.get("/tim?q=gi%E1%BA%A5y%20s%E1%BB%91%207").text();
    assert!(first.find("1.000007").unwrap() < first.find("1.000001").unwrap_or(usize::MAX));
    assert!(stand.get("/tim/?q=1.000012").text().contains("href=\"/thu-tuc/1.000012.html\""));
}

#[test]
fn nothing_and_near_are_said_and_lead_on() {
    let stand = Stand::new();
    let none = stand.get("/tim/?q=xyzzy").text();
    assert!(none.contains(">Không tìm thấy thủ tục nào") && none.contains("href=\"/a-z.html\""));
    let near = stand.get("/tim/?q=dagn+ky").text();
    assert!(near.contains("30 thủ tục gần giống") && near.contains("1.000001"));
    let empty = stand.get("/tim/").text();
    assert!(!empty.contains(">Tìm thấy") && empty.contains("<p role=\"status\"></p>"));
}

#[test]
fn odd_questions_are_cut_escaped_or_refused() {
    let stand = Stand::new();
    let long = stand.get(&format!("/tim/?q={}", "a".repeat(500)));
    assert!(long.text().contains(&format!("value=\"{}\"", "a".repeat(100))));
    let html = stand.get("/tim/?q=%22%3E%3Cscript%3E").text();
    assert!(html.contains("value=\"&quot;&gt;&lt;script&gt;\""), "{html}");
    assert_eq!(stand.get("/tim/?q=%FF").status, 400);
    // A release without a list in that language does not pretend to look.
    assert_eq!(stand.get("/en/tim/?q=a").status, 404);
}
