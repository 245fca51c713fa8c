//! The declarations of a territory, made up, the same on every machine.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use msacheck::checklists;
use msacheck::standing::{State, Words as _};

/// The dates of each force.
pub(crate) const YEARS: usize = 10;

/// Declarations of every force and year, one file each.
pub(crate) fn write_territory(folder: &Path, forces: usize) -> io::Result<()> {
    fs::create_dir(folder)?;
    let rulebook = checklists::rulebook().map_err(|_| io::Error::other("the rules have faults"))?;
    let arrangements = rulebook.vocabulary().arrangements();
    let mut chance = Chance(0x2015_0326);
    for force in 0..forces {
        for year in 0..YEARS {
            let mut body = format!(
                "[force]\nid = \"made-up-{force:04}\"\nname = \"Made-up Police {force}\"\n\
                 kind = \"territorial\"\nas_of = {}-03-31\n\n[[source]]\nid = \"return\"\n\
                 title = \"Yearly return\"\n",
                2016 + year
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
                     return of that year says of it.\" }}]\n",
                    state.word()
                );
            }
            fs::write(folder.join(format!("made-up-{force:04}-{year}.toml")), body)?;
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
