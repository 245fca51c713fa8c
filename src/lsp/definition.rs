//! Where something is defined: an arrangement that a need asks for, a requirement that settings name, the source
//! of a piece of evidence and the words in it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::hover::id_at;
use super::kind::Kind;
use super::open::Open;
use super::shapes::{Location, Position};
use super::text::{OpenText, Units};
use super::workspace::Workspace;
use crate::check::{Files as _, declaration_in};
use crate::checklists;
use crate::document;
use crate::output;
use crate::source::{Faults, Item, Place, Span, Table, Text, parse_toml};

/// What places are looked for with.
pub(super) struct Definition<'a> {
    pub workspace: &'a Workspace,
    pub open: &'a Open,
    pub path: &'a Path,
    pub kind: &'a Kind,
    pub units: Units,
    /// Where the built-in rules are laid out to be looked at.
    pub shown: &'a Path,
}

/// A text in quotes, and the table that it stands in.
struct Quoted {
    key: String,
    value: String,
}

impl Definition<'_> {
    /// Where what stands at a place is defined.
    pub(super) fn at(&self, position: Position) -> Option<Location> {
        let open = self.open.get(self.path)?;
        let offset = open.offset(position);
        let text = Arc::new(Text::new(self.path.display().to_string(), open.body().to_owned()));
        if *self.kind == Kind::Declaration
            && let Some(found) = quoted_at(&text, offset)
        {
            let place = match found.key.as_str() {
                "source" => self.source(&text, &found.value),
                "quote" => self.words(&text, &found.value),
                "file" => {
                    let folder = self.path.parent().unwrap_or(Path::new(""));
                    self.place(&folder.join(&found.value), 1, 1)
                }
                _ => None,
            };
            if place.is_some() {
                return place;
            }
        }
        let (word, _) = id_at(open.body(), offset);
        let rulebook = self.workspace.rulebook();
        if let Some(own) = rulebook.versions(word).last() {
            return self.within(&own.text, &own.span);
        }
        let own = rulebook.vocabulary().arrangement(word).filter(|_| *self.kind != Kind::Paper)?;
        self.within(&own.text, &own.span)
    }

    /// A source by its id: its table in the declaration.
    fn source(&self, text: &Arc<Text>, id: &str) -> Option<Location> {
        let faults = Faults::new();
        let parsed = parse_toml(text, &faults);
        let root = Table::root(&parsed, text, &faults);
        let table = root
            .tables("source")
            .into_iter()
            .find(|table| table.text_of("id").is_some_and(|own| own.value == id))?;
        self.within(text, &table.header())
    }

    /// The words of a piece of evidence in its source.
    fn words(&self, text: &Arc<Text>, quote: &str) -> Option<Location> {
        let check = self.workspace.check(self.open);
        let declaration = declaration_in(&check, self.path, text, &Faults::new())?;
        let stated = declaration.declared.values().flat_map(|own| &own.evidence);
        let more = declaration.information.iter().flat_map(|own| &own.evidence);
        let mut all = stated.chain(more);
        let evidence =
            all.find(|own| own.quote.as_deref() == Some(quote) && own.found.is_some())?;
        let Place { file, line, column, .. } = evidence.found.as_ref()?;
        // Of what no editor shows line by line the place would be another.
        let typed = [".txt", ".md", ".html", ".htm"].iter().any(|own| file.ends_with(own));
        let (line, column) = if typed { (*line, *column) } else { (1, 1) };
        self.place(Path::new(file), line, column)
    }

    /// A line and a column, from 1, of a file.
    fn place(&self, path: &Path, line: usize, column: usize) -> Option<Location> {
        let text = self.open.bytes(path, document::SIZE_LIMIT).ok()?;
        let body = String::from_utf8_lossy(&text).into_owned();
        let body = OpenText::new(0, body, self.units);
        let line = body.line(line);
        let start = body.offset(line.start);
        let rest = body.body().get(start..body.offset(line.end)).unwrap_or_default();
        let before =
            rest.char_indices().nth(column.saturating_sub(1)).map_or(rest.len(), |(at, _)| at);
        let span = start + before..start + before;
        Some(Location { uri: self.open.uri(path), range: body.range(&span) })
    }

    /// A span of a text that a file has, or that is built in.
    fn within(&self, text: &Arc<Text>, span: &Span) -> Option<Location> {
        let path = PathBuf::from(text.name());
        let own = OpenText::new(0, text.body().to_owned(), self.units);
        let range = own.range(span);
        let built_in = || checklists::files().iter().any(|file| file.text.name() == text.name());
        if !self.open.exists(&path) && built_in() {
            let laid_out = self.shown.join(&path);
            output::make_folder(laid_out.parent()?).ok()?;
            output::write(&laid_out, text.body(), true).ok()?;
            return Some(Location { uri: super::uri::uri(&laid_out), range });
        }
        Some(Location { uri: self.open.uri(&path), range })
    }
}

/// The text in quotes that stands at a byte.
fn quoted_at(text: &Arc<Text>, at: usize) -> Option<Quoted> {
    let faults = Faults::new();
    let parsed = parse_toml(text, &faults);
    let root = Table::root(&parsed, text, &faults);
    in_items(root.items(), at)
}

fn in_items(items: Vec<Item<'_>>, at: usize) -> Option<Quoted> {
    items.into_iter().find_map(|item| {
        if item.is_table() {
            return in_items(item.table()?.items(), at);
        }
        if item.is_list() {
            return in_items(item.list()?, at);
        }
        if !item.is_text() || !(item.span().start..=item.span().end).contains(&at) {
            return None;
        }
        Some(Quoted { key: item.key().value.to_owned(), value: item.text()?.value })
    })
}
