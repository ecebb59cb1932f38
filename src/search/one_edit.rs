//! Whether two words are one slip of a finger apart.

/// Whether a letter is missing, too many, another, or two neighbours are swapped.
pub(super) fn is_one_edit(one: &str, other: &str) -> bool {
    let (mut one, mut other): (Vec<char>, Vec<char>) =
        (one.chars().collect(), other.chars().collect());
    for _ in 0..2 {
        // The equal ends, first from behind and then, turned round, from the front.
        while one.last().is_some() && one.last() == other.last() {
            one.pop();
            other.pop();
        }
        one.reverse();
        other.reverse();
    }
    let is_swapped = one.len() == 2 && other.len() == 2 && one[0] == other[1] && one[1] == other[0];
    (one.len() <= 1 && other.len() <= 1) || is_swapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_forgiven_two_are_not() {
        for one in ["khia", "kha", "khaii", "khoi", "hhai", "khai", "khaiz"] {
            assert!(is_one_edit(one, "khai") && is_one_edit("khai", one), "{one}");
        }
        assert!(is_one_edit("khei", "khai") && is_one_edit("hon", "hom"));
        assert!(!is_one_edit("kai", "hoi") && !is_one_edit("abcd", "badc"));
    }
}
