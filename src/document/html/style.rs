//! What styles do to the words that have them: hide them, strike them through, give them a colour or a ground.

use crate::document::left_out::Why;

/// What declarations such as `color: white; font-size: 0` do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct StyleLook {
    /// Why nobody sees the words, whatever stands around them.
    pub why: Option<Why>,
    /// Whether they are white, where a colour is given.
    pub white: Option<bool>,
    /// Whether a ground is given that isn't white.
    pub ground: bool,
}

/// Reads declarations.
pub(super) fn look(style: &str) -> StyleLook {
    let style: String = style.to_ascii_lowercase().split_ascii_whitespace().collect();
    let style = style.replace("!important", "");
    let all: Vec<(&str, &str)> =
        style.split(';').filter_map(|declared| declared.split_once(':')).collect();
    let clipped = all.iter().any(|(name, value)| *name == "overflow" && *value == "hidden");
    let mut look = StyleLook::default();
    for (name, value) in &all {
        let why = match *name {
            "display" if *value == "none" => Some(Why::Hidden),
            "visibility" if matches!(*value, "hidden" | "collapse") => Some(Why::Hidden),
            "text-decoration" | "text-decoration-line" if value.contains("line-through") => {
                Some(Why::Struck)
            }
            "opacity" | "font-size" | "line-height" if is_nothing(value) => Some(Why::Invisible),
            "height" | "max-height" | "width" | "max-width" if clipped && is_nothing(value) => {
                Some(Why::Invisible)
            }
            "color" if *value == "transparent" => Some(Why::Invisible),
            "text-indent" | "left" | "top" | "margin-left" if is_far_off(value) => {
                Some(Why::Invisible)
            }
            "clip" if value.starts_with("rect(0") || value.starts_with("rect(1px,1px,1px") => {
                Some(Why::Invisible)
            }
            "clip-path" if value.starts_with("inset(50%") || value.starts_with("inset(100%") => {
                Some(Why::Invisible)
            }
            _ => None,
        };
        look.why = look.why.or(why);
        match *name {
            "color" => look.white = Some(is_white(value)),
            "background" | "background-color" | "background-image" => {
                let none = matches!(*value, "none" | "transparent" | "inherit" | "initial");
                look.ground |= !none && !is_white(value);
            }
            _ => {}
        }
    }
    look
}

fn is_nothing(value: &str) -> bool {
    let number: String = value.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
    // A size of a pixel or less is read by nobody.
    let smallest = if value.ends_with("px") || value.ends_with("pt") { 1.0 } else { 0.01 };
    number.parse::<f32>().is_ok_and(|number| number <= smallest)
}

/// Whether a colour can't be told from the white of a page.
pub(super) fn is_white(value: &str) -> bool {
    const FAINT: u32 = 0xf5;
    if matches!(value, "white" | "snow" | "ivory" | "whitesmoke" | "ghostwhite" | "floralwhite") {
        return true;
    }
    if let Some(digits) = value.strip_prefix('#') {
        let step = if digits.len() < 6 { 1 } else { 2 };
        let channel = |at: usize| {
            let own = digits.get(at * step..(at + 1) * step)?;
            let value = u32::from_str_radix(own, 16).ok()?;
            Some(if step == 1 { value * 17 } else { value })
        };
        return digits.is_ascii() && (0..3).all(|at| channel(at).is_some_and(|c| c >= FAINT));
    }
    let inside = value.strip_prefix("rgba(").or_else(|| value.strip_prefix("rgb("));
    inside.is_some_and(|channels| {
        let mut channels = channels.trim_end_matches(')').split(',').take(3);
        channels.clone().count() == 3
            && channels.all(|channel| channel.parse::<u32>().is_ok_and(|c| c >= FAINT))
    })
}

fn is_far_off(value: &str) -> bool {
    let number: String =
        value.strip_prefix('-').unwrap_or("0").chars().take_while(char::is_ascii_digit).collect();
    number.parse::<u32>().is_ok_and(|number| number >= 999)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_told_from_what_is_styled() {
        for (style, why) in [
            ("display: NONE", Why::Hidden),
            ("visibility : hidden !important", Why::Hidden),
            ("text-decoration: underline line-through", Why::Struck),
            ("font-size: 0", Why::Invisible),
            ("font-size:1px", Why::Invisible),
            ("opacity:0.0; color: red", Why::Invisible),
            ("position:absolute; left:-9999px", Why::Invisible),
            ("overflow:hidden;height:0", Why::Invisible),
        ] {
            assert_eq!(look(style).why, Some(why), "{style}");
        }
        for style in ["font-size:10px", "opacity:0.5", "left:-9px", "height:0", "color:#fff", ""] {
            assert_eq!(look(style).why, None, "{style}");
        }
    }

    #[test]
    fn white_is_told_from_light_and_a_ground_from_none() {
        for colour in ["white", "#FFF", "#fefefe", "rgb(255, 255, 250)", "rgba(255,255,255,1)"] {
            assert_eq!(look(&format!("color:{colour}")).white, Some(true), "{colour}");
            assert!(!look(&format!("background:{colour}")).ground, "{colour}");
        }
        for colour in ["navy", "#eee", "#f00", "rgb(250,0,0)", "#ff", "rgb(255)"] {
            assert_eq!(look(&format!("color:{colour}")).white, Some(false), "{colour}");
        }
        assert!(look("color: white; background: navy").ground);
        assert!(!look("background: none").ground);
    }
}
