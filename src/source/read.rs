//! Reading texts from files and streams, with a fault for whatever can be wrong with one.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::Arc;

use super::{Fault, Text};

/// The largest text that is read, in bytes: far above any declaration or rule pack, far below what
/// would hurt.
pub const SIZE_LIMIT: usize = 4 * 1024 * 1024;

/// Reads a file as a text.
///
/// # Errors
///
/// A fault where the file isn't there, isn't a file, can't be opened or read, is larger than
/// [`SIZE_LIMIT`] or isn't UTF-8.
pub fn read_file(path: &Path) -> Result<Arc<Text>, Fault> {
    let text = text_of(&path.display().to_string(), read_bytes(path, SIZE_LIMIT)?)?;
    Ok(if is_ours(path) { text } else { veiled(&text) })
}

/// The same text where no fault may show any of it.
#[must_use]
pub fn veiled(text: &Arc<Text>) -> Arc<Text> {
    Arc::new(Text::clone(text).veiled())
}

/// Whether a file is TOML by its real name, and no link leads to it out of its folder.
fn is_ours(path: &Path) -> bool {
    let Ok(real) = path.canonicalize() else { return true };
    let toml = real.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new(".")).canonicalize();
    toml && folder.is_ok_and(|folder| real.starts_with(folder))
}

/// Reads the bytes of a file, at most one more than `limit`: whoever takes them refuses what is
/// too large.
///
/// # Errors
///
/// A fault where the file isn't there, isn't a file, or can't be opened or read.
pub fn read_bytes(path: &Path, limit: usize) -> Result<Vec<u8>, Fault> {
    read_up_to(open_file(path)?, limit).map_err(|error| unreadable(path, &error))
}

/// Reads the bytes of a stream, at most one more than `limit`: whoever takes them refuses what is
/// too large.
///
/// # Errors
///
/// Where it can't be read.
pub fn read_up_to(stream: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    stream.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens what is a file. Whoever opens a pipe waits for its other end, and a device may never end.
fn open_file(path: &Path) -> Result<File, Fault> {
    let known = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if known.is_dir() {
        let message = format!("`{}` is a folder, not a file", path.display());
        return Err(Fault::whole("file::folder", message).help("name the files in it"));
    }
    if !known.is_file() {
        let message = format!("`{}` is a pipe or a device, not a file", path.display());
        return Err(Fault::whole("file::no-file", message)
            .help("save what comes out of it as a file; a declaration may come through `-`, too"));
    }
    File::open(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &io::Error) -> Fault {
    let name = path.display();
    let is_link = || fs::symlink_metadata(path).is_ok_and(|known| known.is_symlink());
    match error.kind() {
        ErrorKind::NotFound if is_link() => {
            let message = format!("`{name}` is a link to a file that isn't there");
            Fault::whole("file::not-found", message).help("put the file there, or mend the link")
        }
        ErrorKind::NotFound => {
            Fault::whole("file::not-found", format!("there is no file `{name}`"))
                .help("check the name; paths are taken from the current folder")
        }
        ErrorKind::PermissionDenied => {
            Fault::whole("file::permission", format!("no permission to read `{name}`"))
                .help("ask its owner, or whoever manages this machine, for read access")
        }
        _ => Fault::whole("file::unreadable", format!("`{name}` can't be read: {error}")),
    }
}

/// The text that bytes are, under a name.
///
/// # Errors
///
/// A fault where they are more than [`SIZE_LIMIT`] or aren't UTF-8.
pub fn text_of(name: &str, bytes: Vec<u8>) -> Result<Arc<Text>, Fault> {
    if bytes.len() > SIZE_LIMIT {
        let megabytes = SIZE_LIMIT / 1024 / 1024;
        return Err(Fault::whole(
            "file::too-large",
            format!("`{name}` is larger than {megabytes} MB"),
        )
        .help("a declaration has a few kilobytes: is this the right file?"));
    }
    match String::from_utf8(bytes) {
        Ok(body) => Ok(Arc::new(Text::new(name, body))),
        Err(error) => Err(not_utf8(name, &error)),
    }
}

fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Fault {
    let bytes = error.as_bytes();
    let help = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        "it looks like UTF-16: save it again as UTF-8"
    } else {
        "save it again as UTF-8 (an editor's \"Save as\" offers the encoding)"
    };
    let valid = bytes.get(..error.utf8_error().valid_up_to()).unwrap_or_default();
    let place = Text::new(name, String::from_utf8_lossy(valid).into_owned()).place(usize::MAX);
    let message = format!("`{name}` isn't UTF-8: line {}, column {}", place.line, place.column);
    Fault::whole("file::not-utf-8", message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_utf8_are_placed() {
        let fault = text_of("x", b"ab\ncd\xff".to_vec()).unwrap_err();
        assert_eq!(fault.to_string(), "`x` isn't UTF-8: line 2, column 3");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_never_opened() {
        let fault = read_file(Path::new("/dev/zero")).unwrap_err();
        assert_eq!(fault.fault_code(), "file::no-file");
    }

    #[test]
    fn a_flood_is_cut_off() {
        let bytes = read_up_to(io::repeat(b'x'), SIZE_LIMIT).unwrap();
        let fault = text_of("x", bytes).unwrap_err();
        assert_eq!(fault.fault_code(), "file::too-large");
    }
}
