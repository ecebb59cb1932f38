//! Finds the places in a rating page that a host fills for each request: the key and the stamp,
//! which the template prints as runs of zeros of fixed width.

use crate::release::{Slot, SlotKind};

/// The attribute that holds the key of a page that serves everybody.
const KEY: &[u8] = b"value=\"00000000000000000000000000000000\"";

/// The attribute that holds its stamp.
const STAMP: &[u8] = b"value=\"0000000000000000000000000000000000000000000000000000000000000000\"";

/// The slots of a page, in order; none where the template does not print them.
pub(super) fn find(page: &[u8]) -> Vec<Slot> {
    let mut slots: Vec<_> = [(KEY, SlotKind::Key), (STAMP, SlotKind::Time)]
        .into_iter()
        .filter_map(|(attribute, kind)| slot(page, attribute, kind))
        .collect();
    slots.sort_unstable_by_key(|slot| slot.offset);
    slots
}

fn slot(page: &[u8], attribute: &[u8], kind: SlotKind) -> Option<Slot> {
    let at = page.windows(attribute.len()).position(|window| window == attribute)?;
    let quote = "value=\"".len();
    let offset = u32::try_from(at + quote).ok()?;
    let len = u16::try_from(attribute.len() - quote - 1).ok()?;
    Some(Slot { offset, len, kind })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_lie_between_the_quotes() {
        let page = format!("<i value=\"{}\"><i value=\"{}\">", "0".repeat(32), "0".repeat(64));
        let slots = find(page.as_bytes());
        assert_eq!((slots[0].offset, slots[0].len, slots[0].kind), (10, 32, SlotKind::Key));
        assert_eq!((slots[1].offset, slots[1].len, slots[1].kind), (54, 64, SlotKind::Time));
        assert!(find(b"<i value=\"0000\">").is_empty());
    }
}
