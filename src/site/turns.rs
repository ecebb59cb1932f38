//! The days on which editions gave way to others, each with what changed in a few lines: the history on the pages of
//! procedures, the page of changes and its feeds all say it from here.

use std::collections::HashMap;

use rayon::prelude::*;

use super::register::Register;
use crate::catalogue::procedure::Edition;
use crate::change::{self, Stage, Weight};
use crate::publication::{EditionIndex, Publication};
use crate::text::{Date, Text};

/// Lines of one turn; what there is beyond is counted.
const LINES: usize = 6;

/// How many days before its first day a coming edition is announced with what it changes.
pub(super) const NOTICE_DAYS: i32 = 30;

/// A turn as pages tell it.
#[derive(Debug, Clone)]
pub(super) struct ToldTurn {
    /// The edition that began, or the last there was.
    pub(super) edition: EditionIndex,
    /// The first day of what is new.
    pub(super) day: Date,
    /// Whether the procedure changed or ended.
    pub(super) stage: Stage,
    /// Changes of substance, as sentences without a full stop.
    pub(super) lines: Vec<Text>,
    /// Changes of substance beyond these.
    pub(super) more: usize,
    /// Changes of wording.
    pub(super) wording: usize,
}

/// All turns of a publication.
#[derive(Default)]
pub(super) struct Turns {
    /// The latest first, those of a day in order of code.
    pub(super) all: Vec<ToldTurn>,
    /// The turn with which an edition began.
    began: HashMap<EditionIndex, usize>,
}

impl Turns {
    /// The turns of all procedures. One whose body cannot be loaded is left out here: its own page fails with the reason.
    pub(super) fn of(publication: &Publication, register: &Register) -> Self {
        let several = |index: &&EditionIndex| {
            let edition = publication.edition(**index);
            edition.to.is_some() || publication.editions_beside(**index).count() > 1
        };
        let turns = |index: &EditionIndex| change::turns(publication, *index).unwrap_or_default();
        let shown = register.shown.par_iter().filter(several);
        let mut all: Vec<_> = shown.flat_map_iter(turns).map(|turn| told(&turn)).collect();
        all.sort_by_key(|turn: &ToldTurn| (std::cmp::Reverse(turn.day), turn.edition));
        let began = all.iter().enumerate().filter(|(_, turn)| turn.stage == Stage::Changed);
        let began = began.map(|(at, turn)| (turn.edition, at)).collect();
        Self { all, began }
    }

    /// What changed with an edition; none for the first of a procedure.
    pub(super) fn with(&self, edition: EditionIndex) -> Option<&ToldTurn> {
        self.began.get(&edition).map(|at| &self.all[*at])
    }

    /// The turns of procedures that `wanted` says yes to.
    pub(super) fn among<'t>(
        &'t self,
        publication: &'t Publication,
        wanted: impl Fn(&Edition) -> bool + 't,
    ) -> impl Iterator<Item = &'t ToldTurn> {
        self.all.iter().filter(move |turn| wanted(publication.edition(turn.edition)))
    }
}

fn told(turn: &change::Turn) -> ToldTurn {
    let of = |weight| turn.changes.iter().filter(move |one| one.weight == weight);
    let substance = of(Weight::Substance).count();
    ToldTurn {
        edition: turn.edition,
        day: turn.day,
        stage: turn.stage,
        lines: of(Weight::Substance).take(LINES).map(change::Change::text).collect(),
        more: substance.saturating_sub(LINES),
        wording: of(Weight::Wording).count(),
    }
}
