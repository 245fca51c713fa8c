//! How much there is to interpret of a page, told before that is done: its drawing instructions, those of the
//! forms that it draws as often as it draws them, and what each instruction looks up.

use std::collections::HashMap;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, ObjectIdentifier, Stream};
use hayro_syntax::page::{Page, Resources};

/// How deep forms are followed into one another.
const DEEPEST: usize = 32;

/// What is looked up is read over again: so many bytes of it take as long as one of an instruction.
const LOOKED_UP: usize = 4;

/// Weighs pages in steps of work. What a form weighs is worked out once.
#[derive(Default)]
pub(super) struct Scales {
    forms: HashMap<ObjectIdentifier, usize>,
}

impl Scales {
    /// What a page weighs; where that is more than `most`, something above it.
    pub(super) fn page(&mut self, page: &Page<'_>, most: usize) -> usize {
        let content = page.page_stream().unwrap_or_default();
        let mut weight = self.content(content, page.resources(), DEEPEST, most);
        let notes = page.raw().get::<Array<'_>>("Annots");
        for note in notes.iter().flat_map(Array::iter::<Dict<'_>>) {
            weight = weight.saturating_add(note.data().len() / LOOKED_UP + 1);
            let shown = note.get::<Dict<'_>>("AP").and_then(|shown| shown.get::<Object<'_>>("N"));
            let forms: Vec<Stream<'_>> = match shown {
                Some(Object::Stream(form)) => vec![form],
                Some(Object::Dict(states)) => {
                    states.keys().filter_map(|state| states.get::<Stream<'_>>(state)).collect()
                }
                _ => Vec::new(),
            };
            for form in forms {
                let own = self.form(&form, page.resources(), DEEPEST, most);
                weight = weight.saturating_add(own);
            }
            if weight > most {
                break;
            }
        }
        weight
    }

    fn content(
        &mut self,
        content: &[u8],
        resources: &Resources<'_>,
        depth: usize,
        most: usize,
    ) -> usize {
        let mut weight = content.len();
        let mut known: HashMap<(&[u8], Vec<u8>), usize> = HashMap::new();
        let mut instructions = UntypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if weight > most {
                break;
            }
            let operator: &[u8] = instruction.operator.as_ref();
            let (kind, named): (&[u8], _) = match operator {
                b"Do" => (b"Do", &resources.x_objects),
                b"gs" => (b"gs", &resources.ext_g_states),
                b"Tf" => (b"Tf", &resources.fonts),
                b"cs" | b"CS" => (b"cs", &resources.color_spaces),
                b"scn" | b"SCN" => (b"scn", &resources.patterns),
                b"sh" => (b"sh", &resources.shadings),
                b"BDC" => (b"BDC", &resources.properties),
                _ => continue,
            };
            let name = instruction.operands().filter_map(|operand| match operand {
                Object::Name(name) => Some(name),
                _ => None,
            });
            let Some(name) = name.last() else { continue };
            let key = (kind, name.as_ref().to_vec());
            let own = match known.get(&key) {
                Some(own) => *own,
                None => {
                    let own = self.named(named, name, resources, depth, most);
                    known.insert(key, own);
                    own
                }
            };
            weight = weight.saturating_add(own);
        }
        weight
    }

    /// What it takes to look something up, and to draw it, where it is a form.
    fn named(
        &mut self,
        named: &Dict<'_>,
        name: &Name<'_>,
        resources: &Resources<'_>,
        depth: usize,
        most: usize,
    ) -> usize {
        match named.get::<Object<'_>>(name) {
            Some(Object::Dict(found)) => found.data().len() / LOOKED_UP,
            Some(Object::Array(found)) => found.data().len() / LOOKED_UP,
            Some(Object::Stream(found)) => {
                let is_form = found.dict().get::<Name<'_>>("Subtype");
                let own = if is_form.is_some_and(|kind| kind.as_ref() == b"Form") {
                    self.form(&found, resources, depth, most)
                } else {
                    0
                };
                own.saturating_add(found.dict().data().len() / LOOKED_UP)
            }
            _ => 0,
        }
    }

    fn form(
        &mut self,
        form: &Stream<'_>,
        resources: &Resources<'_>,
        depth: usize,
        most: usize,
    ) -> usize {
        let id = form.obj_id();
        if let Some(known) = self.forms.get(&id) {
            return *known;
        }
        let Some(depth) = depth.checked_sub(1) else { return 0 };
        // One that draws itself weighs nothing there: it isn't drawn within itself for long.
        self.forms.insert(id, 0);
        let content = form.decoded_data().unwrap_or_default();
        let own = form.dict().get::<Dict<'_>>("Resources").map(Resources::new);
        let weight = self.content(&content, own.as_ref().unwrap_or(resources), depth, most);
        self.forms.insert(id, weight);
        weight
    }
}
