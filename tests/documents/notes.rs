//! Footnotes and endnotes: each is read with the sentence that has its mark, the same in every format.

use msacheck::document::{Document, open};

use crate::declared::declared;
use crate::packing::{docx, odt, packed};

const RELATIONS: &str = "<R><R Type='x/footnotes' Target='footnotes.xml'/><R Type='x/endnotes' Target='endnotes.xml'/></R>";

/// A Word file with notes: its body, its footnotes, its endnotes.
fn word(body: &str, footnotes: &str, endnotes: &str) -> Vec<u8> {
    let part = |name: &str, inner: &str| {
        let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        format!("<?xml version='1.0'?><w:{name} xmlns:w='{namespace}'>{inner}</w:{name}>")
    };
    packed(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", part("document", &format!("<w:body>{body}</w:body>")).as_bytes()),
        ("word/_rels/document.xml.rels", RELATIONS.as_bytes()),
        ("word/footnotes.xml", part("footnotes", footnotes).as_bytes()),
        ("word/endnotes.xml", part("endnotes", endnotes).as_bytes()),
    ])
}

/// One paper in every format: a title, sentences each with a note, a last sentence.
fn papers(pairs: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    let title = "Northmarch Police: modern slavery";
    let end = "This paper is reviewed each year.";
    let each = |make: &dyn Fn(usize, &str, &str) -> String| -> String {
        (1..).zip(pairs).map(|(n, (text, note))| make(n, text, note)).collect()
    };
    let page = |texts: String, notes: String| {
        format!(
            "<!doctype html><html><body><h1>{title}</h1>{texts}<p>{end}</p>{notes}</body></html>"
        )
    };
    let w = |words: &str| format!("<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>");
    let word_of = |kind: &str| {
        let text = |n: usize, text: &str, _: &str| {
            format!("<w:p>{}<w:r><w:{kind}Reference w:id='{n}'/></w:r></w:p>", w(text))
        };
        let note = |n: usize, _: &str, note: &str| {
            format!(
                "<w:{kind} w:id='{n}'><w:p><w:r><w:{kind}Ref/></w:r>{}</w:p></w:{kind}>",
                w(note)
            )
        };
        let head = format!("<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>{}</w:p>", w(title));
        let body = format!("{head}{}<w:p>{}</w:p>", each(&text), w(end));
        let rule = format!("<w:{kind} w:type='separator' w:id='-1'><w:p/></w:{kind}>");
        let notes = rule + &each(&note);
        if kind == "footnote" { word(&body, &notes, "") } else { word(&body, "", &notes) }
    };
    let typed = |mark: &dyn Fn(usize) -> String, lead: &dyn Fn(usize) -> String| {
        let texts = each(&|n, text, _| format!("{text}{}\n\n", mark(n)));
        let notes = each(&|n, _, note| format!("{} {note}\n\n", lead(n)));
        format!("{title}\n\n{texts}{end}\n\n{notes}").into_bytes()
    };
    let raised = |n: usize| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(n).unwrap().to_string();
    let own = |name: &str, bytes: Vec<u8>| (name.to_owned(), bytes);
    vec![
        own("footnotes.docx", word_of("footnote")),
        own("endnotes.docx", word_of("endnote")),
        own("notes.odt", {
            let text = |n: usize, text: &str, note: &str| {
                format!(
                    "<text:p>{text}<text:note text:id='ftn{n}' text:note-class='footnote'><text:note-citation>{n}\
                     </text:note-citation><text:note-body><text:p>{note}</text:p></text:note-body></text:note></text:p>"
                )
            };
            let head = format!("<text:h text:outline-level='1'>{title}</text:h>");
            odt(&format!("{head}{}<text:p>{end}</text:p>", each(&text)))
        }),
        own("notes.md", {
            let texts = each(&|n, text, _| format!("{text}[^{n}]\n\n"));
            let notes = each(&|n, _, note| format!("[^{n}]: {note}\n\n"));
            format!("# {title}\n\n{texts}{end}\n\n{notes}").into_bytes()
        }),
        own("pandoc.html", {
            let text = |n: usize, text: &str, _: &str| {
                format!(
                    "<p>{text}<a href='#fn{n}' class='footnote-ref' id='fnref{n}' role='doc-noteref'><sup>{n}</sup></a></p>"
                )
            };
            let note = |n: usize, _: &str, note: &str| {
                format!(
                    "<li id='fn{n}'><p>{note}<a href='#fnref{n}' class='footnote-back' role='doc-backlink'>↩︎</a></p></li>"
                )
            };
            let notes = format!(
                "<section id='footnotes' role='doc-endnotes'><hr><ol>{}</ol></section>",
                each(&note)
            );
            page(each(&text), notes).into_bytes()
        }),
        own("word.html", {
            let mark = |n: usize| {
                format!(
                    "<span class=MsoFootnoteReference><span class=MsoFootnoteReference>[{n}]</span></span>"
                )
            };
            let text = |n: usize, text: &str, _: &str| {
                format!(
                    "<p class=MsoNormal>{text}<a href='#_ftn{n}' name='_ftnref{n}' title=''>{}</a></p>",
                    mark(n)
                )
            };
            let note = |n: usize, _: &str, note: &str| {
                format!(
                    "<div id=ftn{n}><p class=MsoFootnoteText><a href='#_ftnref{n}' name='_ftn{n}' title=''>{}</a> {note}</p></div>",
                    mark(n)
                )
            };
            page(each(&text), format!("<div><br clear=all><hr>{}</div>", each(&note))).into_bytes()
        }),
        own("office.html", {
            let text = |n: usize, text: &str, _: &str| {
                format!(
                    "<p>{text}<a class='sdfootnoteanc' name='sdfootnote{n}anc' href='#sdfootnote{n}sym'><sup>{n}</sup></a></p>"
                )
            };
            let note = |n: usize, _: &str, note: &str| {
                format!(
                    "<div id='sdfootnote{n}'><p class='sdfootnote'><a class='sdfootnotesym' name='sdfootnote{n}sym' \
                     href='#sdfootnote{n}anc'>{n}</a>{note}</p></div>"
                )
            };
            page(each(&text), each(&note)).into_bytes()
        }),
        own("wiki.html", {
            let text = |n: usize, text: &str, _: &str| {
                format!(
                    "<p>{text}<sup id='cite_ref-{n}' class='reference'><a href='#cite_note-{n}'>[{n}]</a></sup></p>"
                )
            };
            let note = |n: usize, _: &str, note: &str| {
                format!(
                    "<li id='cite_note-{n}'><span class='mw-cite-backlink'><b><a href='#cite_ref-{n}'>^</a></b></span> \
                     <span class='reference-text'>{note}</span></li>"
                )
            };
            page(each(&text), format!("<ol class='references'>{}</ol>", each(&note))).into_bytes()
        }),
        own("plain.html", {
            let texts = each(&|n, text, _| format!("<p>{text}<sup>{n}</sup></p>"));
            let notes = each(&|n, _, note| format!("<p>{n}. {note}</p>"));
            page(texts, notes).into_bytes()
        }),
        own("brackets.txt", typed(&|n| format!("[{n}]"), &|n| format!("[{n}]"))),
        own("round.txt", typed(&|n| format!("({n})"), &|n| format!("({n})"))),
        own("points.txt", typed(&|n| n.to_string(), &|n| format!("{n}."))),
        own("raised.txt", typed(&raised, &raised)),
    ]
}

