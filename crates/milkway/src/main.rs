//! The binary: it reads the command line, opens files and sockets, and leaves every decision to the rooms.

mod args;
mod article_text;
mod batch;
mod batches;
mod case;
mod config;
mod demo;
mod dose;
mod evidence;
mod export;
mod home;
mod import;
mod inside;
mod interview;
mod numbers;
mod opened;
mod outcome;
mod protocol_text;
mod record;
mod serve;
mod words_text;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use args::{Command, Milkway};

fn main() -> ExitCode {
    let said = match Milkway::try_parse() {
        Ok(said) => said,
        Err(error) => return args::explain(&error),
    };
    let done = match said.command.unwrap_or(Command::Serve(said.serve)) {
        Command::Serve(options) => serve::run(&options),
        Command::Backup(copy) => record::backup(&copy),
        Command::Restore(copy) => record::restore(&copy),
        Command::Record(command) => record::run(&command),
        Command::Check(_) if !web::CHECK => Err(anyhow::anyhow!(
            "this milkway was built without the check; build it with the feature `check`, which is there by default"
        )),
        Command::Check(options) if options.batch => batch::run(&options),
        Command::Check(options) if options.answers.is_some() => case::run(&options),
        Command::Check(options) => interview::run(&options),
        Command::Dose(_) => dose::run(),
        Command::Export(options) => export::run(&options),
        Command::Import(options) => import::run(&options),
        Command::Article(options) => article_text::run(&options),
        Command::Evidence(command) => evidence::run(&command),
        Command::Protocol(command) => protocol_text::run(&command),
        Command::Words(command) => words_text::run(&command),
    };
    match done {
        Ok(code) => code,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "milkway: {error:#}");
            ExitCode::from(1)
        }
    }
}

/// The reader of our output went away (`milkway … | head`): nothing is wrong.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|io| io.kind() == std::io::ErrorKind::BrokenPipe)
}
