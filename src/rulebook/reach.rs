//! Whom the law means where it names those whom it binds: an officer, a constable, an authority.
//!
//! `reach.toml` says of each such term, kind of force by kind of force, whether it takes the force in,
//! as whom, and where that stands. Requirements name a term (`applies_to = { reach = … }`) in the place
//! of kinds, so that who is bound is settled once, and with its citation.

use serde::{Deserialize, Serialize};

use super::ReachId;
use super::ids::read_id;
use crate::source::{Located, Table};
use crate::standing::{ForceKind, Words as _};

/// A term by which a text names those whom it binds or empowers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Its id.
    pub id: ReachId,
    /// Whom it takes in, in this project's words.
    pub title: String,
    /// Where it stands.
    pub citation: String,
    /// How it is read, and what wasn't.
    pub note: Option<String>,
    /// What it means for each kind that is written, in the order of the kinds.
    pub kinds: Vec<ReachedKind>,
}

/// What a term means for one kind of force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReachedKind {
    /// The kind.
    pub kind: ForceKind,
    /// Whether it is taken in.
    pub reached: bool,
    /// As whom it is, or why it isn't.
    pub who: String,
    /// Where that stands.
    pub citation: String,
    /// Where it is reached, where that isn't everywhere that the force works.
    pub within: Option<String>,
}

impl Reach {
    /// The kinds that it takes in.
    #[must_use]
    pub fn reached(&self) -> Vec<ForceKind> {
        self.kinds.iter().filter(|row| row.reached).map(|row| row.kind).collect()
    }

    /// What it means for a kind; for the old word for two of them, what it means for the first.
    #[must_use]
    pub fn of(&self, kind: ForceKind) -> Option<&ReachedKind> {
        self.kinds.iter().find(|row| kind.stands_for().contains(&row.kind))
    }
}

/// Reads a `[[reach]]` table. Faults go to the table.
pub(super) fn read_reach(table: Table<'_>) -> Option<Located<Reach>> {
    let id = read_id(&table, "id");
    let title = table.required_text("title");
    let citation = table.required_text("citation");
    let note = table.text_of("note").map(|found| found.value);
    let rows = ForceKind::WRITTEN.map(|kind| {
        let row = table.require(kind.word()).and_then(|item| item.table());
        row.and_then(|row| read_kind(row, kind))
    });
    table.finish();
    let id = id?;
    let kinds: Option<Vec<ReachedKind>> = rows.into_iter().collect();
    let reach = Reach {
        id: ReachId::from(id.value.as_str()),
        title: title?.value,
        citation: citation?.value,
        note,
        kinds: kinds?,
    };
    Some(Located::new(reach, id.span))
}

fn read_kind(table: Table<'_>, kind: ForceKind) -> Option<ReachedKind> {
    let who = table.text_of("as");
    let why = table.text_of("not");
    let citation = table.required_text("citation");
    let within = table.text_of("within").map(|found| found.value);
    let message = format!("is a {kind} force taken in, or not?");
    let label = "expected `as` (as whom it is) or `not` (why it isn't)";
    match (&who, &why) {
        (Some(_), Some(why)) => {
            table.fault("rules::reached-or-not", why.span.clone(), message, label);
        }
        (None, None) => table.fault("rules::reached-or-not", table.header(), message, label),
        _ => {}
    }
    table.finish();
    Some(ReachedKind {
        kind,
        reached: who.is_some(),
        who: who.or(why)?.value,
        citation: citation?.value,
        within,
    })
}
