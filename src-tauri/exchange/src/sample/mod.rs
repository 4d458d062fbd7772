//! The sample batch.
