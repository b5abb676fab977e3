//! The client's side of HTTP over a kept connection.

use anyhow::{Context, Result, bail, ensure};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

/// A kept connection, and the cookie of whoever speaks on it; empty: nobody.
pub(super) struct Line {
    stream: BufReader<TcpStream>,
    cookie: String,
}

/// An answer: its first line, the cookie it sets, its body as it was sent.
pub(super) struct Said {
    first: String,
    pub(super) cookie: String,
    pub(super) body: Vec<u8>,
}

impl Line {
    pub(super) fn to(address: &str, cookie: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("cannot reach {address}"))?;
        // What is measured is the server, not a client that waits to send more.
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), cookie: cookie.to_owned() })
    }

    /// A page or a file.
    pub(super) fn get(&mut self, path: &str, accept: &str) -> Result<Vec<u8>> {
        let said = self.ask(&format!("GET {path} HTTP/1.1\r\nAccept-Encoding: {accept}\r\n"), "")?;
        ensure!(said.first.contains(" 200 "), "{path}: {}", said.first);
        Ok(said.body)
    }

    /// Sends something.
    pub(super) fn post(&mut self, path: &str, kind: &str, body: &str) -> Result<Said> {
        let length = body.len();
        let said =
            self.ask(&format!("POST {path} HTTP/1.1\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n"), body)?;
        ensure!(said.first.contains(" 200 "), "{path}: {} {}", said.first, String::from_utf8_lossy(&said.body));
        Ok(said)
    }

    fn ask(&mut self, head: &str, body: &str) -> Result<Said> {
        // In one write: a request in pieces would wait for the other side's acknowledgement.
        let request = format!("{head}Host: localhost\r\nCookie: {}\r\n\r\n{body}", self.cookie);
        self.stream.get_mut().write_all(request.as_bytes())?;
        let (mut said, mut length, mut chunked) =
            (Said { first: String::new(), cookie: String::new(), body: Vec::new() }, None, false);
        self.stream.read_line(&mut said.first)?;
        loop {
            let mut line = String::new();
            if self.stream.read_line(&mut line)? == 0 {
                bail!("the server closed the connection after `{head}`");
            }
            let Some((name, value)) = line.trim().split_once(':') else { break };
            match (name.to_ascii_lowercase().as_str(), value.trim()) {
                ("content-length", value) => length = value.parse().ok(),
                ("transfer-encoding", value) => chunked |= value.contains("chunked"),
                ("set-cookie", value) => value.split(';').next().unwrap_or_default().clone_into(&mut said.cookie),
                _ => {}
            }
        }
        match length {
            Some(length) => self.stream.by_ref().take(length).read_to_end(&mut said.body).map(drop)?,
            None if chunked => self.chunks(&mut said.body)?,
            None => bail!("no length after `{head}`"),
        }
        Ok(said)
    }

    fn chunks(&mut self, body: &mut Vec<u8>) -> Result<()> {
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line)?;
            let length = u64::from_str_radix(line.trim(), 16).context("a broken chunk")?;
            self.stream.by_ref().take(length).read_to_end(body)?;
            self.stream.read_line(&mut String::new())?;
            if length == 0 {
                return Ok(());
            }
        }
    }
}
