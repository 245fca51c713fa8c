//! `serve` beside questions and papers: settings, judgements and plans as forms, and that every change can be taken back,
//! whatever came after it.

use crate::served::{Reply, Served};
use crate::workplace::Workplace;

fn place() -> Workplace {
    Workplace::new().declared("northmarch.toml", "# ours\n[lead]\nstate = \"planned\"\n")
}

/// Each error of a form stands in its summary and at its field.
fn wrong(reply: &Reply, fields: &[&str]) {
    assert_eq!(reply.status, 422);
    for field in fields {
        assert!(reply.body.contains(&format!("href=\"#{field}\"")), "{field}: {}", reply.body);
        assert!(reply.body.contains(&format!("id=\"{field}-error\"")), "{field}: {}", reply.body);
        assert!(reply.body.contains(&format!("id=\"{field}\"")), "{field}: {}", reply.body);
    }
}

#[test]
fn the_gate_and_waivers_are_forms_and_comments_stay() {
    let place = place().file("msacheck.toml", "# why\ncheck = [\"northmarch.toml\"] # one\n");
    let served = Served::open(&place);
    wrong(&served.post("/settings/gate", &[]), &["gate-0"]);
    let gate = [("gate", "yes"), ("duty", "partly-met"), ("basis", "cited")];
    assert_eq!(served.post("/settings/gate", &gate).status, 303);
    let fields = ["requirement", "reason", "owner", "last_day"];
    wrong(&served.post("/settings/waiver", &[("last_day", "2020-01-01")]), &fields);
    let waiver = [
        ("requirement", "act-2015/s52-notify"),
        ("reason", "the register"),
        ("owner", "head of crime"),
        ("last_day", "2027-01-31"),
    ];
    assert_eq!(served.post("/settings/waiver", &waiver).status, 303);
    let twice = served.post("/settings/waiver", &waiver);
    assert_eq!(twice.status, 422);
    assert!(twice.body.contains("is waived twice"), "{}", twice.body);
    let body = place.read("msacheck.toml");
    for kept in [
        "# why\n",
        "] # one\n",
        "[gate]\nduty = \"partly-met\"",
        "basis = \"cited\"",
        "[[waiver]]\n",
    ] {
        assert!(body.contains(kept), "{kept} {body}");
    }
    // The command line goes by it.
    let out = place.run("check --format json").out;
    assert!(out.contains("partly-met") && out.contains("waive"), "{out}");
    let out = [("at", "0"), ("requirement", "act-2015/s52-notify")];
    assert_eq!(served.post("/settings/waiver/out", &out).status, 303);
    assert_eq!(served.post("/settings/waiver/out", &out).status, 422, "it isn't there any more");
    assert_eq!(served.post("/settings/gate", &[("gate", "no")]).status, 303);
    let body = place.read("msacheck.toml");
    assert_eq!(body, "# why\ncheck = [\"northmarch.toml\"] # one\n");
}

#[test]
fn a_judgement_is_kept_beside_the_outcome_and_taken_out_again() {
    let place = place();
    let before = place.read("northmarch.toml");
    let served = Served::open(&place);
    let force = served.force();
    let judge = format!("{force}/judge");
    let fields = ["requirement", "verdict-0", "reason", "last_day"];
    wrong(&served.post(&judge, &[("role", "inspector"), ("last_day", "soon")]), &fields);
    let own = [
        ("requirement", "act-2015/s52-notify"),
        ("verdict", "not met in practice"),
        ("reason", "Of ten cases, two were notified."),
        ("role", "inspector"),
        ("last_day", "2027-01-31"),
    ];
    assert_eq!(served.post(&judge, &own).status, 303);
    let body = place.read("northmarch.toml");
    assert!(body.starts_with(&before) && body.contains("[[judgement]]\n"), "{body}");
    let gaps = served.get(&format!("{force}/gaps")).body;
    assert!(
        gaps.contains("Of ten cases, two were notified.") && gaps.contains("judge?requirement=")
    );
    let out = [("at", "0"), ("requirement", "act-2015/s52-notify")];
    assert_eq!(served.post(&format!("{judge}/out"), &out).status, 303);
    assert_eq!(place.read("northmarch.toml").trim_end(), before.trim_end());
}

