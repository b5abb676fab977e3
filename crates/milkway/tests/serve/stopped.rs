//! Being told to stop: at once, whoever waits.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::client::answer;
use super::family::{self, Family, kept};
use super::folder::Folder;
use super::running::Running;

/// How long somebody may wait for news at `/record/live`: who stops sooner did not wait for her.
const PATIENCE: Duration = Duration::from_secs(25);

/// Somebody who waits for news. Those who came after her have been answered when this returns: the server has heard her.
fn wait_for_news(server: &Running, family: &Family) -> TcpStream {
    let client = family.client(server);
    let (_, seq) = kept(&client, -1);
    let waiting = client.send("GET", &format!("/record/live?since={seq}"), "", "").unwrap();
    for _ in 0..3 {
        kept(&client, seq);
    }
    waiting
}

#[test]
fn who_waits_for_news_does_not_keep_a_server_that_is_told_to_stop() {
    for signal in ["TERM", "INT"] {
        let folder = Folder::new();
        let server = Running::on(&folder.0, 3);
        let family = Family::begin(&server);
        let waiting = wait_for_news(&server, &family);
        server.signal(signal);
        let (status, after) = server.ended();
        assert!(status.success(), "{signal}: {status}");
        assert!(after < PATIENCE / 2, "{signal}: {after:?}");
        assert_eq!(answer(waiting).map(|said| said.status), Some(200), "{signal}: she is answered, not cut off");
    }
}

#[test]
fn half_a_request_does_not_keep_it_either() {
    let folder = Folder::new();
    let server = Running::on(&folder.0, 3);
    let mut half = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
    half.write_all(b"POST /record/push HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{").unwrap();
    server.client().get("/").unwrap();
    server.signal("TERM");
    let (status, after) = server.ended();
    assert!(status.success() && after < PATIENCE, "{status} {after:?}");
    drop(half.read(&mut [0; 8]));
}

#[test]
fn a_hundred_who_wait_for_news_take_no_threads_and_all_hear_them() {
    let folder = Folder::new();
    let server = Running::on(&folder.0, 3);
    let family = Family::begin(&server);
    let (client, begun) = (family.client(&server), server.threads());
    let ask = |path: &str| client.send("GET", path, "", "").unwrap();
    let waiting: Vec<TcpStream> = (0..100).map(|_| ask("/record/live?since=1000000")).collect();
    let heard =
        |waiting: Vec<TcpStream>| waiting.into_iter().map(|one| answer(one).unwrap().json()).collect::<Vec<_>>();
    // All come back at once, as phones do after a cut of the power; their reading takes turns.
    let back = heard((0..100).map(|_| ask("/record/pull")).collect());
    let more = server.threads() - begun;
    // Who has read gives up her turn a little before her thread is free again, so there may be some threads more than turns.
    assert!(back.len() == 100 && more < 50, "{more} more threads");
    drop(waiting);

    let (_, seq) = kept(&client, -1);
    let waiting: Vec<TcpStream> = (0..100).map(|_| ask(&format!("/record/live?since={seq}"))).collect();
    family::push(&client, &[family.nappy(1, 1, None)]).unwrap();
    assert!(heard(waiting).iter().all(|told| told["seq"] == seq + 1));
}
