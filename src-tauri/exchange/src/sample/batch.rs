//! Batches of any size, for measurements.

use super::enterprises::{COUNTIES, plain};
use super::rng::Rng;
use crate::import::Row;
use crate::terms::Terms;
use domain::application::ApplicationForm;

/// `size` applications (at most 99,999, so that codes stay unique) that meet every condition, each with a row for every
/// item of the list of materials.
pub fn batch(seed: u64, size: u32, terms: &Terms) -> Vec<Row<ApplicationForm>> {
    let mut rng = Rng::new(seed);
    (1..=size.min(99_999))
        .map(|serial| {
            let county = COUNTIES[(serial as usize - 1) % COUNTIES.len()];
            let name = format!("芜湖样例第{serial:05}号汽车贸易有限公司");
            Row {
                row: serial + 1,
                reference: Some(serial.to_string()),
                value: plain(&mut rng, terms, serial, name, county),
            }
        })
        .collect()
}
