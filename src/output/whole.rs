//! Files that are written whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::source::{Digest, Fault};

/// Writes a file whole or not at all.
pub(crate) fn write(path: &Path, text: &str, overwrite: bool) -> Result<(), Fault> {
    write_all(&[NewFile { path: path.to_owned(), bytes: text.as_bytes().to_vec(), overwrite }])
}

/// A file that is to be written.
pub(crate) struct NewFile {
    /// Where.
    pub(crate) path: PathBuf,
    /// What.
    pub(crate) bytes: Vec<u8>,
    /// Whether it may take the place of one that is there.
    pub(crate) overwrite: bool,
}

/// Writes several files, each whole or not at all: where one of them can't be written, none is put
/// in its place. Only a rename that fails after others have gone through leaves those behind.
pub(crate) fn write_all(files: &[NewFile]) -> Result<(), Fault> {
    let mut staged = Vec::new();
    for new in files {
        staged.extend(stage(new)?.map(|file| (new, file)));
    }
    for NewFile { path, bytes, .. } in files.iter().filter(|new| is_stream(&new.path)) {
        let mut stream = File::options().write(true).open(path);
        let written = stream.as_mut().map_err(|error| io::Error::from(error.kind()));
        match written.and_then(|stream| stream.write_all(bytes).and_then(|()| stream.flush())) {
            // A reader that went away is no fault.
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                return Err(unwritten(path, &error));
            }
            _ => {}
        }
    }
    staged.into_iter().try_for_each(|(new, file)| put(file, &new.path, new.overwrite))
}

/// Puts a file that is written in its place.
fn put(file: NamedTempFile, path: &Path, overwrite: bool) -> Result<(), Fault> {
    let place = place(path);
    let put = if overwrite { file.persist(place) } else { file.persist_noclobber(place) };
    put.map(|_| ()).map_err(|error| match error.error.kind() {
        ErrorKind::AlreadyExists => exists(path),
        _ => unwritten(path, &error.error),
    })
}

/// Writes a file piece by piece, and yet whole or not at all.
pub(crate) fn write_through<T>(
    path: &Path,
    overwrite: bool,
    write: impl FnOnce(&mut dyn Write) -> Result<T, Vec<Fault>>,
) -> Result<T, Vec<Fault>> {
    let one = |fault| vec![fault];
    let Some(mut staged) = staged(path, overwrite).map_err(one)? else {
        let stream = File::options().write(true).open(path);
        return write(&mut stream.map_err(|error| one(unwritten(path, &error)))?);
    };
    let mut out = BufWriter::new(staged.as_file_mut());
    let done = write(&mut out)?;
    drop(out);
    put(staged, path, overwrite).map_err(one)?;
    Ok(done)
}

/// Adds to the end of a file, which is made where it isn't there.
pub(crate) fn append(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let file = File::options().append(true).create(true).open(path);
    file.and_then(|mut file| file.write_all(bytes)).map_err(|error| unwritten(path, &error))
}

/// Whether a file could be written there, as far as that can be told beforehand.
pub(crate) fn check(path: &Path, overwrite: bool) -> Result<(), Fault> {
    let folder = folder(path);
    if !folder.is_dir() {
        let message = format!("`{}` couldn't be written: there is no such folder", path.display());
        return Err(Fault::whole("output::unwritten", message)
            .help(format!("make the folder `{}` first", folder.display())));
    }
    if !overwrite && !is_stream(path) && path.try_exists().unwrap_or(false) {
        return Err(exists(path));
    }
    if path.is_dir() {
        let message = format!("`{}` couldn't be written: it is a folder", path.display());
        return Err(Fault::whole("output::unwritten", message).help("name a file in it"));
    }
    Ok(())
}

/// The bytes in a temporary file beside the place that they are for.
fn stage(new: &NewFile) -> Result<Option<NamedTempFile>, Fault> {
    let NewFile { path, bytes, overwrite } = new;
    let Some(mut file) = staged(path, *overwrite)? else { return Ok(None) };
    file.write_all(bytes).map_err(|error| unwritten(path, &error))?;
    Ok(Some(file))
}

/// A temporary file beside a place. What isn't a file (a device, a pipe) is written to as it is.
fn staged(path: &Path, overwrite: bool) -> Result<Option<NamedTempFile>, Fault> {
    check(path, overwrite)?;
    if is_stream(path) {
        return Ok(None);
    }
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no permissions to set"))]
    let mut builder = tempfile::Builder::new();
    // A temporary file is its owner's alone; this one is for whoever may read its neighbours.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let staged = builder.tempfile_in(folder(&place(path)));
    staged.map(Some).map_err(|error| unwritten(path, &error))
}

/// Where a file is put: behind a link that is there already.
fn place(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The folder that a file is in.
pub(crate) fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Whether it is there and neither a file nor a folder.
fn is_stream(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|known| !known.is_file() && !known.is_dir())
}

pub(crate) fn unwritten(path: &Path, error: &io::Error) -> Fault {
    let message = format!("`{}` couldn't be written: {}", path.display(), error.kind());
    Fault::whole("output::unwritten", message)
}

/// The fault of a file that is there already.
pub(crate) fn exists(path: &Path) -> Fault {
    Fault::whole("output::exists", format!("`{}` is there already", path.display()))
        .help("name another, or write over it with `--overwrite`")
}

/// Makes a folder, and those above it, where it isn't there.
pub(crate) fn make_folder(path: &Path) -> Result<(), Fault> {
    fs::create_dir_all(path).map_err(|error| {
        Fault::whole("output::unwritten", format!("no folder `{}`: {error}", path.display()))
    })
}

/// Writes a file anew that was read before, unless it changed since: then it is as it was. Whoever calls it
/// has taken a turn for the file ([`super::in_turn`]).
pub(crate) fn replace(path: &Path, text: &str, read: Digest) -> Result<(), Fault> {
    let now = fs::read(path).map_err(|error| unwritten(path, &error))?;
    if Digest::of(&now) != read {
        let message = format!("`{}` was changed by somebody else meanwhile", path.display());
        return Err(Fault::whole("output::changed", message)
            .help("nothing was written: read it again, and then make your change"));
    }
    write(path, text, true)
}
