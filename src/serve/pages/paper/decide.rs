//! What a person makes of a passage: kept among the decisions, and evidence in the declaration.

use std::borrow::Cow;
use std::path::Path;

use super::opened::{Open, open, title};
use super::page::page;
use crate::decisions::{Decided, Decision, FILE_NAME};
use crate::declaration::Edit;
use crate::questions::OpenDeclaration;
use crate::reading::Statement;
use crate::review::{PaperOf, Passage, keep, stated, take_out, withdrawn};
use crate::serve::answer::Answer;
use crate::serve::changes::DecidedPassage;
use crate::serve::fields::Errors;
use crate::serve::form::Fields;
use crate::serve::pages::Context;
use crate::serve::request::Request;
use crate::serve::{folder, paths};
use crate::source::Fault;
use crate::standing::{Day, State, Words as _};

pub(in crate::serve) fn role(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    let path = folder::named(folder::papers(), key)?;
    context.work.set_role(request.form.filled("role").unwrap_or_default());
    Some(back(&path, &request.form, "role"))
}

/// Accepts a suggestion, changes its state, or rejects it.
pub(in crate::serve) fn decide(
    context: &Context<'_>,
    key: &str,
    request: &Request,
) -> Option<Answer> {
    with(context, key, &request.form, |open, form| {
        let mut errors = Errors::default();
        let all = Passage::all(&open.read, &open.decisions);
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
        let of = &own.statement.arrangement;
        let make = |made| own.decision(&open.read, file(open), made, who(context));
        let next = next(&all, own);
        if form.get("act") == Some("reject") {
            let Some(reason) = form.filled("reason") else {
                errors.add(&id, "Say why it says nothing of the force’s arrangement");
                return Ok(page(context, open, &errors));
            };
            let decision = make(Err(reason.to_owned()));
            keep(Path::new(FILE_NAME), &decision)?;
            let said = format!("{}: rejected.", title(context, of.as_str()));
            context.work.say_at(&next, said, passage(open, decision));
            return Ok(back(&open.path, form, &next));
        }
        let Some(state) = form.get("state").and_then(State::from_word) else {
            errors.add(&id, "Choose what it says");
            return Ok(page(context, open, &errors));
        };
        match accept(context, open, make(Ok(state)), own.statement.block, &next) {
            Ok(()) => Ok(back(&open.path, form, &next)),
            Err(faults) => {
                errors.faults(&id, &faults);
                Ok(page(context, open, &errors))
            }
        }
    })
}

/// What is shown after a passage, and open: else the first that is.
fn next(all: &[Passage<'_>], own: &Passage<'_>) -> String {
    let unsure = all.iter().filter(|one| one.is_unsure());
    let order: Vec<_> = unsure.chain(all.iter().filter(|one| one.is_stated())).collect();
    let open = |one: &&&Passage<'_>| one.is_open() && one.at != own.at;
    let later = order.iter().skip_while(|one| one.at != own.at).find(open);
    let next = later.or_else(|| order.iter().find(open));
    next.map_or_else(|| "decide".to_owned(), |next| format!("s{}", next.at))
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
        let words = start..start + words.len();
        let passage = Passage {
            at: 0,
            quote: own.quote(words.clone()),
            spot: own.spot(start),
            statement: Cow::Owned(Statement::marked(known.id.clone(), state, block, words)),
            decided: None,
        };
        let mut decision = passage.decision(&open.read, file(open), Ok(state), who(context));
        (decision.decided, decision.suggested) = (Decided::Marked, "nothing".to_owned());
        match accept(context, open, decision, block, "decided") {
            Ok(()) => Ok(back(&open.path, form, "decided")),
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
        undo(context, open, at, decision)?;
        let all = Passage::all(&open.read, &open.decisions);
        let again = all.iter().find(|one| {
            one.statement.arrangement == decision.arrangement && one.quote == decision.quote
        });
        let to = again.map_or_else(|| "decide".to_owned(), |one| format!("s{}", one.at));
        let said = format!("{}: taken back.", title(context, decision.arrangement.as_str()));
        context.work.say_at(&to, said, None);
        Ok(back(&open.path, form, &to))
    })
}

