//! What a reading comes to by whose paper it is: a paper of another body speaks for no force, and, read for one, says of it
//! what names it.

use super::authors::{Author, Authors};
use crate::document::Document;
use crate::reading::{Passage, Reading, Silence, Statement, Step, Upshot};
use crate::rulebook::PoliceForce;
use crate::source::Fault;
use crate::standing::State;

/// Words by which a paper about a force speaks of it.
const THE_FORCE: [&str; 4] = ["the force", "force's", "force’s", "the constabulary"];
/// Takes from a reading what its author can't say of a force. A warning where that is anything.
pub(super) fn settle(
    document: &Document,
    reading: &mut Reading,
    authors: &Authors,
    asked: Option<&str>,
    forces: &[PoliceForce],
) -> Option<Fault> {
    match (asked, authors.of(document)) {
        (None, Author::Other { by, .. }) if reading.speaks => {
            silence(reading);
            Some(of_another(&document.name, by))
        }
        (None, Author::Unknown)
            if reading.speaks && is_unnamed(reading) && !authors.sounds_like_police(document) =>
        {
            silence(reading);
            None
        }
        (Some(asked), Author::Other { by, surely: true }) if reading.speaks => {
            keep_what_names(document, reading, &names(asked, forces))
                .then(|| about(&document.name, by, asked))
        }
        (None, _)
            if !reading.speaks
                && is_about_slavery(document)
                && authors.mentions_police(document) =>
        {
            Some(only_mentions(&document.name))
        }
        _ => None,
    }
}

fn is_about_slavery(document: &Document) -> bool {
    let speaks = |text: &str| ["lavery", "raffick"].iter().any(|word| text.contains(word));
    document.blocks.iter().any(|block| speaks(block.text()))
}

fn is_unnamed(reading: &Reading) -> bool {
    reading.force.is_none() && reading.force_name.is_none()
}

/// Has a reading speak for nobody.
fn silence(reading: &mut Reading) {
    reading.speaks = false;
    (reading.force, reading.force_name) = (None, None);
    reading.arrangements.clear();
    for statement in &mut reading.statements {
        if !matches!(statement.upshot, Upshot::Silent(_)) {
            statement.upshot = Upshot::Silent(Silence::PaperOfAnother);
        }
    }
}

/// The names of a force, in lower case.
fn names(asked: &str, forces: &[PoliceForce]) -> Vec<String> {
    let bare = |name: &str| {
        let name = name.to_lowercase().replace('-', " ");
        let kinds = [" police service", " police", " constabulary"];
        kinds.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(&name).to_owned()
    };
    let known = forces.iter().find(|force| force.is_called(asked));
    let more = known.into_iter().flat_map(|force| force.also.iter().chain(&force.areas));
    let all = known.map(|force| force.name.as_str()).into_iter().chain([asked]);
    let all: Vec<String> = all.chain(more.map(String::as_str)).map(bare).collect();
    all.into_iter().filter(|name| name.len() > 2).collect()
}

/// Keeps of a reading what names the force. Whether anything goes.
fn keep_what_names(document: &Document, reading: &mut Reading, names: &[String]) -> bool {
    let names_it = |text: &str| {
        let text = text.to_lowercase();
        THE_FORCE.iter().any(|word| text.contains(word))
            || names.iter().any(|name| holds(&text, name))
    };
    let quote = |statement: &Statement| {
        let block = document.blocks.get(statement.block)?;
        let spot = block.spot(statement.sentence.start);
        Some(Passage { quote: block.quote(statement.sentence.clone()), spot })
    };
    let mut changed = false;
    for statement in &mut reading.statements {
        let names_none = statement.settled != Some(Step::Section)
            && !quote(statement).is_some_and(|own| names_it(&own.quote));
        if names_none && !matches!(statement.upshot, Upshot::Silent(_)) {
            statement.upshot = Upshot::Silent(Silence::Unnamed);
            changed = true;
        }
    }
    let statements = &reading.statements;
    reading.arrangements.retain_mut(|read| {
        let own = statements.iter().filter(|own| own.arrangement == read.arrangement);
        let stated: Vec<(State, Passage)> = own
            .filter_map(|own| match own.upshot {
                Upshot::State(state, _) => Some((state, quote(own)?)),
                _ => None,
            })
            .collect();
        let Some((state, _)) = stated.first() else { return false };
        // What is left must agree: nobody says here which of two counts.
        let agrees = stated.iter().all(|(other, _)| other == state);
        if *state != read.state || !read.evidence.iter().any(|own| names_it(&own.quote)) {
            read.state = *state;
            read.evidence = stated.iter().take(1).map(|(_, passage)| passage.clone()).collect();
            read.overruled.clear();
        }
        read.unsure.retain(|at| {
            statements.get(*at).is_some_and(|own| matches!(own.upshot, Upshot::Unsure(_)))
        });
        agrees
    });
    changed
}

/// Whether a text has a name, as words of their own.
fn holds(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + name.len()..).unwrap_or_default();
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    })
}

fn only_mentions(document: &str) -> Fault {
    let message = format!("`{document}` names a police force, and doesn't speak for it");
    Fault::whole("document::only-mentions", message)
        .help("where it does all the same, `--force NAME` reads it for that force")
        .into_warning()
}

fn of_another(document: &str, by: &str) -> Fault {
    let message = format!("`{document}` is a paper of another body, and speaks for no force");
    Fault::whole("document::another-author", message)
        .help(format!(
            "{by} says so; `--force NAME` reads it for a force: what it says about that one, or, where it is that one's own, all of it"
        ))
        .into_warning()
}

fn about(document: &str, by: &str, force: &str) -> Fault {
    let message = format!(
        "`{document}` is a paper of another body: only what names the force was taken for its own"
    );
    Fault::whole("document::another-author", message)
        .help(format!("{by} says so; what else it says of {force} can be stated in a declaration"))
        .into_warning()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_as_a_word_of_its_own() {
        assert!(holds("officers of kent police", "kent") && !holds("kentish town", "kent"));
        assert_eq!(names("Northmarch Police", &[]), ["northmarch"]);
    }
}
