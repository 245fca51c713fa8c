//! `serve` where papers are gone through: what is said and where, what is left open, and the way back from each page.

use crate::served::{Reply, Served};
use crate::workplace::Workplace;

const FOI: &str = include_str!("../../samples/west-midlands-2017.txt");

/// A force with a paper: the addresses of both.
fn with_paper(place: &Workplace, text: &str) -> (Served, String, String) {
    let served = Served::open(place);
    let started = served.post("/new", &[("force", "west-midlands"), ("as_of", "30/6/2017")]);
    assert_eq!(started.status, 303, "{}", started.body);
    let paper = served.bring("foi.txt", text.as_bytes()).to().to_owned();
    (served, started.to().to_owned(), paper)
}

/// A decision about the passage of which these are the words.
fn decide(served: &Served, paper: &str, quote: &str, rest: &[(&str, &str)]) -> Reply {
    let page = served.get(paper);
    let before = page.body.split(&format!("“{quote}”")).next().unwrap();
    let at = before.rsplit("<section class=\"suggestion\" id=\"s").next().unwrap();
    let at = at.split('"').next().unwrap();
    let (of, digest) = (page.hidden("for"), page.hidden("paper"));
    let own = [("for", of.as_str()), ("paper", &digest), ("at", at), ("quote", quote)];
    let reply = served.post(&format!("{paper}/decide"), &[&own, rest].concat());
    assert_eq!(reply.status, 303, "{}", reply.body);
    reply
}

const ACCEPT: [(&str, &str); 2] = [("act", "accept"), ("state", "absent")];
const REJECT: [(&str, &str); 2] = [("act", "reject"), ("reason", "another team is meant")];
const BUDGET: &str = "There is no specific budget for anti-trafficking activities.";
const TEAM: &str = "WMP currently has no dedicated investigative resource to deal with Slavery/Trafficking at \
                    this time.";

#[test]
fn a_passage_is_shown_once_for_each_arrangement() {
    let place = Workplace::new();
    let (served, _, paper) = with_paper(&place, FOI);
    let page = served.get(&paper).body;
    let shown: Vec<&str> = page
        .split("<section class=\"suggestion")
        .skip(1)
        .map(|own| own.split("aria-label=\"").nth(1).unwrap().split('"').next().unwrap())
        .collect();
    let mut once = shown.clone();
    once.sort_unstable();
    once.dedup();
    assert!(shown.len() > 10);
    assert_eq!(shown.len(), once.len(), "{shown:#?}");
}

#[test]
fn what_was_done_is_said_where_somebody_is_led() {
    let place = Workplace::new();
    let (served, _, paper) = with_paper(&place, FOI);
    let reply = decide(&served, &paper, BUDGET, &ACCEPT);
    let next = reply.to().split('#').nth(1).unwrap().to_owned();
    let page = served.get(reply.to()).body;
    let section = page.split(&format!("id=\"{next}\"")).nth(1).unwrap();
    let section = section.split("</section>").next().unwrap();
    let head = section.split('>').next().unwrap();
    assert!(head.contains("aria-describedby=\"said\""), "what has the focus is described: {head}");
    assert!(section.contains("role=\"status\"") && section.contains("accepted as absent"));
    assert_eq!(page.matches("id=\"said\"").count(), 1);
    assert!(!served.get(&paper).body.contains("id=\"said\""), "once");
    // What nobody is led to is said at the top.
    decide(&served, &paper, TEAM, &REJECT);
    let elsewhere = served.get("/").body;
    assert!(elsewhere.split("<h1>").next().unwrap().contains("rejected."), "{elsewhere}");
}

#[test]
fn after_a_review_what_is_still_open_is_named_with_the_way_to_it() {
    let text = "West Midlands Police\n\nThe force has a strategic lead for modern slavery.\n";
    let place = Workplace::new();
    let (served, tasks, paper) = with_paper(&place, text);
    let quote = "The force has a strategic lead for modern slavery.";
    assert!(!served.get(&paper).body.contains("id=\"details\""), "nothing is decided yet");
    let reply = decide(&served, &paper, quote, &[("act", "accept"), ("state", "in place")]);
    let page = served.get(reply.to()).body;
    assert!(
        reply.to().ends_with("#decide") && page.contains("Nothing is left to decide"),
        "{page}"
    );
    let open =
        page.split("id=\"details\"").nth(1).expect("open details").split("</ul>").next().unwrap();
    let way = format!("href=\"{tasks}/ask/lead#detail-rank\"");
    assert!(open.contains(&way), "{open}");
    let question = served.get(&format!("{tasks}/ask/lead"));
    assert!(question.body.contains("id=\"detail-rank\""));
    let count = open.matches("href=").count();
    assert!(page.contains(&format!("{count} details are still open")), "{count}: {page}");
    assert!(served.get(&tasks).body.contains(&format!("{count} details open")));
    // One that is answered isn't open any more.
    let seen = question.hidden("seen");
    let answer =
        [("seen", seen.as_str()), ("state", "in place"), ("detail-rank", "superintendent")];
    assert_eq!(served.post(&format!("{tasks}/ask/lead"), &answer).status, 303);
    assert!(!served.get(&paper).body.contains(&way));
}

