//! A Vietnamese text in the one spelling that all its spellings share: small letters, tone marks where
//! the newer rule puts them (`Ủy` and `Uỷ` are one word), single spaces, line breaks as spaces.

/// A text as it is compared, and where each of its bytes came from.
#[derive(Debug)]
pub struct Likeness {
    /// The text to compare.
    pub text: String,
    from: Vec<usize>,
}

impl Likeness {
    /// The likeness of a text.
    pub fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut from = Vec::with_capacity(original.len() + 1);
        let mut signs = original.char_indices().peekable();
        let mut put = |sign: char, at: usize| {
            for small in sign.to_lowercase() {
                // A run of white space is one space.
                let sign = if small.is_whitespace() { ' ' } else { small };
                if sign != ' ' || !text.ends_with(' ') {
                    text.push(sign);
                    from.resize(text.len(), at);
                }
            }
        };
        while let Some((at, sign)) = signs.next() {
            let next = signs.peek().copied();
            match next.and_then(|(_, next)| moved(sign, next)) {
                Some((first, second)) => {
                    put(first, at);
                    put(second, next.map_or(at, |(at, _)| at));
                    signs.next();
                }
                None => put(sign, at),
            }
        }
        from.push(original.len());
        Self { text, from }
    }

    /// The range of the original that a range of the likeness came from.
    pub fn original(&self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let at = |byte: usize| self.from.get(byte).copied().unwrap_or_default();
        at(range.start)..at(range.end)
    }
}

/// The tone of `òa`, `òe`, `ùy` moved to the last letter.
fn moved(first: char, second: char) -> Option<(char, char)> {
    const FIRST: [&str; 2] = ["òóỏõọ", "ùúủũụ"];
    const SECOND: [(char, &str, usize); 3] =
        [('a', "àáảãạ", 0), ('e', "èéẻẽẹ", 0), ('y', "ỳýỷỹỵ", 1)];
    let first = first.to_lowercase().next()?;
    let second = second.to_lowercase().next()?;
    let (_, toned, which) = SECOND.iter().find(|(plain, ..)| *plain == second)?;
    let tone = FIRST[*which].chars().position(|letter| letter == first)?;
    Some((if *which == 0 { 'o' } else { 'u' }, toned.chars().nth(tone)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_are_alike() {
        for (one, other) in
            [("Ủy ban", "UỶ  BAN"), ("hòa", "Hoà"), ("Công an\n  huyện", "công an huyện")]
        {
            assert_eq!(Likeness::of(one).text, Likeness::of(other).text);
        }
        assert_ne!(Likeness::of("hoa").text, Likeness::of("hòa").text);
    }

    #[test]
    fn a_place_leads_back_to_the_original() {
        let text = "Theo  UỶ ban\n nhân dân huyện.";
        let alike = Likeness::of(text);
        let name = Likeness::of("Ủy ban nhân dân huyện").text;
        let start = alike.text.find(&name).unwrap();
        let range = alike.original(start..start + name.len());
        assert_eq!(&text[range], "UỶ ban\n nhân dân huyện");
    }
}
