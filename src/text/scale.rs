//! Weighs texts as a page weighs on the wire, compressed, without compressing them: lists and long
//! procedures are cut into pages by it before a single page is written.
//!
//! It does what gzip does, word by word. A word that stood before within gzip's window costs a
//! reference, a run of words that stood before in the same order costs one reference for all of it,
//! and a new word costs its letters. The figures err on the heavy side; the tests hold them against
//! gzip itself, over real wording and over texts made to deceive it.

/// The heaviest a page may be with its style and script, compressed, in bytes: what fits into the
/// first round trip of a new connection.
pub const HEAVIEST_PAGE: usize = 14 * 1024;

/// How far back gzip sees is 32 KiB; a little less, since what stands between texts is only guessed.
const WINDOW: u64 = 30_000;

/// Bits of a letter that cannot be referred to.
const LETTER: u64 = 7;

/// Bits of a byte in a script of thousands of signs: they repeat too seldom to have short codes, and
/// they lengthen those of all other signs.
const RARE: u64 = 9;

/// Bits that such a byte costs more where a page has it for the first time: its code must be told.
const FIRST: u64 = 8;

/// Bits of the second of the three bytes of a Vietnamese letter, which has only two values.
const MIDDLE: u64 = 3;

/// Bits of a reference, beside those of its distance.
const REFERENCE: u64 = 7;

/// Places for words that are remembered; a word that finds its place taken is forgotten, which only
/// makes it weigh more.
const PLACES: usize = 1 << 14;

/// A word, or words in a row, and where they last ended.
#[derive(Clone, Copy, Default)]
struct Seen {
    key: u64,
    at: u64,
}

/// A scale for the texts of one page after another.
pub struct Scale {
    seen: Box<[Seen]>,
    /// How many bytes went by, over all pages.
    at: u64,
    bits: u64,
    /// The rare bytes that the page has, a bit each.
    rare: [u64; 4],
}

impl Default for Scale {
    fn default() -> Self {
        Self { seen: vec![Seen::default(); PLACES].into(), at: WINDOW, bits: 0, rare: [0; 4] }
    }
}

impl Scale {
    /// Begins a page: nothing lies on the scale, and no word stood before.
    pub fn clear(&mut self) {
        self.at += WINDOW;
        self.bits = 0;
        self.rare = [0; 4];
    }

    /// The weight of all that was put on since the page began, in bytes after compression.
    pub fn weight(&self) -> usize {
        usize::try_from(self.bits.div_ceil(8)).unwrap_or(usize::MAX)
    }

    /// Puts on what stands round a text and is nearly the same round each: `weight` is what it adds
    /// compressed, in bytes; `length` what it adds to the page.
    pub fn put_frame(&mut self, weight: usize, length: usize) {
        self.bits += weight as u64 * 8;
        self.at += length as u64;
    }

    /// Puts on a text.
    pub fn put(&mut self, text: &str) {
        let (mut last, mut before) = (0, 0);
        let mut running = false;
        for word in text.split_ascii_whitespace() {
            let (own, length, letters) = measure(word, &mut self.rare);
            let pair = mix(last, own);
            let triple = mix(mix(before, last), own);
            let (alone, two, three) = (self.find(own), self.find(pair), self.find(triple));
            let bits = match (three, two, alone) {
                (Some(_), ..) if running => 0,
                (Some(bits), ..) | (_, Some(bits), _) | (_, _, Some(bits)) if bits < letters => {
                    bits
                }
                _ => letters,
            };
            running = bits < letters;
            self.bits += bits;
            self.at += length;
            for key in [own, pair, triple] {
                self.keep(key);
            }
            (before, last) = (last, own);
        }
    }

    /// The bits of a reference to a key, if it stood within the window.
    fn find(&self, key: u64) -> Option<u64> {
        let seen = self.seen[place(key)];
        let distance = self.at - seen.at;
        (seen.key == key && distance < WINDOW)
            .then(|| REFERENCE + u64::from(u64::BITS - distance.leading_zeros()))
    }

    fn keep(&mut self, key: u64) {
        self.seen[place(key)] = Seen { key, at: self.at };
    }
}

fn place(key: u64) -> usize {
    // The high bits of a product are the well-mixed ones.
    usize::try_from(key >> 40).unwrap_or(0) % PLACES
}

/// A word's hash, its bytes in a page with the space after it, and their bits when it is new.
fn measure(word: &str, known: &mut [u64; 4]) -> (u64, u64, u64) {
    let (mut hash, mut length, mut letters) = (0x9E37_79B9_7F4A_7C15_u64, 1, LETTER);
    let (mut rare, mut after_lead) = (false, false);
    for byte in word.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(23);
        // A sign that HTML writes as an entity takes up to six bytes.
        let bytes = if matches!(byte, b'<' | b'>' | b'&' | b'"' | b'\'' | b'/') { 6 } else { 1 };
        // Latin letters with marks, Vietnamese ones above all, begin with E1 or C3 to C6.
        rare = matches!(byte, 0xC7..=0xE0 | 0xE2..) || rare && matches!(byte, 0x80..=0xBF);
        length += bytes;
        letters += match byte {
            _ if rare => {
                let (at, bit) = (usize::from(byte >> 6), 1 << (byte & 63));
                let is_first = known[at] & bit == 0;
                known[at] |= bit;
                RARE + if is_first { FIRST } else { 0 }
            }
            0xBA | 0xBB if after_lead => MIDDLE,
            _ => bytes * LETTER,
        };
        after_lead = byte == 0xE1;
    }
    (mix(hash, length), length, letters)
}

