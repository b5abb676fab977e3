//! The whole site on a socket of its own, asked by plain HTTP as a browser without scripts asks it.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::OnceLock;

use protocol::interview::Interview;
use web::site::Site;

use crate::house;

/// Where the site listens; it ends with the tests.
fn site() -> SocketAddr {
    static DOOR: OnceLock<SocketAddr> = OnceLock::new();
    *DOOR.get_or_init(|| {
        let (say, heard) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap_or_else(|fault| panic!("{fault}"));
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
                say.send(listener.local_addr()?).unwrap_or_default();
                let (compiled, ledger) = (house::compiled().clone(), house::ledger().clone());
                let site = Site::new(compiled, ledger, house::guide().clone(), None, "/leave".to_owned());
                web::serve(listener, site.checking(shipped::checker), std::future::pending()).await
            })
        });
        heard.recv().unwrap_or_else(|fault| panic!("{fault}"))
    })
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub page: String,
}

/// A page without answers.
pub fn get(path: &str) -> String {
    sound(path, open(path))
}

/// The page that follows an interview and one press of a button.
pub fn post(interview: &Interview, fields: &[(&str, &str)]) -> String {
    sound("/check", send("/check", Some(interview), fields))
}

/// A page without answers, whatever its status.
pub fn open(path: &str) -> Answer {
    ask(&format!("GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"))
}

/// A page that is asked with a form, whatever its status.
pub fn send(path: &str, interview: Option<&Interview>, fields: &[(&str, &str)]) -> Answer {
    ask(&posting(path, interview, fields))
}

fn posting(path: &str, interview: Option<&Interview>, fields: &[(&str, &str)]) -> String {
    let kept = interview.map(|interview| interview.write(house::compiled()));
    let kept = kept.as_deref().map(|kept| ("kept", kept));
    let fields = kept.into_iter().chain(fields.iter().copied());
    let body: Vec<String> = fields.map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    let body = body.join("&");
    format!(
        "POST {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// A page that is asked with a form, with the lines before it.
pub fn send_whole(path: &str, fields: &[(&str, &str)]) -> String {
    talk(&posting(path, None, fields))
}

fn sound(path: &str, answer: Answer) -> String {
    assert_eq!(answer.status, 200, "{path}");
    answer.page
}

fn talk(request: &str) -> String {
    let talk = || -> std::io::Result<String> {
        let mut stream = TcpStream::connect(site())?;
        stream.write_all(request.as_bytes())?;
        let mut page = String::new();
        stream.read_to_string(&mut page)?;
        Ok(page)
    };
    talk().unwrap_or_else(|fault| panic!("{fault}"))
}

fn ask(request: &str) -> Answer {
    let answer = talk(request);
    let (head, page) = answer.split_once("\r\n\r\n").unwrap_or_default();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    Answer { status: status.unwrap_or_else(|| panic!("{head}\n{request}")), page: page.to_owned() }
}

fn escaped(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    value.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// What a page says: its HTML without scripts, tags and hidden fields, a line for each piece.
pub fn said(page: &str) -> String {
    let mut out = String::new();
    let body = page.split_once("<main").map_or(page, |(_, body)| body);
    for piece in body.split('<').skip(1) {
        if let Some((_, text)) = piece.split_once('>') {
            out.push_str(text.trim());
            out.push('\n');
        }
    }
    out
}
