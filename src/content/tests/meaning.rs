//! Slips that a file's shape does not show.

use super::Folder;
use super::folder::{AGENCY, PROCEDURE};

const LEDGER: &str = "printed-codes.yaml";

#[test]
fn a_broken_file_causes_no_errors_elsewhere() {
    let agency = Folder::sound().edit(AGENCY, "level: province", "level: 5");
    assert_eq!(agency.found(), ["N105:2"]);
    let survey = Folder::sound().edit("surveys/nhanh.yaml", "version: 1", "version: x");
    assert_eq!(survey.found(), ["N106:2"]);
    let site = Folder::sound().edit("site.yaml", "owner", "ownr").procedure("8000", "20");
    assert_eq!(site.found(), ["N402:19", "N101:2"]);
    let ledger = Folder::sound().edit(LEDGER, "5XWFRM7", "5XWFRM8");
    assert_eq!(ledger.found(), ["N106:2"]);
    assert!(!ledger.messages().contains("codes assign`: lệnh"), "{}", ledger.messages());
}

#[test]
fn legal_completeness_that_is_not_checked_is_said() {
    assert_eq!(Folder::sound().without("law").found(), ["N606:0"]);
}

#[test]
fn addresses_that_a_browser_could_run_are_refused() {
    let script = Folder::sound().edit(AGENCY, "https://b.example", "javascript:alert(1)");
    assert_eq!(script.found(), ["N106:10"]);
    assert_eq!(Folder::sound().edit(AGENCY, "a@b.example", "a at b").found(), ["N106:9"]);
    for base in ["https://a.example?x", "https://a.example#x", "https://u@a.example"] {
        assert_eq!(
            Folder::sound().edit("site.yaml", "https://a.example", base).found(),
            ["N504:3"]
        );
    }
}

#[test]
fn periods_and_time_limits_that_cannot_be_are_placed() {
    for (text, found) in [
        ("time_limits: {petition: {handle: 5, answer: 10}, reopen: 15}", 0),
        ("time_limits: {petition: {handle: 0, answer: 10}}", 1),
        ("time_limits: {report: {handle: 5, answer: 251}}", 1),
        ("time_limits: {page_error: {handle: 5, answer: 4}}", 1),
        ("time_limits: {reopen: 0}", 1),
        ("apologies: {days_before: 1, citation: X}", 0),
        ("apologies: {days_before: 31}", 1),
        ("apologies: {days_before: -1}", 1),
        ("time_limits: {complaint: {handle: 5, answer: 9}}", 1),
        ("retention: {contacts: {months: 12}, matters: {months: 24}}", 0),
        ("retention: {contacts: {months: 61}}", 1),
        ("retention: {matters: {months: 0}}", 1),
    ] {
        let folder = Folder::sound().edit("site.yaml", "owner:", &format!("{text}\nowner:"));
        assert_eq!(folder.found().len(), found, "{text}: {}", folder.messages());
        assert!(folder.found().iter().all(|place| place.ends_with(":2")), "{text}");
    }
}

#[test]
fn an_offering_speaks_of_channels_that_are_there() {
    let offering = "limits: {tai-quay: 2 days, buu-chinh: 3 days}\n";
    let folder = Folder::sound().with("agencies/tinh/offerings/1.000894.yaml", offering);
    assert_eq!(folder.found(), ["N201:1"]);
}

