//! The schemas of values that rooms hold which know nothing of JSON Schema: words, ids, dates, places,
//! and the language of needs.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::actions::{ActionStatus, Progress};
use crate::assessment::{Join, NoneCounts};
use crate::compare::{By, GroupBy};
use crate::declaration::{JudgedAs, SourceId, Why};
use crate::gate::{Change, Idle, Threshold};
use crate::report::schema::shape::{DATE, DAY, Keys, count, day, ordinal, yes_no};
use crate::result::Role;
use crate::rulebook::{
    ArrangementId, Bar, Condition, Confirmation, Effect, EventId, FieldId, ForceId, InstrumentId,
    ProvisionId, ReadText, RequirementId, Test,
};
use crate::source::{Digest, Place};
use crate::standing::{
    Attribute, Basis, Bearer, DayForm, Derivation, ForceKind, Outcome, PartialDate, Rank, State,
    Strength, Warrant, Words,
};

/// A type whose schema stands wherever the type does.
macro_rules! inline {
    ($($name:ty: $schema:expr,)+) => {$(
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}

inline! {
    ActionStatus: word::<Self>(),
    Attribute: word::<Self>(),
    Basis: word::<Self>(),
    Bearer: word::<Self>(),
    crate::plan::Barred: word::<Self>(),
    crate::plan::Stage: word::<Self>(),
    By: word::<Self>(),
    Change: word::<Self>(),
    GroupBy: word::<Self>(),
    crate::compare::Change: word::<Self>(),
    Derivation: word::<Self>(),
    Effect: word::<Self>(),
    ForceKind: word::<Self>(),
    Idle: word::<Self>(),
    Join: word::<Self>(),
    JudgedAs: word::<Self>(),
    NoneCounts: word::<Self>(),
    Outcome: word::<Self>(),
    Progress: word::<Self>(),
    Role: word::<Self>(),
    State: word::<Self>(),
    Strength: word::<Self>(),
    Threshold: word::<Self>(),
    Warrant: word::<Self>(),
    Why: word::<Self>(),
    ArrangementId: json_schema!({ "type": "string" }),
    EventId: json_schema!({ "type": "string" }),
    FieldId: json_schema!({ "type": "string" }),
    ForceId: json_schema!({ "type": "string" }),
    SourceId: json_schema!({ "type": "string" }),
    InstrumentId: json_schema!({ "type": "string" }),
    ProvisionId: json_schema!({ "type": "string" }),
    RequirementId: json_schema!({ "type": "string" }),
    Digest: json_schema!({ "type": "string", "pattern": "^[0-9a-f]{64}$" }),
    PartialDate: json_schema!({ "type": "string", "pattern": DATE }),
    DayForm: json_schema!({ "type": "string", "pattern": DAY }),
}

/// A type whose schema stands once, under its name.
macro_rules! named {
    ($($name:ty: $schema:expr,)+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                schema(generator)
            }
        }
    )+};
}

named! {
    Place: place,
    Rank: rank,
    Bar: bar,
    Test: test,
    Condition: condition,
    Confirmation: confirmation,
    ReadText: read_text,
}

fn place(_: &mut SchemaGenerator) -> Schema {
    let keys = Keys::new()
        .required("file", any("A path as the user gave it, or `-` for standard input."))
        .optional("page", ordinal("The page, in a document that has pages."))
        .optional("sheet", any("The sheet, in a workbook: the line is a row of it then, and the column one of its columns, A being 1."))
        .required("line", count("The line (of the page), from 1."))
        .required("column", count("The column, from 1, in Unicode scalars."));
    closed(keys, "A place to go to.")
}

fn rank(_: &mut SchemaGenerator) -> Schema {
    let level = json!({
        "type": ["integer", "null"],
        "minimum": 0,
        "description": "Its place in the order, from 0; none for a police staff grade.",
    });
    let keys = Keys::new()
        .required("written", any("The words in which it was written."))
        .required("level", level);
    closed(keys, "A rank or a staff grade.")
}

fn bar(generator: &mut SchemaGenerator) -> Schema {
    let step = Keys::new()
        .required("index", count("Its place in the order, from 0."))
        .required("word", any("Its word."))
        .table("A step of an ordered choice.");
    let number = json!({ "type": "integer", "description": "A number." });
    one_of([
        ("number", number),
        ("rank", generator.subschema_for::<Rank>().to_value()),
        ("step", step),
    ])
}

fn test(generator: &mut SchemaGenerator) -> Schema {
    let within = Keys::new()
        .required("months", count("The length of the window, in calendar months."))
        .table("A date lies close to the day assessed.");
    let words = json!({
        "type": "string",
        "enum": ["stated", "yes", "no"],
        "description": "A value is stated; it is yes; it is no.",
    });
    let of_value = one_of([
        ("is", any("A text or choice is this value.")),
        ("contains", any("A list holds this item.")),
        ("at-least", generator.subschema_for::<Bar>().to_value()),
        ("within", within),
    ]);
    json_schema!({ "anyOf": [words, of_value] })
}

fn condition(generator: &mut SchemaGenerator) -> Schema {
    let keys = Keys::new()
        .required("field", any("The field's id."))
        .required("test", generator.subschema_for::<Test>().to_value());
    closed(keys, "A test of one field.")
}

fn confirmation(_: &mut SchemaGenerator) -> Schema {
    let perhaps =
        |description: &str| json!({ "type": ["string", "null"], "description": description });
    let keys = Keys::new()
        .required("requirement", any("The requirement."))
        .required("bears_out", yes_no("Does the text bear it out?"))
        .required("at", any("The page or paragraph."))
        .required("quote", perhaps("The words that bear it out."))
        .required("reason", perhaps("Why the text doesn't bear it out."))
        .required("by", any("Who read the text, by role."))
        .required("date", day("When."));
    closed(keys, "What a holder of the full text says of a rule.")
}

fn read_text(_: &mut SchemaGenerator) -> Schema {
    let at = json!({ "type": ["string", "null"], "description": "Where to read it again." });
    let keys = Keys::new()
        .required("title", any("Its title."))
        .required("until", day("The day as at which it was read."))
        .required("at", at);
    closed(keys, "A text that was read as it stood on a day.")
}

/// Any text, blank or not.
fn any(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

/// A table with these keys and no others.
fn closed(keys: Keys, description: &str) -> Schema {
    // A table is an object, and an object is a schema.
    Schema::try_from(keys.table(description)).unwrap_or_default()
}

/// An object with one key, which tells what it holds.
fn one_of<const N: usize>(kinds: [(&str, Value); N]) -> Schema {
    let kinds = kinds.map(|(key, holds)| {
        json!({
            "type": "object",
            "properties": { key: holds },
            "required": [key],
            "additionalProperties": false,
        })
    });
    json_schema!({ "oneOf": Vec::from(kinds) })
}

/// The words of a closed set, in its order.
fn word<T: Words>() -> Schema {
    let words: Vec<&str> = T::ALL.iter().map(|value| value.word()).collect();
    json_schema!({ "type": "string", "enum": words })
}
