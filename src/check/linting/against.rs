//! The declaration that documents are held against.

use std::path::Path;
use std::sync::Arc;

use super::super::declared::Declared;
use super::super::draft::several_forces;
use crate::lint::Against;
use crate::source::{Fault, Faults};

/// What a declaration says.
pub(super) fn declared(file: &Path, loading: &Declared<'_>) -> Result<Arc<Against>, Vec<Fault>> {
    let faults = Faults::new();
    let mut loaded = loading.of(file, &faults);
    let loaded = match loaded.as_mut_slice() {
        [only] if !faults.has_errors() => only.take(),
        [_] => None,
        sheets => {
            let ids: Vec<&str> = sheets.iter().flatten().map(|own| own.force.id.as_str()).collect();
            faults.push(several_forces(&ids));
            None
        }
    };
    let Some(loaded) = loaded else { return Err(faults.into_sorted()) };
    let stated = loaded
        .declared
        .iter()
        .map(|(id, own)| (id.clone(), (own.state, own.text.place(own.span.start).line)));
    Ok(Arc::new(Against { file: file.display().to_string(), states: stated.collect() }))
}
