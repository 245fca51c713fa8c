//! What `[lint]` says of documents at a path: their kind, and what is let pass.

use std::path::Path;

use globset::{Glob, GlobMatcher};

use super::lint::{Allow, KindOf, LintSettings};
use crate::lint::{Asked, Check, FailOn, Lint, Picked, Sensitivity, known_checks};
use crate::source::{Fault, nearest};
use crate::standing::Day;

impl LintSettings {
    /// What the settings ask of any document, where nobody asks for anything else.
    ///
    /// # Errors
    ///
    /// A fault for each id that no check has.
    pub fn asked(&self, today: Day) -> Result<Asked, Vec<Fault>> {
        Ok(Asked {
            picked: Picked::new(&self.select, &self.ignore)?,
            pedantic: self.pedantic || self.fail_on == Some(FailOn::Pedantic),
            as_of: self.in_use.then_some(today),
            today,
            kind: None,
            against: None,
        })
    }

    /// The kind of documents at a path, where the settings say so: the last that fits.
    #[must_use]
    pub fn kind_at(&self, path: &Path) -> Option<String> {
        let fits = |kind: &&KindOf| matcher(&kind.path).is_some_and(|own| is_at(&own, path));
        self.kinds.iter().rev().find(fits).map(|kind| kind.kind.clone())
    }

    /// Says which allowances are for a path at which none of these stands: of all documents that are looked at.
    #[must_use]
    pub fn allowing_nobody(&self, documents: &[Lint]) -> Vec<Fault> {
        let at = |own: &GlobMatcher| {
            documents.iter().any(|document| is_at(own, Path::new(&document.name)))
        };
        let strays =
            self.allow.iter().filter(|allow| matcher(&allow.path).is_some_and(|own| !at(&own)));
        let said = strays.map(|allow| {
            let fault =
                told(allow, "this allowance is for a path with no document that is looked at");
            let help = "mend `path`, or take it out: paths are taken from the folder of this file";
            fault.help(help).into_warning()
        });
        said.collect()
    }

    /// Takes out what the settings allow, and says which allowances ran out or allow nothing.
    pub fn allow(&self, documents: &mut [Lint], asked: &Asked) -> Vec<Fault> {
        let mut faults = Vec::new();
        for allow in &self.allow {
            let Some(check) = Check::named(&allow.check) else {
                let near = nearest(&allow.check, known_checks());
                let fault =
                    told(allow, &format!("there is no check of documents `{}`", allow.check));
                faults.push(fault.maybe_help(near.map(|near| format!("did you mean `{near}`?"))));
                continue;
            };
            if let Some((owner, day)) = allow.until.as_ref().filter(|(_, day)| asked.today > *day) {
                let fault = told(allow, &format!("this allowance ran out on {day}"));
                faults.push(fault.help(format!("{owner} answers for it")).into_warning());
                continue;
            }
            let Some(own) = matcher(&allow.path) else {
                faults.push(told(allow, "this is no pattern of paths"));
                continue;
            };
            // Of what nobody asked for it can't be told whether it is there to be allowed.
            let looked_for = check.sensitivity == Sensitivity::Default || asked.pedantic;
            let (mut looked, mut used) = (false, !looked_for || !asked.picked.has(check.id));
            for document in documents.iter_mut() {
                if is_at(&own, Path::new(&document.name)) {
                    looked = true;
                    used |= document.untold.contains(check.id);
                    used |= take(document, check.id) > 0;
                }
            }
            if looked && !used {
                let fault =
                    told(allow, &format!("this allowance of `{}` allows nothing", allow.check));
                faults.push(fault.help("take it out").into_warning());
            }
        }
        faults
    }
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
