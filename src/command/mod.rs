//! One file for each verb of the command line; the only place where crafts meet, and the only one
//! that prints, asks for the clock, reads the environment or draws random numbers.

mod alerts;
mod apologies;
mod arguments;
mod build;
mod certificate_files;
mod check;
mod codes;
mod codes_arguments;
mod database;
mod diff;
mod done;
mod explain;
mod export;
mod flags;
mod following;
mod heavy_pages;
mod import;
mod keys;
mod late_brotli;
mod letters;
mod new;
mod next_switch;
mod officer;
mod output_lock;
mod outside;
mod print;
#[cfg(test)]
mod regeneration;
mod release;
mod release_key;
mod results;
mod results_arguments;
mod results_report;
mod results_text;
mod schema;
mod serve;
mod serve_arguments;
mod sheets;
mod signals;
mod signing;
mod slips;
mod store;
mod surveys;
mod tallies;
mod theme;
mod unfit_address;
mod verify;
mod want_of_room;
mod watching;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Verb};
use done::Done;

/// Runs the program: reads the arguments, does one thing, says how it went.
///
/// Exit codes: 0 fine, 1 the content has problems, 2 the program could not work.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.verb {
        Verb::New(one) => new::run(&arguments.common, one),
        Verb::Check(one) => check::run(&arguments.common, one),
        Verb::Build(one) => build::run(&arguments.common, one),
        Verb::Serve(one) => serve::run(&arguments.common, one),
        Verb::Release(one) => release::run(&arguments.common, one),
        Verb::Verify(one) => verify::run(&arguments.common, one),
        Verb::Store(one) => store::run(&arguments.common, one),
        Verb::Officer(one) => officer::run(&arguments.common, one),
        Verb::Alerts(one) => alerts::run(&arguments.common, one),
        Verb::Theme(one) => Ok(theme::run(&arguments.common, one)),
        Verb::Export(one) => export::run(&arguments.common, one),
        Verb::Import(one) => import::run(&arguments.common, one),
        Verb::Codes(one) => codes::run(&arguments.common, one),
        Verb::Print(one) => print::run(&arguments.common, one),
        Verb::Diff(one) => diff::run(&arguments.common, one),
        Verb::Surveys(one) => surveys::run(&arguments.common, one),
        Verb::Results(one) => results::run(&arguments.common, one),
        Verb::Apologies(one) => apologies::run(&arguments.common, one),
        Verb::Explain(one) => explain::run(&arguments.common, one),
        Verb::Schema(one) => schema::run(&arguments.common, one),
    };
    match done {
        Ok(Done::Fine) => ExitCode::SUCCESS,
        Ok(Done::Problems) => ExitCode::from(1),
        Err(error) => {
            outside::complain(&error, arguments.common.lang);
            ExitCode::from(2)
        }
    }
}
