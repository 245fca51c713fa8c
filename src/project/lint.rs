//! `[lint]`: which documents are looked at, with which checks, and what is allowed.

use std::path::{Path, PathBuf};

use crate::lint::FailOn;
use crate::source::{Fault, Place, Table};
use crate::standing::Day;

/// What the settings say of the checks of documents. Paths are taken from the folder of the file.
#[derive(Clone, Debug, Default)]
pub struct LintSettings {
    /// The documents that are looked at where none is named.
    pub files: Vec<PathBuf>,
    /// The checks to make; all, where none is named.
    pub select: Vec<String>,
    /// The checks not to make.
    pub ignore: Vec<String>,
    /// Whether what a person must judge is told, too.
    pub pedantic: bool,
    /// Whether the documents are in use: then names and sections are held against today.
    pub in_use: bool,
    /// What kind of documents stand where.
    pub kinds: Vec<KindOf>,
    /// What makes the command fail.
    pub fail_on: Option<FailOn>,
    /// The file of findings that are known.
    pub baseline: Option<PathBuf>,
    /// What is allowed.
    pub allow: Vec<Allow>,
}

/// What kind of documents stand under a path.
#[derive(Clone, Debug)]
pub struct KindOf {
    /// The path, or a pattern of paths.
    pub path: PathBuf,
    /// The kind.
    pub kind: String,
}

/// A finding that is allowed, by check and path.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The path, or a pattern of paths.
    pub path: PathBuf,
    /// The id of the check.
    pub check: String,
    /// Why.
    pub reason: String,
    /// Who answers for it, and until which day: a waiver.
    pub until: Option<(String, Day)>,
    /// Where it stands.
    pub place: Place,
}

impl LintSettings {
    /// Reads `[lint]` of the settings. Faults go to the table.
    pub(super) fn read(root: &Table<'_>, folder: &Path) -> Self {
        let Some(table) = root.get("lint").and_then(|item| item.table()) else {
            return Self::default();
        };
        let texts = |key: &'static str| -> Vec<String> {
            table.texts(key).into_iter().map(|text| text.value).collect()
        };
        let kinds =
            table.tables("kind").into_iter().filter_map(|own| kind_of(own, folder)).collect();
        let allow =
            table.tables("allow").into_iter().filter_map(|own| allow(own, folder)).collect();
        let settings = Self {
            files: texts("files").into_iter().map(|path| folder.join(path)).collect(),
            select: texts("select"),
            ignore: texts("ignore"),
            pedantic: table.flag("pedantic"),
            in_use: table.flag("in-use"),
            kinds,
            fail_on: table.word::<FailOn>("fail-on").map(|found| found.value),
            baseline: table.text_of("baseline").map(|found| folder.join(found.value)),
            allow,
        };
        table.finish();
        settings
    }
}

fn kind_of(table: Table<'_>, folder: &Path) -> Option<KindOf> {
    let (path, kind) = (table.required_text("path"), table.required_text("kind"));
    table.finish();
    Some(KindOf { path: folder.join(path?.value), kind: kind?.value })
}

fn allow(table: Table<'_>, folder: &Path) -> Option<Allow> {
    let (path, check) = (table.required_text("path"), table.required_text("check"));
    let reason = table.required_text("reason");
    let owner = table.text_of("owner");
    let last_day = table.get("last_day").and_then(|item| item.day());
    if owner.is_some() != last_day.is_some() {
        let message = "an allowance that somebody answers for has an owner and a last day";
        table.push(
            Fault::new(
                "settings::half-a-waiver",
                table.text(),
                table.header(),
                message,
                "one is missing",
            )
            .help("give `owner` and `last_day`, or neither"),
        );
    }
    let place = table.text().place(table.header().start);
    table.finish();
    Some(Allow {
        path: folder.join(path?.value),
        check: check?.value,
        reason: reason?.value,
        until: owner.zip(last_day).map(|(owner, day)| (owner.value, day.value)),
        place,
    })
}
