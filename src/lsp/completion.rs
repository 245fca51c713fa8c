//! What could stand where the cursor is, in a declaration, a pack, the settings or a plan of action: keys and words
//! out of the schema of the file, ids out of the rules and out of the file itself.

use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use super::cursor::{Cursor, Writes, cursor};
use super::kind::Kind;
use super::open::Open;
use super::schemas::{Schemas, at, description, takes_yes_or_no, words};
use super::shapes::{Position, TextEdit};
use super::workspace::Workspace;
use crate::lint::{CHECKS, known_checks};
use crate::report::SchemaKind;
use crate::rulebook::{NOT_ARRANGEMENTS, Requirement};
use crate::source::{Faults, Table, Text, parse_toml};

/// What is completed by.
pub(super) struct Completion<'a> {
    pub workspace: &'a Workspace,
    pub open: &'a Open,
    pub schemas: &'a Schemas,
    pub path: &'a Path,
    pub kind: &'a Kind,
}

/// Something that could stand there.
struct Offer {
    word: String,
    told: Option<String>,
    what: What,
}

/// What a word is, as the protocol numbers it.
#[derive(Clone, Copy)]
enum What {
    Key = 10,
    Word = 12,
    Id = 18,
}

impl Offer {
    fn of(word: impl Into<String>, told: Option<&str>, what: What) -> Self {
        Self { word: word.into(), told: told.map(str::to_owned), what }
    }
}

