//! Needs checked against the vocabulary: every name known, every test fitting its field's type.

use std::sync::Arc;

use super::syntax::{self, AskShape, ConditionShape, SyntaxFault, TestShape};
use super::{Arrangement, Ask, Bar, Branches, Condition, Field, FieldKind, Need, Test, Vocabulary};
use crate::source::{Fault, Item, Located, Span, Text, nearest};
use crate::standing::RankTable;

/// The deepest that lists of needs may stand in each other.
const DEEPEST: usize = 16;

/// The most arrangements, and the most conditions, that one requirement may ask about: what a person
/// can hold against an answer, several times over.
const MOST_ASKED: usize = 100;

/// Reads the `needs` of a requirement: a list, all of which is asked. Faults go to the item.
pub(super) fn read_needs(item: &Item<'_>, vocabulary: &Vocabulary) -> Option<Branches> {
    let needs = read_branches(item, vocabulary, 0)?;
    let asks: Vec<&Ask> = needs.iter().flat_map(Need::asks).collect();
    let conditions: usize = asks.iter().map(|ask| ask.conditions().count()).sum();
    for (asked, what) in [(asks.len(), "arrangements"), (conditions, "conditions")] {
        if asked > MOST_ASKED {
            let message = format!("one requirement asks for {asked} {what}");
            let label = format!("expected at most {MOST_ASKED}: make several requirements of it");
            item.fault("need::too-much", message, label);
            return None;
        }
    }
    Some(needs)
}

fn read_branches(item: &Item<'_>, vocabulary: &Vocabulary, depth: usize) -> Option<Branches> {
    let items = item.list()?;
    if depth > DEEPEST {
        item.fault("need::too-deep", "needs stand too deep in each other", "simplify this");
        return None;
    }
    if items.is_empty() {
        item.fault("need::empty", "an empty list asks for nothing", "expected at least one need");
        return None;
    }
    let needs: Vec<Option<Need>> =
        items.iter().map(|item| read_need(item, vocabulary, depth)).collect();
    Branches::new(needs.into_iter().collect::<Option<Vec<_>>>()?)
}

fn read_need(item: &Item<'_>, vocabulary: &Vocabulary, depth: usize) -> Option<Need> {
    if item.is_list() {
        return read_branches(item, vocabulary, depth + 1).map(Need::All);
    }
    if item.is_table() {
        return read_joined(item, vocabulary, depth);
    }
    if !item.is_text() {
        item.expected("a need: text, a list, `{ any = […] }` or `{ at-least = 2, of = […] }`");
        return None;
    }
    let source = item.text()?;
    match resolve_ask(item.file(), &source, vocabulary) {
        Ok(ask) => Some(Need::Ask(ask)),
        Err(faults) => {
            faults.into_iter().for_each(|fault| item.push(fault));
            None
        }
    }
}

fn read_joined(item: &Item<'_>, vocabulary: &Vocabulary, depth: usize) -> Option<Need> {
    let table = item.table()?;
    let any = table.get("any");
    let all = table.get("all");
    let count = table.get("at-least");
    let of = table.get("of");
    let branches = |list: &Item<'_>| read_branches(list, vocabulary, depth + 1);
    let need = match (&any, &all, &count, &of) {
        (Some(list), None, None, None) => branches(list).map(Need::Any),
        (None, Some(list), None, None) => branches(list).map(Need::All),
        (None, None, Some(count), Some(list)) => {
            let number = count.number();
            let of = branches(list);
            match (number, of) {
                (Some(number), Some(of)) => {
                    let most = of.count();
                    let need =
                        usize::try_from(number.value).ok().and_then(|n| Need::at_least(n, of));
                    if need.is_none() {
                        count.fault(
                            "need::impossible-count",
                            format!("{} of {most} can't be asked for", number.value),
                            format!("expected a number from 1 to {most}"),
                        );
                    }
                    need
                }
                _ => None,
            }
        }
        _ => {
            item.fault(
                "need::unknown-shape",
                "this is no way to join needs",
                "expected `{ any = […] }`, `{ all = […] }` or `{ at-least = 2, of = […] }`",
            );
            return None;
        }
    };
    table.finish();
    need
}

