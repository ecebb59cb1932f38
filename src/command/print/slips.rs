//! Slips with one-time codes. They are made as they are printed, are not in the log of what hangs, and lie only in the
//! file that was named: whoever has it can rate as if they had been at the counter.

use anyhow::{Context, anyhow, bail};

use super::{Print, outside};
use crate::command::slips;
use crate::print::{self, CounterSubject, Sheet, SheetKind, SlipSubject};
use crate::symbol::Symbol;

impl Print<'_> {
    /// The slips that were asked for, as one pile.
    pub(super) fn slips(&self) -> anyhow::Result<Sheet> {
        if cfg!(not(feature = "pdf")) || self.arguments.html {
            bail!(self.words(
                "phiếu mã dùng một lần chỉ có dạng PDF (cargo build --release --features pdf); \
                 muốn có bảng mã thì dùng `niemyet codes issue`"
                    .into(),
                "slips come as PDF only (cargo build --release --features pdf); for a table of codes: \
                 `niemyet codes issue`"
                    .into(),
            ));
        }
        if self.arguments.record || self.arguments.stale {
            bail!(self.words(
                "phiếu mã dùng một lần không ghi vào sổ in: bỏ --record, --stale".into(),
                "slips are not in the log of what hangs: leave out --record and --stale".into(),
            ));
        }
        let file = self.arguments.out.as_ref();
        if file.is_none_or(|out| out.extension().is_none_or(|ending| ending != "pdf")) {
            bail!(self.words(
                "ghi rõ tệp, ví dụ -o phieu.pdf: ai có tệp này đều đánh giá được, in xong nên xóa"
                    .into(),
                "name a file, such as -o slips.pdf: whoever has it can rate, so delete it once printed"
                    .into(),
            ));
        }
        let counters = self.selection.counters();
        let (true, Some((agency, counter, entry))) =
            (self.arguments.counter.is_some(), counters.first().copied())
        else {
            bail!(self.words(
                "cần --counter CƠ-QUAN/QUẦY của một quầy có mã in; xem `niemyet codes list`".into(),
                "name a counter that has a printed code, --counter AGENCY/COUNTER; see `niemyet codes list`"
                    .into(),
            ));
        };
        let publication = self.selection.publication;
        let origin = slips::origin(self.common, publication, self.arguments.trial)?;
        let subject = SlipSubject {
            counter: CounterSubject {
                publication,
                theme: &self.theme,
                agency,
                counter,
                entry,
                origin: &origin,
                languages: &self.selection.languages,
            },
            last_day: self.today.plus_days(self.arguments.days),
        };
        let (kind, title) = (SheetKind::Slips, counter.name.original());
        let mut codes = Vec::new();
        for code in slips::made(self.common, entry, self.arguments.n, subject.last_day)? {
            let address = subject.address(&code);
            // Not remembered as read back: no address of a slip leaves a trace.
            let symbol = Symbol::proved(&address, kind.level())
                .with_context(|| anyhow!("the symbol of a slip cannot be read back"))?;
            self.judge(title, kind.legibility(self.paper(kind), &symbol))?;
            codes.push((code, symbol));
        }
        outside::note(&self.words(
            format!(
                "{} mã, dùng được đến hết ngày {}.",
                codes.len(),
                subject.last_day.vietnamese()
            ),
            format!("{} codes, good to the end of {}.", codes.len(), subject.last_day),
        ));
        Ok(print::receipt_slips(subject, &codes)?)
    }
}
