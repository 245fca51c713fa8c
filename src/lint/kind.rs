//! What kind of document a document is, as it says itself before its text.

/// The kind that a Markdown file's front matter names, or a page's `<meta name="kind">`.
pub(super) fn stated(source: &str) -> Option<&str> {
    let body = source.strip_prefix('\u{feff}').unwrap_or(source);
    let rest = body.strip_prefix("---")?.trim_start_matches([' ', '\t']);
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    for line in rest.lines() {
        if matches!(line.trim_end(), "---" | "...") {
            return None;
        }
        if let Some(value) = line.strip_prefix("kind:") {
            return Some(value.trim().trim_matches(['"', '\'']));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_names_the_kind() {
        assert_eq!(stated("---\r\ntitle: x\r\nkind: \"procedure\"\r\n---\r\n"), Some("procedure"));
        assert_eq!(stated("---\ntitle: x\n---\nkind: policy\n"), None);
        assert_eq!(stated("kind: policy\n"), None);
    }
}
