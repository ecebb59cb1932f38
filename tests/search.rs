//! How people ask, over the sample site's own list: the table of questions with the procedure that must come first, and
//! what the list weighs. The page's script and a host are held to the same table in `tests/browser/search.test.mjs`.

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::sync::LazyLock;

    use niemyet::search::List;

    /// The sample, built once: a second build into a folder is refused while the first goes on.
    static OUTPUT: LazyLock<PathBuf> = LazyLock::new(|| {
        let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("search");
        let built = Command::new(env!("CARGO_BIN_EXE_niemyet"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["build", "--only", "site", "--output"])
            .arg(&output)
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        output
    });

    /// The list of a language, as a build of the sample writes it.
    fn built(language: &str) -> String {
        let output = &*OUTPUT;
        let files =
            std::fs::read_dir(output.join("site")).unwrap().map(|file| file.unwrap().path());
        let own = |path: &PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            name.starts_with(&format!("tim-{language}-"))
                && path.extension().is_some_and(|ending| ending == "txt")
        };
        let lists: Vec<_> = files.filter(own).collect();
        assert_eq!(lists.len(), 1, "one list a language, and none of an earlier build");
        std::fs::read_to_string(&lists[0]).unwrap()
    }

    #[test]
    fn what_people_ask_finds_what_they_mean() {
        let list = List::parse(&built("vi")).unwrap();
        let table = include_str!("search/queries.tsv");
        let (mut questions, mut wrong) = (0, Vec::new());
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let (query, expected) = line.split_once('\t').unwrap();
            questions += 1;
            let first = list.find(query).hits.first().map_or("-", |at| list.code(*at)).to_owned();
            if first != expected {
                wrong.push(format!("{query}: {first}, not {expected}"));
            }
        }
        assert!(questions >= 200, "{questions}");
        assert!(wrong.is_empty(), "{} of {questions}:\n{}", wrong.len(), wrong.join("\n"));
    }

    #[test]
    fn english_names_are_found_on_english_pages() {
        let list = List::parse(&built("en")).unwrap();
        for (query, code) in [
            ("birth certificate", "1.001193"),
            ("get married", "1.000894"),
            ("how do i register a marriage", "1.000894"),
            ("red book", "1.012784"),
            ("sổ đỏ", "1.013978"),
            ("numbr plate", "1.012575"),
        ] {
            let first = list.find(query).hits.first().map(|at| list.code(*at).to_owned());
            assert_eq!(first.as_deref(), Some(code), "{query}");
        }
    }

    #[test]
    fn the_list_of_the_sample_is_small() {
        let text = built("vi");
        let procedures = List::parse(&text).unwrap().len();
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(text.as_bytes()).unwrap();
        let weight = gzip.finish().unwrap().len();
        assert!(procedures > 40 && weight < 12_000, "{weight} bytes for {procedures} procedures");
    }
}
