//! What a release carries of a publication, so that a later one can be compared with what was published: the editions
//! with their bodies in a few packs, and the ground they stand on.
//!
//! An edit must not write everything again, so a procedure is known by its code to lie in one of a fixed number of packs,
//! and only that pack changes. What no citizen reads on a page or a sheet (sets, results, the log of printing) stays out.

use std::io::{Read, Write};
use std::sync::Arc;

use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::{Deserialize, Serialize};

use super::results::Results;
use super::{
    AgencyIndex, Bodies, BodyError, EditionIndex, FormFile, FreePage, Offered, Publication, Site,
};
use crate::catalogue::agency::{Agency, Offering};
use crate::catalogue::law::{Act, Calendar};
use crate::catalogue::procedure::{Edition, Procedure, ProcedureCode};
use crate::catalogue::{Counter, Field, Ledger, LedgerEntry};
use crate::feedback::Survey;

/// Editions that a pack holds on the average.
const IN_A_PACK: usize = 32;

/// The most packs.
const MOST_PACKS: usize = 256;

/// Why what a release carries could not be packed or read.
#[derive(Debug, thiserror::Error)]
#[error("what the release carries of its content cannot be used: {0}")]
pub struct CarriedError(String);

/// All but editions and bodies.
#[derive(Serialize, Deserialize)]
struct Ground {
    site: Site,
    fields: Vec<Field>,
    acts: Vec<Act>,
    calendar: Calendar,
    agencies: Vec<Agency>,
    counters: Vec<(usize, Counter)>,
    surveys: Vec<Survey>,
    pages: Vec<FreePage>,
    forms: Vec<FormFile>,
    ledger: Vec<LedgerEntry>,
    /// The codes that are offered anywhere, in order.
    codes: Vec<ProcedureCode>,
    /// For each agency, what it offers by its place among the codes.
    offered: Vec<Vec<u32>>,
    /// What differs, by the place among all that is offered.
    differs: Vec<(usize, Offering)>,
    mark: [u8; 16],
}

/// The editions of a publication in packs; the same publication gives the same packs.
pub fn packs(publication: &Publication) -> Vec<Vec<EditionIndex>> {
    let count = publication.editions.len().div_ceil(IN_A_PACK).next_power_of_two();
    let count = count.clamp(1, MOST_PACKS);
    let mut packs = vec![Vec::new(); count];
    for (place, edition) in publication.editions.iter().enumerate() {
        let hash = blake3::hash(edition.code.as_str().as_bytes());
        packs[usize::from(hash.as_bytes()[0]) % count].push(EditionIndex(place));
    }
    packs
}

/// The bytes of a pack.
///
/// # Errors
/// Where a body cannot be loaded.
pub fn pack(publication: &Publication, editions: &[EditionIndex]) -> Result<Vec<u8>, CarriedError> {
    let whole: Vec<(&Edition, Procedure)> = editions
        .iter()
        .map(|index| Ok((publication.edition(*index), publication.body(*index)?)))
        .collect::<Result<_, BodyError>>()
        .map_err(|error| CarriedError(error.to_string()))?;
    packed(&whole)
}

/// The bytes of all but the packs.
///
/// # Errors
/// Where it cannot be written down, which does not occur in these types.
pub fn ground(publication: &Publication) -> Result<Vec<u8>, CarriedError> {
    let mut codes: Vec<_> = publication.offered.iter().map(|one| one.code.clone()).collect();
    codes.sort_unstable();
    codes.dedup();
    let place = |code: &ProcedureCode| {
        u32::try_from(codes.binary_search(code).unwrap_or_default()).unwrap_or_default()
    };
    let of =
        |agency| publication.offered_by(AgencyIndex(agency)).iter().map(|one| place(&one.code));
    let offered = (0..publication.agencies.len()).map(|agency| of(agency).collect()).collect();
    let differs = publication.offered.iter().enumerate();
    let differs = differs
        .filter_map(|(at, one)| one.differs.as_deref().map(|own| (at, own.clone())))
        .collect();
    packed(&Ground {
        site: publication.site.clone(),
        fields: publication.fields.clone(),
        acts: publication.acts.clone(),
        calendar: publication.calendar.clone(),
        agencies: publication.agencies.clone(),
        counters: publication.counters.iter().map(|(at, one)| (at.0, one.clone())).collect(),
        surveys: publication.surveys.clone(),
        pages: publication.pages.clone(),
        forms: publication.forms.clone(),
        ledger: publication.ledger.entries.clone(),
        offered,
        differs,
        codes,
        mark: publication.mark,
    })
}

/// The publication that a release carries, with all its bodies in memory.
///
/// # Errors
/// Where the bytes are not what [`ground`] and [`pack`] made in this version of the program.
pub fn carried<'b>(
    ground: &[u8],
    packs: impl IntoIterator<Item = &'b [u8]>,
) -> Result<Publication, CarriedError> {
    let ground: Ground = unpacked(ground)?;
    let mut whole: Vec<(Edition, Procedure)> = Vec::new();
    for pack in packs {
        whole.extend(unpacked::<Vec<_>>(pack)?);
    }
    whole.sort_by(|(one, _), (other, _)| (&one.code, one.from).cmp(&(&other.code, other.from)));
    let (editions, bodies) = whole.into_iter().unzip();
    let mut offered = Vec::new();
    for (agency, own) in ground.offered.iter().enumerate() {
        for place in own {
            let code = ground.codes.get(*place as usize).cloned();
            let code = code.ok_or_else(|| CarriedError("a code is missing".into()))?;
            offered.push(Offered { agency: AgencyIndex(agency), code, differs: None });
        }
    }
    for (place, own) in ground.differs {
        if let Some(one) = offered.get_mut(place) {
            one.differs = Some(Box::new(own));
        }
    }
    Ok(Publication {
        site: ground.site,
        fields: ground.fields,
        acts: ground.acts,
        calendar: ground.calendar,
        sets: Vec::new(),
        agencies: ground.agencies,
        counters: ground.counters.into_iter().map(|(at, one)| (AgencyIndex(at), one)).collect(),
        editions,
        offered,
        surveys: ground.surveys,
        survey_versions: Vec::new(),
        results: Results::default(),
        pages: ground.pages,
        forms: ground.forms,
        ledger: Ledger { entries: ground.ledger },
        printed: Vec::new(),
        bodies: Arc::new(InMemory(bodies)),
        mark: ground.mark,
    })
}

struct InMemory(Vec<Procedure>);

impl Bodies for InMemory {
    fn body(&self, edition: EditionIndex) -> Result<Procedure, BodyError> {
        let missing = || BodyError { edition: edition.0, reason: "not there".into() };
        self.0.get(edition.0).cloned().ok_or_else(missing)
    }
}

fn packed(whole: &impl Serialize) -> Result<Vec<u8>, CarriedError> {
    let failed = |error: &dyn std::fmt::Display| CarriedError(error.to_string());
    let plain = postcard::to_stdvec(whole).map_err(|error| failed(&error))?;
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::new(1));
    packer.write_all(&plain).map_err(|error| failed(&error))?;
    packer.finish().map_err(|error| failed(&error))
}

fn unpacked<T: for<'d> Deserialize<'d>>(bytes: &[u8]) -> Result<T, CarriedError> {
    let mut plain = Vec::new();
    let read = ZlibDecoder::new(bytes).read_to_end(&mut plain);
    read.map_err(|error| CarriedError(error.to_string()))?;
    postcard::from_bytes(&plain).map_err(|error| CarriedError(error.to_string()))
}
