//! The dates of one force, or all forces, side by side: the page that `compare` makes.

use std::path::PathBuf;

use super::Context;
use crate::compare::{Asked, By, Comparison, Territory, Ties};
use crate::report::{COMPARISON_FORMATS, ComparisonOptions};
use crate::serve::answer::Answer;
use crate::serve::folder;
use crate::source::Fault;

/// What is compared.
pub(in crate::serve) enum Compared<'a> {
    /// Everything in the folder.
    All,
    /// The dates of the force of a declaration.
    Force(&'a str),
}

pub(in crate::serve) fn show(context: &Context<'_>, what: &Compared<'_>) -> Option<Answer> {
    Some(match page(context, what) {
        Ok(page) => Answer::report(page?),
        Err(faults) => context.faults("These can’t be compared", &faults),
    })
}

fn page(context: &Context<'_>, what: &Compared<'_>) -> Result<Option<Vec<u8>>, Vec<Fault>> {
    let work = context.work;
    let project = work.project()?;
    let check = work.check(project.as_ref());
    let mut inputs: Vec<PathBuf> = folder::declarations();
    if let Compared::Force(key) = what {
        let Some(own) = folder::named(inputs.clone(), key) else { return Ok(None) };
        let force = work.open(&check, &own)?.declaration().force.id.clone();
        inputs.retain(|path| {
            work.open(&check, path).is_ok_and(|open| open.declaration().force.id == force)
        });
    }
    let gathered = check.gather_dates(&inputs)?;
    let result = check.assess(gathered.declarations, 0).result()?;
    let territory = Territory::of(vec![result], Vec::new()).map_err(|_| {
        vec![Fault::whole("usage::compared-twice", "two files are of one force and one day")]
    })?;
    if territory.assessments.len() < 2 {
        let message = "there is one assessment, and nothing to hold it against";
        return Err(vec![
            Fault::whole("usage::nothing-to-compare", message)
                .help("start another force, or a new date of this one"),
        ]);
    }
    let asked = Asked { by: By::Requirement, group_by: None, ties: Ties::default() };
    let format = COMPARISON_FORMATS.iter().find(|format| format.name == "html");
    let Some(format) = format else { return Ok(None) };
    let options = ComparisonOptions { width: 80, colour: false, full: true };
    (format.render)(&Comparison::of(&territory, &asked), options)
        .map(Some)
        .map_err(|fault| vec![fault])
}
