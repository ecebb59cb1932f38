//! `niemyet store count`: how many ratings are kept. Open and verified ones are never one number without
//! saying so.

use crate::command::done::Done;
use crate::command::flags::Common;
use crate::command::outside;
use crate::diagnostic::Tongue;
use crate::store::{Inventory, Store};

pub(super) fn run(common: &Common, store: &dyn Store) -> anyhow::Result<Done> {
    let mut holds = Inventory::default();
    store.export(&mut |rating| holds.add(&rating))?;
    outside::say(&words(common, &holds));
    Ok(Done::Fine)
}

fn words(common: &Common, holds: &Inventory) -> String {
    let Inventory { ratings, verified, held, .. } = holds;
    let open = ratings - verified;
    match common.lang {
        Tongue::Vietnamese => format!(
            "{ratings} đánh giá: {open} để ngỏ, {verified} có mã một lần chứng thực \
             (trong cả hai, {held} còn cách ly)"
        ),
        Tongue::English => format!(
            "{ratings} ratings: {open} open, {verified} verified by a one-time code \
             (of both, {held} in quarantine)"
        ),
    }
}
