//! `serve` beside questions and papers: settings, judgements and plans as forms, and that every change can be taken back,
//! whatever came after it.

use crate::served::{Reply, Served};
use crate::workplace::Workplace;

fn place() -> Workplace {
    Workplace::new().declared("northmarch.toml", "# ours\n[lead]\nstate = \"planned\"\n")
}

fn force(served: &Served) -> String {
    let home = served.get("/").body;
    format!("/force/{}", home.split("href=\"/force/").nth(1).unwrap().split('"').next().unwrap())
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
    let force = force(&served);
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
    let plan = format!("{}/plan", force(&served));
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
    let force = force(&served);
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
