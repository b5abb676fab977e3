//! `milkway import`: takes a record in, tells line by line what was wrong with it, and takes it back when asked.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use care::record::household::{Household, Person};
use care::record::id::{DeviceId, HouseholdId, RevisionId};
use care::record::revision::Received;
use care::record::role::Role;
use exchange::record::export::Export;
use exchange::record::import::{Reading, read};
use exchange::record::plan::{Plan, plan};
use exchange::record::undo::{Hand, undo};
use store::{Store, household, revision};
use uuid::Uuid;

use crate::args::{Home, Import};
use crate::batches::{self, Batch};
use crate::home;

/// Revisions that are written in one transaction. A server that runs beside has its turn between two of them: a feed must not wait.
const AT_ONCE: usize = 500;

/// Takes in, or back.
///
/// # Errors
/// A file that cannot be read, a household that is not clear, what the database says.
pub fn run(options: &Import) -> Result<ExitCode> {
    let data = home::folder(&options.home)?;
    match (options.undo, &options.file) {
        (Some(batch), _) => take_back(&data, batch, options.dry_run),
        (None, Some(file)) => take_in(&data, file, options),
        (None, None) => bail!("a file is missing; see `milkway import --help`"),
    }
}

fn take_in(data: &Path, file: &Path, options: &Import) -> Result<ExitCode> {
    let reading = read(&bytes(file)?);
    let Some(export) = &reading.export else { return refused(&reading) };
    let store = if home::database(data).exists() { Some(home::open(data)?) } else { None };
    let target = target(store.as_ref(), &options.home, export.household.id)?;
    let here = match &store {
        Some(store) => home::whole(store, target)?,
        None => None,
    };
    let there = here.as_ref().map_or(&[][..], |here| &here.revisions);
    let plan = plan(&reading, here.as_ref().map(|here| &here.household), there);
    tell(&plan, &reading, target, here.is_none())?;
    let code = if plan.left_out == 0 { ExitCode::SUCCESS } else { ExitCode::from(1) };
    let mut out = std::io::stdout().lock();
    if options.dry_run {
        writeln!(out, "dry run: nothing was written")?;
        return Ok(code);
    }
    let store = match store {
        Some(store) => store,
        None => made(data)?,
    };
    add_household(&store, target, &export.household, &plan, here.is_none())?;
    if plan.new.is_empty() {
        return Ok(code);
    }
    let batch = put(&store, data, target, &plan.new)?;
    writeln!(out, "batch {batch}; to take it back: milkway import --undo {batch}")?;
    Ok(code)
}

