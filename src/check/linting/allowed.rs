//! What is let pass: by the settings, and by the baseline.

use std::path::Path;

use globset::{Glob, GlobMatcher};

use super::super::files::Files;
use crate::lint::{Check, Known, Lint, LintResult};
use crate::project::{Allow, KindOf, LintSettings};
use crate::source::{Fault, nearest};
use crate::standing::Day;

/// The kind of documents at a path, where the settings say so: the last that fits.
pub(super) fn kind_at(kinds: &[KindOf], path: &Path) -> Option<String> {
    let fits = |kind: &&KindOf| matcher(&kind.path).is_some_and(|own| is_at(&own, path));
    kinds.iter().rev().find(fits).map(|kind| kind.kind.clone())
}

/// Takes out what the settings allow, and says which allowances ran out or allow nothing.
pub(super) fn allow(result: &mut LintResult, settings: &LintSettings, today: Day) -> Vec<Fault> {
    let mut faults = Vec::new();
    for allow in &settings.allow {
        if Check::named(&allow.check).is_none() {
            let near = nearest(&allow.check, crate::lint::known_checks());
            let fault = told(allow, &format!("there is no check of documents `{}`", allow.check));
            faults.push(fault.maybe_help(near.map(|near| format!("did you mean `{near}`?"))));
            continue;
        }
        if let Some((owner, day)) = allow.until.as_ref().filter(|(_, day)| today > *day) {
            let fault = told(allow, &format!("this allowance ran out on {day}"));
            faults.push(fault.help(format!("{owner} answers for it")).into_warning());
            continue;
        }
        let Some(own) = matcher(&allow.path) else {
            faults.push(told(allow, "this is no pattern of paths"));
            continue;
        };
        let (mut looked, mut taken) = (false, 0);
        for document in &mut result.documents {
            if is_at(&own, Path::new(&document.name)) {
                looked = true;
                taken += take(document, &allow.check);
            }
        }
        if looked && taken == 0 {
            let fault = told(allow, &format!("this allowance of `{}` allows nothing", allow.check));
            faults.push(fault.help("take it out").into_warning());
        }
    }
    faults
}

/// Takes out what the baseline records; says how much of it is no longer there.
pub(super) fn known(
    result: &mut LintResult,
    path: &Path,
    files: &dyn Files,
) -> Result<Option<String>, Vec<Fault>> {
    let text = files.text(path).map_err(|fault| vec![fault])?;
    let mut known = Known::read(&text)?;
    for document in &mut result.documents {
        let taken = known.take(document);
        document.allowed += taken;
    }
    let mended = known.mended(&result.documents);
    Ok((mended > 0).then(|| {
        let (findings, them) = if mended == 1 { ("finding", "it") } else { ("findings", "them") };
        format!("{mended} {findings} of {} no longer there: take {them} out.", path.display())
    }))
}

fn take(document: &mut Lint, check: &str) -> usize {
    let all = document.findings.len();
    document.findings.retain(|finding| finding.check != check);
    let taken = all - document.findings.len();
    document.allowed += taken;
    taken
}

fn matcher(path: &Path) -> Option<GlobMatcher> {
    let text = path.to_str()?;
    let text = text.strip_prefix("./").unwrap_or(text);
    Some(Glob::new(text).ok()?.compile_matcher())
}

fn is_at(own: &GlobMatcher, path: &Path) -> bool {
    let path = path.strip_prefix(".").unwrap_or(path);
    // A folder stands for all that is in it.
    own.is_match(path) || path.ancestors().skip(1).any(|folder| own.is_match(folder))
}

fn told(allow: &Allow, message: &str) -> Fault {
    Fault::whole("lint::allowance", format!("{}: {message}", allow.place))
}
