//! Milkway's face: pages, words and style. Decisions are made elsewhere.

mod arrival;
pub mod assets;
mod carry;
pub mod demo;
pub mod direction;
mod fill;
pub mod for_her;
mod form;
pub mod frame;
mod guard;
pub mod language;
pub mod numbers;
mod page;
mod phone;
pub mod reading_room;
pub mod record;
pub mod rests;
pub mod router;
pub mod site;
mod standing;
pub mod time;
mod upload;
pub mod view;
pub mod words;

/// Whether this build has the check of one person. Without it there are no questions, no urgency, and no door that needs them.
pub const CHECK: bool = cfg!(feature = "check");

/// Whether this build has passkeys. Without them the password is the one way to sign in.
pub const PASSKEYS: bool = cfg!(feature = "passkeys");

use std::future::{Future, IntoFuture};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use site::Site;
use tokio::sync::Notify;
use words::Words;

/// The English words. They are part of the binary and tested, so reading them cannot fail; a broken file would show ids.
#[must_use]
pub fn english() -> Words {
    Words::read("en", words::ENGLISH).unwrap_or_else(|_| Words::silent())
}

/// Whoever is being answered when the server is told to stop has so long: an answer takes milliseconds, a line that hangs is not waited for.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

/// Serves the site until `stopped` resolves, and the answers that are on their way then.
///
/// # Errors
/// When the socket fails.
pub async fn serve(
    listener: tokio::net::TcpListener,
    site: Site,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    // An answer is small and whole: it need not wait for more to send.
    let listener = listener.tap_io(|stream| {
        let _ = stream.set_nodelay(true);
    });
    let (record, stops) = (site.record().cloned(), Arc::new(Notify::new()));
    let routes = router::router(site).into_make_service_with_connect_info::<SocketAddr>();
    let stopping = stops.clone();
    let told = async move {
        stopped.await;
        if let Some(record) = record {
            record.live().close();
        }
        stopping.notify_one();
    };
    let late = async move {
        stops.notified().await;
        tokio::time::sleep(LAST_ANSWERS).await;
    };
    tokio::select! {
        served = axum::serve(listener, routes).with_graceful_shutdown(told).into_future() => served,
        // What was acknowledged is on the disk already.
        () = late => Ok(()),
    }
}
