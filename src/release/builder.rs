//! Collects the answers of a site and writes its index.
//!
//! Entries may come in any order; the bytes depend on what was pushed, not on when. The builder ends by reading its
//! own bytes with the checks of a reader, so an index that breaks a rule is never written.

use std::collections::BTreeMap;

use super::day::switches;
use super::layout::Layout;
use super::row::write_segment;
use super::tables::{Tables, count};
use super::{
    Bodies, Body, Coding, Entry, EntryView, FormatError, Index, Mark, Segment, SegmentName,
    SegmentNumber,
};

/// Collects segments, entries and redirects for one index.
#[derive(Clone, Debug)]
pub struct IndexBuilder {
    site: String,
    content: Mark,
    segments: Vec<Segment>,
    numbers: BTreeMap<SegmentName, SegmentNumber>,
    entries: Vec<Entry>,
    redirects: Vec<(String, String)>,
}

impl IndexBuilder {
    /// An empty index for the site of this name, made from content of this mark.
    pub fn new(site: &str, content: Mark) -> Self {
        Self {
            site: site.to_owned(),
            content,
            segments: Vec::new(),
            numbers: BTreeMap::new(),
            entries: Vec::new(),
            redirects: Vec::new(),
        }
    }

    /// The number of a segment in this index; a segment that is already there keeps its number.
    ///
    /// Error: [`FormatError::TooMany`] beyond 65 535 segments.
    pub fn segment(&mut self, segment: Segment) -> Result<SegmentNumber, FormatError> {
        if let Some(number) = self.numbers.get(&segment.name) {
            return Ok(*number);
        }
        let number = u16::try_from(self.segments.len()).ok().filter(|number| *number < u16::MAX);
        let number = SegmentNumber(number.ok_or(FormatError::TooMany("segments"))?);
        self.segments.push(segment);
        self.numbers.insert(segment.name, number);
        Ok(number)
    }

    /// Adds an answer whose bodies name segments of this builder.
    pub fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Adds an answer of an older index as it is, with the segments that it lies in: how an edit keeps all pages
    /// that it does not touch. Slots and dates come along.
    ///
    /// Errors: [`FormatError::ForeignBody`] where the entry is of another index, and those of
    /// [`IndexBuilder::segment`].
    pub fn carry(&mut self, from: Index<'_>, entry: &EntryView<'_>) -> Result<(), FormatError> {
        let bodies = self.carried(from, entry)?;
        self.push(Entry { bodies, ..entry.to_entry() });
        Ok(())
    }

    /// The same with one more body, which lies in a segment of this builder.
    pub fn carry_with(
        &mut self,
        from: Index<'_>,
        entry: &EntryView<'_>,
        coding: Coding,
        body: Body,
    ) -> Result<(), FormatError> {
        let bodies = self.carried(from, entry)?.with(coding, body);
        self.push(Entry { bodies, ..entry.to_entry() });
        Ok(())
    }

    /// The bodies of an entry of an older index, in this one.
    fn carried(&mut self, from: Index<'_>, entry: &EntryView<'_>) -> Result<Bodies, FormatError> {
        let mut bodies = Bodies::new();
        for (coding, body) in entry.bodies.prepared() {
            let segment = from.segment(body.segment).ok_or(FormatError::ForeignBody)?;
            let segment = self.segment(segment)?;
            bodies = bodies.with(coding, Body { segment, ..body });
        }
        Ok(bodies)
    }

    /// Sends readers of one path to another, both without leading slash. Where an entry holds at `path`, the host
    /// asks for that first.
    pub fn redirect(&mut self, path: &str, target: &str) {
        self.redirects.push((path.to_owned(), target.to_owned()));
    }

    /// The segments so far, by number.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The bytes of the index file, proved by reading them.
    pub fn finish(mut self) -> Result<Vec<u8>, FormatError> {
        self.entries.sort_by(|one, other| {
            let key = |entry: &Entry| entry.validity.to_bounds().0;
            (&one.path, key(one)).cmp(&(&other.path, key(other)))
        });
        self.redirects.sort();
        let mut tables = Tables::default();
        for (number, entry) in self.entries.iter().enumerate() {
            tables.push_entry(count(number, "entries")?, entry)?;
        }
        for (path, target) in &self.redirects {
            tables.push_redirect(path, target)?;
        }
        let bytes = self.assemble(&tables)?;
        Index::parse(&bytes)?;
        Ok(bytes)
    }

