//! The window as a user has it: things with names, pressed, filled and read. Every step waits for what it needs and
//! fails with what the window shows instead.

use crate::driver::Driver;
use fantoccini::{Client, ClientBuilder, Locator, elements::Element, error::CmdError};
use serde_json::{Map, Value, json};
use std::{future::Future, time::Duration};

const PATIENCE: Duration = Duration::from_secs(20);
const BETWEEN: Duration = Duration::from_millis(25);
const CONTROL_A: &str = "\u{E009}a";
const BACKSPACE: &str = "\u{E003}";
const ENTER: &str = "\u{E007}";

/// Gathers what would otherwise only stand in the engine's console.
const LISTEN: &str = "
    window.complaints = [];
    const heard = (text) => window.complaints.push(text);
    addEventListener('error', (e) => heard('error: ' + e.message));
    addEventListener('unhandledrejection', (e) => heard('rejection: ' + e.reason));
    addEventListener('securitypolicyviolation', (e) => heard('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
    const log = console.error;
    console.error = (...all) => { heard('console: ' + all.join(' ')); log(...all); };";

/// Counts of a canvas's pixels.
const INK: &str = "
    const canvas = document.querySelector(`[data-test=\"${arguments[0]}\"]`);
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0, red = 0;
    for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] < 128) continue;
        if (data[at] < 96 && data[at + 1] < 96 && data[at + 2] < 96) dark += 1;
        else if (data[at] > 180 && data[at + 1] < 96 && data[at + 2] < 96) red += 1;
    }
    return { dark, red, all: data.length / 4 };";

#[derive(Debug)]
pub struct Ink {
    pub dark: u64,
    pub red: u64,
    pub all: u64,
}

pub struct Page(Client);

fn named(test: &str) -> String {
    format!("[data-test=\"{test}\"]")
}

impl Page {
    /// Opens the built program's window.
    pub async fn open(driver: &Driver) -> Self {
        let options = json!({ "binary": env!("CARGO_BIN_EXE_export-desk"), "args": [] });
        let capabilities = Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let client = ClientBuilder::new(connector)
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .expect("the window opens");
        let page = Self(client);
        page.find("welcome").await;
        page.0.execute(LISTEN, Vec::new()).await.expect("the page runs scripts");
        page
    }

    pub async fn close(self) {
        self.0.close().await.expect("the window closes");
    }

    pub async fn complaints(&self) -> Vec<String> {
        let heard = self.0.execute("return window.complaints", Vec::new()).await;
        serde_json::from_value(heard.expect("the page runs scripts")).expect("the page was never loaded again")
    }

    /// Clicks, once the thing is there, enabled, and not covered by a dialog on its way out.
    pub async fn press(&self, test: &str) {
        self.until(&format!("{test} can be pressed"), || async {
            let element = self.0.find(Locator::Css(&named(test))).await?;
            if !element.is_enabled().await? {
                return Ok(None);
            }
            element.click().await.map(Some)
        })
        .await;
    }

    /// Replaces a field's text by keys. WebDriver's own clearing does not reach a field that the page controls.
    pub async fn fill(&self, test: &str, words: &str) {
        let field = self.find(test).await;
        for keys in [CONTROL_A, BACKSPACE, words] {
            field.send_keys(keys).await.expect("the field takes keys");
        }
    }

    /// Chooses from a list.
    pub async fn choose(&self, test: &str, value: &str) {
        self.until(&format!("{test} offers {value}"), || async {
            let option = format!("{} option[value=\"{value}\"]", named(test));
            self.0.find(Locator::Css(&option)).await?.click().await.map(Some)
        })
        .await;
        let chosen = self.find(test).await.prop("value").await.expect("the page answers");
        assert_eq!(chosen.as_deref(), Some(value), "{test} takes the choice");
    }

    /// Presses the first thing whose name begins so, for rows whose ids are the office's.
    pub async fn press_first(&self, beginning: &str) {
        let path = format!("[data-test^=\"{beginning}\"]");
        self.until(&format!("a {beginning}… can be pressed"), || async {
            let element = self.0.find(Locator::Css(&path)).await?;
            if !element.is_enabled().await? {
                return Ok(None);
            }
            element.click().await.map(Some)
        })
        .await;
    }

    /// Holds that nothing on the page has a name that begins so.
    pub async fn none(&self, beginning: &str) {
        let path = format!("[data-test^=\"{beginning}\"]");
        let all = self.0.find_all(Locator::Css(&path)).await.expect("the page answers");
        assert!(all.is_empty(), "no {beginning}… is shown here:\n{}", self.shown().await);
    }

    /// Whether pictures were asked for.
    pub fn is_drawn(&self) -> bool {
        std::env::var_os("EXPORT_DESK_SHOTS").is_some()
    }

    pub async fn shows(&self, test: &str) -> bool {
        let all = self.0.find_all(Locator::Css(&named(test))).await;
        !all.expect("the page answers").is_empty()
    }

    /// Leaves a picture of the window, where the reader asked for pictures: `EXPORT_DESK_SHOTS=folder`.
    pub async fn shot(&self, name: &str) {
        let Some(folder) = std::env::var_os("EXPORT_DESK_SHOTS") else {
            return;
        };
        tokio::time::sleep(Duration::from_millis(400)).await;
        let picture = self.0.screenshot().await.expect("the window is drawn");
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.png")), picture)
            .expect("the picture is kept");
    }

