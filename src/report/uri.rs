//! Paths as URIs.

use std::fmt::Write as _;

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

fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
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
