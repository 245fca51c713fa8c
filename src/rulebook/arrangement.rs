//! The vocabulary: arrangements that a force may have, and their typed fields.

use std::fmt;
use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use super::{ArrangementId, Condition, FieldId};
use crate::source::{Span, Text};

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
    #[serde(skip, default = "Text::nowhere")]
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

    /// What a condition of a need can test: a field, or how new the evidence is.
    #[must_use]
    pub fn tested(&self, id: &str) -> Option<&Field> {
        static EVIDENCE: LazyLock<Field> = LazyLock::new(Field::evidence);
        self.field(id).or_else(|| (id == FieldId::EVIDENCE).then(|| &*EVIDENCE))
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
    pub const RESERVED: [&'static str; 4] = ["state", FieldId::SINCE, "note", FieldId::EVIDENCE];

    /// The field's name with its verb, denied or not.
    #[must_use]
    pub fn name_is(&self, denied: bool) -> String {
        name_is(&self.title, self.plural, denied)
    }

    /// The newest day that the evidence of an arrangement shows.
    fn evidence() -> Self {
        Self {
            id: FieldId::from(FieldId::EVIDENCE),
            title: "its newest evidence".into(),
            question: "Of when is its newest evidence?".to_owned(),
            ..Self::since()
        }
    }

    /// Every arrangement has it: since when it stands as it is declared.
    pub(super) fn since() -> Self {
        Self {
            id: FieldId::from(FieldId::SINCE),
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
