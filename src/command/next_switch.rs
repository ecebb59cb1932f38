//! When the site next changes by the calendar alone, as `build` says it: our host does so by itself, a folder on a plain
//! server is built again on that day.

use crate::diagnostic::Tongue;
use crate::release::Day;
use crate::text::Date;

/// A line of its own.
pub(super) fn said(day: Day, tongue: Tongue) -> String {
    // Day 0 is 1970-01-01 in both counts.
    let Ok(epoch) = Date::new(1970, 1, 1) else { return String::new() };
    let day = epoch.plus_days(day.0);
    match tongue {
        Tongue::Vietnamese => format!(
            "\nNgày trang tự đổi tiếp theo: {} (`serve` tự đổi lúc 0 giờ; thư mục site/ đặt trên máy chủ \
             khác thì dựng lại bằng `niemyet build --as-of {day}`)",
            day.vietnamese()
        ),
        Tongue::English => format!(
            "\nNext switch: {day} (`serve` changes over at midnight; a folder on another server is built \
             again with `niemyet build --as-of {day}`)"
        ),
    }
}
