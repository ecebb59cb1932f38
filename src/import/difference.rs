//! What changes from one text to another, a line a change.

/// More lines than this in the middle are shown as taken out and put in, without looking for what they share.
const MOST: usize = 3000;

/// The lines that go (`-`) and come (`+`), each with the number of its line in the text that it is of.
pub fn difference(before: &str, after: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let start = old.iter().zip(&new).take_while(|(one, two)| one == two).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = end.take_while(|(one, two)| one == two).count();
    let (old_middle, new_middle) = (&old[start..old.len() - end], &new[start..new.len() - end]);
    let gone = |at: usize| format!("- {:>4}  {}", start + at + 1, old_middle[at]);
    let come = |at: usize| format!("+ {:>4}  {}", start + at + 1, new_middle[at]);
    if old_middle.len().max(new_middle.len()) > MOST {
        return (0..old_middle.len()).map(gone).chain((0..new_middle.len()).map(come)).collect();
    }
    // Longest common subsequence, from the end.
    let width = new_middle.len() + 1;
    let mut longest = vec![0_u16; (old_middle.len() + 1) * width];
    for one in (0..old_middle.len()).rev() {
        for two in (0..new_middle.len()).rev() {
            longest[one * width + two] = if old_middle[one] == new_middle[two] {
                longest[(one + 1) * width + two + 1] + 1
            } else {
                longest[(one + 1) * width + two].max(longest[one * width + two + 1])
            };
        }
    }
    let (mut one, mut two, mut lines) = (0, 0, Vec::new());
    while one < old_middle.len() || two < new_middle.len() {
        if one < old_middle.len() && two < new_middle.len() && old_middle[one] == new_middle[two] {
            (one, two) = (one + 1, two + 1);
        } else if two == new_middle.len()
            || (one < old_middle.len()
                && longest[(one + 1) * width + two] >= longest[one * width + two + 1])
        {
            lines.push(gone(one));
            one += 1;
        } else {
            lines.push(come(two));
            two += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_a_line_that_goes_and_a_line_that_comes() {
        assert_eq!(difference("a\nb\nc\n", "a\nB\nc\n"), ["-    2  b", "+    2  B"]);
        assert_eq!(difference("a\nc\n", "a\nb\nc\nd\n"), ["+    2  b", "+    4  d"]);
        assert!(difference("a\n", "a\n").is_empty());
    }
}