#[test]
fn nothing_is_not_a_statement() {
    for (from, to, found) in [
        ("name: \"Thủ tục đăng ký kết hôn\"", "name: \"\"", "N108:1"),
        ("name: \"Thủ tục đăng ký kết hôn\"", "name:", "N301:1"),
        ("short_name: \"Đăng ký kết hôn\"", "short_name: \"  \"", "N108:2"),
        ("limit: same_day", "limit: {as_announced: \"\"}", "N108:15"),
        ("level: [commune]", "level: []", "N301:5"),
        ("conditions: none", "conditions: []", "N302:25"),
        ("file_sets: 1", "file_sets: 0", "N413:20"),
        ("action: \"Nộp.\"", "action: ", "N108:11"),
        ("copies: 0", "copies: 010", "N106:24"),
        ("acts: []", "acts: []\n? [a]\n: b", "N104:29"),
        (
            "        amount: 8000 VND",
            "        amount: 0 VND\n    note: \"Thu 20.000đ/tờ\"",
            "N401:20",
        ),
        (
            "        amount: 8000 VND",
            "        amount: 0 VND\n        when: \"Từ bản thứ hai 5.000 đ\"",
            "N401:20",
        ),
        ("file_sets: 1", "file_sets: \"1\"", "N106:20"),
    ] {
        assert_eq!(Folder::sound().procedure(from, to).found(), [found], "{to}");
    }
    let long = format!("short_name: \"{}\"", "ơ".repeat(81));
    assert_eq!(
        Folder::sound().procedure("short_name: \"Đăng ký kết hôn\"", &long).found(),
        ["N409:2"]
    );
}

#[test]
fn what_a_decision_leaves_open_is_quoted_and_warned_of_wherever_records_need_it() {
    let online = "    kind: online\n    level: {as_announced: \"x\"}\n    url: none";
    for (from, to, found) in [
        ("decides: \"Xã\"", "decides: {as_announced: \"x\"}", &["N312:8"][..]),
        ("handles: \"Xã\"", "handles: {as_announced: \"x\"}", &["N312:8"]),
        ("coordinates: none", "coordinates: {as_announced: \"x\"}", &["N312:8"]),
        ("position: \"Người yêu cầu\"", "position: {as_announced: \"x\"}", &["N312:11"]),
        ("kind: charge", "kind: {as_announced: \"x\"}", &["N312:18"]),
        ("    kind: counter", online, &["N312:15"]),
        ("file_sets: 1", "file_sets: {as_announced: \"x\"}", &["N312:20"]),
        ("name: \"Giấy chứng nhận\"", "name: a, validity: {as_announced: \"x\"}", &["N312:27"]),
        ("decides: \"Xã\"", "decides: none", &[]),
        ("position: \"Người yêu cầu\"", "position: none", &[]),
        ("file_sets: 1", "file_sets: none", &[]),
        // Not a quote, not a word of the list, not a number.
        ("kind: charge", "kind: none", &["N105:18"]),
        ("file_sets: 1", "file_sets: [1]", &["N104:20"]),
        ("file_sets: 1", "file_sets: {announced: \"x\"}", &["N101:20"]),
        ("decides: \"Xã\", handles: \"Xã\"", "decides: none, handles: none", &["N301:8"]),
    ] {
        assert_eq!(Folder::sound().procedure(from, to).found(), found, "{to}");
    }
    let papers = "\n  - id: chung\n    papers:\n      - {id: to-khai, name: \"Tờ khai\", originals: 1, copies: 0}";
    let cases = |to| Folder::sound().procedure(papers, to).found();
    assert_eq!(cases(" {as_announced: \"x\"}"), ["N312:21"]);
    assert_eq!(cases(" none").len(), 0);
    assert_eq!(cases(" []"), ["N302:21"]);
    let numbers = Folder::sound().procedure("decides: \"Xã\"", "decides: 12");
    assert_eq!(numbers.found().len(), 0, "{}", numbers.messages());
}

#[test]
fn words_without_an_original_or_a_language() {
    let folder = Folder::sound()
        .with("sets/xa.en.yaml", "name: \"a\"\n")
        .with("pages/about.en.md", "# a\n")
        .with("law/acts.en.yaml", "acts: {}\n");
    assert_eq!(folder.found(), ["N205:0", "N205:0", "N205:0"]);
    let french = "procedures/ho-tich/1.000894.fr.yaml";
    let folder = Folder::sound().with(french, "name: \"x\"\n");
    assert_eq!(folder.found(), ["N212:0"]);
    assert!(folder.messages().contains("languages"));
}

