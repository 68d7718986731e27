"""watchlog publish: the journal as a site, looked at from outside."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

from tests.cli.site import contents, page, pages, words
from tests.formats.dramas import samples
from tests.formats.pages import Reader, assert_headings_in_order
from tests.program import Program


def address_of(name: str, folder: Path) -> str:
    return (folder / name).as_uri()


# --- What is there -------------------------------------------------------------------------------------------


def test_every_drama_person_and_year_has_a_page_and_every_link_leads_somewhere(sample: Program, site: Path) -> None:
    sample("publish", str(site), "--yes")
    there = contents(site)
    assert {"index.html", "people.html", "quotes.html", "years.html", "feed.xml", "airing.ics", "style.css"} <= {*there}
    assert {f"dramas/{drama.slug}.html" for drama in samples()} <= {*there}
    assert {"people/im-si-wan.html", "years/2021.html"} <= {*there}
    anchors = {name: set(Reader(html).all("id")) for name, html in pages(site)}
    for name, html in pages(site):
        for href in Reader(html).all("href"):
            if not href.startswith(("http:", "https:", "mailto:")):
                target = urlsplit(urljoin(address_of(name, site), href))
                path = Path(unquote(target.path)).relative_to(site).as_posix()
                assert path in there, f"{name} links to {href}"
                assert not target.fragment or unquote(target.fragment) in anchors[path], f"{name} links to {href}"


def test_every_page_is_valid_and_fetches_nothing(sample: Program, site: Path) -> None:
    sample("publish", str(site), "--yes")
    for name, html in pages(site):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(html)
        read = Reader(html)
        assert_headings_in_order(read)
        assert not {"script", "style", "img", "iframe", "form"} & {*read.tags}, name
        assert not read.all("src")
        assert not read.all("style")
        assert len(read.all("id")) == len({*read.all("id")}), name
        sheets = [found["href"] for tag, found in read.elements if tag == "link" and found["rel"] == "stylesheet"]
        assert sheets == [("../" if "/" in name else "") + "style.css"]


def test_the_first_page_has_what_is_current_best_and_newest(sample: Program, site: Path) -> None:
    sample("publish", str(site), "--yes", "--title", "Mina’s evenings")
    for name, count in {"index.html": "13 dramas", "years/2021.html": "51 episodes"}.items():
        assert count.replace(" ", "\u00a0") in (site / name).read_text("utf-8"), "a number stays beside what it counts"
    seen = words(site, "index.html")
    for said in (
        *(
            "Mina’s evenings",
            "13 dramas",
            "Latest",
            "Ten years on, still transmitting",
            "Nine episodes into the rewatch.",
        ),
        *("Watching", "12 of 16", "Wednesdays and Thursdays", "A line", "Best", "Years", "2021", "All dramas"),
    ):
        assert said in seen


def test_a_page_has_the_article_and_below_it_what_that_leaves_out(sample: Program, site: Path) -> None:
    sample("publish", str(site), "--yes")
    read = page(site, "dramas/run-on.html")
    headings = re.findall(r"<h2[^>]*>(?:<bdi[^>]*>)?([^<]+)", (site / "dramas/run-on.html").read_text("utf-8"))
    wanted = ["Synopsis", "Cast", "Soundtrack", "Review", "Scenes", "Episodes", "Quotes", "Ratings", "Facts"]
    assert [heading for heading in headings if heading in wanted] == wanted
    said = "A chance doesn't ring first."
    assert (read.seen + read.behind).count(said) == 1, "what stands in the review is not repeated"
    assert read.all("id").count("run-on.26") == 1, "and it is found where it stands"


def test_a_layout_that_was_saved_is_that_of_the_site(sample: Program, site: Path) -> None:
    sample("article", "run-on", "--order", "title,review,cast", "--heading", "review=My thoughts", "--save-layout")
    sample("publish", str(site), "--yes")
    html = (site / "dramas/run-on.html").read_text("utf-8")
    assert html.index("My thoughts") < html.index(">Cast<") < html.index(">Synopsis<")


def test_it_says_where_a_drama_is_mentioned_and_where_its_people_are(sample: Program, site: Path) -> None:
    sample("review", "parasite", "Not as quiet as [[my-mister]].", "--on", "2021-01-01")
    sample("note", "signal", "3", "Like Strangers from Hell, but kinder.")
    sample("publish", str(site), "--yes")
    assert "Mentioned in Parasite" in words(site, "dramas/my-mister.html")
    assert "Mentioned in Run On , Signal" in words(site, "dramas/strangers-from-hell.html")
    assert "also in Strangers from Hell 8.5 " in words(site, "dramas/run-on.html")
    person = words(site, "people/im-si-wan.html")
    assert "also spelt Im Shi Wan" in person
    assert "Run On" in person
    assert "Strangers from Hell" in person


def test_an_essay_on_the_page_of_its_person_names_what_it_refers_to(begun: Program, site: Path) -> None:
    begun("quote", "run-on", "Walk, then.")
    begun("quote", "run-on", "He wins.", "--spoiler", "major")
    begun("cast", "run-on", "Im Si Wan", "--note", "As in [[1]] and [[2]].")
    begun("publish", str(site), "--yes")
    assert "As in “Walk, then.” and a quote (covered)." in words(site, "people/im-si-wan.html")
    begun("edit", "run-on", "1", "--text", "Run, then.")
    begun("publish", str(site))
    assert "As in “Run, then.”" in words(site, "people/im-si-wan.html")


def test_a_query_chooses_and_nothing_else_is_there(sample: Program, site: Path) -> None:
    sample("publish", str(site), "rating:9..", "-genre:crime", "--yes")
    read = page(site, "index.html").seen
    assert "My Mister" in read
    assert "Tale of Nokdu" not in read
    assert "Signal" not in read
    assert not [name for name, html in pages(site) if "signal" in f"{name}{Reader(html).all('href')}"]


def test_what_it_wrote_is_said_as_json(sample: Program, site: Path) -> None:
    said = sample("publish", str(site), "run-on", "signal", "--yes", "--json").json
    assert said == {"file": str(site), "dramas": ["run-on", "signal"], "left_out": []}


# --- The folder ----------------------------------------------------------------------------------------------


def test_the_first_time_it_says_what_it_will_write_and_asks(sample: Program, site: Path) -> None:
    said = sample.refuses("publish", str(site), code=1)
    assert "13 dramas, 15 reviews" in said
    assert "--yes" in said
    sample("publish", str(site), "--yes")
    sample("publish", str(site))


@pytest.mark.slow
def test_on_a_terminal_it_asks_once(sample: Program, site: Path) -> None:
    with_no = sample.terminal("publish", str(site))
    with_no.answers("Publish? [y/N]", "n")
    assert "Nothing was written." in with_no.ends(1)
    with_yes = sample.terminal("publish", str(site))
    with_yes.answers("Publish? [y/N]", "y")
    assert "Published 13 dramas" in with_yes.ends()
    assert "Publish?" not in sample.terminal("publish", str(site)).ends()


def test_only_what_changed_is_written(sample: Program, site: Path) -> None:
    sample("publish", str(site), "--yes")
    before = contents(site)
    times = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    assert "nothing had changed" in sample("publish", str(site)).stderr
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == times
    sample("note", "run-on", "12", "Again, the bench.", "--on", "2021-01-20")
    sample("publish", str(site))
    after = contents(site)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed == {"dramas/run-on.html", "index.html", "years.html", "years/2021.html", "published.txt"}


def test_what_somebody_else_put_there_or_changed_stays_and_is_told(sample: Program, site: Path) -> None:
    site.mkdir()
    (site / "mine.html").write_text("mine")
    (site / "people.html").write_text("mine, too")
    assert "What else is in it stays (2)" in sample.refuses("publish", str(site), code=1)
    said = sample("publish", str(site), "--yes").stderr
    assert "left as it is: people.html." in said
    (site / "style.css").write_text("body { color: red }")
    (site / "dramas" / "signal.html").write_text("by hand")
    sample("remove", "signal", "--yes")
    said = sample("publish", str(site)).stderr
    assert "left as it is: dramas/signal.html, people.html, style.css." in said
    assert (site / "mine.html").read_text() == "mine"
    assert (site / "people.html").read_text() == "mine, too"
    assert (site / "style.css").read_text() == "body { color: red }"


def test_a_page_that_somebody_took_away_is_written_again(sample: Program, site: Path) -> None:
    sample("publish", str(site), "--yes")
    before = contents(site)
    (site / "dramas" / "signal.html").unlink()
    (site / "style.css").unlink()
    (site / "dramas" / "run-on.html").write_text("by hand")
    said = sample("publish", str(site)).stderr
    assert "2 files written" in said
    assert "left as it is: dramas/run-on.html." in said
    assert contents(site) == before | {"dramas/run-on.html": b"by hand"}
    (site / "dramas" / "run-on.html").unlink()
    sample("publish", str(site))
    assert contents(site) == before


def test_a_list_of_files_that_is_not_ours_is_in_the_way(sample: Program, site: Path) -> None:
    site.mkdir()
    (site / "published.txt").write_text("../../etc/passwd\n")
    assert "is not ours" in sample.refuses("publish", str(site), "--yes", code=1)


def test_what_a_killed_run_wrote_is_still_ours(sample: Program, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from watchlog.journal.store import files

    sample("publish", str(site), "--yes")
    for slug in ("run-on", "signal", "parasite"):
        sample("note", slug, "1", "one", "--on", "2021-01-20")
    moved: list[object] = []
    move = files.move

    def killed(path: Path, target: Path) -> None:
        if len(moved) == 3:
            raise KeyboardInterrupt
        moved.append(target)
        move(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(files, "move", killed)
        sample("publish", str(site), code=130)
    for slug in ("run-on", "signal", "parasite"):
        sample("note", slug, "1", "two", "--on", "2021-01-20")
    assert "left as it is" not in sample("publish", str(site)).stderr
    assert all("two" in page(site, f"dramas/{slug}.html").seen for slug in ("run-on", "signal", "parasite"))


def test_a_damaged_drama_takes_nothing_away(sample: Program, site: Path) -> None:
    sample("publish", str(site), "--yes")
    there = set(contents(site))
    (sample.journal / "dramas" / "signal.json").write_text("{")
    result = sample("publish", str(site), "--json", code=3)
    assert result.json["left_out"] == ["signal"]
    assert set(contents(site)) == there


@pytest.mark.parametrize(
    "arguments",
    [
        ("site", "--base-url", "mina.example"),
        ("site", "--base-url", "ftp://mina.example"),
        ("site", "--base-url", "https://mina.example/?a=b"),
        ("site", "--base-url", "https://mina example/"),
        ("-",),
        ("site", "nobody:knows"),
    ],
)
def test_what_cannot_be_meant_writes_nothing(sample: Program, arguments: tuple[str, ...]) -> None:
    sample.refuses("publish", *arguments, "--yes", code=1 if "nobody:knows" in arguments else 2)


def test_a_file_or_the_journal_is_no_place_for_a_site(sample: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert "file" in sample.refuses("publish", str(tmp_path / "file"), "--yes", code=4)
    assert "in the journal" in sample.refuses("publish", str(sample.journal / "site"), "--yes", code=1)
    assert "in the journal" in sample.refuses("publish", str(sample.journal), "--yes", code=1)


def test_an_empty_journal_has_nothing_to_publish(program: Program, site: Path) -> None:
    assert "nothing to publish" in program.refuses("publish", str(site), "--yes", code=1)


def test_where_nothing_can_be_read_nothing_is_written(sample: Program, site: Path) -> None:
    for path in (sample.journal / "dramas").iterdir():
        path.write_text("{")
    sample("publish", str(site), "--yes", code=3)
    assert not site.exists()


def test_a_folder_that_cannot_be_written_is_told(sample: Program, site: Path) -> None:
    site.mkdir()
    (site / "dramas").write_text("a file, where a folder should be")
    said = sample("publish", str(site), "--yes", code=4).stderr
    assert "Not all of it is written" in said
    assert "Traceback" not in said


def test_what_leads_nowhere_is_told(begun: Program, tmp_path: Path) -> None:
    begun("review", "run-on", "See [[99]] and [[1]].")
    told = begun("publish", str(tmp_path / "site"), "--yes").stderr
    assert "run-on: [[99]] in review 1 leads nowhere. Write what is meant: watchlog edit run-on 1\n" in told
    assert "[[1]]" not in told
