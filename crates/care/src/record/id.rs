//! Ids: made on the device, in the order of time (UUIDv7), one type a noun so that none is taken for another.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$meaning:meta])* $name:ident) => {
        $(#[$meaning])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id!(
    /// A household: what is kept together, shared, exported and deleted together.
    HouseholdId
);
id!(
    /// A person in a household. The same human in two households is two people.
    PersonId
);
id!(
    /// A baby in a household.
    BabyId
);
id!(
    /// An entry.
    EntryId
);
id!(
    /// One saving of an entry.
    RevisionId
);
id!(
    /// A phone, a browser or a gadget that writes.
    DeviceId
);
