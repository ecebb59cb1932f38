//! What the packer gives is one gzip member that every reader understands, and the same one each time.

use std::io::{Read, Write};
use std::process::Command;
use std::process::Stdio;

use flate2::bufread::GzDecoder;
use proptest::prelude::*;

use super::*;

fn unpacked(packed: &[u8]) -> Vec<u8> {
    let mut reader = GzDecoder::new(packed);
    let mut plain = Vec::new();
    reader.read_to_end(&mut plain).unwrap();
    assert!(reader.into_inner().is_empty(), "one member and nothing after it");
    plain
}

/// A page with a head of about this length.
fn page(head: usize, rest: &str) -> Vec<u8> {
    let rules: Vec<String> =
        (0..head / 16).map(|rule| format!(".r{rule}{{margin:{}px}}", rule % 7)).collect();
    let rules = rules.concat();
    format!("<!doctype html><style>{rules}</style>{rest}").into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_packed_comes_out_again_and_a_used_packer_gives_the_same_bytes(
        pages in prop::collection::vec((0..4_usize, "\\PC{0,400}", 1..40_usize), 1..6),
        noise in prop::collection::vec(any::<u8>(), 0..70_000),
        level in 1..=9_u32,
    ) {
        let used = Packer::new(level);
        let pages = pages.iter().map(|(head, rest, times)| page(head * 15_000, &rest.repeat(*times)));
        for plain in pages.chain([noise.clone(), [page(5_000, ""), noise].concat()]) {
            let packed = used.pack(&plain).unwrap();
            prop_assert_eq!(&unpacked(&packed), &plain);
            prop_assert_eq!(&Packer::new(level).pack(&plain).unwrap(), &packed);
            prop_assert_eq!(used.pack(&plain).unwrap(), packed);
        }
    }
}

#[test]
fn the_head_is_packed_once_for_all_pages_that_begin_so() {
    let packer = Packer::new(1);
    let [one, other] = ["<p>một", "<p>hai"].map(|rest| packer.pack(&page(8_000, rest)).unwrap());
    let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    assert!(same + 40 > one.len(), "{same} of {}", one.len());
    assert_eq!(packer.heads.read().unwrap().len(), 1);
    packer.pack(&page(0, "no head worth it")).unwrap();
    packer.pack(&page(LONGEST_HEAD * 2, "too long a head")).unwrap();
    assert_eq!(packer.heads.read().unwrap().len(), 1);
}

#[test]
fn more_heads_than_are_remembered_change_no_byte() {
    let packer = Packer::new(1);
    let pages: Vec<_> =
        (0..2 * MOST_HEADS).map(|page_no| page(2_000 + page_no * 64, "<p>")).collect();
    let all = |by: &Packer| -> Vec<_> { pages.iter().map(|page| by.pack(page).unwrap()).collect() };
    let once = all(&packer);
    assert_eq!(packer.heads.read().unwrap().len(), MOST_HEADS);
    assert_eq!(all(&packer), once);
    let backwards = Packer::new(1);
    let mut reversed: Vec<_> =
        pages.iter().rev().map(|page| backwards.pack(page).unwrap()).collect();
    reversed.reverse();
    assert_eq!(reversed, once);
}

#[test]
fn many_threads_get_the_same_bytes() {
    let packer = Packer::new(1);
    let pages: Vec<_> = (0..40).map(|rest| page(9_000, &"<p>Nộp hồ sơ".repeat(rest))).collect();
    let alone: Vec<_> = pages.iter().map(|page| Packer::new(1).pack(page).unwrap()).collect();
    std::thread::scope(|threads| {
        for _ in 0..4 {
            threads.spawn(|| {
                for (page, alone) in pages.iter().zip(&alone) {
                    assert_eq!(&packer.pack(page).unwrap(), alone);
                }
            });
        }
    });
}

/// The program that everybody has; a machine without it has proved as much with the reader above.
#[test]
fn gzip_itself_finds_it_sound() {
    let packed = Packer::new(1).pack(&page(12_000, &"<p>Đăng ký kết hôn".repeat(300))).unwrap();
    let gzip = Command::new("gzip").arg("-t").stdin(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let Ok(mut gzip) = gzip else { return };
    gzip.stdin.take().unwrap().write_all(&packed).unwrap();
    let said = gzip.wait_with_output().unwrap();
    assert!(said.status.success() && said.stderr.is_empty(), "{said:?}");
}
