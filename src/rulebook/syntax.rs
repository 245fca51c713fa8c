//! The need language as rule writers type it: from a string to words, from words to a shape.
//!
//! Nothing is known here of arrangements and fields: [`super::resolve`] checks a shape against the
//! vocabulary.

use std::ops::Range;

use crate::source::Located;

/// A need as it is written, unchecked. Spans count bytes in the string.
#[derive(Debug)]
pub(super) struct AskShape {
    /// The arrangement's name.
    pub arrangement: Located<String>,
    /// Conditions after `where`.
    pub requires: Vec<ConditionShape>,
    /// Conditions after `ideally`.
    pub prefers: Vec<ConditionShape>,
}

/// A condition as it is written, unchecked.
#[derive(Debug)]
pub(super) struct ConditionShape {
    /// The field's name.
    pub field: Located<String>,
    /// What is asked of it.
    pub test: TestShape,
    /// The whole condition.
    pub span: Range<usize>,
}

/// The test of a condition as it is written, unchecked.
#[derive(Debug)]
pub(super) enum TestShape {
    /// `FIELD`
    Bare,
    /// `not FIELD`
    Not,
    /// `FIELD is VALUE`
    Is(Located<String>),
    /// `FIELD is at least VALUE`
    AtLeast(Located<String>),
    /// `FIELD within N months`
    Within(u16),
}

/// Why a string is no need.
#[derive(Debug)]
pub(super) struct SyntaxFault {
    /// Where, in bytes of the string.
    pub span: Range<usize>,
    /// What was expected there.
    pub expected: String,
}

/// Whether a word has a meaning in the language, so that a value with it stands in quotes.
pub(super) fn is_keyword(word: &str) -> bool {
    matches!(word, "where" | "ideally" | "and" | "is" | "not" | "within")
}

/// Reads a need: `ARRANGEMENT [where C] [ideally C]`.
pub(super) fn parse_ask(source: &str) -> Result<AskShape, SyntaxFault> {
    let mut words = Lexemes::new(source)?;
    let arrangement = words.name("the name of an arrangement")?;
    let requires = words.conditions_after("where")?;
    let prefers = words.conditions_after("ideally")?;
    match words.peek() {
        None => Ok(AskShape { arrangement, requires, prefers }),
        Some(word) => Err(SyntaxFault {
            span: word.span.clone(),
            expected: if requires.is_empty() && prefers.is_empty() {
                "`where`, `ideally` or the end".to_owned()
            } else {
                "`and`, the end, or `ideally` after a `where`".to_owned()
            },
        }),
    }
}

/// Reads a single condition, as `limits` hold them.
pub(super) fn parse_condition(source: &str) -> Result<ConditionShape, SyntaxFault> {
    let mut words = Lexemes::new(source)?;
    let condition = words.condition()?;
    match words.peek() {
        None => Ok(condition),
        Some(word) => {
            Err(SyntaxFault { span: word.span.clone(), expected: "one condition alone".to_owned() })
        }
    }
}

#[derive(Clone, Debug)]
struct Lexeme {
    text: String,
    quoted: bool,
    span: Range<usize>,
}

impl Lexeme {
    fn is(&self, keyword: &str) -> bool {
        !self.quoted && self.text == keyword
    }
}

/// The words of a need, read one after the other.
struct Lexemes {
    words: Vec<Lexeme>,
    next: usize,
    end: usize,
}

impl Lexemes {
    fn new(source: &str) -> Result<Self, SyntaxFault> {
        let mut words = Vec::new();
        let mut rest = source.char_indices().peekable();
        while let Some((start, first)) = rest.next() {
            if first.is_whitespace() {
                continue;
            }
            let quoted = first == '\'';
            let mut text = if quoted { String::new() } else { first.to_string() };
            let mut closed = !quoted;
            let mut end = start + first.len_utf8();
            while let Some((at, next)) = rest.peek().copied() {
                if !quoted && (next.is_whitespace() || next == '\'') {
                    break;
                }
                rest.next();
                end = at + next.len_utf8();
                if quoted && next == '\'' {
                    closed = true;
                    break;
                }
                text.push(next);
            }
            if !closed {
                let expected = "a closing single quote for this".to_owned();
                return Err(SyntaxFault { span: start..source.len(), expected });
            }
            words.push(Lexeme { text, quoted, span: start..end });
        }
        Ok(Self { words, next: 0, end: source.len() })
    }

    fn peek(&self) -> Option<&Lexeme> {
        self.words.get(self.next)
    }

    fn take(&mut self) -> Option<Lexeme> {
        let word = self.peek().cloned();
        self.next += usize::from(word.is_some());
        word
    }

    fn takes(&mut self, keyword: &str) -> bool {
        let found = self.peek().is_some_and(|word| word.is(keyword));
        self.next += usize::from(found);
        found
    }

