//! Vietnamese without marks, for search and for "did you mean"; and the order of the alphabet,
//! where `đ` follows `d` and the tone decides last, as in a dictionary.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Lower case without tone or vowel marks: `Đăng ký` becomes `dang ky`. Both `đ` and the
/// look-alike `ð` become `d`.
pub fn fold(text: &str) -> String {
    text.nfd()
        .filter(|sign| !is_combining_mark(*sign))
        .flat_map(char::to_lowercase)
        .map(|sign| if matches!(sign, 'đ' | 'ð') { 'd' } else { sign })
        .collect()
}

/// A key whose byte order is the order of the Vietnamese alphabet: letters first (a ă â b … d đ e ê),
/// tones (ngang, huyền, hỏi, ngã, sắc, nặng) only between words that are otherwise equal.
pub fn sort_key(text: &str) -> Vec<u8> {
    let (mut letters, mut tones) =
        (Vec::with_capacity(text.len() * 2 + 2), Vec::with_capacity(text.len()));
    for sign in text.chars() {
        if sign.is_ascii() {
            put(sign.to_ascii_lowercase(), &mut letters, &mut tones);
        } else {
            // Sign by sign: the order of marks, which only whole texts have, does not matter here.
            decompose_canonical(sign, |part| {
                part.to_lowercase().for_each(|low| put(low, &mut letters, &mut tones));
            });
        }
    }
    letters.push(0);
    letters.extend(tones);
    letters
}

/// Adds one decomposed sign in lower case.
fn put(sign: char, letters: &mut Vec<u8>, tones: &mut Vec<u8>) {
    match sign {
        '\u{300}' => tones.push(2),
        '\u{309}' => tones.push(3),
        '\u{303}' => tones.push(4),
        '\u{301}' => tones.push(5),
        '\u{323}' => tones.push(6),
        // The vowel mark raises the letter that was just written.
        '\u{306}' => raise(letters, 1),
        '\u{302}' => raise(letters, 2),
        '\u{31b}' => raise(letters, 3),
        'đ' | 'ð' => letters.extend([b'd', 1]),
        sign if !sign.is_ascii() && is_combining_mark(sign) => {}
        sign => {
            letters.extend(sign.encode_utf8(&mut [0; 4]).bytes());
            letters.push(0);
            tones.push(1);
        }
    }
}

fn raise(letters: &mut [u8], by: u8) {
    if let Some(rank) = letters.last_mut() {
        *rank = by;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_fall_and_d_with_a_bar_is_d() {
        assert_eq!(fold("ĐĂNG KÝ Hộ tịch – Ủy ban"), "dang ky ho tich – uy ban");
    }

    #[test]
    fn the_alphabet_orders_letters_before_tones() {
        let mut words =
            ["đất", "dân", "ân", "ăn", "an", "dấu", "âm", "hoà", "hoa", "ơn", "ôn", "on"];
        words.sort_by_key(|word| sort_key(word));
        assert_eq!(
            words,
            ["an", "ăn", "âm", "ân", "dân", "dấu", "đất", "hoa", "hoà", "on", "ôn", "ơn"]
        );
    }
}
