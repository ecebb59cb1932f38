"""The peer's tree: a Hugo site that makes its pages from JSON by a content adapter, one array of procedures a field.

Written the way Hugo's manual advises for speed: the navigation is rendered once (`partialCached`), pages carry all
they show, nothing is made that ours would not make (no feeds, taxonomies, sitemap). Its pages show the same facts as
ours under shorter headings and without our style, search list, pages of agencies and counters, and rating forms.
"""
import json

BASE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a>
{{ partialCached "nav.html" . }}
</header>
<main>
{{ block "main" . }}{{ end }}
</main>
<footer><p>Trang niêm yết để thử tốc độ.</p></footer>
</body>
</html>
"""
NAV = """<nav aria-label="Lĩnh vực"><ul>
{{ range hugo.Data.fields }}<li><a href="/{{ .id }}/">{{ .name }}</a></li>
{{ end }}</ul></nav>"""
PAGE = """{{ define "main" }}{{ $p := .Params.p }}<p><a href="/{{ $p.field }}/">{{ $p.field_name }}</a> {{ $p.code }}</p>
<h1>{{ .Title }}</h1>
<section><h2>Thông tin chung</h2>
<dl>
<dt>Cấp thực hiện</dt><dd>{{ $p.level_name }}</dd>
<dt>Ai làm được</dt><dd>{{ $p.applicant_name }}</dd>
<dt>Có thẩm quyền quyết định</dt><dd>{{ $p.decides }}</dd>
<dt>Nơi nộp</dt><dd>{{ $p.agency_name }}, {{ $p.counter_name }}, {{ $p.phone }}</dd>
<dt>Kết quả</dt><dd>{{ $p.result }}</dd>
</dl></section>
<section><h2>Giấy tờ cần chuẩn bị</h2>
<ol>
{{ range $p.papers }}<li>{{ .name }}: {{ if .originals }}{{ .originals }} bản chính, {{ end }}{{ .copies }} bản sao. {{ .note }}</li>
{{ end }}</ol>
<p>Số lượng hồ sơ: 1 bộ.</p></section>
<section><h2>Cách nộp</h2>
<table>
<tr><th>Cách nộp</th><th>Thời hạn</th><th>Phí, lệ phí</th></tr>
{{ range $p.ways }}<tr><th>{{ .name }}<br>{{ .note }}</th><td>{{ .days }} ngày làm việc</td><td>{{ .fee_shown }}</td></tr>
{{ end }}</table></section>
<section><h2>Trình tự thực hiện</h2>
<ol>
{{ range $p.steps }}<li><strong>{{ .position }}</strong><br>{{ .action }}<br>Thời gian: {{ .hours }} giờ</li>
{{ end }}</ol></section>
<section><h2>Hướng dẫn thêm</h2>
{{ .Content }}</section>
<section><h2>Căn cứ pháp lý</h2>
<ul>
{{ range $p.acts }}<li>{{ .number }}: {{ .title }} ({{ .issuer }}, {{ .day_shown }})</li>
{{ end }}</ul>
<p>Quyết định 1/QĐ-MAU.</p></section>
{{ end }}
"""
SECTION = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.p.code }}</li>
{{ end }}</ul>
{{ end }}
"""
HOME = """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>
{{ range hugo.Data.fields }}<li><a href="/{{ .id }}/">{{ .name }}</a> {{ .count }}</li>
{{ end }}</ul>
{{ end }}
"""
ADAPTER = """{{ $all := resources.Get "procedures/FIELD.json" | transform.Unmarshal }}
{{ range $all }}
{{ $content := dict "mediaType" "text/markdown" "value" .guidance }}
{{ $.AddPage (dict "kind" "page" "path" .id "title" .name "weight" .order "content" $content "params" (dict "p" .)) }}
{{ end }}
"""
# What our tree needs and a page of Hugo's never shows.
NOT_SHOWN = ("said", "level", "applicant", "agency", "counter")


def front(title):
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n"


def settings(site):
    title = json.dumps(site["title"], ensure_ascii=False)
    kinds = '["taxonomy", "term", "rss", "sitemap", "robotstxt", "404"]'
    return (f"baseURL = \"{site['origin']}/\"\ntitle = {title}\nlocale = \"vi\"\ndisableKinds = {kinds}\n"
            "[markup.goldmark.extensions.typographer]\ndisable = true\n")


def peer_files(site, fields, by_field):
    """Path → text. `by_field`: field → its procedures, as `workload.procedure` gives them."""
    listed = [{"id": one, "name": name, "count": len(by_field[one])} for one, name in fields]
    files = {
        "hugo.toml": settings(site),
        "static/style.css": "body{max-width:70rem;margin:auto}td,th{border:1px solid}\n",
        "data/fields.json": json.dumps(listed, ensure_ascii=False),
        "layouts/baseof.html": BASE,
        "layouts/_partials/nav.html": NAV,
        "layouts/page.html": PAGE,
        "layouts/section.html": SECTION,
        "layouts/home.html": HOME,
        "content/_index.md": front(site["title"]),
    }
    for one, name in fields:
        rows = [{key: value for key, value in p.items() if key not in NOT_SHOWN} for p in by_field[one]]
        files[f"assets/procedures/{one}.json"] = json.dumps(rows, ensure_ascii=False)
        files[f"content/{one}/_index.md"] = front(name)
        files[f"content/{one}/_content.gotmpl"] = ADAPTER.replace("FIELD", one)
    return files
