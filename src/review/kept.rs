//! The file of decisions, changed: one decision at a time, whole or not at all, one writer after the other.

use std::path::Path;
use std::sync::Arc;

use crate::check::{Disk, Files as _};
use crate::decisions::{Decision, Decisions, with_decision, without_decision};
use crate::output::{in_turn, replace, write};
use crate::source::{Fault, Faults};

/// Adds a decision to a file, which is made where there is none; an earlier one about the same passage goes.
/// What stands in the file then.
///
/// # Errors
///
/// What is wrong with the file: one that can't be read is left as it is. That it can't be written.
pub fn keep(path: &Path, decision: &Decision) -> Result<Decisions, Vec<Fault>> {
    in_turn(path, || {
        if !Disk.exists(path) {
            let body = with_decision("", decision);
            write(path, &body, false).map_err(|fault| vec![fault])?;
            return read(path);
        }
        let before = read(path)?;
        let Some(text) = &before.text else { return Ok(before) };
        let mut body = text.body().to_owned();
        for (at, one) in before.all.iter().enumerate().rev() {
            if one.is_about(decision) {
                body = without_decision(&body, at).unwrap_or(body);
            }
        }
        let body = with_decision(&body, decision);
        replace(path, &body, text.digest()).map_err(|fault| vec![fault])?;
        read(path)
    })
}

/// Takes a decision out of the file that it was read from.
///
/// # Errors
///
/// That the file was changed meanwhile, or can't be written.
pub fn take_out(path: &Path, decisions: &Decisions, at: usize) -> Result<(), Vec<Fault>> {
    let text = decisions.text.as_ref();
    let Some((text, body)) = text.and_then(|text| Some((text, without_decision(text.body(), at)?)))
    else {
        return Ok(());
    };
    in_turn(path, || replace(path, &body, text.digest()).map_err(|fault| vec![fault]))
}

fn read(path: &Path) -> Result<Decisions, Vec<Fault>> {
    let text = Disk.text(path).map_err(|fault| vec![fault])?;
    let faults = Faults::new();
    let read = Decisions::read(&Arc::clone(&text), &faults);
    if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(read) }
}
