//! Papers that are brought in: kept under their own names, never in the place of another.

use std::path::{Path, PathBuf};

use super::{Context, folder as folder_page};
use crate::serve::answer::Answer;
use crate::serve::fields::Errors;
use crate::serve::folder::{PAPERS, is_paper};
use crate::serve::paths;
use crate::serve::request::Request;
use crate::serve::upload::Upload;

pub(in crate::serve) fn take(context: &Context<'_>, request: Request) -> Answer {
    let mut errors = Errors::default();
    let mut kept: Vec<PathBuf> = Vec::new();
    if request.uploads.is_empty() {
        errors.add("papers", "Choose the papers to bring in");
    }
    for upload in request.uploads {
        match keep(upload) {
            Ok(path) => kept.push(path),
            Err(message) => errors.add("papers", message),
        }
    }
    let names: Vec<String> = kept.iter().map(|path| path.display().to_string()).collect();
    if !kept.is_empty() {
        let next =
            if kept.len() > 1 { " Open each, and say of its passages what they show." } else { "" };
        context.work.say(format!("Brought in: {}.{next}", names.join(", ")));
    }
    match (errors.is_empty(), kept.as_slice()) {
        (true, [only]) => Answer::go(&paths::paper(only)),
        (true, _) => Answer::go("/"),
        (false, _) => folder_page::with_errors(context, &errors),
    }
}

/// Puts what came in its place.
fn keep(upload: Upload) -> Result<PathBuf, String> {
    let Upload { name, file, bytes } = upload;
    let named = Path::new(&name);
    if name.is_empty() || !is_paper(named) {
        return Err(format!(
            "“{name}” isn’t a paper that can be read: bring PDF, Word (.docx), OpenDocument, HTML, Markdown or plain text"
        ));
    }
    if bytes == 0 {
        return Err(format!("“{name}” is empty"));
    }
    let path = Path::new(PAPERS).join(&name);
    match file.persist_noclobber(&path) {
        Ok(_) => Ok(path),
        Err(_) if path.symlink_metadata().is_ok() => Err(format!(
            "“{name}” is there already, and was not written over: give it another name first"
        )),
        Err(error) => Err(format!("“{name}” couldn’t be kept: {}", error.error.kind())),
    }
}