#[test]
fn small_sums_are_doubted_until_they_are_said_to_be_exact() {
    assert_eq!(Folder::sound().procedure("8000", "500").found(), ["N402:19"]);
    assert_eq!(
        Folder::sound().procedure("8000 VND", "500 VND\n        exact: true").found().len(),
        0
    );
    assert_eq!(Folder::sound().procedure("8000 VND", "150 %").found(), ["N412:19"]);
    let both = "8000 VND\n        as_announced: \"x\"";
    assert_eq!(Folder::sound().procedure("8000 VND", both).found(), ["N410:20"]);
}

#[test]
fn reasons_are_told_in_vietnamese() {
    for (from, to, says) in [
        ("limit: same_day", "limit: 0.5 hours", "30 minutes"),
        ("limit: same_day", "limit: 5 weeks", "số nguyên và đơn vị"),
        ("file_sets: 1", "file_sets: \"1\"", "không có dấu ngoặc kép"),
    ] {
        let messages = Folder::sound().procedure(from, to).messages();
        assert!(messages.contains(says), "{messages}");
    }
    for (code, says) in [("5XWFRM8", "không khớp"), ("5X", "đúng 7"), ("5XWFRMO", "không bao giờ")]
    {
        let messages = Folder::sound().edit(LEDGER, "5XWFRM7", code).messages();
        assert!(messages.contains(says), "{messages}");
    }
    let code = Folder::sound().edit(AGENCY, "1.000894", "mã").messages();
    assert!(code.contains("mã thủ tục chỉ có"), "{code}");
}

#[test]
fn control_signs_are_told_at_their_place() {
    assert_eq!(Folder::sound().procedure("\"Nộp.\"", "\"Nộp\u{0}.\"").found(), ["N016:11"]);
}

#[test]
fn editions_beside_each_other() {
    let sound = std::fs::read_to_string(Folder::sound().path(PROCEDURE)).unwrap();
    let later = sound.replace("effective_from: 2020-09-04\n", "");
    for (name, found) in [
        ("procedures/ho-tich/1.000894@2020-09-04.yaml", "N316:0"),
        ("procedures/ho-tich/1.000894@2019-01-01.yaml", "N317:0"),
        ("procedures/khac/1.000894@2027-01-01.yaml", "N213:0"),
    ] {
        let fields = "fields: [{id: ho-tich, name: a}, {id: khac, name: b}]\n";
        let folder = Folder::sound().with("fields.yaml", fields).with(name, &later);
        assert_eq!(folder.found(), [found], "{name}");
    }
    let twice = Folder::sound().with("procedures/ho-tich/1.000894@2027-01-01.yaml", &sound);
    assert_eq!(twice.found(), ["N318:30"]);
    let reversed = Folder::sound().procedure(
        "effective_from: 2020-09-04",
        "effective_from: 2020-09-04\neffective_to: 2019-01-01",
    );
    assert!(reversed.found().contains(&"N315:31".into()), "{:?}", reversed.found());
}

#[test]
fn hours_that_overlap_are_told_with_both_places() {
    let afternoon = |hours: &str| {
        let folder = Folder::sound();
        folder.edit(AGENCY, "to: \"11:30\"}", &format!("to: \"11:30\"}}\n  - {hours}"))
    };
    let clash = afternoon("{days: [sun, mon], from: \"11:00\", to: \"17:00\"}");
    assert_eq!(clash.found(), ["N414:8"]);
    let messages = clash.messages();
    for place in ["`mon`", "mục thứ 2 (11:00–17:00)", "mục thứ 1 (07:30–11:30)"] {
        assert!(messages.contains(place), "{messages}");
    }
    for sound in [
        "{days: [mon], from: \"11:30\", to: \"17:00\"}",
        "{days: [tue], from: \"07:30\", to: \"17:00\"}",
    ] {
        assert_eq!(afternoon(sound).found().len(), 0, "{sound}");
    }
}

