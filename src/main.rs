//! The doorway: run one command, exit with its code.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The allocator's number for how many milliseconds freed memory is kept back. Its numbers are fixed, but this one has
/// no name in `libmimalloc_sys`.
const PURGE_DELAY: libmimalloc_sys::mi_option_t = 15;

fn main() -> ExitCode {
    give_back_at_once();
    niemyet::command::run()
}

/// Freed memory goes back to the system at once. A host builds, then only serves: with the usual second of delay it
/// held 50 MiB at 10,000 pages where 28 do, and a build is no slower (`benches/README.md`).
#[allow(unsafe_code, reason = "the allocator has no other door to its options")]
fn give_back_at_once() {
    // SAFETY: not to be called while other threads run, and none does yet; any number and any value are allowed.
    unsafe { libmimalloc_sys::mi_option_set_default(PURGE_DELAY, 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(unsafe_code, reason = "as above")]
    fn the_number_is_that_of_the_delay() {
        // SAFETY: only reads.
        let delay = || unsafe { libmimalloc_sys::mi_option_get(PURGE_DELAY) };
        assert_eq!(delay(), 1_000, "the allocator's own");
        give_back_at_once();
        assert_eq!(delay(), 0);
    }
}
