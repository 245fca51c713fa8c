//! What is let pass by the baseline.

use std::path::Path;

use crate::check::{Disk, Files as _};
use crate::lint::{Known, LintResult};
use crate::source::Fault;

/// Takes out what the baseline records, and says what of it is no longer there.
pub(super) fn take(result: &mut LintResult, path: &Path) -> Result<Option<String>, Vec<Fault>> {
    let text = Disk.text(path).map_err(|fault| vec![fault])?;
    let mut known = Known::read(&text)?;
    for document in &mut result.documents {
        let taken = known.take(document);
        document.allowed += taken;
    }
    let mended = known.mended(&result.documents);
    Ok((mended > 0).then(|| {
        let (findings, them) = if mended == 1 { ("finding", "it") } else { ("findings", "them") };
        format!("{mended} {findings} of {} no longer there: take {them} out.\n", path.display())
    }))
}