#[test]
fn codes_that_would_carry_http_are_warned_of() {
    let base = Folder::sound().edit("site.yaml", "https://a.example", "http://a.example");
    assert_eq!(base.found(), ["N510:3"]);
    let site = "base_url: \"https://a.example/tthc\"\nprint_origin: \"http://a.example\"";
    let origin = Folder::sound().edit("site.yaml", "base_url: \"https://a.example\"", site);
    assert_eq!(origin.found(), ["N510:4"]);
    assert_eq!(origin.report().errors(), 0);
}

#[test]
fn hours_and_ledgers_that_contradict_themselves() {
    assert_eq!(Folder::sound().edit(AGENCY, "to: \"11:30\"", "to: \"07:00\"").found(), ["N411:7"]);
    let retired = Folder::sound().edit(
        LEDGER,
        "since: 2026-11-22}",
        "since: 2026-11-22}\n  - {code: K7F3ABM, counter: tinh/quay-9, since: 2026-02-01, retired: 2026-01-01}",
    );
    let found = retired.found();
    assert!(found == ["N508:3"] || found == ["N106:3"], "{found:?}");
}

#[test]
fn abolished_names_are_known_in_every_spelling() {
    for name in ["Ủy ban nhân dân huyện", "UỶ BAN NHÂN DÂN HUYỆN", "uỷ ban  nhân dân Huyện"]
    {
        let found = Folder::sound().procedure("\"Nộp.\"", &format!("\"Nộp tại {name}.\"")).found();
        assert_eq!(found, ["N313:11"], "{name}");
    }
    let folded = "\"Người yêu cầu\", action: \"Nộp.\"}\n  - id: b\n    position: a\n    action: >\n      Nộp tại Ủy ban\n      nhân dân huyện";
    let found = Folder::sound().procedure("\"Người yêu cầu\", action: \"Nộp.\"}", folded).found();
    assert_eq!(found.len(), 1, "{found:?}");
    let prose = "# Hướng dẫn\n\nĐến uỷ ban nhân dân huyện.\n";
    let with_prose = Folder::sound()
        .with("procedures/ho-tich/1.000894.md", prose)
        .with("pages/huong-dan.md", prose)
        .procedure("\"Nộp.\"", "\"Ủy ban nhân dân huyện đảo\"");
    assert_eq!(with_prose.found(), ["N313:3", "N313:3", "N313:11"]);
}

#[test]
fn words_for_which_the_original_has_none_are_told() {
    const WORDS: &str = "procedures/ho-tich/1.000894.en.yaml";
    let words = "bodies: {decides: \"Commune\", coordinates: \"Police\"}\n\
                 steps:\n  nop: {position: \"Applicant\", action: \"File.\"}\n\
                 results:\n  giay: {name: \"Certificate\", validity: \"None\"}\n\
                 channels:\n  tai-quay: {fees: {le-phi: {note: \"x\"}}}\n";
    let sound = Folder::sound().with(WORDS, words);
    assert_eq!(sound.found(), ["N214:1", "N214:5", "N214:7"], "{}", sound.messages());
    let quoted = Folder::sound()
        .with(WORDS, "bodies: {decides: \"Commune\"}\nsteps:\n  nop: {position: \"Applicant\"}\n")
        .procedure("decides: \"Xã\"", "decides: {as_announced: \"x\"}")
        .procedure("position: \"Người yêu cầu\"", "position: {as_announced: \"y\"}");
    let found = quoted.found();
    assert_eq!(found.iter().filter(|one| one.starts_with("N214")).count(), 2, "{found:?}");
    assert!(quoted.messages().contains("trích nguyên văn"), "{}", quoted.messages());
    // A key that is wrong in the original has been told there.
    let broken = Folder::sound()
        .with(WORDS, "summary: \"Register.\"\n")
        .procedure("summary: \"Đăng ký.\"", "summary: [1]");
    assert!(!broken.found().iter().any(|one| one.starts_with("N214")), "{:?}", broken.found());
    let agency = Folder::sound().with("agencies/tinh/agency.en.yaml", "one_stop: \"Desk\"\n");
    assert_eq!(agency.found(), ["N214:1"]);
}
