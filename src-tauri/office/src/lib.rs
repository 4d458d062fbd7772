//! The use cases: sign-in, the one door for writes, queries. Wire types and error codes live here.

pub mod verbs;
pub mod wire;
