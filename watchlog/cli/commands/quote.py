"""watchlog quote."""

from contextlib import ExitStack, nullcontext
from typing import Annotated

import typer

from watchlog.cli.adding import added_once, check_words
from watchlog.cli.output import report
from watchlog.cli.reading.arguments import DRAMAS, FILES, AsJson, Offers
from watchlog.cli.reading.dramas import named_slug, read_episode
from watchlog.cli.reading.options import Typed, given, named_day, takes
from watchlog.cli.reading.values import read_name
from watchlog.cli.reading.writing import read_option, words
from watchlog.errors import WrongUsage
from watchlog.journal.drama.dates import this_day
from watchlog.journal.drama.dialogue import quote_lines
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.records import Line

_FIELDS = ITEM_FIELDS["quote"]
_SUBTITLES = "Out of subtitles"


@takes(_FIELDS)
def quote(
    drama: Annotated[
        str | None, typer.Argument(metavar="[DRAMA]", help="Asked for where nothing is given."), DRAMAS
    ] = None,
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="The words; - reads standard input.")] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="SPEAKER", help="Who says it.")] = None,
    original: Annotated[str | None, typer.Option("--original", metavar="TEXT", help="In its own language.")] = None,
    subtitles: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Take the words from subtitles, .srt, .ass, .vtt, or a folder of them. --at may be 41:20-41:31.",
            rich_help_panel=_SUBTITLES,
        ),
        FILES,
    ] = None,
    find: Annotated[
        str | None,
        typer.Option(
            "--find",
            metavar="WORDS",
            help="The line that holds these words, instead of --at.",
            rich_help_panel=_SUBTITLES,
        ),
    ] = None,
    original_subtitles: Annotated[
        str | None,
        typer.Option(
            "--original-from",
            metavar="FILE",
            help="Subtitles in its own language, matched by time.",
            rich_help_panel=_SUBTITLES,
        ),
        FILES,
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            "--encoding",
            metavar="NAME",
            help="What the files are in, where it cannot be told: shift_jis.",
            rich_help_panel=_SUBTITLES,
        ),
        Offers("utf-8 utf-16 cp949 shift_jis gb18030 big5 cp1252"),
    ] = None,
    as_json: AsJson = False,
    **typed: Typed,
) -> None:
    """Keep a line that stayed. Alone, it asks; several “Speaker: words” lines are a dialogue.

    watchlog quote run-on "You fall, and get up." --by "Oh Mi Joo" --episode 2
    watchlog quote run-on --from Run.On.E10.en.vtt --at 2:17 --sample
    """
    if subtitles is None and (find, original_subtitles, encoding) != (None, None, None):
        raise WrongUsage("--find, --original-from and --encoding go with --from FILE.")
    if subtitles is not None and (text, original) != (None, None):
        raise WrongUsage("With --from the words come from the file: leave TEXT and --original out.")
    slug = named_slug(drama)
    with ExitStack() as asking:
        if drama is None and subtitles is None:
            from watchlog.cli.reading.questions import asked_quote

            answers = asking.enter_context(asked_quote(slug))
            text, by, original = (answers.get(name) for name in ("text", "by", "original"))
            typed |= {name: answers[name] for name in ("episode", "at", "spoiler") if name in answers}
        if isinstance(episode := typed.get("episode"), str):
            read_episode(episode, slug)
        speaker = None if by is None else read_name(by, "a speaker")
        taken: list[Line] = []
        if subtitles is not None:
            from watchlog.cli.reading.subtitles.taking import (  # whoever types the words need not wait for it
                Asked,
                take,
            )

            taken, where = take(Asked(slug, subtitles, original_subtitles, encoding, find, speaker), typed)
            typed |= where
        said = {"on": this_day()} | given(_FIELDS, typed)
        in_its_language = None if original is None else read_option("original", original)
        if drama is not None:
            check_words(text, slug, "quote")
        with nullcontext("") if taken else words(text, "a quote", f"{slug}.quote") as written:
            lines = taken or quote_lines(written, speaker, in_its_language)
            summary, changed = added_once("quote", slug, {"lines": lines, **said}, f".{named_day(typed, said['on'])}")
    report(summary, changed, as_json=as_json)
