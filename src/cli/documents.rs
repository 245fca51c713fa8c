//! Finding the documents that a command is to read: files, folders, patterns of names.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::iter;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use ignore::{DirEntry, WalkBuilder};

use crate::document::endings;
use crate::source::Fault;

/// The endings of papers that aren't read: passing over one in silence would be silence about what
/// it says.
const UNREAD_ENDINGS: [&str; 12] =
    ["doc", "rtf", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "msg", "eml", "wps", "pages"];

/// Which documents a command is to read.
#[derive(Debug, clap::Args)]
pub(super) struct Documents {
    /// Documents, folders of them, quoted patterns ('papers/**/*.pdf'), or `-` for standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,

    /// Take from folders what .gitignore names, too
    #[arg(long)]
    no_ignore: bool,
}

impl Documents {
    /// The paths of the documents, in the order of the arguments and then of the paths, each once.
    /// Between them faults: what couldn't be looked into, and warnings of what was passed over.
    pub(super) fn find(&self) -> impl Iterator<Item = Result<PathBuf, Fault>> + '_ {
        let mut seen: HashSet<PathBuf> = HashSet::new();
        // One argument holds no document twice: what is read of it needn't be remembered.
        let several = self.files.len() > 1;
        self.files.iter().flat_map(|file| self.under(file)).filter_map(move |found| match found {
            Ok(found) => (!several || seen.insert(found.identity)).then_some(Ok(found.path)),
            Err(fault) => Some(Err(fault)),
        })
    }

    /// Whether the arguments ask for one document, whatever is found.
    pub(super) fn is_one(&self) -> bool {
        matches!(self.files.as_slice(), [only] if !only.is_dir() && !is_pattern(only))
    }

    fn under<'a>(&'a self, file: &'a Path) -> Box<dyn Iterator<Item = Result<Found, Fault>> + 'a> {
        if file.is_dir() {
            let root = Root { walked: file.to_owned(), strip: file == Path::new(".") };
            return Box::new(Walk::new(file, root, None, self.no_ignore));
        }
        if !is_pattern(file) {
            return Box::new(iter::once(Ok(Found::named(file))));
        }
        match Pattern::parse(&file.to_string_lossy()) {
            Ok((pattern, root)) => Box::new(Walk::new(file, root, Some(pattern), self.no_ignore)),
            Err(fault) => Box::new(iter::once(Err(fault))),
        }
    }
}

/// A document that was found.
struct Found {
    /// Its path, as people know it.
    path: PathBuf,
    /// What is the same however it is named.
    identity: PathBuf,
}

impl Found {
    fn named(path: &Path) -> Self {
        let identity = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Self { path: path.to_owned(), identity }
    }
}

/// Whether an argument that no file has for its name is a pattern of names.
fn is_pattern(argument: &Path) -> bool {
    argument.to_str().is_some_and(|text| text.contains(['*', '?', '[', '{'])) && !argument.exists()
}

/// Where a walk begins.
struct Root {
    walked: PathBuf,
    /// Whether the root's own name stands in no path: that of the current folder.
    strip: bool,
}

/// A pattern of paths.
struct Pattern {
    whole: GlobMatcher,
    /// What a folder one, two … levels below the root must match to be looked into.
    levels: Vec<GlobMatcher>,
    /// Whether it names an ending itself, so that it takes what it matches.
    names_ending: bool,
}

impl Pattern {
    fn parse(text: &str) -> Result<(Self, Root), Fault> {
        let glob = |text: &str| {
            GlobBuilder::new(text)
                .literal_separator(true)
                .build()
                .map(|glob| glob.compile_matcher())
        };
        let whole = glob(text).map_err(|error| {
            let message = format!("`{text}` is neither a file nor a pattern: {}", error.kind());
            Fault::whole("usage::not-a-pattern", message)
                .help("patterns are those of .gitignore: * ? [a-z] {pdf,docx} and ** for folders")
        })?;
        let parts: Vec<&str> = text.split('/').collect();
        let literal = parts.iter().take_while(|part| !part.contains(['*', '?', '[', '{', '\\']));
        // The last part is the name of a file.
        let fixed = literal.count().min(parts.len().saturating_sub(1));
        let base = parts.get(..fixed).unwrap_or_default().join("/");
        let root = match (fixed, base.as_str()) {
            (0, _) => Root { walked: PathBuf::from("."), strip: true },
            (_, "") => Root { walked: PathBuf::from("/"), strip: false },
            _ => Root { walked: PathBuf::from(&base), strip: false },
        };
        let bounded = parts.iter().skip(fixed).take_while(|part| {
            !part.contains("**") && part.matches('{').count() == part.matches('}').count()
        });
        let levels = (fixed + 1..=fixed + bounded.count())
            .map_while(|end| glob(&parts.get(..end)?.join("/")).ok())
            .collect();
        let names_ending = parts
            .last()
            .and_then(|last| last.rsplit_once('.'))
            .is_some_and(|(_, ending)| !ending.is_empty() && !ending.contains(['*', '?']));
        Ok((Self { whole, levels, names_ending }, root))
    }
}

/// A walk through a folder, in the order of paths.
struct Walk<'a> {
    argument: &'a Path,
    entries: ignore::Walk,
    root: Root,
    /// The root without links and detours.
    real_root: PathBuf,
    pattern: Option<Pattern>,
    found_any: bool,
    /// How many papers were passed over, by ending.
    passed_over: BTreeMap<&'static str, usize>,
    /// What is left to say at the end.
    last: Option<VecDeque<Fault>>,
}

