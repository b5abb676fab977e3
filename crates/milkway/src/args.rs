//! The command line, with an example for every sub-command.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, Parser, Subcommand};

const EXAMPLES: &str = if web::CHECK {
    "Examples:\n  milkway\n  milkway check\n  milkway check --answers case.json"
} else {
    "This build has no check of one person.\n\nExamples:\n  milkway\n  milkway dose --batch < doses.ndjson"
};

/// A self-hosted companion for clogged milk ducts and mastitis.
///
/// Without a command it serves the application. It is not a diagnosis, and not yet reviewed by a clinician.
#[derive(Debug, Parser)]
#[command(name = "milkway", version, args_conflicts_with_subcommands = true)]
#[command(after_help = EXAMPLES)]
pub struct Milkway {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Options of `serve`, which is what `milkway` alone does.
    #[command(flatten)]
    pub serve: Serve,
}

/// What Milkway can be told to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the application to browsers
    #[command(
        after_help = "Examples:\n  milkway serve --listen 0.0.0.0:4646 --data /var/lib/milkway --region UK\n  milkway serve --demo"
    )]
    Serve(Serve),
    /// Copy the whole record into a new file, also while Milkway runs
    #[command(after_help = "Example:\n  milkway backup /mnt/disk/milkway-2026-11-26.db")]
    Backup(Copy),
    /// Put a backup in the place of the record; what was there is kept beside it. Stop Milkway first
    #[command(after_help = "Example:\n  milkway restore /mnt/disk/milkway-2026-11-26.db")]
    Restore(Copy),
    /// Look after the record
    #[command(subcommand, after_help = "Example:\n  milkway record check")]
    Record(Record),
    /// Do the check here: as an interview, for one case, or for many
    #[command(
        hide = !web::CHECK,
        after_help = "Examples:\n  milkway check\n  milkway check --answers case.json --json\n  milkway check --batch --brief < cases.ndjson > results.ndjson"
    )]
    Check(Check),
    /// Say when the next painkiller may be taken: label limits, for many cases
    #[command(after_help = "Example:\n  milkway dose --batch < doses.ndjson > verdicts.ndjson")]
    Dose(Dose),
    /// Write the record of a household to files: whole as JSON lines, or as a table a kind
    #[command(
        after_help = "Examples:\n  milkway export --jsonl record.jsonl\n  milkway export --csv tables --data /var/lib/milkway"
    )]
    Export(Export),
    /// Take in what `export --jsonl` has written, see what that would do, or take it back
    #[command(
        after_help = "Examples:\n  milkway import record.jsonl --dry-run\n  milkway import record.jsonl\n  milkway import --undo 019ab7c2-1d2e-7000-8000-5f0a8c0d1e2f\n\nIt ends with 1 when a line was left out."
    )]
    Import(Import),
    /// On trial: say which sentences of an article are harmful, contradicted, unsupported, mixed or supported
    #[command(after_help = "Examples:\n  milkway article page.html\n  milkway article --json - < article.txt")]
    Article(Article),
    /// Check and export the ledger: sources, statements, judged claims
    #[command(subcommand, after_help = "Example:\n  milkway evidence check")]
    Evidence(Evidence),
    /// Read, format and export protocol texts
    #[command(subcommand, after_help = "Example:\n  milkway protocol check protocols/mastitis.protocol")]
    Protocol(Protocol),
    /// Check the words of a translation
    #[command(subcommand, after_help = "Example:\n  milkway words check de.ftl")]
    Words(Words),
}

