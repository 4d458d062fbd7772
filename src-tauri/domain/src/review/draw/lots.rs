use super::{Draw, DrawPool, DrawRequest, Drawn, Lot, PoolMember, check};
use crate::clause::rules;
use crate::review::{Fault, canonical::sha256_hex};
use std::collections::HashMap;

const ALGORITHM: &str = "sha256-lots-1";

/// Draws a panel and reserves (细则3). The same pool, request and seed give the same answer on every machine.
///
/// Each expert's lot is SHA-256 of `seed \n pool_sha256 \n id`. In ascending order of lot, each specialty's seats go to
/// its first experts, and the reserves to the first of all who remain.
///
/// Errors: everything wrong with pool and request together (ids twice, too few of a specialty, …); nothing is drawn.
pub fn draw(pool: &DrawPool, request: &DrawRequest, seed: &str) -> Result<Draw, Vec<Fault>> {
    let faults = check::check(pool, request, seed);
    if !faults.is_empty() {
        return Err(faults);
    }
    let pool_sha256 = pool.sha256();
    let mut candidates: Vec<(String, &PoolMember)> = pool
        .0
        .iter()
        .map(|member| {
            (
                sha256_hex(format!("{seed}\n{pool_sha256}\n{}", member.id).as_bytes()),
                member,
            )
        })
        .collect();
    // Equal lots would be a collision of SHA-256 between two ids; the id keeps even that independent of pool order.
    candidates.sort_by(|a, b| (&a.0, &a.1.id).cmp(&(&b.0, &b.1.id)));

    let mut seats: HashMap<&str, u32> = request.seats.iter().map(|(s, n)| (s.as_str(), *n)).collect();
    let mut lots: Vec<Lot> = candidates
        .into_iter()
        .map(|(lot, member)| Lot {
            drawn: seat(member, request, &mut seats),
            id: member.id.clone(),
            specialty: member.specialty.clone(),
            lot,
        })
        .collect();
    let remaining = lots.iter_mut().filter(|lot| lot.drawn == Drawn::NotDrawn);
    for reserve in remaining.take(usize::try_from(request.reserves).unwrap_or(usize::MAX)) {
        reserve.drawn = Drawn::Reserve;
    }
    let ids = |drawn: Drawn| lots.iter().filter(|l| l.drawn == drawn).map(|l| l.id.clone()).collect();
    Ok(Draw {
        seed: seed.to_owned(),
        algorithm: ALGORITHM.to_owned(),
        pool_sha256,
        panel: ids(Drawn::Panel),
        reserves: ids(Drawn::Reserve),
        clause: rules::DRAW.into(),
        lots,
    })
}

fn seat(member: &PoolMember, request: &DrawRequest, seats: &mut HashMap<&str, u32>) -> Drawn {
    if member.recused_from_all(&request.applications) {
        return Drawn::Recused;
    }
    match seats.get_mut(member.specialty.as_str()) {
        Some(open) if *open > 0 => {
            *open -= 1;
            Drawn::Panel
        }
        _ => Drawn::NotDrawn,
    }
}
