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
    let data = data_folder(&settings.data)?;
    let guide = shipped::guide_told(&compiled.protocol, &ledger, tell)?;
    let checker = shipped::checker(&ledger)?;
    let site = Site::new(compiled, ledger, guide, settings.region.clone(), settings.leave.clone());
    let site = site.speaking(language.words()).checking(checker);
    let kept = opened::open(&settings.data, settings.registration)?;
    let site = site.keeping(kept.record.clone());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    runtime.spawn(web::record::upkeep::run(kept.record, settings.data.join("backups")));
    runtime.block_on(listen(&settings, &data, kept.first_code.as_deref(), site))?;
    Ok(ExitCode::SUCCESS)
}

fn data_folder(folder: &Path) -> Result<String> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make the data folder {}", folder.display()))?;
    let full = folder.canonicalize().with_context(|| format!("cannot open the data folder {}", folder.display()))?;
    Ok(full.display().to_string())
}

async fn listen(settings: &Settings, data: &str, first_code: Option<&str>, site: Site) -> Result<()> {
    let listener = tokio::net::TcpListener::bind(settings.listen)
        .await
        .with_context(|| format!("cannot listen on {}: choose another with --listen ADDR:PORT", settings.listen))?;
    announce(listener.local_addr()?, data, first_code)?;
    web::serve(listener, site, stopped()).await.context("the server stopped")
}

/// Says where the application is and where its data is, in two lines that are the same on every start; until somebody owns the server also
/// the code that its owner proves herself with.
fn announce(address: SocketAddr, data: &str, first_code: Option<&str>) -> Result<()> {
    let host = if address.ip().is_loopback() || address.ip().is_unspecified() {
        "localhost".to_owned()
    } else {
        address.ip().to_string()
    };
    let mut out = std::io::stdout().lock();
    writeln!(out, "Milkway is ready: http://{host}:{}", address.port())?;
    writeln!(out, "Data folder: {data}")?;
    if let Some(code) = first_code {
        writeln!(out, "Code for the first owner: {code} (type it at /keep)")?;
    }
    out.flush()?;
    Ok(())
}

/// Resolves when the process is asked to end.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
