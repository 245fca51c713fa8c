//! Patterns of paths, and where a walk for what matches one begins.

use std::path::{Path, PathBuf, is_separator};

use globset::{GlobBuilder, GlobMatcher};

use crate::source::Fault;

/// Where a walk begins.
pub(super) struct Root {
    pub(super) walked: PathBuf,
    /// Whether the root's own name stands in no path: that of the current folder.
    pub(super) strip: bool,
}

impl Root {
    /// A folder that somebody named.
    pub(super) fn named(folder: &Path) -> Self {
        Self { walked: folder.to_owned(), strip: folder == Path::new(".") }
    }

    /// A path as it is shown: without the name of the current folder where nobody typed it.
    pub(super) fn shown<'a>(&self, path: &'a Path) -> &'a Path {
        shown(path, self.strip)
    }
}

fn shown(path: &Path, strip: bool) -> &Path {
    if strip { path.strip_prefix(".").unwrap_or(path) } else { path }
}

/// A pattern of paths.
pub(super) struct PathPattern {
    whole: GlobMatcher,
    /// What a folder one, two … levels below the root must match to be looked into.
    levels: Vec<GlobMatcher>,
    /// Whether it names an ending itself, so that it takes what it matches.
    names_ending: bool,
}

/// How a path matches a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// It is what the pattern names, ending and all.
    Named,
    /// It matches, as any file may.
    Itself,
    /// It lies in a folder that matches: then all that is in it is meant.
    Within,
}

impl PathPattern {
    pub(super) fn parse(text: &str) -> Result<(Self, Root), Fault> {
        Self::parse_slashed(&slashed(text, is_separator('\\')))
    }

    fn parse_slashed(text: &str) -> Result<(Self, Root), Fault> {
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
            // A drive alone is where one last was on it.
            (1, drive) if is_separator('\\') && drive.ends_with(':') => {
                Root { walked: PathBuf::from(format!("{drive}/")), strip: false }
            }
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

    /// How a path, as it is shown, matches; `None` where it doesn't.
    pub(super) fn matches(&self, path: &Path) -> Option<Match> {
        if self.whole.is_match(path) {
            return Some(if self.names_ending { Match::Named } else { Match::Itself });
        }
        let within = path.ancestors().skip(1).any(|above| self.whole.is_match(above));
        within.then_some(Match::Within)
    }

    /// Which folders below the root can hold what matches.
    pub(super) fn enters(&self, root: &Root) -> impl Fn(usize, &Path) -> bool + use<> {
        let (levels, strip) = (self.levels.clone(), root.strip);
        move |depth, folder| {
            let level = depth.checked_sub(1).and_then(|level| levels.get(level));
            level.is_none_or(|level| level.is_match(shown(folder, strip)))
        }
    }
}

/// A pattern with `/` between folders. Where `\` stands there, it escapes nothing.
fn slashed(text: &str, backslash_separates: bool) -> String {
    if backslash_separates { text.replace('\\', "/") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backslash_separates_folders_where_the_system_says_so() {
        let text = r"C:\forces\north*\*.toml";
        assert_eq!(slashed(text, true), "C:/forces/north*/*.toml");
        assert_eq!(slashed(text, false), text);
        let (pattern, root) = PathPattern::parse_slashed(&slashed(text, true)).unwrap();
        assert_eq!(root.walked, Path::new("C:/forces"));
        assert_eq!(pattern.levels.len(), 2);
    }

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
            let (pattern, root) = PathPattern::parse(text).unwrap();
            assert_eq!(root.walked, Path::new(walked), "{text}");
            assert_eq!(pattern.levels.len(), levels, "{text}");
            assert_eq!(pattern.names_ending, names_ending, "{text}");
        }
    }
}
