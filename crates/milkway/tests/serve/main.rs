//! `milkway serve` as it is run: the real binary, real sockets, real signals.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]
#![cfg(target_os = "linux")]

mod client;
mod demo;
mod disk;
mod family;
mod folder;
mod killed;
mod running;
mod stopped;
mod trouble;
