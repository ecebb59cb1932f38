//! The three contacts that the law keeps apart and that must never be merged: help with files,
//! the receiver of phản ánh, kiến nghị, and the reception of citizens for khiếu nại, tố cáo.

use serde::{Deserialize, Serialize};

use crate::text::{Phone, Slug, Text};

/// How to reach a desk.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// What it is called.
    pub name: Option<Text>,
    /// Its telephone.
    pub phone: Option<Phone>,
    /// Its e-mail address.
    pub email: Option<Box<str>>,
    /// Its postal address.
    pub address: Option<Text>,
    /// Its website.
    pub website: Option<Box<str>>,
    /// When somebody answers.
    pub hours: Option<Text>,
}

/// Where and when citizens are received for khiếu nại, tố cáo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reception {
    /// What it is called.
    pub name: Option<Text>,
    /// Where.
    pub place: Text,
    /// On which days.
    pub days: Option<Text>,
    /// Its telephone.
    pub phone: Option<Phone>,
}

/// The three contacts of an agency; the first two are mandatory.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contacts {
    /// Help with files: the desk.
    pub help: Contact,
    /// The body that receives phản ánh, kiến nghị.
    pub petitions: Contact,
    /// Reception of citizens for khiếu nại, tố cáo.
    pub complaints: Option<Reception>,
}

/// A number that people may call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hotline {
    /// Its id.
    pub id: Slug,
    /// What it is called.
    pub name: Text,
    /// Its number.
    pub phone: Phone,
    /// Its e-mail address.
    pub email: Option<Box<str>>,
    /// Its postal address.
    pub address: Option<Text>,
    /// When somebody answers.
    pub hours: Option<Text>,
}
