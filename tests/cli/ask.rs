//! `ask`: what is asked, that each answer is saved at once, and that nothing is lost.

use std::fs;

use msacheck::check::{AskedRules, Check, Disk};
use msacheck::declaration::Edit;
use msacheck::questions::{OpenDeclaration, questions};
use msacheck::source::Fault;
use msacheck::standing::State;
use snapbox::Data;

use crate::tabled::built_in;
use crate::workplace::{TODAY, Workplace, repository};

/// A declaration of which a person wrote some, with comments.
const BEGUN: &str = "\
[[source]]
id = \"plan\"          # the plan of 2026
title = \"Plan\"
file = \"plan.txt\"

# Asked by the chief.
[lead]
state = \"in place\"   # since spring
";

fn begun() -> Workplace {
    let plan = "The force has one coordinator for modern slavery.\n";
    Workplace::new().declared("northmarch.toml", BEGUN).file("plan.txt", plan)
}

#[test]
fn it_asks_one_thing_after_the_other_and_says_what_each_answer_changes() {
    let answers = "\
# rank
superintendent
part-time
yes
The force has one coordinator for modern slavery.
in place
no
<
yes
?
plan: one coordinator for modern slavery
won't say
";
    let place = begun().file("answers.txt", answers);
    let run = place.run("ask --answers answers.txt northmarch.toml").done();
    assert!(run.out.is_empty(), "the file is the result");
    run.golden("ask/answered");
    let golden = repository().join("tests/cli/golden/ask/northmarch.toml");
    let written = Data::text(place.read("northmarch.toml"));
    snapbox::assert_data_eq!(written, Data::read_from(&golden, None).raw());
    assert_eq!(
        place.names(),
        ["answers.txt", "northmarch.toml", "plan.txt"],
        "nothing beside them"
    );
    place.run("check northmarch.toml").done();
}

#[test]
fn it_goes_on_where_it_was_left() {
    let place =
        begun().file("first.txt", "superintendent\nfull-time\n").file("rest.txt", "no\n.\n");
    place.run("ask --answers first.txt northmarch.toml").done();
    let before = place.read("northmarch.toml");
    assert!(before.contains("capacity = \"full-time\""), "{before}");
    let run = place.run("ask --answers rest.txt northmarch.toml").done();
    assert!(!run.err.contains("What rank"), "{run}");
    assert_eq!(
        place.read("northmarch.toml"),
        before.replace("full-time\"\n", "full-time\"\nnational-meetings = false\n")
    );
    let place = place.file("none.txt", "");
    let run = place.run("ask --again --answers none.txt northmarch.toml").done();
    assert!(run.err.contains("The file says: in place."), "{run}");
}

#[test]
fn only_what_counts_for_the_force_on_the_day_is_asked() {
    let rules = built_in();
    let today = TODAY.parse().unwrap();
    let place = begun();
    let asked = AskedRules::built_in().unwrap();
    let check = Check::new(&asked, &Disk, today);
    let open = OpenDeclaration::open(&check, &place.path("northmarch.toml")).unwrap();
    let of = |day: &str| questions(&rules, &open.declaration().force, day.parse().unwrap());
    let (then, now) = (of("2015-06-01"), of(TODAY));
    assert!(then.len() < now.len(), "{} {}", then.len(), now.len());
    for question in &now {
        assert!(!question.requirements.is_empty(), "{}", question.arrangement.id);
        assert!(!question.arrangement.informative);
    }
    // What is asked of makes all the difference: with every question answered, no finding is silent.
    let mut open = open;
    for question in &now {
        let of = question.arrangement.id.clone();
        open.save(&[Edit::State { of, state: State::Absent }]).unwrap();
    }
    let silent = open.assessment().counts().in_force.not_evidenced;
    assert_eq!(silent, 0);
}

#[test]
fn an_answer_that_cannot_be_taken_is_told_at_its_line_and_what_was_answered_stays() {
    let place = begun().file("answers.txt", "superintendent\n\n# what?\nmaybe\n");
    place.run("ask --answers answers.txt northmarch.toml").wrong().golden("ask/refused");
    assert!(place.read("northmarch.toml").contains("rank = \"superintendent\"\n"));
    let place = begun().file("answers.txt", "captain\n");
    let run = place.run("ask --answers answers.txt northmarch.toml").wrong();
    assert!(run.err.contains("`captain` is no rank"), "{run}");
}

#[test]
fn without_a_terminal_it_asks_for_answers_in_a_file() {
    let place = begun();
    place.run("ask northmarch.toml").wrong().golden("ask/no-terminal");
    place.run("ask --answers none.txt northmarch.toml").wrong();
    place.run("ask --answers none.txt missing.toml").wrong();
    assert_eq!(place.read("northmarch.toml"), begun().read("northmarch.toml"));
}

#[test]
fn what_a_force_does_not_say_is_nearer_to_nothing() {
    let place = Workplace::new().declared("northmarch.toml", "").file("answers.txt", "!\n.\n");
    let run = place.run("ask --answers answers.txt northmarch.toml");
    assert!(run.err.contains("Saved: answers 2 gaps without closing them."), "{run}");
}

#[test]
fn a_workbook_has_its_questions_in_it() {
    let place = Workplace::new();
    place.run("init --force northmarch --format xlsx northmarch.xlsx");
    place.run("ask --answers none.txt northmarch.xlsx").wrong().golden("ask/workbook");
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_written_over() {
    let place = begun();
    let asked = AskedRules::built_in().unwrap();
    let check = Check::new(&asked, &Disk, TODAY.parse().unwrap());
    let path = place.path("northmarch.toml");
    let mut one = OpenDeclaration::open(&check, &path).unwrap();
    let mut other = OpenDeclaration::open(&check, &path).unwrap();
    let edit = |state| [Edit::State { of: "coordinator".into(), state }];
    one.save(&edit(State::InPlace)).unwrap();
    let faults: Vec<Fault> = other.save(&edit(State::Absent)).unwrap_err();
    let told = faults[0].to_string().replace(&path.display().to_string(), "northmarch.toml");
    let told = format!("{}\n\n{told}\n{}\n", faults[0].fault_code(), faults[0].advice().unwrap());
    let golden = repository().join("tests/cli/golden/ask/changed.txt");
    snapbox::assert_data_eq!(Data::text(told), Data::read_from(&golden, None).raw());
    assert!(fs::read_to_string(&path).unwrap().contains("[coordinator]\nstate = \"in place\"\n"));
    // What can't be taken leaves the file as it is.
    let before = fs::read_to_string(&path).unwrap();
    let evidence = msacheck::declaration::Evidence {
        source: "plan".into(),
        quote: Some("words that stand nowhere in it".to_owned()),
        found: None,
        unseen: false,
        page: None,
        line: None,
        when: msacheck::declaration::When::Unsaid,
    };
    let wrong = [Edit::AddEvidence { of: "coordinator".into(), evidence }];
    assert!(one.save(&wrong).is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}
