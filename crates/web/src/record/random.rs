//! Chance: the one place where it is asked for.

use care::record::id::{BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId};
use store::account::AccountId;
use uuid::Uuid;

/// Letters of codes that are written down by hand: none of them is taken for another.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// Random bytes. Without the system's chance nothing safe can be made: then nothing is.
///
/// # Errors
/// When the system has none.
pub fn bytes<const N: usize>() -> Result<[u8; N], store::Fault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|why| store::Fault::Other(format!("no random numbers: {why}")))?;
    Ok(bytes)
}

/// A token that nobody guesses: 256 bits in letters that may stand in an address.
///
/// # Errors
/// As [`bytes`].
pub fn token() -> Result<String, store::Fault> {
    Ok(bytes::<32>()?.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// A code to write down, `abcd-efgh-jkmn`.
///
/// # Errors
/// As [`bytes`].
pub fn code() -> Result<String, store::Fault> {
    let letters = bytes::<12>()?.map(|byte| char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

/// A new id in the order of time.
///
/// # Errors
/// As [`bytes`].
pub fn id(now_ms: i64) -> Result<Uuid, store::Fault> {
    let millis = u64::try_from(now_ms).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &bytes::<10>()?).into_uuid())
}

/// Makes the ids of one act.
pub trait Fresh: Sized {
    /// A new one.
    ///
    /// # Errors
    /// As [`bytes`].
    fn fresh(now_ms: i64) -> Result<Self, store::Fault>;
}

macro_rules! fresh {
    ($($name:ident),*) => {
        $(impl Fresh for $name {
            fn fresh(now_ms: i64) -> Result<Self, store::Fault> {
                id(now_ms).map(Self)
            }
        })*
    };
}

fresh!(AccountId, BabyId, DeviceId, EntryId, HouseholdId, PersonId, RevisionId);
