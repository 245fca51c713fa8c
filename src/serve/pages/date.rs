//! A new date of a force: its declaration copied, to be gone through again. The old one stays as it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use maud::{Markup, html};

use super::{Context, tasks};
use crate::declaration::{Edit, edited};
use crate::output::write;
use crate::serve::answer::Answer;
use crate::serve::fields::{Errors, Input};
use crate::serve::pages::start::day;
use crate::serve::paths;
use crate::serve::request::Request;
use crate::serve::work::Work;
use crate::source::Fault;

/// The form for it.
pub(super) fn form(context: &Context<'_>, path: &Path, errors: &Errors) -> Markup {
    html! {
        details open[errors.has("as_of")] {
            summary { "Start a new date of this force" }
            form method="post" action={ (paths::force(path)) "/date" } novalidate {
                (context.csrf())
                (Input {
                    id: "as_of",
                    label: "Of which day are the new facts?",
                    hint: Some("All answers are copied, to be gone through again. What is here stays as it is. Such as 2026-03-31."),
                    value: "",
                    width: Some(12),
                    lines: 1,
                }.show(errors))
                button.second type="submit" { "Start the new date" }
            }
        }
    }
}

pub(in crate::serve) fn make(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    let path = Work::declaration(key)?;
    let work = context.work;
    let mut errors = Errors::default();
    let Some(as_of) = day(&request.form, work.today(), &mut errors) else {
        return tasks::with_errors(context, key, &errors);
    };
    let made = (|| -> Result<PathBuf, Vec<Fault>> {
        let project = work.project()?;
        let check = work.check(project.as_ref());
        let open = work.open(&check, &path)?;
        let body = edited(&Arc::clone(open.text()), &[Edit::AsOf(as_of)])?;
        let name = format!("{}-{as_of}.toml", open.declaration().force.id);
        let new = path.parent().unwrap_or(Path::new("")).join(name);
        write(&new, &body, false).map_err(|fault| vec![fault])?;
        Ok(new)
    })();
    Some(match made {
        Ok(new) => {
            work.say(format!(
                "Copied to {}. Go through the answers: what changed since, and what shows it?",
                new.display()
            ));
            Answer::go(&paths::force(&new))
        }
        Err(faults) => {
            errors.faults("as_of", &faults);
            return tasks::with_errors(context, key, &errors);
        }
    })
}
