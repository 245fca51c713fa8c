//! A new date of a force: its declaration copied, to be gone through again. The old one stays as it is.

use std::path::PathBuf;
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
        let new = path.with_file_name(format!("{}-{as_of}.toml", open.declaration().force.id));
        if new.symlink_metadata().is_ok() {
            let message = format!("{} is there already, and is not written over", new.display());
            return Err(vec![Fault::whole("output::exists", message).help("enter another day")]);
        }
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
