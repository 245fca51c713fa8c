//! What a reasonable force failed.

use msacheck::standing::Outcome;

use crate::holds::Holds::{Comes, Says};
use crate::holds::Part::{Cites, Notes, Title};
use crate::holds::{Row, TERRITORIAL};

pub(crate) static ROWS: [Row; 9] = [
    Row {
        place: "3 too hard: s1-crime-recording",
        holds: &[Comes(
            TERRITORIAL,
            "2021-01-01",
            r#"crime-recording = { state = "in place", offences-recorded = true, each-victim = false, incident-first = true }"#,
            "act-2015/s1-crime-recording",
            Outcome::Met,
        )],
    },
    Row {
        place: "3 too hard: s3-exploitation-types",
        holds: &[
            Comes(
                TERRITORIAL,
                "2021-01-01",
                "crime-recording = { state = \"in place\", flags = [\"slavery or forced labour\", \"sexual exploitation\", \"organ removal\", \"criminal exploitation\", \"domestic servitude\"] }\ntraining = { state = \"in place\", exploitation = [\"slavery or forced labour\", \"sexual exploitation\", \"organ removal\", \"criminal exploitation\", \"domestic servitude\"] }",
                "act-2015/s3-exploitation-types",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"crime-recording = { state = "in place", flags = ["slavery or forced labour", "sexual exploitation", "criminal exploitation"], flags_complete = true }"#,
                "act-2015/s3-exploitation-types",
                Outcome::NotMet,
            ),
            Says(
                "act-2015/s3-exploitation-types",
                "2021-01-01",
                &[Notes("the online report to the Home Office offers")],
            ),
        ],
    },
    Row {
        place: "3 too hard: s52-content, s52-adult-anonymity",
        holds: &[
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"notification = { state = "in place", routes = ["online report"], reports-kept = true, contents = ["slavery", "trafficking", "police referral", "police area", "facts of slavery", "facts of trafficking"], further-contents = ["date of birth", "other suspected victims"] }"#,
                "act-2015/s52-content",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"notification = { state = "in place", routes = ["online report"], contents = ["slavery", "trafficking", "police referral", "police area", "facts of slavery", "facts of trafficking"], further-contents = ["date of birth", "other suspected victims"] }"#,
                "act-2015/s52-content",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2019-01-01",
                r#"notification = { state = "in place", routes = ["online report"], reports-kept = true, contents = ["slavery", "trafficking", "police referral", "police area", "facts of slavery", "facts of trafficking"], further-contents = ["date of birth", "other suspected victims"] }"#,
                "act-2015/s52-content",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"notification = { state = "in place", routes = ["online report"], reports-kept = true }"#,
                "act-2015/s52-content",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"notification = { state = "in place", routes = ["online report"], reports-kept = true, left-out = ["name", "suspected perpetrators", "other suspected victims", "anything else that identifies"], left-out_complete = true }"#,
                "act-2015/s52-adult-anonymity",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"notification = { state = "in place", routes = ["online report"], reports-kept = true }"#,
                "act-2015/s52-adult-anonymity",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"notification = { state = "in place", routes = ["online report"], reports-kept = true }"#,
                "act-2015/s52-consent",
                Outcome::Met,
            ),
            Says(
                "act-2015/s52-content",
                "2021-01-01",
                &[
                    Cites("published source of the online report"),
                    Notes("whose source the Home Office publishes"),
                ],
            ),
        ],
    },
    Row {
        place: "3 too hard: s15-notice-received",
        holds: &[
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"prevention-orders = { state = "in place", notices-to = "orders mailbox", notices-known = true }"#,
                "act-2015/s15-notice-received",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"prevention-orders = { state = "in place", notices-to = "orders mailbox", notices-known = false }"#,
                "act-2015/s15-notice-received",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"prevention-orders = { state = "in place", notices-from = ["immigration officers", "National Crime Agency", "labour regulator"] }"#,
                "act-2015/s15-notice-received",
                Outcome::NotEvidenced,
            ),
        ],
    },
    Row {
        place: "3 too hard: sf2-priority",
        holds: &[
            Comes(
                TERRITORIAL,
                "2019-01-01",
                "lead = { state = \"in place\", rank = \"superintendent\" }\nstrategy = { state = \"in place\", priority-in = [\"force plan\"] }",
                "yardsticks/sf2-priority",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2019-01-01",
                "lead = { state = \"in place\", rank = \"superintendent\" }\nstrategy = { state = \"in place\", priority-in = [\"police and crime plan\"], priority-in_complete = true }",
                "yardsticks/sf2-priority",
                Outcome::NotMet,
            ),
        ],
    },
    Row {
        place: "3 too hard: prevent-facilitation, prevent-intervention",
        holds: &[
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"prevention-work = { state = "in place", tackles = ["known sites"] }"#,
                "strategy-2014/prevent-facilitation",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"prevention-work = { state = "in place", tackles = ["known sites"] }"#,
                "strategy-2014/prevent-intervention",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"partnership = { state = "in place", tackles = ["people being drawn in"] }"#,
                "strategy-2014/prevent-intervention",
                Outcome::Met,
            ),
        ],
    },
    Row {
        place: "3 too hard: pursue-intelligence, prepare-support",
        holds: &[
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"intelligence = { state = "in place", intelligence-officers = 1 }"#,
                "strategy-2014/pursue-intelligence",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"intelligence = { state = "in place", analysts = 0, intelligence-officers = 0 }"#,
                "strategy-2014/pursue-intelligence",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"victim-support = { state = "in place", handover = true }"#,
                "strategy-2014/prepare-support",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2018-01-01",
                r#"victim-support = { state = "in place", handover = false, reception-centres = false }"#,
                "strategy-2014/prepare-support",
                Outcome::NotMet,
            ),
        ],
    },
    Row {
        place: "3 too hard: s43-cooperate",
        holds: &[
            Comes(
                NEVER_ASKED,
                "2026-01-01",
                r#"source = [{ id = "log", title = "Log of requests" }]"#,
                "act-2015/s43-cooperate",
                Outcome::NotApplicable,
            ),
            // What is only asserted doesn't count, and silence never does.
            Comes(
                "kind = \"territorial\"\nnone = [{ of = \"commissioner-request\", from = 2015-07-31 }]",
                "2026-01-01",
                "",
                "act-2015/s43-cooperate",
                Outcome::NotEvidenced,
            ),
            Comes(TERRITORIAL, "2026-01-01", "", "act-2015/s43-cooperate", Outcome::NotEvidenced),
            Says(
                "act-2015/s43-cooperate",
                "2026-01-01",
                &[Title("complies so far as reasonably practicable"), Notes("on request alone")],
            ),
        ],
    },
    Row {
        place: "3 too hard: s35-maritime",
        holds: &[
            Comes(
                "id = \"derbyshire\"\nkind = \"territorial\"",
                "2026-01-01",
                "",
                "act-2015/s35-maritime",
                Outcome::NotApplicable,
            ),
            Comes(
                "id = \"kent\"\nkind = \"territorial\"",
                "2026-01-01",
                "",
                "act-2015/s35-maritime",
                Outcome::NotEvidenced,
            ),
            // Of a force that no table has, nothing is known: it is asked.
            Comes(TERRITORIAL, "2026-01-01", "", "act-2015/s35-maritime", Outcome::NotEvidenced),
        ],
    },
];

/// A force that names the log in which no request stands.
const NEVER_ASKED: &str = "kind = \"territorial\"\nnone = [{ of = \"commissioner-request\", \
                           from = 2025-01-01, evidence = [{ source = \"log\" }] }]";
