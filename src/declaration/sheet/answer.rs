//! From what a cell holds to the value that TOML has for it.

use super::folding::{folded, key, meant};
use super::kind::Kind;
use super::list;
use crate::document::Held;
use crate::source::quoted_on_one_line as quoted;
use crate::standing::{Day, RankTable};

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unfit {
    /// What it is.
    pub message: String,
    /// What was expected.
    pub expected: &'static str,
    /// The likely fix.
    pub help: Option<String>,
}

const YES_OR_NO: &str = "expected yes or no";
const WORDS: &str = "expected words";
const NUMBER: &str = "expected a whole number, or a range such as 10-15";
const DATE: &str = "expected a day (2017-06-30), a month (2017-06) or a year (2017)";
/// The first and the last serial number that is likelier a day than anything else: 1950 and 2078.
const DAYS: std::ops::RangeInclusive<i64> = 18264..=65380;

/// The value of an answer. What TOML's reader knows best (a word that isn't known, a date that isn't one) is
/// handed on as it stands.
pub(super) fn value(held: &Held, kind: &Kind<'_>, ranks: &RankTable) -> Result<String, Unfit> {
    if let Held::NoValue(said) = held {
        let help = "type the value itself, or mend the formula and save the workbook again";
        return Err(Unfit {
            message: format!("`{said}` is no value that can be read"),
            expected: "expected what the formula should come to",
            help: Some(help.to_owned()),
        });
    }
    match kind {
        Kind::Text | Kind::Nothing => text(held).map(|text| quoted(&text)),
        Kind::YesNo => yes_no(held),
        Kind::Date => date(held),
        Kind::Number => number(held),
        Kind::Words(words) => {
            let text = text(held)?;
            Ok(quoted(&word(&text, words.iter().copied())))
        }
        Kind::Rank => {
            let text = text(held)?;
            let plain = if ranks.parse(&text).is_some() { text } else { folded(&text) };
            Ok(quoted(&plain))
        }
        Kind::List(of) => items(&text(held)?, *of),
    }
}

/// The words of a cell; numbers and days as they are typed.
pub(super) fn text(held: &Held) -> Result<String, Unfit> {
    match held {
        Held::Text(text) | Held::NoValue(text) => Ok(text.clone()),
        Held::YesNo(yes) => Ok(if *yes { "yes" } else { "no" }.to_owned()),
        Held::Day(day) => Ok(day.to_string()),
        Held::Number(number) => match whole(*number) {
            Some(whole) => Ok(whole.to_string()),
            None => Err(Unfit {
                message: format!("{number} is a number"),
                expected: WORDS,
                help: Some(format!(
                    "if it shows as {}%, format the cell as text, and type it again",
                    number * 100.0
                )),
            }),
        },
    }
}

/// A number without anything behind the point.
fn whole(number: f64) -> Option<i64> {
    #[allow(clippy::cast_possible_truncation, reason = "it is whole, and small enough")]
    let as_whole = || number as i64;
    (number.fract() == 0.0 && number.abs() < 1e15).then(as_whole)
}

/// The word that was meant, as the vocabulary has it; else what was typed.
fn word<'a>(text: &str, words: impl Iterator<Item = &'a str>) -> String {
    meant(text, words).map_or_else(|| folded(text), str::to_owned)
}

fn yes_no(held: &Held) -> Result<String, Unfit> {
    let said = match held {
        Held::YesNo(yes) => return Ok(yes.to_string()),
        other => text(other)?,
    };
    match key(&said).as_str() {
        "yes" | "y" | "true" => Ok("true".to_owned()),
        "no" | "n" | "false" => Ok("false".to_owned()),
        _ => Err(Unfit {
            message: format!("`{said}` is neither yes nor no"),
            expected: YES_OR_NO,
            help: Some("leave it empty where that isn't known".to_owned()),
        }),
    }
}

fn number(held: &Held) -> Result<String, Unfit> {
    let unfit = |message: String, help: Option<&str>| {
        Err(Unfit { message, expected: NUMBER, help: help.map(str::to_owned) })
    };
    match held {
        Held::Number(number) => match whole(*number) {
            Some(whole) => Ok(whole.to_string()),
            None => unfit(format!("{number} isn't a whole number"), None),
        },
        Held::Day(day) => unfit(
            format!("{day} is a date"),
            Some(
                "office programs take 10-15 for a date: format the cell as text, and type it again",
            ),
        ),
        other => {
            let text = folded(&text(other)?);
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            let number = text.parse::<i64>().ok().filter(|_| digits);
            Ok(number.map_or_else(|| quoted(&text), |number| number.to_string()))
        }
    }
}

fn date(held: &Held) -> Result<String, Unfit> {
    match held {
        Held::Day(day) => Ok(quoted(&day.to_string())),
        Held::Number(number) => match whole(*number) {
            Some(year @ 1000..=9999) => Ok(quoted(&year.to_string())),
            other => {
                let day = other.filter(|serial| DAYS.contains(serial)).and_then(day_of);
                Err(Unfit {
                    message: format!("{number} isn't a date"),
                    expected: DATE,
                    help: day.map(|day| {
                        format!("it is how office programs count days: this one is {day}")
                    }),
                })
            }
        },
        other => Ok(quoted(&folded(&text(other)?))),
    }
}

/// The day of a serial number.
fn day_of(serial: i64) -> Option<Day> {
    let days = jiff::Span::new().try_days(serial).ok()?;
    Day::constant(1899, 12, 30).checked_add(days).ok()
}

fn items(text: &str, of: Option<&[String]>) -> Result<String, Unfit> {
    let mut items = list::split(text);
    if let Some(words) = of {
        // Where only some words can be meant, a comma is as good between them.
        let known = |item: &str| meant(item, words.iter().map(String::as_str)).is_some();
        let apart = items.iter().flat_map(|item| {
            let parts: Vec<String> = item.split(',').map(|part| part.trim().to_owned()).collect();
            let apart = parts.len() > 1 && parts.iter().any(|part| known(part));
            if apart { parts } else { vec![item.clone()] }
        });
        items = apart.map(|item| word(&item, words.iter().map(String::as_str))).collect();
    }
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    Ok(format!("[{}]", items.join(", ")))
}