/// Checks one limit of an arrangement against its own fields.
pub(super) fn resolve_limit(
    text: &Arc<Text>,
    source: &Located<String>,
    arrangement: &Arrangement,
    ranks: &RankTable,
) -> Result<Condition, Fault> {
    let inside = Inside::new(text, source);
    let shape = syntax::parse_condition(&source.value).map_err(|fault| inside.syntax(&fault))?;
    let tested = arrangement.field(&shape.field.value);
    resolve_condition(&inside, &shape, arrangement, tested, ranks)
}

fn resolve_ask(
    text: &Arc<Text>,
    source: &Located<String>,
    vocabulary: &Vocabulary,
) -> Result<Ask, Vec<Fault>> {
    let inside = Inside::new(text, source);
    let shape: AskShape =
        syntax::parse_ask(&source.value).map_err(|fault| vec![inside.syntax(&fault)])?;
    let name = &shape.arrangement;
    let Some(arrangement) = vocabulary.arrangement(&name.value) else {
        if vocabulary.is_broken(&name.value) {
            // Its own file has faults that are reported there.
            return Err(Vec::new());
        }
        let known = vocabulary.arrangements().iter().map(|known| known.id.as_str());
        let near = nearest(&name.value, known).map(|near| format!("did you mean `{near}`?"));
        return Err(vec![
            inside
                .fault(
                    "need::unknown-arrangement",
                    name.span.clone(),
                    format!("there is no arrangement `{}`", name.value),
                    "not known",
                )
                .maybe_help(near.or_else(|| Some("`rules list` and `init` show all".to_owned()))),
        ]);
    };
    let mut faults = Vec::new();
    let mut resolve = |shapes: &[ConditionShape]| {
        let mut conditions = Vec::new();
        for shape in shapes {
            let tested = arrangement.tested(&shape.field.value);
            match resolve_condition(&inside, shape, arrangement, tested, vocabulary.ranks()) {
                Ok(condition) => conditions.push(condition),
                Err(fault) => faults.push(fault),
            }
        }
        conditions
    };
    let requires = resolve(&shape.requires);
    let prefers = resolve(&shape.prefers);
    if faults.is_empty() {
        Ok(Ask { arrangement: arrangement.id.clone(), requires, prefers })
    } else {
        Err(faults)
    }
}

