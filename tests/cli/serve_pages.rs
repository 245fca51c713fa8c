//! `serve`: what its pages show and lead to.

use crate::served::Served;
use crate::workplace::Workplace;

fn place() -> Workplace {
    Workplace::new().declared("northmarch.toml", "# ours\n[lead]\nstate = \"planned\"\n")
}

#[test]
fn every_format_of_the_report_is_there_to_download() {
    let place = place();
    let served = Served::open(&place);
    let force = served.force();
    let gaps = served.get(&format!("{force}/gaps")).body;
    let link = format!("href=\"{force}/report/");
    let formats = gaps.split(&link).skip(1);
    let formats: Vec<&str> = formats.map(|own| own.split('"').next().unwrap()).collect();
    assert!(formats.len() > 10, "{formats:?}");
    for format in formats {
        let reply = served.get(&format!("{force}/report/{format}"));
        assert_eq!(reply.status, 200, "{format}");
        assert!(reply.head.contains("content-disposition: attachment"), "{format}: {}", reply.head);
        assert!(!reply.body.is_empty(), "{format}");
    }
}

#[test]
fn what_is_changed_by_hand_meanwhile_stays() {
    let place = place();
    let served = Served::open(&place);
    let ask = format!("{}/ask/training", served.force());
    let seen = served.get(&ask).hidden("seen");
    let body = place.read("northmarch.toml");
    let by_hand = body.replace("# ours", "# ours, by hand").replace("\"planned\"", "\"partial\"");
    std::fs::write(place.path("northmarch.toml"), &by_hand).unwrap();
    let fields = [("seen", seen.as_str()), ("state", "planned"), ("then", "stay")];
    assert_eq!(served.post(&ask, &fields).status, 303);
    let after = place.read("northmarch.toml");
    assert!(after.starts_with(by_hand.trim_end()) && after.contains("[training]"), "{after}");
}

#[test]
fn the_folder_says_what_falls_short_and_what_was_changed_last() {
    let place = place();
    let served = Served::open(&place);
    let home = served.get("/").body;
    assert!(
        home.contains("Gaps by strength")
            && home.contains("duty: ")
            && home.contains("expectation: ")
    );
    assert!(!home.contains("Changed last"));
    let ask = format!("{}/ask/lead", served.force());
    let seen = served.get(&ask).hidden("seen");
    assert_eq!(served.post(&ask, &[("seen", seen.as_str()), ("state", "absent")]).status, 303);
    let home = served.get("/").body;
    let last = home.split("Changed last").nth(1).expect("what was changed last");
    assert!(last.split("</dd>").next().unwrap().contains("saved. It "), "{last}");
}

#[test]
fn how_a_thing_stands_is_said_in_the_same_words_everywhere() {
    let place = place().file(
        "papers/plan.txt",
        "Northmarch Police\n\nNorthmarch Police has a lead for modern slavery.\n",
    );
    let served = Served::open(&place);
    let force = served.force();
    let question = served.get(&format!("{force}/ask/lead")).body;
    let home = served.get("/").body;
    let paper = home.split("href=\"/paper/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let paper = served.get(&format!("/paper/{paper}")).body;
    for words in ["In place", "Partial", "Planned", "Absent", "Withheld: the force won’t say"] {
        assert!(question.contains(&format!(">{words}</label>")), "{words}: {question}");
        assert!(paper.contains(&format!(">{words}</option>")), "{words}: {paper}");
    }
}
