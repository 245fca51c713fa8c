//! What a real declaration meets: requirement by requirement, with the words of the answer that
//! meet it. Nothing else may come out met.
//!
//! This is no golden file on purpose: nobody should be able to let a requirement be met by
//! refreshing snapshots. Whoever adds one reads the words beside it and asks: do they say that?

use serde_json::Value;

use crate::workplace::Workplace;

/// A requirement that is met.
#[derive(Debug, PartialEq, Eq)]
struct Met {
    requirement: String,
    superseded: bool,
    words: Vec<String>,
}

fn met(requirement: &str, superseded: bool, words: &[&str]) -> Met {
    let words = words.iter().map(|words| (*words).to_owned()).collect();
    Met { requirement: requirement.to_owned(), superseded, words }
}

/// The arrangements that decide a finding, in the order of the rule.
fn deciding(node: &Value, found: &mut Vec<Value>) {
    if node["decides"] != true {
        return;
    }
    if !node["arrangement"].is_null() && !found.contains(&node["arrangement"]) {
        found.push(node["arrangement"].clone());
    }
    node["children"].as_array().unwrap().iter().for_each(|child| deciding(child, found));
}

/// What a sample meets, with the words of its evidence; each has this basis.
fn met_by(sample: &str, basis: &str) -> Vec<Met> {
    let place = Workplace::with_samples();
    let run = place.run(&format!("check --full --format json samples/{sample}")).done();
    let result: Value = serde_json::from_str(&run.out).unwrap();
    let arrangements = result["arrangements"].as_array().unwrap();
    result["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["outcome"] == "met")
        .map(|finding| {
            let mut decide = Vec::new();
            finding["because"].as_array().unwrap().iter().for_each(|n| deciding(n, &mut decide));
            let evidence = decide.iter().flat_map(|id| {
                let one = arrangements.iter().find(|one| one["arrangement"] == *id).unwrap();
                assert_eq!(one["basis"], basis, "{id}");
                one["evidence"].as_array().unwrap()
            });
            Met {
                requirement: finding["requirement"].as_str().unwrap().to_owned(),
                superseded: finding["superseded"].as_bool().unwrap(),
                words: evidence.map(|e| e["quote"].as_str().unwrap().to_owned()).collect(),
            }
        })
        .collect()
}

const PARTNERSHIP_2018: [&str; 5] = [
    "Every NPU now has a LA-level multi-agency MSHT partnership.",
    "We have established a Strategic Liberate Board with representation from CSP Chairs and other strategic partners.",
    "through the Strategic MS Group for all LA CSP leads",
    "WMASN is the conduit into a wide variety of 3rd sector organisations",
    "GLAA are also a key member of the above-mentioned MSIS panel.",
];

const LEAD_2018: [&str; 4] = [
    "We have a nominated force lead, deputy force lead, FCID and PPU SPOCs",
    "by force lead Detective Superintendent",
    "Overall governance is maintained through ACC",
    "WMP is also represented by the MS force leads at National MS NPCC conferences",
];

const REGION_2018: [&str; 3] = [
    "ROCU provide a regional service and have analyst",
    "details supplied by officers to the regional MS coordinator for collation.",
    "as part of the force response to Project Aidant 2017 intensifications.",
];

#[test]
fn nothing_is_met_in_2017_but_by_these_words() {
    let expected = [
        met(
            "strategy-2014/pursue-rocu",
            false,
            &["WMP is also supported by the WMROCU dedicated Co-ordinator and Analyst."],
        ),
        met(
            "strategy-2014/protect-partnership",
            false,
            &[
                "The Force Lead is Chair of the West Midlands Strategic Slavery/Trafficking Partnership",
                "is working with the 7 L.A’s to shape localised delivery against the agenda.",
            ],
        ),
        met(
            "strategy-2011/coordination-guidance",
            true,
            &[
                "The Force has agreed Guidance for officers",
                "working with partners to agree a West Midlands Guidance document for all relevant agencies.",
                "The latter is in a consultation phase.",
            ],
        ),
    ];
    assert_eq!(met_by("west-midlands-2017.toml", "quoted"), expected);
}

/// A year later the paper itself isn't at hand: its words are cited. `tests/papers.rs` holds them
/// against it.
#[test]
fn nothing_is_met_in_2018_but_by_these_words() {
    let expected = [
        met("strategy-2014/pursue-lead", false, &LEAD_2018),
        met(
            "strategy-2014/pursue-training-specialist",
            false,
            &[
                "14 staff from NPUs and Investigation teams have been trained as MS tactical advisors.",
                "This 4 day course will soon be licensed to WMP for regional delivery.",
                "Training has been delivered to supervisors from all departments; it has now been included in ICIDP and Student Officers courses.",
                "A partnership training day was held in September 2017",
                "disseminated to all frontline officers and staff in April 2018",
                "over 100 WMP officers were trained for a full day",
                "on providing a competent first line response to MSHT.",
                "An investigative table top exercise was held in October 2017",
            ],
        ),
        met("strategy-2014/pursue-rocu", false, &REGION_2018),
        met(
            "strategy-2014/protect-at-risk",
            false,
            &[
                "officers have delivered a number of presentations to landlords, homeless and women's groups across the force area.",
                "harder to reach communities which make up our known risk groups for MSHT victimisation.",
                "A Multi-agency NHS led Liberate campaign was launched at Birmingham Grand Central in March 2018",
                "with a clear message inviting community intelligence.",
                "A presentation has been shared with school staff to help raise awareness of MSHT issues.",
            ],
        ),
        met("strategy-2014/protect-partnership", false, &PARTNERSHIP_2018),
        met("strategy-2014/pursue-national-group", false, &LEAD_2018),
        met(
            "strategy-2014/pursue-spoc",
            false,
            &["There is also a full-time seconded sergeant coordinator for MS in force."],
        ),
        met("strategy-2011/coordination-partnership", true, &PARTNERSHIP_2018),
        met("strategy-2011/coordination-lead", true, &LEAD_2018),
        met("strategy-2011/coordination-tasking", true, &REGION_2018),
        met(
            "strategy-2011/coordination-guidance",
            true,
            &[
                "An MS webpage is active on the PPU website which provides advice and guidance.",
                "This was refreshed in April 2018 and includes dedicated pages and an investigative toolkit for modern slavery.",
                "The awareness of the NRM has been promulgated via training/messaging and web guidance.",
            ],
        ),
    ];
    assert_eq!(met_by("west-midlands-2018.toml", "cited"), expected);
}
