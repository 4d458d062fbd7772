//! Vehicles.

pub mod use_life;
