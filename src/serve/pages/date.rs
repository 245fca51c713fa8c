//! The form for a new date of a force.

use std::path::Path;

use maud::{Markup, html};

use super::Context;
use crate::serve::fields::{Errors, Input};
use crate::serve::paths;

/// The form for it.
pub(super) fn form(context: &Context<'_>, path: &Path, errors: &Errors) -> Markup {
    html! {
        details open[errors.has("as_of")] {
            summary { "Start a new date of this force" }
            form method="post" action={ (paths::force(path)) "/date" } novalidate {
                (context.csrf())
                (Input {
                    id: "as_of",
                    label: "Of which day are the new facts?",
                    hint: Some("All answers are copied, to be gone through again. What is here stays as it is. Such as 31 March 2026 or 31/3/2026."),
                    value: "",
                    width: Some(20),
                    lines: 1,
                }.show(errors))
                button.second type="submit" { "Start the new date" }
            }
        }
    }
}
