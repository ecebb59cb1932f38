//! Slips in the shape of a file, and all that is found beside them in the same run.

use super::Folder;
use super::folder::{AGENCY, PROCEDURE};

#[test]
fn a_mistake_of_shape_hides_no_other() {
    let folder = Folder::sound()
        .procedure("limit: same_day", "limit: 3")
        .procedure("8000 VND", "20 VND")
        .procedure("decision: {number: \"1872/QĐ-BTP\"}\n", "")
        .procedure("acts: []", "acts: [\"1/2020\"]");
    assert_eq!(folder.found(), ["N311:1", "N107:15", "N402:19", "N201:28"]);
}

#[test]
fn what_was_wrong_is_not_called_missing() {
    let folder =
        Folder::sound().procedure("    fees:", "    fee:").procedure("cases:", "cases: 1\ncase:");
    assert_eq!(folder.found(), ["N101:16", "N104:21", "N101:22"]);
    let agency = Folder::sound().edit(
        AGENCY,
        "phone: \"0200 000 0001\", email: \"a@b.example\"",
        "phone: abc",
    );
    assert_eq!(agency.found(), ["N106:9"]);
}

#[test]
fn nothing_in_a_file_is_one_problem() {
    for empty in ["", "  \n", "# chỉ có ghi chú\n", "---\n"] {
        assert_eq!(Folder::sound().with(PROCEDURE, empty).found(), ["N011:0"], "{empty:?}");
    }
}