    pub async fn enter(&self, test: &str) {
        self.find(test)
            .await
            .send_keys(ENTER)
            .await
            .expect("the field takes keys");
    }

    /// Waits until the thing's text contains the words.
    pub async fn reads(&self, test: &str, words: &str) {
        self.until(&format!("{test} reads {words:?}"), || async {
            let read = self.0.find(Locator::Css(&named(test))).await?.text().await?;
            Ok(read.contains(words).then_some(()))
        })
        .await;
    }

    /// Waits until the thing's text is these words.
    pub async fn is(&self, test: &str, words: &str) {
        self.until(&format!("{test} is {words:?}"), || async {
            let read = self.0.find(Locator::Css(&named(test))).await?.text().await?;
            Ok((read.trim() == words).then_some(()))
        })
        .await;
    }

    pub async fn has(&self, test: &str, attribute: &str, value: &str) {
        self.until(&format!("{test} has {attribute}={value}"), || async {
            let element = self.0.find(Locator::Css(&named(test))).await?;
            let there = element.attr(attribute).await?;
            Ok((there.as_deref() == Some(value)).then_some(()))
        })
        .await;
    }

    /// Waits until the thing has the attribute with another value.
    pub async fn lacks(&self, test: &str, attribute: &str, value: &str) {
        self.until(&format!("{test} has {attribute}, not {value}"), || async {
            let element = self.0.find(Locator::Css(&named(test))).await?;
            let there = element.attr(attribute).await?;
            Ok(there.is_some_and(|there| there != value).then_some(()))
        })
        .await;
    }

    pub async fn count(&self, test: &str, many: usize) {
        self.until(&format!("there are {many} {test}"), || async {
            let all = self.0.find_all(Locator::Css(&named(test))).await?;
            Ok((all.len() == many).then_some(()))
        })
        .await;
    }

    /// Holds what is shown now against a thing that must not be there.
    pub async fn absent(&self, test: &str) {
        let all = self
            .0
            .find_all(Locator::Css(&named(test)))
            .await
            .expect("the page answers");
        assert!(all.is_empty(), "{test} must not be shown here:\n{}", self.shown().await);
    }

    /// Waits until something matches.
    pub async fn there(&self, css: &str) {
        self.until(&format!("{css} is there"), || async {
            self.0.find(Locator::Css(css)).await.map(|_| Some(()))
        })
        .await;
    }

    /// Waits until the thing is no longer shown.
    pub async fn gone(&self, test: &str) {
        self.until(&format!("{test} goes away"), || async {
            let all = self.0.find_all(Locator::Css(&named(test))).await?;
            Ok(all.is_empty().then_some(()))
        })
        .await;
    }

    pub async fn text(&self, test: &str) -> String {
        self.find(test).await.text().await.expect("the page answers")
    }

    /// The text of a thing inside the row that has an id.
    pub async fn within(&self, row: &str, id: &str, test: &str) -> String {
        let path = format!("[data-test=\"{row}\"][data-id=\"{id}\"] {}", named(test));
        self.until(&format!("{test} in {row} {id}"), || async {
            self.0.find(Locator::Css(&path)).await?.text().await.map(Some)
        })
        .await
    }

    pub async fn ink(&self, canvas: &str) -> Ink {
        let counted = self
            .0
            .execute(INK, vec![Value::from(canvas)])
            .await
            .expect("the canvas is read");
        let number = |name: &str| counted[name].as_u64().expect("a count");
        Ink {
            dark: number("dark"),
            red: number("red"),
            all: number("all"),
        }
    }

    async fn find(&self, test: &str) -> Element {
        self.until(&format!("{test} is shown"), || async {
            let element = self.0.find(Locator::Css(&named(test))).await?;
            Ok(element.is_displayed().await?.then_some(element))
        })
        .await
    }

    /// Tries again until there is an answer. A thing that is not there yet, or was just replaced, is no fault.
    async fn until<T, F>(&self, what: &str, mut attempt: impl FnMut() -> F) -> T
    where
        F: Future<Output = Result<Option<T>, CmdError>>,
    {
        let mut last = None;
        let trying = async {
            loop {
                match attempt().await {
                    Ok(Some(answer)) => return answer,
                    Ok(None) => last = None,
                    Err(fault) => last = Some(fault),
                }
                tokio::time::sleep(BETWEEN).await;
            }
        };
        if let Ok(answer) = tokio::time::timeout(PATIENCE, trying).await {
            return answer;
        }
        panic!(
            "never came true: {what} ({last:?}). The window shows:\n{}",
            self.shown().await
        )
    }

    async fn shown(&self) -> String {
        let script =
            "return location.hash + '\\n' + document.body.innerText + '\\n' + (window.complaints ?? []).join('\\n')";
        let shown = self.0.execute(script, Vec::new()).await;
        shown.map_or_else(
            |fault| fault.to_string(),
            |text| text.as_str().unwrap_or_default().to_owned(),
        )
    }
}
