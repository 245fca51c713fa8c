//! Whether a style of a web page lets nothing be seen.

/// Whether declarations such as `color: white; font-size: 0` hide what has them.
pub(super) fn hides(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().split_ascii_whitespace().collect();
    let style = style.replace("!important", "");
    let all: Vec<(&str, &str)> =
        style.split(';').filter_map(|declared| declared.split_once(':')).collect();
    let has_background = all.iter().any(|(name, _)| name.starts_with("background"));
    let clipped = all.iter().any(|(name, value)| *name == "overflow" && *value == "hidden");
    all.iter().any(|(name, value)| match *name {
        "display" => *value == "none",
        "visibility" => matches!(*value, "hidden" | "collapse"),
        "opacity" | "font-size" | "line-height" => is_nothing(value),
        "height" | "max-height" | "width" | "max-width" => clipped && is_nothing(value),
        "color" => *value == "transparent" || (is_white(value) && !has_background),
        "text-indent" | "left" | "top" | "margin-left" => is_far_off(value),
        "clip" => value.starts_with("rect(0") || value.starts_with("rect(1px,1px,1px"),
        "clip-path" => value.starts_with("inset(50%") || value.starts_with("inset(100%"),
        _ => false,
    })
}

/// Whether declarations take away what has them, so that readings leave it out.
pub(super) fn takes_away(style: &str) -> bool {
    let style: String = style.to_ascii_lowercase().split_ascii_whitespace().collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

fn is_nothing(value: &str) -> bool {
    let number: String = value.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    // A size of a pixel or less is read by nobody.
    let smallest = if value.ends_with("px") || value.ends_with("pt") { 1.0 } else { 0.01 };
    number.parse::<f32>().is_ok_and(|number| number <= smallest)
}

fn is_white(value: &str) -> bool {
    let white = ["white", "#fff", "#ffffff", "#ffffffff", "rgb(255,255,255)", "snow", "ivory"];
    white.contains(&value) || value.starts_with("rgba(255,255,255")
}

fn is_far_off(value: &str) -> bool {
    let number: String =
        value.strip_prefix('-').unwrap_or("0").chars().take_while(char::is_ascii_digit).collect();
    number.parse::<u32>().is_ok_and(|number| number >= 999)
}

/// The classes and ids of a style sheet whose rules hide: `.a` and `#b`. Only what names one of them
/// alone, or last, is looked at.
pub(super) fn hiding_names(sheet: &str) -> Vec<String> {
    let rules = sheet.split('}').filter_map(|rule| rule.rsplit_once('{'));
    let hiding = rules.filter(|(_, style)| hides(style));
    hiding.flat_map(|(selectors, _)| selectors.split(',').filter_map(last_name)).collect()
}

fn last_name(selector: &str) -> Option<String> {
    let last = selector.split_whitespace().next_back()?;
    let at = last.rfind(['.', '#'])?;
    last.get(at..).filter(|name| name.len() > 1).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_told_from_what_is_styled() {
        for style in [
            "display: NONE",
            "color:#FFF",
            "font-size: 0",
            "font-size:1px",
            "opacity:0.0; color: red",
            "position:absolute; left:-9999px",
            "overflow:hidden;height:0",
            "visibility : hidden !important",
        ] {
            assert!(hides(style), "{style}");
        }
        for style in [
            "color: white; background: navy",
            "background-color:#fff",
            "font-size:10px",
            "opacity:0.5",
            "left:-9px",
            "height:0",
            "",
        ] {
            assert!(!hides(style), "{style}");
        }
        let sheet =
            "p, div.note { color: red } .a, body #b { display:none } @media x { .c{opacity:0} }";
        assert_eq!(hiding_names(sheet), [".a", "#b", ".c"]);
    }
}
