//! Files that are written whole or not at all.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use crate::source::Fault;

/// Writes a file whole or not at all.
pub(super) fn write(path: &Path, text: &str, overwrite: bool) -> Result<(), Fault> {
    let shown = path.display();
    let failed = |error: &std::io::Error| {
        let why = error.kind();
        Fault::whole("output::unwritten", format!("`{shown}` couldn't be written: {why}"))
    };
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        let message = format!("`{shown}` couldn't be written: there is no such folder");
        return Err(Fault::whole("output::unwritten", message)
            .help(format!("make the folder `{}` first", folder.display())));
    }
    let mut builder = tempfile::Builder::new();
    // A temporary file is its owner's alone; this one is for whoever may read its neighbours.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).map_err(|error| failed(&error))?;
    file.write_all(text.as_bytes()).map_err(|error| failed(&error))?;
    let written = if overwrite { file.persist(path) } else { file.persist_noclobber(path) };
    match written {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Err(exists(path)),
        Err(error) => Err(failed(&error.error)),
    }
}

/// The fault of a result that has no JSON form.
pub(super) fn no_json(error: &serde_json::Error) -> Vec<Fault> {
    vec![Fault::whole("output::unwritten", format!("no JSON could be made: {error}"))]
}

/// The fault of a file that is there already.
pub(super) fn exists(path: &Path) -> Fault {
    Fault::whole("output::exists", format!("`{}` is there already", path.display()))
        .help("name another, or write over it with `--overwrite`")
}

/// Makes a folder, and those above it, where it isn't there.
pub(super) fn make_folder(path: &Path) -> Result<(), Fault> {
    fs::create_dir_all(path).map_err(|error| {
        Fault::whole("output::unwritten", format!("no folder `{}`: {error}", path.display()))
    })
}
