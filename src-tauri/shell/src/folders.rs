//! Where the books and the papers lie unless told otherwise.

use std::path::PathBuf;

/// The books' folder (`--books FOLDER`, else `EXPORT_DESK_BOOKS`, else beside the user's data) and the papers' folder.
pub fn of(arguments: &[String]) -> (PathBuf, PathBuf) {
    let home = std::env::var_os("HOME")
        .or_else(|| std::env::var_os("USERPROFILE"))
        .map(PathBuf::from);
    let home = home.unwrap_or_else(|| PathBuf::from("."));
    let named = arguments
        .iter()
        .position(|a| a == "--books")
        .and_then(|at| arguments.get(at + 1))
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("EXPORT_DESK_BOOKS").map(PathBuf::from));
    let books = named.unwrap_or_else(|| home.join("二手车出口账套"));
    let papers = std::env::var_os("EXPORT_DESK_PAPERS").map_or_else(|| home.join("二手车出口文书"), PathBuf::from);
    (books, papers)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_folder_named_at_start_wins() {
        let arguments = ["export-desk", "--books", "/somewhere"].map(str::to_owned);
        assert_eq!(of(&arguments).0, std::path::PathBuf::from("/somewhere"));
    }
}
