//! A bulletin for the terminal, in the operator's tongue: figures with all that must stand beside them, what is
//! withheld and why, and what else whoever publishes must know.

use std::fmt::Write;

use crate::diagnostic::Tongue;
use crate::feedback::SurveyStatus;
use crate::publication::results::{
    Bulletin, DrawingNote, Drawn, PublishedCell, SurveyResults, Topic,
};
use crate::text::{NumberStyle, Text};

/// Why no draft was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    NotOver,
    NoRatings,
    Signed,
}

/// The whole bulletin.
pub(super) fn bulletin(tongue: Tongue, drawn: &Drawn) -> String {
    let bulletin = &drawn.bulletin;
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = match tongue {
        Tongue::Vietnamese => writeln!(
            out,
            "Kết quả kỳ {}, lập ngày {}",
            bulletin.period,
            bulletin.drawn_on.vietnamese()
        ),
        Tongue::English => {
            writeln!(out, "Results of {}, drawn on {}", bulletin.period, bulletin.drawn_on)
        }
    };
    if bulletin.surveys.is_empty() {
        out.push_str(match tongue {
            Tongue::Vietnamese => "Không có lượt đánh giá nào trong kỳ.\n",
            Tongue::English => "There are no ratings in this period.\n",
        });
    }
    for results in &bulletin.surveys {
        survey(&mut out, tongue, bulletin, results);
    }
    out.push_str(&notes(tongue, drawn));
    out
}

fn survey(out: &mut String, tongue: Tongue, bulletin: &Bulletin, results: &SurveyResults) {
    let SurveyResults { name, version, basis, .. } = results;
    let name = name.original();
    let _ = match tongue {
        Tongue::Vietnamese => writeln!(out, "\n{name}, phiên bản {version}; cách tính {basis}"),
        Tongue::English => writeln!(out, "\n{name}, version {version}; {basis}"),
    };
    if results.status == SurveyStatus::Reference {
        let citation = results.citation.as_ref().map(Text::original).unwrap_or_default();
        let _ = match tongue {
            Tongue::Vietnamese => writeln!(
                out,
                "Theo bộ tiêu chí tham khảo SIPAS ({citation}); không phải Chỉ số SIPAS do Bộ Nội vụ công bố."
            ),
            Tongue::English => writeln!(
                out,
                "By criteria taken from SIPAS for reference ({citation}); not the SIPAS index of the Ministry of Home Affairs."
            ),
        };
    }
    for cell in &results.cells {
        let called = bulletin.name_of(&cell.unit).map(Text::original).unwrap_or_default();
        let _ = writeln!(out, "\n  {called} [{}] {}", cell.unit, cell.ways);
        figures(out, tongue, results, cell);
    }
    for placing in &results.placings {
        let _ = match tongue {
            Tongue::Vietnamese => writeln!(
                out,
                "\n  So với toàn trang ({}), đã tính đến {} phép so sánh:",
                placing.ways, placing.comparisons
            ),
            Tongue::English => writeln!(
                out,
                "\n  Against the whole ({}), {} comparisons allowed for:",
                placing.ways, placing.comparisons
            ),
        };
        let names = match tongue {
            Tongue::Vietnamese => ["cao hơn", "chưa khác biệt", "thấp hơn"],
            Tongue::English => ["higher", "not different", "lower"],
        };
        for (name, group) in names.iter().zip([&placing.higher, &placing.same, &placing.lower]) {
            let ids: Vec<&str> = group.iter().map(crate::text::Slug::as_str).collect();
            let _ = writeln!(
                out,
                "    {name}: {}",
                if ids.is_empty() { "–".into() } else { ids.join(", ") }
            );
        }
    }
}

