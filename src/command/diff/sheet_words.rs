//! What sheets and stages are called in reports, in both tongues.

use crate::change::Stage;
use crate::diagnostic::Tongue;
use crate::print::SheetKind;

/// The kind of a sheet.
pub(super) fn sheet_kind(kind: SheetKind, tongue: Tongue) -> &'static str {
    let [vi, en] = match kind {
        SheetKind::Poster => ["tờ mã quầy", "counter poster"],
        SheetKind::Tent => ["biển mã để bàn", "desk tent"],
        SheetKind::Labels => ["nhãn mã", "labels"],
        SheetKind::Board => ["bảng niêm yết", "notice board"],
        SheetKind::Procedure => ["tờ thủ tục", "procedure sheet"],
        SheetKind::Survey => ["phiếu khảo sát giấy", "survey slip"],
        SheetKind::Slips => ["phiếu mã dùng một lần", "slips with one-time codes"],
        SheetKind::Notice => ["tờ nơi tiếp nhận phản ánh", "petition notice"],
    };
    if tongue == Tongue::Vietnamese { vi } else { en }
}

/// What became of a procedure or an agency as a whole; none where it only changed.
pub(super) fn stage(stage: Stage, tongue: Tongue) -> Option<&'static str> {
    let [vi, en] = match stage {
        Stage::New => ["bắt đầu áp dụng", "begins"],
        Stage::Changed => return None,
        Stage::Ended => ["hết hiệu lực", "is no longer in force"],
        Stage::Removed => ["không còn trên trang", "is no longer on the site"],
    };
    Some(if tongue == Tongue::Vietnamese { vi } else { en })
}
