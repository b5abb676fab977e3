//! `milkway serve`: opens the data folder and the socket, then hands over to the pages.

use std::fs;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use web::language::Language;
use web::site::Site;

use crate::args::Serve;
use crate::config::{self, Settings};
use crate::demo::Demo;
use crate::{numbers, opened};

/// Serves until it is told to stop.
///
/// # Errors
/// Settings that are wrong, a folder that cannot be made, an address that is taken.
pub fn run(options: &Serve) -> Result<ExitCode> {
    let settings = config::settings(options)?;
    let language = match settings.language.as_deref().map_or(Ok(Language::ENGLISH), Language::named) {
        Ok(language) => language,
        Err(unknown) => {
            writeln!(std::io::stderr(), "milkway: {unknown}; see `milkway --help`")?;
            return Ok(ExitCode::from(2));
        }
    };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
    let site = site(&settings, language)?;
    // Before a demo is invented: who presses Ctrl-C meanwhile must not leave its folder behind.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let stopped = {
        let _inside = runtime.enter();
        stopped()
    };
    if options.demo {
        let demo = Demo::invent(jiff::Timestamp::now().as_millisecond())?;
        let site = site.keeping(demo.record.clone()).to_look_around(demo.owner);
        let said =
            ["A demo: the data is invented, everybody who opens it is signed in, and nothing is kept.".to_owned()];
        runtime.block_on(listen(&settings, &said, site, stopped))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut said = vec![format!("Data folder: {}", data_folder(&settings.data)?)];
    let kept = opened::open(&settings.data, settings.registration)?;
    said.extend(kept.first_code.map(|code| format!("Code for the first owner: {code} (type it at /keep)")));
    let record = kept.record.behind_proxy(settings.behind_proxy).at(settings.place.clone())?;
    let site = site.keeping(record);
    runtime.block_on(listen(&settings, &said, site, stopped))?;
    Ok(ExitCode::SUCCESS)
}

/// What is shown, with the settings of whoever serves it; nothing is kept yet.
fn site(settings: &Settings, language: Language) -> Result<Site> {
    let ledger = shipped::ledger()?;
    let tell = |text: &str| language.tell(text);
    let mut compiled = shipped::protocol_told(&ledger, tell)?;
    numbers::apply(&mut compiled.protocol, &settings.numbers, language)?;
    if let Some(code) = &settings.region
        && compiled.protocol.region_named(code).is_none()
    {
        let known: Vec<_> = compiled.protocol.regions.iter().map(|region| region.code.as_str()).collect();
        bail!("unknown region `{code}`; known are {}", known.join(", "));
    }
    let guide = shipped::guide_told(&compiled.protocol, &ledger, tell)?;
    let site = Site::new(compiled, ledger, guide, settings.region.clone(), settings.leave.clone());
    Ok(site.speaking(language.words()).checking(shipped::checker).ready())
}

fn data_folder(folder: &Path) -> Result<String> {
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot make the data folder {}; choose another with --data DIR", folder.display()))?;
    let full = folder.canonicalize().with_context(|| format!("cannot open the data folder {}", folder.display()))?;
    Ok(full.display().to_string())
}

async fn listen(
    settings: &Settings,
    said: &[String],
    site: Site,
    stopped: impl Future<Output = ()> + Send + 'static,
) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(settings.listen)
        .await
        .with_context(|| format!("cannot listen on {}: choose another with --listen ADDR:PORT", settings.listen))?;
    announce(listener.local_addr()?, said)?;
    // Not before: a server whose address is taken begins nothing. A demo has nothing to keep up.
    if let (Some(record), None) = (site.record().cloned(), site.demo()) {
        tokio::spawn(web::record::upkeep::run(record, settings.data.join("backups")));
    }
    web::serve(listener, site, stopped).await.context("the server stopped")
}

/// Says where the application is; then where its data is, and until somebody owns the server the code that its owner proves herself with.
fn announce(address: SocketAddr, said: &[String]) -> Result<()> {
    let host = if address.ip().is_loopback() || address.ip().is_unspecified() {
        "localhost".to_owned()
    } else {
        address.ip().to_string()
    };
    let mut out = std::io::stdout().lock();
    writeln!(out, "Milkway is ready: http://{host}:{}", address.port())?;
    said.iter().try_for_each(|line| writeln!(out, "{line}"))?;
    out.flush()?;
    Ok(())
}

/// Resolves when the process is asked to end; also if it was asked between this call and the waiting.
#[cfg(unix)]
fn stopped() -> impl Future<Output = ()> + Send + 'static {
    use tokio::signal::unix::{SignalKind, signal};
    let heard = [SignalKind::interrupt(), SignalKind::terminate()].map(|kind| signal(kind).ok());
    async move {
        let [mut interrupt, mut terminate] = heard;
        tokio::select! {
            Some(_) = next(&mut interrupt) => {}
            Some(_) = next(&mut terminate) => {}
            // Neither can be heard: it runs until it is killed.
            else => std::future::pending().await,
        }
    }
}

#[cfg(unix)]
async fn next(signal: &mut Option<tokio::signal::unix::Signal>) -> Option<()> {
    signal.as_mut()?.recv().await
}

/// Resolves when the process is asked to end.
#[cfg(not(unix))]
async fn stopped() {
    let _ = tokio::signal::ctrl_c().await;
}