#[test]
fn every_decision_can_be_taken_back_from_both_pages() {
    let place = Workplace::new();
    let (served, _, paper) = with_paper(&place, FOI);
    let empty = place.read("west-midlands.toml");
    let number = |words: &str| {
        let page = served.get("/changes").body;
        let own = page.split(words).nth(1).unwrap().split("action=\"/changes/").nth(1).unwrap();
        own.split('/').next().unwrap().to_owned()
    };
    decide(&served, &paper, BUDGET, &ACCEPT);
    decide(&served, &paper, TEAM, &REJECT);
    let other = "WMP has also committed a part time Analyst and Intelligence Officer (x2) within the Force \
                 Intelligence function.";
    decide(&served, &paper, other, &[("act", "accept"), ("state", "partial")]);
    // The first, with two behind it in the same files.
    let first = number("Budget: accepted");
    assert_eq!(served.post(&format!("/changes/{first}/back"), &[]).status, 303);
    let decisions = place.read("decisions.toml");
    assert!(!decisions.contains(BUDGET) && decisions.contains(TEAM), "{decisions}");
    let body = place.read("west-midlands.toml");
    assert!(!body.contains(BUDGET) && body.contains("part time Analyst"), "{body}");
    assert!(served.get(&paper).body.contains("(1)") || served.get(&paper).body.contains(BUDGET));
    assert_eq!(served.post(&format!("/changes/{first}/back"), &[]).status, 422, "once");
    // The second from the paper's page: the page of changes knows.
    let page = served.get(&paper);
    let (of, digest) = (page.hidden("for"), page.hidden("paper"));
    let own = [("for", of.as_str()), ("paper", &digest), ("at", "0"), ("quote", TEAM)];
    let back = served.post(&format!("{paper}/back"), &own);
    assert_eq!(back.status, 303, "{}", back.body);
    let changes = served.get("/changes").body;
    let rejected = changes.split("rejected.").nth(1).unwrap().split("</li>").next().unwrap();
    assert!(rejected.contains("Taken back."), "{rejected}");
    let last = number("Intelligence: accepted");
    assert_eq!(served.post(&format!("/changes/{last}/back"), &[]).status, 303);
    assert!(!place.read("decisions.toml").contains("[[decision]]"));
    let left = place.read("west-midlands.toml");
    let mut lines = left.lines();
    assert!(empty.lines().all(|line| lines.any(|own| own == line)), "{left}");
    assert!(!left.contains("evidence = [\n"), "{left}");
}

#[test]
fn looking_at_pages_changes_no_file() {
    let place = Workplace::new();
    let (served, tasks, paper) = with_paper(&place, FOI);
    let before = (place.names(), place.read("west-midlands.toml"), place.read("msacheck.toml"));
    let mut pages = vec!["/".to_owned(), "/new".to_owned(), "/settings".to_owned()];
    pages.extend(["/changes", "/compare"].map(str::to_owned));
    pages.extend(["", "/gaps", "/plan", "/judge", "/compare"].map(|own| format!("{tasks}{own}")));
    let questions = served.get(&tasks).body;
    let link = format!("href=\"{tasks}/ask/");
    let asked = questions.split(&link).skip(1);
    pages.extend(asked.map(|own| format!("{tasks}/ask/{}", own.split('"').next().unwrap())));
    pages.push(paper);
    assert!(pages.len() > 30);
    for page in &pages {
        assert_eq!(served.get(page).status, 200, "{page}");
    }
    let after = (place.names(), place.read("west-midlands.toml"), place.read("msacheck.toml"));
    assert_eq!(after, before);
}

#[test]
fn each_passage_of_a_finding_is_one_step_away_in_its_paper() {
    let place = Workplace::new();
    let (served, tasks, paper) = with_paper(&place, FOI);
    let lead = "1 x Detective Superintendent as part time Force Lead.";
    decide(&served, &paper, lead, &[("act", "accept"), ("state", "partial")]);
    let gaps = served.get(&format!("{tasks}/gaps")).body;
    let (before, _) = gaps.split_once("See it in the paper").expect("a way to the words");
    let way = before.rsplit("href=\"").next().unwrap();
    let way = way.split('"').next().unwrap().replace("&amp;", "&");
    let page = served.get(way.split('#').next().unwrap()).body;
    let here = page.split("id=\"here\"").nth(1).expect("the place").split("</p>").next().unwrap();
    assert!(here.contains(lead), "{here}");
}
