//! From a JSON Pointer to the row and field a person looks for.

use crate::fault::Place;
use serde_json::Value;

/// Where `pointer` leads in `root`: the first list on the way gives the row, what follows is the field. A pointer to
/// something missing is told as if it were there.
pub fn place(root: &Value, pointer: &str) -> Place {
    let mut place = Place {
        pointer: Some(pointer.to_owned()),
        ..Place::default()
    };
    let mut here = Some(root);
    let mut names = String::new();
    for token in pointer.split('/').skip(1) {
        let name = token.replace("~1", "/").replace("~0", "~");
        let index = match here {
            Some(Value::Array(_)) => token.parse::<usize>().ok(),
            _ => None,
        };
        here = match (here, index) {
            (Some(Value::Array(items)), Some(index)) => items.get(index),
            (Some(Value::Object(members)), _) => members.get(&name),
            _ => None,
        };
        match index {
            Some(index) if place.row.is_none() => {
                place.row = index.checked_add(1);
                place.list = Some(std::mem::take(&mut names)).filter(|list| !list.is_empty());
                place.id = here.and_then(label);
            }
            Some(index) => names.push_str(&format!("[{index}]")),
            None if names.is_empty() => names = name,
            None => {
                names.push('.');
                names.push_str(&name);
            }
        }
    }
    place.field = Some(names).filter(|field| !field.is_empty());
    place
}

/// The pointer of a field as rules name it, e.g. `changes[0].to_use`.
pub fn pointer_of(row: usize, field: &str) -> String {
    let path = field.replace(']', "").replace(['[', '.'], "/");
    format!("/{row}/{path}")
}

/// What a row calls itself.
fn label(row: &Value) -> Option<String> {
    let text = |name| row.get(name).and_then(Value::as_str);
    match (text("id"), text("application"), text("expert"), text("item")) {
        (Some(id), ..) => Some(id.to_owned()),
        (_, Some(application), Some(expert), _) => Some(format!("{application} {expert}")),
        (_, _, _, Some(item)) => Some(item.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_pointer_becomes_row_and_field() {
        let root = json!({"sheets": [{}, {"application": "A-1", "expert": "E-2", "scores": {"A1": "x"}}]});
        let found = place(&root, "/sheets/1/scores/A1");
        assert_eq!(
            (
                found.list.as_deref(),
                found.row,
                found.id.as_deref(),
                found.field.as_deref()
            ),
            (Some("sheets"), Some(2), Some("A-1 E-2"), Some("scores.A1"))
        );
        let rows = json!([{"id": "车一", "changes": [{"on": 3}]}]);
        let found = place(&rows, &pointer_of(0, "changes[0].on"));
        assert_eq!(
            (found.list, found.row, found.id.as_deref(), found.field.as_deref()),
            (None, Some(1), Some("车一"), Some("changes[0].on"))
        );
        assert_eq!(place(&rows, "").row, None, "the whole file has no row");
        let named = json!({"seats": {"7": 1}});
        assert_eq!(place(&named, "/seats/7").row, None, "a member called 7 is no row");
    }
}
