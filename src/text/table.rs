//! A line of a table as office programs export it: commas, semicolons or tabs between cells, quotes around some.
//! Read here and not by a library, since each mistake is told with its line and column.

/// A cell, with where it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableCell {
    /// What stands in it, without its quotes.
    pub text: String,
    /// The column of the line in which it begins, in signs, from 1.
    pub column: u32,
}

/// The sign between the cells of a table with this head: a semicolon before a tab before a comma, since names of
/// columns hold commas and never the others.
pub fn separator(head: &str) -> char {
    [';', '\t', ','].into_iter().find(|sign| head.contains(*sign)).unwrap_or(',')
}

/// The cells of a line; a cell in quotes may hold the separator, and two quotes for one.
pub fn table_cells(line: &str, separator: char) -> Vec<TableCell> {
    let mut cells = Vec::new();
    let mut cell = TableCell { text: String::new(), column: 1 };
    let mut quoted = false;
    let mut signs = (1..).zip(line.chars()).peekable();
    while let Some((column, sign)) = signs.next() {
        match sign {
            '"' if quoted && signs.peek().is_some_and(|(_, next)| *next == '"') => {
                signs.next();
                cell.text.push('"');
            }
            '"' => quoted = !quoted,
            sign if sign == separator && !quoted => {
                let next = TableCell { text: String::new(), column: column + 1 };
                cells.push(std::mem::replace(&mut cell, next));
            }
            sign => cell.text.push(sign),
        }
    }
    cells.push(cell);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_keep_separators_and_columns_are_counted() {
        let found = table_cells("a;\"b;\"\"c\"\"\";d", ';');
        let texts: Vec<(&str, u32)> =
            found.iter().map(|cell| (cell.text.as_str(), cell.column)).collect();
        assert_eq!(texts, [("a", 1), ("b;\"c\"", 3), ("d", 13)]);
        assert_eq!(table_cells("", ',').len(), 1);
    }

    #[test]
    fn the_head_says_what_stands_between_cells() {
        for (head, sign) in [("a;b,c", ';'), ("a\tb,c", '\t'), ("a,b", ','), ("a", ',')] {
            assert_eq!(separator(head), sign, "{head}");
        }
    }
}
