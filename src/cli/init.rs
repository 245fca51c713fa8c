//! `init`: a commented declaration for a force, to fill in, and settings with a gate.

use std::path::{Path, PathBuf};

use super::inputs::Ruled;
use super::output;
use super::shared::{Shared, day};
use super::spared::Spared;
use super::status::Status;
use super::terminal::Terminal;
use super::words::word;
use crate::check::to_come;
use crate::declaration::{Force, force_id, template};
use crate::project;
use crate::rulebook::{ForceId, PoliceForce};
use crate::source::{Fault, printable};
use crate::standing::{Day, ForceKind};

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck init --force northmarch
  msacheck init --force northmarch --as-of 2026-03-31 declarations/northmarch.toml

Where the current folder has no msacheck.toml it writes one, too, with a gate. One that is there
stays as it is, whatever the options.")]
pub(super) struct Args {
    /// Where to write it; by default a file in the current folder with the name of the force
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// The police force: its name or its id
    #[arg(long, value_name = "NAME")]
    force: String,

    /// What kind of force it is: territorial, transport, agency, defence or nuclear. By default what
    /// the table of forces says, else territorial
    #[arg(long, value_name = "KIND", value_parser = word::<ForceKind>)]
    kind: Option<ForceKind>,

    /// The day that the facts are of. By default today
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,

    /// Write over a declaration that is there
    #[arg(long)]
    overwrite: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, _: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    // It goes into a comment as well, which ends with its line.
    let name = printable(&args.force).split_whitespace().collect::<Vec<_>>().join(" ");
    let vocabulary = ruled.rulebook().vocabulary();
    let known = vocabulary.forces().iter().find(|known| known.is_called(&name));
    let id = match known {
        Some(known) => known.id.clone(),
        None => id_of(&name).map_err(|fault| vec![fault])?,
    };
    let kind = kind_of(args.kind, known).map_err(|fault| vec![fault])?;
    let today = ruled.today;
    let as_of = args.as_of.unwrap_or(today);
    if as_of > today {
        return Err(vec![to_come(as_of, today)]);
    }
    let path = args.file.clone().unwrap_or_else(|| PathBuf::from(format!("{id}.toml")));
    let force = Force {
        name: Some(known.map_or(name, |known| known.name.clone())),
        known: known.map(|known| known.known.clone()).unwrap_or_default(),
        ..Force::new(id, kind, as_of)
    };
    let text = template(&force, vocabulary);
    Spared::of(&ruled).check([path.clone()])?;
    output::write(&path, &text, args.overwrite).map_err(|fault| vec![fault])?;
    let shown = printable(&path.display().to_string());
    Terminal::say(&format!("Wrote {shown}. Fill it in, then: msacheck check {shown}\n"));
    settings(&path, shared).map_err(|fault| vec![fault])?;
    Ok(Status::Done)
}

/// Writes settings with a gate where the folder has none; what is there stays as it is.
fn settings(declaration: &Path, shared: &Shared) -> Result<(), Fault> {
    let path = Path::new(project::FILE_NAME);
    if shared.config.is_some() {
        return Ok(());
    }
    if path.symlink_metadata().is_ok() {
        Terminal::say(&format!("{} is there already, and stays as it is.\n", project::FILE_NAME));
        return Ok(());
    }
    output::write(path, &project::template(declaration, &shared.rules), false)?;
    Terminal::say(&format!(
        "Wrote {}, with a gate: `msacheck check` checks the declaration, and fails where too \
         little is stated.\n",
        project::FILE_NAME
    ));
    Ok(())
}

/// The kind of a force: what was asked for, unless the table of forces says otherwise.
fn kind_of(asked: Option<ForceKind>, known: Option<&PoliceForce>) -> Result<ForceKind, Fault> {
    let kind = asked.or(known.map(|known| known.kind)).unwrap_or(ForceKind::Territorial);
    match known {
        Some(known) if known.kind != kind => {
            let message = format!("{} is of the kind \"{}\"", known.name, known.kind);
            Err(Fault::whole("usage::other-kind", message)
                .help(format!("leave `--kind` out, or write `--kind {}`", known.kind)))
        }
        None if kind == ForceKind::National => {
            let message = format!("\"{kind}\" is no longer written as a kind of force");
            Err(Fault::whole("usage::other-kind", message)
                .help("write `--kind defence` or `--kind nuclear`"))
        }
        _ => Ok(kind),
    }
}

/// The id of a force out of its name: "Northmarch Police" is `northmarch`.
fn id_of(name: &str) -> Result<ForceId, Fault> {
    if let Some(id) = force_id(name) {
        return Ok(id);
    }
    Err(Fault::whole("usage::no-name", format!("`{name}` names no force"))
        .help("such as `--force northmarch` or `--force \"Northmarch Police\"`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_an_id() {
        assert_eq!(id_of("Northmarch Police").unwrap().as_str(), "northmarch");
        assert_eq!(id_of("Devon & Cornwall").unwrap().as_str(), "devon-cornwall");
        assert!(id_of("Police").is_err());
        assert!(id_of("../..").is_err());
    }
}
