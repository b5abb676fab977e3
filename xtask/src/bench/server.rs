//! Measures the running server: how soon it answers, what it holds, what the first page weighs.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Instant;

/// Pages that are asked for before memory is read again.
const PAGES: u32 = 3_000;

/// Accepts an answer only as it is.
const PLAIN: &str = "identity";

/// A server that ends with the measurement.
struct Server {
    process: Child,
    /// Held so that what the server prints has a reader.
    _printed: BufReader<ChildStdout>,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// All measures of a release build.
pub(crate) fn measure(root: &Path) -> Result<BTreeMap<String, f64>> {
    crate::step::run(root, "cargo build --quiet --release --package milkway")?;
    let target = crate::workspace::read(root)?.target_directory;
    let binary = target.join("release").join("milkway");
    let mut measured = BTreeMap::new();
    let mut keep = |name: &str, number: f64| measured.insert(name.to_owned(), number);
    keep("binary_mb", number(std::fs::metadata(&binary)?.len()) / 1e6);

    let mut starts = Vec::new();
    for _ in 0..5 {
        starts.push(start(&binary)?.1);
    }
    keep("start_ms", starts.into_iter().fold(f64::INFINITY, f64::min) * 1e3);

    let (server, _) = start(&binary)?;
    keep("rest_mib", resident_mib(&server)?);
    let begun = Instant::now();
    let mut stream = BufReader::new(TcpStream::connect(&server.address)?);
    for _ in 0..PAGES {
        ask(&mut stream, "/check", PLAIN)?;
    }
    keep("page_us", begun.elapsed().as_secs_f64() * 1e6 / f64::from(PAGES));
    keep("wire_kb", first_page_bytes(&server)? / 1e3);
    for (name, accept) in [("offline_kb", "gzip, br"), ("offline_gzip_kb", "gzip")] {
        keep(name, offline_bytes(&server, accept)? / 1e3);
    }
    // Last, so that what packing the phone's files left behind is in it.
    keep("load_mib", resident_mib(&server)?);
    Ok(measured)
}

/// Starts the server; gives it and the seconds until its first answer.
fn start(binary: &Path) -> Result<(Server, f64)> {
    let data = std::env::temp_dir().join(format!("milkway-bench-{}", std::process::id()));
    let begun = Instant::now();
    let mut process = Command::new(binary)
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(&data)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", binary.display()))?;
    let mut printed = BufReader::new(process.stdout.take().context("no output")?);
    let mut line = String::new();
    printed.read_line(&mut line)?;
    let port = line.trim().rsplit(':').next().unwrap_or_default().to_owned();
    let server = Server { process, _printed: printed, address: format!("127.0.0.1:{port}") };
    ask(&mut BufReader::new(TcpStream::connect(&server.address)?), "/check", PLAIN)?;
    Ok((server, begun.elapsed().as_secs_f64()))
}

/// One page over a kept connection; gives the bytes of its body as they were sent.
fn ask(stream: &mut BufReader<TcpStream>, path: &str, accept: &str) -> Result<Vec<u8>> {
    // In one write: a request in pieces would wait for the other side's acknowledgement.
    let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {accept}\r\n\r\n");
    stream.get_mut().write_all(request.as_bytes())?;
    let (mut length, mut chunked) = (None, false);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line)? == 0 {
            bail!("the server closed the connection at {path}");
        }
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        length = line.strip_prefix("content-length:").and_then(|value| value.trim().parse().ok()).or(length);
        chunked |= line.starts_with("transfer-encoding:") && line.contains("chunked");
    }
    let mut body = Vec::new();
    match length {
        Some(length) => stream.by_ref().take(length).read_to_end(&mut body).map(drop)?,
        None if chunked => chunks(stream, &mut body)?,
        None => bail!("no length of {path}"),
    }
    Ok(body)
}

fn chunks(stream: &mut BufReader<TcpStream>, body: &mut Vec<u8>) -> Result<()> {
    loop {
        let mut line = String::new();
        stream.read_line(&mut line)?;
        let length = u64::from_str_radix(line.trim(), 16).context("a broken chunk")?;
        stream.by_ref().take(length).read_to_end(body)?;
        stream.read_line(&mut String::new())?;
        if length == 0 {
            return Ok(());
        }
    }
}

/// The first page of the check and all that it loads.
fn first_page_bytes(server: &Server) -> Result<f64> {
    let mut stream = BufReader::new(TcpStream::connect(&server.address)?);
    let page = String::from_utf8(ask(&mut stream, "/check", PLAIN)?)?;
    let mut bytes = ask(&mut stream, "/check", "gzip")?.len();
    for rest in page.split(['"']).filter(|part| part.starts_with("/static/")) {
        bytes += ask(&mut stream, rest, "gzip")?.len();
    }
    Ok(number(u64::try_from(bytes)?))
}

/// The book and the shelf of files: what a phone keeps for when there is no network. The ledger comes later and is not in it.
fn offline_bytes(server: &Server, accept: &str) -> Result<f64> {
    let mut stream = BufReader::new(TcpStream::connect(&server.address)?);
    let page = String::from_utf8(ask(&mut stream, "/check", PLAIN)?)?;
    let version = page.split_once("/static/").and_then(|(_, rest)| rest.split('/').next()).context("no version")?;
    let mut bytes = 0;
    for part in ["book", "shelf"] {
        bytes += ask(&mut stream, &format!("/phone/{version}/{part}.json"), accept)?.len();
    }
    Ok(number(u64::try_from(bytes)?))
}

/// Resident memory as the kernel counts it.
fn resident_mib(server: &Server) -> Result<f64> {
    let status =
        std::fs::read_to_string(format!("/proc/{}/status", server.process.id())).context("no /proc on this machine")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(number(kib) / 1024.0)
}

/// Sizes here are far below what a float holds exactly.
fn number(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