fn figures(out: &mut String, tongue: Tongue, results: &SurveyResults, cell: &PublishedCell) {
    let style = match tongue {
        Tongue::Vietnamese => NumberStyle::VIETNAMESE,
        Tongue::English => NumberStyle::ENGLISH,
    };
    let topic_name = |topic: &Topic| match (tongue, topic) {
        (Tongue::Vietnamese, Topic::Ratings) => "Số lượt đánh giá".to_owned(),
        (Tongue::English, Topic::Ratings) => "Ratings".to_owned(),
        (Tongue::Vietnamese, Topic::Whole) => "Chung các tiêu chí".to_owned(),
        (Tongue::English, Topic::Whole) => "All criteria".to_owned(),
        (Tongue::Vietnamese, Topic::ExtraTrips) => "Phải đi lại thêm nhiều nhất một lần".to_owned(),
        (Tongue::English, Topic::ExtraTrips) => "At most one extra trip".to_owned(),
        _ => results.topic_name(topic).map(|text| text.original().to_owned()).unwrap_or_default(),
    };
    if let Some(ratings) = cell.ratings {
        let _ = writeln!(out, "    {}: {}", topic_name(&Topic::Ratings), style.whole(ratings));
    }
    for one in &cell.figures {
        let [percent, low, high] = [one.percent, one.low, one.high].map(|one| one.written(style));
        let indent = if matches!(one.of, Topic::Question(_)) { "      " } else { "    " };
        let _ = writeln!(
            out,
            "{indent}{percent} % ({low} – {high}), n = {}: {}",
            style.whole(one.n),
            topic_name(&one.of)
        );
    }
    let hidden: Vec<String> = cell.withheld.iter().map(topic_name).collect();
    if !hidden.is_empty() {
        let _ = match tongue {
            Tongue::Vietnamese => {
                writeln!(out, "    không hiển thị do ít lượt: {}", hidden.join("; "))
            }
            Tongue::English => {
                writeln!(out, "    withheld because of too few answers: {}", hidden.join("; "))
            }
        };
    }
}

/// What is withheld in all, and everything else to know.
pub(super) fn notes(tongue: Tongue, drawn: &Drawn) -> String {
    let bulletin = &drawn.bulletin;
    let cells = bulletin.surveys.iter().flat_map(|results| &results.cells);
    let withheld: usize = cells.map(|cell| cell.withheld.len()).sum();
    let threshold = bulletin.threshold;
    let mut out = String::new();
    if withheld > 0 {
        let _ = match tongue {
            Tongue::Vietnamese => writeln!(
                out,
                "\nKhông hiển thị {withheld} số liệu: có dưới {threshold} lượt trả lời, hoặc nếu hiển thị thì tính ra được số của ô dưới {threshold} lượt, tính cả các bản tin đã đăng."
            ),
            Tongue::English => writeln!(
                out,
                "\n{withheld} figures are withheld: they have fewer than {threshold} answers, or one that has would follow from them and from what was published before."
            ),
        };
    }
    for note in &drawn.notes {
        let said = match tongue {
            Tongue::Vietnamese => match note {
                DrawingNote::UnknownVersion { survey, version, ratings } => format!(
                    "{ratings} lượt trả lời phiếu {survey} phiên bản {version}, nay không còn trong surveys/: không tính được, và không cộng chung với phiên bản khác."
                ),
                DrawingNote::MethodUnfit { survey, method } => format!(
                    "Cách tính {} không hợp với các câu hỏi của phiếu {survey}, nên phiếu này không có kết quả.",
                    method.id()
                ),
                DrawingNote::CountChanged { unit, period } => format!(
                    "Số lượt của {unit} kỳ {period} nay khác số đã đăng (có lượt đến sau): số đã đăng giữ nguyên, và ẩn thêm những ô mà từ đó tính ra được các lượt đến sau."
                ),
                DrawingNote::Exposed { cells } => format!(
                    "CHÚ Ý: {cells} ô ít lượt tính ra được ngay từ những gì đã đăng trước đây, dù nay ẩn hay không. Cần báo người phụ trách."
                ),
                DrawingNote::UnknownUnit { unit } => format!(
                    "{unit} có lượt đánh giá nhưng không có trong nội dung (đã ngừng?): hiện bằng mã. Có thể sửa tên trong bản nháp trước khi ký."
                ),
            },
            Tongue::English => match note {
                DrawingNote::UnknownVersion { survey, version, ratings } => format!(
                    "{ratings} ratings answered survey {survey} version {version}, which is no longer in surveys/: they cannot be scored, and versions are not added up."
                ),
                DrawingNote::MethodUnfit { survey, method } => format!(
                    "The method {} does not fit the questions of survey {survey}, so it has no results.",
                    method.id()
                ),
                DrawingNote::CountChanged { unit, period } => format!(
                    "The ratings of {unit} in {period} are others now than were published (some came late): what was published stays, and whatever would tell of the late ones is withheld."
                ),
                DrawingNote::Exposed { cells } => format!(
                    "ATTENTION: {cells} small cells follow from what was published before, whatever is withheld now. Somebody responsible must be told."
                ),
                DrawingNote::UnknownUnit { unit } => format!(
                    "{unit} has ratings and is not in the content (closed?): it is shown by its id. Its name may be mended in the draft before it is signed."
                ),
            },
        };
        let _ = writeln!(out, "- {said}");
    }
    out
}

