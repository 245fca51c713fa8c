//! The columns of readings: those of `read --format ndjson`, worked out of its published schema, and a fault.

use arrow_schema::{DataType, Field, Fields};
use msacheck::report::no_json;
use msacheck::source::Fault;
use serde_json::Value;

use super::Frame;

/// What is only there where it is asked for.
const EXPLAINED: &str = "statements";

/// The columns of readings.
pub(crate) struct ReadingShape {
    fields: Fields,
}

impl ReadingShape {
    /// Out of the schema of readings.
    pub(crate) fn of(schema: &str) -> Result<Self, Vec<Fault>> {
        let schema: Value = serde_json::from_str(schema).map_err(|error| vec![no_json(&error)])?;
        let definitions = schema.get("$defs").unwrap_or(&Value::Null);
        let reading = definitions.get("Reading").unwrap_or(&Value::Null);
        let own = fields(reading, definitions);
        // A broken paper has its name, and nothing of the rest.
        let own = own.iter().filter(|field| field.name() != EXPLAINED).map(|field| {
            let always = field.name() == "document";
            field.as_ref().clone().with_nullable(!always)
        });
        let told = ["code", "message", "help"];
        let fault: Fields =
            told.iter().map(|name| Field::new(*name, DataType::Utf8, *name == "help")).collect();
        let fault = Field::new("fault", DataType::Struct(fault), true);
        Ok(Self { fields: own.chain([fault]).collect() })
    }

    /// The table of readings.
    pub(crate) fn frame(&self, rows: &[Value]) -> Result<Frame, Vec<Fault>> {
        Frame::of(self.fields.clone(), &rows.iter().collect::<Vec<_>>())
    }
}

/// The fields of an object: first those that are always there, in the order of the schema.
fn fields(object: &Value, definitions: &Value) -> Fields {
    let names = |list: &Value| -> Vec<String> {
        let list = list.as_array().into_iter().flatten();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let required = object.get("required").map(names).unwrap_or_default();
    let properties = object.get("properties").and_then(Value::as_object);
    let all = properties.into_iter().flat_map(|own| own.keys());
    let optional: Vec<&String> = all.filter(|name| !required.contains(name)).collect();
    let field = |name: &String| {
        let schema = properties?.get(name)?;
        let nullable = !required.contains(name) || may_be_null(schema);
        Some(Field::new(name, kind(schema, definitions), nullable))
    };
    required.iter().chain(optional).filter_map(field).collect()
}

fn kind(schema: &Value, definitions: &Value) -> DataType {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        let name = name.rsplit('/').next().unwrap_or_default();
        let of = definitions.get(name).unwrap_or(&Value::Null);
        return DataType::Struct(fields(of, definitions));
    }
    match types(schema).find(|name| *name != "null") {
        Some("array") => {
            let item = schema.get("items").unwrap_or(&Value::Null);
            DataType::new_list(kind(item, definitions), false)
        }
        Some("integer") => DataType::Int64,
        Some("boolean") => DataType::Boolean,
        _ => DataType::Utf8,
    }
}

fn may_be_null(schema: &Value) -> bool {
    types(schema).any(|name| name == "null")
}

fn types(schema: &Value) -> impl Iterator<Item = &str> {
    let own = schema.get("type");
    let several = own.and_then(Value::as_array).into_iter().flatten();
    own.into_iter().chain(several).filter_map(Value::as_str)
}
