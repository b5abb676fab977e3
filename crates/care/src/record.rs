//! The record of a household: who belongs to it, what was logged, and what follows from that.
//!
//! An **entry** is never written over. Each saving is a **revision** with the whole content, made on a device, with an id of its own and the
//! ids of the revisions that its writer had before her. [`fold`](revision::fold) makes the entry of them: the same one from every order in
//! which they arrive, so two phones that were apart for a day end alike, and nothing is lost.

pub mod amount;
pub mod body;
pub mod day;
pub mod entry;
pub mod household;
pub mod id;
pub mod known;
pub mod moment;
pub mod revision;
pub mod role;
pub mod settings;
pub mod since;
pub mod sum;
pub mod timer;
pub mod twice;
