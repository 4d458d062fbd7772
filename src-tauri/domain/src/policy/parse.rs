//! Reading a policy file. Each section, and each member of a list, is read on its own, so that one misspelt field does
//! not hide the next.

use super::{Policy, PolicyFault, check};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

impl Policy {
    /// Reads and checks a policy file. Errors: every fault of shape with its JSON Pointer; where the shape is right,
    /// every fault of content (maxima that do not add up, clauses cited but not listed, …). Never an empty list.
    pub fn parse(json: &str) -> Result<Policy, Vec<PolicyFault>> {
        let sections = match serde_json::from_str::<Value>(json) {
            Ok(Value::Object(map)) => map,
            Ok(_) => {
                return Err(vec![PolicyFault::new(
                    "",
                    "政策文件不是一个对象",
                    "the policy file is no object",
                )]);
            }
            Err(e) => {
                let zh = format!("不是 JSON：第 {} 行第 {} 列", e.line(), e.column());
                return Err(vec![PolicyFault::new("", zh, format!("not JSON: {e}"))]);
            }
        };
        let mut reader = Reader {
            sections,
            faults: Vec::new(),
        };
        let policy = read(&mut reader);
        for key in reader.sections.keys() {
            reader
                .faults
                .push(PolicyFault::new(format!("/{key}"), "不认识的字段", "unknown field"));
        }
        match policy {
            Some(policy) if reader.faults.is_empty() => {
                let faults = check::check(&policy);
                if faults.is_empty() { Ok(policy) } else { Err(faults) }
            }
            _ => Err(reader.faults),
        }
    }
}

struct Reader {
    sections: Map<String, Value>,
    faults: Vec<PolicyFault>,
}

impl Reader {
    fn one<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        match self.sections.remove(key) {
            Some(value) => self.value(format!("/{key}"), value),
            None => {
                self.faults.push(PolicyFault::new(
                    format!("/{key}"),
                    "缺少该字段",
                    "the field is missing",
                ));
                None
            }
        }
    }

    /// A section that may be null and may be left out.
    fn nullable<T: DeserializeOwned>(&mut self, key: &str) -> Option<Option<T>> {
        match self.sections.remove(key) {
            None | Some(Value::Null) => Some(None),
            Some(value) => self.value(format!("/{key}"), value).map(Some),
        }
    }

    fn list<T: DeserializeOwned>(&mut self, key: &str) -> Option<Vec<T>> {
        let members: Vec<Value> = self.one(key)?;
        let read: Vec<Option<T>> = members
            .into_iter()
            .enumerate()
            .map(|(i, member)| self.value(format!("/{key}/{i}"), member))
            .collect();
        read.into_iter().collect()
    }

    fn value<T: DeserializeOwned>(&mut self, path: String, value: Value) -> Option<T> {
        serde_json::from_value(value)
            .map_err(|e| {
                self.faults
                    .push(PolicyFault::new(path, format!("字段有误：{e}"), e.to_string()));
            })
            .ok()
    }
}

fn read(r: &mut Reader) -> Option<Policy> {
    // Every section is read before the first missing one ends the attempt.
    let (id, title, issuing_body, basis) = (r.one("id"), r.one("title"), r.one("issuing_body"), r.list("basis"));
    let (effective_from, effective_until) = (r.one("effective_from"), r.nullable("effective_until"));
    let (note, mode, clauses) = (r.one("note"), r.one("mode"), r.list("clauses"));
    let (eligibility, materials, review) = (r.one("eligibility"), r.list("materials"), r.one("review"));
    let (deadlines, licences) = (r.one("deadlines"), r.one("licences"));
    let (suspension, supervision) = (r.one("suspension"), r.one("supervision"));
    let (departments, papers) = (r.list("departments"), r.one("papers"));
    let (consultation, filing) = (r.nullable("consultation"), r.nullable("filing"));
    Some(Policy {
        id: id?,
        title: title?,
        issuing_body: issuing_body?,
        basis: basis?,
        effective_from: effective_from?,
        effective_until: effective_until?,
        note: note?,
        mode: mode?,
        clauses: clauses?,
        eligibility: eligibility?,
        filing: filing?,
        materials: materials?,
        review: review?,
        deadlines: deadlines?,
        licences: licences?,
        suspension: suspension?,
        supervision: supervision?,
        departments: departments?,
        consultation: consultation?,
        papers: papers?,
    })
}
