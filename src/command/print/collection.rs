//! The sheets of one kind that were asked for, each with what it says.

use std::collections::BTreeSet;

use anyhow::{Context, bail};

use super::Print;
use super::purpose::Purpose;
use super::selection::unknown;
use crate::catalogue::Counter;
use crate::catalogue::procedure::ProcedureCode;
use crate::command::sheets::kept_symbol;
use crate::print::{
    self, BoardSubject, CounterSubject, NoticeSubject, ProcedureSubject, Sheet, SheetKind,
};
use crate::publication::{AgencyIndex, PageAddress};
use crate::symbol::Symbol;

/// Sheets of one kind.
pub(super) struct Collection {
    pub(super) kind: SheetKind,
    pub(super) sheets: Vec<Sheet>,
}

impl Collection {
    /// The sheets of a kind.
    pub(super) fn of(print: &Print<'_>, kind: SheetKind) -> anyhow::Result<Self> {
        let sheets = match kind {
            SheetKind::Poster | SheetKind::Tent | SheetKind::Labels | SheetKind::Survey => {
                print.of_counters(kind)?
            }
            SheetKind::Board => print.boards()?,
            SheetKind::Procedure => print.procedures()?,
            SheetKind::Notice => print.notices()?,
            SheetKind::Slips => vec![print.slips()?],
        };
        Ok(Self { kind, sheets })
    }
}

impl Print<'_> {
    fn of_counters(&self, kind: SheetKind) -> anyhow::Result<Vec<Sheet>> {
        let paper = self.arguments.size.paper(kind);
        let publication = self.selection.publication;
        let site = &publication.site;
        let survey = match &self.arguments.survey {
            Some(id) => Some(publication.survey(id).ok_or_else(|| {
                let own = publication.surveys.iter().map(|survey| survey.id.to_string());
                anyhow::anyhow!(unknown(self.common.lang, "phiếu", "survey", id, own))
            })?),
            None => site.counter_survey.as_ref().and_then(|id| publication.survey(id.as_str())),
        };
        let mut sheets = Vec::new();
        for (agency, counter, entry) in self.selection.counters() {
            let address = self.origin.address(&entry.code);
            let symbol = self.symbol(kind, &address, counter.name.original())?;
            let subject = CounterSubject {
                publication,
                theme: &self.theme,
                agency,
                counter,
                entry,
                origin: &self.origin,
                languages: &self.selection.languages,
            };
            let sheet = match (kind, survey) {
                (SheetKind::Survey, None) => continue,
                (SheetKind::Survey, Some(survey)) => print::survey_slip(subject, survey, &symbol),
                _ => print::counter_sheet(kind, paper, subject, &symbol),
            };
            sheets.push(sheet.with_context(|| counter.name.original().to_owned())?);
        }
        Ok(sheets)
    }

    fn boards(&self) -> anyhow::Result<Vec<Sheet>> {
        let agencies = self.selection.agencies.iter();
        let boards = agencies.map(|agency| self.board(*agency, self.selection.counter));
        Ok(boards.collect::<anyhow::Result<Vec<_>>>()?.into_iter().flatten().collect())
    }

    fn board(
        &self,
        agency: AgencyIndex,
        counter: Option<&Counter>,
    ) -> anyhow::Result<Option<Sheet>> {
        let domain = self.domain();
        let subject = BoardSubject {
            publication: self.selection.publication,
            theme: &self.theme,
            agency,
            counter,
            domain: &domain,
            languages: &self.selection.languages,
            day: self.today,
        };
        let paper = self.arguments.size.paper(SheetKind::Board);
        let mut symbols = Vec::new();
        for code in print::board_codes(subject) {
            let symbol = self.procedure_symbol(SheetKind::Board, code)?;
            symbols.push((symbol.svg(""), SheetKind::Board.symbol_width(paper, &symbol)));
        }
        if symbols.is_empty() {
            return Ok(None);
        }
        Ok(Some(print::board_sheet(subject, &symbols)?))
    }

    fn procedures(&self) -> anyhow::Result<Vec<Sheet>> {
        let publication = self.selection.publication;
        let paper = self.arguments.size.paper(SheetKind::Procedure);
        let domain = self.domain();
        let mut sheets = Vec::new();
        for agency in &self.selection.agencies {
            for offered in publication.offered_by(*agency) {
                let chosen = self.arguments.procedure.as_deref();
                let named = chosen.is_none_or(|code| code == offered.code.as_str());
                if !named || !self.purpose.wants(&offered.code) {
                    continue;
                }
                let symbol = self.procedure_symbol(SheetKind::Procedure, &offered.code)?;
                let subject = ProcedureSubject {
                    publication,
                    theme: &self.theme,
                    agency: *agency,
                    code: &offered.code,
                    domain: &domain,
                    languages: &self.selection.languages,
                    day: self.today,
                };
                sheets.extend(print::procedure_sheet(paper, subject, &symbol)?);
            }
        }
        match &self.arguments.procedure {
            Some(code) if sheets.is_empty() => {
                let agencies = self.selection.agencies.iter();
                let own = agencies.flat_map(|agency| publication.offered_by(*agency));
                // What several agencies offer is named once.
                let own: BTreeSet<_> = own.map(|offered| offered.code.to_string()).collect();
                let own = own.into_iter();
                bail!(unknown(self.common.lang, "thủ tục", "procedure", code, own))
            }
            _ => Ok(sheets),
        }
    }

    fn notices(&self) -> anyhow::Result<Vec<Sheet>> {
        let publication = self.selection.publication;
        let paper = self.arguments.size.paper(SheetKind::Notice);
        let domain = self.domain();
        let mut sheets = Vec::new();
        for agency in &self.selection.agencies {
            let own = publication.agency(*agency);
            let page = PageAddress::Agency { agency: own.id.as_str(), part: 1 }.path(None);
            let address = self.origin.page_address(&publication.site.base_url, &page);
            let symbol = self.symbol(SheetKind::Notice, &address, own.short_name.original())?;
            let subject = NoticeSubject {
                publication,
                theme: &self.theme,
                agency: *agency,
                domain: &domain,
                languages: &self.selection.languages,
            };
            sheets.push(print::notice_sheet(paper, subject, &symbol)?);
        }
        Ok(sheets)
    }

    /// The symbol that opens the page of a procedure.
    fn procedure_symbol(&self, kind: SheetKind, code: &ProcedureCode) -> anyhow::Result<Symbol> {
        let page = PageAddress::Procedure { code: code.as_str() }.path(None);
        let base = &self.selection.publication.site.base_url;
        self.symbol(kind, &self.origin.page_address(base, &page), code.as_str())
    }

    /// A symbol that was read back, and that can be printed on this kind of sheet.
    fn symbol(&self, kind: SheetKind, address: &str, title: &str) -> anyhow::Result<Symbol> {
        if matches!(self.purpose, Purpose::Compare(_)) {
            return Ok(Symbol::encode(address, kind.level())?);
        }
        let (symbol, _) = kept_symbol(self.common, address, kind.level())?;
        self.judge(title, kind.legibility(self.arguments.size.paper(kind), &symbol))?;
        Ok(symbol)
    }

    /// The domain of the site's pages, as it is read aloud.
    pub(super) fn domain(&self) -> String {
        let base = &self.selection.publication.site.base_url;
        let page = self.origin.page_address(base, "");
        page.split('/').nth(2).unwrap_or_default().to_lowercase()
    }
}
