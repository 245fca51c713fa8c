//! Requests under the Freedom of Information Act and their answers, in the layouts in which forces send them: whatever the
//! answer is, no question is read as what the force has, and no answer as that to another question.

use std::fmt::Write;

use msacheck::checklists;
use msacheck::document::open;
use msacheck::reading::{Reader, Scratch};

/// What is asked: the arrangement, and the question as such, after "whether your force", and without a verb of its own.
const ASKED: [(&str, [&str; 3]); 6] = [
    (
        "investigative-capacity",
        [
            "Does the force have a dedicated modern slavery unit?",
            "has a dedicated modern slavery unit;",
            "Whether there is a dedicated modern slavery unit",
        ],
    ),
    (
        "coordinator",
        [
            "Is there a modern slavery coordinator?",
            "has a modern slavery coordinator;",
            "Whether a modern slavery coordinator is employed",
        ],
    ),
    (
        "partnership",
        [
            "Do you belong to an anti-slavery partnership?",
            "belongs to an anti-slavery partnership;",
            "Membership of any anti-slavery partnership",
        ],
    ),
    (
        "guidance",
        [
            "Has the force a written policy on modern slavery?",
            "has a written policy on modern slavery;",
            "Any written policy on modern slavery",
        ],
    ),
    (
        "strategy",
        [
            "Have you got a modern slavery strategy?",
            "has a modern slavery strategy;",
            "A modern slavery strategy, if one exists",
        ],
    ),
    (
        "budget",
        [
            "Is any budget set aside for modern slavery?",
            "sets a budget aside for modern slavery;",
            "What budget is set aside for modern slavery",
        ],
    ),
];

/// How it is answered, and what that says.
const ANSWERS: [(&str, &[&str]); 3] = [
    (
        "in place",
        &[
            "Yes.",
            "Yes, it does.",
            "We do.",
            "Yes, since 2016.",
            "It does.",
            "Yes, there is.",
            "We have.",
        ],
    ),
    (
        "absent",
        &[
            "No.",
            "None.",
            "No, it does not.",
            "We do not.",
            "It does not.",
            "Not at present.",
            "There is none.",
            "No such thing exists.",
            "Nil.",
            "We have none.",
            "Never has done.",
            "No information held, as there is none.",
            "No, and none is planned.",
        ],
    ),
    (
        "planned",
        &[
            "Not yet, but one is planned for next year.",
            "It is planned.",
            "Not at present; one is being set up.",
        ],
    ),
];

/// How a request is laid out with its answers: which form its questions have, what stands over them and over the answers, and
/// what stands before each, `#` being its number and `@` its letter.
type Layout = (usize, [&'static str; 2], [&'static str; 2]);

const LAYOUTS: [Layout; 7] = [
    (0, ["Request", "Response"], ["#. ", "#. "]),
    (0, ["QUESTIONS", "ANSWERS"], ["#) ", "Q# "]),
    (0, ["You asked for the following under the Act:", "Our response"], ["#. ", "Question #: "]),
    (0, ["Information requested:", "Information supplied:"], ["(@) ", "(@) "]),
    (1, ["REQUEST\n\nPlease say whether your force", "RESPONSE"], ["#. ", "#. "]),
    (1, ["I would be grateful to be told if your constabulary:", "Answer"], ["#. ", "#. "]),
    (2, ["Request\n\nI should like to know:", "Response"], ["#. ", "#. "]),
];

fn paper(layout: &Layout, asked: &[(&str, [&str; 3])], answers: &[&str]) -> String {
    let mut paper = "Northmarch Police\n\nFreedom of Information: modern slavery\n".to_owned();
    let mark = |mark: &str, at: usize| {
        let letter = ["a", "b", "c"][at];
        mark.replace('#', &(at + 1).to_string()).replace('@', letter)
    };
    let (form, heads, marks) = layout;
    let _ = write!(paper, "\n{}\n\n", heads[0]);
    for (at, (_, forms)) in asked.iter().enumerate() {
        let _ = writeln!(paper, "{}{}", mark(marks[0], at), forms[*form]);
    }
    let _ = write!(paper, "\n{}\n", heads[1]);
    for (at, answer) in answers.iter().enumerate() {
        let _ = write!(paper, "\n{}{answer}\n", mark(marks[1], at));
    }
    paper
}

#[test]
fn an_answer_answers_its_own_question_in_every_layout() {
    let lexicon = checklists::lexicon().unwrap();
    let rulebook = checklists::rulebook().unwrap();
    let reader = Reader::new(&lexicon, rulebook.vocabulary().ranks());
    let (mut tried, mut right, mut wrong) = (0_usize, 0_usize, String::new());
    for layout in &LAYOUTS {
        for (said, answers) in ANSWERS {
            // What stands between them is answered otherwise.
            let (other, between) =
                if said == "absent" { ("in place", "Yes.") } else { ("absent", "No.") };
            for answer in answers {
                for asked in ASKED.chunks(3) {
                    let paper = paper(layout, asked, &[answer, between, answer]);
                    let document = open("answer.txt", paper.as_bytes()).unwrap();
                    let found = reader.read(&document, None, &mut Scratch::default()).arrangements;
                    for ((id, _), expected) in asked.iter().zip([said, other, said]) {
                        tried += 1;
                        let read = found.iter().find(|own| own.arrangement.as_str() == *id);
                        match read.map(|own| own.state.to_string()).as_deref() {
                            Some(state) if state == expected => right += 1,
                            // What isn't plain is asked.
                            None => {}
                            Some(state) => {
                                let _ = writeln!(
                                    wrong,
                                    "{id} is {expected}, read as {state}:\n{paper}"
                                );
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(right * 100 >= tried * 93, "{right} of {tried} read");
}