    fn expected(&self, what: &str) -> SyntaxFault {
        let span = self.peek().map_or(self.end..self.end, |word| word.span.clone());
        SyntaxFault { span, expected: what.to_owned() }
    }

    fn name(&mut self, what: &str) -> Result<Located<String>, SyntaxFault> {
        match self.peek() {
            Some(word) if !word.quoted && !is_keyword(&word.text) => {}
            _ => return Err(self.expected(what)),
        }
        self.take()
            .map(|word| Located::new(word.text, word.span))
            .ok_or_else(|| self.expected(what))
    }

    fn conditions_after(&mut self, keyword: &str) -> Result<Vec<ConditionShape>, SyntaxFault> {
        let mut conditions = Vec::new();
        if self.takes(keyword) {
            conditions.push(self.condition()?);
            while self.takes("and") {
                conditions.push(self.condition()?);
            }
        }
        Ok(conditions)
    }

    fn condition(&mut self) -> Result<ConditionShape, SyntaxFault> {
        let start = self.peek().map_or(self.end, |word| word.span.start);
        let negated = self.takes("not");
        let field = self.name("the name of a field")?;
        let test = if negated {
            TestShape::Not
        } else if self.takes("is") {
            self.comparison()?
        } else if self.takes("within") {
            self.window()?
        } else {
            TestShape::Bare
        };
        let end = self.words.get(self.next.saturating_sub(1)).map_or(start, |word| word.span.end);
        Ok(ConditionShape { field, test, span: start..end })
    }

    fn comparison(&mut self) -> Result<TestShape, SyntaxFault> {
        let least = self.words.get(self.next + 1).is_some_and(|word| word.is("least"));
        if least && self.takes("at") && self.takes("least") {
            return Ok(TestShape::AtLeast(self.value()?));
        }
        Ok(TestShape::Is(self.value()?))
    }

    fn window(&mut self) -> Result<TestShape, SyntaxFault> {
        let months = self.peek().and_then(|word| word.text.parse::<u16>().ok());
        let Some(months) = months.filter(|months| *months > 0) else {
            return Err(self.expected("a whole number of months, such as `within 12 months`"));
        };
        self.next += 1;
        if !self.takes("months") && !self.takes("month") {
            return Err(self.expected("`months`"));
        }
        Ok(TestShape::Within(months))
    }

    /// One quoted word, or plain words up to the next keyword.
    fn value(&mut self) -> Result<Located<String>, SyntaxFault> {
        let mut parts: Vec<Lexeme> = Vec::new();
        while let Some(word) = self.peek() {
            let ends = !word.quoted && matches!(word.text.as_str(), "and" | "where" | "ideally");
            let second = !parts.is_empty() && (word.quoted || parts.iter().any(|part| part.quoted));
            if ends || second {
                break;
            }
            if !word.quoted && is_keyword(&word.text) {
                return Err(
                    self.expected("a value; one with a keyword in it stands in 'single quotes'")
                );
            }
            parts.extend(self.take());
        }
        match (parts.first(), parts.last()) {
            (Some(first), Some(last)) => {
                let span = first.span.start..last.span.end;
                let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
                Ok(Located::new(texts.join(" "), span))
            }
            _ => Err(self.expected("a value")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_conditions_may_stand_in_one_need() {
        let ask = parse_ask(
            "guidance where topics is 'is and was' and not draft ideally reviewed within 12 months",
        )
        .unwrap();
        assert_eq!(ask.arrangement.value, "guidance");
        assert_eq!(ask.requires.len(), 2);
        assert!(matches!(&ask.requires[0].test, TestShape::Is(v) if v.value == "is and was"));
        assert!(matches!(ask.requires[1].test, TestShape::Not));
        assert!(matches!(ask.prefers[0].test, TestShape::Within(12)));
    }

    #[test]
    fn a_value_may_have_several_words() {
        let ask =
            parse_ask("lead where rank is at least chief superintendent and capacity").unwrap();
        assert!(
            matches!(&ask.requires[0].test, TestShape::AtLeast(v) if v.value == "chief superintendent")
        );
        assert_eq!(ask.requires[0].span, 11..48);
    }

    #[test]
    fn faults_name_their_place() {
        for (source, at) in [
            ("", 0..0),
            ("lead rank", 5..9),
            ("lead where", 10..10),
            ("lead where rank is", 18..18),
            ("lead where rank is 'x", 19..21),
            ("lead where since within some months", 24..28),
            ("lead where since within 0 months", 24..25),
            ("lead ideally a where b", 15..20),
            ("lead where a is not b", 16..19),
            ("where x", 0..5),
        ] {
            assert_eq!(parse_ask(source).unwrap_err().span, at, "{source}");
        }
    }
}