/// Takes back what was decided about a passage, from wherever that is asked; what was decided since stays.
pub(in crate::serve) fn withdraw(
    context: &Context<'_>,
    passage: &DecidedPassage,
) -> Result<(), Vec<Fault>> {
    let open = open(context, passage.paper.clone(), Some(&passage.declaration))?;
    let about = |(_, one): &(usize, &Decision)| one.is_about(&passage.decision);
    let found = open.decisions.all.iter().enumerate().find(about);
    match found.filter(|_| {
        open.chosen.as_ref().is_some_and(|own| paths::key(&own.path) == passage.declaration)
    }) {
        Some((at, decision)) => undo(context, &open, at, decision),
        None => Err(vec![
            Fault::whole("output::changed", "that decision isn’t there any more")
                .help("look at its paper: it may have been taken back there"),
        ]),
    }
}

/// Takes a decision out of the file, and its words out of the declaration.
fn undo(
    context: &Context<'_>,
    open: &Open,
    at: usize,
    decision: &Decision,
) -> Result<(), Vec<Fault>> {
    edit(context, open, |paper, declaration| withdrawn(paper, declaration, decision))?;
    take_out(Path::new(FILE_NAME), &open.decisions, at)?;
    context.work.changes().went(decision);
    Ok(())
}

/// A decision with where it was made.
fn passage(open: &Open, decision: Decision) -> Option<DecidedPassage> {
    let declaration = paths::key(&open.chosen.as_ref()?.path);
    Some(DecidedPassage { paper: open.path.clone(), declaration, decision })
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
    Answer::go(&format!("{}{own}#{to}", paths::paper(path)))
}

/// The paper, as the file of decisions names it.
fn file(open: &Open) -> String {
    open.path.display().to_string()
}

/// Who decides, and when.
fn who(context: &Context<'_>) -> (String, Day) {
    (context.work.role(), context.work.today())
}

/// Writes evidence into the declaration, and then the decision; says so at the part of the page that comes next.
fn accept(
    context: &Context<'_>,
    open: &Open,
    mut decision: Decision,
    block: usize,
    next: &str,
) -> Result<(), Vec<Fault>> {
    let mut answer = None;
    let said = edit(context, open, |paper, declaration| {
        let file = folder::from(&declaration.opened().path, &open.path);
        let made = stated(paper, declaration, &decision, block, file);
        answer = made.of_the_answer();
        decision.was = made.was;
        made.edits
    })?;
    keep(Path::new(FILE_NAME), &decision)?;
    let title = title(context, decision.arrangement.as_str());
    let state = decision.state.map(|state| format!(" as {state}")).unwrap_or_default();
    let answer = answer.map(|answer| format!(" {answer}.")).unwrap_or_default();
    let said = format!("{title}: {}{state}. It {said}.{answer}", decision.decided);
    context.work.say_at(next, said, passage(open, decision));
    Ok(())
}

/// Makes edits in the chosen declaration: what they change.
fn edit(
    context: &Context<'_>,
    open: &Open,
    edits: impl FnOnce(&PaperOf<'_>, &OpenDeclaration<'_>) -> Vec<Edit>,
) -> Result<String, Vec<Fault>> {
    let Some(chosen) = &open.chosen else { return Ok(String::new()) };
    let work = context.work;
    let project = work.project()?;
    let check = work.check(project.as_ref());
    let mut declaration = work.open(&check, &chosen.path)?;
    let paper = PaperOf {
        path: &open.path,
        read: &open.read,
        decisions: &open.decisions,
        reader: work.reader().map_err(|fault| vec![fault])?,
        vocabulary: work.rulebook().vocabulary(),
        today: work.today(),
    };
    let edits = edits(&paper, &declaration);
    let saved = declaration.save(&edits)?;
    work.keep(&declaration);
    Ok(saved.effect.to_string())
}
