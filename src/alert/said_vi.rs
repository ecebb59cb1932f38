//! Messages in Vietnamese.

use super::letter::Said;
use super::{Names, Told};
use crate::diagnostic::Tongue;
use crate::feedback::alert::{Digest, Facts, MatterTally};

const TONGUE: Tongue = Tongue::Vietnamese;

/// A message in words.
pub(super) fn say(told: &Told, names: &Names<'_>) -> Said {
    let agency = names.agency(&told.agency, TONGUE);
    let counter = |counter| names.counter(&told.agency, counter, TONGUE);
    let (subject, mut lines) = match &told.facts {
        Facts::New(new) => {
            let total = new.brought.total() + new.reopened + new.held;
            let mut lines = vec![format!("{agency} vừa nhận:")];
            lines.extend(by_kind(new.brought));
            some(&mut lines, new.reopened, "việc được người gửi đề nghị xem lại");
            some(
                &mut lines,
                new.held,
                "mục có vẻ do chương trình máy gửi, cần xem trước khi xử lý",
            );
            (format!("{agency}: {total} việc mới"), lines)
        }
        Facts::Due { until, due } => {
            let lead =
                format!("{agency} có việc đến hạn vào hoặc trước ngày {}:", until.vietnamese());
            let mut lines = vec![lead];
            lines.extend(by_kind(*due));
            (format!("{agency}: {} việc sắp đến hạn", due.total()), lines)
        }
        Facts::Overdue { newly, all } => {
            let mut lines = vec![format!("{agency} có việc vừa quá hạn:")];
            lines.extend(by_kind(*newly));
            lines.push(format!("Tổng số việc đang quá hạn: {}.", all.total()));
            (format!("{agency}: {} việc vừa quá hạn", newly.total()), lines)
        }
        Facts::Silent { counter: id, silence } => {
            let name = counter(id);
            let lines = vec![
                format!(
                    "{name} ({agency}) đã {} ngày làm việc liền không có đánh giá nào.",
                    silence.days
                ),
                format!(
                    "Trước đó có đánh giá trong {} trên {} ngày làm việc; một quầy như vậy vắng lâu thế do \
                     ngẫu nhiên thì chưa tới một phần nghìn số lần.",
                    silence.rated, silence.before
                ),
                "Đề nghị ông/bà xem tờ mã ở quầy còn đó và quét được không, thiết bị có bật không."
                    .into(),
            ];
            (format!("{name}: không còn đánh giá"), lines)
        }
        Facts::Falling { counter: id, fall } => {
            let name = counter(id);
            let (now, before) = (fall.now, fall.before);
            let lines = vec![
                format!("Tỷ lệ hài lòng ở {name} ({agency}) giảm:"),
                format!("- 10 ngày làm việc gần đây: {} % của {} lượt trả lời", now.percent(), now.n),
                format!("- 60 ngày làm việc trước đó: {} % của {} lượt trả lời", before.percent(), before.n),
                "Mức giảm này lớn hơn mức mà ngẫu nhiên giải thích được. Nó chưa nói vì sao: người đến, \
                 thủ tục theo mùa, cách hỏi có thể đã khác."
                    .into(),
            ];
            (format!("{name}: tỷ lệ hài lòng giảm"), lines)
        }
        Facts::Burst { counters } => {
            let total: u64 = counters.iter().map(|(_, n)| n).sum();
            let mut lines = vec![format!(
                "{agency}: {total} đánh giá đến dồn dập hơn mức một quầy phục vụ được, đang để riêng chờ xem:"
            )];
            lines.extend(counters.iter().map(|(id, n)| format!("- {}: {n}", counter(id))));
            (format!("{agency}: {total} đánh giá dồn dập"), lines)
        }
        Facts::Daily(one) => {
            let subject = format!("{agency}: tổng hợp ngày {}", one.until.vietnamese());
            (subject, digest(&agency, one))
        }
        Facts::Weekly(one) => {
            let subject = format!("{agency}: tổng hợp tuần đến ngày {}", one.until.vietnamese());
            (subject, digest(&agency, one))
        }
        Facts::Test => {
            let line =
                "Đây là thư thử. Nhận được thư này nghĩa là đường gửi thông báo đang hoạt động.";
            ("thư thử".into(), vec![line.into()])
        }
    };
    lines.push(String::new());
    lines.push(format!("Bàn làm việc: {}", names.desk(TONGUE)));
    lines.push(String::new());
    if told.may_be_repeated {
        lines.push(
            "Lưu ý: lần gửi trước không rõ kết quả, nên có thể ông/bà đã nhận thông báo này."
                .into(),
        );
    }
    lines.push(
        "Thông báo tự động, chỉ có số lượng, không có nội dung người dân gửi. Không cần trả lời; muốn ngừng \
         nhận, đề nghị ông/bà báo người quản trị hệ thống."
            .into(),
    );
    Said { subject, lines }
}

fn digest(agency: &str, digest: &Digest) -> Vec<String> {
    let (from, until) = (digest.from.vietnamese(), digest.until.vietnamese());
    let days =
        if from == until { format!("Ngày {from}") } else { format!("Từ {from} đến {until}") };
    let mut lines = vec![format!("{agency}. {days} đã nhận:")];
    let brought = by_kind(digest.brought);
    if brought.is_empty() {
        lines.push("- không có phản ánh, báo tin nào".into());
    }
    lines.extend(brought);
    lines.push(match digest.held {
        0 => format!("- {} đánh giá", digest.ratings),
        held => format!("- {} đánh giá, và {held} đang để riêng chờ xem", digest.ratings),
    });
    lines.push(format!(
        "Hiện nay: {} việc chưa xong, trong đó {} quá hạn, {} sắp đến hạn.",
        digest.open.total(),
        digest.overdue.total(),
        digest.due.total()
    ));
    lines
}

fn by_kind(tally: MatterTally) -> Vec<String> {
    let mut lines = Vec::new();
    some(&mut lines, tally.petitions, "phản ánh, kiến nghị");
    some(&mut lines, tally.reports, "báo tin");
    some(&mut lines, tally.page_errors, "góp ý trang sai");
    lines
}

fn some(lines: &mut Vec<String>, n: u64, of: &str) {
    if n > 0 {
        lines.push(format!("- {n} {of}"));
    }
}
