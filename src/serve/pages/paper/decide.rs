//! What a person makes of a passage: kept among the decisions, and evidence in the declaration.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::evidence::{stated, withdrawn};
use super::opened::{Open, open, title};
use super::page::page;
use super::suggestion::Suggestion;
use crate::check::{Disk, Files as _};
use crate::decisions::{Decided, Decision, FILE_NAME, suggestion, with_decision, without_decision};
use crate::declaration::{Edit, Paper};
use crate::document::Spot;
use crate::output::{in_turn, replace, write};
use crate::questions::OpenDeclaration;
use crate::result::Run;
use crate::rulebook::ArrangementId;
use crate::serve::answer::Answer;
use crate::serve::fields::Errors;
use crate::serve::form::Fields;
use crate::serve::pages::Context;
use crate::serve::request::Request;
use crate::serve::{folder, paths};
use crate::source::Fault;
use crate::standing::{State, Words as _};

/// A passage that is decided.
struct Passage {
    arrangement: ArrangementId,
    quote: String,
    spot: Spot,
    block: usize,
    suggested: String,
}

pub(in crate::serve) fn role(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    let path = folder::named(folder::papers(), key)?;
    context.work.set_role(request.form.filled("role").unwrap_or_default());
    Some(back(&path, &request.form, "#role"))
}

/// Accepts a suggestion, changes its state, or rejects it.
pub(in crate::serve) fn decide(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    with(context, key, &request.form, |open, form| {
        let mut errors = Errors::default();
        let all = Suggestion::all(open);
        let at = form.get("at").and_then(|at| at.parse::<usize>().ok());
        let own =
            all.iter().find(|one| Some(one.at) == at && form.get("quote") == Some(&one.quote));
        let Some(own) = own else {
            errors.add("decide", "That passage isn’t there any more: look at the paper again");
            return Ok(page(context, open, &errors));
        };
        let id = format!("s{}", own.at);
        if let Some(before) = own.decided {
            let state = before.state.map(|state| format!(" as {state}")).unwrap_or_default();
            let said = format!(
                "That passage was decided meanwhile, in another tab: {}{state}",
                before.decided
            );
            errors.add("decided", said);
            return Ok(page(context, open, &errors));
        }
        let block = open.read.document.blocks.get(own.statement.block);
        let passage = Passage {
            arrangement: own.statement.arrangement.clone(),
            quote: own.quote.clone(),
            spot: block.map(|block| block.spot(own.statement.sentence.start)).unwrap_or_default(),
            block: own.statement.block,
            suggested: suggestion(own.statement),
        };
        let next = next(&all, own);
        if form.get("act") == Some("reject") {
            let Some(reason) = form.filled("reason") else {
                errors.add(&id, "Say why it says nothing of the force’s arrangement");
                return Ok(page(context, open, &errors));
            };
            let decision =
                made(context, open, passage, Decided::Rejected, None, Some(reason.to_owned()));
            keep(&decision)?;
            context
                .work
                .say(format!("{}: rejected.", title(context, decision.arrangement.as_str())));
            return Ok(back(&open.path, form, &next));
        }
        let Some(state) = form.get("state").and_then(State::from_word) else {
            errors.add(&id, "Choose what it says");
            return Ok(page(context, open, &errors));
        };
        let decided =
            if own.suggested() == Some(state) { Decided::Accepted } else { Decided::Changed };
        match accept(context, open, passage, decided, state) {
            Ok(()) => Ok(back(&open.path, form, &next)),
            Err(faults) => {
                errors.faults(&id, &faults);
                Ok(page(context, open, &errors))
            }
        }
    })
}

