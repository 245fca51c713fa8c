//! Which room a path leads to, and whether it may.

use crate::code::Mention;
use crate::house::{File, House};
use crate::paper::Room;

/// What tests of any room may use beside: the built-in rules.
const FOR_TESTS: &str = "checklists";

/// Every path that leads where the table doesn't let it.
pub(crate) fn faults(house: &House, rooms: &[Room]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in &house.files {
        for sign in &file.code.takes_in {
            faults.push(format!("{}: {sign} takes in a file past the modules", file.path));
        }
        for mention in &file.code.mentions {
            let Some(path) = house.absolute(file, mention) else { continue };
            if let Err(why) = allowed(file, &path, mention, rooms) {
                let written = mention.segments.join("::");
                faults.push(format!("{}:{}: `{written}` {why}", file.path, mention.line));
            }
        }
    }
    faults
}

fn allowed(file: &File, path: &[String], mention: &Mention, rooms: &[Room]) -> Result<(), String> {
    let from = file.room();
    let to = match path {
        [] => return Err("takes the whole crate: name the room".to_owned()),
        [room, ..] => room.as_str(),
    };
    if to == from || from.is_empty() {
        return Ok(());
    }
    if from == "main" {
        return if to == "cli" {
            Ok(())
        } else {
            Err("isn't `cli`, all that the program calls".to_owned())
        };
    }
    if !rooms.iter().any(|room| room.name == to) {
        return Err("names no room".to_owned());
    }
    if to == FOR_TESTS && (mention.test || file.test) {
        return Ok(());
    }
    let may = rooms.iter().find(|room| room.name == from);
    if may.is_some_and(|room| room.may_import.iter().any(|other| other == to)) {
        Ok(())
    } else {
        Err(format!("runs against the direction: `{from}` may not import `{to}`"))
    }
}
