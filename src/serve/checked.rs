//! The settings of the folder, made and changed: a force that is started is checked from then on.

use std::path::Path;
use std::sync::Arc;

use super::work::Work;
use crate::check::{check_gate_names, checks};
use crate::output::{in_turn, replace, write};
use crate::project::{FILE_NAME, Project, SettingsEdit, edited_settings, template, with_checked};
use crate::source::{Fault, Text};

/// Has the settings check a declaration, too; makes them where there are none.
pub(super) fn check_too(work: &Work, declaration: &Path) -> Result<(), Vec<Fault>> {
    let path = Path::new(FILE_NAME);
    in_turn(path, || match work.project()? {
        None => write(path, &template(declaration, &[], false), false).map_err(|fault| vec![fault]),
        Some(known) if checks(work.files(), &known, declaration) => Ok(()),
        Some(known) => match with_checked(&known, declaration) {
            Some(body) => put(&known.text, &body),
            None => Ok(()),
        },
    })
}

/// Changes the settings; makes them where there are none.
pub(super) fn edit(work: &Work, edits: &[SettingsEdit]) -> Result<(), Vec<Fault>> {
    let path = Path::new(FILE_NAME);
    in_turn(path, || {
        let Some(known) = work.project()? else {
            let text = begun(work);
            let body = edited_settings(&text, edits)?;
            reads(work, &body)?;
            return write(path, &body, false).map_err(|fault| vec![fault]);
        };
        let body = edited_settings(&known.text, edits)?;
        reads(work, &body)?;
        put(&known.text, &body)
    })
}

/// Settings that check what is there.
fn begun(work: &Work) -> Arc<Text> {
    let declarations = work.declarations();
    let mut all = declarations.iter();
    let first = all.next().map_or_else(String::new, |first| template(first, &[], false));
    let mut text = Arc::new(Text::new(FILE_NAME, first));
    for more in all {
        let known = Project::read(&text).ok();
        let body = known.and_then(|known| with_checked(&known, more));
        text = body.map_or(text, |body| Arc::new(Text::new(FILE_NAME, body)));
    }
    text
}

/// Whether what is to be written can be read again.
fn reads(work: &Work, body: &str) -> Result<(), Vec<Fault>> {
    let project = Project::read(&Arc::new(Text::new(FILE_NAME, body.to_owned())))?;
    check_gate_names(Some(&project), work.rulebook())
}

fn put(text: &Text, body: &str) -> Result<(), Vec<Fault>> {
    let marked = if text.is_marked() { "\u{feff}" } else { "" };
    let body = format!("{marked}{body}");
    replace(Path::new(FILE_NAME), &body, text.digest()).map_err(|fault| vec![fault])
}
