//! How cells look. A colour never says what no word says.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::standing::Outcome;

/// A text as any other.
pub(super) fn plain() -> Format {
    Format::new()
        .set_font_size(10)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(Color::RGB(0x00d0_d6db))
}

/// A date, as the rest of the program writes dates.
pub(super) fn day() -> Format {
    plain().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left)
}

/// A number.
pub(super) fn number() -> Format {
    plain().set_num_format("0").set_align(FormatAlign::Left)
}

/// The head of a column.
pub(super) fn head() -> Format {
    Format::new()
        .set_font_size(10)
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(0x0023_3446))
}

/// The title of a sheet.
pub(super) fn title() -> Format {
    Format::new().set_font_size(16).set_bold()
}

/// The title of a part of it.
pub(super) fn heading() -> Format {
    Format::new().set_font_size(12).set_bold()
}

/// What mustn't be missed.
pub(super) fn alarm() -> Format {
    plain()
        .set_bold()
        .set_font_color(ink(Outcome::NotMet))
        .set_background_color(paper(Outcome::NotMet))
}

/// An outcome, with its word in it.
pub(super) fn outcome(outcome: Outcome) -> Format {
    plain().set_bold().set_font_color(ink(outcome)).set_background_color(paper(outcome))
}

/// The colours of the page, dark upon light: every pair has a contrast above 4.5.
fn ink(outcome: Outcome) -> Color {
    Color::RGB(match outcome {
        Outcome::Met => 0x0014_5a32,
        Outcome::PartlyMet => 0x0066_4d00,
        Outcome::Planned => 0x0018_4f8c,
        Outcome::Withheld => 0x0055_3a80,
        Outcome::NotMet => 0x0096_1f18,
        Outcome::NotEvidenced | Outcome::NotApplicable | Outcome::NotInForce => 0x0040_4a52,
    })
}

fn paper(outcome: Outcome) -> Color {
    Color::RGB(match outcome {
        Outcome::Met => 0x00e3_f4ea,
        Outcome::PartlyMet => 0x00fb_f3d6,
        Outcome::Planned => 0x00e3_eefa,
        Outcome::Withheld => 0x00ee_e8f8,
        Outcome::NotMet => 0x00fb_e5e3,
        Outcome::NotEvidenced => 0x00ea_edf0,
        Outcome::NotApplicable | Outcome::NotInForce => 0x00ff_ffff,
    })
}