fn states(document: &Document) -> Vec<(String, String)> {
    declared(document).into_iter().map(|(id, state, _)| (id, state)).collect()
}

#[test]
fn a_note_is_read_with_the_sentence_that_has_its_mark() {
    const COORDINATOR: &str = "The force has a dedicated modern slavery coordinator.";
    const LEAD: &str = "A detective superintendent is the force lead for modern slavery.";
    const STRATEGY: &str = "The force has a modern slavery strategy.";
    for (pairs, expected) in [
        (&[(COORDINATOR, "The post is vacant.")][..], &[("coordinator", "absent")][..]),
        (&[(COORDINATOR, "Vacant since May.")], &[("coordinator", "absent")]),
        (&[(COORDINATOR, "Shared with a neighbouring force.")], &[("coordinator", "partial")]),
        (&[(COORDINATOR, "To be appointed in 2019.")], &[("coordinator", "planned")]),
        (&[(LEAD, "Part-time.")], &[("lead", "partial")]),
        (&[(STRATEGY, "Home Office, Modern Slavery Strategy, 2014.")], &[("strategy", "in place")]),
        (&[(COORDINATOR, "Since June 2016.")], &[("coordinator", "in place")]),
        // What only a reader can tell is asked.
        (&[(COORDINATOR, "Under review.")], &[]),
        (&[("The force has a coordinator and a lead for modern slavery.", "Part-time.")], &[]),
        (
            &[
                (LEAD, "See page 4."),
                (COORDINATOR, "The post is vacant."),
                (STRATEGY, "It expired in 2018."),
            ],
            &[("coordinator", "absent"), ("lead", "in place"), ("strategy", "absent")],
        ),
    ] {
        for (name, bytes) in papers(pairs) {
            let found = states(&open(&name, bytes).unwrap());
            let found: Vec<(&str, &str)> =
                found.iter().map(|(id, state)| (id.as_str(), state.as_str())).collect();
            assert_eq!(found, expected, "{name}: {pairs:?}");
        }
    }
}

