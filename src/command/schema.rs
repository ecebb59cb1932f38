//! `niemyet schema`: JSON Schemas, so that an editor completes keys and shows mistakes as they are typed.

use anyhow::Context;

use super::arguments::SchemaArguments;
use super::done::Done;
use super::flags::Common;
use super::outside;
use crate::content::{schema_kinds, schema_of};

pub(super) fn run(common: &Common, arguments: &SchemaArguments) -> anyhow::Result<Done> {
    if let Some(kind) = &arguments.kind {
        let known: Vec<&str> = schema_kinds().collect();
        let schema = schema_of(kind)
            .with_context(|| format!("no such kind: {kind}; known are {}", known.join(", ")))?;
        outside::say(&serde_json::to_string_pretty(schema)?);
        return Ok(Done::Fine);
    }
    let folder = common.site.join(".schema");
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let mut count = 0;
    for kind in schema_kinds() {
        let Some(schema) = schema_of(kind) else { continue };
        let path = folder.join(format!("{kind}.json"));
        let text = serde_json::to_string_pretty(schema)? + "\n";
        std::fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        count += 1;
    }
    outside::say(&format!("{}: {count}", folder.display()));
    Ok(Done::Fine)
}