fn bytes(file: &Path) -> Result<Vec<u8>> {
    if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

fn refused(reading: &Reading) -> Result<ExitCode> {
    let mut err = std::io::stderr().lock();
    for problem in &reading.problems {
        writeln!(err, "milkway: line {}: {}; {}", problem.line, problem.what, problem.do_this)?;
    }
    Ok(ExitCode::from(1))
}

fn made(data: &Path) -> Result<Store> {
    fs::create_dir_all(data).with_context(|| format!("cannot make the data folder {}", data.display()))?;
    Ok(Store::open(&home::database(data))?)
}

/// Into which household a file goes. One family's record is never mixed into another's unless that was said.
fn target(store: Option<&Store>, said: &Home, of_file: HouseholdId) -> Result<HouseholdId> {
    let all = match store {
        Some(store) => store.read(|tx| household::all(tx))?,
        None => Vec::new(),
    };
    match said.household.map(HouseholdId) {
        Some(id) if id == of_file || all.contains(&id) => Ok(id),
        Some(id) => bail!("there is no household {id}{}", home::there_are(&all)),
        None if all.is_empty() || all.contains(&of_file) => Ok(of_file),
        None => bail!(
            "the file is of household {of_file}, which is not here{}; to put it into one of these or to add it as a household of its own, \
             say its id with --household ID",
            home::there_are(&all)
        ),
    }
}

fn tell(plan: &Plan, reading: &Reading, target: HouseholdId, is_new: bool) -> Result<()> {
    let mut out = std::io::stdout().lock();
    for problem in &plan.problems {
        writeln!(out, "{problem}")?;
    }
    let told = plan.problems.iter().filter(|problem| problem.left_out).count();
    if let Some(more) = plan.left_out.checked_sub(told).filter(|more| *more > 0) {
        writeln!(out, "and {more} more lines left out")?;
    }
    let household = if is_new { "a new household" } else { "household" };
    writeln!(out, "into {household} {target}")?;
    writeln!(out, "revisions: {} new, {} here already", plan.new.len(), plan.known)?;
    writeln!(out, "lines: {} said twice, {} left out", reading.repeated, plan.left_out)?;
    writeln!(out, "people: {} new; babies: {} new", plan.people.len(), plan.babies.len())?;
    if plan.in_bin > 0 {
        writeln!(
            out,
            "{} entries of the file lie in the bin here; an import takes nothing out of the bin",
            plan.in_bin
        )?;
    }
    Ok(())
}

/// Adds the household and who is not there yet. Who is there stays as she is.
fn add_household(store: &Store, id: HouseholdId, said: &Household, plan: &Plan, is_new: bool) -> Result<()> {
    store.write(|tx| {
        if is_new {
            household::add(tx, id, &said.settings, now_ms())?;
        }
        plan.people.iter().try_for_each(|person| household::put_person(tx, id, person, None))?;
        plan.babies.iter().try_for_each(|baby| household::put_baby(tx, id, baby))
    })?;
    Ok(())
}

/// Keeps what is about to be added as a batch, then adds it.
fn put(store: &Store, data: &Path, household: HouseholdId, new: &[Received]) -> Result<Uuid> {
    let made_ms = now_ms();
    let revisions = new.iter().map(|received| received.revision.id).collect();
    let batch = batches::keep(data, &Batch { household, made_ms, revisions })?;
    for some in new.chunks(AT_ONCE) {
        store.write(|tx| {
            some.iter().try_for_each(|received| revision::put(tx, household, received, made_ms).map(drop))
        })?;
    }
    Ok(batch)
}

fn take_back(data: &Path, batch: Uuid, dry_run: bool) -> Result<ExitCode> {
    let Batch { household: id, revisions, .. } = batches::find(data, batch)?;
    let store = home::open(data)?;
    let Some(Export { household, revisions: arrived }) = home::whole(&store, id)? else {
        bail!("household {id} of batch {batch} is gone")
    };
    let Some(owner) = owner(&household) else { bail!("nobody belongs to household {id}") };
    let made_at_ms = now_ms();
    // The command line is no phone: its device is the one that nobody has.
    let hand = Hand { by: owner.id, device: DeviceId(Uuid::nil()), made_at_ms };
    // One draw of chance, then the numbers after it: ids made in one go differ in their last digits.
    let mut last = batches::new_id(made_at_ms)?.as_u128();
    let next_id = || {
        last = last.wrapping_add(1);
        RevisionId(Uuid::from_u128(last))
    };
    let undone = undo(&revisions, &arrived, hand, next_id);
    let mut out = std::io::stdout().lock();
    for entry in &undone.changed_since {
        writeln!(out, "entry {entry} was changed after the import and stays; put it into the bin by hand")?;
    }
    writeln!(out, "entries: {} taken back, {} stay", undone.revisions.len(), undone.changed_since.len())?;
    if dry_run {
        writeln!(out, "dry run: nothing was written")?;
    } else if !undone.revisions.is_empty() {
        let batch = put(&store, data, id, &undone.revisions)?;
        writeln!(out, "batch {batch}; to have it again: milkway import --undo {batch}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Whoever has the machine acts for the household's owner.
fn owner(household: &Household) -> Option<&Person> {
    let owner = household.people.iter().find(|person| person.role == Role::Owner && !person.removed);
    owner.or_else(|| household.people.first())
}

fn now_ms() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}
