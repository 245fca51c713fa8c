//! Faults that people make, planted one at a time in sound files: both judges refuse each.

use msacheck::report::SchemaKind;
use msacheck::source::Fault;
use msacheck::standing::Words;

use crate::judge::Judge;

/// A kind, what to replace in its sound file (nothing: add at the end), and by what.
const PLANTED: &[(SchemaKind, &str, &str)] = &[
    (SchemaKind::Declaration, "\"territorial\"", "\"teritorial\""),
    (SchemaKind::Declaration, "\"somewhere\"", "\"Some Where\""),
    (SchemaKind::Declaration, "2026-03-31", "\"2026-03\""),
    (SchemaKind::Declaration, "id = \"some-words\"\n", ""),
    (SchemaKind::Declaration, "", "[leed]\nstate = \"absent\"\n"),
    (SchemaKind::Declaration, "", "[lead]\nstate = \"in-place\"\n"),
    (SchemaKind::Declaration, "", "[lead]\nrank = \"inspector\"\n"),
    (SchemaKind::Declaration, "", "[lead]\nstate = \"planned\"\nrank = \"wizard\"\n"),
    (SchemaKind::Declaration, "", "[lead]\nstate = \"planned\"\nremit = \"yes\"\n"),
    (SchemaKind::Declaration, "", "[lead]\nstate = \"planned\"\nremitt = true\n"),
    (SchemaKind::Declaration, "", "[lead]\nstate = \"planned\"\nsince = \"2017-13\"\n"),
    (SchemaKind::Declaration, "", "[lead]\nstate = \"planned\"\nnote = \"…\"\n"),
    (
        SchemaKind::Declaration,
        "",
        "[partnership]\nstate = \"planned\"\nmembers = [\"hospitals\"]\n",
    ),
    (SchemaKind::Declaration, "", "[partnership]\nstate = \"planned\"\nrole_complete = true\n"),
    (
        SchemaKind::Declaration,
        "",
        "[lead]\nstate = \"planned\"\nevidence = [{ quote = \"a b c d\" }]\n",
    ),
    (SchemaKind::Declaration, "", "[[force.none]]\nof = \"a-request\"\nfrom = 2016-01-01\n"),
    (SchemaKind::Declaration, "", "[[force.none]]\nof = \"commissioner-request\"\n"),
    (SchemaKind::Declaration, "", "[[force.none]]\nof = \"commissioner-request\"\nfrom = 2016\n"),
    (SchemaKind::Arrangement, "question", "quetsion"),
    (SchemaKind::Arrangement, "", "[fields.State]\ntype = \"text\"\nquestion = \"?\"\n"),
    (SchemaKind::Arrangement, "", "[fields.state]\ntype = \"text\"\nquestion = \"?\"\n"),
    (SchemaKind::Arrangement, "", "[fields.size]\ntype = \"texts\"\nquestion = \"?\"\n"),
    (SchemaKind::Arrangement, "", "[fields.size]\ntype = \"choice\"\nquestion = \"?\"\n"),
    (
        SchemaKind::Arrangement,
        "",
        "[fields.size]\ntype = \"choice\"\nof = [\"big\"]\nquestion = \"?\"\n",
    ),
    (
        SchemaKind::Arrangement,
        "",
        "[fields.size]\ntype = \"text\"\nof = [\"a\", \"b\"]\nquestion = \"?\"\n",
    ),
    (SchemaKind::Arrangement, "", "limits = \"capacity is part-time\"\n"),
    (SchemaKind::Instrument, "2015-01-01", "2015"),
    (SchemaKind::Instrument, "", "superseded_on = 2016-01-01\n"),
    (SchemaKind::Rules, "\"duty\"", "\"dutty\""),
    (SchemaKind::Rules, "[\"forces\"]", "[\"police\"]"),
    (SchemaKind::Rules, "\"seen\"", "\"sene\""),
    (SchemaKind::Rules, "\"Do it.\"", "\"…\""),
    (SchemaKind::Rules, "remedy", "remidy"),
    (SchemaKind::Rules, "heading", "headline"),
    (SchemaKind::Rules, "[{ any = [\"lead\"] }]", "[]"),
    (SchemaKind::Rules, "[{ any = [\"lead\"] }]", "[\"leed\"]"),
    (SchemaKind::Rules, "[{ any = [\"lead\"] }]", "[\"lead with rank\"]"),
    (SchemaKind::Rules, "[{ any = [\"lead\"] }]", "[{ at-least = 0, of = [\"lead\"] }]"),
    (SchemaKind::Rules, "[{ any = [\"lead\"] }]", "[{ of = [\"lead\"] }]"),
    (SchemaKind::Rules, "[{ any = [\"lead\"] }]", "[{ any = [\"lead\"], all = [\"lead\"] }]"),
    (SchemaKind::Rules, "[{ any = [\"lead\"] }]", "[[{ some = [\"lead\"] }]]"),
    (SchemaKind::Rules, "remedy", "applies_to = { kind = \"city\" }\nremedy"),
    (SchemaKind::Rules, "remedy", "applies_to = { any = [{ sea-prot = true }] }\nremedy"),
    (SchemaKind::Rules, "\"not met\"", "\"unmet\""),
    (SchemaKind::Rules, "outcome = \"not met\"", ""),
    (SchemaKind::Rules, "declared = { lead", "declared = { leed"),
    (SchemaKind::Rules, "\"absent\" }", "\"absent\", ranc = \"inspector\" }"),
    (SchemaKind::Rules, "", "force = { airport = true }\n"),
    (SchemaKind::Ranks, "\"sergeant\",", "7,"),
    (SchemaKind::Ranks, "prefixes", "prefixs"),
    (SchemaKind::Ranks, "pc = \"constable\"", "pc = 1"),
    (SchemaKind::Arrangement, "", "[reading]\ncue = [\"thing\"]\n"),
    (
        SchemaKind::Arrangement,
        "",
        "[[reading.example]]\ntext = \"It has one.\"\nstate = \"there\"\n",
    ),
    (SchemaKind::Context, "\"negated\"", "\"negative\""),
    (SchemaKind::Context, "\"forward\"", "\"left\""),
    (SchemaKind::Context, "phrases", "phrase"),
    (SchemaKind::Context, "[\"modern slavery\"]", "\"modern slavery\""),
    (SchemaKind::Context, "reading.lead", "reading.leed"),
    (SchemaKind::Forces, "\"territorial\"", "\"rural\""),
    (SchemaKind::Forces, "name", "title"),
    (SchemaKind::Forces, "kind", "sea-port = \"yes\"\nkind"),
    (SchemaKind::Forces, "kind", "sea-port = { is = true }\nkind"),
    (SchemaKind::Forces, "kind", "regional-unit = true\nkind"),
    (SchemaKind::Forces, "kind", "policing-body = { is = \"A body\" }\nkind"),
    (SchemaKind::Reach, "as = \"an officer\", ", ""),
    (SchemaKind::Reach, "territorial", "rural"),
    (SchemaKind::Reach, "title", "tittle"),
    (SchemaKind::Events, "12", "0"),
    (SchemaKind::Events, "2015-01-01", "\"2015\""),
    (SchemaKind::Events, "none", "nothing"),
    (SchemaKind::Rules, "remedy", "applies_to = { reach = \"nobody\" }\nremedy"),
    (SchemaKind::Rules, "remedy", "applies_to = { arises_on = \"nothing\" }\nremedy"),
    (SchemaKind::Examples, "{ lead", "{ leed"),
    (SchemaKind::Examples, "\"planned\"", "\"plan\""),
    (SchemaKind::Examples, "", "misses = \"yes\"\n"),
    (SchemaKind::Project, "check", "chek"),
    (SchemaKind::Project, "[\"force.toml\"]", "\"force.toml\""),
    (SchemaKind::Project, "", "[gate]\nduty = \"not evidenced\"\n"),
    (SchemaKind::Actions, "owner", "woner"),
    (SchemaKind::Decisions, "quote", "quoted"),
    (SchemaKind::Decisions, "976ecff4", "976"),
    (SchemaKind::Decisions, "\"changed\"", "\"moved\""),
    (SchemaKind::Decisions, "state = \"partial\"", ""),
    (SchemaKind::Decisions, "line = 12", "line = 0"),
    (SchemaKind::Papers, "address", "adress"),
    (SchemaKind::Papers, "https://northmarch.example/answer", "northmarch.example"),
    (
        SchemaKind::Papers,
        "https://northmarch.example/answer",
        "https://northmarch.example/an answer",
    ),
    (SchemaKind::Papers, "\"2017-06\"", "\"summer\""),
    (SchemaKind::Papers, "file = \"plan.pdf\"", ""),
    (SchemaKind::Actions, "\"to do\"", "\"soon\""),
    (SchemaKind::Actions, "2026-12-31", "\"2026-12\""),
    (SchemaKind::Actions, "\"strategy-2014/pursue-lead\"", "1"),
    (SchemaKind::Actions, "status", "force = \"Northmarch Police\"\nstatus"),
    (SchemaKind::Actions, "status = \"to do\"", ""),
    (SchemaKind::Project, "", "[gate]\npower = \"withheld\"\n"),
];

#[test]
fn each_is_refused_by_both() {
    for kind in SchemaKind::ALL.iter().filter(|kind| kind.is_written_by_people()) {
        let judge = Judge::new(*kind);
        let sound = judge.text();
        assert_eq!(judge.objections(sound), [""; 0], "{kind}");
        assert!(judge.faults(sound).is_empty(), "{kind}");
        for (_, from, to) in PLANTED.iter().filter(|(of, ..)| of == kind) {
            assert!(sound.contains(from), "{kind}: there is no `{from}` to replace");
            let text = match *from {
                "" => format!("{sound}{to}"),
                from => sound.replacen(from, to, 1),
            };
            let lines: Vec<String> = judge.faults(&text).iter().map(Fault::one_line).collect();
            assert!(!lines.is_empty(), "{kind}: the loader takes\n{text}");
            assert!(
                !judge.objections(&text).is_empty(),
                "{kind}: the schema takes what has {lines:?}\n{text}"
            );
        }
    }
}
