//! Paths as URIs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A path as a URI: relative as it is, `/…` and `C:\…` under `file:`, all else than letters, digits
/// and `-._~/` percent-encoded. Standard input has a name of its own.
pub(super) fn uri(path: &str) -> String {
    if path == "-" {
        return "standard-input".to_owned();
    }
    if let Some(rest) = path.strip_prefix('/') {
        return format!("file:///{}", encoded(rest.trim_start_matches('/')));
    }
    let mut path = path;
    while let Some(rest) = path.strip_prefix("./") {
        path = rest.trim_start_matches('/');
    }
    let mut letters = path.chars();
    if let (Some(drive), Some(':'), Some('\\' | '/')) =
        (letters.next(), letters.next(), letters.next())
        && drive.is_ascii_alphabetic()
    {
        return format!("file:///{drive}:/{}", encoded(&letters.as_str().replace('\\', "/")));
    }
    if path.is_empty() { ".".to_owned() } else { encoded(path) }
}

/// What stands in an address as it is, beside letters and digits.
const KEPT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A path, percent-encoded.
pub(crate) fn encoded(path: &str) -> String {
    utf8_percent_encode(path, KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_become_uris() {
        for (path, expected) in [
            ("samples/a.toml", "samples/a.toml"),
            ("././/a b.toml", "a%20b.toml"),
            ("a#b?c%d:é", "a%23b%3Fc%25d%3A%C3%A9"),
            ("/x/y.toml", "file:///x/y.toml"),
            (r"C:\x\y z.toml", "file:///C:/x/y%20z.toml"),
            ("//host/x", "file:///host/x"),
            ("-", "standard-input"),
            ("", "."),
        ] {
            assert_eq!(uri(path), expected, "{path}");
        }
    }
}
