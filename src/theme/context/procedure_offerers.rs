//! The agencies that offer a procedure, on a page of their own where they are very many.

use serde::Serialize;

use super::{Link, Meta, OffererRow, PartLink};
use crate::theme::Page;

/// Who offers a procedure, or one part of them.
#[derive(Debug, Clone, Serialize)]
pub struct ProcedureOfferers {
    /// The head.
    pub meta: Meta,
    /// The procedure.
    pub up: Link,
    /// How many, with their noun.
    pub total: String,
    /// The agencies.
    pub agencies: Vec<OffererRow>,
    /// The parts; empty where the list is whole.
    pub parts: Vec<PartLink>,
}

impl Page for ProcedureOfferers {
    const TEMPLATE: &'static str = "procedure-offerers.html";
}
