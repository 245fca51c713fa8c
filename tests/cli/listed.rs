//! A list of papers: whose each is, of when, what it is called, where it was published; and the matrix of what
//! public papers show.

use serde_json::Value;

use crate::workplace::Workplace;

const ANSWER: &str = "Thank you for your request.\n\nWe have a dedicated coordinator for modern slavery, a sergeant.\n\n\
                      Modern slavery training for officers.\n";

const LIST: &str = "\
[[paper]]
file = \"answer.txt\"
force = \"Cumbria Constabulary\"
title = \"Answer to request 12\"
address = \"https://requests.example/12\"
date = \"2017\"

[[paper]]
file = \"other.txt\"
force = \"durham\"
date = 2018-05-14
";

fn place(list: &str) -> Workplace {
    Workplace::new()
        .file("papers/answer.txt", ANSWER)
        .file("papers/other.txt", "We have no dedicated coordinator for modern slavery.\n")
        .file("papers/papers.toml", list)
}

#[test]
fn it_says_what_a_paper_does_not_say_of_itself() {
    let place = place(LIST);
    place.run("check papers/answer.txt").wrong();
    let run = place.run("check --papers papers/papers.toml --format json papers/answer.txt").done();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(result["force"], "cumbria");
    assert_eq!(result["as_of"], "2017-12-31");
    let own = result["arrangements"].as_array().unwrap();
    let coordinator = own.iter().find(|one| one["arrangement"] == "coordinator").unwrap();
    let cited = &coordinator["evidence"][0];
    assert_eq!(cited["title"], "Answer to request 12");
    assert_eq!(cited["address"], "https://requests.example/12");
    assert_eq!(cited["date"], "2017");
}

#[test]
fn the_settings_may_name_it() {
    let place = place(LIST)
        .file("msacheck.toml", "check = [\"papers/*.txt\"]\npapers = \"papers/papers.toml\"\n");
    let run = place.run("check --format json").done();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(result["assessments"].as_array().unwrap().len(), 2);
    let run = place.run("explain coordinator papers/answer.txt").done();
    assert!(run.out.contains("https://requests.example/12"), "{}", run.out);
}

#[test]
fn one_command_makes_the_matrix_of_what_public_papers_show() {
    let place = place(LIST);
    let run = place.run("compare --papers papers/papers.toml --format html").done();
    for shown in [
        "<a href=\"https://requests.example/12\" rel=\"noreferrer\">Answer to request 12</a>",
        "We have a dedicated coordinator for modern slavery, a sergeant.",
        "silence in a paper isn't absence in a force",
        "title=\"not evidenced, a paper speaks of it, and a person must decide\"",
        "papers/answer.txt:5:1",
        "We have no dedicated coordinator",
    ] {
        assert!(run.out.contains(shown), "{shown}");
    }
    let csv = place.run("compare --papers papers/papers.toml --format csv --by arrangement").done();
    let forces: std::collections::BTreeSet<&str> =
        csv.out.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(forces.into_iter().collect::<Vec<_>>(), ["\"cumbria\"", "\"durham\""]);
    place.run("check --papers papers/papers.toml --record records").done();
    place.run("verify records/2026-11-24-2-forces").done();
}

#[test]
fn faults_of_a_list_are_told_at_their_places() {
    for (list, name) in [
        ("[[paper]]\nfile = \"nowhere.txt\"\n", "not-there"),
        ("[[paper]]\nfile = \"answer.txt\"\n[[paper]]\nfile = \"answer.txt\"\n", "twice"),
        ("[[paper]]\nfile = \"answer.txt\"\naddress = \"javascript:alert(1)\"\n", "no-address"),
        ("[[paper]]\nfile = \"answer.txt\"\ndate = 2099-01-01\n", "future"),
        ("[[paper]]\nforce = \"durham\"\n", "no-file"),
        ("[[paper]]\nfile = \"answer.txt\"\nfroce = \"durham\"\n", "unknown-key"),
        ("[[papers]]\n", "unknown-table"),
    ] {
        place(list)
            .run("compare --papers papers/papers.toml")
            .wrong()
            .golden(&format!("listed/{name}"));
    }
    let run = place(LIST).run("check --papers nowhere.toml").wrong();
    assert!(run.err.contains("nowhere.toml"), "{}", run.err);
    let place = place(LIST);
    let line =
        "compare --papers papers/papers.toml --format json --output papers/papers.toml --overwrite";
    place.run(line).wrong();
    assert_eq!(place.read("papers/papers.toml"), LIST);
}
