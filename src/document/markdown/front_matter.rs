//! Settings in front of a text, which are no part of it.

/// The length of the settings in front of a text: between two lines of dashes (YAML) or of plus
/// signs (TOML).
pub(super) fn front_matter(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let Some(fence) = lines.next().map(str::trim_end) else { return 0 };
    if !matches!(fence, "---" | "+++") {
        return 0;
    }
    let mut length = text.find('\n').map_or(text.len(), |at| at + 1);
    for (n, line) in lines.enumerate() {
        // Anything but a name and its value after the fence makes that a rule across the page.
        let name = line.split([':', '=']).next().unwrap_or_default().trim_end();
        let is_name = !name.is_empty() && name.len() < line.trim_end().len();
        if n == 0 && (!is_name || name.contains(char::is_whitespace)) {
            return 0;
        }
        length += line.len();
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return length;
        }
    }
    0
}
