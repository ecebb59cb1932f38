//! The borrowed reader of an index: from a path and a day to the answer that holds on it.
//!
//! It reads the mapped bytes where they lie. A look-up is a binary search of some 17 steps over 100 000 entries and
//! allocates nothing.

use super::check::check;
use super::layout::{Layout, Table};
use super::row::{
    ENTRY_ROW, EntryRow, PathPlace, REDIRECT_ROW, Reader, RedirectRow, SEGMENT_ROW, SLOT_ROW,
    SWITCH_ROW, entry_key, parse_segment, partition,
};
use super::{CachePolicy, Day, EntryView, FormatError, Mark, Segment, SegmentNumber};

/// An index whose rules have all been proved; as cheap to copy as a slice.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    bytes: &'a [u8],
    layout: Layout,
}

impl<'a> Index<'a> {
    /// Reads the bytes of an index file and proves every rule of the format over them; any bytes may be given.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, FormatError> {
        let index = Self { bytes, layout: Layout::parse(bytes)? };
        check(index)?;
        Ok(index)
    }

    /// The index over bytes that gave this layout when they were parsed.
    pub(super) fn proved(bytes: &'a [u8], layout: Layout) -> Self {
        Self { bytes, layout }
    }

    /// What [`Index::proved`] needs besides the bytes.
    pub(super) fn layout(self) -> Layout {
        self.layout
    }

    /// The site it was made for.
    pub fn site(self) -> &'a str {
        std::str::from_utf8(self.table(Table::Site)).unwrap_or_default()
    }

    /// The mark of the content it was made from.
    pub fn content(self) -> Mark {
        self.layout.content
    }

    /// The answer for a path on a day; internal entries are never found.
    pub fn find(self, path: &str, day: Day) -> Option<EntryView<'a>> {
        let entry = self.last_at(path, day)?;
        let holds = entry.validity.contains(day) && entry.cache != CachePolicy::Internal;
        holds.then_some(entry)
    }

    /// An internal entry by its name.
    pub fn internal(self, name: &str) -> Option<EntryView<'a>> {
        let entry = self.last_at(name, Day(i32::MAX))?;
        (entry.cache == CachePolicy::Internal).then_some(entry)
    }

    /// All entries, internal ones too, by path and then by date.
    pub fn entries(self) -> impl Iterator<Item = EntryView<'a>> {
        (0..self.layout.entries).filter_map(move |number| self.entry(number))
    }

    /// How many entries there are.
    pub fn len(self) -> usize {
        self.layout.entries as usize
    }

    /// Whether there is no entry.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Where this path has moved to.
    pub fn redirect(self, path: &str) -> Option<&'a str> {
        let rows = self.table(Table::Redirects);
        let number = partition(rows, REDIRECT_ROW, |row| {
            RedirectRow::parse(row).is_some_and(|row| self.raw(row.path) < path.as_bytes())
        });
        let row = rows.get(number * REDIRECT_ROW..).and_then(RedirectRow::parse)?;
        (self.raw(row.path) == path.as_bytes()).then(|| self.path(row.target)).flatten()
    }

    /// All redirects as (path, target), by path.
    pub fn redirects(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let rows = self.table(Table::Redirects).chunks(REDIRECT_ROW);
        rows.filter_map(RedirectRow::parse)
            .filter_map(move |row| self.path(row.path).zip(self.path(row.target)))
    }

    /// The days on which some answer starts or ceases to hold, ascending.
    pub fn switches(self) -> impl Iterator<Item = Day> + use<'a> {
        let rows = self.table(Table::Switches).chunks(SWITCH_ROW);
        rows.filter_map(|row| Reader(row).i32().map(Day))
    }

    /// The first switch after `day`: until then every answer stays as it is.
    pub fn next_switch(self, day: Day) -> Option<Day> {
        self.switches().find(|switch| *switch > day)
    }

    /// The segments that bodies lie in, by number.
    pub fn segments(self) -> impl Iterator<Item = Segment> {
        self.table(Table::Segments).chunks(SEGMENT_ROW).filter_map(parse_segment)
    }

    /// One segment; none for a number of another index.
    pub fn segment(self, number: SegmentNumber) -> Option<Segment> {
        let start = usize::from(number.0) * SEGMENT_ROW;
        self.table(Table::Segments).get(start..).and_then(parse_segment)
    }

    /// The bytes of a table.
    pub(super) fn table(self, table: Table) -> &'a [u8] {
        self.layout.table(self.bytes, table)
    }

    /// A path of the index; none where the place is no path.
    pub(super) fn path(self, place: PathPlace) -> Option<&'a str> {
        let path = std::str::from_utf8(self.raw(place)).ok()?;
        (!path.is_empty() && !path.starts_with('/')).then_some(path)
    }

    /// The bytes of a path, which order as the path does.
    fn raw(self, place: PathPlace) -> &'a [u8] {
        place.within(self.table(Table::Paths))
    }

    /// The last entry of this path that starts on `day` or before.
    fn last_at(self, path: &str, day: Day) -> Option<EntryView<'a>> {
        let after = partition(self.table(Table::Entries), ENTRY_ROW, |row| {
            entry_key(row)
                .is_some_and(|(place, from)| (self.raw(place), from) <= (path.as_bytes(), day.0))
        });
        let entry = self.entry(u32::try_from(after.checked_sub(1)?).ok()?)?;
        (entry.path == path).then_some(entry)
    }

    fn entry(self, number: u32) -> Option<EntryView<'a>> {
        let start = (number as usize).checked_mul(ENTRY_ROW)?;
        let row = EntryRow::parse(self.table(Table::Entries).get(start..)?).ok()?;
        Some(EntryView {
            path: self.path(row.path)?,
            validity: row.validity,
            status: row.status,
            media: row.media,
            cache: row.cache,
            etag: row.etag,
            bodies: row.bodies,
            slot_rows: self.slot_rows(number, row.slots),
        })
    }

    /// The rows of the slots of one entry.
    fn slot_rows(self, entry: u32, count: u16) -> &'a [u8] {
        if count == 0 {
            return &[];
        }
        let rows = self.table(Table::Slots);
        let first = partition(rows, SLOT_ROW, |row| Reader(row).u32().is_some_and(|n| n < entry));
        let start = first * SLOT_ROW;
        rows.get(start..start + usize::from(count) * SLOT_ROW).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::super::builder::tests::{page, sample, table_of};
    use super::*;
    use proptest::prelude::*;

    /// Calls everything that reads; whatever the bytes, nothing may panic.
    fn read_all(bytes: &[u8]) {
        let Ok(index) = Index::parse(bytes) else { return };
        let _ = (index.site(), index.content(), index.next_switch(Day(0)), index.is_empty());
        for entry in index.entries() {
            let start = entry.validity.from.unwrap_or(Day(i32::MIN));
            let found = index.find(entry.path, start).or_else(|| index.internal(entry.path));
            assert_eq!(found, Some(entry));
            let _ = entry.to_entry();
        }
        for (path, target) in index.redirects() {
            assert_eq!(index.redirect(path), Some(target));
        }
    }

    #[test]
    fn every_cut_is_refused() {
        let bytes = sample();
        read_all(&bytes);
        for end in 0..bytes.len() {
            assert!(Index::parse(&bytes[..end]).is_err(), "cut at {end}");
        }
        assert!(Index::parse(&[&bytes[..], &[0]].concat()).is_err());
    }

    #[test]
    fn ten_thousand_paths_are_found_on_every_day() {
        let pages = (0..10_000).map(|n| page(&format!("thu-tuc/{}.{n:06}.html", n % 7), n % 3));
        let bytes = table_of(pages);
        let index = Index::parse(&bytes).unwrap();
        for n in 0..10_000 {
            let path = format!("thu-tuc/{}.{n:06}.html", n % 7);
            assert_eq!(index.find(&path, Day(20_000)).map(|entry| entry.path), Some(path.as_str()));
        }
        for path in ["", "a", "thu-tuc/0.000001.html", "thu-tuc/0.000000.htm", "z"] {
            assert_eq!(index.find(path, Day(20_000)), None, "{path}");
        }
    }

    #[test]
    fn one_hundred_thousand_entries_stay_small() {
        let bytes = table_of((0..100_000).map(|n| page(&format!("p/{n:06}"), 0)));
        assert!(bytes.len() < 100_000 * (72 + 8) + 200, "{}", bytes.len());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn mutated_bytes_never_panic(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
            cut in prop::option::of(any::<prop::sample::Index>()),
        ) {
            let mut bytes = sample();
            for (at, value) in changes {
                let at = at.index(bytes.len());
                bytes[at] = value;
            }
            if let Some(cut) = cut {
                bytes.truncate(cut.index(bytes.len()));
            }
            read_all(&bytes);
        }

        #[test]
        fn random_bytes_never_panic(tail in prop::collection::vec(any::<u8>(), 0..300)) {
            read_all(&tail);
            let mut bytes = sample();
            bytes.truncate(16);
            bytes.extend(tail);
            read_all(&bytes);
        }
    }
}