#[test]
fn a_plan_is_shown_for_a_target_and_its_steps_are_taken_on() {
    let place = place();
    let served = Served::open(&place);
    let plan = format!("{}/plan", served.force());
    assert!(served.get(&plan).body.contains("Closes: "));
    assert!(served.get(&format!("{plan}?target=duties")).body.contains("Closes: "));
    assert_eq!(served.get(&format!("{plan}?target=nonsense")).status, 422);
    wrong(&served.post(&plan, &[("target", "duties")]), &["owner", "deadline"]);
    let taken = [("target", "duties"), ("owner", "head of crime"), ("deadline", "2027-03-31")];
    assert_eq!(served.post(&plan, &taken).status, 303);
    assert!(place.read("msacheck.toml").contains("actions = \"actions.toml\""));
    let actions = place.read("actions.toml");
    assert!(actions.contains("owner = \"head of crime\""), "{actions}");
    place.run("check northmarch.toml").done();
    assert_eq!(served.post(&plan, &taken).status, 303);
    assert_eq!(place.read("actions.toml"), actions, "nothing is taken on twice");
    // All of it is one change.
    let changes = served.get("/changes").body;
    assert_eq!(changes.matches("Take this back<").count(), 1, "{changes}");
    assert_eq!(served.post("/changes/1/back", &[]).status, 303);
    assert_eq!(place.names(), ["northmarch.toml"]);
}

#[test]
fn every_change_can_be_taken_back_whatever_came_after_it() {
    let place = place();
    let before = place.read("northmarch.toml");
    let served = Served::open(&place);
    let force = served.force();
    let answer = |arrangement: &str, state: &str| {
        let ask = format!("{force}/ask/{arrangement}");
        let seen = served.get(&ask).hidden("seen");
        let fields = [("seen", seen.as_str()), ("state", state), ("then", "stay")];
        assert_eq!(served.post(&ask, &fields).status, 303);
    };
    answer("lead", "absent");
    answer("training", "planned");
    answer("lead", "in place");
    // The second: what came before it and after it stays.
    let back = served.post("/changes/2/back", &[("to", &force)]);
    assert_eq!((back.status, back.to()), (303, force.as_str()));
    let body = place.read("northmarch.toml");
    assert!(
        body.contains("[lead]\nstate = \"in place\"") && !body.contains("[training]"),
        "{body}"
    );
    // The first: the third changed the same line.
    let refused = served.post("/changes/1/back", &[]);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("was changed in the same place since"), "{}", refused.body);
    assert_eq!(place.read("northmarch.toml"), body);
    // Taken back in turn; and what was taken back can be, too.
    assert_eq!(served.post("/changes/3/back", &[]).status, 303);
    assert_eq!(served.post("/changes/1/back", &[]).status, 303);
    assert_eq!(place.read("northmarch.toml").trim_end(), before.trim_end());
    assert_eq!(served.post("/changes/6/back", &[]).status, 303);
    assert!(place.read("northmarch.toml").contains("[lead]\nstate = \"absent\""));
    assert_eq!(served.post("/changes/3/back", &[]).status, 422, "once");
    assert_eq!(served.post("/changes/99/back", &[]).status, 422);
    // Nobody is led elsewhere.
    let elsewhere = served.post("/changes/7/back", &[("to", "//evil.example/")]);
    assert_eq!(elsewhere.to(), "/changes");
    // A paper that came in goes, and a force that was started, with its settings.
    let paper = served.bring("plan.txt", b"Northmarch Police plans training.");
    assert_eq!(paper.status, 303);
    let started = served.post("/new", &[("force", "kent"), ("as_of", "2026-03-31")]);
    assert_eq!(started.status, 303);
    assert_eq!(place.names(), ["kent.toml", "msacheck.toml", "northmarch.toml", "papers"]);
    for number in ["10", "9"] {
        assert_eq!(served.post(&format!("/changes/{number}/back"), &[]).status, 303, "{number}");
    }
    assert_eq!(place.names(), ["northmarch.toml", "papers"]);
    assert_eq!(std::fs::read_dir(place.path("papers")).unwrap().count(), 0);
}

