//! The reason given in an apology is read by everybody, so it may point at nobody.

use crate::feedback::personal;

/// The longest reason, in characters.
pub const LONGEST_REASON: usize = 300;

/// Words before a name.
const COURTESY: [&str; 14] = [
    "ông", "bà", "anh", "chị", "cô", "chú", "bác", "em", "cháu", "dân", "bộ", "viên", "chí", "đ/c",
];

/// Names of places that begin with such a word.
const PLACES: [(&str, &str); 1] = [("bà", "Rịa")];

/// Why a reason cannot stand in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReasonFault {
    /// There is none.
    #[error("a reason is missing")]
    Missing,
    /// It is too long, or holds signs that no text has.
    #[error("a reason has at most 300 characters, in one line")]
    Length,
    /// It seems to hold a number or an address of somebody, or a name.
    #[error("the reason seems to name somebody")]
    Personal,
}

/// Whether a reason may stand in the register.
pub fn check_reason(reason: &str) -> Result<(), ReasonFault> {
    if reason.trim().is_empty() {
        return Err(ReasonFault::Missing);
    }
    if reason.chars().count() > LONGEST_REASON || reason.contains(char::is_control) {
        return Err(ReasonFault::Length);
    }
    if personal::is_suspected(reason) || names_somebody(reason) {
        return Err(ReasonFault::Personal);
    }
    Ok(())
}

/// Whether a word that stands before names is followed by one with a capital: `ông Bình`, `công dân Trần Thị Hoa`. Only a
/// suspicion; the officer writes the sentence another way.
pub fn names_somebody(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.windows(2).any(|two| {
        let before = two[0].trim_matches(|sign: char| !sign.is_alphanumeric() && sign != '/');
        let before = before
            .rsplit('/')
            .next()
            .filter(|_| !before.eq_ignore_ascii_case("đ/c"))
            .unwrap_or(before);
        let lower = before.to_lowercase();
        // A sentence may end before the capital.
        let ends = two[0].ends_with(['.', ':', ';', '!', '?']);
        let name = two[1].trim_matches(|sign: char| !sign.is_alphanumeric());
        let capital = name.chars().next().is_some_and(char::is_uppercase);
        let is_short = name.chars().count() > 1 && name.chars().all(char::is_uppercase);
        let is_place = PLACES.contains(&(lower.as_str(), name));
        COURTESY.contains(&lower.as_str()) && capital && !ends && !is_short && !is_place
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_that_point_at_somebody_are_refused() {
        for reason in [
            "Hồ sơ của ông Bình phải xác minh",
            "công dân Trần Thị Hoa nộp thiếu",
            "do cán bộ Nguyễn Văn A nghỉ",
            "đã gọi 0912 345 678",
            "gửi về a@b.vn",
            "do ông/bà Hoa vắng mặt",
        ] {
            assert_eq!(check_reason(reason), Err(ReasonFault::Personal), "{reason}");
        }
        for reason in [
            "Phải xác minh tại địa phương khác",
            "Hệ thống của tỉnh ngừng từ ngày 12/11/2026",
            "Chờ Công an xã Bà Rịa trả lời",
            "Ông/bà đã bổ sung giấy tờ muộn",
            "Chờ ý kiến của cán bộ UBND tỉnh",
            "Thiếu cán bộ. Việc đã giao lại",
        ] {
            assert_eq!(check_reason(reason), Ok(()), "{reason}");
        }
        assert_eq!(check_reason(" "), Err(ReasonFault::Missing));
        assert_eq!(check_reason(&"a".repeat(301)), Err(ReasonFault::Length));
        assert_eq!(check_reason("a\nb"), Err(ReasonFault::Length));
    }
}
