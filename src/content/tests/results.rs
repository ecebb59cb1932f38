//! What is published back: bulletins that were signed, changed, drawn too early or made up; files in time that do not
//! add up; official indices.

use super::Folder;
use crate::content::write_bulletin;
use crate::content::{ReadingOptions, read, sign_file};
use crate::feedback::SurveyStatus;
use crate::feedback::satisfaction::{
    Aggregate, Basis, IntervalRule, Method, ReportingPeriod, Share, Ways,
};
use crate::publication::Publication;
use crate::publication::results::{
    AskedQuestion, Bulletin, CorrectiveMeasure, NamedUnit, Percent, PublishedCell, PublishedFigure,
    Signature, SurveyResults, Topic, Unit,
};
use crate::text::{Date, Slug, Text};

const FILE: &str = "bulletins/2026-q3.yaml";

fn slug(id: &str) -> Slug {
    Slug::parse(id).unwrap()
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn cell(unit: Unit, hits: u64, n: u64) -> PublishedCell {
    let share = Share::of(hits, n).unwrap();
    let figure = PublishedFigure {
        of: Topic::Question(slug("hai-long")),
        percent: Percent::nearest(share.percent),
        low: Percent::nearest(share.interval.low),
        high: Percent::nearest(share.interval.high),
        rule: IntervalRule::Wilson,
        n,
        least: n,
        answers: n,
        criteria: 1,
        asked: 1,
    };
    let ways = Ways::parse("qr/open").unwrap();
    PublishedCell { unit, ways, ratings: Some(n), figures: vec![figure], withheld: vec![] }
}

fn bulletin() -> Bulletin {
    let counter = Unit::Counter(slug("tinh"), slug("quay-1"));
    let units =
        [(Unit::Site, "Niêm yết"), (Unit::Agency(slug("tinh")), "Tỉnh"), (counter, "Quầy 1")];
    Bulletin {
        period: ReportingPeriod::Quarter(2026, 3),
        agency: None,
        drawn_on: day("2026-10-02"),
        threshold: 10,
        target: Percent::parse("90").ok(),
        units: units
            .iter()
            .map(|(unit, name)| NamedUnit { unit: unit.clone(), name: Text::new(*name) })
            .collect(),
        surveys: vec![SurveyResults {
            survey: slug("nhanh"),
            version: 1,
            name: Text::new("Nhanh"),
            status: SurveyStatus::Local,
            citation: None,
            basis: Basis { method: Method::Top2, aggregate: Aggregate::CriteriaMean },
            factors: Vec::new(),
            questions: vec![AskedQuestion {
                id: slug("hai-long"),
                factor: None,
                ask: Text::new("Ông/bà hài lòng không?"),
            }],
            cells: units.iter().map(|(unit, _)| cell(unit.clone(), 27, 30)).collect(),
            placings: Vec::new(),
        }],
        measures: vec![CorrectiveMeasure {
            id: slug("them-ghe"),
            unit: Unit::Agency(slug("tinh")),
            survey: slug("nhanh"),
            criterion: slug("hai-long"),
            cause: Text::new("Thiếu ghế chờ: \"đông\""),
            measure: Text::new("Thêm 20 ghế"),
            answerable: Text::new("Giám đốc Trung tâm"),
            until: day("2027-01-31"),
            outcome: None,
            quote: Some(Text::new("Đứng chờ lâu.")),
        }],
        signature: None,
    }
}

fn drawn() -> Folder {
    Folder::sound().with(FILE, write_bulletin(&bulletin()))
}

fn signed(folder: Folder) -> Folder {
    let signature =
        Signature { by: "Trần Thị B, Chánh Văn phòng".into(), on: day("2026-10-05") };
    sign_file(&folder.path(FILE), &signature).unwrap();
    folder
}

fn publication(folder: &Folder) -> Option<Publication> {
    let options = ReadingOptions { today: day("2026-11-22"), keep_going: false, cache: None };
    read(&folder.path(""), &options).publication
}

#[test]
fn a_draft_is_told_and_shown_nowhere_until_somebody_signs() {
    let draft = drawn();
    assert_eq!(draft.found(), ["N701:4"], "{}", draft.messages());
    let found = publication(&draft).unwrap().results;
    assert_eq!((found.bulletins.len(), &found.drafts[..]), (0, &[bulletin()][..]));
    let signed = signed(draft);
    assert_eq!(signed.found(), [""; 0], "{}", signed.messages());
    let mut found = publication(&signed).unwrap().results.bulletins;
    assert_eq!(found[0].signature.take().unwrap().on, day("2026-10-05"));
    assert_eq!(found, [bulletin()]);
}

#[test]
fn a_draft_that_nobody_changed_can_be_signed_by_hand() {
    let hand = "measures:\n";
    let by = "signed_by: \"Trần Thị B\"\nsigned_on: 2026-10-05\nmeasures:\n";
    assert_eq!(drawn().edit(FILE, hand, by).found(), [""; 0]);
    let changed = drawn().edit(FILE, hand, by).edit(FILE, "Thêm 20 ghế", "Thêm 30 ghế");
    assert_eq!(changed.found().len(), 1);
    assert!(changed.found()[0].starts_with("N702:"), "{:?}", changed.found());
    assert!(changed.messages().contains("niemyet results sign"));
    assert!(publication(&changed).is_none());
    let half = drawn().edit(FILE, hand, "signed_by: \"Trần Thị B\"\nmeasures:\n");
    assert_eq!(half.found(), ["N103:0"]);
}

#[test]
fn figures_that_cannot_be_are_told_where_they_stand() {
    let of = |change: &dyn Fn(&mut Bulletin)| {
        let mut bulletin = bulletin();
        change(&mut bulletin);
        let folder = Folder::sound().with(FILE, write_bulletin(&bulletin));
        let codes = folder.found().into_iter();
        codes.map(|one| one[..4].to_owned()).filter(|one| one != "N701").collect::<Vec<_>>()
    };
    assert_eq!(of(&|_| {}), [""; 0]);
    assert_eq!(of(&|one| one.threshold = 5), ["N705"]);
    assert_eq!(
        of(&|one| one.surveys[0].cells[2] = cell(one.units[2].unit.clone(), 4, 9)),
        ["N705", "N705"]
    );
    let percent = |text| Percent::parse(text).unwrap();
    assert_eq!(of(&|one| one.surveys[0].cells[1].figures[0].percent = percent("95")), ["N706"]);
    assert_eq!(of(&|one| one.surveys[0].cells[1].figures[0].high = percent("97")), ["N706"]);
    assert_eq!(of(&|one| one.surveys[0].cells[1].ratings = Some(29)), ["N706"]);
    assert_eq!(
        of(&|one| one.surveys[0].cells[2] = cell(one.units[2].unit.clone(), 30, 40)),
        ["N707"]
    );
    // The agency's only counter is withheld, and the agency is shown.
    let hide = |one: &mut Bulletin, at: usize| {
        one.surveys[0].cells[at].figures.clear();
        one.surveys[0].cells[at].ratings = None;
        one.surveys[0].cells[at].withheld = vec![Topic::Question(slug("hai-long"))];
    };
    assert_eq!(of(&|one| hide(one, 2)), ["N708"]);
    assert_eq!(of(&|one| (1..3).for_each(|at| hide(one, at))), ["N708"]);
    assert_eq!(of(&|one| (0..3).for_each(|at| hide(one, at))), [""; 0]);
    assert_eq!(of(&|one| one.drawn_on = day("2026-09-30")), ["N703"]);
    assert_eq!(of(&|one| drop(one.units.remove(2))), ["N201"]);
    assert_eq!(of(&|one| one.measures[0].criterion = slug("khac")), ["N201"]);
    assert_eq!(of(&|one| one.measures[0].until = day("2026-11-01")), ["N710"]);
    assert_eq!(of(&|one| one.period = ReportingPeriod::Quarter(2026, 2)), ["N704"]);
}

#[test]
fn a_counter_that_was_closed_keeps_its_old_figures() {
    let mut closed = bulletin();
    let unit = Unit::Counter(slug("tinh"), slug("quay-9"));
    closed.units[2].unit = unit.clone();
    closed.surveys[0].cells[2].unit = unit;
    let folder = signed(Folder::sound().with(FILE, write_bulletin(&closed)));
    assert_eq!(folder.found().len(), 1);
    assert!(folder.found()[0].starts_with("N709:"));
    assert_eq!(publication(&folder).unwrap().results.bulletins.len(), 1);
    closed.units[1].unit = Unit::Agency(slug("tinhh"));
    closed.surveys[0].cells[1].unit = Unit::Agency(slug("tinhh"));
    let folder = Folder::sound().with(FILE, write_bulletin(&closed));
    assert!(folder.messages().contains("`tinh`"), "{}", folder.messages());
}

#[test]
fn values_that_are_no_figures_are_told() {
    for (from, to) in [
        ("period: 2026-q3", "period: quý 3"),
        ("target: 90.00", "target: 90,00"),
        ("ways: qr/open", "ways: qr"),
        ("of: question/hai-long", "of: hai-long"),
        ("unit: site", "unit: a/b/c"),
    ] {
        let text = write_bulletin(&bulletin());
        let line = text.lines().position(|line| line.contains(from)).unwrap() + 1;
        let code = format!("N106:{line}");
        let folder = drawn().edit(FILE, from, to);
        assert!(folder.found().contains(&code), "{to}: {:?}", folder.found());
        assert!(!folder.messages().contains("it is not written so"), "{}", folder.messages());
    }
}

const TABLE: &str = "performance/2026-10.csv";
const HEAD: &str = "Ngày;Đơn vị;Lĩnh vực;Tiếp nhận;Trước hạn;Đúng hạn;Quá hạn;Đang giải quyết\n";

#[test]
fn a_table_of_files_in_time_is_read_by_the_names_of_its_columns() {
    let rows =
        "31/10/2026;Tỉnh;Hộ tịch;1.120;800;290;10;20\n10/2026;Tổng cộng;;1.120;800;290;10;20\n";
    let folder = Folder::sound().with(TABLE, format!("{HEAD}{rows}"));
    assert_eq!(folder.found(), [""; 0], "{}", folder.messages());
    let found = publication(&folder).unwrap().results.performance;
    let total = found[0].total(Some(&slug("tinh")));
    assert_eq!((total.received, total.in_time().unwrap().to_string()), (1120, "99.09".into()));
}

#[test]
fn a_table_with_slips_tells_each_at_its_cell() {
    let of = |rows: &str| {
        let report = Folder::sound().with(TABLE, rows).report();
        let each = report.diagnostics.iter();
        each.map(|one| format!("{}:{}:{}", one.code(), one.place.line, one.place.column))
            .collect::<Vec<_>>()
    };
    let row = |row: &str| of(&format!("{HEAD}{row}\n"));
    assert_eq!(of("Đơn vị;Tiếp nhận\nTỉnh;3\n"), ["N711:1:1"]);
    assert_eq!(row("31/10/2026;Tỉnh;Hộ tịch;12,5;8;2;1;1"), ["N712:2:25"]);
    assert_eq!(row("31/11/2026;Tỉnh;Hộ tịch;12;8;2;1;1"), ["N713:2:1"]);
    assert_eq!(row("2026-09-30;Tỉnh;Hộ tịch;12;8;2;1;1"), ["N713:2:1"]);
    assert_eq!(row("10-31-2026;Tỉnh;Hộ tịch;12;8;2;1;1"), ["N713:2:1"]);
    assert_eq!(row("31.10.2026;Tinh;Hộ tịk;12;8;2;1;1"), ["N201:2:17"]);
    assert_eq!(row(";Xã;Hộ tịch;12;8;2;1;1"), ["N201:2:2"]);
    assert_eq!(row(";Tỉnh;Hộ tịch;13;8;2;1;1"), ["N707:2:1"]);
    let twice = ";Tỉnh;Hộ tịch;12;8;2;1;1\n;Tỉnh;ho-tich;12;8;2;1;1\n;Tổng;;20;16;4;2;2";
    assert_eq!(row(twice), ["N202:3:1", "N707:4:1"]);
    assert_eq!(of(""), ["N011:0:0"]);
}

#[test]
fn files_in_time_in_yaml_are_held_to_the_same() {
    let file = "performance/2026-10.yaml";
    let yaml = "period: 2026-10\nrows:\n  - {agency: tinh, field: ho-tich, received: 12, early: 8, on_time: 2, late: 1, in_progress: 1}\n\
                totals:\n  - {received: 12, early: 8, on_time: 2, late: 1, in_progress: 1}\n";
    assert_eq!(Folder::sound().with(file, yaml).found(), [""; 0]);
    let of = |from: &str, to: &str| Folder::sound().with(file, yaml).edit(file, from, to).found();
    assert_eq!(of("period: 2026-10", "period: 2026-11"), ["N704:1"]);
    assert_eq!(of("agency: tinh", "agency: tin"), ["N201:3"]);
    assert_eq!(of("field: ho-tich", "field: dat-dai"), ["N201:3"]);
    assert_eq!(of("early: 8", "early: 7"), ["N707:3", "N707:5"]);
    assert_eq!(of("late: 1", "late: một"), ["N106:3"]);
    assert_eq!(Folder::sound().with("performance/thang-10.yaml", yaml).found(), ["N010:0"]);
}

#[test]
fn an_official_index_names_the_method_of_every_year() {
    let file = "official/sipas.yaml";
    let yaml = "name: \"SIPAS\"\narea: \"Cả nước\"\npublisher: \"Bộ Nội vụ\"\nmethods:\n  - {id: a, name: \"A\"}\n  - {id: b, name: \"B\"}\nyears:\n  \
                - {year: 2022, value: 80.08, method: b, source: \"x\"}\n  - {year: 2021, value: 87.16, method: a, source: \"x\", rank: 3, of: 63}\n";
    let folder = Folder::sound().with(file, yaml);
    assert_eq!(folder.found(), [""; 0], "{}", folder.messages());
    let found = publication(&folder).unwrap().results.official;
    let runs: Vec<usize> = found[0].runs().map(<[_]>::len).collect();
    assert_eq!((found[0].years[0].year, runs), (2021, vec![1, 1]));
    assert_eq!(folder.edit(file, "method: b", "method: c").found(), ["N201:8"]);
    let ranked = Folder::sound().with(file, yaml.replace("rank: 3", "rank: 64")).found();
    assert_eq!(ranked, ["N103:9"]);
}

#[test]
fn a_dialogue_has_questions_with_and_without_answers() {
    let file = "dialogues/2026-12-10-dat-dai.yaml";
    let yaml = "date: 2026-12-10\nhour: \"08:00\"\nagency: tinh\nplace: \"Hội trường\"\ntopic: \"Đất đai\"\nquestions:\n  \
                - {id: mot, ask: \"Bao lâu?\", answer: \"10 ngày.\", answered_by: \"Giám đốc\", answered_on: 2026-12-11}\n  - {id: hai, ask: \"Ở đâu?\"}\n";
    let words = "topic: \"Land\"\nquestions: {mot: {ask: \"How long?\"}, ba: {ask: \"x\"}}\n";
    let folder =
        Folder::sound().with(file, yaml).with("dialogues/2026-12-10-dat-dai.en.yaml", words);
    assert_eq!(folder.found(), ["N204:2"], "{}", folder.messages());
    assert_eq!(folder.edit(file, "agency: tinh", "agency: x").found().len(), 2);
}
