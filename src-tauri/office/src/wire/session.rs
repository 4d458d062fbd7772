//! Opening books and signing in.

use super::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The program before and after sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Status {
    pub version: String,
    /// Where new books are put unless told otherwise.
    pub suggested_folder: String,
    /// The books in the suggested folder (or the folder named at start), if there are any.
    pub books: Option<BooksView>,
    pub session: Option<SessionView>,
}

/// Books that are there but not necessarily open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BooksView {
    pub folder: String,
    pub office: String,
    /// Sample books accept a set date, and their papers say 样例.
    pub sample: bool,
    pub accounts: Vec<AccountView>,
}

/// An account one may sign in as. For sample books `sample_password` tells the password of the sample cast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountView {
    pub name: String,
    pub display_name: String,
    pub title: Words,
    pub sample_password: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FolderRequest {
    pub folder: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignIn {
    pub folder: String,
    pub account: String,
    pub password: String,
}

/// Who is signed in, and what the date is for the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionView {
    pub account: String,
    pub display_name: String,
    /// `county_clerk`, `bureau_officer`, `section_reviewer`, `signing_leader`, `expert`, `meeting_secretary`,
    /// `system_admin`, `security_admin`, `auditor`.
    pub roles: Vec<String>,
    pub title: Words,
    /// The expert's number, if this account is an expert's.
    pub expert: Option<String>,
    /// The verbs this account may use.
    pub may: Vec<String>,
    pub office: String,
    pub sample: bool,
    pub today: String,
    /// True when the date of sample books was set by hand.
    pub date_set: bool,
}

/// Sample books only: the date the rules see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetDate {
    pub date: String,
}
