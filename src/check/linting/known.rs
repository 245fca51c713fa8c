//! What is let pass by the baseline.

use std::path::Path;

use super::super::files::Files;
use crate::lint::{Known, LintResult};
use crate::source::Fault;

/// Takes out what the baseline records; says how much of it is no longer there.
pub(super) fn take(
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
