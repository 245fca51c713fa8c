//! A new date of a force: its declaration copied, to be gone through again. The old one stays as it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::start::day;
use super::{Context, tasks};
use crate::declaration::{Edit, edited};
use crate::output::write;
use crate::serve::answer::Answer;
use crate::serve::checked;
use crate::serve::fields::Errors;
use crate::serve::paths;
use crate::serve::request::Request;
use crate::source::Fault;

pub(in crate::serve) fn make(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    let path = context.work.declaration(key)?;
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
        checked::check_too(work, &new)?;
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
