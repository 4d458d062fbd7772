//! Article 5 as a table: every class with every use.

use super::{Class, Use};
use serde::Serialize;

/// How long a vehicle may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    Years(u32),
    NoLimit,
}

impl Limit {
    /// The stricter of two.
    pub fn stricter(self, other: Limit) -> Limit {
        match (self, other) {
            (Self::Years(a), Self::Years(b)) => Self::Years(a.min(b)),
            (Self::NoLimit, limit) | (limit, Self::NoLimit) => limit,
        }
    }
}

/// A cell: years, no limit, or a pair that cannot be (a bus that is a truck): that is an error in the facts.
type Cell = Option<Limit>;

const fn y(years: u32) -> Cell {
    Some(Limit::Years(years))
}
const FREE: Cell = Some(Limit::NoLimit);
const NONE: Cell = None;

/// The limit of a class in a use; `None` for a pair that cannot be.
///
/// Readings, where the article leaves room:
/// - 出租客运, 公交客运 and 专用校车 carry passengers, so only passenger cars are in those uses, and motorcycles as taxis;
///   the limits of 租赁, 教练 and 公交 are the article's own for every passenger class, the large sedan included.
/// - Goods vehicles, special vehicles, trailers and motorcycles have their class's limit in every use that is possible,
///   but 危险品运输 takes its own. Both lines of item 8 name a single-cylinder low-speed truck that carries dangerous goods
///   (9 years and 10 years): the stricter is taken, as article 6 does elsewhere.
/// - 危险品运输 is a use of goods vehicles and trailers only, never of 专项作业车.
pub fn limit(class: Class, use_: Use) -> Cell {
    use Class::*;
    // The columns, in this order:   taxi   rental school bus    commerc. sch.bus hazard. private
    let row: [Cell; 8] = match class {
        CarSmall => [y(8), y(15), y(10), y(13), y(10), y(15), NONE, FREE],
        CarMedium => [y(10), y(15), y(12), y(13), y(15), y(15), NONE, y(20)],
        CarLarge => [y(12), y(15), y(15), y(13), y(15), y(15), NONE, y(20)],
        SedanLarge => [y(12), y(15), y(15), y(13), y(15), y(15), NONE, FREE],
        TruckMicro => [NONE, y(12), y(12), NONE, y(12), NONE, y(10), y(12)],
        Truck => [NONE, y(15), y(15), NONE, y(15), NONE, y(10), y(15)],
        Tractor => [NONE, y(15), y(15), NONE, y(15), NONE, y(10), y(15)],
        LowSpeedSingle => [NONE, y(9), y(9), NONE, y(9), NONE, y(9), y(9)],
        LowSpeedMulti => [NONE, y(12), y(12), NONE, y(12), NONE, y(10), y(12)],
        SpecialWithLoad => [NONE, y(15), y(15), NONE, y(15), NONE, NONE, y(15)],
        SpecialWithoutLoad => [NONE, y(30), y(30), NONE, y(30), NONE, NONE, y(30)],
        TrailerFull => [NONE, y(10), y(10), NONE, y(10), NONE, y(10), y(10)],
        SemiHazardous => [NONE, y(10), y(10), NONE, y(10), NONE, y(10), y(10)],
        SemiContainer => [NONE, y(20), y(20), NONE, y(20), NONE, y(10), y(20)],
        SemiTrailer => [NONE, y(15), y(15), NONE, y(15), NONE, y(10), y(15)],
        MotorcycleThreeWheel => [y(12), y(12), y(12), NONE, y(12), NONE, NONE, y(12)],
        Motorcycle => [y(13), y(13), y(13), NONE, y(13), NONE, NONE, y(13)],
        WheeledMachinery => [NONE, FREE, FREE, NONE, FREE, NONE, NONE, FREE],
    };
    let [taxi, rental, school, bus, commercial, school_bus, hazardous, private] = row;
    match use_ {
        Use::Taxi => taxi,
        Use::Rental => rental,
        Use::DrivingSchool => school,
        Use::Bus => bus,
        Use::Commercial => commercial,
        Use::SchoolBus => school_bus,
        Use::Hazardous => hazardous,
        Use::Private => private,
    }
}

/// Vehicles that a change of registration can turn into each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Passenger,
    Goods,
    Trailer,
    Motorcycle,
    Machinery,
}

pub(super) fn family(class: Class) -> Family {
    use Class::*;
    match class {
        CarSmall | CarMedium | CarLarge | SedanLarge => Family::Passenger,
        TruckMicro | Truck | Tractor | LowSpeedSingle | LowSpeedMulti | SpecialWithLoad | SpecialWithoutLoad => {
            Family::Goods
        }
        TrailerFull | SemiHazardous | SemiContainer | SemiTrailer => Family::Trailer,
        MotorcycleThreeWheel | Motorcycle => Family::Motorcycle,
        WheeledMachinery => Family::Machinery,
    }
}
