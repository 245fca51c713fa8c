//! Settings changed in places: what somebody wrote there by hand, comments and order, stays.

use std::sync::Arc;

use toml_edit::{DocumentMut, Item, RawString, Table};

use super::template::NOTHING_FAILS;
use crate::by_hand::{add_table, changed, keep_behind, put, remove_row, take_out};
use crate::gate::Threshold;
use crate::source::{Fault, Text, quoted, quoted_on_one_line};
use crate::standing::{Basis, Day, Strength, Words as _};

const GATE: &str = "gate";
const WAIVER: &str = "waiver";

/// One change of settings.
#[derive(Clone, Debug)]
pub enum SettingsEdit {
    /// The gate, with what it asks for; the rest of it stays.
    Gate {
        /// Of each strength the threshold.
        thresholds: Vec<(Strength, Threshold)>,
        /// The weakest basis with which a state counts.
        basis: Option<Basis>,
        /// Whether what is superseded gates, too.
        superseded: bool,
    },
    /// No gate any more.
    NoGate,
    /// A gap that somebody answers for, behind those that are there.
    AddWaiver(NewWaiver),
    /// One taken out.
    RemoveWaiver {
        /// Which, from 0; where there is none, nothing happens.
        at: usize,
    },
    /// The file of the plan of action.
    Actions(String),
}

/// A gap that somebody answers for, before it stands in a file.
#[derive(Clone, Debug)]
pub struct NewWaiver {
    /// The requirement.
    pub requirement: String,
    /// The force that it is for, where it is for one.
    pub force: Option<String>,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day on which it holds.
    pub last_day: Day,
}

/// The text of settings with edits made, in their order.
///
/// # Errors
///
/// What is wrong with the file, where it is no TOML.
pub fn edited_settings(text: &Arc<Text>, edits: &[SettingsEdit]) -> Result<String, Vec<Fault>> {
    changed(text, |document| edits.iter().for_each(|edit| change(document, edit)))
}

fn change(document: &mut DocumentMut, edit: &SettingsEdit) {
    let root = document.as_table();
    let new = match edit {
        SettingsEdit::Gate { .. } => Some(GATE).filter(|key| !root.contains_key(key)),
        SettingsEdit::AddWaiver(_) => Some(WAIVER).filter(|key| !root.contains_key(key)),
        _ => None,
    };
    if matches!(edit, SettingsEdit::NoGate) {
        keep_comments(document);
    }
    apply(document.as_table_mut(), edit);
    if let Some(key) = new {
        behind_all(document, key);
    }
}

/// Puts a table that is new behind the comments at the end of the file.
fn behind_all(document: &mut DocumentMut, key: &str) {
    let rest = document.trailing().as_str().unwrap_or_default().replace(NOTHING_FAILS, "");
    if !rest.contains('#') {
        return;
    }
    document.set_trailing("");
    let new = match document.get_mut(key) {
        Some(Item::Table(table)) => Some(table),
        Some(Item::ArrayOfTables(of)) => of.get_mut(0),
        _ => None,
    };
    if let Some(new) = new {
        new.decor_mut().set_prefix(format!("{rest}\n"));
    }
}

/// What stands above the gate as a comment goes to what is behind it.
fn keep_comments(document: &mut DocumentMut) {
    let gate = document.get(GATE).and_then(Item::as_table);
    let above = gate.and_then(|gate| gate.decor().prefix()).and_then(RawString::as_str);
    if let Some(above) = above.filter(|above| above.contains('#')).map(str::to_owned) {
        keep_behind(document, GATE, &above);
    }
}

