//! The vocabulary of every generated rulebook: four arrangements, each with a field of every type.

use msacheck::standing::ForceKind;

use crate::calendar::{Day, on};
use crate::conditions::Condition;
use crate::toml_text::{Order, list, quoted, table};

/// The ids of the arrangements. The third is the one that may have limits.
pub(crate) const ARRANGEMENTS: [&str; 4] = ["lead", "guidance", "unit", "partnership"];

/// The arrangement that may have limits.
pub(crate) const LIMITED: usize = 2;

/// A field, named for what it holds; every arrangement has all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Text,
    Number,
    YesNo,
    Date,
    Choice,
    Ordered,
    Rank,
    List,
    ListOf,
    Since,
}

impl Field {
    pub(crate) const ALL: [Self; 10] = [
        Self::Text,
        Self::Number,
        Self::YesNo,
        Self::Date,
        Self::Choice,
        Self::Ordered,
        Self::Rank,
        Self::List,
        Self::ListOf,
        Self::Since,
    ];

    /// Its key in a declaration.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Text => "scope",
            Self::Number => "officers",
            Self::YesNo => "dedicated",
            Self::Date => "reviewed",
            Self::Choice => "capacity",
            Self::Ordered => "coverage",
            Self::Rank => "rank",
            Self::List => "members",
            Self::ListOf => "topics",
            Self::Since => "since",
        }
    }

    /// Its type, as rule packs write it; `of` apart.
    pub(crate) fn kind(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::YesNo => "yes/no",
            Self::Date | Self::Since => "date",
            Self::Choice => "choice",
            Self::Ordered => "ordered",
            Self::Rank => "rank",
            Self::List | Self::ListOf => "list",
        }
    }

    /// The words that it is limited to.
    fn of(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Choice => Some(&CAPACITIES),
            Self::Ordered => Some(&STEPS),
            Self::ListOf => Some(&TOPICS),
            _ => None,
        }
    }
}

/// What texts and open lists speak of. Some hold what the need language has a use for.
pub(crate) const WORDS: [&str; 5] =
    ["councils", "charities", "ports and airports", "at least two visits", "what is not said"];
pub(crate) const CAPACITIES: [&str; 3] = ["full-time", "part-time", "as and when"];
pub(crate) const STEPS: [&str; 4] = ["nowhere", "in part", "where it is needed", "everywhere"];
pub(crate) const TOPICS: [&str; 4] = ["signs", "consent", "within the family", "section 45"];

/// Ranks as people write them, with their level; a staff grade has none.
pub(crate) const RANKS: [(&str, Option<usize>); 9] = [
    ("constable", Some(0)),
    ("D.C.", Some(0)),
    ("sergeant", Some(1)),
    ("Detective Inspector", Some(2)),
    ("D/Insp", Some(2)),
    ("acting superintendent", Some(3)),
    ("chief constable", Some(4)),
    ("police staff grade G", None),
    ("Civilian", None),
];

const RANK_FILE: &str = r#"
order = ["constable", "sergeant", "inspector", "superintendent", "chief constable"]
prefixes = ["detective", "acting"]
staff = ["police staff", "civilian"]

[abbreviations]
dc = "detective constable"
"d/insp" = "detective inspector"
"#;

/// What duties may wait for: the id, the first day on which there could be one, and how many months
/// must be free of it, unless all must.
pub(crate) const EVENTS: [(&str, Day, Option<u16>); 3] = [
    ("request", on(2016, 8, 31), Some(12)),
    ("referral", on(2010, 1, 1), Some(1)),
    ("surrender", on(2016, 3, 1), None),
];

/// A term that takes in two kinds of force.
pub(crate) const TERM: &str = "officers";
pub(crate) const TAKEN_IN: [ForceKind; 2] = [ForceKind::Territorial, ForceKind::Nuclear];

fn events() -> String {
    let events = EVENTS.iter().map(|(id, from, months)| {
        let months = months.map_or_else(String::new, |months| format!("months = {months}\n"));
        format!(
            "[[event]]\nid = \"{id}\"\ntitle = \"a {id}\"\nnone = \"no {id} came\"\n\
             question = \"Did none come?\"\ncitation = \"There\"\nfrom = {from}\n{months}"
        )
    });
    events.collect()
}

fn terms() -> String {
    let rows = ForceKind::WRITTEN.iter().map(|kind| {
        let whether = if TAKEN_IN.contains(kind) { "as" } else { "not" };
        format!("{kind} = {{ {whether} = \"Words\", citation = \"There\" }}\n")
    });
    let rows: String = rows.collect();
    format!("[[reach]]\nid = \"{TERM}\"\ntitle = \"Officers\"\ncitation = \"There\"\n{rows}")
}

/// The files of the vocabulary, each with its path in the pack.
pub(crate) fn files(limits: &[Condition], order: &mut Order) -> Vec<(String, String)> {
    let mut files = vec![
        ("ranks.toml".to_owned(), RANK_FILE.to_owned()),
        ("events.toml".to_owned(), events()),
        ("reach.toml".to_owned(), terms()),
    ];
    for (at, id) in ARRANGEMENTS.iter().enumerate() {
        let mut lines = vec![
            format!("id = {}", quoted(id)),
            "title = \"An arrangement\"".to_owned(),
            "question = \"How far does it stand?\"".to_owned(),
        ];
        if at == LIMITED && !limits.is_empty() {
            let limits: Vec<String> = limits.iter().map(|c| quoted(&c.to_string())).collect();
            lines.push(format!("limits = {}", list(&limits)));
        }
        lines.extend(Field::ALL.iter().filter(|field| **field != Field::Since).map(|field| {
            let words = field.of().map_or_else(String::new, |words| {
                let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
                format!(", of = {}", list(&words))
            });
            let kind = field.kind();
            format!("fields.{} = {{ type = \"{kind}\", question = \"What?\"{words} }}", field.key())
        }));
        files.push((format!("arrangements/{id}.toml"), table("", lines, order)));
    }
    files
}