    fn assemble(&self, tables: &Tables) -> Result<Vec<u8>, FormatError> {
        let days = switches(self.entries.iter().map(|entry| entry.validity));
        let layout = Layout {
            content: self.content,
            segments: count(self.segments.len(), "segments")?,
            entries: count(self.entries.len(), "entries")?,
            slots: tables.slot_count,
            redirects: count(self.redirects.len(), "redirects")?,
            switches: count(days.len(), "switch days")?,
            site_len: count(self.site.len(), "bytes of the site's name")?,
            paths_len: count(tables.paths.len(), "bytes of paths")?,
        };
        let mut bytes = layout.to_bytes();
        self.segments.iter().for_each(|segment| write_segment(segment, &mut bytes));
        bytes.extend_from_slice(&tables.entries);
        bytes.extend_from_slice(&tables.slots);
        bytes.extend_from_slice(&tables.redirects);
        bytes.extend(days.into_iter().flat_map(|day| day.0.to_le_bytes()));
        bytes.extend_from_slice(self.site.as_bytes());
        bytes.extend_from_slice(&tables.paths);
        Ok(bytes)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::{CachePolicy, Coding, Day, Extent, Fault, Media, Slot, SlotKind, Validity};
    use super::*;

    const SEGMENT: Segment = Segment { name: SegmentName(Mark([7; 16])), len: 1_000 };

    pub(in super::super) fn body(segment: SegmentNumber, offset: u64, len: u32) -> Body {
        Body { segment, extent: Extent { offset, len } }
    }

    /// A page that lies in the first segment, of as many bytes past 100 as it is told.
    pub(in super::super) fn page(path: &str, more: u32) -> Entry {
        let identity = body(SegmentNumber(0), 16, 100 + more);
        Entry {
            path: path.to_owned(),
            validity: Validity::ALWAYS,
            status: 200,
            media: Media::Html,
            cache: CachePolicy::Page,
            etag: Mark::of(path.as_bytes()),
            bodies: Bodies::new().with(Coding::Identity, identity),
            slots: Vec::new(),
        }
    }

    fn dated(path: &str, from: Option<i32>, to: Option<i32>) -> Entry {
        let validity = Validity { from: from.map(Day), to: to.map(Day) };
        Entry { validity, ..page(path, 0) }
    }

    fn builder(entries: impl IntoIterator<Item = Entry>) -> IndexBuilder {
        let mut builder = IndexBuilder::new("Phường Bến Nghé", Mark([1; 16]));
        builder.segment(SEGMENT).unwrap();
        entries.into_iter().for_each(|entry| builder.push(entry));
        builder
    }

    pub(in super::super) fn table_of(entries: impl IntoIterator<Item = Entry>) -> Vec<u8> {
        builder(entries).finish().unwrap()
    }

    fn sample_builder() -> IndexBuilder {
        let slot = |offset, len, kind| Slot { offset, len, kind };
        let rating = Entry {
            slots: vec![slot(10, 32, SlotKind::Key), slot(42, 40, SlotKind::Time)],
            ..page("Q/7K3M9PQ/index.html", 0)
        };
        let inside = Entry { cache: CachePolicy::Internal, ..page("niemyet/publication", 5) };
        let gzip = body(SegmentNumber(0), 500, 500);
        let mut packed = page("tim.html", 0);
        packed.bodies = packed.bodies.with(Coding::Gzip, gzip).with(Coding::Brotli, gzip);
        let old = dated("thu-tuc/1.000894.html", None, Some(20_878));
        let new = dated("thu-tuc/1.000894.html", Some(20_878), None);
        let missing = Entry { status: 404, ..page("404.html", 1) };
        let mut builder = builder([rating, new, inside, packed, missing, old]);
        builder.redirect("thu-tuc/cu.html", "thu-tuc/1.000894.html");
        builder.redirect("lien-he.html", "don-vi/ben-nghe.html");
        builder
    }

    pub(in super::super) fn sample() -> Vec<u8> {
        sample_builder().finish().unwrap()
    }

    fn fault_of(entries: impl IntoIterator<Item = Entry>) -> Fault {
        match builder(entries).finish() {
            Err(FormatError::Row { fault, .. }) => fault,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_goes_in_comes_out() {
        let bytes = sample();
        let index = Index::parse(&bytes).unwrap();
        assert_eq!(
            (index.site(), index.content(), index.len()),
            ("Phường Bến Nghé", Mark([1; 16]), 6)
        );
        let mut pushed = sample_builder().entries;
        pushed.sort_by(|one, other| {
            one.path
                .cmp(&other.path)
                .then(one.validity.to.is_none().cmp(&other.validity.to.is_none()))
        });
        let read: Vec<Entry> = index.entries().map(|entry| entry.to_entry()).collect();
        assert_eq!(read, pushed);
        assert_eq!(index.segments().collect::<Vec<_>>(), [SEGMENT]);
        assert_eq!(index.redirect("lien-he.html"), Some("don-vi/ben-nghe.html"));
        assert_eq!(index.redirect("lien-he"), None);
        assert!(index.find("Q/7K3M9PQ/index.html", Day(0)).unwrap().has_slots());
    }

    #[test]
    fn editions_change_over_on_their_day() {
        let bytes = sample();
        let index = Index::parse(&bytes).unwrap();
        let on = |day| index.find("thu-tuc/1.000894.html", Day(day)).unwrap().validity.from;
        assert_eq!((on(20_877), on(20_878)), (None, Some(Day(20_878))));
        assert_eq!(index.next_switch(Day(20_877)), Some(Day(20_878)));
        assert_eq!(index.next_switch(Day(20_878)), None);
    }

    #[test]
    fn nothing_is_found_in_a_gap() {
        let bytes = table_of([dated("a", Some(1), Some(3)), dated("a", Some(5), None)]);
        let index = Index::parse(&bytes).unwrap();
        let found = [0, 1, 2, 3, 4, 5, 6].map(|day| index.find("a", Day(day)).is_some());
        assert_eq!(found, [false, true, true, false, false, true, true]);
        assert_eq!(index.switches().collect::<Vec<_>>(), [Day(1), Day(3), Day(5)]);
    }

    #[test]
    fn internal_entries_are_never_served() {
        let bytes = sample();
        let index = Index::parse(&bytes).unwrap();
        assert_eq!(index.find("niemyet/publication", Day(20_000)), None);
        assert!(index.internal("niemyet/publication").is_some());
        assert_eq!(index.internal("tim.html"), None);
    }

    #[test]
    fn the_order_of_pushing_does_not_matter() {
        let mut turned = sample_builder();
        turned.entries.reverse();
        turned.redirects.reverse();
        assert_eq!(turned.finish().unwrap(), sample());
    }

    #[test]
    fn carrying_over_keeps_every_entry() {
        let bytes = sample();
        let index = Index::parse(&bytes).unwrap();
        let mut next = IndexBuilder::new(index.site(), index.content());
        let other = Segment { name: SegmentName(Mark([9; 16])), len: 16 };
        next.segment(other).unwrap();
        index.entries().for_each(|entry| next.carry(index, &entry).unwrap());
        let carried = next.finish().unwrap();
        let carried = Index::parse(&carried).unwrap();
        assert_eq!(carried.segments().collect::<Vec<_>>(), [other, SEGMENT]);
        let bare = |index: Index<'_>| -> Vec<Entry> {
            index
                .entries()
                .map(|entry| Entry { bodies: Bodies::new(), ..entry.to_entry() })
                .collect()
        };
        assert_eq!(bare(carried), bare(index));
        assert!(
            carried
                .entries()
                .all(|entry| entry.bodies.prepared().all(|(_, body)| body.segment.0 == 1))
        );
    }

    #[test]
    fn broken_rules_are_named() {
        assert_eq!(fault_of([page("a", 0), page("a", 0)]), Fault::Overlap);
        assert_eq!(
            fault_of([dated("a", None, Some(5)), dated("a", Some(4), None)]),
            Fault::Overlap
        );
        assert_eq!(fault_of([dated("a", Some(5), Some(5))]), Fault::Validity);
        assert_eq!(fault_of([page("/a", 0)]), Fault::Path);
        assert_eq!(fault_of([page("", 0)]), Fault::Path);
        assert_eq!(fault_of([page("a", 900)]), Fault::Body);
        assert_eq!(fault_of([Entry { bodies: Bodies::new(), ..page("a", 0) }]), Fault::Body);
        assert_eq!(fault_of([Entry { status: 99, ..page("a", 0) }]), Fault::Status);
        let slot = |offset| Slot { offset, len: 10, kind: SlotKind::Key };
        assert_eq!(fault_of([Entry { slots: vec![slot(91)], ..page("a", 0) }]), Fault::Slot);
        assert_eq!(
            fault_of([Entry { slots: vec![slot(9), slot(0)], ..page("a", 0) }]),
            Fault::Slot
        );
        let mut turning = builder([]);
        turning.redirect("a", "a");
        let refused = turning.finish().unwrap_err();
        assert!(refused.to_string().contains("(\"a\"): it leads to itself"), "{refused}");
    }
}
