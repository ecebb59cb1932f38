//! What an agency does about weak criteria, at the officers' desk: who may note it, and that it points at nobody.

use super::office_matters::everybody;
use super::office_stand::{Browser, hidden};
use super::stand::Stand;
use crate::feedback::sample::slug;

const MEASURES: &str = "/desk/viec-da-lam/phuong-vi-du";

#[test]
fn a_measure_is_noted_changed_and_dropped_and_names_nobody() {
    let stand = Stand::new();
    everybody(&stand);
    let mut officer = Browser::of(&stand, "lan");
    assert_eq!(officer.get("/desk/viec-da-lam").field("location"), MEASURES);
    let page = officer.get(&format!("{MEASURES}?ky=2026-q3")).text();
    let criterion = page.split("<option value=\"").nth(1).unwrap().split('"').next().unwrap();
    let note = |cause| {
        [
            ("viec", "measure"),
            ("ky", "2026-q3"),
            ("tieu-chi", criterion),
            ("nguyen-nhan", cause),
            ("viec-lam", "Thêm <một> quầy"),
            ("phu-trach", "Chánh Văn phòng"),
            ("den-ngay", "2026-12-31"),
            ("ket-qua", ""),
            ("y-kien", "Chờ lâu"),
        ]
    };
    for cause in ["Do bà Hoa nghỉ", "gọi 0912 345 678", ""] {
        let answer = officer.send(MEASURES, &note(cause));
        assert_eq!(answer.status, 422, "{cause}");
        assert!(answer.text().contains("value=\"Thêm &lt;một&gt; quầy\""));
    }
    assert_eq!(officer.send(MEASURES, &note("Thiếu người")).status, 303);
    let own = slug("phuong-vi-du");
    let kept = stand.store.measures(&own, "2026-q3").unwrap();
    assert_eq!(
        (kept.len(), kept[0].quote.as_deref(), kept[0].outcome.as_deref()),
        (1, Some("Chờ lâu"), None)
    );
    let page = officer.get(&format!("{MEASURES}?ky=2026-q3")).text();
    assert!(
        page.contains("Thêm &lt;một&gt; quầy") && page.contains("Chánh Văn phòng, đến 31/12/2026")
    );
    assert!(!officer.get(MEASURES).text().contains("quầy</dd>"), "of another period");
    let id = format!("{:032x}", u128::from_be_bytes(kept[0].id));
    let page = officer.get(&format!("{MEASURES}?ky=2026-q3&ma={id}")).text();
    let form = page.split("id=\"measure\"").nth(1).unwrap();
    assert_eq!(hidden(form, "ma"), id);
    let mut done = note("Thiếu người").to_vec();
    done.retain(|(name, _)| *name != "ket-qua");
    done.extend([("ma", id.as_str()), ("ket-qua", "Đã thêm")]);
    assert_eq!(officer.send(MEASURES, &done).status, 303);
    let kept = stand.store.measures(&own, "2026-q3").unwrap();
    assert_eq!((kept.len(), kept[0].outcome.as_deref()), (1, Some("Đã thêm")));
    let quote = |words| [("viec", "quote"), ("ky", "2026-q3"), ("y-kien", words)];
    assert_eq!(officer.send(MEASURES, &quote("Gọi anh Nam nhé")).status, 422);
    assert_eq!(officer.send(MEASURES, &quote("Phục vụ\r\ntốt")).status, 303);
    assert_eq!(stand.store.quotes(&own, "2026-q3").unwrap()[0].words, "Phục vụ tốt");
    let drop_it = [("viec", "drop"), ("ky", "2026-q3"), ("ma", id.as_str())];
    // The province sees; nobody of another agency does; forms without a token do nothing.
    let mut province = Browser::of(&stand, "tinh");
    let page = province.get(&format!("{MEASURES}?ky=2026-q3")).text();
    assert!(page.contains("Đã thêm") && !page.contains("name=\"viec\""));
    assert_eq!(province.send(MEASURES, &drop_it).status, 403);
    assert_eq!(officer.get("/desk/viec-da-lam/xa-dong-mau").status, 403);
    assert_eq!(officer.send("/desk/viec-da-lam/xa-dong-mau", &drop_it).status, 403);
    assert_eq!(officer.send(MEASURES, &drop_it).status, 303);
    assert_eq!(officer.send(MEASURES, &drop_it).status, 409);
    assert!(stand.store.measures(&own, "2026-q3").unwrap().is_empty());
}