impl Completion<'_> {
    /// What could stand at a place.
    pub(super) fn at(&self, position: Position) -> Value {
        let offers = || {
            let kind = self.kind.schema(self.path)?;
            let text = self.open.get(self.path)?;
            let found = cursor(text.body(), text.offset(position))?;
            let offers = match &found.writes {
                Writes::Heading => self.headings(kind, text.body(), &found),
                Writes::Key => self.keys(kind, &found),
                Writes::Value { keys, .. } => self.values(kind, &found, keys, text.body()),
            };
            // Of what is asked for in the language of needs only the last word is being written.
            let begun = text.body().get(found.begun.clone())?;
            let word = match begun.rfind([' ', '.']) {
                Some(end) if needs(kind, &found.writes) || found.writes == Writes::Heading => {
                    end + 1
                }
                _ => 0,
            };
            let range = text.range(&(found.begun.start + word..found.begun.end));
            let quoted = matches!(found.writes, Writes::Value { quoted: true, .. });
            let begins_with_quote = text.body().get(..found.begun.start)?.ends_with(['"', '\'']);
            let items = offers.into_iter().map(|offer| {
                let bare = quoted || begins_with_quote || is_bare(&offer, &found.writes);
                let new_text =
                    if bare { offer.word.clone() } else { format!("\"{}\"", offer.word) };
                json!({
                    "label": offer.word,
                    "kind": offer.what as u8,
                    "documentation": offer.told,
                    "textEdit": TextEdit { range, new_text },
                })
            });
            Some(items.collect::<Vec<_>>())
        };
        json!({ "isIncomplete": false, "items": offers().unwrap_or_default() })
    }

    fn nodes<R>(&self, kind: SchemaKind, keys: &[String], read: impl FnOnce(&[&Value]) -> R) -> R {
        let schema = self.schemas.of(kind, self.workspace.rulebook().vocabulary());
        read(&at(&schema, keys))
    }

    /// Tables: those of the schema under what is written up to the last stop.
    fn headings(&self, kind: SchemaKind, body: &str, found: &Cursor) -> Vec<Offer> {
        let begun = body.get(found.begun.clone()).unwrap_or_default();
        let mut keys: Vec<String> = begun.split('.').map(|key| key.trim().to_owned()).collect();
        keys.pop();
        let tables = |node: &Value| {
            let of = |kind: &str| node.get("type").and_then(Value::as_str) == Some(kind);
            of("object") || of("array") || node.get("$ref").is_some()
        };
        self.properties(kind, &keys, &tables)
    }

    fn properties(
        &self,
        kind: SchemaKind,
        keys: &[String],
        wanted: &dyn Fn(&Value) -> bool,
    ) -> Vec<Offer> {
        let vocabulary = self.workspace.rulebook().vocabulary();
        self.nodes(kind, keys, |nodes| {
            let all = nodes.iter().filter_map(|node| node.get("properties")?.as_object()).flatten();
            let offers = all.filter(|(_, node)| wanted(node)).map(|(key, node)| {
                let question = |id: &str| {
                    let own = vocabulary.arrangement(id).filter(|_| keys.is_empty());
                    own.map(|own| own.question.as_str())
                };
                let told = question(key).or_else(|| description(&[node]));
                let what = match vocabulary.arrangement(key).is_some() && keys.is_empty() {
                    true if !NOT_ARRANGEMENTS.contains(&key.as_str()) => What::Id,
                    _ => What::Key,
                };
                Offer::of(key.clone(), told, what)
            });
            offers.collect()
        })
    }

    fn keys(&self, kind: SchemaKind, found: &Cursor) -> Vec<Offer> {
        let mut offers = self.properties(kind, &found.table, &|_| true);
        let under: Vec<&str> = found.table.iter().map(String::as_str).collect();
        match (kind, under.as_slice()) {
            (SchemaKind::Project, ["gate", "requirement"]) => offers.extend(self.requirements()),
            (SchemaKind::Project, ["gate", "instrument"]) => offers.extend(self.instruments()),
            _ => {}
        }
        offers
    }

    fn values(&self, kind: SchemaKind, found: &Cursor, keys: &[String], body: &str) -> Vec<Offer> {
        let whole: Vec<String> = found.table.iter().chain(keys).cloned().collect();
        let mut offers = self.nodes(kind, &whole, |nodes| {
            let told = description(nodes);
            let mut offers: Vec<Offer> =
                words(nodes).into_iter().map(|word| Offer::of(word, told, What::Word)).collect();
            if takes_yes_or_no(nodes) {
                offers.extend(["true", "false"].map(|word| Offer::of(word, told, What::Word)));
            }
            offers
        });
        offers.extend(self.ids(kind, found, &whole, body));
        offers
    }

    /// Ids that a schema can't know.
    fn ids(&self, kind: SchemaKind, found: &Cursor, keys: &[String], body: &str) -> Vec<Offer> {
        let own: Vec<&str> = keys.iter().map(String::as_str).collect();
        let vocabulary = self.workspace.rulebook().vocabulary();
        if needs(kind, &found.writes) {
            let begun = body.get(found.begun.clone()).unwrap_or_default();
            return self.needed(begun);
        }
        let check = |id: &'static str| {
            let known = CHECKS.iter().find(|check| check.id == id);
            Offer::of(id, known.map(|check| check.title), What::Id)
        };
        match (kind, own.as_slice()) {
            (SchemaKind::Declaration, [.., "evidence", "source"]) => sources(body),
            (SchemaKind::Declaration, ["judgement", "requirement"])
            | (SchemaKind::Project, ["waiver", "requirement"])
            | (SchemaKind::Actions, ["action", "requirements" | "requirement"]) => {
                self.requirements()
            }
            (SchemaKind::Declaration, [arrangement, field]) => {
                let field = vocabulary.arrangement(arrangement).and_then(|own| own.field(field));
                let is_rank = field.is_some_and(|own| own.kind.name() == "rank");
                let ranks = vocabulary.ranks().order().iter().filter(|_| is_rank);
                ranks.map(|rank| Offer::of(rank.as_str(), None, What::Word)).collect()
            }
            (SchemaKind::Project, ["lint", "select" | "ignore"] | ["lint", "allow", "check"]) => {
                known_checks().map(check).collect()
            }
            (SchemaKind::Project, ["lint", "kind", "kind"]) => {
                let kinds = self.workspace.linter.kinds();
                kinds.map(|kind| Offer::of(kind, None, What::Word)).collect()
            }
            (SchemaKind::Rules, ["requirement", "provision"]) => self.provisions(),
            _ => Vec::new(),
        }
    }

    fn requirements(&self) -> Vec<Offer> {
        let all = self.workspace.rulebook().by_id().filter_map(<[Requirement]>::last);
        all.map(|own| Offer::of(own.id.as_str(), Some(&own.title), What::Id)).collect()
    }

    fn instruments(&self) -> Vec<Offer> {
        let all = self.workspace.rulebook().instruments().iter();
        all.map(|own| Offer::of(own.id.as_str(), Some(&own.title), What::Id)).collect()
    }

    /// The provisions of the instrument whose folder the file stands in.
    fn provisions(&self) -> Vec<Offer> {
        let folder = self.path.parent().and_then(Path::file_name).and_then(|own| own.to_str());
        let all = self.workspace.rulebook().provisions().iter();
        let own = all.filter(|own| Some(own.instrument.as_str()) == folder);
        own.map(|own| Offer::of(own.id.as_str(), Some(&own.heading), What::Id)).collect()
    }

    /// What a need may go on with: an arrangement, or behind "where" its fields.
    fn needed(&self, begun: &str) -> Vec<Offer> {
        let vocabulary = self.workspace.rulebook().vocabulary();
        let mut written = begun.split(' ').rev().skip(1);
        let last = written.next();
        let arrangement = begun.split(' ').next().and_then(|id| vocabulary.arrangement(id));
        match (last, arrangement) {
            (None, _) => {
                let all = vocabulary.arrangements().iter();
                all.map(|own| Offer::of(own.id.as_str(), Some(&own.question), What::Id)).collect()
            }
            (Some("where" | "and" | "ideally" | "or"), Some(own)) => own
                .fields
                .iter()
                .map(|field| Offer::of(field.id.as_str(), Some(&field.question), What::Id))
                .collect(),
            (Some(word), Some(own)) if word == own.id.as_str() => {
                ["where", "ideally"].map(|word| Offer::of(word, None, What::Word)).into()
            }
            _ => Vec::new(),
        }
    }
}

/// Whether a value is written in the language of needs.
fn needs(kind: SchemaKind, writes: &Writes) -> bool {
    let Writes::Value { keys, .. } = writes else { return false };
    let last = keys.last().map(String::as_str);
    kind == SchemaKind::Rules && matches!(last, Some("needs" | "any" | "of" | "all"))
}

/// Whether a word stands without quotes.
fn is_bare(offer: &Offer, writes: &Writes) -> bool {
    match writes {
        Writes::Heading => true,
        Writes::Key => {
            offer.word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        }
        Writes::Value { .. } => matches!(offer.word.as_str(), "true" | "false"),
    }
}

/// The sources that a declaration names.
fn sources(body: &str) -> Vec<Offer> {
    let text = Arc::new(Text::new("declaration", body.to_owned()));
    let faults = Faults::new();
    let parsed = parse_toml(&text, &faults);
    let root = Table::root(&parsed, &text, &faults);
    let named = root.tables("source").into_iter().filter_map(|table| {
        let title = table.text_of("title").map(|found| found.value);
        Some(Offer::of(table.text_of("id")?.value, title.as_deref(), What::Id))
    });
    named.collect()
}
