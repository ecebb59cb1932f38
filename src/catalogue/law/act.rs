//! A legal act (văn bản quy phạm pháp luật), known by its official number.

use serde::{Deserialize, Serialize};

use crate::text::{Date, Text};

/// An act that procedures and fees cite.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Its number, for example `60/2014/QH13`.
    pub number: Box<str>,
    /// Its title; absent when nobody has read it yet.
    pub title: Option<Text>,
    /// The body that issued it.
    pub issuer: Option<Text>,
    /// The day it was issued.
    pub issued: Option<Date>,
    /// The day it took force.
    pub from: Option<Date>,
    /// The first day on which it is no longer in force.
    pub to: Option<Date>,
}
