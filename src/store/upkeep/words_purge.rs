//! Words whose time is over, erased; the rest of their ratings stays. Rows say which words they hold, so only
//! those are read whose line has passed, and once those that nobody has judged by the rules of today.

use super::purging::{BATCH, Purged, bytes};
use super::{Hand, Held, PurgePlan, Step};
use crate::feedback::{AnswerValue, Mark, is_suspected_personal, personal};
use crate::store::cells::Cells;
use crate::store::snapshot::{self, Snapshot, Value};
use crate::store::words_held::WordsHeld;
use crate::store::{StoreError, answers_text, marks_text, select};
use crate::text::Slug;

pub(super) const HOLDING: &str = "SELECT agency, id, received_at, marks, answers FROM rating \
     WHERE agency = $1 AND words = $2 AND received_at >= $3 AND received_at < $4";

const ERASE: &str = "UPDATE rating SET answers = $1, words = $2 \
     WHERE agency = $3 AND id = $4 AND answers = $5";

const FORGET_REVIEWS: &str = "DELETE FROM words_review WHERE agency = $1 AND rating = $2";

const JUDGE: &str = "UPDATE rating SET words = $1 WHERE agency = $2 AND id = $3 AND words = $4";

const NOTE_RULES: &str = "INSERT INTO lock (name, turn) VALUES ('words', $1) \
     ON CONFLICT (name) DO UPDATE SET turn = excluded.turn";

/// One purge of words.
pub(super) struct WordsPurge<'a> {
    plan: &'a PurgePlan,
    /// Whether words were last judged by other rules than those of today.
    anew: bool,
}

/// A row that holds words.
struct Found {
    id: Vec<u8>,
    received_at: i64,
    marks: Vec<Mark>,
    before: String,
    answers: Vec<(Slug, AnswerValue)>,
}

impl<'a> WordsPurge<'a> {
    pub(super) fn new(
        plan: &'a PurgePlan,
        snapshot: &mut dyn Snapshot,
    ) -> Result<Self, StoreError> {
        let rules = snapshot::number(snapshot, select::WORDS_RULES)?;
        Ok(Self { plan, anew: rules != personal::RULES })
    }

    /// Erases what is over among the words of an agency, and counts it; without a hand only counts.
    pub(super) fn carry_out(
        &self,
        snapshot: &mut dyn Snapshot,
        agency: &Slug,
        mut hand: Option<&mut (dyn Hand + '_)>,
        purged: &mut Purged,
    ) -> Result<(), StoreError> {
        let plan = self.plan;
        let harmless_until = if self.anew { i64::MAX } else { plan.words };
        let personal_until = plan.marked_words.max(plan.words);
        for (held, until) in [
            (WordsHeld::Unseen, i64::MAX),
            (WordsHeld::Plain, harmless_until),
            (WordsHeld::Personal, personal_until),
        ] {
            let values = [
                Value::Text(agency.as_str()),
                Value::Number(held.number()),
                Value::Number(plan.ratings_before()),
                Value::Number(until),
            ];
            let mut steps = Vec::new();
            snapshot.rows(HOLDING, &values, &mut |row| {
                // What cannot be read is told by an export; it is not taken out unread.
                let Some(found) = read(row)? else { return Ok(()) };
                steps.extend(self.step(agency, held, found, purged)?);
                if steps.len() >= BATCH {
                    write(&mut hand, &mut steps)?;
                }
                Ok(())
            })?;
            write(&mut hand, &mut steps)?;
        }
        Ok(())
    }

    /// Notes that all words have been judged by the rules of today.
    pub(super) fn finish(&self, hand: &mut (dyn Hand + '_)) -> Result<(), StoreError> {
        if self.anew {
            let values = vec![Held::Number(personal::RULES)];
            hand.carry_out(&[Step { sql: NOTE_RULES, values }])?;
        }
        Ok(())
    }

    /// What is to be done about a row that says it holds this.
    fn step(
        &self,
        agency: &Slug,
        held: WordsHeld,
        mut found: Found,
        purged: &mut Purged,
    ) -> Result<Vec<Step<'static>>, StoreError> {
        let erased = self.erase(&mut found, purged);
        let left = WordsHeld::found(&found.answers, &found.marks);
        let words = left.map_or(Held::Null, |left| Held::Number(left.number()));
        let (agency, id) = (Held::Text(agency.to_string()), Held::Bytes(found.id));
        let of_rating = vec![agency.clone(), id.clone()];
        if erased {
            let after = answers_text::write(&found.answers)
                .map_err(|error| StoreError::Export(error.into()))?;
            let values = vec![Held::Text(after), words, agency, id, Held::Text(found.before)];
            // What was decided of them repeats them in part.
            let forget = Step { sql: FORGET_REVIEWS, values: of_rating };
            return Ok(vec![Step { sql: ERASE, values }, forget]);
        }
        let values = vec![words, agency, id, Held::Number(held.number())];
        let judged = (left != Some(held)).then_some(Step { sql: JUDGE, values });
        Ok(judged.into_iter().collect())
    }

    /// Erases what is over and says whether anything was.
    fn erase(&self, found: &mut Found, purged: &mut Purged) -> bool {
        let marked = found.marks.contains(&Mark::Personal);
        let mut changed = false;
        for (_, answer) in &mut found.answers {
            let AnswerValue::Text(words) = answer else { continue };
            if marked || is_suspected_personal(words) {
                if found.received_at >= self.plan.marked_words {
                    continue;
                }
                purged.marked_words += 1;
            } else if found.received_at < self.plan.words {
                purged.words += 1;
            } else {
                continue;
            }
            *answer = AnswerValue::ErasedText;
            changed = true;
        }
        changed
    }
}

fn read(row: &dyn Cells) -> Result<Option<Found>, StoreError> {
    let text = |at| row.text(at).map(Option::unwrap_or_default).map_err(StoreError::Read);
    let before = text(4)?;
    let Some(answers) = answers_text::read(&before) else { return Ok(None) };
    Ok(Some(Found {
        id: bytes(row, 1)?,
        received_at: row.number(2).map_err(StoreError::Read)?.unwrap_or_default(),
        marks: marks_text::read(&text(3)?).unwrap_or_default(),
        before,
        answers,
    }))
}

fn write(
    hand: &mut Option<&mut (dyn Hand + '_)>,
    steps: &mut Vec<Step<'static>>,
) -> Result<(), StoreError> {
    if let Some(hand) = hand
        && !steps.is_empty()
    {
        hand.carry_out(steps)?;
    }
    steps.clear();
    Ok(())
}
