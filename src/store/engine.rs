//! What the thread that writes needs of a database.

use super::failure::{Failure, Reach};
use super::order::{Order, Outcome};
use super::{Work, Worked};

/// A connection that writes.
pub(super) trait Engine: Send {
    /// Carries out orders in one transaction and says, after it is on the disk, what became of each. An
    /// order that cannot be carried out takes none of the others with it.
    fn write(&mut self, orders: &[Order]) -> Vec<Result<Outcome, Failure>>;

    /// Carries out one piece of work of the desk in a transaction of its own, on the disk when this returns.
    fn work(&mut self, work: &Work) -> Result<Worked, Failure>;

    /// Called now and then while nothing waits. A failure is told as the state of the store.
    fn rest(&mut self) -> Result<(), Failure>;

    /// Called once, when nothing will be written any more.
    fn end(&mut self) {}
}

/// Carries out all orders in one transaction, or none.
type WriteAll<'a> = dyn FnMut(&[Order]) -> Result<Vec<Outcome>, Failure> + 'a;

/// Tries all orders together, and where that fails each alone, so that a bad one never takes its
/// neighbours with it. A failure that would meet each alike is not tried again.
pub(super) fn together_or_alone(
    orders: &[Order],
    write: &mut WriteAll<'_>,
) -> Vec<Result<Outcome, Failure>> {
    let met = match write(orders) {
        Ok(outcomes) => return outcomes.into_iter().map(Ok).collect(),
        Err(failure) => failure,
    };
    if orders.len() == 1 || met.reach != Reach::Order {
        return orders.iter().map(|_| Err(met.clone())).collect();
    }
    let mut over = None;
    let alone = orders.chunks(1).map(|order| {
        if let Some(failure) = &over {
            return Err(Failure::clone(failure));
        }
        let outcome = write(order).and_then(|outcomes| {
            outcomes.first().copied().ok_or_else(|| Failure::new(Reach::Order, "no outcome"))
        });
        over = outcome.as_ref().err().filter(|failure| failure.reach != Reach::Order).cloned();
        outcome
    });
    alone.collect()
}
