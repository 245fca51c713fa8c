//! `statuses.toml`: heads of columns, statuses, ticks.

use serde_json::Value;

use super::context::example;
use super::shape::{Keys, list, texts, word};
use crate::rulebook::{ColumnKind, Tick};
use crate::standing::{State, Words};

/// The schema of `statuses.toml`.
pub(super) fn schema() -> Value {
    let columns = ColumnKind::ALL.iter().fold(Keys::new(), |keys, kind| {
        keys.optional(kind.word(), texts("Heads of such columns."))
    });
    let ticks = Tick::ALL
        .iter()
        .fold(Keys::new(), |keys, tick| keys.optional(tick.word(), texts("Signs that do so.")));
    let phrasing = Keys::new()
        .optional("goes-on", texts("Words with which what begins with a status goes on."))
        .optional("denies", texts("Words that deny the label before them."))
        .optional("no-label", texts("Words that stand in no such label."))
        .optional("head-goes-on", texts("Words with which what begins with a head goes on."))
        .optional("means", texts("Words that join a score or a sign to what it means."))
        .optional("filler", texts("Words around a meaning that add nothing to it."))
        .optional("empty", texts("What boxes are called that nobody ticked."))
        .optional("key", texts("What leads in a key."))
        .optional("makes", texts("Words with which a task begins that makes what it names."))
        .optional("gradual", texts("Those of them that go person by person."))
        .optional("founds", texts("Those of them that bring about what stays."))
        .optional(
            "looks",
            texts("Words with which a task begins that only looks at what it names."),
        )
        .optional("closes", texts("What says of a task that it was ended."))
        .optional("final", texts("What says that a thing won't come."))
        .optional("unfinished", texts("What says of a task that it goes on."))
        .optional("noun-goes-on", texts("Words behind which what may be a task is a thing."))
        .optional("colours", texts("Colours of statuses, each with its letter: `red r`."))
        .optional("attendance", texts("What heads a list of who was at a meeting."))
        .optional("agrees", texts("What says that a claim was checked and holds."))
        .optional(
            "specimen",
            texts("What leads in a row or line that shows how to fill in a form."),
        )
        .optional("request-heads", texts("Heads that only a log of requests has."))
        .optional(
            "of-requests",
            texts("Outcomes that requests for information have, and arrangements don't."),
        )
        .optional("not-yet", texts("What denies, and leaves room for a time to come."))
        .optional("to-come", texts("What may follow it and says that something is to come."))
        .optional("comes-from", texts("What leads in the time from which it will be there."))
        .optional("scores", texts("Words of a scale on which a paper scores what it names."))
        .optional("leaves", texts("What tells to leave a box empty."))
        .optional("pledges", texts("What begins with what somebody promises to do."))
        .optional("form-parts", texts("Parts of a form that a sentence may point at."))
        .optional("done", texts("What may stand behind a share: `60% complete`."));
    let status = Keys::new()
        .required("state", word::<State>("How far what has it stands."))
        .required("phrases", texts("The words of a whole cell, or its first ones."))
        .optional("example", list(&example(), "What proves them."))
        .table("Statuses that say the same.");
    Keys::new()
        .optional("columns", columns.table("What the cells of a column are, by what heads it."))
        .optional("ticks", ticks.table("Signs that tick a box or a column."))
        .optional("phrasing", phrasing.table("Words around statuses and labels."))
        .optional("status", list(&status, "What people write of how far something stands."))
        .optional("tick-example", list(&example(), "What proves the ticks."))
        .table("What people write in grids.")
}