/// Why no draft was written.
pub(super) fn refused(tongue: Tongue, refusal: Refusal, stem: &str) -> String {
    match (tongue, refusal) {
        (Tongue::Vietnamese, Refusal::NotOver) => format!(
            "Không lập bản nháp {stem}: kỳ này chưa kết thúc. Số liệu giữa kỳ không được công bố."
        ),
        (Tongue::English, Refusal::NotOver) => format!(
            "No draft of {stem}: the period is not over, and such figures are not published."
        ),
        (Tongue::Vietnamese, Refusal::NoRatings) => {
            format!("Không lập bản nháp {stem}: kỳ này không có lượt đánh giá nào.")
        }
        (Tongue::English, Refusal::NoRatings) => {
            format!("No draft of {stem}: there are no ratings in it.")
        }
        (Tongue::Vietnamese, Refusal::Signed) => format!(
            "Không lập lại {stem}: bản tin kỳ này đã ký và đã đăng. Đăng lại với số khác sẽ lộ ý kiến của các lượt đến sau."
        ),
        (Tongue::English, Refusal::Signed) => format!(
            "{stem} is signed and published already. Shown anew with other counts, it would tell what those who came later answered."
        ),
    }
}

/// That a draft was written, and what comes next.
pub(super) fn written(tongue: Tongue, path: &str) -> String {
    match tongue {
        Tongue::Vietnamese => format!(
            "Đã ghi bản nháp {path}.\nXem lại, thêm `measures` nếu có, rồi ký: niemyet results sign {path} --by \"Họ tên, chức vụ\""
        ),
        Tongue::English => format!(
            "The draft is written: {path}.\nLook it through, add `measures` if there are any, and sign: niemyet results sign {path} --by \"Name, position\""
        ),
    }
}

/// That there is no such agency.
pub(super) fn no_agency(tongue: Tongue, id: &str) -> String {
    match tongue {
        Tongue::Vietnamese => format!("không có cơ quan {id}"),
        Tongue::English => format!("there is no agency {id}"),
    }
}

/// That a file is no bulletin of this content folder.
pub(super) fn no_bulletin(tongue: Tongue, file: &str) -> String {
    match tongue {
        Tongue::Vietnamese => {
            format!("{file} không phải là bản tin trong thư mục bulletins/ của nội dung này")
        }
        Tongue::English => format!("{file} is no bulletin in bulletins/ of this content"),
    }
}

/// How many people to ask of so many transactions.
pub(super) fn sample_size(tongue: Tongue, transactions: u64, size: u64) -> String {
    let (style, english) = (NumberStyle::VIETNAMESE, NumberStyle::ENGLISH);
    match tongue {
        Tongue::Vietnamese => format!(
            "Với {} lượt giao dịch cần hỏi {} người, chọn ngẫu nhiên: n = N / (1 + N·e²), theo Công văn 1159/BNV-CCHC \
             năm 2014. Số này để lập kế hoạch khảo sát; người tự quét mã không phải là mẫu ngẫu nhiên.",
            style.whole(transactions),
            style.whole(size)
        ),
        Tongue::English => format!(
            "Of {} transactions ask {}, drawn at random: n = N / (1 + N·e²), as Official letter 1159/BNV-CCHC of 2014 \
             has it. It plans a survey; people who scan a code by themselves are no random sample.",
            english.whole(transactions),
            english.whole(size)
        ),
    }
}
