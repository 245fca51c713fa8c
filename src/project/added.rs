//! A declaration that is added to what settings check, without a change of anything else that stands
//! in them: they are written by people, with comments.

use std::path::Path;
use std::sync::Arc;

use toml::de::DeTable;

use super::Project;
use crate::source::Text;

/// The settings with a further declaration under `check`; nothing where they have no such list, or
/// where that can't be done without a risk for the rest.
#[must_use]
pub fn with_checked(settings: &Project, declaration: &Path) -> Option<String> {
    let body = settings.text.body();
    let table = DeTable::parse(body).ok()?;
    let list = table.get_ref().get("check")?;
    let items = list.get_ref().as_array()?;
    let name = toml::Value::from(declaration.display().to_string()).to_string();
    let (at, added) = match items.last() {
        Some(last) => (last.span().end, format!(", {name}")),
        None => (list.span().start + 1, name),
    };
    let (before, after) = body.split_at_checked(at)?;
    let added = format!("{before}{added}{after}");
    // Whatever stood there must stand there still, and the new one behind it.
    let text = Arc::new(Text::new(settings.text.name().to_owned(), added.clone()));
    let again = Project::read(&text).ok()?;
    let (last, rest) = again.check.split_last()?;
    let same = rest == settings.check && *last == settings.folder().join(declaration);
    same.then_some(added)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(body: &str) -> Option<String> {
        let text = Arc::new(Text::new("msacheck.toml".to_owned(), body.to_owned()));
        with_checked(&Project::read(&text).unwrap(), Path::new("b.toml"))
    }

    #[test]
    fn it_stands_behind_those_that_are_there_and_all_else_stays() {
        for (before, after) in [
            ("check = [\"a.toml\"] # ours\n", "check = [\"a.toml\", \"b.toml\"] # ours\n"),
            ("# x\ncheck = []\n[gate]\n", "# x\ncheck = [\"b.toml\"]\n[gate]\n"),
            (
                "check = [\n  'a.toml', # first\n]\n",
                "check = [\n  'a.toml', \"b.toml\", # first\n]\n",
            ),
        ] {
            assert_eq!(added(before).as_deref(), Some(after));
        }
        assert_eq!(added("# nothing\n"), None);
    }
}