fn resolve_condition(
    inside: &Inside<'_>,
    shape: &ConditionShape,
    arrangement: &Arrangement,
    tested: Option<&Field>,
    ranks: &RankTable,
) -> Result<Condition, Fault> {
    let name = &shape.field;
    let Some(field) = tested else {
        let known: Vec<&str> = arrangement.fields.iter().map(|field| field.id.as_str()).collect();
        let near = nearest(&name.value, known.iter().copied());
        let help = near.map_or_else(
            || format!("its fields are: {}", known.join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(inside
            .fault(
                "need::unknown-field",
                name.span.clone(),
                format!("`{}` has no field `{}`", arrangement.id, name.value),
                "not a field of it",
            )
            .help(help));
    };
    let test = resolve_test(inside, shape, field, ranks)?;
    Ok(Condition { field: field.id.clone(), test })
}

fn resolve_test(
    inside: &Inside<'_>,
    shape: &ConditionShape,
    field: &Field,
    ranks: &RankTable,
) -> Result<Test, Fault> {
    let test = match (&shape.test, &field.kind) {
        (TestShape::Bare, FieldKind::YesNo) => Test::Yes,
        (TestShape::Bare, _) => Test::Stated,
        (TestShape::Not, FieldKind::YesNo) => Test::No,
        (TestShape::Is(value), FieldKind::Text) => Test::Is(value.value.clone()),
        (TestShape::Is(value), FieldKind::Choice(of)) => {
            inside.one_of(value, of)?;
            Test::Is(value.value.clone())
        }
        (TestShape::Is(value), FieldKind::List(of)) => {
            if let Some(of) = of {
                inside.one_of(value, of)?;
            }
            Test::Contains(value.value.clone())
        }
        (TestShape::AtLeast(value), FieldKind::Number) => {
            let number: u32 = value.value.parse().map_err(|_| {
                let message = format!("`{}` isn't a whole number", value.value);
                let span = value.span.clone();
                inside.fault("need::wrong-value", span, message, "expected a whole number from 0")
            })?;
            Test::AtLeast(Bar::Number(i64::from(number)))
        }
        (TestShape::AtLeast(value), FieldKind::Rank) => {
            let rank = ranks.parse(&value.value).filter(|rank| !rank.is_staff());
            Test::AtLeast(Bar::Rank(rank.ok_or_else(|| inside.unknown_rank(value, ranks))?))
        }
        (TestShape::AtLeast(value), FieldKind::Ordered(of)) => {
            let index = inside.one_of(value, of)?;
            Test::AtLeast(Bar::Step { index, word: value.value.clone() })
        }
        (TestShape::Within(months), FieldKind::Date) => Test::Within { months: *months },
        (shape_of_test, kind) => {
            let operator = match shape_of_test {
                TestShape::Bare => "a bare name",
                TestShape::Not => "`not`",
                TestShape::Is(_) => "`is`",
                TestShape::AtLeast(_) => "`is at least`",
                TestShape::Within(_) => "`within`",
            };
            let fitting = match kind {
                FieldKind::Text | FieldKind::Choice(_) | FieldKind::List(_) => "`is VALUE`",
                FieldKind::Number | FieldKind::Rank | FieldKind::Ordered(_) => {
                    "`is at least VALUE`"
                }
                FieldKind::YesNo => "the bare name, or `not` before it",
                FieldKind::Date => "`within N months`",
            };
            return Err(inside
                .fault(
                    "need::wrong-operator",
                    shape.span.clone(),
                    format!("{operator} doesn't go with `{}`, a {} field", field.id, kind.name()),
                    format!("expected {fitting}"),
                )
                .help("the bare name of a field asks that a value is stated"));
        }
    };
    Ok(test)
}

/// A string within a file: turns places in the string into places in the file.
struct Inside<'a> {
    text: &'a Arc<Text>,
    span: Span,
    /// Whether the string stands in the file letter for letter, without escapes.
    plain: bool,
}

impl<'a> Inside<'a> {
    fn new(text: &'a Arc<Text>, source: &Located<String>) -> Self {
        let inner = source.span.start + 1..source.span.end.saturating_sub(1);
        let plain = text.body().get(inner) == Some(source.value.as_str());
        Self { text, span: source.span.clone(), plain }
    }

    fn at(&self, span: Span) -> Span {
        if !self.plain {
            return self.span.clone();
        }
        let first = self.span.start + 1;
        // A place at the end of the string is shown on its closing quote.
        first + span.start..first + span.end.max(span.start + 1)
    }

    fn fault(
        &self,
        code: &'static str,
        span: Span,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Fault {
        Fault::new(code, self.text, self.at(span), message, label)
    }

    fn syntax(&self, fault: &SyntaxFault) -> Fault {
        let label = format!("expected {}", fault.expected);
        self.fault("need::syntax", fault.span.clone(), "this need can't be read", label).help(
            "a need is `ARRANGEMENT [where CONDITION] [ideally CONDITION]`, conditions joined by `and`",
        )
    }

    fn one_of(&self, value: &Located<String>, of: &[String]) -> Result<usize, Fault> {
        of.iter().position(|word| *word == value.value).ok_or_else(|| {
            let near = nearest(&value.value, of.iter().map(String::as_str));
            let message = format!("`{}` is none of the field's values", value.value);
            let label = format!("expected one of: {}", of.join(", "));
            self.fault("need::wrong-value", value.span.clone(), message, label)
                .maybe_help(near.map(|near| format!("did you mean `{near}`?")))
        })
    }

    fn unknown_rank(&self, value: &Located<String>, ranks: &RankTable) -> Fault {
        let known = ranks.order().iter().map(String::as_str);
        let near = nearest(&value.value, known).map(|near| format!("did you mean `{near}`?"));
        let message = format!("`{}` is no rank", value.value);
        let label = format!("expected one of: {}", ranks.order().join(", "));
        self.fault("need::unknown-rank", value.span.clone(), message, label).maybe_help(near)
    }
}
