//! Addresses of files, as editors write them, and paths.

use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;

use crate::report::encoded;

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
    let before = if path.starts_with('/') { "file://" } else { "file:///" };
    format!("{before}{}", encoded(&path))
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
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
