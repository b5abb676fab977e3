//! A server that runs for a test, and ends with it.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::client::Client;

/// Longer than anything that is waited for takes on the slowest machine: who waits so long waits for ever.
const FOR_EVER: Duration = Duration::from_secs(60);

pub struct Running {
    process: Child,
    out: Option<BufReader<ChildStdout>>,
    pub port: u16,
    /// What it said after its address, a line each.
    pub said: Vec<String>,
}

/// `milkway` with these arguments, and nothing from the environment of whoever tests.
pub fn milkway<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_milkway"));
    for name in ["LISTEN", "DATA", "REGION", "LANGUAGE", "LEAVE", "CONFIG", "REGISTRATION"] {
        command.env_remove(format!("MILKWAY_{name}"));
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Starts a server and waits for nothing.
pub fn begin(data: &Path) -> Child {
    let arguments =
        ["serve".as_ref(), "--listen".as_ref(), "127.0.0.1:0".as_ref(), "--data".as_ref(), data.as_os_str()];
    milkway(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// What it said and how it ended, for one that must not start.
pub fn refused(arguments: &[&OsStr]) -> Output {
    milkway(arguments).output().unwrap()
}

impl Running {
    /// A server on a data folder. `lines`: how many it says.
    pub fn on(data: &Path, lines: usize) -> Self {
        Self::of(begin(data), lines)
    }

    pub fn of(mut process: Child, lines: usize) -> Self {
        let mut out = BufReader::new(process.stdout.take().unwrap());
        let mut next = || {
            let mut line = String::new();
            out.read_line(&mut line).unwrap();
            line.trim().to_owned()
        };
        let first = next();
        let port = first.rsplit(':').next().and_then(|port| port.parse().ok());
        let said = (1..lines).map(|_| next()).collect();
        Self { process, out: Some(out), port: port.unwrap_or_else(|| panic!("it did not start: {first}")), said }
    }

    /// One that has not said anything yet.
    pub fn silent(mut process: Child) -> Self {
        let out = process.stdout.take().map(BufReader::new);
        Self { process, out, port: 0, said: Vec::new() }
    }

    pub fn client(&self) -> Client {
        Client { port: self.port, cookie: String::new() }
    }

    pub fn threads(&self) -> usize {
        std::fs::read_dir(format!("/proc/{}/task", self.process.id())).unwrap().count()
    }

    /// Asks it to end, as a service manager does.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.process.id().to_string()).status().unwrap();
        assert!(sent.success());
    }

    /// Waits for its end, and tells how long that took.
    pub fn ended(mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        let mut out = self.out.take().unwrap();
        let (tell, closed) = mpsc::channel();
        // Its output closes when it ends.
        std::thread::spawn(move || tell.send(out.read_to_string(&mut String::new()).is_ok()));
        assert!(closed.recv_timeout(FOR_EVER).unwrap_or(false), "it does not end");
        let status = self.process.wait().unwrap();
        (status, begun.elapsed())
    }

    /// Ends it in the middle of whatever it does.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
