//! Small records in our own words with the shape and the defects of real ones.

use super::{Proposal, Settings, portal_records, propose};
use crate::content::{Shelf, Written};
use crate::diagnostic::{Doubt, Problem, Report};

const CLEAN: &str = r#"{"code":"1.000001","name":"Cấp giấy thử","decision_no":"12/QĐ-BTP","levels":["Cấp xã"],"kind":"Loại khác","field":"Việc thử","applicants":["Công dân Việt Nam"],"competent_authority":"Ủy ban nhân dân cấp xã","steps":"Bước 1: Nộp\nBước 2: Nhận","methods":[{"channel":"Trực tiếp","duration":3,"unit":"Ngày làm việc","fees":[{"text":"Miễn phí","amount":0,"currency":"VND"}]},{"channel":"Trực tuyến","duration":3,"unit":"Ngày làm việc","fees":[{"text":"8,000 VNĐ","amount":8000,"currency":"VND"}]}],"documents":[{"case":null,"items":[{"name":"Tờ khai","originals":1,"copies":0}]}],"conditions":"Không","results":[{"name":"Giấy thử","code":"KQ.G1.000001"}],"legal_refs":["1/2020/NĐ-CP"]}"#;

const DOUBTFUL: &str = r#"{"code":"1.000002","name":"Cấp lại giấy thử","decision_no":"12","levels":["Cấp xã","Cơ quan khác"],"field":"việc thử","applicants":["Công dân Việt Nam"],"steps":"Nộp rồi nhận","methods":[{"channel":"Trực tiếp","duration":1,"fees":[{"text":"20 VNĐ","amount":20,"currency":"VND","note":"20.000 đồng/tờ"}]},{"channel":"Trực tiếp","duration":0.5,"unit":"Ngày","fees":[{"text":"Miễn phí","amount":0,"currency":"VND","note":"Thu 5.000 đồng/bản"}]},{"channel":"Dịch vụ bưu chính","fees":[{"text":"Theo bảng kèm"}]}],"documents":[{"case":"Trường hợp một, gồm: - Đối với trường hợp hai","items":[{"name":"Lưu ý: mang bản gốc","originals":0,"copies":0},{"name":"Đơn","originals":1,"copies":0,"form_file":"Mẫu 1.docxMẫu 2.docx"}]},{"case":null,"items":[{"name":"Đơn","originals":"một","copies":0}],"tail":"còn lại"}],"legal_basis":[{"no":"104","title":"Nghị định thử"},{"no":"Thông tư số 2/2021/TT-BTP","title":"Thông tư thử","date":"02-01-2021","issuer":"Bộ Tư pháp"}]}"#;

fn proposed(text: &str) -> (Proposal, Report) {
    let mut report = Report::default();
    let records = portal_records("a.jsonl", text, &mut report);
    (propose(&records, &Shelf::default(), &Settings::default()), report)
}

fn doubts(proposal: &Proposal) -> Vec<Doubt> {
    let each = proposal.report.diagnostics.iter();
    let mut doubts: Vec<Doubt> = each
        .filter_map(|one| match &one.problem {
            Problem::ToDecide { doubt, .. } => Some(*doubt),
            _ => None,
        })
        .collect();
    doubts.sort();
    doubts
}

#[test]
fn a_clean_record_becomes_a_file_without_a_doubt() {
    let (proposal, report) = proposed(CLEAN);
    assert!(report.diagnostics.is_empty() && doubts(&proposal).is_empty());
    let names: Vec<&str> = proposal.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["fields.yaml", "law/acts-nhap.yaml", "procedures/viec-thu/1.000001.yaml"]);
    let text = &proposal.files[2].after;
    for line in [
        "# yaml-language-server: $schema=../../.schema/procedure.json\n# Nhập từ a.jsonl, dòng 1.",
        "level: [commune]\nkind: other\napplicants: [citizen]\n",
        "  - id: buoc-2\n    position: none\n    action: \"Bước 2: Nhận\"\n",
        "    limit: 3 working_days\n    fees: none\n",
        "        amount: 8000 VND\n",
        "        originals: 1\n",
        "conditions: none\n",
        "  - id: kq-g1-000001\n",
        "acts: [\"1/2020/NĐ-CP\"]\n",
    ] {
        assert!(text.contains(line), "{line}\n---\n{text}");
    }
}

#[test]
fn what_is_doubtful_is_quoted_and_noted_place_by_place() {
    let (proposal, _) = proposed(DOUBTFUL);
    let mut wanted = vec![
        Doubt::DroppedThousands,
        Doubt::FreeWithSum,
        Doubt::UnreadAmount,
        Doubt::NoUnit,
        Doubt::UnreadLimit,
        Doubt::SeveralSituations,
        Doubt::UnnamedSituation,
        Doubt::UnreadRest,
        Doubt::RemarkAsPaper,
        Doubt::RemarkAsPaper,
        Doubt::UnreadCount,
        Doubt::SeveralForms,
        Doubt::UnreadAct,
        Doubt::UnreadDecision,
        Doubt::UnknownWord,
    ];
    wanted.sort();
    assert_eq!(doubts(&proposal), wanted);
    let file = proposal.files.iter().find(|file| file.name.starts_with("procedures/")).unwrap();
    let written = Written::read(&file.after).unwrap();
    let channels = written.get("channels").unwrap().items();
    assert_eq!(channels[0].get("limit"), Some(&Written::as_announced("1")));
    assert_eq!(channels[0].get("fees").unwrap().items()[0].text("as_announced"), Some("20 VNĐ"));
    assert_eq!(channels[1].text("id"), Some("truc-tiep-2"));
    // All but the remark, which `check` tells by itself.
    assert_eq!(written.get("to_decide").unwrap().items().len(), wanted.len() - 2);
    let acts = proposal.files.iter().find(|file| file.name.starts_with("law/")).unwrap();
    assert!(acts.after.contains("{id: \"2/2021/TT-BTP\", title: \"Thông tư thử\", issuer: \"Bộ Tư pháp\", issued: 2021-01-02}"), "{}", acts.after);
}

#[test]
fn a_bad_line_is_told_and_the_others_come_through() {
    let text = format!("{CLEAN}\n{{nhầm\n\n{{\"code\":\"1.000003\"}}\n{CLEAN}\n{DOUBTFUL}\n");
    let (proposal, report) = proposed(&text);
    let told: Vec<(u32, String)> =
        report.diagnostics.iter().map(|one| (one.place.line, one.code().to_string())).collect();
    let code = |line, code: &str| (line, code.to_owned());
    assert_eq!(told, [code(2, "N902"), code(4, "N902"), code(5, "N903")]);
    let procedures =
        proposal.files.iter().filter(|file| file.name.starts_with("procedures/viec-thu/"));
    assert_eq!(procedures.count(), 2);
}
