//! `init`: a declaration for a force, to fill in, and settings that check it; or one that is there, in
//! another format.

use std::path::{Path, PathBuf};

use super::converted::{Converted, FormFormat};
use super::inputs::Ruled;
use super::output::{self, NewFile};
use super::shared::{Shared, day};
use super::spared::Spared;
use super::status::Status;
use super::terminal::Terminal;
use super::words::word;
use crate::check::{Disk, checks, to_come};
use crate::declaration::{Force, Form, force_id, form_sheet, template};
use crate::project::{self, Project, with_checked};
use crate::report::{form_csv, form_xlsx};
use crate::rulebook::{ForceId, PoliceForce};
use crate::source::{Fault, printable};
use crate::standing::{Day, ForceKind};

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  msacheck init --force northmarch
  msacheck init --force northmarch --all          every question, not the first pass alone
  msacheck init --force northmarch --as-of 2026-03-31 declarations/northmarch.toml
  msacheck init --force northmarch --format xlsx  a workbook, for Excel and LibreOffice
  msacheck init --from northmarch.toml --format xlsx
                                                  what is declared there, as a workbook; and back:
  msacheck init --from northmarch.xlsx --format toml

Where the current folder has no msacheck.toml it writes one, too. One that is there stays as it is but for \
this: the declaration is added to what it checks, and with --gate a gate where it has none.")]
pub(super) struct Args {
    /// Where to write it; by default a file in the current folder with the name of the force
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,

    /// The police force: its name or its id
    #[arg(long, value_name = "NAME", required_unless_present = "from")]
    force: Option<String>,

    /// What to write: toml, xlsx (a workbook) or csv. By default what the ending of FILE says, else toml
    #[arg(long, value_name = "FORMAT", value_parser = word::<FormFormat>)]
    format: Option<FormFormat>,

    /// Write what declarations say that are there, in another format: .toml, .xlsx, .ods or .csv, and folders
    /// of them; may be given several times. Several make one workbook, a sheet each. Comments aren't kept
    #[arg(long, value_name = "FILE", conflicts_with_all = ["force", "kind", "as_of", "gate"])]
    from: Vec<PathBuf>,

    /// What kind of force it is: territorial, transport, agency, defence or nuclear. By default what
    /// the table of forces says, else territorial
    #[arg(long, value_name = "KIND", value_parser = word::<ForceKind>)]
    kind: Option<ForceKind>,

    /// The day that the facts are of. By default today
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,

    /// Ask about every arrangement and every detail. By default the first pass: the headline arrangements,
    /// and what the duties rest on
    #[arg(long)]
    all: bool,

    /// Write a gate into the settings: the check then fails where too little is stated
    #[arg(long)]
    gate: bool,

    /// Write over a declaration that is there
    #[arg(long)]
    overwrite: bool,
}

pub(super) fn run(args: &Args, shared: &Shared, terminal: &Terminal) -> Result<Status, Vec<Fault>> {
    let ruled = Ruled::new(shared)?;
    if args.from.is_empty() {
        return begin(args, args.force.as_deref().unwrap_or_default(), &ruled, shared);
    }
    let converted = Converted {
        from: &args.from,
        to: args.file.as_deref(),
        format: args.format,
        all: args.all,
        overwrite: args.overwrite,
    };
    converted.write(&ruled, terminal)
}

/// Writes a form in which nothing is stated yet.
fn begin(args: &Args, name: &str, ruled: &Ruled, shared: &Shared) -> Result<Status, Vec<Fault>> {
    // It goes into a comment as well, which ends with its line.
    let name = printable(name).split_whitespace().collect::<Vec<_>>().join(" ");
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
    let format = FormFormat::of(args.format, args.file.as_deref()).map_err(|fault| vec![fault])?;
    let path = args.file.clone().unwrap_or_else(|| PathBuf::from(format!("{id}.{format}")));
    let force = Force {
        name: Some(known.map_or(name, |known| known.name.clone())),
        known: known.map(|known| known.known.clone()).unwrap_or_default(),
        ..Force::new(id, kind, as_of)
    };
    let form = if args.all { Form::whole() } else { Form::first_pass(ruled.rulebook(), as_of) };
    let sheet = || form_sheet(&force, None, vocabulary, &form);
    let bytes = match format {
        FormFormat::Toml => Ok(template(&force, vocabulary, &form).into_bytes()),
        FormFormat::Xlsx => form_xlsx(&[sheet()], as_of),
        FormFormat::Csv => form_csv(&sheet()),
    };
    let bytes = bytes.map_err(|fault| vec![fault])?;
    Spared::of(ruled).check([path.clone()])?;
    let new = NewFile { path: path.clone(), bytes, overwrite: args.overwrite };
    output::write_all(&[new]).map_err(|fault| vec![fault])?;
    let shown = printable(&path.display().to_string());
    Terminal::say(&format!("Wrote {shown}. Fill it in, then: msacheck check {shown}\n"));
    settings(&path, args.gate, ruled, shared).map_err(|fault| vec![fault])?;
    Ok(Status::Done)
}

/// Writes settings where the folder has none. To those that are there the declaration is added, and a
/// gate where one is asked for and they have none.
fn settings(declaration: &Path, gate: bool, ruled: &Ruled, shared: &Shared) -> Result<(), Fault> {
    let path = Path::new(project::FILE_NAME);
    if shared.config.is_some() {
        return Ok(());
    }
    if let Some(known) = &ruled.project {
        return add(path, known, declaration, gate);
    }
    output::write(path, &project::template(declaration, &shared.rules, gate), false)?;
    let fails = match gate {
        true => ", and fails where too little is stated",
        false => "",
    };
    Terminal::say(&format!(
        "Wrote {}: `msacheck check` checks the declaration{fails}.\n",
        project::FILE_NAME
    ));
    Ok(())
}

/// Adds to settings that are there, and says what was added and what wasn't.
fn add(path: &Path, known: &Project, declaration: &Path, gate: bool) -> Result<(), Fault> {
    let name = project::FILE_NAME;
    let shown = printable(&declaration.display().to_string());
    let mut body = known.text.body().to_owned();
    let mut said = Vec::new();
    if checks(&Disk, known, declaration) {
        said.push(format!("{name} checks {shown} already"));
    } else if let Some(added) = with_checked(known, declaration) {
        body = added;
        said.push(format!("{name} checks {shown}, too, now"));
    } else {
        said.push(format!("{name} doesn't check {shown}: add it to its `check = […]`"));
    }
    match (gate, known.gate.terms.is_some()) {
        (true, false) => {
            body.push_str(&project::gate());
            said.push("it has a gate now".to_owned());
        }
        (true, true) => said.push("its gate stays as it is".to_owned()),
        (false, _) => {}
    }
    if body != known.text.body() {
        output::write(path, &body, true)?;
    }
    Terminal::say(&format!("{}.\n", said.join("; ")));
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
