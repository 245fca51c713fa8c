//! The vocabulary: arrangements that a force may have, and their typed fields.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ArrangementId, Condition, FieldId, ids::is_id, resolve::resolve_limit};
use crate::source::{Fault, Located, Span, Table, Text, nearest};
use crate::standing::RankTable;

/// Something a force may have.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Arrangement {
    /// Its id: the name of its table in a declaration.
    pub id: ArrangementId,
    /// Its name in sentences.
    pub name: Arc<str>,
    /// Its name as a heading.
    pub title: Arc<str>,
    /// Its place in lists.
    pub order: i64,
    /// Whether it is one of those that come first.
    pub headline: bool,
    /// Whether its name is a plural.
    pub plural: bool,
    /// The question that a force answers with it.
    pub question: String,
    /// What a reader must know about it.
    pub about: Option<String>,
    /// The words for its absence, where its name and "is absent" read badly.
    pub absent: Option<Arc<str>>,
    /// Conditions beside which it can't be `in place`.
    pub limits: Vec<Condition>,
    /// Whether no requirement rests on it: shown, never a gap.
    pub informative: bool,
    /// Its fields, in the order of its file, `since` last.
    pub fields: Vec<Field>,
    /// Its file.
    #[serde(with = "super::prepared::by_name")]
    pub text: Arc<Text>,
    /// Its id in that file.
    pub span: Span,
}

/// A typed detail of an arrangement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Field {
    /// Its key in a declaration.
    pub id: FieldId,
    /// What kind of value it holds.
    pub kind: FieldKind,
    /// Its name in sentences.
    pub title: Arc<str>,
    /// Whether that name is a plural.
    pub plural: bool,
    /// The question that a force answers with it.
    pub question: String,
    /// What a reason says where it is stated, `{}` standing for the value.
    pub says: Option<String>,
    /// Whether no requirement rests on it.
    pub informative: bool,
    /// Its heading in the file of its arrangement.
    pub span: Span,
}

/// What kind of value a field holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// A whole number or a range of them.
    Number,
    /// Yes or no.
    YesNo,
    /// A date, partial ones included.
    Date,
    /// One of some words.
    Choice(Vec<String>),
    /// One of some words that are in order, lowest first.
    Ordered(Vec<String>),
    /// A police rank or a police staff grade.
    Rank,
    /// A list of texts; of some words only, where they are named.
    List(Option<Vec<String>>),
}

impl FieldKind {
    /// The names of all kinds.
    pub const NAMES: [&'static str; 8] =
        ["text", "number", "yes/no", "date", "choice", "ordered", "rank", "list"];

    /// The name of the kind, as rule packs write it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::YesNo => "yes/no",
            Self::Date => "date",
            Self::Choice(_) => "choice",
            Self::Ordered(_) => "ordered",
            Self::Rank => "rank",
            Self::List(_) => "list",
        }
    }
}

impl fmt::Display for FieldKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice(of) => write!(f, "one of {}", of.join(", ")),
            Self::Ordered(of) => write!(f, "one of {}, lowest first", of.join(", ")),
            Self::List(Some(of)) => write!(f, "a list of any of {}", of.join(", ")),
            other => f.write_str(other.name()),
        }
    }
}

/// Tables of a declaration that are no arrangements: none may take their names.
pub const NOT_ARRANGEMENTS: [&str; 4] = ["force", "source", "information", "judgement"];

impl Arrangement {
    /// The field under an id.
    #[must_use]
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id.as_str() == id)
    }

    /// The list field that a key such as `members_complete` speaks about.
    #[must_use]
    pub fn completed_by(&self, key: &str) -> Option<&Field> {
        let field = self.field(key.strip_suffix("_complete")?)?;
        matches!(field.kind, FieldKind::List(_)).then_some(field)
    }

    /// "lead isn't", "prevention orders aren't": the name with its verb, denied or not.
    #[must_use]
    pub fn name_is(&self, denied: bool) -> String {
        name_is(&self.name, self.plural, denied)
    }
}

