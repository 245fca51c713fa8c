//! What the elements of HTML do to the text in them.

/// What an element does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Nothing: its text goes on in the line.
    Inline,
    /// Stands on lines of its own.
    Block,
    /// Heads what follows, at a level.
    Heading(u8),
    /// An item of a list.
    Item,
    /// Quotes somebody.
    Quotation,
    /// Stands at the edges of pages.
    Edge,
    /// Stands at the edges of a page, or of an article, where it is part of the text.
    EdgeOfPage,
    /// Holds what the page is about.
    Content,
    /// Isn't shown, or is no text of the page.
    LeftOut,
    /// Is set in bold type.
    Strong,
    /// Is set in small type above the line, as marks of footnotes are.
    Raised,
    /// Keeps its line breaks.
    Preformatted,
    /// A table, the head of one, a row, a cell, a cell that heads others.
    Table,
    TableHead,
    Row,
    Cell,
    HeadingCell,
    /// Ends a line.
    LineBreak,
    /// Stands between blocks.
    Rule,
}

/// What an element does, by its name.
pub(super) fn does(name: &[u8]) -> Does {
    match name {
        b"br" => Does::LineBreak,
        b"hr" => Does::Rule,
        b"h1" => Does::Heading(1),
        b"h2" => Does::Heading(2),
        b"h3" => Does::Heading(3),
        b"h4" => Does::Heading(4),
        b"h5" => Does::Heading(5),
        b"h6" => Does::Heading(6),
        b"li" => Does::Item,
        b"blockquote" => Does::Quotation,
        b"nav" | b"aside" => Does::Edge,
        b"header" | b"footer" => Does::EdgeOfPage,
        b"main" | b"article" => Does::Content,
        b"script" | b"style" | b"template" | b"noscript" | b"title" | b"select" | b"option"
        | b"datalist" | b"textarea" | b"button" | b"label" | b"legend" | b"iframe" | b"object"
        | b"svg" | b"canvas" | b"audio" | b"video" | b"noframes" | b"noembed" | b"del" | b"s"
        | b"strike" | b"rt" | b"rp" => Does::LeftOut,
        b"b" | b"strong" => Does::Strong,
        b"sup" => Does::Raised,
        b"pre" | b"listing" | b"xmp" | b"plaintext" => Does::Preformatted,
        b"table" => Does::Table,
        b"thead" => Does::TableHead,
        b"tr" => Does::Row,
        b"td" => Does::Cell,
        b"th" => Does::HeadingCell,
        b"address" | b"body" | b"caption" | b"center" | b"dd" | b"details" | b"dialog" | b"dir"
        | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure" | b"form"
        | b"frameset" | b"head" | b"hgroup" | b"html" | b"menu" | b"ol" | b"p" | b"search"
        | b"section" | b"summary" | b"tbody" | b"tfoot" | b"ul" => Does::Block,
        _ => Does::Inline,
    }
}

/// Whether an element has no content and no end.
pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"basefont"
            | b"bgsound"
            | b"br"
            | b"col"
            | b"embed"
            | b"frame"
            | b"hr"
            | b"img"
            | b"input"
            | b"keygen"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// Elements whose beginning or end ends others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    P,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Li,
    DtOrDd,
    Option,
    Cell,
    Row,
    Rows,
    Table,
    List,
    Definitions,
    Select,
    Caption,
}

/// How many of those there are.
pub(super) const KNOWN: usize = 18;

const HEADINGS: &[Known] =
    &[Known::P, Known::H1, Known::H2, Known::H3, Known::H4, Known::H5, Known::H6];
const CELLS: &[Known] = &[Known::Table, Known::Cell, Known::Caption];

/// Which of those an element is.
pub(super) fn known(name: &[u8]) -> Option<Known> {
    Some(match name {
        b"p" => Known::P,
        b"h1" => Known::H1,
        b"h2" => Known::H2,
        b"h3" => Known::H3,
        b"h4" => Known::H4,
        b"h5" => Known::H5,
        b"h6" => Known::H6,
        b"li" => Known::Li,
        b"dt" | b"dd" => Known::DtOrDd,
        b"option" => Known::Option,
        b"td" | b"th" => Known::Cell,
        b"tr" => Known::Row,
        b"tbody" | b"thead" | b"tfoot" => Known::Rows,
        b"table" => Known::Table,
        b"ul" | b"ol" | b"menu" => Known::List,
        b"dl" => Known::Definitions,
        b"select" | b"datalist" => Known::Select,
        b"caption" => Known::Caption,
        _ => return None,
    })
}

/// What ends where an element begins, and within which elements that is looked for.
pub(super) fn ends(name: &[u8]) -> (&'static [Known], &'static [Known]) {
    match name {
        b"li" => (&[Known::Li, Known::P], &[Known::List, Known::Table, Known::Cell]),
        b"dt" | b"dd" => {
            (&[Known::DtOrDd, Known::P], &[Known::Definitions, Known::Table, Known::Cell])
        }
        b"option" => (&[Known::Option], &[Known::Select]),
        b"td" | b"th" => (&[Known::Cell], &[Known::Table]),
        b"tr" => (&[Known::Row], &[Known::Table]),
        b"tbody" | b"tfoot" | b"thead" => (&[Known::Rows], &[Known::Table]),
        // Whoever forgot to end a heading didn't mean the whole page.
        b"p" | b"ul" | b"ol" | b"dl" | b"table" | b"blockquote" | b"section" | b"article"
        | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => (HEADINGS, CELLS),
        b"div" | b"pre" | b"hr" | b"form" | b"address" | b"figure" | b"fieldset" | b"nav"
        | b"aside" | b"header" | b"footer" | b"main" => (&[Known::P], CELLS),
        _ => (&[], &[]),
    }
}

/// The elements out of which an end tag doesn't reach.
pub(super) fn bounds(name: &[u8]) -> &'static [Known] {
    match name {
        b"table" | b"body" | b"html" => &[],
        b"td" | b"th" | b"tr" | b"tbody" | b"thead" | b"tfoot" => &[Known::Table],
        _ => CELLS,
    }
}
