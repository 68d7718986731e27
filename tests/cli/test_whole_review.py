"""A whole review, typed into a shell and read back to the letter."""

import json
import shlex

import pytest

from tests.program import Program

pytestmark = pytest.mark.slow

SYNOPSIS = """A sprinter who was born with everything lets go of it at a starting line.

A translator who owes nobody anything turns back for a film she subtitled.\tThey “run on”."""

CAST = [
    (
        "Im Si Wan",
        "Ki Seon Gyeom",
        "main",
        """He says exactly what he means, and the world is not used to it.

The acting is all in what he does *not* do: a pause, a look at the floor — and then the truth.

Earlier: *Strangers from Hell* (as Im Shi Wan; it is the same man).""",
    ),
    (
        "Shin Se Kyung",
        "Oh Mi Joo",
        "main",
        """She apologises first and fights afterwards.

Nobody in this genre has been so funny while crying.""",
    ),
    ("Choi Soo Young", "Seo Dan Ah", "main", "A director of everything.\n\nEarlier: *Tell Me What You Saw*."),
    ("Kang Tae Oh", "Lee Young Hwa", "support", "He paints.\n\nEarlier: *The Tale of Nokdu*."),
]

BLUE_BIRD = """A blue bird on the line
  does not ask where the race goes,

it sings, and the gun
is late by a heartbeat

(la la la)


and again
"""

RUN_TO_YOU = "Run to you,\nrun to you\n\nuntil the road is out of words"

FALLING = "You fall so that you find out how to get up."

DIALOGUE = """Seo Dan Ah: I let go first.
Lee Young Hwa: Then why are you still holding the brush?
Seo Dan Ah: Because: it is mine."""

ORIGINAL = "내가 먼저 놓았어.\n그럼 붓은 왜 아직 들고 있어요?\n내 거니까."

REVIEW = """# One of my favourites, if it keeps going like this

People here *ask*, and are **answered**. That is all, and it is everything:

- nobody is late to understand,
- nobody runs after a car,
- the second leads have a film of their own.

> You fall so that you find out how to get up.

    indented, as a poem would be

[red]not a colour[/red], :smile: not a smile, \\backslash, "quotes", 'more', $HOME, `code`, #3, 100 %, <b>, &amp;
and no escape from \u202ehere\u202c. 👩‍👧 런 온 — é é …\u0020\u0020

Two spaces above, none here.
"""


def commands() -> list[tuple[list[str], str]]:
    """Every command line of the review, with what it reads from standard input."""
    return [
        (
            [
                "add", "Run On", "--native", "런 온", "--aka", "Leon", "--year", "2020", "--country", "South Korea",
                "--network", "JTBC,Netflix", "--episodes", "16", "--runtime", "70",
                "--aired-from", "2020-12-16", "--aired-to", "2021-02-04", "--airing-day", "Wednesday,Thursday",
                "--genre", "Romance,Life,Drama,Sports",
                "--tag", "Strong Female Lead,Calm Male Lead,Rich Male Lead,Idol Actress,Mature Protagonist",
                "--synopsis", SYNOPSIS, "--synopsis-source", "AsianWiki", "--status", "watching",
            ],
            "",
        ),
        *(
            (["cast", "run-on", actor, "--as", character, "--role", role, "--note", "-"], f"{note}\n")
            for actor, character, role, note in CAST
        ),
        (["song", "run-on", "Blue Bird", "--by", "Solar", "--lyrics", "-"], f"{BLUE_BIRD}\n"),
        (["song", "run-on", "Run To You", "--by", "Lucy", "--lyrics", RUN_TO_YOU, "--note", "In the car."], ""),
        (["watch", "run-on", "1-12", "--on", "2021-01-21"], ""),
        (["note", "run-on", "3", "The umbrella.\n\nHe holds it over nobody.", "--rating", "9.5"], ""),
        (["note", "run-on", "12", "-", "--spoiler", "major"], "He lets go.\n"),
        (["quote", "run-on", FALLING, "--by", "Oh Mi Joo", "--episode", "2"], ""),
        (["quote", "run-on", "-", "--original", ORIGINAL, "--episode", "11", "--at", "41:20"], f"{DIALOGUE}\n"),
        (["scene", "run-on", "The cinema, after the lights.\n\nNobody claps.", "--episode", "1", "--at", "5:20"], ""),
        (["rate", "run-on", "9", "--story", "9", "--acting", "9.5", "--music", "8.5"], ""),
        (
            ["review", "run-on", "-", "--headline", "Run On", "--verdict", "must-watch", "--spoiler", "minor",
             "--on", "2021-01-25"],
            f"{REVIEW}\n",
        ),
    ]  # fmt: skip


