use super::EligibilityFacts;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// One line of a facts file: an applicant's id beside its facts, `{"id": …, "city": …, …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EligibilityCase {
    pub id: String,
    #[serde(flatten)]
    pub facts: EligibilityFacts,
}

// Written out because serde cannot both flatten and deny unknown fields.
impl<'de> Deserialize<'de> for EligibilityCase {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let mut fields = Map::deserialize(d)?;
        let id = match fields.remove("id") {
            Some(Value::String(id)) => id,
            Some(_) => return Err(de::Error::custom("id: not a string")),
            None => return Err(de::Error::missing_field("id")),
        };
        let facts = EligibilityFacts::deserialize(Value::Object(fields)).map_err(de::Error::custom)?;
        Ok(Self { id, facts })
    }
}

impl JsonSchema for EligibilityCase {
    fn schema_name() -> Cow<'static, str> {
        "EligibilityCase".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = EligibilityFacts::json_schema(generator);
        let object = schema.ensure_object();
        if let Some(Value::Object(properties)) = object.get_mut("properties") {
            properties.insert("id".into(), json_schema!({"type": "string"}).into());
        }
        if let Some(Value::Array(required)) = object.get_mut("required") {
            required.push("id".into());
        }
        schema
    }
}
