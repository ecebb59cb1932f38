//! `niemyet explain N402`: why a problem matters and how it is mended.

use anyhow::Context;

use super::arguments::ExplainArguments;
use super::done::Done;
use super::flags::Common;
use super::outside;
use crate::diagnostic::Code;

pub(super) fn run(common: &Common, arguments: &ExplainArguments) -> anyhow::Result<Done> {
    match &arguments.code {
        Some(code) => {
            let code = Code::parse(code).with_context(|| format!("no such code: {code}"))?;
            outside::say(&code.explain(common.lang).to_string());
        }
        None => {
            for code in Code::all() {
                outside::say(&format!("{code}  {}", code.explain(common.lang).title));
            }
        }
    }
    Ok(Done::Fine)
}