#[test]
fn what_nothing_asks_is_worth_recording_and_not_counted() {
    let place = place();
    let served = Served::open(&place);
    let force = served.force();
    let tasks = served.get(&force).body;
    let (asked, others) = tasks.split_once("Worth recording").expect("a section of its own");
    assert!(others.contains("/ask/budget\"") && !asked.contains("/ask/budget\""), "{others}");
    let count = |page: &str| {
        page.split(" questions answered").next().unwrap().rsplit("\">").next().unwrap().to_owned()
    };
    let ask = format!("{force}/ask/budget");
    let page = served.get(&ask);
    assert!(page.body.contains("No text in force asks this"), "{}", page.body);
    let seen = page.hidden("seen");
    let fields = [("seen", seen.as_str()), ("state", "absent"), ("then", "stay")];
    assert_eq!(served.post(&ask, &fields).status, 303);
    assert!(place.read("northmarch.toml").contains("[budget]\nstate = \"absent\""));
    let after = served.get(&force).body;
    assert_eq!(count(&after), count(&tasks), "not counted");
    assert_eq!(after.matches("/ask/budget\"").count(), 1);
}

#[test]
fn a_date_is_entered_as_people_write_it_and_never_guessed() {
    let place = place();
    let served = Served::open(&place);
    let force = served.force();
    let date = format!("{force}/date");
    let unclear = served.post(&date, &[("as_of", "3/4/2026")]);
    wrong(&unclear, &["as_of"]);
    assert!(unclear.body.contains("3 April 2026 or 4 March 2026"), "{}", unclear.body);
    for no in ["", "soon", "March 2026", "31/2/2026", "2026-13-01", "31 March 2027"] {
        wrong(&served.post(&date, &[("as_of", no)]), &["as_of"]);
    }
    assert_eq!(place.names(), ["northmarch.toml"]);
    for (typed, file) in [
        ("31/3/2026", "northmarch-2026-03-31.toml"),
        ("30 april 2026", "northmarch-2026-04-30.toml"),
        ("2026-05-31", "northmarch-2026-05-31.toml"),
    ] {
        let new = served.post(&date, &[("as_of", typed)]);
        assert_eq!(new.status, 303, "{typed}: {}", new.body);
        assert!(place.names().contains(&file.to_owned()), "{typed}");
    }
    let judge = [
        ("requirement", "act-2015/s52-notify"),
        ("verdict", "not met in practice"),
        ("reason", "Of ten cases, two were notified."),
        ("role", "inspector"),
        ("last_day", "31 January 2027"),
    ];
    assert_eq!(served.post(&format!("{force}/judge"), &judge).status, 303);
    assert!(place.read("northmarch.toml").contains("last_day = 2027-01-31"));
    // A detail that is a date, and that of evidence.
    let ask = format!("{force}/ask/budget");
    let seen = served.get(&ask).hidden("seen");
    let own = [("seen", seen.as_str()), ("state", "planned"), ("detail-since", "3/4/2026")];
    wrong(&served.post(&ask, &own), &["detail-since"]);
    let own = [("seen", seen.as_str()), ("state", "planned"), ("detail-since", "March 2026")];
    let answered = served.post(&ask, &own);
    let body = place.read("northmarch.toml");
    assert!(
        answered.status == 303 && body.contains("since = \"2026-03\""),
        "{body} {}",
        answered.body
    );
}

#[test]
fn a_gap_is_let_pass_from_where_it_is_shown() {
    let place = place();
    let served = Served::open(&place);
    let force = served.force();
    let gaps = served.get(&format!("{force}/gaps")).body;
    let way = "/settings?requirement=act-2015/s52-notify&amp;force=northmarch#let-pass";
    assert!(gaps.contains(way), "{gaps}");
    let answer = format!("href=\"{force}/ask/notification\"");
    assert!(gaps.contains(&answer), "the question that decides it");
    let page = served.get("/settings?requirement=act-2015/s52-notify&force=northmarch").body;
    assert!(page.contains("id=\"let-pass\" open"), "{page}");
    assert!(page.contains("<option value=\"act-2015/s52-notify\" selected>"), "{page}");
    assert!(page.contains("<option value=\"northmarch\" selected>"), "{page}");
    // What the address says is only filled in, and never markup.
    let hostile = served.get("/settings?requirement=%3Cscript%3E&force=%22%3E%3Cscript%3E").body;
    assert!(!hostile.contains("<script>") && hostile.contains("&quot;&gt;&lt;script"), "{hostile}");
    assert_eq!(place.names(), ["northmarch.toml"]);
}