impl Field {
    /// Keys of an arrangement's table that no field may take.
    pub const RESERVED: [&'static str; 4] = ["state", "since", "note", "evidence"];

    /// The field's name with its verb, denied or not.
    #[must_use]
    pub fn name_is(&self, denied: bool) -> String {
        name_is(&self.title, self.plural, denied)
    }

    fn since() -> Self {
        Self {
            id: FieldId::from("since"),
            kind: FieldKind::Date,
            title: "the date since when".into(),
            plural: false,
            question: "Since when?".to_owned(),
            says: None,
            informative: true,
            span: 0..0,
        }
    }
}

fn name_is(name: &str, plural: bool, denied: bool) -> String {
    let verb = match (plural, denied) {
        (false, false) => "is",
        (false, true) => "isn't",
        (true, false) => "are",
        (true, true) => "aren't",
    };
    format!("{name} {verb}")
}

/// Reads an arrangement's file. Faults go to the table.
pub(super) fn read_arrangement(
    table: Table<'_>,
    ranks: &RankTable,
) -> Option<Located<Arrangement>> {
    let id = read_id(&table, "id");
    let unfit = |id: &&Located<String>| {
        is_dotted(&id.value) || NOT_ARRANGEMENTS.contains(&id.value.as_str())
    };
    if let Some(id) = id.as_ref().filter(unfit) {
        table.push(not_an_id(table.text(), id));
    }
    let name = table.text_of("name").map(|found| found.value);
    let title = table.required_text("title");
    let question = table.required_text("question");
    let order = table.get("order").and_then(|item| item.number()).map_or(1000, |n| n.value);
    let headline = table.flag("headline");
    let plural = table.flag("plural");
    let about = table.text_of("about").map(|found| found.value);
    let absent = table.text_of("absent").map(|found| found.value.into());
    let informative = table.flag("informative");
    let mut fields = Vec::new();
    if let Some(found) = table.get("fields").and_then(|item| item.table()) {
        for item in found.items() {
            let name = item.key().clone();
            if let Some(field) = item.table().and_then(|table| read_field(table, &name)) {
                fields.push(field);
            }
        }
    }
    fields.push(Field::since());
    let limits = table.get("limits");
    // Reading cues are read by `reading` alone.
    let _ = table.get("reading");
    let text = Arc::clone(table.text());
    table.finish();
    let id = id?;
    let mut arrangement = Arrangement {
        id: ArrangementId::from(id.value.as_str()),
        name: name.unwrap_or_else(|| id.value.replace('-', " ")).into(),
        title: title?.value.into(),
        order,
        headline,
        plural,
        question: question?.value,
        about,
        absent,
        limits: Vec::new(),
        informative,
        fields,
        text: Arc::clone(&text),
        span: id.span.clone(),
    };
    for limit in limits.and_then(|item| item.list()).unwrap_or_default() {
        match limit.text().map(|found| resolve_limit(&text, &found, &arrangement, ranks)) {
            Some(Ok(condition)) => arrangement.limits.push(condition),
            Some(Err(fault)) => limit.push(fault),
            None => {}
        }
    }
    Some(Located::new(arrangement, id.span))
}

/// Reads an id: lower-case words joined by hyphens.
pub(super) fn read_id(table: &Table<'_>, key: &'static str) -> Option<Located<String>> {
    let id = table.required_text(key)?;
    if is_id(&id.value) {
        return Some(id);
    }
    table.push(not_an_id(table.text(), &id));
    None
}

/// Whether an id couldn't be a key of a declaration: to TOML, a dot leads into another table.
fn is_dotted(id: &str) -> bool {
    id.contains('.')
}

fn not_an_id(text: &Arc<Text>, id: &Located<String>) -> Fault {
    Fault::new(
        "rules::not-an-id",
        text,
        id.span.clone(),
        format!("`{}` can't be an id", id.value),
        "expected lower-case words joined by hyphens",
    )
    .help("such as `victim-support`")
}

fn read_field(table: Table<'_>, name: &Located<&str>) -> Option<Field> {
    let id = name.value;
    if Field::RESERVED.contains(&id) || !is_id(id) || is_dotted(id) {
        let message = format!("no field can be called `{id}`");
        let label = format!("expected hyphenated words other than {}", Field::RESERVED.join(", "));
        table.fault("rules::not-an-id", name.span.clone(), message, label);
    }
    let kind = read_kind(&table);
    let title = table.text_of("title").map_or_else(|| id.replace('-', " "), |found| found.value);
    let question = table.required_text("question");
    let plural = table.flag("plural");
    let says = table.text_of("says").map(|found| found.value);
    let informative = table.flag("informative");
    table.finish();
    Some(Field {
        id: FieldId::from(id),
        kind: kind?,
        title: title.into(),
        plural,
        question: question?.value,
        says,
        informative,
        span: name.span.clone(),
    })
}

fn read_kind(table: &Table<'_>) -> Option<FieldKind> {
    let name = table.required_text("type");
    let of = table.get("of");
    let words: Vec<String> = table.texts("of").into_iter().map(|word| word.value).collect();
    let name = name?;
    let kind = match name.value.as_str() {
        "text" => FieldKind::Text,
        "number" => FieldKind::Number,
        "yes/no" => FieldKind::YesNo,
        "date" => FieldKind::Date,
        "rank" => FieldKind::Rank,
        "choice" => FieldKind::Choice(words),
        "ordered" => FieldKind::Ordered(words),
        "list" => FieldKind::List((!words.is_empty()).then_some(words)),
        other => {
            let near =
                nearest(other, FieldKind::NAMES).map(|near| format!("did you mean \"{near}\"?"));
            table.push(
                Fault::new(
                    "rules::unknown-type",
                    table.text(),
                    name.span,
                    format!("`{other}` is no type of field"),
                    format!("expected one of: {}", FieldKind::NAMES.join(", ")),
                )
                .maybe_help(near),
            );
            return None;
        }
    };
    match (&kind, of) {
        (FieldKind::Choice(words) | FieldKind::Ordered(words), _) if words.len() < 2 => {
            let message = format!("a {} needs `of` with at least two words", kind.name());
            table.fault("rules::no-words", name.span, message, "of what?");
            None
        }
        (FieldKind::Choice(_) | FieldKind::Ordered(_) | FieldKind::List(_), _) | (_, None) => {
            Some(kind)
        }
        (_, Some(item)) => {
            let message = format!("a {} has no `of`", kind.name());
            item.fault("rules::no-words", message, "only choice, ordered and list have one");
            None
        }
    }
}
