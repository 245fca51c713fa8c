//! A paper as its page needs it, and what all its forms hold.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::Arc;

use maud::{Markup, html};

use crate::decisions::Decisions;
use crate::declaration::Paper;
use crate::document::Spot;
use crate::questions::Opened;
use crate::reading::ReadDocument;
use crate::serve::pages::Context;
use crate::serve::paths;
use crate::source::Fault;

/// A paper with all that its page shows.
pub(super) struct Open {
    pub(super) path: PathBuf,
    pub(super) read: Arc<ReadDocument>,
    pub(super) decisions: Arc<Decisions>,
    /// The declarations that its words may become evidence in.
    pub(super) declarations: Vec<Arc<Opened>>,
    /// The one that they do.
    pub(super) chosen: Option<Arc<Opened>>,
    /// The place that somebody asks for.
    pub(super) here: Option<Spot>,
    quotable: OnceCell<Paper>,
}

impl Open {
    /// The paper as evidence is taken from it: its text is put together once for all passages.
    pub(super) fn quotable(&self) -> &Paper {
        self.quotable.get_or_init(|| Paper::new(Arc::clone(&self.read.document)))
    }
}

pub(super) fn open(
    context: &Context<'_>,
    path: PathBuf,
    wanted: Option<&str>,
) -> Result<Open, Vec<Fault>> {
    let work = context.work;
    let project = work.project()?;
    let check = work.check(project.as_ref());
    let decisions = crate::check::decisions(work.files(), project.as_ref())?;
    let opened =
        |path: PathBuf| work.open(&check, &path).ok().map(|open| Arc::clone(open.opened()));
    let declarations: Vec<Arc<Opened>> =
        work.declarations().into_iter().filter_map(opened).collect();
    let chosen =
        |name: &str| declarations.iter().find(|own| paths::key(&own.path) == name).cloned();
    let mut chosen = wanted.and_then(chosen);
    let force = chosen.as_ref().map(|own| own.declaration.force.id.to_string());
    let read = work.read(&path, force.as_deref()).map_err(|fault| vec![fault])?;
    if chosen.is_none() {
        let named = read.reading.force.as_ref().map(|force| force.id.clone());
        let latest = |own: &&Arc<Opened>| own.declaration.force.as_of;
        let own = declarations.iter();
        let of_it =
            own.filter(|own| named.as_ref() == Some(&own.declaration.force.id)).max_by_key(latest);
        let only = match declarations.as_slice() {
            [only] => Some(only),
            _ => None,
        };
        chosen = of_it.or(only).cloned();
    }
    let quotable = OnceCell::new();
    Ok(Open { path, read, decisions, declarations, chosen, here: None, quotable })
}

/// What each form of the page holds: the declaration, and the paper as it was.
pub(super) fn hidden(open: &Open) -> Markup {
    html! {
        @if let Some(own) = &open.chosen { input type="hidden" name="for" value=(paths::key(&own.path)); }
        input type="hidden" name="paper" value=(open.read.document.digest);
    }
}

/// The title of an arrangement.
pub(super) fn title(context: &Context<'_>, arrangement: &str) -> String {
    let known = context.work.rulebook().vocabulary().arrangement(arrangement);
    known.map_or_else(|| arrangement.to_owned(), |known| known.title.to_string())
}
