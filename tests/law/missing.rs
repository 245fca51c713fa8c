//! What was missing.

use msacheck::standing::{Derivation, Outcome, Strength};

use crate::holds::Holds::{Comes, Reached, Says};
use crate::holds::Part::{Binds, Cites, Follows, Notes};
use crate::holds::{AGENCY, NATIONAL, PORT, Row, TERRITORIAL, TRANSPORT};

pub(crate) static ROWS: [Row; 9] = [
    Row {
        place: "2.1 consent asked and recorded",
        holds: &[
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"notification = { state = "in place", every-case = true }"#,
                "act-2015/s52-consent",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"notification = { state = "in place", consent-asked = false }"#,
                "act-2015/s52-consent",
                Outcome::NotMet,
            ),
            Comes(
                TRANSPORT,
                "2021-01-01",
                r#"notification = { state = "in place", consent-asked = true }"#,
                "act-2015/s52-consent",
                Outcome::Met,
            ),
            Says("act-2015/s52-consent", "2016-01-01", &[Follows(Derivation::Implied)]),
            Says(
                "act-2015/s52-consent",
                "2021-01-01",
                &[Follows(Derivation::Guidance), Cites("paras 5.29–5.31")],
            ),
        ],
    },
    Row {
        place: "2.2 written notice to the master, evidence of authority",
        holds: &[
            Comes(
                PORT,
                "2017-01-01",
                r#"maritime = { state = "in place", powers-known = true, authority-route = true, arrest-code = true }"#,
                "act-2015/sch2-notice-and-evidence",
                Outcome::NotEvidenced,
            ),
            Comes(
                PORT,
                "2017-01-01",
                r#"maritime = { state = "in place", written-notice = false, evidence-produced = true }"#,
                "act-2015/sch2-notice-and-evidence",
                Outcome::NotMet,
            ),
            Says("act-2015/sch2-notice-and-evidence", "2017-01-01", &[Binds(Strength::Duty)]),
        ],
    },
    Row {
        place: "2.3 the right to be heard on others' applications",
        holds: &[
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", procedures = ["variation"], procedures_complete = true }"#,
                "act-2015/s20-s27-hearing",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", procedures = ["hearings"] }"#,
                "act-2015/s20-s27-hearing",
                Outcome::Met,
            ),
            Comes(
                TRANSPORT,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", procedures = ["hearings"] }"#,
                "act-2015/s20-s27-hearing",
                Outcome::NotApplicable,
            ),
            Says(
                "act-2015/s20-s27-hearing",
                "2016-01-01",
                &[Binds(Strength::Power), Notes("The defendant may apply, too")],
            ),
        ],
    },
    Row {
        place: "2.4 interim orders' expiry and renewal",
        holds: &[
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", uses = ["interim orders"] }"#,
                "act-2015/s21-s28-expiry",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", interim-tracked = true }"#,
                "act-2015/s21-s28-expiry",
                Outcome::Met,
            ),
            Says(
                "act-2015/s21-s28-expiry",
                "2016-01-01",
                &[Follows(Derivation::Implied), Cites("21(7)–(8), 28(7)–(8)")],
            ),
        ],
    },
    Row {
        place: "2.5 crime number, progress, contact point",
        holds: &[
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"crime-recording = { state = "in place", offences-recorded = true, number-shared = false }"#,
                "yardsticks/s49-crime-number",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"crime-recording = { state = "in place", number-shared = true }"#,
                "yardsticks/s49-progress",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"victim-identification = { state = "in place", nrm-referral = true }"#,
                "yardsticks/s49-contact-point",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"victim-identification = { state = "in place", contact-point = "referral unit" }"#,
                "yardsticks/s49-contact-point",
                Outcome::Met,
            ),
            Says(
                "yardsticks/s49-crime-number",
                "2021-01-01",
                &[Cites("para. 11.19"), Notes("“must be shared”")],
            ),
            Says("yardsticks/s49-progress", "2021-01-01", &[Cites("para. 11.20")]),
            Says("yardsticks/s49-contact-point", "2021-01-01", &[Cites("para. 4.7")]),
        ],
    },
    Row {
        place: "2.6 anonymity of section 2 victims in the force's publicity",
        holds: &[
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"awareness = { state = "in place", results-published = true }"#,
                "act-2015/sch5-anonymity",
                Outcome::NotEvidenced,
            ),
            Comes(
                NATIONAL,
                "2016-01-01",
                r#"victim-anonymity = { state = "in place", checked = false }"#,
                "act-2015/sch5-anonymity",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2015-07-30",
                r#"victim-anonymity = { state = "in place", checked = true }"#,
                "act-2015/sch5-anonymity",
                Outcome::NotInForce,
            ),
            Says(
                "act-2015/sch5-anonymity",
                "2016-01-01",
                &[Binds(Strength::Duty), Notes("lifetime")],
            ),
        ],
    },
    Row {
        place: "2.7 adult safeguarding, police protection and specialist officer, Achieving Best Evidence",
        holds: &[
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"victim-identification = { state = "in place", adult-safeguarding = false }"#,
                "yardsticks/s49-adult-safeguarding",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"child-victims = { state = "in place", police-protection = true }"#,
                "yardsticks/s49-child-victims",
                Outcome::Met,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"victim-interviews = { state = "in place", best-evidence = true }"#,
                "yardsticks/s49-specialist-officer",
                Outcome::NotEvidenced,
            ),
            Comes(
                TERRITORIAL,
                "2021-01-01",
                r#"victim-interviews = { state = "in place", best-evidence = true }"#,
                "yardsticks/s49-best-evidence",
                Outcome::Met,
            ),
            Says("yardsticks/s49-adult-safeguarding", "2021-01-01", &[Cites("para. 5.15")]),
            Says("yardsticks/s49-specialist-officer", "2021-01-01", &[Cites("para. 12.5")]),
            Says("yardsticks/s49-best-evidence", "2021-01-01", &[Cites("para. 12.6")]),
        ],
    },
    Row {
        place: "2.8 the National Crime Agency",
        holds: &[
            Reached(
                AGENCY,
                "act-2015/s52-notify",
                "s. 52(5)(c)",
                Some("England and Wales (s. 60(1))"),
            ),
            Reached(
                AGENCY,
                "act-2015/s15-stpo-application",
                "ss. 15(1)(c), 23(1)(c)",
                Some("England and Wales (s. 60(1))"),
            ),
            Comes(
                AGENCY,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", details-passed-on = false }"#,
                "act-2015/s19-pass-on",
                Outcome::NotMet,
            ),
            Comes(
                TERRITORIAL,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", details-passed-on = true }"#,
                "act-2015/s19-pass-on",
                Outcome::NotApplicable,
            ),
            Comes(
                AGENCY,
                "2016-01-01",
                r#"prevention-orders = { state = "in place", procedures = ["hearings"] }"#,
                "act-2015/s20-s27-hearing",
                Outcome::Met,
            ),
            Comes(AGENCY, "2016-01-01", "", "act-2015/s20-s27-vary", Outcome::NotApplicable),
            Comes(AGENCY, "2016-01-01", "", "act-2015/s20-s27-vary-own", Outcome::NotEvidenced),
            Comes(NATIONAL, "2016-01-01", "", "act-2015/s52-notify", Outcome::NotApplicable),
        ],
    },
    Row {
        place: "2.9 the British Transport Police in Scotland",
        holds: &[
            Reached(
                TRANSPORT,
                "act-2015/s52-notify",
                "s. 52(5)(b)",
                Some("England and Wales (s. 60(1))"),
            ),
            Reached(
                TRANSPORT,
                "act-2015/s51-age-presumption",
                "ss. 51(1)(a), 56(3)",
                Some("England and Wales (s. 60(1))"),
            ),
            // Part 4 is law in all of the United Kingdom (s. 60(3)).
            Reached(TRANSPORT, "act-2015/s43-cooperate", "Sch. 3", None),
        ],
    },
];
