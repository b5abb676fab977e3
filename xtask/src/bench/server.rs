//! Measures the running server: how soon it answers, what it holds, what the first page weighs.

use super::http::Line;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Instant;

/// Pages that are asked for before memory is read again.
const PAGES: u32 = 3_000;

/// Accepts an answer only as it is.
pub(super) const PLAIN: &str = "identity";

/// A server that ends with the measurement.
pub(super) struct Server {
    process: Child,
    /// Held so that what the server prints has a reader.
    printed: BufReader<ChildStdout>,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// All measures of a release build that need no record.
pub(crate) fn measure(binary: &Path) -> Result<BTreeMap<String, f64>> {
    let mut measured = BTreeMap::new();
    let mut keep = |name: &str, number: f64| measured.insert(name.to_owned(), number);
    keep("binary_mb", number(std::fs::metadata(binary)?.len()) / 1e6);

    let mut starts = Vec::new();
    for _ in 0..5 {
        starts.push(start(binary)?.1);
    }
    keep("start_ms", starts.into_iter().fold(f64::INFINITY, f64::min) * 1e3);

    let (server, _) = start(binary)?;
    keep("rest_mib", server.resident_mib()?);
    let begun = Instant::now();
    let mut line = server.connect("")?;
    for _ in 0..PAGES {
        line.get("/check", PLAIN)?;
    }
    keep("page_us", begun.elapsed().as_secs_f64() * 1e6 / f64::from(PAGES));
    keep("wire_kb", first_page_bytes(&server)? / 1e3);
    for (name, accept) in [("offline_kb", "gzip, br"), ("offline_gzip_kb", "gzip")] {
        keep(name, offline_bytes(&server, accept)? / 1e3);
    }
    // Last, so that what packing the phone's files left behind is in it.
    keep("load_mib", server.resident_mib()?);
    Ok(measured)
}

/// Starts the server on a folder of its own; gives it and the seconds until its first answer.
fn start(binary: &Path) -> Result<(Server, f64)> {
    Server::on(binary, &std::env::temp_dir().join(format!("milkway-bench-{}", std::process::id())))
}

impl Server {
    /// Starts the server on a data folder; gives it and the seconds until its first answer.
    pub(super) fn on(binary: &Path, data: &Path) -> Result<(Self, f64)> {
        let begun = Instant::now();
        let mut process = Command::new(binary)
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", binary.display()))?;
        let printed = BufReader::new(process.stdout.take().context("no output")?);
        let mut server = Self { process, printed, address: String::new() };
        let port = server.line()?.rsplit(':').next().unwrap_or_default().to_owned();
        server.address = format!("127.0.0.1:{port}");
        server.connect("")?.get("/check", PLAIN)?;
        Ok((server, begun.elapsed().as_secs_f64()))
    }

    /// The next line that it prints.
    pub(super) fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        self.printed.read_line(&mut line)?;
        Ok(line.trim().to_owned())
    }

    /// A connection to it.
    pub(super) fn connect(&self, cookie: &str) -> Result<Line> {
        Line::to(&self.address, cookie)
    }

    /// Resident memory as the kernel counts it.
    pub(super) fn resident_mib(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()));
        let status = status.context("no /proc on this machine")?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        let kib: u64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(number(kib) / 1024.0)
    }

    /// The time that processors have spent on it, in the kernel too and in threads that have ended, in seconds; counted in hundredths.
    pub(super) fn cpu_s(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id()))?;
        // After the name, which stands in brackets and may hold blanks.
        let rest = stat.rsplit_once(')').context("an odd /proc/PID/stat")?.1;
        let ticks: Vec<u64> = rest.split_whitespace().skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
        Ok(number(ticks.iter().sum()) / 100.0)
    }
}

/// The first page of the check and all that it loads.
fn first_page_bytes(server: &Server) -> Result<f64> {
    let mut line = server.connect("")?;
    let page = String::from_utf8(line.get("/check", PLAIN)?)?;
    let mut bytes = line.get("/check", "gzip")?.len();
    for rest in page.split(['"']).filter(|part| part.starts_with("/static/")) {
        bytes += line.get(rest, "gzip")?.len();
    }
    Ok(number(u64::try_from(bytes)?))
}

/// The book and the shelf of files: what a phone keeps for when there is no network. The ledger comes later and is not in it.
fn offline_bytes(server: &Server, accept: &str) -> Result<f64> {
    let mut line = server.connect("")?;
    let page = String::from_utf8(line.get("/check", PLAIN)?)?;
    let version = page.split_once("/static/").and_then(|(_, rest)| rest.split('/').next()).context("no version")?;
    let mut bytes = 0;
    for part in ["book", "shelf"] {
        bytes += line.get(&format!("/phone/{version}/{part}.json"), accept)?.len();
    }
    Ok(number(u64::try_from(bytes)?))
}

/// Sizes here are far below what a float holds exactly.
pub(super) fn number(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
