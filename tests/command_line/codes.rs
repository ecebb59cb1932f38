//! Minting codes and slips: an address that print may not carry is refused in the operator's tongue, and nothing
//! is written for it.

use crate::site::Site;

#[test]
fn an_address_that_print_may_not_carry_is_refused_with_what_to_do() {
    let unfit = [
        ("https://niemyet.thu.example", "không có thật", "sample address"),
        ("https://localhost", "chính máy người đọc", "own device"),
        ("https://192.168.1.7", "mạng nội bộ", "private network"),
        ("https://may-chu.lan", "mạng nội bộ", "private network"),
    ];
    for (origin, vi, en) in unfit {
        let site = Site::sound();
        let read = |name| std::fs::read_to_string(site.path(name)).unwrap();
        site.put("site.yaml", read("site.yaml").replace("https://niemyet.thu.example", origin));
        let ledger = read("printed-codes.yaml");
        let slips = ["codes", "issue", "--counter", "xa-thu/quay-1", "--n", "1"];
        for command in [&["codes", "assign"][..], &slips] {
            for (lang, why, todo) in [("vi", vi, "sửa base_url"), ("en", en, "mend base_url")] {
                let ran = site.run(&[&["--lang", lang], command].concat());
                assert_eq!(ran.code, 2, "{origin} {command:?}: {ran:?}");
                assert!(ran.err.contains(why) && ran.err.contains(todo), "{ran:?}");
            }
        }
        assert_eq!(read("printed-codes.yaml"), ledger);
    }
}
