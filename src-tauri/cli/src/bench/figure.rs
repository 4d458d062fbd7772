//! One figure: the median of its runs, beside the floor measured in the same run.

use crate::{out::Answer, stopwatch::hundredths};
use domain::say::Lang;
use serde::Serialize;
use std::time::Duration;

#[derive(Debug, Serialize)]
pub struct Figure {
    bench: &'static str,
    figure: &'static str,
    size: u32,
    value: f64,
    unit: &'static str,
    floor: Option<f64>,
    floor_name: Option<&'static str>,
    ratio: Option<f64>,
    runs: usize,
}

impl Figure {
    /// Milliseconds of the whole.
    pub fn of(bench: &'static str, figure: &'static str, size: u32, runs: &[Duration]) -> Self {
        Self {
            bench,
            figure,
            size,
            value: milliseconds(median(runs)),
            unit: "ms",
            floor: None,
            floor_name: None,
            ratio: None,
            runs: runs.len(),
        }
    }

    /// Beside the named floor.
    pub fn over(self, runs: &[Duration], name: &'static str, floors: &[Duration]) -> Self {
        let floor = median(floors);
        let ratio = (median(runs).as_nanos() * 100)
            .checked_div(floor.as_nanos())
            .map(hundredths);
        Self {
            floor: Some(milliseconds(floor)),
            floor_name: Some(name),
            ratio,
            ..self
        }
    }

    /// Milliseconds of one of many.
    pub fn each(self, runs: &[Duration], of: u32) -> Self {
        Self {
            value: milliseconds(median(runs).checked_div(of).unwrap_or_default()),
            unit: "ms each",
            ..self
        }
    }
}

fn milliseconds(time: Duration) -> f64 {
    hundredths(time.as_micros() / 10)
}

/// The middle one; of an even number the later of the two.
fn median(runs: &[Duration]) -> Duration {
    let mut sorted = runs.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

impl Answer for Figure {
    fn text(&self, lang: Lang) -> String {
        let Self {
            bench,
            figure,
            size,
            value,
            unit,
            runs,
            ..
        } = self;
        let floor = match (self.floor, self.floor_name, self.ratio) {
            (Some(floor), Some(name), Some(ratio)) => match lang {
                Lang::Zh => format!("，底线 {floor} {unit}（{name}），{ratio} 倍"),
                Lang::En => format!(", floor {floor} {unit} ({name}), ratio {ratio}"),
            },
            _ => String::new(),
        };
        match lang {
            Lang::Zh => format!("{bench} {figure}：规模 {size}，{value} {unit}（{runs} 次的中位数）{floor}"),
            Lang::En => format!("{bench} {figure}: size {size}, {value} {unit} (median of {runs}){floor}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_the_median_and_its_ratio_to_the_median_of_the_floor() {
        let ms = |list: [u64; 3]| list.map(Duration::from_millis);
        let (runs, floors) = (ms([900, 30, 40]), ms([20, 21, 1]));
        let figure = Figure::of("b", "f", 7, &runs).over(&runs, "bare", &floors);
        let shown = serde_json::to_value(&figure).unwrap();
        let expected = serde_json::json!({
            "bench": "b", "figure": "f", "size": 7, "value": 40.0, "unit": "ms", "floor": 20.0, "floor_name": "bare",
            "ratio": 2.0, "runs": 3
        });
        assert_eq!(shown, expected);
    }
}