/// What is shown after a passage, and open: else the first that is.
fn next(all: &[Suggestion<'_>], own: &Suggestion<'_>) -> String {
    let unsure = all.iter().filter(|one| one.is_unsure());
    let order: Vec<_> = unsure.chain(all.iter().filter(|one| one.is_stated())).collect();
    let open = |one: &&&Suggestion<'_>| one.is_open() && one.at != own.at;
    let later = order.iter().skip_while(|one| one.at != own.at).find(open);
    let next = later.or_else(|| order.iter().find(open));
    next.map_or_else(|| "#decided".to_owned(), |next| format!("#s{}", next.at))
}

/// Takes words that a person marked.
pub(in crate::serve) fn mark(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    with(context, key, &request.form, |open, form| {
        let mut errors = Errors::default();
        let words = form.filled("words").unwrap_or_default();
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let arrangement = form.get("arrangement").unwrap_or_default();
        let known = context.work.rulebook().vocabulary().arrangement(arrangement);
        let state = form.get("state").and_then(State::from_word);
        let blocks = open.read.document.blocks.iter().enumerate();
        let mut found =
            blocks.filter_map(|(at, block)| Some((at, block, block.text().find(&words)?)));
        let place = found.next().filter(|_| !words.is_empty());
        let (Some(known), Some(state), Some((block, own, start))) = (known, state, place) else {
            errors.add("words", match words.is_empty() {
                true => "Copy the words here that you mean",
                false => "These words stand nowhere in the paper as one passage: copy them as they stand there",
            });
            return Ok(page(context, open, &errors));
        };
        let passage = Passage {
            arrangement: known.id.clone(),
            quote: own.quote(start..start + words.len()),
            spot: own.spot(start),
            block,
            suggested: "nothing".to_owned(),
        };
        match accept(context, open, passage, Decided::Marked, state) {
            Ok(()) => Ok(back(&open.path, form, "#decided")),
            Err(faults) => {
                errors.faults("words", &faults);
                Ok(page(context, open, &errors))
            }
        }
    })
}

/// Takes a decision back: out of the file, and its words out of the declaration.
pub(in crate::serve) fn take_back(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    with(context, key, &request.form, |open, form| {
        let at = form.get("at").and_then(|at| at.parse::<usize>().ok());
        let decision = at.and_then(|at| open.decisions.all.get(at));
        let decision = decision.filter(|own| form.get("quote") == Some(&own.quote));
        let (Some(at), Some(decision)) = (at, decision) else {
            let mut errors = Errors::default();
            errors.add(
                "decided",
                "That decision isn’t there any more: another tab may have taken it back",
            );
            return Ok(page(context, open, &errors));
        };
        let text = open.decisions.text.as_ref();
        let without = text.and_then(|text| Some((text, without_decision(text.body(), at)?)));
        let Some((text, body)) = without else { return Ok(back(&open.path, form, "")) };
        edit(context, open, |declaration| withdrawn(context, open, declaration, decision))?;
        let path = Path::new(FILE_NAME);
        in_turn(path, || replace(path, &body, text.digest()).map_err(|fault| vec![fault]))?;
        context.work.say(format!("{}: taken back.", title(context, decision.arrangement.as_str())));
        let all = Suggestion::all(open);
        let again = all.iter().find(|one| {
            one.statement.arrangement == decision.arrangement && one.quote == decision.quote
        });
        let to = again.map_or_else(|| "#decide".to_owned(), |one| format!("#s{}", one.at));
        Ok(back(&open.path, form, &to))
    })
}

fn with(
    context: &Context<'_>,
    key: &str,
    form: &Fields,
    make: impl FnOnce(&Open, &Fields) -> Result<Answer, Vec<Fault>>,
) -> Option<Answer> {
    let path = folder::named(folder::papers(), key)?;
    let made = open(context, path, form.get("for")).and_then(|open| {
        if form.get("paper") != Some(&open.read.document.digest.to_string())
            || open.chosen.is_none()
        {
            let mut errors = Errors::default();
            errors.add(
                "text",
                "The paper was changed meanwhile, or no force is chosen: look at it again",
            );
            return Ok(page(context, &open, &errors));
        }
        make(&open, form)
    });
    Some(made.unwrap_or_else(|faults| context.faults("That couldn’t be saved", &faults)))
}

fn back(path: &Path, form: &Fields, to: &str) -> Answer {
    let own = form.get("for").filter(|own| own.bytes().all(|c| c.is_ascii_hexdigit()));
    let own = own.map(|own| format!("?for={own}")).unwrap_or_default();
    Answer::go(&format!("{}{own}{to}", paths::paper(path)))
}

fn made(
    context: &Context<'_>,
    open: &Open,
    passage: Passage,
    decided: Decided,
    state: Option<State>,
    reason: Option<String>,
) -> Decision {
    Decision {
        paper: open.read.document.digest,
        file: open.path.display().to_string(),
        arrangement: passage.arrangement,
        quote: passage.quote,
        page: passage.spot.page,
        line: passage.spot.line,
        suggested: passage.suggested,
        decided,
        state,
        reason,
        role: context.work.role(),
        date: context.work.today(),
        program: Run::this_program(),
        was: None,
    }
}

/// Writes evidence into the declaration, and then the decision.
fn accept(
    context: &Context<'_>,
    open: &Open,
    passage: Passage,
    decided: Decided,
    state: State,
) -> Result<(), Vec<Fault>> {
    let evidence = Paper::new(Arc::clone(&open.read.document)).piece(
        &passage.quote,
        passage.spot,
        Some(passage.block),
    );
    let mut decision = made(context, open, passage, decided, Some(state), None);
    let title = title(context, decision.arrangement.as_str());
    let mut stays = None;
    let said = edit(context, open, |declaration| {
        let made = stated(context, open, declaration, &decision, evidence.clone());
        decision.was = made.was;
        stays = made.stays;
        made.edits
    })?;
    keep(&decision)?;
    let instead = decision.was.filter(|was| *was != State::NotStated);
    let instead = instead.map(|was| format!(", in place of {was}")).unwrap_or_default();
    let stays = stays.map(|stays| {
        format!(
            " The answer stays “{stays}”, for which other words stand: change it at its question."
        )
    });
    let stays = stays.unwrap_or_default();
    context
        .work
        .say(format!("{title}: {} as {state}{instead}. It {said}.{stays}", decision.decided));
    Ok(())
}

/// Makes edits in the chosen declaration: what they change.
fn edit(
    context: &Context<'_>,
    open: &Open,
    edits: impl FnOnce(&OpenDeclaration<'_>) -> Vec<Edit>,
) -> Result<String, Vec<Fault>> {
    let Some(chosen) = &open.chosen else { return Ok(String::new()) };
    let work = context.work;
    let project = work.project()?;
    let check = work.check(project.as_ref());
    let mut declaration = work.open(&check, &chosen.path)?;
    let edits = edits(&declaration);
    let saved = declaration.save(&edits)?;
    work.keep(&declaration);
    Ok(saved.effect.to_string())
}

/// Adds a decision to the file, which is made where there is none.
fn keep(decision: &Decision) -> Result<(), Vec<Fault>> {
    let path = PathBuf::from(FILE_NAME);
    in_turn(&path, || {
        let kept = match Disk.exists(&path) {
            true => {
                let text = Disk.text(&path).map_err(|fault| vec![fault])?;
                let body = with_decision(text.body(), decision);
                replace(&path, &body, text.digest())
            }
            false => write(&path, &with_decision("", decision), false),
        };
        kept.map_err(|fault| vec![fault])
    })
}