fn mix(one: u64, other: u64) -> u64 {
    (one ^ other.rotate_left(29)).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use proptest::prelude::*;

    use super::*;

    /// What stands round a name in a list.
    const FRAME: (usize, usize) = (17, 100);

    /// What letters that the page did not know before may add once.
    const ALPHABET: usize = 100;

    fn weighed(names: &[String]) -> usize {
        let mut scale = Scale::default();
        for name in names {
            scale.put_frame(FRAME.0, FRAME.1);
            scale.put(name);
        }
        scale.weight()
    }

    fn escape(name: &str) -> String {
        let entities = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")];
        let entities = entities.into_iter().chain([("'", "&#x27;"), ("/", "&#x2F;")]);
        entities.fold(name.to_owned(), |text, (sign, entity)| text.replace(sign, entity))
    }

    /// What the names add to a page that says much already. A build packs a page that is too heavy when packed quickly
    /// once more, at the highest level, which is never larger than this middling one.
    fn gzipped(names: &[String]) -> usize {
        let gzip = |page: &str| {
            let mut encoder =
                flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(5));
            encoder.write_all(page.as_bytes()).unwrap();
            encoder.finish().unwrap().len()
        };
        let row = |name: &str, number: usize| {
            let code = format!("{}.{:06}", number % 3 + 1, number * 7919 % 100_000);
            format!(
                "<li><a href=\"../thu-tuc/{code}.html\">{}</a> <span class=\"code\">{code}</span> \
                 <span class=\"tag\">Trực tuyến</span></li>\n",
                escape(name)
            )
        };
        let style = include_str!("../../themes/default/style.css").to_owned() + &row("", 0);
        let rows = names.iter().zip(1..).map(|(name, number)| row(name, number));
        gzip(&(style.clone() + &rows.collect::<String>())) - gzip(&style)
    }

    /// Words of an everyday list.
    const SYLLABLES: &str = "Thủ tục cấp lại giấy phép xây dựng đối với công trình không theo tuyến \
        trong đô thị cho tổ chức nước ngoài đăng ký thay đổi cải chính bổ sung hộ tịch xác định dân \
        tộc chứng thực chữ ký hợp đồng giao dịch thẩm quyền ủy ban nhân dân xã phường tỉnh sở ngành";

    /// Names of one kind each, made from numbers.
    fn names(kind: usize, seeds: &[Vec<u32>]) -> Vec<String> {
        let syllables: Vec<_> = SYLLABLES.split_whitespace().collect();
        let syllable = |seed: u32| syllables[seed as usize % syllables.len()];
        let signs = |signs: &str, seeds: &[u32]| -> String {
            let signs: Vec<_> = signs.chars().collect();
            seeds.iter().map(|seed| signs[*seed as usize % signs.len()]).collect()
        };
        let name = |seeds: &Vec<u32>| match kind {
            0 => seeds.iter().map(|seed| syllable(*seed)).collect::<Vec<_>>().join(" "),
            1 => signs("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-", seeds),
            2 => signs("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹ     ", seeds),
            3 => seeds.iter().map(|seed| char::from_u32(0x4E00 + seed % 0x5000).unwrap()).collect(),
            4 => seeds.iter().map(|seed| char::from_u32(0x80 + seed % 0xD000).unwrap()).collect(),
            5 => signs("<>&\"'/;: ", seeds),
            6 => signs("0123456789 ", seeds),
            7 => format!("{} {}", "Thủ tục cấp giấy phép".repeat(9), syllable(seeds[0])),
            _ => {
                seeds.iter().map(|seed| char::from_u32(0x2_0000 + seed % 0xA000).unwrap()).collect()
            }
        };
        seeds.iter().map(name).collect()
    }

    proptest! {
        #[test]
        fn no_list_is_heavier_than_it_was_weighed(
            kind in 0..9_usize,
            seeds in prop::collection::vec(prop::collection::vec(0..1_000_000_u32, 1..280), 1..120),
        ) {
            let names = names(kind, &seeds);
            let (weighed, gzipped) = (weighed(&names), gzipped(&names));
            prop_assert!(gzipped <= weighed + ALPHABET, "kind {kind}: {gzipped} > {weighed}");
        }
    }

    #[test]
    fn an_everyday_list_is_not_weighed_much_too_heavy() {
        let seeds: Vec<Vec<u32>> = (0..200)
            .map(|row| (0..4).map(|word| row * 31 + word * 17 + row * word).collect())
            .collect();
        let phrases =
            ["cấp giấy phép xây dựng", "đăng ký hộ tịch cho người nước ngoài", "chứng thực chữ ký"];
        let names: Vec<_> = (names(0, &seeds).iter().zip(phrases.iter().cycle()))
            .map(|(words, phrase)| format!("Thủ tục {phrase} {words}"))
            .collect();
        let (weighed, gzipped) = (weighed(&names), gzipped(&names));
        assert!(gzipped <= weighed && weighed * 2 <= gzipped * 3, "{gzipped}, weighed {weighed}");
    }

    #[test]
    fn another_page_begins_with_nothing() {
        let mut scale = Scale::default();
        scale.put("Đăng ký kết hôn");
        let first = scale.weight();
        scale.put("Đăng ký kết hôn");
        assert!(scale.weight() < first * 3 / 2, "said again it weighs little");
        scale.clear();
        scale.put("Đăng ký kết hôn");
        assert_eq!(scale.weight(), first);
    }
}
