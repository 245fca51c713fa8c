//! Addresses of files, as editors write them, and paths.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The path that an address of a file names; of anything else (a text that was never saved) what stands behind
/// its scheme, which tells its format by its ending.
pub(super) fn path(uri: &str) -> PathBuf {
    let Some(rest) = uri.strip_prefix("file://") else {
        return PathBuf::from(decoded(uri.split_once(':').map_or(uri, |(_, rest)| rest)));
    };
    // A host stands before the first slash; on Windows a drive stands behind it.
    let rest = rest.find('/').and_then(|slash| rest.get(slash..)).unwrap_or(rest);
    let path = decoded(rest);
    let drive = path.strip_prefix('/').filter(|own| own.as_bytes().get(1) == Some(&b':'));
    PathBuf::from(drive.unwrap_or(&path))
}

/// The address of a path.
pub(super) fn uri(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let mut out = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = || {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            u8::from_str_radix(digits, 16).ok()
        };
        match hex().filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_its_path_are_one() {
        for (address, own) in [
            ("file:///a/b%20c/%C3%A9.md", "/a/b c/é.md"),
            ("file:///C%3A/x.md", "C:/x.md"),
            ("file:///a/100%25.md", "/a/100%.md"),
        ] {
            assert_eq!(path(address), PathBuf::from(own));
            assert_eq!(uri(Path::new(own)), address);
        }
        assert_eq!(path("file:///c:/x.md"), PathBuf::from("c:/x.md"));
        assert_eq!(path("file://host/a.md"), PathBuf::from("/a.md"));
        assert_eq!(path("untitled:Untitled-1"), PathBuf::from("Untitled-1"));
        assert_eq!(path("file:///a%2"), PathBuf::from("/a%2"));
    }
}
