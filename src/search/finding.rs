//! Which procedures answer a question, the best first.
//!
//! Each word that was typed must begin some word of the procedure: of its name, of what people call it, of its field, or
//! be in its code. Words that only ask ("tôi muốn làm …") need not. Where nothing is found, one slip in each word is
//! forgiven; where still nothing is, one of three words or more may be left out.

use super::List;
use super::asked::{Asked, BEGINS, MARKS, WHOLE};
use super::list::Row;

/// Words of which one may be left out.
const LEAST_TO_LEAVE_OUT: usize = 3;

/// The words do not stand as one phrase in any text.
const APART: u8 = 10;

/// What was found.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Found {
    /// Places in the list, the best first.
    pub hits: Vec<usize>,
    /// Whether they only come near what was typed.
    pub near: bool,
}

/// How well a procedure answers; less is better, and what stands first weighs most.
type Rank = (u8, usize, u8, usize, usize, usize, usize);

impl List {
    /// The procedures that answer a question.
    pub fn find(&self, query: &str) -> Found {
        let mut asked = Asked::new(query, self);
        if asked.words.is_empty() {
            return Found::default();
        }
        let hits = self.ranked(&asked, 0);
        if !hits.is_empty() {
            return Found { hits, near: false };
        }
        asked.forgive(self);
        let mut hits = self.ranked(&asked, 0);
        let needed = asked.words.iter().filter(|word| !word.filler).count();
        if hits.is_empty() && needed >= LEAST_TO_LEAVE_OUT {
            hits = self.ranked(&asked, 1);
        }
        Found { near: !hits.is_empty(), hits }
    }

    /// All procedures that lack at most so many of the words, in order.
    fn ranked(&self, asked: &Asked, may_lack: usize) -> Vec<usize> {
        let ranks = self.rows.iter().enumerate();
        let ranks = ranks.filter_map(|(at, row)| self.rank(asked, at, row, may_lack));
        let mut ranks: Vec<Rank> = ranks.collect();
        ranks.sort_unstable();
        ranks.into_iter().map(|rank| rank.6).collect()
    }

    /// How well a procedure answers; none if it does not.
    fn rank(&self, asked: &Asked, at: usize, row: &Row, may_lack: usize) -> Option<Rank> {
        let code = match &row.squeezed {
            code if asked.may_be_code() && *code == asked.code => 0,
            code if asked.may_be_code() && code.starts_with(&asked.code) => 1,
            _ => 2,
        };
        let (mut lacking, mut other_marks, mut fillers_lacking, mut begun) = (0, 0, 0, 0);
        for word in &asked.words {
            let places = row.texts.iter().chain([&self.fields[row.field]]).flatten();
            let fit =
                places.fold(word.fits_code(&row.squeezed), |fit, place| fit | word.fits[*place]);
            if word.filler {
                fillers_lacking += usize::from(fit & BEGINS == 0);
                continue;
            }
            lacking += usize::from(fit & BEGINS == 0);
            other_marks += usize::from(fit & MARKS == 0);
            begun += usize::from(fit & WHOLE == 0);
        }
        if code == 2 && lacking > may_lack {
            return None;
        }
        let quality = row.texts.iter().map(|text| quality(asked, text)).min().unwrap_or(APART);
        let length = row.texts[0].len();
        Some((code, other_marks, quality, begun, fillers_lacking, length, at))
    }
}

/// How closely a text says what was typed: all of it, or all of it but the words that only ask, as one phrase.
fn quality(asked: &Asked, text: &[usize]) -> u8 {
    let all: Vec<&[u8]> = asked.words.iter().map(|word| word.fits.as_slice()).collect();
    let needed = asked.words.iter().filter(|word| !word.filler);
    let needed: Vec<&[u8]> = needed.map(|word| word.fits.as_slice()).collect();
    phrase(&all, text).or_else(|| Some(phrase(&needed, text)? + 5)).unwrap_or(APART)
}