impl<'a> Walk<'a> {
    fn new(argument: &'a Path, root: Root, pattern: Option<Pattern>, no_ignore: bool) -> Self {
        let mut builder = WalkBuilder::new(&root.walked);
        builder
            .sort_by_file_path(Path::cmp)
            // What is left out is the same on every machine, and within no repository as well.
            .require_git(false)
            .git_global(false)
            .git_exclude(false)
            .git_ignore(!no_ignore)
            .ignore(!no_ignore)
            .parents(!no_ignore);
        if let Some(pattern) = &pattern {
            let levels = pattern.levels.clone();
            let strip = root.strip;
            builder.filter_entry(move |entry| {
                let folder = entry.file_type().is_some_and(|kind| kind.is_dir());
                let level = entry.depth().checked_sub(1).and_then(|level| levels.get(level));
                !folder || level.is_none_or(|level| level.is_match(shown(entry.path(), strip)))
            });
        }
        Self {
            argument,
            entries: builder.build(),
            real_root: root.walked.canonicalize().unwrap_or_else(|_| root.walked.clone()),
            root,
            pattern,
            found_any: false,
            passed_over: BTreeMap::new(),
            last: None,
        }
    }

    /// The document at an entry, if there is one that is to be taken.
    fn taken(&mut self, entry: &DirEntry) -> Option<Found> {
        let path = entry.path();
        let kind = entry.file_type()?;
        if kind.is_dir() || !(kind.is_file() || path.is_file()) {
            return None;
        }
        let path_shown = shown(path, self.root.strip);
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
        let ending = ending.as_deref().unwrap_or_default();
        // A file that is named is tried whatever its ending.
        let mut wanted = endings().any(|known| known == ending);
        if let Some(pattern) = &self.pattern {
            let itself = pattern.whole.is_match(path_shown);
            // What a pattern matches may be a folder; then all that is in it is meant.
            if !itself && !path_shown.ancestors().skip(1).any(|above| pattern.whole.is_match(above))
            {
                return None;
            }
            wanted |= itself && pattern.names_ending;
        }
        if !wanted {
            if let Some(known) = UNREAD_ENDINGS.iter().find(|known| **known == ending) {
                *self.passed_over.entry(known).or_default() += 1;
            }
            return None;
        }
        self.found_any = true;
        let below = path.strip_prefix(&self.root.walked).unwrap_or(path);
        Some(Found { path: path_shown.to_owned(), identity: self.real_root.join(below) })
    }

    /// What is to be said once everything was looked at.
    fn conclusion(&self) -> VecDeque<Fault> {
        let mut faults = VecDeque::new();
        let shown = self.argument.display();
        let all: usize = self.passed_over.values().sum();
        if all > 0 {
            let kinds: Vec<String> =
                self.passed_over.iter().map(|(ending, n)| format!("{n} .{ending}")).collect();
            let files =
                if all == 1 { "1 file was".to_owned() } else { format!("{all} files were") };
            let message = format!("`{shown}`: {files} passed over ({})", kinds.join(", "));
            let fault = Fault::whole("document::passed-over", message)
                .help("save them as PDF, DOCX or plain text to have them read");
            faults.push_back(fault.into_warning());
        }
        if !self.found_any {
            let message = match &self.pattern {
                Some(_) => format!("no document matches `{shown}`"),
                None => format!("the folder `{shown}` holds no document"),
            };
            let help = format!(
                "documents end in {}; hidden files are left out, and so is what .gitignore names \
                 (`--no-ignore` takes it)",
                endings().collect::<Vec<_>>().join(", ")
            );
            faults.push_back(Fault::whole("usage::nothing-to-read", message).help(help));
        }
        faults
    }
}

impl Iterator for Walk<'_> {
    type Item = Result<Found, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.last.is_none() {
            match self.entries.next() {
                Some(Ok(entry)) => {
                    if let Some(found) = self.taken(&entry) {
                        return Some(Ok(found));
                    }
                }
                Some(Err(error)) => {
                    let message = format!("`{}`: {error}", self.argument.display());
                    return Some(Err(Fault::whole("file::unreadable", message)));
                }
                None => self.last = Some(self.conclusion()),
            }
        }
        self.last.as_mut().and_then(VecDeque::pop_front).map(Err)
    }
}

/// A path as it is shown: without the name of the current folder where nobody typed it.
fn shown(path: &Path, strip: bool) -> &Path {
    if strip { path.strip_prefix(".").unwrap_or(path) } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_walked_from_its_last_fixed_folder() {
        for (text, walked, levels, names_ending) in [
            ("*.txt", ".", 1, true),
            ("**/*.md", ".", 0, true),
            ("papers/20*/answer*", "papers", 2, false),
            ("papers/**", "papers", 0, false),
            ("/srv/papers/*.*", "/srv/papers", 1, false),
            ("/*.txt", "/", 1, true),
            ("./a[bc]/x.{md,txt}", ".", 2, true),
            ("a/{b,c/d}/*.txt", "a", 0, true),
        ] {
            let (pattern, root) = Pattern::parse(text).unwrap();
            assert_eq!(root.walked, Path::new(walked), "{text}");
            assert_eq!(pattern.levels.len(), levels, "{text}");
            assert_eq!(pattern.names_ending, names_ending, "{text}");
        }
    }
}
