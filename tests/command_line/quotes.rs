//! What a decision leaves open, from its file to the page: quoted with a note, warned of, never mended.

use super::site::{MARRIAGE, Site, procedure};

const PAGE: &str = "thu-tuc/1.000894.html";

/// A procedure of which a real record said little.
fn bare() -> String {
    let mut text = procedure("Kết hôn", "");
    for (from, to) in [
        ("decides: \"Ủy ban nhân dân cấp xã\"", "decides: {as_announced: \"Chưa rõ a\"}"),
        ("position: \"Người yêu cầu\"", "position: none"),
        (
            "kind: counter, limit: 3 working_days, fees: none",
            "kind: online, level: {as_announced: \"Chưa rõ b\"}, url: none, limit: {as_announced: \"Chưa rõ c\"}, \
             fees: [{id: f, kind: {as_announced: \"Chưa rõ d\"}, amount: 8000 VND}]",
        ),
        ("file_sets: 1", "file_sets: {as_announced: \"Chưa rõ đ\"}"),
        (
            "name: \"Giấy chứng nhận\"",
            "name: \"Giấy chứng nhận\", validity: {as_announced: \"Chưa rõ e\"}",
        ),
    ] {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    let papers = text.find("cases:").unwrap()..text.find("conditions:").unwrap();
    text.replace_range(papers, "cases: {as_announced: \"Chưa rõ g\"}\n");
    text
}

#[test]
fn a_page_quotes_what_the_decision_leaves_open() {
    let site = Site::sound().with(MARRIAGE, bare());
    let ran = site.run(&["check", "--as-of", "2026-11-22"]);
    assert_eq!((ran.code, ran.out.matches("N312").count()), (0, 7), "{}", ran.out);
    assert_eq!(site.run(&["build", "--as-of", "2026-11-22"]).code, 0);
    let page = site.page(PAGE);
    let quotes = |letter: &str| {
        let quote = format!("<q class=\"as\">Chưa rõ {letter}</q>");
        let each = page.split(quote.as_str()).skip(1);
        each.inspect(|rest| {
            let note = rest.trim_start_matches([' ', '\n']).trim_start_matches("<small>");
            assert!(note.starts_with("(nguyên văn quyết định công bố)"), "{letter}: {note:.60}");
        })
        .count()
    };
    // In the box on top and again in the section below: the body, the limit, the papers.
    for (letter, times) in [("a", 2), ("b", 1), ("c", 2), ("d", 1), ("đ", 1), ("e", 1), ("g", 2)] {
        assert_eq!(quotes(letter), times, "{letter}");
    }
    assert!(page.contains("Không có trang nộp riêng"));
    assert!(page.contains("<li>Nộp hồ sơ."), "a step that names nobody says only what is done");
    assert!(!page.contains("Được ủy quyền"), "what was not said is not said to be none");
}

#[test]
fn none_is_a_statement_and_silence_is_not() {
    let none = procedure("Kết hôn", "").replace("file_sets: 1", "file_sets: none");
    let papers = none.find("cases:").unwrap()..none.find("conditions:").unwrap();
    let mut text = none;
    text.replace_range(papers.clone(), "cases: none\n");
    let site = Site::sound().with(MARRIAGE, &text);
    assert_eq!(site.run(&["build", "--as-of", "2026-11-22"]).code, 0);
    let page = site.page(PAGE);
    // In the box and in the section.
    assert_eq!(page.matches("Không cần giấy tờ").count(), 2);
    assert!(page.contains("Số lượng hồ sơ: không có."));
    text.replace_range(papers.start..papers.start + "cases: none\n".len(), "");
    site.put(MARRIAGE, &text);
    assert_eq!(
        site.run(&["build", "--as-of", "2026-11-22"]).code,
        0,
        "this law does not ask for it"
    );
    let page = site.page(PAGE);
    assert!(!page.contains("Không cần giấy tờ") && page.contains("Không nêu"));
}

#[test]
fn fees_that_are_not_said_are_never_free() {
    // Two ways to file, of which one names its fee, under a law that does not ask for it.
    let ways = "  - {id: q, kind: counter, limit: 3 working_days}\n  \
                - {id: t, kind: post, limit: 3 working_days, fees: [{id: f, kind: fee, amount: 8000 VND}]}\n";
    let text = procedure("Kết hôn", "");
    let start = text.find("channels:\n").unwrap() + "channels:\n".len();
    let end = text.find("file_sets:").unwrap();
    let text = format!("{}{ways}{}", &text[..start], &text[end..]);
    let law = "citation: \"NĐ 63\"\nparts:\n  - {part: name, stated: true}\n";
    let site = Site::sound().with(MARRIAGE, &text).with("law/required-parts.yaml", law);
    assert_eq!(site.run(&["build", "--as-of", "2026-11-22"]).code, 0);
    let page = site.page(PAGE);
    assert!(page.contains("<small>Tại quầy:</small> Không nêu</dd>"), "{page}");
    assert!(page.contains("<small>Qua bưu chính:</small> 8.000 đồng"), "{page}");
    assert_eq!(page.matches("<p>Chưa nêu; ông/bà hỏi nơi tiếp nhận trước khi nộp</p>").count(), 1);
    assert!(!page.contains("Miễn phí") && !page.contains("Không thu phí"));
    // The law that asks for it makes it an error, channel by channel.
    let law = "citation: \"NĐ 63\"\nparts:\n  - {part: fees, stated: or_none}\n";
    site.put("law/required-parts.yaml", law);
    let ran = site.run(&["check", "--as-of", "2026-11-22"]);
    assert_eq!((ran.code, ran.out.matches("N302").count()), (1, 1), "{}", ran.out);
    assert!(ran.out.contains("fees: none"), "{}", ran.out);
}

#[test]
fn an_agency_says_that_its_own_fee_is_none_and_never_by_an_empty_list() {
    const OFFERING: &str = "agencies/xa-thu/offerings/1.000894.yaml";
    let site = Site::sound().with(OFFERING, "fees: {tai-quay: []}\n");
    let ran = site.run(&["check", "--as-of", "2026-11-22"]);
    assert!(ran.code == 1 && ran.out.contains("N302"), "{}", ran.out);
    site.put(OFFERING, "fees: {tai-quay: none}\n");
    assert_eq!(site.run(&["build", "--as-of", "2026-11-22"]).code, 0);
    let page = site.page("don-vi/xa-thu/thu-tuc/1.000894.html");
    assert!(page.contains("Không thu phí, lệ phí"), "{page}");
    site.put(OFFERING, "fees: {tai-quay: {as_announced: \"Chưa rõ h\"}}\n");
    assert_eq!(site.run(&["build", "--as-of", "2026-11-22"]).code, 0);
    let page = site.page("don-vi/xa-thu/thu-tuc/1.000894.html");
    assert_eq!(page.matches("<q class=\"as\">Chưa rõ h</q>").count(), 2, "{page}");
}