/// Words that follow each other in a text: 0 are all of it, 1 begin it, 2 stand in it; 3 begin it and 4 stand in it with
/// a word that is only begun.
fn phrase(words: &[&[u8]], text: &[usize]) -> Option<u8> {
    let qualities = text.windows(words.len()).enumerate().filter_map(|(start, places)| {
        let fit = words.iter().zip(places).fold(BEGINS | WHOLE, |fit, (fits, at)| fit & fits[*at]);
        let is_start = start == 0;
        if fit & BEGINS == 0 {
            return None;
        }
        Some(match (fit & WHOLE > 0, is_start) {
            (true, true) if places.len() == text.len() => 0,
            (true, true) => 1,
            (true, false) => 2,
            (false, true) => 3,
            (false, false) => 4,
        })
    });
    qualities.min()
}

#[cfg(test)]
mod tests {
    use super::super::{Entry, write};
    use super::*;

    fn list() -> List {
        let entry = |(code, name, alias, field): (&str, &str, &str, &str)| Entry {
            code: code.into(),
            name: name.into(),
            foreign: false,
            aliases: alias.split('|').filter(|one| !one.is_empty()).map(str::to_owned).collect(),
            field: field.into(),
        };
        let entries: Vec<_> = [
            ("1.002211", "Công nhận hòa giải viên", "", "Hòa giải ở cơ sở"),
            (
                "1.001193",
                "Đăng ký khai sinh",
                "giấy khai sinh|làm giấy khai sinh cho con",
                "Hộ tịch",
            ),
            ("1.000894", "Đăng ký kết hôn", "giấy kết hôn", "Hộ tịch"),
            ("1.012753.H19", "Đăng ký đất đai lần đầu", "sổ đỏ|làm sổ đỏ", "Đất đai"),
            ("1.000689", "Đăng ký nhận cha, mẹ, con", "", "Hộ tịch"),
            ("1.000001", "Khai thác khoáng sản ở lòng đường", "", "Địa chất"),
            ("1.000002", "Nuôi dương trong vườn", "", "Lâm nghiệp"),
        ]
        .map(entry)
        .into();
        List::parse(&write(&entries, "tôi muốn làm ở đâu cho thủ tục")).unwrap()
    }

    fn codes(query: &str) -> Vec<String> {
        let list = list();
        list.find(query).hits.iter().map(|at| list.code(*at).to_owned()).collect()
    }

    #[test]
    fn words_without_marks_and_words_that_are_begun_are_found() {
        assert_eq!(codes("ket hon"), ["1.000894"]);
        assert_eq!(codes("dat d"), ["1.012753.H19"]);
        assert_eq!(codes("so do")[0], "1.012753.H19");
        assert_eq!(codes("hoà giải"), codes("hòa giải"));
        assert_eq!(codes("dang ki ket hon"), ["1.000894"]);
        assert!(codes("").is_empty() && codes(" – ").is_empty() && codes("zzzz").is_empty());
    }

    #[test]
    fn the_code_comes_first() {
        assert_eq!(codes("1.000894"), ["1.000894"]);
        assert_eq!(codes("1000894"), ["1.000894"]);
        assert_eq!(codes("1.012753"), ["1.012753.H19"]);
        assert_eq!(codes("thủ tục 1.000894"), ["1.000894"]);
        assert_eq!(codes("1.0000"), ["1.000002", "1.000001"]);
    }

    #[test]
    fn words_that_ask_need_not_be_there() {
        assert_eq!(codes("toi muon lam so do o dau")[0], "1.012753.H19");
        assert_eq!(codes("lam giay khai sinh cho con")[0], "1.001193");
        assert_eq!(codes("cho con")[0], "1.001193");
        // Words that only ask are looked for where there are no others.
        assert!(codes("lam").contains(&"1.012753.H19".to_owned()));
    }

    #[test]
    fn marks_that_are_typed_rank_first() {
        assert_eq!(codes("đường"), ["1.000001", "1.000002"]);
        assert_eq!(codes("dương"), ["1.000002", "1.000001"]);
        assert_eq!(codes("duong")[0], "1.000002");
    }

    #[test]
    fn a_slip_is_forgiven_only_where_nothing_was_found() {
        let list = list();
        let found = list.find("khia sinh");
        assert_eq!((found.near, list.code(found.hits[0])), (true, "1.001193"));
        assert!(!list.find("khai sinh").near);
        let found = list.find("giay khai sinh xyz uvw");
        assert!(found.hits.is_empty() && !found.near);
        let found = list.find("giay khai sinh xyz");
        assert_eq!((found.near, list.code(found.hits[0])), (true, "1.001193"));
    }
}
