//! Where words seem to hold what points at a person: an identity number (9 or 12 digits), a telephone
//! number, an e-mail address, however they are spaced, dotted, spelt or typed on a full-width keyboard.
//! Only a suspicion: the rating is kept and marked, never refused.

use std::ops::Range;

/// The fewest digits in a row, separators passed over, that may be somebody's number.
const DIGITS: usize = 9;

/// The last parts of the hosts that people here write to; asked for where an address is spelt with spaces.
const HOSTS: [&str; 8] = ["com", "vn", "net", "org", "edu", "gov", "info", "io"];

/// The digits as they are said.
const SPELT: [&str; 14] = [
    "không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám",
    "chín",
];

/// Tells these rules from those of another version of this file: whoever judged words by others looks at them
/// again.
pub const RULES: i64 = mark(include_bytes!("personal.rs"));

/// FNV-1a, which can be worked out while the program is built.
const fn mark(bytes: &[u8]) -> i64 {
    let (mut hash, mut at) = (0xcbf2_9ce4_8422_2325_u64, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash.cast_signed()
}

/// A sign with the place of its first byte, in the form in which it is looked at.
type Sign = (usize, char);

/// Whether there is something of the kind.
pub fn is_suspected(words: &str) -> bool {
    !spans(words).is_empty()
}

/// The bytes of each such thing, ascending and apart.
pub fn spans(words: &str) -> Vec<Range<usize>> {
    let signs: Vec<Sign> = words.char_indices().map(|(at, sign)| (at, plain(sign))).collect();
    let mut found = numbers(words, &signs);
    found.extend(spelt_numbers(words));
    found.extend(mails(words, &signs));
    found.sort_unstable_by_key(|span| span.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for span in found {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

/// Full-width signs as the keyboard here has them.
fn plain(sign: char) -> char {
    match sign {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// What people put between the digits of one number.
fn is_between(sign: char) -> bool {
    let dash = matches!(sign, '-' | '\u{2010}'..='\u{2015}' | '_' | '·' | '•' | '*');
    let unseen = matches!(sign, '\u{200b}'..='\u{200d}' | '\u{2060}');
    dash || unseen || matches!(sign, '.' | '(' | ')') || (sign.is_whitespace() && sign != '\n')
}

/// Runs of digits, long enough, that are no sum of money.
fn numbers(words: &str, signs: &[Sign]) -> Vec<Range<usize>> {
    let digit = |at: usize| signs.get(at).is_some_and(|(_, sign)| sign.is_ascii_digit());
    // A letter O beside a digit stands for a nought.
    let is_digit = |at: usize| {
        let is_o = signs.get(at).is_some_and(|(_, sign)| matches!(sign, 'o' | 'O'));
        digit(at) || (is_o && (digit(at + 1) || at.checked_sub(1).is_some_and(digit)))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        if !is_digit(at) {
            at += 1;
            continue;
        }
        let sum = sum_end(signs, at);
        if sum > at {
            at = sum;
            continue;
        }
        let (start, mut end, mut count) = (at, at, 0);
        while at < signs.len() && (is_digit(at) || is_between(signs[at].1)) {
            // A sum of money after a space belongs to no number before it.
            if is_digit(at) && at > start && !is_digit(at - 1) && sum_end(signs, at) > at {
                break;
            }
            if is_digit(at) {
                count += 1;
                end = at;
            }
            at += 1;
        }
        if count >= DIGITS {
            let last = signs.get(end + 1).map_or(words.len(), |(byte, _)| *byte);
            found.push(signs[start].0..last);
        }
    }
    found
}

/// The end of a sum of money that begins here, `1.250.000`: groups of three with one sign between them,
/// the last all noughts; `at` itself if there is none.
fn sum_end(signs: &[Sign], at: usize) -> usize {
    let sign = |at: usize| signs.get(at).map_or('\0', |(_, sign)| *sign);
    let digits =
        |from: usize| (from..signs.len()).take_while(|at| sign(*at).is_ascii_digit()).count();
    let head = digits(at);
    let between = sign(at + head);
    if !(1..=3).contains(&head) || sign(at) == '0' || !matches!(between, '.' | ',') {
        return at;
    }
    let mut end = at + head;
    while sign(end) == between && digits(end + 1) == 3 {
        end += 4;
    }
    let noughts = end > at + head && (end - 3..end).all(|at| sign(at) == '0');
    if noughts { end } else { at }
}

/// Digits said one by one: "không chín một hai …".
fn spelt_numbers(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut run: Option<(Range<usize>, usize)> = None;
    let mut finish = |run: Option<(Range<usize>, usize)>| {
        found.extend(run.filter(|(_, count)| *count >= DIGITS).map(|(span, _)| span));
    };
    for word in words.split_inclusive(char::is_whitespace) {
        let start = word.as_ptr() as usize - words.as_ptr() as usize;
        let bare = word.trim_end_matches(|sign: char| !sign.is_alphanumeric());
        let lower = bare.to_lowercase();
        if SPELT.contains(&lower.as_str()) {
            let end = start + bare.len();
            run = Some(match run {
                Some((span, count)) => (span.start..end, count + 1),
                None => (start..end, 1),
            });
        } else if !bare.is_empty() {
            finish(run.take());
        }
    }
    finish(run);
    found
}

/// Addresses: name, `@` in one of its guises, host with a dot in one of its guises.
fn mails(words: &str, signs: &[Sign]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, _) in signs.iter().enumerate() {
        let Some((guise, is_bare)) = at_sign(signs, at) else { continue };
        let spaced = !is_bare || gap_before(signs, at) > 0 || gap_after(signs, at + guise) > 0;
        let name_end = at - gap_before(signs, at);
        let name = signs[..name_end].iter().rev().take_while(|(_, sign)| is_of_name(*sign)).count();
        let host_start = at + guise + gap_after(signs, at + guise);
        let Some((host_end, last, loose)) = host(signs, host_start) else { continue };
        let known = HOSTS.contains(&last.as_str());
        if name > 0 && (known || !(spaced || loose)) {
            let end = signs.get(host_end).map_or(words.len(), |(byte, _)| *byte);
            found.push(signs[name_end - name].0..end);
        }
    }
    found
}

/// How many signs an `@` takes here, and whether it is the sign itself.
fn at_sign(signs: &[Sign], at: usize) -> Option<(usize, bool)> {
    const GUISES: [&str; 6] = ["@", "(at)", "[at]", "a còng", "a-còng", "a móc"];
    let is_here = |guise: &&&str| {
        let mut own = guise.chars();
        let mut here =
            signs[at..].iter().map(|(_, sign)| sign.to_lowercase().next().unwrap_or(*sign));
        let word = guise.starts_with('a');
        let free = at == 0 || !signs[at - 1].1.is_alphanumeric();
        (!word || free) && own.all(|sign| here.next() == Some(sign))
    };
    let guise = GUISES.iter().find(is_here)?;
    Some((guise.chars().count(), *guise == "@"))
}

fn is_of_name(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '.' | '_' | '-' | '+')
}

/// Spaces of one line before a place.
fn gap_before(signs: &[Sign], at: usize) -> usize {
    let gap = signs[..at].iter().rev().take_while(|(_, sign)| *sign == ' ').count();
    gap.min(3)
}

/// Spaces of one line from a place on.
fn gap_after(signs: &[Sign], at: usize) -> usize {
    let rest = signs.get(at..).unwrap_or_default();
    rest.iter().take_while(|(_, sign)| *sign == ' ').count().min(3)
}

/// A host that begins here: where it ends, its last label, and whether a dot of it is spaced or spelt.
fn host(signs: &[Sign], start: usize) -> Option<(usize, String, bool)> {
    let label = |from: usize| {
        let rest = signs.get(from..).unwrap_or_default().iter();
        rest.map(|(_, sign)| *sign)
            .take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '-')
            .collect::<String>()
    };
    let mut end = start + label(start).len();
    let (mut last, mut dots, mut loose) = (String::new(), 0, false);
    while let Some((dot, is_loose)) = dot(signs, end) {
        let next = label(end + dot);
        let ends_word =
            signs.get(end + dot + next.len()).is_none_or(|(_, sign)| !sign.is_alphanumeric());
        // A full stop and the next sentence are no part of a host.
        if next.len() < 2
            || !ends_word
            || (is_loose && !HOSTS.contains(&next.to_lowercase().as_str()) && dots > 0)
        {
            break;
        }
        end += dot + next.len();
        last = next.to_lowercase();
        dots += 1;
        loose |= is_loose;
    }
    (dots > 0 && end > start).then_some((end, last, loose))
}

/// How many signs a dot takes here, and whether it is spaced or spelt.
fn dot(signs: &[Sign], at: usize) -> Option<(usize, bool)> {
    let before = gap_after(signs, at);
    let here = at + before;
    let spelt = ['c', 'h', 'ấ', 'm'];
    let is_spelt = before > 0
        && spelt.iter().enumerate().all(|(place, sign)| {
            signs.get(here + place).is_some_and(|(_, own)| own.to_lowercase().next() == Some(*sign))
        });
    let length = match signs.get(here) {
        Some((_, '.')) => 1,
        _ if is_spelt => spelt.len(),
        _ => return None,
    };
    let after = gap_after(signs, here + length);
    Some((before + length + after, before > 0 || after > 0 || is_spelt))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_and_mail_are_suspected_in_all_their_guises() {
        for (words, what) in [
            ("gọi 0912 345 678 nhé", "0912 345 678"),
            ("CCCD 001088001234", "001088001234"),
            ("CCCD: 001 088 001 234.", "001 088 001 234"),
            ("0912.345.678", "0912.345.678"),
            ("+84 912-345-678", "84 912-345-678"),
            ("(0203) 3 825 825", "0203) 3 825 825"),
            ("số ０９１２３４５６７８", "０９１２３４５６７８"),
            ("O912 34 56 78", "O912 34 56 78"),
            ("09\u{200b}12345678", "09\u{200b}12345678"),
            ("cmnd 272.123.456", "272.123.456"),
            ("nộp 50.000 gọi 0912345678", "0912345678"),
            (
                "số không chín một hai, ba bốn năm sáu bảy tám",
                "không chín một hai, ba bốn năm sáu bảy tám",
            ),
            ("viết lan@thu.example nhé", "lan@thu.example"),
            ("viết lan＠thu．example nhé", "lan＠thu．example"),
            ("nguyễn.lan @ gmail . com", "nguyễn.lan @ gmail . com"),
            ("lan.2 a còng gmail chấm com", "lan.2 a còng gmail chấm com"),
            ("lan (at) yahoo.com.vn", "lan (at) yahoo.com.vn"),
            ("lan[at]mail.vn", "lan[at]mail.vn"),
        ] {
            let found: Vec<&str> = spans(words).into_iter().map(|span| &words[span]).collect();
            assert_eq!(found, [what], "{words}");
        }
    }

    #[test]
    fn what_people_write_about_a_visit_is_not() {
        for words in [
            "chờ 45 phút, 3 lần",
            "Thông tư 01/2018/TT-VPCP",
            "21/11/2026 07:30",
            "@ lễ tân",
            "gặp @Lan. Cảm ơn",
            "ngồi @ quầy 3. Anh ấy tử tế",
            "giá 8.000 đ",
            "nộp 120.000.000 đồng, rồi 1.250.000.000 đồng",
            "thu 8.000 20.000 30.000",
            "mã 1.000894",
            "một hai ba lần, năm sáu người",
            "quầy ba còng lưng. com",
            "",
        ] {
            assert!(spans(words).is_empty(), "{words}: {:?}", spans(words));
        }
    }

    proptest! {
        #[test]
        fn spans_are_ascending_apart_and_on_signs(words in "[0-9０-９@＠. ấmcha cònga-zO\\n-]{0,60}") {
            let mut last = 0;
            for span in spans(&words) {
                prop_assert!(span.start >= last && span.start < span.end);
                prop_assert!(words.get(span.clone()).is_some());
                last = span.end;
            }
        }

        #[test]
        fn a_number_is_found_whatever_stands_between_its_digits(
            digits in "0[35789][0-9]{8}",
            between in proptest::collection::vec(prop_oneof![Just(""), Just(" "), Just("."), Just("-"), Just("\u{a0}")], 9),
        ) {
            let mut words = String::from("Tên tôi, ");
            for (place, digit) in digits.chars().enumerate() {
                words.push(digit);
                words.push_str(between.get(place).unwrap_or(&""));
            }
            prop_assert!(is_suspected(&words), "{}", words);
        }
    }
}
