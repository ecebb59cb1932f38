//! The body of a procedure: everything its page says. Parsed once, checked, kept in compact form,
//! loaded one at a time as pages are rendered; the light part that stays in memory is [`super::Edition`].

use serde::{Deserialize, Serialize};

use super::{Channel, PaperCase, Step};
use crate::catalogue::Stated;
use crate::text::{Date, Slug, Text};

/// The level that carries a procedure out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the glossary gives the Vietnamese term of each")]
pub enum ProcedureLevel {
    Province,
    Commune,
    Ministry,
}

/// The legal kind of a procedure (loại thủ tục).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ProcedureKind {
    /// The law leaves its details to be regulated.
    DetailedByLaw,
    /// The law does not delegate it to localities.
    NotDelegated,
    /// Special to the locality.
    Local,
    /// Any other.
    Other,
}

/// Who may apply (đối tượng thực hiện).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the glossary gives the Vietnamese term of each")]
pub enum Applicant {
    Citizen,
    OverseasVietnamese,
    Foreigner,
    Enterprise,
    ForeignEnterprise,
    Cooperative,
    Organisation,
    ForeignOrganisation,
    Official,
    PartyMember,
    PartyOrganisation,
}

/// Which bodies take part; a part that is absent was not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bodies {
    /// Cơ quan có thẩm quyền quyết định.
    pub decides: Option<Stated<Text>>,
    /// Cơ quan thực hiện.
    pub handles: Option<Stated<Text>>,
    /// Cơ quan phối hợp.
    pub coordinates: Option<Stated<Text>>,
    /// Cơ quan được ủy quyền.
    pub delegated: Option<Stated<Text>>,
}

impl Bodies {
    /// Where people go: the body that handles it if one is named, else what is said of the one that
    /// decides.
    pub fn handler(&self) -> Option<&Stated<Text>> {
        let named = |body: &&Stated<Text>| body.given().is_some();
        let handles = self.handles.as_ref();
        handles.filter(named).or(self.decides.as_ref()).or(handles)
    }
}

/// A requirement or condition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Its id.
    pub id: Slug,
    /// What is required.
    pub text: Text,
}

/// A result (kết quả).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its id.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// How long it is valid.
    pub validity: Option<Stated<Text>>,
    /// How it is returned.
    pub returned: Option<Text>,
}

/// The decision that announced a procedure (quyết định công bố).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its number.
    pub number: Box<str>,
    /// The day it was issued.
    pub issued: Option<Date>,
    /// The body that issued it.
    pub body: Option<Text>,
}

/// Everything that the page of a procedure says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procedure {
    /// The official name.
    pub name: Text,
    /// The name people read in lists.
    pub short_name: Option<Text>,
    /// What people call it.
    pub aliases: Vec<Text>,
    /// One plain sentence.
    pub summary: Option<Text>,
    /// The level or levels.
    pub level: Vec<ProcedureLevel>,
    /// The legal kind.
    pub kind: Option<ProcedureKind>,
    /// Who may apply.
    pub applicants: Vec<Applicant>,
    /// Which bodies take part.
    pub bodies: Bodies,
    /// The one position answerable for the whole.
    pub answerable: Option<Text>,
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// The ways to file.
    pub channels: Vec<Channel>,
    /// How many sets of papers.
    pub file_sets: Option<Stated<u8>>,
    /// What to bring, by situation; `None` is a statement.
    pub cases: Option<Stated<Vec<PaperCase>>>,
    /// Requirements and conditions.
    pub conditions: Option<Stated<Vec<Condition>>>,
    /// What comes out.
    pub results: Option<Stated<Vec<Outcome>>>,
    /// Numbers of the acts it rests on.
    pub acts: Vec<Box<str>>,
    /// The announcing decision.
    pub decision: Option<Decision>,
    /// The day somebody compared this with its source.
    pub checked_on: Option<Date>,
    /// Longer guidance in Markdown.
    pub guidance: Option<Text>,
}

impl Procedure {
    /// The cases that are given; none where papers are said to be none, quoted or not spoken of.
    pub fn given_cases(&self) -> &[PaperCase] {
        self.cases.as_ref().and_then(Stated::given).map_or(&[], Vec::as_slice)
    }

    /// The name for lists and headings: short if there is one.
    pub fn display_name(&self) -> &Text {
        self.short_name.as_ref().unwrap_or(&self.name)
    }
}
