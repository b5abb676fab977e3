//! The objects of a file, found wherever they stand.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::filter;
use super::object::{Dict, Object, Reader};

/// What one file may unpack to, in bytes, all streams together.
const BUDGET: usize = 48 << 20;
const STREAM_MAX: usize = 8 << 20;
/// How many bytes are read as values, all reading together: a value may be asked for again and again.
const WORK_MAX: usize = 160 << 20;
const OBJECTS_MAX: usize = 200_000;
/// How often one reference may lead to the next.
const HOPS_MAX: usize = 8;

pub(super) struct File<'b> {
    bytes: &'b [u8],
    places: BTreeMap<u32, usize>,
    /// Objects that stood in packed streams.
    packed: BTreeMap<u32, Object>,
    left: usize,
    work: Cell<usize>,
}

impl<'b> File<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Self {
        let mut file =
            Self { bytes, places: places(bytes), packed: BTreeMap::new(), left: BUDGET, work: Cell::new(WORK_MAX) };
        for at in file.places.values().copied().collect::<Vec<_>>() {
            let Some(Object::Dict(dict)) = file.read(at) else { continue };
            if dict.name(b"Type") == Some(b"ObjStm") {
                file.unpack_objects(&dict, at);
            }
        }
        file
    }

    fn unpack_objects(&mut self, dict: &Dict, at: usize) {
        let (Some(number), Some(first)) =
            (dict.get(b"N").and_then(Object::count), dict.get(b"First").and_then(Object::count))
        else {
            return;
        };
        let Some(bytes) = self.stream(at) else { return };
        let mut heads = Reader::new(&bytes, 0);
        for _ in 0..number.min(OBJECTS_MAX) {
            let (Some(id), Some(offset)) = (heads.plain_count(), heads.plain_count()) else { break };
            let Ok(id) = u32::try_from(id) else { continue };
            if self.packed.len() < OBJECTS_MAX
                && let Some(object) = Reader::new(&bytes, first.saturating_add(offset)).next()
            {
                self.packed.insert(id, object);
            }
        }
    }

    /// The value that stands here.
    fn read(&self, at: usize) -> Option<Object> {
        let mut reader = Reader::new(self.bytes, at);
        if self.work.get() == 0 {
            return None;
        }
        let object = reader.next();
        self.work.set(self.work.get().saturating_sub(reader.at - at + 16));
        object
    }

    /// A value, references followed.
    pub(super) fn get(&self, object: &Object) -> Option<Object> {
        let mut object = object.clone();
        for _ in 0..HOPS_MAX {
            let Object::Reference(id) = object else { return Some(object) };
            object = match self.places.get(&id) {
                Some(at) => self.read(*at)?,
                None => self.packed.get(&id)?.clone(),
            };
        }
        None
    }

    pub(super) fn dict(&self, object: Option<&Object>) -> Option<Dict> {
        match self.get(object?)? {
            Object::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    pub(super) fn of_type(&self, name: &[u8]) -> Option<Dict> {
        self.all_of_type(name).pop()
    }

    pub(super) fn all_of_type(&self, name: &[u8]) -> Vec<Dict> {
        let placed = self.places.values().filter_map(|at| self.read(*at));
        let objects = placed.chain(self.packed.values().cloned());
        let dicts = objects.filter_map(|object| if let Object::Dict(dict) = object { Some(dict) } else { None });
        dicts.filter(|dict| dict.name(b"Type") == Some(name)).collect()
    }

    /// The unpacked stream that a reference leads to.
    pub(super) fn stream_of(&mut self, object: &Object) -> Option<Vec<u8>> {
        let Object::Reference(id) = object else { return None };
        let at = *self.places.get(id)?;
        self.stream(at)
    }

    /// What a page shows: one stream or several, one after the other.
    pub(super) fn content(&mut self, object: Option<&Object>) -> Vec<u8> {
        let Some(object) = object else { return Vec::new() };
        if let Some(Object::Array(parts)) = self.get(object) {
            let mut all = Vec::new();
            for part in parts.iter().take(1_000) {
                all.extend(self.stream_of(part).unwrap_or_default());
                all.push(b'\n');
            }
            return all;
        }
        self.stream_of(object).unwrap_or_default()
    }

    fn stream(&mut self, at: usize) -> Option<Vec<u8>> {
        let mut reader = Reader::new(self.bytes, at);
        let Some(Object::Dict(dict)) = reader.next() else { return None };
        reader.skip_blanks();
        let rest = self.bytes.get(reader.at..)?.strip_prefix(b"stream")?;
        let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        let said = dict.get(b"Length").and_then(|length| self.get(length)).and_then(|length| length.count());
        let honest = said.filter(|length| {
            rest.get(*length..).is_some_and(|after| find(&after[..after.len().min(16)], b"endstream").is_some())
        });
        let length = honest.or_else(|| find(rest, b"endstream")).unwrap_or(rest.len());
        // What is only looked at counts too, or a file without ends would be looked through once for each object.
        self.left = self.left.checked_sub(length)?;
        let mut bytes = rest[..length].to_vec();
        let filters = match dict.get(b"Filter").and_then(|filter| self.get(filter)) {
            Some(Object::Array(filters)) => filters,
            Some(filter) => vec![filter],
            None => Vec::new(),
        };
        for filter in filters.iter().take(4) {
            let Object::Name(filter) = filter else { return None };
            bytes = filter::unpack(filter, &bytes, self.left.min(STREAM_MAX))?;
            self.left = self.left.saturating_sub(bytes.len());
        }
        Some(bytes)
    }
}

/// Where every `12 0 obj` has its value. The last one of an id counts, as in a file that was changed later.
fn places(bytes: &[u8]) -> BTreeMap<u32, usize> {
    let mut places = BTreeMap::new();
    let mut from = 0;
    while let Some(found) = bytes.get(from..).and_then(|rest| find(rest, b"obj")) {
        let at = from + found;
        from = at + 3;
        let head = &bytes[at.saturating_sub(24)..at];
        let mut words = head.rsplit(|byte| byte.is_ascii_whitespace()).filter(|word| !word.is_empty());
        let is_number = |word: &&[u8]| word.iter().all(u8::is_ascii_digit);
        let (Some(_), Some(id)) = (words.next().filter(is_number), words.next()) else { continue };
        // The number may touch what stands before it.
        let digits = id.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let id = std::str::from_utf8(&id[id.len() - digits..]).ok().and_then(|id| id.parse().ok());
        if let Some(id) = id
            && places.len() < OBJECTS_MAX
        {
            places.insert(id, at + 3);
        }
    }
    places
}

/// Where some bytes stand first.
pub(super) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
