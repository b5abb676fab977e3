//! Measures the record: what a page, a fetch and an entry cost with one and with five years of invented data. They should cost the same.

use super::http::Line;
use super::server::{PLAIN, Server, number};
use super::{Budget, Side};
use anyhow::{Context, Result, ensure};
use exchange::record::export::Export;
use exchange::record::invented;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const fn row(name: &'static str, what: &'static str, unit: &'static str, budget: Option<Side>) -> Budget {
    Budget { name, what, unit, budget }
}

/// Processor time of the whole server process for a request, and what a household of that age takes.
pub(super) const BUDGETS: [Budget; 17] = [
    row("home_1_us", "home page, signed in, one year of data, processor", "µs", Some(Side::AtMost(2_000.0))),
    row("home_5_us", "the same, five years", "µs", Some(Side::AtMost(2_000.0))),
    row("home_times", "… five years to one", "×", None),
    row("pull_1_us", "fetching the last 100 changes, one year, processor", "µs", Some(Side::AtMost(1_000.0))),
    row("pull_5_us", "the same, five years", "µs", Some(Side::AtMost(1_000.0))),
    row("pull_times", "… five years to one", "×", None),
    row("push_1_us", "saving one feed, one year, processor, without the sync", "µs", Some(Side::AtMost(500.0))),
    row("push_5_us", "the same, five years", "µs", Some(Side::AtMost(500.0))),
    row("push_times", "… five years to one", "×", None),
    row(
        "push_disk_5_us",
        "the same on a disk, five years, processor, with what the kernel does for the sync",
        "µs",
        None,
    ),
    row("push_wall_5_us", "… and on the clock", "µs", None),
    row("record_rest_mib", "resident memory at rest, five years", "MiB", Some(Side::AtMost(25.0))),
    row("record_load_mib", "resident memory under load, five years", "MiB", Some(Side::AtMost(60.0))),
    row("record_1_mb", "the database, one year", "MB", None),
    row("record_5_mb", "the same, five years", "MB", None),
    row("import_1_s", "taking one year in with `milkway import`", "s", None),
    row("import_5_s", "the same, five years", "s", None),
];

/// Requests that are measured as one: the kernel counts processor time in hundredths of a second.
const TIMES: u32 = 1_000;
/// Before, so that what happens once is not counted.
const WARM: u32 = 50;
/// Who speaks to the server at once, for its memory under load.
const AT_ONCE: usize = 8;

/// A folder that goes with the measurement.
struct Folder(PathBuf);

impl Folder {
    /// In memory, where there is such a place: what the processor does for a disk is not what the program costs.
    fn in_memory(years: u32) -> Result<Self> {
        let memory = Path::new("/dev/shm");
        let root = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
        Self::under(&root, &format!("memory-{years}"))
    }

    fn on_disk() -> Result<Self> {
        Self::under(&std::env::temp_dir(), "disk")
    }

