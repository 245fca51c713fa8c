//! The declarations of a territory, made up, the same on every machine.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use jiff::ToSpan as _;
use jiff::civil::date;
use msacheck::checklists;
use msacheck::standing::{State, Words as _};

/// How many days the dates of a force lie within: ten years.
const DAYS: usize = 3650;

/// Declarations of every force and of so many dates each, one file each.
pub(crate) fn write_territory(folder: &Path, forces: usize, dates: usize) -> io::Result<()> {
    fs::create_dir(folder)?;
    let rulebook = checklists::rulebook().map_err(|_| io::Error::other("the rules have faults"))?;
    let arrangements = rulebook.vocabulary().arrangements();
    let mut chance = Chance(0x2015_0326);
    for force in 0..forces {
        for at in 0..dates {
            let days = i64::try_from(at * (DAYS / dates)).map_err(io::Error::other)?;
            let day = date(2016, 3, 31).saturating_add(days.days());
            let mut body = format!(
                "[force]\nid = \"made-up-{force:04}\"\nname = \"Made-up Police {force}\"\n\
                 kind = \"territorial\"\nas_of = {day}\n\n[[source]]\nid = \"return\"\n\
                 title = \"Return\"\n"
            );
            for arrangement in arrangements.iter().filter(|of| of.limits.is_empty()) {
                let state = State::ALL.get(chance.below(State::ALL.len()));
                let Some(state) = state.filter(|state| **state != State::NotStated) else {
                    continue;
                };
                let id = arrangement.id.as_str();
                let _ = write!(
                    body,
                    "\n[{id}]\nstate = \"{}\"\nevidence = [{{ source = \"return\", quote = \"What the \
                     return of that day says of it.\" }}]\n",
                    state.word()
                );
            }
            fs::write(folder.join(format!("made-up-{force:04}-{day}.toml")), body)?;
        }
    }
    Ok(())
}

/// The same numbers on every machine.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(most).unwrap_or(1)).unwrap_or(0)
    }
}
