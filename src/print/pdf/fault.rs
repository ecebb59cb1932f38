//! Why a sheet could not be set: where in a theme's file, and for what reason.

use std::fmt;

use typst::World;
use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpanKind;
use typst::{WorldExt, ecow::EcoVec};

/// Why a PDF could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    /// The theme has no such file.
    #[error("the theme has no file print/{0}")]
    NoTemplate(String),
    /// A theme's file is wrong, or leaves out what a PDF for everybody must have.
    #[error("{}", Lines(.0))]
    Faults(Vec<String>),
}

struct Lines<'a>(&'a [String]);

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

/// What the typesetter found, each as `print/poster.typ:12:5: reason (hint)`.
pub(super) fn lines(world: &dyn World, found: &EcoVec<SourceDiagnostic>) -> Vec<String> {
    found.iter().map(|one| line(world, one)).collect()
}

fn line(world: &dyn World, one: &SourceDiagnostic) -> String {
    let mut said = place(world, one).unwrap_or_default();
    said.push_str(&one.message);
    for hint in &one.hints {
        said.push_str(" (");
        said.push_str(&hint.v);
        said.push(')');
    }
    said
}

/// `print/poster.typ:12:5: `: the place itself, or the innermost call in a theme's file that led there.
fn place(world: &dyn World, one: &SourceDiagnostic) -> Option<String> {
    let spans = std::iter::once(one.span).chain(one.trace.iter().map(|call| call.span.into()));
    spans.into_iter().find_map(|span| {
        let id = match span.get() {
            DiagSpanKind::Detached => return None,
            DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => id,
        };
        let source = world.source(id).ok()?;
        let start = world.range(span)?.start;
        let (line, column) = source.lines().byte_to_line_column(start)?;
        let file = id.get().vpath().get_without_slash();
        Some(format!("print/{file}:{}:{}: ", line + 1, column + 1))
    })
}