    fn under(root: &Path, name: &str) -> Result<Self> {
        let folder = Self(root.join(format!("milkway-bench-{name}-{}", std::process::id())));
        std::fs::create_dir_all(&folder.0)?;
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// All measures of the record.
pub(super) fn measure(binary: &Path) -> Result<BTreeMap<String, f64>> {
    let mut measured = BTreeMap::new();
    for years in [1, 5] {
        of_years(binary, years, &mut measured)?;
    }
    for what in ["home", "pull", "push"] {
        let of = |years: u32| measured.get(&format!("{what}_{years}_us")).copied().context("not measured");
        let times = of(5)? / of(1)?;
        measured.insert(format!("{what}_times"), times);
    }
    Ok(measured)
}

fn of_years(binary: &Path, years: u32, measured: &mut BTreeMap<String, f64>) -> Result<()> {
    let folder = Folder::in_memory(years)?;
    let data = folder.0.join("data");
    let export = invented::present(4_646, years * 365, jiff::Timestamp::now().as_millisecond(), "Europe/London");
    let cookie = household(binary, &folder, &data)?;
    let imported_s = import(binary, &folder, &data, &export)?;
    let size = std::fs::metadata(data.join("milkway.db"))?.len();

    let (server, _) = Server::on(binary, &data)?;
    let mut keep = |name: &str, number: f64| measured.insert(name.replace('#', &years.to_string()), number);
    keep("import_#_s", imported_s);
    keep("record_#_mb", number(size) / 1e6);
    if years == 5 {
        keep("record_rest_mib", server.resident_mib()?);
    }
    let mut line = server.connect(&cookie)?;
    keep("home_#_us", each(&server, || line.get("/", PLAIN).map(drop))?.0);
    let last = told(&line.get("/record/live?since=-1", PLAIN)?)?["seq"].as_i64().context("no seq")?;
    let path = format!("/record/pull?since={}", last - 100);
    keep("pull_#_us", each(&server, || line.get(&path, PLAIN).map(drop))?.0);
    let mut feeds = Feeds::of(&export)?;
    keep("push_#_us", each(&server, || feeds.push(&mut line))?.0);
    if years == 5 {
        load(&server, &cookie, &path)?;
        keep("record_load_mib", server.resident_mib()?);
        drop(server);
        let (cpu_us, wall_us) = synced(binary, &data, &cookie, &mut feeds)?;
        keep("push_disk_#_us", cpu_us);
        keep("push_wall_#_us", wall_us);
    }
    Ok(())
}

/// The same record on a disk: what saving a feed takes the processor and on the clock, with the sync.
fn synced(binary: &Path, data: &Path, cookie: &str, feeds: &mut Feeds) -> Result<(f64, f64)> {
    let disk = Folder::on_disk()?;
    for name in ["milkway.db", "milkway.db-wal"] {
        if data.join(name).exists() {
            std::fs::copy(data.join(name), disk.0.join(name))?;
        }
    }
    let (server, _) = Server::on(binary, &disk.0)?;
    let mut line = server.connect(cookie)?;
    each(&server, || feeds.push(&mut line))
}

/// Makes a household with its owner; gives her cookie.
fn household(binary: &Path, folder: &Folder, data: &Path) -> Result<String> {
    let (mut server, _) = Server::on(binary, data)?;
    server.line()?;
    let said = server.line()?;
    let code = said.rsplit_once(": ").and_then(|(_, rest)| rest.split(' ').next()).context("no code was printed")?;
    let form = format!("code={code}&name=Bench&login=bench&password=nobody-knows-it&zone=Europe/London");
    let made = server.connect("")?.post("/keep", "application/x-www-form-urlencoded", &form)?;
    let home = told(&server.connect(&made.cookie)?.get("/record/pull", PLAIN)?)?;
    let id = home["household"]["id"].as_str().context("no household")?;
    std::fs::write(folder.0.join("household"), id)?;
    Ok(made.cookie)
}

/// Takes the invented record into that household, as a person does; gives the seconds it took.
fn import(binary: &Path, folder: &Folder, data: &Path, export: &Export) -> Result<f64> {
    let file = folder.0.join("invented.jsonl");
    std::fs::write(&file, export.lines(false)?)?;
    let id = std::fs::read_to_string(folder.0.join("household"))?;
    let begun = Instant::now();
    let mut command = Command::new(binary);
    let command = command.arg("import").arg(&file).args(["--household", &id, "--data"]).arg(data);
    let said = command.output().context("cannot run `milkway import`")?;
    ensure!(said.status.success(), "`milkway import`: {}", String::from_utf8_lossy(&said.stderr));
    Ok(begun.elapsed().as_secs_f64())
}

/// Microseconds that a request takes the processor, and on the clock.
fn each(server: &Server, mut request: impl FnMut() -> Result<()>) -> Result<(f64, f64)> {
    for _ in 0..WARM {
        request()?;
    }
    let (cpu_s, begun) = (server.cpu_s()?, Instant::now());
    for _ in 0..TIMES {
        request()?;
    }
    let (cpu_s, wall_s) = (server.cpu_s()? - cpu_s, begun.elapsed().as_secs_f64());
    let each_us = |seconds: f64| seconds * 1e6 / f64::from(TIMES);
    Ok((each_us(cpu_s), each_us(wall_s)))
}

/// New feeds, each a lot of its own, as a phone sends it.
struct Feeds {
    like: Value,
    next: u64,
}

impl Feeds {
    fn of(export: &Export) -> Result<Self> {
        let revisions = export.revisions.iter().rev().map(|received| &received.revision);
        let mut first = revisions.filter(|revision| revision.bases.is_empty() && !revision.binned);
        let feed = first.find(|revision| revision.content.body.kind().name() == "feed").context("no feed")?;
        Ok(Self { like: serde_json::to_value(feed)?, next: 0 })
    }

    fn push(&mut self, line: &mut Line) -> Result<()> {
        self.next += 1;
        let id = |kind: &str| json!(format!("019ac000-{kind}-7000-8000-{:012x}", self.next));
        let mut feed = self.like.clone();
        (feed["id"], feed["entry"]) = (id("0001"), id("0002"));
        let device = "019ac000-0003-7000-8000-000000000000";
        let sent_at_ms = jiff::Timestamp::now().as_millisecond();
        let lot = json!({ "device": device, "sent_at_ms": sent_at_ms, "revisions": [feed] });
        let said = told(&line.post("/record/push", "application/json", &lot.to_string())?.body)?;
        ensure!(said["taken"].as_array().is_some_and(|taken| taken.len() == 1), "not taken: {said}");
        Ok(())
    }
}

/// Some who look and fetch at once.
fn load(server: &Server, cookie: &str, path: &str) -> Result<()> {
    let ask = || -> Result<()> {
        let mut line = server.connect(cookie)?;
        for _ in 0..TIMES / 4 {
            line.get("/", PLAIN)?;
            line.get(path, PLAIN)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let asking: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(ask)).collect();
        asking.into_iter().try_for_each(|one| one.join().unwrap_or_else(|_| Err(anyhow::anyhow!("a client panicked"))))
    })
}

fn told(body: &[u8]) -> Result<Value> {
    serde_json::from_slice(body).context("the server said no JSON")
}
