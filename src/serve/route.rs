//! Which page answers which address.

use hyper::StatusCode;

use super::answer::Answer;
use super::pages::compare::Compared;
use super::pages::{self, Context};
use super::request::Request;
use super::work::Work;
use super::{folder, paths};
use crate::report;

/// An answer, and whether the server ends with it.
pub(super) struct Answered {
    pub(super) answer: Answer,
    pub(super) ends: bool,
}

/// Answers a request that was let in.
pub(super) fn answer(work: &Work, csrf: &str, request: Request) -> Answered {
    let path: Vec<String> = request.path.clone();
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let address = request.address.clone();
    let context = Context { work, csrf, at: &address };
    let ends = request.writes && path == ["stop"];
    let answer = if request.writes {
        work.in_turn(|| change(&context, &path, request))
    } else {
        show(&context, &path, &request)
    };
    Answered { answer: answer.unwrap_or_else(|| pages::missing(&context)), ends }
}

fn show(context: &Context<'_>, path: &[&str], request: &Request) -> Option<Answer> {
    match path {
        [] => Some(pages::folder::show(context)),
        ["page.css"] => Some(Answer::own(
            "text/css; charset=utf-8",
            format!("{}{}", report::STYLE, pages::STYLE),
        )),
        ["page.js"] => {
            Some(Answer::own("text/javascript; charset=utf-8", pages::SCRIPT.to_owned()))
        }
        ["matrix.css"] => {
            Some(Answer::own("text/css; charset=utf-8", report::COMPARISON_STYLE.to_owned()))
        }
        ["matrix.js"] => Some(Answer::own(
            "text/javascript; charset=utf-8",
            report::COMPARISON_SCRIPT.to_owned(),
        )),
        ["filter.js"] => {
            Some(Answer::own("text/javascript; charset=utf-8", report::SCRIPT.to_owned()))
        }
        ["new"] => Some(pages::start::show(context)),
        ["force", key] => pages::tasks::show(context, key),
        ["force", key, "ask", arrangement] => pages::question::show(context, key, arrangement),
        ["compare"] => pages::compare::show(context, &Compared::All),
        ["settings"] => Some(pages::settings::show(context, &request.query)),
        ["force", key, "compare"] => pages::compare::show(context, &Compared::Force(key)),
        ["force", key, "gaps"] => pages::gaps::show(context, key),
        ["force", key, "report", format] => pages::gaps::download(context, key, format),
        ["favicon.ico"] => Some(Answer::short(StatusCode::NOT_FOUND, "None.")),
        ["force", key, "plan"] => pages::plan::show(context, key, &request.query),
        ["force", key, "judge"] => pages::judge::show(context, key, &request.query),
        ["changes"] => Some(pages::history::show(context)),
        ["paper", key] => pages::paper::show(context, key, &request.query),
        // Where a form was sent to, asked for again: the page that it stands on.
        ["papers"] => Some(Answer::go("/")),
        ["changes", ..] => Some(Answer::go("/changes")),
        ["settings", ..] => Some(Answer::go("/settings")),
        ["paper", key, "decide" | "mark" | "back" | "role"] => {
            folder::named(folder::papers(), key).map(|paper| Answer::go(&paths::paper(&paper)))
        }
        ["force", key, "date"] => work_on(context, key, ""),
        ["force", key, "judge", "out"] => work_on(context, key, "/judge"),
        _ => None,
    }
}

/// Off to a page of a force that there is.
fn work_on(context: &Context<'_>, key: &str, page: &str) -> Option<Answer> {
    let path = context.work.declaration(key)?;
    Some(Answer::go(&format!("{}{page}", paths::force(&path))))
}

fn change(context: &Context<'_>, path: &[&str], request: Request) -> Option<Answer> {
    match path {
        ["stop"] => Some(pages::stopped()),
        ["new"] => Some(pages::start::make(context, &request)),
        ["force", key, "ask", arrangement] => {
            pages::question::save(context, key, arrangement, &request)
        }
        ["force", key, "date"] => pages::new_date::make(context, key, &request),
        ["force", key, "plan"] => pages::plan::take_on(context, key, &request),
        ["force", key, "judge"] => pages::judge::save(context, key, &request),
        ["force", key, "judge", "out"] => pages::judge::remove(context, key, &request),
        ["changes", number, "back"] => pages::history::take_back(context, number, &request),
        ["settings", "gate"] => Some(pages::settings::gate(context, &request)),
        ["settings", "waiver"] => Some(pages::settings::waive(context, &request)),
        ["settings", "waiver", "out"] => Some(pages::settings::unwaive(context, &request)),
        ["papers"] => Some(pages::bring::take(context, request)),
        ["paper", key, "decide"] => pages::paper::decide(context, key, &request),
        ["paper", key, "mark"] => pages::paper::mark(context, key, &request),
        ["paper", key, "back"] => pages::paper::take_back(context, key, &request),
        ["paper", key, "role"] => pages::paper::role(context, key, &request),
        _ => None,
    }
}
