//! A walk through a folder: what is taken, what is passed over, and that it is said.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};

use super::pattern::{Match, PathPattern, Root};
use super::search::{FoundFile, Search, Wanted, declaration_endings, is_declaration, is_workbook};
use crate::declaration::is_form;
use crate::document::{WORKBOOK_LIMIT, endings, open_workbook};
use crate::project;
use crate::source::Fault;

/// The endings of papers that aren't read: passing over one in silence would be silence about what
/// it says.
const UNREAD_ENDINGS: [&str; 12] =
    ["doc", "rtf", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "msg", "eml", "wps", "pages"];

/// A walk through a folder, in the order of paths.
pub(super) struct Walk<'a> {
    search: Search<'a>,
    argument: &'a Path,
    entries: Box<dyn Iterator<Item = Result<PathBuf, Fault>> + 'a>,
    root: Root,
    /// The root without links and detours.
    real_root: PathBuf,
    pattern: Option<PathPattern>,
    found_any: bool,
    /// How many papers were passed over, by ending.
    passed_over: BTreeMap<&'static str, usize>,
    /// TOML that is no declaration.
    other_toml: Vec<String>,
    /// What is left to say at the end.
    last: Option<VecDeque<Fault>>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        search: Search<'a>,
        argument: &'a Path,
        root: Root,
        pattern: Option<PathPattern>,
    ) -> Self {
        let enters: super::files::Enters = match &pattern {
            Some(pattern) => Box::new(pattern.enters(&root)),
            None => Box::new(|_, _| true),
        };
        Self {
            search,
            argument,
            entries: search.files.below(&root.walked, search.ignored, enters),
            real_root: search.files.identity(&root.walked),
            root,
            pattern,
            found_any: false,
            passed_over: BTreeMap::new(),
            other_toml: Vec::new(),
            last: None,
        }
    }

    /// The file at a path, if it is one that is to be taken.
    fn taken(&mut self, path: &Path) -> Option<FoundFile> {
        let shown = self.root.shown(path).to_owned();
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        let ending = ending.as_deref().unwrap_or_default();
        let matched = match &self.pattern {
            Some(pattern) => Some(pattern.matches(&shown)?),
            None => None,
        };
        let wanted = match self.search.wanted {
            Wanted::Declarations | Wanted::Inputs if is_declaration(path) => {
                self.declares(path, &shown)
            }
            Wanted::Declarations => return None,
            Wanted::Documents | Wanted::Inputs => {
                endings().any(|known| known == ending) || matched == Some(Match::Named)
            }
        };
        if !wanted {
            if let Some(known) = UNREAD_ENDINGS.iter().find(|known| **known == ending) {
                *self.passed_over.entry(known).or_default() += 1;
            }
            return None;
        }
        self.found_any = true;
        let below = path.strip_prefix(&self.root.walked).unwrap_or(path);
        Some(FoundFile { identity: self.real_root.join(below), path: shown })
    }

    /// Whether a file of TOML declares something of a force. What can't be read is taken, so that
    /// it is told why.
    fn declares(&mut self, path: &Path, shown: &Path) -> bool {
        if path.file_name().is_some_and(|name| name == project::FILE_NAME) {
            return false;
        }
        if is_workbook(path) {
            return self.is_filled(path);
        }
        let Ok(text) = self.search.files.text(path) else { return true };
        let declares = text.body().lines().any(|line| line.trim_start().starts_with("[force]"));
        // A plan of action is none, and nobody takes it for one.
        let plans = || text.body().lines().any(|line| line.trim_start().starts_with("[[action]]"));
        if !declares && !plans() {
            self.other_toml.push(shown.display().to_string());
        }
        declares
    }

    /// Whether a workbook is a form to fill in: the most aren't, and one that can't be read is passed over
    /// with them.
    fn is_filled(&self, path: &Path) -> bool {
        let Ok(bytes) = self.search.files.bytes(path, WORKBOOK_LIMIT) else { return false };
        open_workbook(&path.display().to_string(), &bytes).is_ok_and(|book| is_form(&book))
    }

    /// What is to be said once everything was looked at.
    fn conclusion(&self) -> VecDeque<Fault> {
        let mut faults = VecDeque::new();
        let shown = self.argument.display();
        let all: usize = self.passed_over.values().sum();
        let were = |count| match count {
            1 => "1 file was".to_owned(),
            some => format!("{some} files were"),
        };
        if all > 0 {
            let kinds: Vec<String> =
                self.passed_over.iter().map(|(ending, n)| format!("{n} .{ending}")).collect();
            let message = format!("`{shown}`: {} passed over ({})", were(all), kinds.join(", "));
            let fault = Fault::whole("document::passed-over", message)
                .help("save them as PDF, DOCX or plain text to have them read");
            faults.push_back(fault.into_warning());
        }
        if !self.other_toml.is_empty() {
            let were = were(self.other_toml.len());
            let names = self.other_toml.join(", ");
            let message = format!("`{shown}`: {were} passed over: no `[force]` in {names}");
            let fault = Fault::whole("declaration::passed-over", message).help(
                "a declaration says in `[force]` whose it is; one that is named is always taken",
            );
            faults.push_back(fault.into_warning());
        }
        if !self.found_any {
            let what = match self.search.wanted {
                Wanted::Documents => "document",
                Wanted::Declarations => "declaration",
                Wanted::Inputs => "declaration and no document",
            };
            let message = match &self.pattern {
                Some(_) => format!("no {what} matches `{shown}`"),
                None => format!("the folder `{shown}` holds no {what}"),
            };
            let ends = |what, of: Vec<&str>| format!("{what} end in {}; ", of.join(", "));
            let declarations = || ends("declarations", declaration_endings().collect());
            let documents = || ends("documents", endings().collect());
            let which = match self.search.wanted {
                Wanted::Documents => documents(),
                Wanted::Declarations => declarations(),
                Wanted::Inputs => declarations() + &documents(),
            };
            let help = format!(
                "{which}hidden files are left out, and so is what .gitignore names (`--no-ignore` takes it)"
            );
            faults.push_back(Fault::whole("usage::nothing-to-read", message).help(help));
        }
        faults
    }
}

impl Iterator for Walk<'_> {
    type Item = Result<FoundFile, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.last.is_none() {
            match self.entries.next() {
                Some(Ok(path)) => {
                    if let Some(found) = self.taken(&path) {
                        return Some(Ok(found));
                    }
                }
                Some(Err(fault)) => {
                    let message = format!("`{}`: {fault}", self.argument.display());
                    return Some(Err(Fault::whole("file::unreadable", message)));
                }
                None => self.last = Some(self.conclusion()),
            }
        }
        self.last.as_mut().and_then(VecDeque::pop_front).map(Err)
    }
}