/// How to serve. Each may also stand in the environment or in a TOML file.
#[derive(Debug, Args, Default)]
pub struct Serve {
    /// Address and port to listen on [default: 127.0.0.1:4646]
    #[arg(long, value_name = "ADDR:PORT", env = "MILKWAY_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// Folder that holds Milkway's data; it is made when missing [default: milkway-data]
    #[arg(long, value_name = "DIR", env = "MILKWAY_DATA")]
    pub data: Option<PathBuf>,
    /// Region whose numbers are shown until someone chooses another: US, UK, IE, AU, CA or other
    #[arg(long, value_name = "CODE", env = "MILKWAY_REGION")]
    pub region: Option<String>,
    /// Language of the pages: en, or ar-XB, a test language that nobody can read, for whoever looks at right-to-left pages [default: en]
    #[arg(long, value_name = "CODE", env = "MILKWAY_LANGUAGE")]
    pub language: Option<String>,
    /// Who may make a household: first (its owner, with a code), invite (also who was invited here, one of her own), open [default: first]
    #[arg(long, value_name = "WHO", env = "MILKWAY_REGISTRATION")]
    pub registration: Option<String>,
    /// A proxy in front says from where somebody comes, and is trusted: it sets x-forwarded-for itself
    #[arg(long, env = "MILKWAY_BEHIND_PROXY")]
    pub behind_proxy: bool,
    /// Address at which browsers reach it, such as `https://milk.example`: passkeys belong to it. Without it they work on this machine alone
    #[arg(long, value_name = "URL", env = "MILKWAY_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Page that *Leave* opens
    #[arg(long, value_name = "URL", env = "MILKWAY_LEAVE")]
    pub leave: Option<String>,
    /// TOML file with the same names [default: milkway.toml in the data folder, if there is one]
    #[arg(long, value_name = "FILE", env = "MILKWAY_CONFIG")]
    pub config: Option<PathBuf>,
    /// Show a household with five invented months, to look around: everybody who opens it is signed in, and nothing is kept
    #[arg(long)]
    pub demo: bool,
}

/// Where the data is.
#[derive(Debug, Args, Default)]
pub struct Data {
    /// Folder that holds Milkway's data [default: milkway-data]
    #[arg(long, value_name = "DIR", env = "MILKWAY_DATA")]
    pub data: Option<PathBuf>,
    /// TOML file that names it [default: milkway.toml in the data folder, if there is one]
    #[arg(long, value_name = "FILE", env = "MILKWAY_CONFIG")]
    pub config: Option<PathBuf>,
}

/// What to copy where.
#[derive(Debug, Args)]
pub struct Copy {
    /// The backup
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Where the data is.
    #[command(flatten)]
    pub data: Data,
}

/// What can be done with the record.
#[derive(Debug, Subcommand)]
pub enum Record {
    /// Report damage, and every entry and sum that is not as its revisions make it; ends with 1 if there is any
    #[command(after_help = "Example:\n  milkway record check --data /var/lib/milkway")]
    Check(Data),
    /// Build all entries and sums again from their revisions, which stay as they are
    #[command(after_help = "Example:\n  milkway record rebuild --data /var/lib/milkway")]
    Rebuild(Data),
}

/// How to check.
#[derive(Debug, Args)]
pub struct Check {
    /// Read one case as JSON from a file, or from standard input with `-`
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// Print the result as JSON
    #[arg(long, requires = "answers")]
    pub json: bool,
    /// Read cases from standard input, one JSON object a line, and print a result for each
    #[arg(long, conflicts_with_all = ["answers", "json"])]
    pub batch: bool,
    /// Leave texts out of JSON results
    #[arg(long)]
    pub brief: bool,
    /// Print what each result was worked out from, for tests of other evaluators
    #[arg(long, hide = true, requires = "batch")]
    pub inside: bool,
    /// Print what the plain reading of the rules tells, for tests of other readings
    #[arg(long, hide = true, requires = "batch", conflicts_with = "inside")]
    pub naive: bool,
    /// Read typed numbers in the place of cases, for tests of other readers
    #[arg(long, hide = true, requires = "batch", conflicts_with = "inside")]
    pub typed: bool,
    /// Region whose numbers the interview shows
    #[arg(long, value_name = "CODE", env = "MILKWAY_REGION")]
    pub region: Option<String>,
}

/// How to look at doses.
#[derive(Debug, Args)]
pub struct Dose {
    /// Read cases from standard input, one JSON object a line, and print the verdicts for each
    #[arg(long, required = true)]
    pub batch: bool,
}

/// What to write, and where to.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("form").required(true).multiple(true))]
pub struct Export {
    /// Write every revision, whole and exact, to a file, or to standard output with `-`
    #[arg(long, value_name = "FILE|-", group = "form")]
    pub jsonl: Option<PathBuf>,
    /// Write a table for each kind of entry into a folder; it is made when missing
    #[arg(long, value_name = "FOLDER", group = "form")]
    pub csv: Option<PathBuf>,
    /// Name babies that died in the first line, and have their rows in the tables. The JSON lines hold them in any case
    #[arg(long)]
    pub include_died: bool,
    /// Where the record is.
    #[command(flatten)]
    pub home: Home,
}

