//! Formats in and out, each a pure function from bytes: cases and results as JSON, a protocol as its normal form, the record of a household.
//!
//! Nothing here opens a file or a socket.

pub mod batch;
pub mod case;
pub mod dose;
mod names;
pub mod normal_form;
pub mod record;
pub mod result;
mod write;

pub use case::{Case, CaseFault};
pub use result::{Detail, Results};
