//! What changes cost, out of a file that somebody wrote.

use std::path::Path;

use super::files::Files;
use crate::plan::Costs;
use crate::rulebook::{Arrangement, Field, Vocabulary};
use crate::source::{Fault, Faults, Item, Table, nearest, parse_toml};

/// The costs that a file names, by arrangement (`lead = 5`, or `lead.state = 5`) or by one of its fields
/// (`lead.rank = 2`): whole numbers from 0, in any unit.
///
/// # Errors
///
/// Every fault of the file, a name that the vocabulary doesn't have among them.
pub fn read_costs(
    files: &dyn Files,
    path: &Path,
    vocabulary: &Vocabulary,
) -> Result<Costs, Vec<Fault>> {
    let text = files.text(path).map_err(|fault| vec![fault])?;
    let faults = Faults::new();
    let parsed = parse_toml(&text, &faults);
    let root = Table::root(&parsed, &text, &faults);
    let mut costs = Costs::default();
    for item in root.items() {
        let name = item.key().value;
        let Some(arrangement) = vocabulary.arrangement(name) else {
            let known = vocabulary.arrangements().iter().map(|known| known.id.as_str());
            item.push(unknown(
                &item,
                format!("there is no arrangement `{name}`"),
                nearest(name, known),
            ));
            continue;
        };
        if item.is_table() {
            // All its keys are names: whoever reads them says which aren't known.
            if let Some(table) = item.table() {
                of_arrangement(&table, arrangement, &mut costs);
            }
        } else if let Some(cost) = cost(&item) {
            costs.name(arrangement.id.clone(), None, cost);
        }
    }
    if faults.has_errors() { Err(faults.into_sorted()) } else { Ok(costs) }
}

fn of_arrangement(table: &Table<'_>, arrangement: &Arrangement, costs: &mut Costs) {
    for item in table.items() {
        let name = item.key().value;
        let field = arrangement.field(name).map(|field| field.id.clone());
        if field.is_none() && name != Field::RESERVED[0] {
            let known = arrangement.fields.iter().map(|known| known.id.as_str());
            let near = nearest(name, known.chain([Field::RESERVED[0]]));
            let message = format!("there is no field `{}.{name}`", arrangement.id);
            item.push(unknown(&item, message, near));
        } else if let Some(cost) = cost(&item) {
            costs.name(arrangement.id.clone(), field, cost);
        }
    }
}

fn cost(item: &Item<'_>) -> Option<u32> {
    let cost = item.as_number().and_then(|number| u32::try_from(number).ok());
    if cost.is_none() {
        item.expected("a whole number from 0");
    }
    cost
}

fn unknown(item: &Item<'_>, message: String, near: Option<&str>) -> Fault {
    let name = item.key();
    let otherwise = || "`msacheck init --all` writes out all that may be declared".to_owned();
    Fault::new("costs::unknown-name", item.file(), name.span.clone(), message, "not known")
        .help(near.map_or_else(otherwise, |near| format!("did you mean `{near}`?")))
}
