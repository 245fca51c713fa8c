//! What the papers say: the table of rooms in ARCHITECTURE.md, and the map in `src/lib.rs`.

/// A room of the table, and those that it may import from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Room {
    pub(crate) name: String,
    pub(crate) may_import: Vec<String>,
}

/// The heads of the columns by which the table is known.
const HEAD: &str = "| room | what it is for | may import |";

/// The rooms in the order of the table.
pub(crate) fn rooms(paper: &str) -> Vec<Room> {
    let rows = paper.lines().skip_while(|line| *line != HEAD).skip(2);
    rows.take_while(|line| line.starts_with('|'))
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
            assert_eq!(cells.len(), 3, "a row of three cells: {row}");
            let [name] = &quoted(cells[0])[..] else { panic!("one room a row: {row}") };
            Room { name: name.clone(), may_import: quoted(cells[2]) }
        })
        .collect()
}

/// What stands between backticks.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The rooms of the map, in its order.
pub(crate) fn map(lib: &str) -> Vec<String> {
    let entries = lib.lines().filter_map(|line| line.strip_prefix("//! - [`"));
    entries.filter_map(|entry| entry.split_once("`]: ")).map(|(name, _)| name.to_owned()).collect()
}

/// What is wrong with the table itself: a room may import only from those above it, so that no two
/// can come to need each other.
pub(crate) fn faults(rooms: &[Room]) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, room) in rooms.iter().enumerate() {
        for other in &room.may_import {
            if !rooms[..at].iter().any(|above| above.name == *other) {
                faults.push(format!("{} may import {other}, which isn't above it", room.name));
            }
        }
    }
    faults
}
