//! What an operator is told to do when a disk is full, whatever was being done.

use crate::diagnostic::Tongue;
use crate::store::is_for_want_of_room;

/// What to do, if this error comes of a full disk.
pub(super) fn advice(tongue: Tongue, error: &anyhow::Error) -> Option<&'static str> {
    is_for_want_of_room(error.as_ref()).then_some(match tongue {
        Tongue::Vietnamese => {
            "Ổ đĩa đã đầy. Những gì đã giữ trước đó vẫn còn nguyên. Hãy dọn chỗ trên ổ đĩa ấy, hoặc chọn nơi ở ổ \
             đĩa khác, rồi làm lại; sao lưu cần chỗ trống gấp hai lần cơ sở dữ liệu."
        }
        Tongue::English => {
            "The disk is full. What was kept before is still whole. Make room on that disk, or choose a place on \
             another, and do it again; a backup needs room for the database twice."
        }
    })
}
