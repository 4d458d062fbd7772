//! What is known of a vehicle when its use-life is judged.

use crate::Say;
use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The facts of one vehicle, judged on the day `on`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UseLifeFacts {
    /// The caller's own name for this vehicle; comes back in the answer.
    pub id: String,
    /// The class it was registered as.
    pub class: Class,
    /// The use it was registered for.
    #[serde(rename = "use")]
    pub use_: Use,
    /// 注册登记日期
    #[schemars(with = "String", extend("format" = "date"))]
    pub registered: NaiveDate,
    /// 出厂日期; null where it is not known.
    #[serde(default)]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub manufactured: Option<NaiveDate>,
    /// Registered changes of class or use (变更使用性质), in any order.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// The day judged. Changes after it are ignored.
    #[schemars(with = "String", extend("format" = "date"))]
    pub on: NaiveDate,
}

/// One registered change. A side that is left out or null stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    #[schemars(with = "String", extend("format" = "date"))]
    pub on: NaiveDate,
    #[serde(default)]
    pub to_class: Option<Class>,
    #[serde(default)]
    pub to_use: Option<Use>,
}

/// The classes that article 5 tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// 小、微型载客汽车
    CarSmall,
    /// 中型载客汽车
    CarMedium,
    /// 大型载客汽车 other than 大型轿车
    CarLarge,
    /// 大型轿车
    SedanLarge,
    /// 微型载货汽车
    TruckMicro,
    /// 其他载货汽车
    Truck,
    /// 半挂牵引车、全挂牵引车
    Tractor,
    /// 三轮汽车、装用单缸发动机的低速货车
    LowSpeedSingle,
    /// 装用多缸发动机的低速货车
    LowSpeedMulti,
    /// 有载货功能的专项作业车
    SpecialWithLoad,
    /// 无载货功能的专项作业车
    SpecialWithoutLoad,
    /// 全挂车
    TrailerFull,
    /// 危险品运输半挂车
    SemiHazardous,
    /// 集装箱半挂车
    SemiContainer,
    /// 其他半挂车
    SemiTrailer,
    /// 正三轮摩托车
    MotorcycleThreeWheel,
    /// 其他摩托车
    Motorcycle,
    /// 轮式专用机械车
    WheeledMachinery,
}

/// The uses that article 5 tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    /// 出租客运
    Taxi,
    /// 租赁
    Rental,
    /// 教练
    DrivingSchool,
    /// 公交客运
    Bus,
    /// 其他营运
    Commercial,
    /// 专用校车
    SchoolBus,
    /// 危险品运输
    Hazardous,
    /// 非营运
    Private,
}

/// The facts contradict each other, or name a vehicle that the law does not know. Nothing is judged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{id}: {field}: {}", .message.zh)]
pub struct FactsError {
    /// The id of the facts.
    pub id: String,
    /// The field at fault, e.g. `changes[0].to_use`.
    pub field: String,
    pub message: Say,
}
