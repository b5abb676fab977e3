//! The site on a socket of its own, sent forms as a browser sends them.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::OnceLock;

use web::site::Site;

/// What must be there for a test to say anything.
trait Sure<T> {
    fn sure(self, what: &str) -> T;
}

impl<T, E: std::fmt::Debug> Sure<T> for Result<T, E> {
    fn sure(self, what: &str) -> T {
        self.unwrap_or_else(|fault| panic!("{what}: {fault:?}"))
    }
}

impl<T> Sure<T> for Option<T> {
    fn sure(self, what: &str) -> T {
        self.unwrap_or_else(|| panic!("{what}"))
    }
}

const BORDER: &str = "----border-of-the-form";

fn site() -> SocketAddr {
    static DOOR: OnceLock<SocketAddr> = OnceLock::new();
    *DOOR.get_or_init(|| serve(true))
}

/// A site that checks articles or does not.
pub fn serve(checks: bool) -> SocketAddr {
    let (say, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let ledger = shipped::ledger().sure("the ledger");
        let compiled = shipped::protocol(&ledger).sure("the protocol");
        let guide = shipped::guide(&compiled.protocol, &ledger).sure("the guide");
        let site = Site::new(compiled, ledger, guide, None, "/leave".to_owned());
        let site = if checks { site.checking(shipped::checker) } else { site };
        tokio::runtime::Runtime::new().sure("a runtime").block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.sure("a port");
            say.send(listener.local_addr().sure("an address")).sure("somebody listens");
            web::serve(listener, site, std::future::pending()).await.sure("the site");
        });
    });
    heard.recv().sure("an address")
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub page: String,
}

/// A part of a form: its name, the name of its file if it is one, its content.
pub type Part<'p> = (&'p str, Option<&'p str>, &'p [u8]);

/// Sends a form with these parts.
pub fn send(parts: &[Part]) -> Answer {
    let mut body = Vec::new();
    for (name, file, content) in parts {
        let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
        body.extend(format!("--{BORDER}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend(format!("--{BORDER}--\r\n").bytes());
    post("/article/check", &format!("multipart/form-data; boundary={BORDER}"), &body)
}

/// Pastes a text.
pub fn paste(text: &str) -> Answer {
    send(&[("text", None, text.as_bytes()), ("file", Some(""), b"")])
}

/// Opens a file.
pub fn open(name: &str, content: &[u8]) -> Answer {
    send(&[("text", None, b""), ("file", Some(name), content)])
}

pub fn post(path: &str, kind: &str, body: &[u8]) -> Answer {
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    ask(site(), &head, &[body])
}

/// A body that is sent piece by piece.
pub fn pieces(pieces: &[&[u8]]) -> Answer {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    let head = format!(
        "POST /article/check HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary={BORDER}\r\nContent-Length: {length}\r\n\r\n--{BORDER}"
    );
    let head = head.replace(&format!("Length: {length}"), &format!("Length: {}", length + 2 + BORDER.len()));
    ask(site(), &head, pieces)
}

pub fn get(at: SocketAddr, path: &str) -> Answer {
    ask(at, &format!("GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"), &[])
}

pub fn get_here(path: &str) -> Answer {
    get(site(), path)
}

fn ask(at: SocketAddr, head: &str, body: &[&[u8]]) -> Answer {
    let mut stream = TcpStream::connect(at).sure("a connection");
    stream.write_all(head.as_bytes()).sure("sent");
    for piece in body {
        // Who refuses may close before all is sent; the answer is what counts.
        if stream.write_all(piece).is_err() {
            break;
        }
    }
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).sure("an answer");
    let said = String::from_utf8_lossy(&bytes).into_owned();
    let (head, page) = said.split_once("\r\n\r\n").sure("a head");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).sure("a status");
    Answer { status, head: head.to_lowercase(), page: page.to_owned() }
}