fn apply(root: &mut Table, edit: &SettingsEdit) {
    match edit {
        SettingsEdit::Gate { thresholds, basis, superseded } => {
            let first = root.is_empty();
            let gate = root.entry(GATE).or_insert_with(|| {
                let mut table = Table::new();
                table.decor_mut().set_prefix(if first { "" } else { "\n" });
                Item::Table(table)
            });
            let Some(gate) = gate.as_table_like_mut() else { return };
            let thresholds =
                thresholds.iter().map(|(of, own)| (of.word(), Some(quoted(own.word()))));
            let rest = [
                ("basis", basis.map(|own| quoted(own.word()))),
                ("superseded", superseded.then(|| "true".to_owned())),
            ];
            for (key, value) in thresholds.chain(rest) {
                match value.map(|value| value.parse()) {
                    Some(Ok(value)) => put(gate, key, value),
                    Some(Err(_)) => {}
                    None => {
                        take_out(gate, key);
                    }
                }
            }
        }
        SettingsEdit::NoGate => {
            root.remove(GATE);
        }
        SettingsEdit::AddWaiver(own) => add_table(root, WAIVER, &waiver(own)),
        SettingsEdit::RemoveWaiver { at } => {
            if remove_row(root, WAIVER, *at) {
                root.remove(WAIVER);
            }
        }
        SettingsEdit::Actions(file) => {
            if let Ok(value) = quoted_on_one_line(file).parse() {
                put(root, "actions", value);
            }
        }
    }
}

/// A `[[waiver]]` as an inline table.
fn waiver(own: &NewWaiver) -> String {
    let NewWaiver { requirement, force, reason, owner, last_day } = own;
    let force = force.as_ref().map(|force| format!(", force = {}", quoted(force)));
    format!(
        "{{ requirement = {}, reason = {}, owner = {}, last_day = {last_day}{} }}",
        quoted(requirement),
        quoted_on_one_line(reason),
        quoted_on_one_line(owner),
        force.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    #[test]
    fn what_was_written_by_hand_stays_and_what_is_written_reads_back() {
        let body = "# ours\ncheck = [\"a.toml\"] # one\n\n# why\n[gate] # strict\nduty = \"planned\" # for now\n\
                    baseline = \"b.toml\"\n";
        let text = |body: &str| Arc::new(Text::new("msacheck.toml", body.to_owned()));
        let gate = SettingsEdit::Gate {
            thresholds: vec![
                (Strength::Duty, Threshold::PartlyMet),
                (Strength::Commitment, Threshold::Withheld),
            ],
            basis: Some(Basis::Cited),
            superseded: false,
        };
        let waiver = SettingsEdit::AddWaiver(NewWaiver {
            requirement: "act-2015/s52-notify".to_owned(),
            force: Some("northmarch".to_owned()),
            reason: "the register\nstarts \"soon\"".to_owned(),
            owner: "head of crime".to_owned(),
            last_day: "2027-01-31".parse().unwrap(),
        });
        let both = edited_settings(&text(body), &[gate, waiver]).unwrap();
        let read = Project::read(&text(&both)).unwrap();
        let terms = read.gate.terms.clone().unwrap();
        assert_eq!(terms.thresholds.get(&Strength::Duty), Some(&Threshold::PartlyMet));
        assert_eq!((terms.basis, read.gate.waivers.len()), (Some(Basis::Cited), 1));
        for kept in [
            "# ours\n",
            "] # one\n",
            "# why\n[gate] # strict\n",
            "\" # for now\n",
            "baseline = \"b.toml\"",
        ] {
            assert!(both.contains(kept), "{kept} {both}");
        }
        let without =
            edited_settings(&text(&both), &[SettingsEdit::RemoveWaiver { at: 0 }]).unwrap();
        assert!(!without.contains("[[waiver]]"), "{without}");
        let none = edited_settings(&text(&without), &[SettingsEdit::NoGate]).unwrap();
        assert!(Project::read(&text(&none)).unwrap().gate.terms.is_none(), "{none}");
        assert!(none.contains("# why\n"), "{none}");
        // A mark of bytes, and the ends of lines, are those of the file.
        let windows = format!("\u{feff}{}", without.replace('\n', "\r\n"));
        let none = edited_settings(&text(&windows), &[SettingsEdit::NoGate]).unwrap();
        assert!(none.starts_with("\u{feff}# ours\r\n"), "{none:?}");
        // Behind the comments of settings that `init` wrote; what they say of no gate goes.
        let begun = crate::project::template(std::path::Path::new("a.toml"), &[], false);
        let thresholds = vec![(Strength::Duty, Threshold::Planned)];
        let gate = SettingsEdit::Gate { thresholds, basis: None, superseded: false };
        let gated = edited_settings(&text(&begun), &[gate]).unwrap();
        assert!(gated.ends_with("\n\n[gate]\nduty = \"planned\"\n"), "{gated}");
        assert!(!gated.contains("Nothing fails here") && gated.contains("# actions ="), "{gated}");
    }
}
