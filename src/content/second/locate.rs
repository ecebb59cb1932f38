//! From a key path back to a line: `channels[2].fees[0].amount`.

use super::{Node, NodeValue};

/// The place of a key path; of the nearest part of it that exists, when it names something missing.
pub(in crate::content) fn locate(root: &Node, path: &str) -> (u32, u32) {
    let mut at = (root.line, root.column);
    let mut node = root;
    for step in steps(path) {
        let next = match (&node.value, &step) {
            (NodeValue::Map(entries), Step::Key(key)) => {
                entries.iter().find(|(known, ..)| known == key).map(|(_, at_key, value)| {
                    // A scalar is shown itself; a list or map by its key.
                    let shown =
                        if matches!(value.value, NodeValue::Scalar { .. }) && !value.is_null() {
                            value
                        } else {
                            at_key
                        };
                    ((shown.line, shown.column), value)
                })
            }
            (NodeValue::List(items), Step::Item(index)) => {
                items.get(*index).map(|item| ((item.line, item.column), item))
            }
            _ => None,
        };
        let Some((place, found)) = next else { break };
        at = place;
        node = found;
    }
    at
}

enum Step {
    Key(String),
    Item(usize),
}

fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        if let Some(inside) = rest.strip_prefix("[\"") {
            let end = inside.find("\"]").unwrap_or(inside.len());
            steps.push(Step::Key(inside[..end].to_owned()));
            rest = inside.get(end + 2..).unwrap_or_default();
        } else if let Some(inside) = rest.strip_prefix('[') {
            let end = inside.find(']').unwrap_or(inside.len());
            steps.push(Step::Item(inside[..end].parse().unwrap_or(usize::MAX)));
            rest = inside.get(end + 1..).unwrap_or_default();
        } else {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let end = rest.find(['.', '[']).unwrap_or(rest.len());
            if end == 0 {
                break;
            }
            steps.push(Step::Key(rest[..end].to_owned()));
            rest = &rest[end..];
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::super::read_nodes;
    use super::*;

    #[test]
    fn a_path_leads_to_its_line_and_a_missing_key_to_its_parent() {
        let text = "name: a\nchannels:\n  - id: x\n    fees:\n      - amount: 20 VND\nacts:\n  60/2014.QH13: b\n";
        let root = read_nodes(text).root.unwrap();
        assert_eq!(locate(&root, "channels[0].fees[0].amount"), (5, 17));
        assert_eq!(locate(&root, "channels[0].limit"), (3, 5));
        assert_eq!(locate(&root, "acts[\"60/2014.QH13\"]"), (7, 17));
        assert_eq!(locate(&root, ""), (1, 1));
    }
}
