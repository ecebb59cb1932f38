//! Cuts long lists into pages: by rows, since a reader scrolls, and by weight, since a page must come
//! within the first answer of a slow network. Both are known from the content alone, so that the plan
//! knows every page before one is written.

use std::ops::Range;

use crate::text::Scale;

/// What a heading adds beside its words, compressed and on the page.
pub(super) const HEADING: (usize, usize) = (14, 50);

/// Rows of a list on one page.
const ROWS: usize = 250;

/// Rows of one run, such as a letter or a field, on one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Which run.
    pub(super) run: usize,
    /// Which rows of the list.
    pub(super) rows: Range<usize>,
}

/// The rows of one page.
pub(super) type Part = Vec<Stretch>;

/// How heavy the rows of a page may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// On the first page, which may say more than its rows.
    pub(super) first: usize,
    /// On each page after it.
    pub(super) others: usize,
}

/// Something laid out in runs of rows, that can be put on a scale.
pub(super) trait Rows {
    /// Puts on what stands above the rows of a run: as a rule a short word.
    fn put_heading(&self, _run: usize, scale: &mut Scale) {
        scale.put_frame(HEADING.0, HEADING.1);
    }

    /// Puts on a row.
    fn put_row(&self, row: usize, scale: &mut Scale);
}

/// Whole runs to a page as long as they fit; a run that is too long for one page is cut. There is
/// one page at least, and it may be empty where the first has room for no row.
pub(super) fn cut(
    list: &impl Rows,
    runs: &[Range<usize>],
    room: Room,
    scale: &mut Scale,
) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![Vec::new()];
    let (mut filled, mut left) = (0, room.first);
    scale.clear();
    for (run, rows) in runs.iter().enumerate() {
        let mut start = rows.start;
        while start < rows.end {
            let most = rows.end.min(start + ROWS - filled);
            list.put_heading(run, scale);
            let mut end = start;
            while end < most {
                list.put_row(end, scale);
                if scale.weight() > left {
                    break;
                }
                end += 1;
            }
            let is_whole = end == rows.end;
            let is_first = parts.len() == 1;
            if let Some(part) = parts.last_mut() {
                if filled == 0 && !is_first {
                    // A row too heavy for any page still has to stand somewhere.
                    end = end.max(start + 1);
                }
                if (is_whole || filled == 0) && end > start {
                    part.push(Stretch { run, rows: start..end });
                    filled += end - start;
                    start = end;
                }
            }
            if start < rows.end {
                parts.push(Vec::new());
                (filled, left) = (0, room.others);
                scale.clear();
            }
        }
    }
    parts
}

/// How many pages there are.
pub(super) fn count(parts: &[Part]) -> u16 {
    u16::try_from(parts.len()).unwrap_or(u16::MAX)
}

/// The rows of a page, from 1; none beyond the last.
pub(super) fn part_of(parts: &[Part], part: u16) -> &[Stretch] {
    usize::from(part).checked_sub(1).and_then(|at| parts.get(at)).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of one weight each, without headings.
    struct Even(usize);

    impl Rows for Even {
        fn put_heading(&self, _: usize, _: &mut Scale) {}

        fn put_row(&self, _: usize, scale: &mut Scale) {
            scale.put_frame(self.0, self.0);
        }
    }

    /// The sizes of stretches by part, of runs of these lengths.
    fn sizes(lengths: &[usize], weight: usize, room: Room) -> Vec<Vec<(usize, usize)>> {
        let mut start = 0;
        let mut runs = Vec::new();
        for length in lengths {
            runs.push(start..start + length);
            start += length;
        }
        let parts = cut(&Even(weight), &runs, room, &mut Scale::default());
        let sizes = |part: &Part| part.iter().map(|one| (one.run, one.rows.len())).collect();
        parts.iter().map(sizes).collect()
    }

    #[test]
    fn runs_share_a_page_until_it_is_full_and_a_long_run_is_cut() {
        let wide = Room { first: usize::MAX, others: usize::MAX };
        let sizes = sizes(&[200, 60, 600, 3], 1, wide);
        let wanted: [&[_]; 5] =
            [&[(0, 200)], &[(1, 60)], &[(2, 250)], &[(2, 250)], &[(2, 100), (3, 3)]];
        assert_eq!(sizes, wanted);
    }

    #[test]
    fn weight_cuts_before_rows_do_and_the_first_page_may_have_less_room() {
        let room = Room { first: 25, others: 100 };
        assert_eq!(sizes(&[15], 10, room), [vec![(0, 2)], vec![(0, 10)], vec![(0, 3)]]);
        let none = Room { first: 0, others: 100 };
        assert_eq!(sizes(&[3], 10, none), [vec![], vec![(0, 3)]]);
        assert_eq!(sizes(&[2], 1000, none), [vec![], vec![(0, 1)], vec![(0, 1)]]);
        assert_eq!(sizes(&[], 10, room), [vec![]]);
    }
}
