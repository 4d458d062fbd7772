//! The window's one command. It lies in a module of its own because Tauri's macros name things beside it.

use crate::Shared;
use office::wire::{Failure, Words};
use serde_json::Value;

/// Answers one verb of the wire, off the window's own thread.
#[tauri::command]
pub(crate) async fn call(office: tauri::State<'_, Shared>, verb: String, request: Value) -> Result<Value, Failure> {
    let office = office.inner().clone();
    let answered = tauri::async_runtime::spawn_blocking(move || {
        // A poisoned lock means that an answer broke off; each write is one transaction, so the books are whole.
        let mut office = office.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        office::dispatch(&mut office, &verb, request)
    });
    answered.await.unwrap_or_else(|broken| {
        Err(Failure {
            code: "internal".into(),
            message: Words {
                zh: format!("程序内部错误，本次办理未写入任何内容：{broken}"),
                en: format!("Internal error; nothing of this was written: {broken}"),
            },
            faults: Vec::new(),
        })
    })
}