/// What to take in, or back.
#[derive(Debug, Args)]
pub struct Import {
    /// The file, or standard input with `-`
    #[arg(value_name = "FILE|-", required_unless_present = "undo", conflicts_with = "undo")]
    pub file: Option<PathBuf>,
    /// Say what it would do and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Take an import back, by the number that it told: what it brought goes into the bin, what it changed is as it was
    #[arg(long, value_name = "BATCH")]
    pub undo: Option<uuid::Uuid>,
    /// Where the record is.
    #[command(flatten)]
    pub home: Home,
}

/// Where a record is.
#[derive(Debug, Args)]
pub struct Home {
    /// Folder that holds Milkway's data [default: milkway-data]
    #[arg(long, value_name = "DIR", env = "MILKWAY_DATA")]
    pub data: Option<PathBuf>,
    /// The household, when there is more than one
    #[arg(long, value_name = "ID")]
    pub household: Option<uuid::Uuid>,
}

/// How to check an article.
#[derive(Debug, Args)]
pub struct Article {
    /// The article: HTML, Markdown, PDF or plain text; `-` reads standard input
    #[arg(value_name = "FILE|-")]
    pub file: PathBuf,
    /// Print the findings as JSON
    #[arg(long)]
    pub json: bool,
}

/// What can be done with the ledger.
#[derive(Debug, Subcommand)]
pub enum Evidence {
    /// Report ids that nothing has, sources that nothing cites, and files whose review is past; ends with 1 if there are any
    #[command(
        after_help = "Examples:\n  milkway evidence check\n  milkway evidence check protocols --today 2028-01-01"
    )]
    Check {
        /// Folder with sources.toml, evidence.toml, claims.toml, disagreements.toml and rests.toml; without it the ones inside the binary
        folder: Option<PathBuf>,
        /// The day to look at [default: today]
        #[arg(long, value_name = "YYYY-MM-DD")]
        today: Option<String>,
    },
    /// Print the whole ledger for other programs
    #[command(after_help = "Example:\n  milkway evidence export --format csv > ledger.csv")]
    Export {
        /// The form of it
        #[arg(long, value_name = "FORMAT", default_value = "json")]
        format: Format,
        /// With what is written for clinicians, which names antibiotics
        #[arg(long)]
        clinician: bool,
    },
}

/// The form of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One object with four lists.
    Json,
    /// One table. No cell of it is a formula.
    Csv,
}

/// What can be done with a protocol text. Without a file: with the one inside the binary.
#[derive(Debug, Subcommand)]
pub enum Protocol {
    /// Report every fault and every warning, with its place
    #[command(after_help = "Example:\n  milkway protocol check my.protocol")]
    Check {
        /// The text
        file: Option<PathBuf>,
    },
    /// Print the canonical form, or write it back
    #[command(after_help = "Example:\n  milkway protocol fmt --write my.protocol")]
    Fmt {
        /// The text
        file: Option<PathBuf>,
        /// Write the canonical form back into the file
        #[arg(long, requires = "file")]
        write: bool,
    },
    /// Print the JSON normal form
    #[command(after_help = "Example:\n  milkway protocol export > mastitis.json")]
    Export {
        /// The text
        file: Option<PathBuf>,
    },
    /// Print the review sheet: for each rule the mildest people who meet it, the urgency and the sources
    #[command(after_help = "Example:\n  milkway protocol corners > sheet.txt")]
    Corners {
        /// The text
        file: Option<PathBuf>,
    },
    /// Print the minimal situations that two versions tell differently, upward and downward
    #[command(after_help = "Example:\n  milkway protocol diff old.protocol new.protocol")]
    Diff {
        /// The old version
        old: PathBuf,
        /// The new version
        new: PathBuf,
    },
}

/// What can be done with a file of words. See docs/translating.md.
#[derive(Debug, Subcommand)]
pub enum Words {
    /// Hold a file of words against the English one: missing messages, values, numbers and cases
    #[command(after_help = "Example:\n  milkway words check crates/web/languages/de.ftl")]
    Check {
        /// The file, named after its language
        file: PathBuf,
    },
}

/// Help and version go to standard output. Wrong use is one clear line and exit code 2.
pub fn explain(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = write!(std::io::stdout(), "{error}");
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = writeln!(std::io::stderr(), "milkway: a command is missing; see `milkway --help`");
        return ExitCode::from(2);
    }
    let text = error.to_string();
    let words =
        text.lines().map(str::trim).take_while(|line| !line.starts_with("Usage") && !line.starts_with("For more"));
    let line = words.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let line = line.strip_prefix("error: ").unwrap_or(&line);
    let _ = writeln!(std::io::stderr(), "milkway: {line}; see `milkway --help`");
    ExitCode::from(2)
}
