//! Titles: broken at word edges into a trapezoid or a diamond.

use crate::grid::Nm;

/// Group words, given by their widths, into the fewest lines no wider than `measure`, and of those groupings take the
/// best shaped. The answer is the number of words of each line.
///
/// A word wider than the measure stands on a line of its own; the caller cuts such words first.
pub fn balance(words: &[Nm], measure: Nm) -> Vec<usize> {
    let total: Nm = words.iter().sum();
    if total <= measure || words.len() < 2 {
        return vec![words.len()];
    }
    for lines in 2..words.len() {
        let mut best: Option<(Nm, Vec<usize>)> = None;
        let mut taken = Vec::new();
        search(words, measure, lines, &mut taken, &mut best);
        if let Some((_, grouping)) = best {
            return grouping;
        }
    }
    vec![1; words.len()]
}

fn search(words: &[Nm], measure: Nm, lines: usize, taken: &mut Vec<usize>, best: &mut Option<(Nm, Vec<usize>)>) {
    let used: usize = taken.iter().sum();
    let left = words.get(used..).unwrap_or_default();
    if lines == 1 {
        if left.is_empty() || left.iter().sum::<Nm>() > measure {
            return;
        }
        taken.push(left.len());
        let cost = cost(words, taken, measure);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            *best = Some((cost, taken.clone()));
        }
        taken.pop();
        return;
    }
    let mut sum = 0;
    for (count, word) in left.iter().enumerate().map(|(i, w)| (i + 1, w)) {
        sum += word;
        if sum > measure || count >= left.len() {
            break;
        }
        taken.push(count);
        search(words, measure, lines - 1, taken, best);
        taken.pop();
    }
}

/// Less is better: lines of like length, but neither all equal nor narrow in the middle.
fn cost(words: &[Nm], grouping: &[usize], measure: Nm) -> Nm {
    let mut rest = words;
    let widths: Vec<Nm> = grouping
        .iter()
        .map(|&n| {
            let (line, after) = rest.split_at(n.min(rest.len()));
            rest = after;
            line.iter().sum()
        })
        .collect();
    let longest = widths.iter().copied().max().unwrap_or(0);
    let ragged: Nm = widths.iter().map(|w| longest - w).sum();
    // Lines a sixth shorter than the longest make the shape plain without leaving a stub.
    let wanted = longest / 6 * Nm::try_from(widths.len().saturating_sub(1)).unwrap_or(0);
    let hourglass = widths.windows(3).any(|w| matches!(w, [a, b, c] if b < a && b < c));
    let equal = widths.windows(2).all(|w| matches!(w, [a, b] if a == b));
    (ragged - wanted).abs() + if hourglass { measure * 2 } else { 0 } + if equal { measure / 8 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::balance;

    #[test]
    fn a_title_is_a_trapezoid_or_a_diamond() {
        assert_eq!(balance(&[4, 4, 4], 20), [3], "one line is enough");
        assert_eq!(balance(&[2, 4, 6, 3, 2, 3, 3], 20), [3, 4], "12 over 11, not 15 over 8");
        assert_eq!(
            balance(&[4, 4, 2, 4, 4, 2, 4, 4], 12),
            [2, 3, 3],
            "8, 10, 10; not 10, 8, 10"
        );
        let words = [4000, 4000, 2000, 4000, 2000, 4000, 4000];
        assert_eq!(
            balance(&words, 12_000),
            [1, 3, 3],
            "4, 10, 10; neither 8, 8, 8 nor 10, 6, 8"
        );
        assert_eq!(balance(&[30, 4], 20), [1, 1], "a word that is too wide stands alone");
    }
}