EXPECTED = {
    "slug": "run-on",
    "title": "Run On",
    "native_title": "런 온",
    "also_known_as": ["Leon"],
    "type": "drama",
    "country": "South Korea",
    "year": 2020,
    "networks": ["JTBC", "Netflix"],
    "genres": ["Romance", "Life", "Drama", "Sports"],
    "tags": ["Strong Female Lead", "Calm Male Lead", "Rich Male Lead", "Idol Actress", "Mature Protagonist"],
    "links": [],
    "warnings": [],
    "episodes": 16,
    "runtime": 70,
    "aired": {
        "from": "2020-12-16", "to": "2021-02-04", "days": ["wednesday", "thursday"], "off": [], "extra": [],
    },
    "synopsis": {"text": SYNOPSIS, "source": "AsianWiki", "spoiler": "none"},
    "status": "watching",
    "rounds": [
        {
            "started": "2021-01-21",
            "finished": None,
            "episodes": {str(number): "2021-01-21" for number in range(1, 13)},
        }
    ],
    "ratings": [
        {"on": "today", "overall": 9.0, "story": 9.0, "acting": 9.5, "music": 8.5, "rewatch": None,
         "parts": {}, "given": None}
    ],
    "notes": [
        {
            "id": 7, "episode": 3, "text": "The umbrella.\n\nHe holds it over nobody.", "rating": 9.5,
            "spoiler": "none", "on": "today", "tags": [],
        },
        {"id": 8, "episode": 12, "text": "He lets go.", "rating": None, "spoiler": "major", "on": "today", "tags": []},
    ],
    "quotes": [
        {
            "id": 9,
            "lines": [
                {
                    "speaker": "Oh Mi Joo",
                    "text": FALLING,
                    "original": None,
                }
            ],
            "episode": 2, "at": None, "note": None, "spoiler": "none", "on": "today", "tags": [],
        },
        {
            "id": 10,
            "lines": [
                {"speaker": "Seo Dan Ah", "text": "I let go first.", "original": "내가 먼저 놓았어."},
                {
                    "speaker": "Lee Young Hwa",
                    "text": "Then why are you still holding the brush?",
                    "original": "그럼 붓은 왜 아직 들고 있어요?",
                },
                {"speaker": "Seo Dan Ah", "text": "Because: it is mine.", "original": "내 거니까."},
            ],
            "episode": 11, "at": "41:20", "note": None, "spoiler": "none", "on": "today", "tags": [],
        },
    ],
    "cast": [
        {"id": id_, "actor": actor, "character": character, "role": role, "note": note, "spoiler": "none"}
        for id_, (actor, character, role, note) in enumerate(CAST, 1)
    ],
    "songs": [
        {"id": 5, "title": "Blue Bird", "artist": "Solar", "lyrics": BLUE_BIRD, "note": None, "spoiler": "none"},
        {"id": 6, "title": "Run To You", "artist": "Lucy", "lyrics": RUN_TO_YOU, "note": "In the car.",
         "spoiler": "none"},
    ],
    "scenes": [
        {"id": 11, "text": "The cinema, after the lights.\n\nNobody claps.", "episode": 1, "at": "05:20",
         "spoiler": "none", "tags": []},
    ],
    "reviews": [
        {
            "id": 12, "headline": "Run On", "text": REVIEW, "verdict": "must-watch", "spoiler": "minor",
            "on": "2021-01-25", "episodes_seen": 12,
            "by": None, "editors": [], "opening": None, "closing": None,
        }
    ],
    "imported": [],
    "next_id": 13,
    "progress": {"seen": 12, "of": 16},
}  # fmt: skip


def dated(drama: dict[str, object]) -> str:
    """The document with the day of the test in place of “today”, for one comparison that shows where it differs."""
    return json.dumps(drama, ensure_ascii=False, indent=1).replace('"today"', '"2021-01-27"')


@pytest.mark.usefixtures("wednesday")
def test_it_comes_back_character_for_character(program: Program) -> None:
    for arguments, stdin in commands():
        program(*arguments, stdin=stdin)
    drama = program.drama("run-on")
    assert drama.pop("added").startswith("2021-01-27T")
    assert dated(drama) == dated(EXPECTED)


def test_it_does_so_through_a_real_shell(program: Program) -> None:
    lines = [f"printf %s {shlex.quote(stdin)} | watchlog {shlex.join(arguments)}" for arguments, stdin in commands()]
    ended = program.shell("set -e\n" + "\n".join(lines))
    assert ended.code == 0, ended.stderr
    assert len(ended.stderr.splitlines()) == len(lines)
    drama = program.shell("watchlog show run-on --json").json
    for field in ("synopsis", "cast", "songs", "scenes", "reviews"):
        assert drama[field] == EXPECTED[field]
    assert [quote["lines"] for quote in drama["quotes"]] == [
        quote["lines"]
        for quote in EXPECTED["quotes"]  # type: ignore[attr-defined]
    ]


def test_it_survives_a_trip_through_the_file_as_it_lies_on_disk(program: Program) -> None:
    for arguments, stdin in commands():
        program(*arguments, stdin=stdin)
    path = program.journal / "dramas" / "run-on.json"
    before = program.drama("run-on")
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(json.loads(path.read_bytes())).encode())
    assert program.drama("run-on") == before