#[test]
fn a_note_belongs_to_the_word_before_its_mark() {
    let text = "# Northmarch Police\n\nThe force has a modern slavery coordinator[^1] and a lead for modern slavery.\n\n[^1]: Vacant since May.\n";
    let found = states(&open("notes.md", text.as_bytes()).unwrap());
    assert_eq!(
        found,
        [
            ("coordinator".to_owned(), "absent".to_owned()),
            ("lead".to_owned(), "in place".to_owned())
        ]
    );
}

#[test]
fn any_number_of_marks_and_notes_is_read_soon() {
    let many = 100_000;
    let start = std::time::Instant::now();
    let read = |name: &str, bytes: Vec<u8>| {
        // Whether there is too much of it is another matter.
        let _ = open(name, bytes).map(|document| declared(&document));
        assert!(
            start.elapsed() < std::time::Duration::from_secs(240),
            "{name} {:?}",
            start.elapsed()
        );
    };
    let lead = "# Northmarch Police\n\nThe force has a modern slavery lead.";
    read("one.md", format!("{lead}{}\n\n[^1]: It is vacant.\n", "[^1]".repeat(many)).into_bytes());
    let apart: String = (0..many).map(|n| format!("[^{n}]")).collect();
    read("nothing.md", format!("{lead}{apart}\n").into_bytes());
    let notes: String = (0..many).map(|n| format!("[^{n}]: No.\n")).collect();
    read("unmarked.md", format!("{lead}\n\n{notes}").into_bytes());
    read("each.md", format!("{lead}{apart}\n\n{notes}").into_bytes());
    let typed: String = (0..many).map(|n| format!("lead.[{n}] ")).collect();
    let lines: String = (0..many / 4).map(|n| format!("[{n}] No.\n")).collect();
    read("typed.txt", format!("{lead} {typed}\n\n{lines}").into_bytes());
    read(
        "same.txt",
        format!("{lead} {}\n\n{}", "lead.[1] ".repeat(many), "[1] No.\n".repeat(many / 4))
            .into_bytes(),
    );
    let links: String = (0..many).map(|n| format!("<a href=#fn{n}><sup>{n}</sup></a>")).collect();
    let items: String = (0..many / 4).map(|n| format!("<li id=fn{n}>No.")).collect();
    read("links.html", format!("<html><p>{lead}{links}<ol>{items}</ol>").into_bytes());
    let marks: String = (0..many).map(|n| format!("<w:footnoteReference w:id='{n}'/>")).collect();
    read("marks.docx", docx(&format!("<w:p><w:r><w:t>{lead}</w:t>{marks}</w:r></w:p>")));
}
