//! `serve`: that a whole assessment can be made by requests alone, and what is kept of it. Who is let in stands in
//! `serve_hostile.rs`; what it is like in a browser is tried by `.ci/by-hand/browser`.

use std::io::Write as _;
use std::net::TcpStream;
use std::time::Duration;

use crate::served::{Served, encoded};
use crate::workplace::Workplace;

const FOI: &str = include_str!("../../samples/west-midlands-2017.txt");

#[test]
fn a_force_is_started_answered_and_reported_by_requests_alone() {
    let place = Workplace::new();
    let served = Served::open(&place);
    assert!(served.get("/").body.contains("No force is here yet"));
    let wrong = served.post("/new", &[("force", ""), ("as_of", "soon")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("There is a problem") && wrong.body.contains("href=\"#as_of\""));
    let started = served.post("/new", &[("force", "west-midlands"), ("as_of", "2017-06-30")]);
    assert_eq!(started.status, 303, "{}", started.body);
    assert_eq!(place.names(), ["msacheck.toml", "west-midlands.toml"]);
    assert!(place.read("msacheck.toml").contains("check = [\"west-midlands.toml\"]"));
    let tasks = started.to().to_owned();
    let ask = format!("{tasks}/ask/lead");
    let seen = served.get(&ask).hidden("seen");
    let answer = |seen: &str, state: &str, capacity: &str| {
        let fields =
            [("seen", seen), ("state", state), ("detail-capacity", capacity), ("then", "stay")];
        served.post(&ask, &fields)
    };
    // What is limited is lowered, and said.
    assert_eq!(answer(&seen, "in place", "part-time").status, 303);
    assert!(served.get(&ask).body.contains("in place in part only"));
    let body = place.read("west-midlands.toml");
    assert!(body.contains("[lead]\nstate = \"partial\"\ncapacity = \"part-time\"\n"), "{body}");
    // Another tab that still shows the old answer is told, and writes nothing over it.
    let late = answer(&seen, "absent", "");
    assert_eq!(late.status, 422);
    assert!(late.body.contains("answered elsewhere meanwhile"), "{}", late.body);
    assert_eq!(place.read("west-midlands.toml"), body);
    let gaps = served.get(&format!("{tasks}/gaps"));
    assert!(gaps.body.contains("West Midlands Police: modern slavery"));
    assert_eq!(served.get(&format!("{tasks}/report/docx")).status, 200);
    let csv = served.get(&format!("{tasks}/report/csv"));
    assert_eq!(
        csv.body,
        place.run("check --format csv west-midlands.toml").done().out,
        "the same report"
    );
    // A new date is a copy; the old one stays.
    let new = served.post(&format!("{tasks}/date"), &[("as_of", "2018-06-30")]);
    assert_eq!(new.status, 303, "{}", new.body);
    let copy = place.read("west-midlands-2018-06-30.toml");
    assert_eq!(copy.replace("as_of = 2018-06-30", "as_of = 2017-06-30"), body);
    let settings = place.read("msacheck.toml");
    assert!(settings.contains("[\"west-midlands.toml\", \"west-midlands-2018-06-30.toml\"]"));
    let compared = served.get(&format!("{}/compare", new.to())).body;
    assert!(compared.contains("What changed") && compared.contains("Back to the questions"));
    assert!(served.post("/stop", &[]).body.contains("msacheck has stopped"));
}

#[test]
fn a_paper_with_a_thousand_passages_is_decided_a_page_at_a_time() {
    let place = Workplace::new();
    let served = Served::open(&place);
    served.post("/new", &[("force", "west-midlands"), ("as_of", "2017-06-30")]);
    let lines = (1..=340).map(|n| format!("West Midlands Police has modern slavery lead {n}.\n\n"));
    let paper = served.bring("many.txt", lines.collect::<String>().as_bytes()).to().to_owned();
    let page = served.get(&paper).body;
    assert_eq!(page.matches("<section class=\"suggestion\"").count(), 300);
    assert!(page.contains("40 more aren’t shown. They are as soon as some of these are decided."));
    assert!(page.contains("modern slavery lead 340"), "its text is there");
}

#[test]
fn a_newer_paper_takes_the_place_of_what_an_older_one_said() {
    let place = Workplace::new();
    let served = Served::open(&place);
    served.post("/new", &[("force", "west-midlands"), ("as_of", "2017-06-30")]);
    let accept = |paper: &str, of: &str, quote: &str, state: &str| {
        let page = served.get(&format!("{paper}?for={of}"));
        let own = page.body.split(&format!("“{quote}”")).next().unwrap();
        let id = own.rsplit("<section class=\"suggestion\" id=\"s").next().unwrap();
        let at = id.split('"').next().unwrap().to_owned();
        let digest = page.hidden("paper");
        let fields = [
            ("for", of),
            ("paper", &digest),
            ("act", "accept"),
            ("at", &at),
            ("quote", quote),
            ("state", state),
        ];
        let reply = served.post(&format!("{paper}/decide"), &fields);
        assert_eq!(reply.status, 303, "{}", reply.body);
        served.get(reply.to()).body
    };
    let old = "Date: 2 March 2017\n\nWest Midlands Police has no dedicated modern slavery investigators.\n";
    let old = served.bring("old.txt", old.as_bytes()).to().to_owned();
    let first = served.get(&old).hidden("for");
    let quote = "West Midlands Police has no dedicated modern slavery investigators.";
    accept(&old, &first, quote, "absent");
    let new = "Date: 14 September 2018\n\nWest Midlands Police has a dedicated modern slavery investigation team.\n";
    let new = served.bring("new.txt", new.as_bytes()).to().to_owned();
    let early = served.get(&format!("{new}?for={first}")).body;
    assert!(early.contains("after the facts of that declaration"), "{early}");
    let copied = served.post(&format!("/force/{first}/date"), &[("as_of", "2018-09-30")]);
    let second = copied.to().trim_start_matches("/force/").to_owned();
    let page = served.get(&format!("{new}?for={second}")).body;
    assert!(!page.contains("after the facts of that declaration"));
    assert!(page.contains("The answer so far: absent."), "{page}");
    let quote = "West Midlands Police has a dedicated modern slavery investigation team.";
    let said = accept(&new, &second, quote, "in place");
    assert!(said.contains("It takes the place of “absent”."), "{said}");
    let body = place.read("west-midlands-2018-09-30.toml");
    assert!(body.contains("[investigative-capacity]\nstate = \"in place\""), "{body}");
    assert!(place.read("west-midlands.toml").contains("state = \"absent\""), "the old date stays");
}

#[test]
fn what_a_person_decides_about_a_paper_counts_everywhere_and_can_be_taken_back() {
    let place = Workplace::new();
    let served = Served::open(&place);
    let started = served.post("/new", &[("force", "west-midlands"), ("as_of", "2017-06-30")]);
    assert_eq!(started.status, 303);
    let empty = place.read("west-midlands.toml");
    let paper = served.bring("foi.txt", FOI.as_bytes()).to().to_owned();
    assert_eq!(place.read("papers/foi.txt"), FOI);
    assert_eq!(served.bring("foi.txt", b"another").status, 422, "nothing is written over");
    assert_eq!(place.read("papers/foi.txt"), FOI);
    let page = served.get(&paper);
    let (of, digest) = (page.hidden("for"), page.hidden("paper"));
    let fields = |quote: &str, at: usize| {
        let own = page.body.split(quote).next().unwrap();
        let id = own.rsplit("<section class=\"suggestion\" id=\"s").next().unwrap();
        let _ = at;
        id.split('"').next().unwrap().to_owned()
    };
    let budget = "There is no specific budget for anti-trafficking activities.";
    let at = fields(&format!("“{budget}"), 0);
    let decide = |act: &str, at: &str, quote: &str, rest: &[(&str, &str)]| {
        let own =
            [("for", of.as_str()), ("paper", &digest), ("act", act), ("at", at), ("quote", quote)];
        served.post(&format!("{paper}/decide"), &[&own, rest].concat())
    };
    let team = "WMP currently has no dedicated investigative resource";
    let read = place.run("read --format json papers/foi.txt").done();
    assert!(read.out.contains(team), "{read}");
    // Without a reason nothing is rejected, and nothing is recorded.
    assert_eq!(decide("reject", &at, budget, &[]).status, 422);
    assert!(!place.names().contains(&"decisions.toml".to_owned()));
    let accepted = decide("accept", &at, budget, &[("state", "absent")]);
    assert_eq!(accepted.status, 303, "{}", accepted.body);
    let body = place.read("west-midlands.toml");
    assert!(body.contains("[budget]\nstate = \"absent\"\nevidence = [\n"), "{body}");
    assert!(
        place.read("decisions.toml").contains("suggested = \"absent: it answers what was asked\"")
    );
    // Another tab is told what was decided meanwhile.
    let twice = decide("reject", &at, budget, &[("reason", "no")]);
    assert_eq!(twice.status, 422);
    assert!(twice.body.contains("decided meanwhile, in another tab: accepted as absent"));
    let quote = "WMP currently has no dedicated investigative resource to deal with Slavery/Trafficking at this time.";
    let own = fields(&format!("“{quote}"), 0);
    assert_eq!(decide("reject", &own, quote, &[("reason", "another team is meant")]).status, 303);
    // The command line honours it: the paper doesn't declare it any more.
    let read = place.run("read --format json papers/foi.txt").done();
    assert!(!read.out.contains(team), "{read}");
    assert!(read.out.contains(budget), "{read}");
    let checked = place.run("check --as-of 2017-06-30 --format json papers/foi.txt");
    assert!(checked.out.contains("\"decisions\""), "the result says that it rests on them");
    // Each can be taken back.
    for (at, quote) in [("1", quote), ("0", budget)] {
        let own = [("for", of.as_str()), ("paper", &digest), ("at", at), ("quote", quote)];
        assert_eq!(served.post(&format!("{paper}/back"), &own).status, 303);
    }
    assert!(!place.read("decisions.toml").contains("[[decision]]"));
    let left = place.read("west-midlands.toml");
    // What the form had is there, line for line; the words are gone.
    let mut lines = left.lines();
    assert!(empty.lines().all(|line| lines.any(|own| own == line)), "{left}");
    assert!(!left.contains("evidence = [\n"), "{left}");
    assert!(left.contains("[budget]\nstate = \"not stated\"\n"), "{left}");
    // Words that nothing was suggested for can be marked.
    let words = [
        ("for", of.as_str()),
        ("paper", &digest),
        ("words", "no dedicated investigative resource"),
        ("arrangement", "training"),
        ("state", "planned"),
    ];
    assert_eq!(served.post(&format!("{paper}/mark"), &words).status, 303);
    let read = place.run("read --format json papers/foi.txt").done();
    assert!(read.out.contains("\"training\""), "{read}");
}

#[test]
fn killed_in_the_middle_of_saves_it_loses_nothing_that_was_acknowledged() {
    let place =
        Workplace::new().declared("northmarch.toml", "# ours\n[lead]\nstate = \"planned\"\n");
    let mut last = String::new();
    for round in 0..12 {
        let mut served = Served::open(&place);
        let tasks = served.get("/");
        let key = tasks.body.split("href=\"/force/").nth(1).unwrap().split('"').next().unwrap();
        let ask = format!("/force/{key}/ask/lead");
        for save in 0..3 {
            let seen = served.get(&ask).hidden("seen");
            let note = format!("round {round}, save {save}");
            let fields =
                [("seen", seen.as_str()), ("state", "planned"), ("note", &note), ("then", "stay")];
            assert_eq!(served.post(&ask, &fields).status, 303);
            last = note;
        }
        // One more is on its way when it is killed.
        let seen = served.get(&ask).hidden("seen");
        let csrf = served.get("/new").hidden("csrf");
        let body = encoded(
            [("csrf", csrf.as_str()), ("seen", &seen), ("state", "planned"), ("note", "unheard")]
                .into_iter(),
        );
        let host = format!("127.0.0.1:{}", served.port);
        let mut stream = TcpStream::connect(&host).unwrap();
        write!(
            stream,
            "POST {ask} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            served.cookie,
            body.len()
        )
        .unwrap();
        std::thread::sleep(Duration::from_millis(round * 3));
        served.child.kill().unwrap();
        served.child.wait().unwrap();
        let text = place.read("northmarch.toml");
        assert!(text.contains(&last) || text.contains("unheard"), "{text}");
        place.run("check northmarch.toml").done();
    }
    assert!(place.read("northmarch.toml").contains("# ours\n[lead]\n"), "{last}");
}

#[test]
fn what_people_decided_is_never_written_over() {
    let place = Workplace::with_samples().file("decisions.toml", "# ours\n");
    for output in ["json=decisions.toml", "json=./decisions.toml"] {
        let line = format!("check --overwrite --report {output} samples/west-midlands-2017.toml");
        let run = place.run(&line);
        assert!(run.err.contains("is read, so nothing can be written there"), "{run}");
    }
    assert_eq!(place.read("decisions.toml"), "# ours\n");
}

#[test]
fn a_folder_that_is_not_there_cannot_be_worked_on() {
    Workplace::new().run("serve nowhere").wrong().golden("serve/no-folder");
}
