//! A comparison for programs.

use serde_json::{Value, json};

use super::comparison::Comparison;
use super::reprint::Reprint;
use crate::change::{Change, Stage, Weight};
use crate::diagnostic::Tongue;
use crate::text::Text;

impl Comparison {
    /// The report as JSON: one object; days as `2027-03-01`, `null` where at once.
    pub(super) fn json(&self) -> String {
        let procedures = self.changes.procedures.iter().map(|one| {
            json!({
                "code": one.code.as_str(),
                "name": both(&one.name),
                "field": one.field.as_str(),
                "from": one.from.map(|day| day.to_string()),
                "stage": stage(one.stage),
                "changes": changes(&one.changes),
            })
        });
        let agencies = self.changes.agencies.iter().map(|one| {
            let offerings = one.offerings.iter().map(|(code, name, own)| {
                json!({"code": code.as_str(), "name": both(name), "changes": changes(own)})
            });
            json!({
                "agency": one.agency.as_str(),
                "name": both(&one.name),
                "stage": stage(one.stage),
                "changes": changes(&one.changes),
                "offerings": offerings.collect::<Vec<_>>(),
            })
        });
        let whole = json!({
            "before": self.before,
            "after": self.after,
            "day": self.day.to_string(),
            "procedures": procedures.collect::<Vec<_>>(),
            "agencies": agencies.collect::<Vec<_>>(),
            "reprint": self.reprints.iter().map(reprint).collect::<Vec<_>>(),
            "forms": self.forms,
        });
        format!("{whole:#}\n")
    }
}

fn both(text: &Text) -> Value {
    json!({
        "vi": super::comparison::name(text, Tongue::Vietnamese),
        "en": super::comparison::name(text, Tongue::English),
    })
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::New => "new",
        Stage::Changed => "changed",
        Stage::Ended => "ended",
        Stage::Removed => "removed",
    }
}

fn changes(all: &[Change]) -> Vec<Value> {
    let one = |change: &Change| {
        let weight = match change.weight {
            Weight::Substance => "substance",
            Weight::Wording => "wording",
        };
        let values = |values: &[crate::change::Value]| -> Vec<Value> {
            let said = |value: &crate::change::Value| {
                let (vi, en) = (value.said(Tongue::Vietnamese), value.said(Tongue::English));
                json!({"vi": vi, "en": en})
            };
            values.iter().map(said).collect()
        };
        json!({
            "aspect": change.aspect.id(),
            "weight": weight,
            "before": values(&change.before),
            "after": values(&change.after),
            "said": both(&change.text()),
        })
    };
    all.iter().map(one).collect()
}

fn reprint(one: &Reprint) -> Value {
    json!({
        "sheet": one.kind.name(),
        "agency": one.agency.as_str(),
        "subject": one.subject,
        "title": one.title,
        "from": one.from.map(|day| day.to_string()),
        "before": one.before.map(|mark| mark.to_string()),
        "after": one.after.map(|mark| mark.to_string()),
    })
}
