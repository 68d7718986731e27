"""What must come of two documents and the one they come from: written by hand, before the engine.

A uid that begins with `~` stands for one that is made in the merge: eight letters that stand on neither side.
`order apart` the result is the same with the sides the other way round; the lists below stand as with ours first.
"""

from dataclasses import dataclass, field

from watchlog.journal.drama.records import Document, Json

RUN, LATE = "runonaaa", "runonbbb"
A, B, C, D = "aaaaaaaa", "bbbbbbbb", "cccccccc", "dddddddd"


@dataclass(frozen=True)
class Case:
    """A merge: `told` are the kinds of what the person is told, in alphabetical order."""

    name: str
    story: str
    base: Document | None
    ours: Document
    theirs: Document
    expected: Document
    told: list[str] = field(default_factory=list)


def drama(**fields: Json) -> Document:
    """A drama; `next_id` is 5 unless it is said."""
    always: Document = {"slug": "run-on", "uid": RUN, "title": "Run On", "type": "drama", "status": "watching"}
    return always | {"added": "2021-01-01T20:00:00+00:00", "next_id": 5} | fields


def note(id: int, uid: str, text: str, **more: Json) -> Document:
    return {"id": id, "uid": uid, "episode": 1, "text": text, **more}


def bare(id: int, text: str, **more: Json) -> Document:
    """A note without a uid, as an older version wrote it."""
    return {"id": id, "episode": 1, "text": text, **more}


def review(id: int, uid: str, text: str, **more: Json) -> Document:
    return {"id": id, "uid": uid, "text": text, **more}


def round_(uid: str, *, episodes: Json = None, **more: Json) -> Document:
    return {"uid": uid, **more, **({"episodes": episodes} if episodes else {})}


_one = drama(notes=[note(1, A, "first")])

ITEMS = [
    Case("nothing happened", "Both are what they were.", _one, _one, _one, _one),
    Case(
        "ours changed a note",
        "Where one side equals the base, the other's value stands.",
        _one,
        drama(notes=[note(1, A, "better")]),
        _one,
        drama(notes=[note(1, A, "better")]),
    ),
    Case(
        "theirs changed a note, ours another",
        "Each change is of another item: both stand.",
        drama(notes=[note(1, A, "first"), note(2, B, "second")]),
        drama(notes=[note(1, A, "first, ours"), note(2, B, "second")]),
        drama(notes=[note(1, A, "first"), note(2, B, "second, theirs")]),
        drama(notes=[note(1, A, "first, ours"), note(2, B, "second, theirs")]),
    ),
    Case(
        "the same change on both",
        "Where both are equal, that; nothing is told.",
        _one,
        drama(notes=[note(1, A, "better")]),
        drama(notes=[note(1, A, "better")]),
        drama(notes=[note(1, A, "better")]),
    ),
    Case(
        "one note changed twice",
        "Both versions stay; the greater words (zebra) keep uid and number, the other has a made uid and a new number.",
        _one,
        drama(notes=[note(1, A, "apple")]),
        drama(notes=[note(1, A, "zebra")]),
        drama(
            next_id=6,
            notes=[note(1, A, "zebra", merged=True), note(5, "~second", "apple", merged=True)],
        ),
        ["versions"],
    ),
    Case(
        "one note in two wordings, no base",
        "No base is as if both had changed.",
        None,
        drama(notes=[note(1, A, "zebra")]),
        drama(notes=[note(1, A, "apple")]),
        drama(
            next_id=6,
            notes=[note(1, A, "zebra", merged=True), note(5, "~second", "apple", merged=True)],
        ),
        ["versions"],
    ),
    Case(
        "text here, score there",
        "Words are all fields together: a text changed on one side and a rating on the other are two versions.",
        drama(notes=[note(1, A, "first", rating=7.0)]),
        drama(notes=[note(1, A, "second", rating=7.0)]),
        drama(notes=[note(1, A, "first", rating=8.0)]),
        drama(
            next_id=6,
            notes=[
                note(1, A, "first", rating=8.0, merged=True),
                note(5, "~second", "second", rating=7.0, merged=True),
            ],
        ),
        ["versions"],
    ),
    Case(
        "a dialogue changed twice",
        "The lines of a quote are words as any other; minor here and major there: major on both versions.",
        drama(quotes=[{"id": 1, "uid": A, "lines": [{"speaker": "Mi Joo", "text": "No."}]}]),
        drama(quotes=[{"id": 1, "uid": A, "lines": [{"text": "Not now."}], "spoiler": "minor"}]),
        drama(quotes=[{"id": 1, "uid": A, "lines": [{"text": "Never."}], "spoiler": "major"}]),
        drama(
            next_id=6,
            quotes=[
                {"id": 1, "uid": A, "lines": [{"text": "Not now."}], "spoiler": "major", "merged": True},
                {"id": 5, "uid": "~second", "lines": [{"text": "Never."}], "spoiler": "major", "merged": True},
            ],
        ),
        ["versions"],
    ),
    Case(
        "tags on both versions",
        "Tags are merged by themselves, as lists, and stand on both versions.",
        drama(notes=[note(1, A, "first", tags=["x", "y"])]),
        drama(notes=[note(1, A, "apple", tags=["x"])]),
        drama(notes=[note(1, A, "zebra", tags=["x", "y", "z"])]),
        drama(
            next_id=6,
            notes=[
                note(1, A, "zebra", tags=["x", "z"], merged=True),
                note(5, "~second", "apple", tags=["x", "z"], merged=True),
            ],
        ),
        ["versions"],
    ),
    Case(
        "removed here, untouched there",
        "The base had it: it goes.",
        drama(notes=[note(1, A, "first"), note(2, B, "second")]),
        drama(notes=[note(2, B, "second")]),
        drama(notes=[note(1, A, "first"), note(2, B, "second")]),
        drama(notes=[note(2, B, "second")]),
    ),
    Case(
        "removed here, changed there",
        "A change is stronger than a removal; it is told.",
        _one,
        drama(),
        drama(notes=[note(1, A, "better")]),
        drama(notes=[note(1, A, "better")]),
        ["kept"],
    ),
    Case(
        "removed here, marked a spoiler there",
        "A mark is a change, too.",
        _one,
        drama(),
        drama(notes=[note(1, A, "first", spoiler="minor")]),
        drama(notes=[note(1, A, "first", spoiler="minor")]),
        ["kept"],
    ),
    Case(
        "removed on both",
        "Gone once, and no neighbour with it.",
        drama(notes=[note(1, A, "one"), note(2, B, "two"), note(3, C, "three")]),
        drama(notes=[note(2, B, "two"), note(3, C, "three, longer")]),
        drama(notes=[note(2, B, "two"), note(3, C, "three")]),
        drama(notes=[note(2, B, "two"), note(3, C, "three, longer")]),
    ),
    Case(
        "no base, nothing removed",
        "Each side's note is there.",
        None,
        drama(notes=[note(1, A, "first")]),
        drama(notes=[note(2, B, "second")]),
        drama(notes=[note(1, A, "first"), note(2, B, "second")]),
    ),
    Case(
        "added on both",
        "A note here, a scene there, of two numbers.",
        drama(),
        drama(next_id=6, notes=[note(5, A, "mine")]),
        drama(next_id=7, scenes=[{"id": 6, "uid": B, "text": "the umbrella"}]),
        drama(next_id=7, notes=[note(5, A, "mine")], scenes=[{"id": 6, "uid": B, "text": "the umbrella"}]),
    ),
    Case(
        "a spoiler mark on both",
        "Both changed: the stronger mark.",
        _one,
        drama(notes=[note(1, A, "first", spoiler="minor")]),
        drama(notes=[note(1, A, "first", spoiler="major")]),
        drama(notes=[note(1, A, "first", spoiler="major")]),
    ),
    Case(
        "marks on one side only, without a base",
        "The stronger mark, the tags counted, and what was merged stays so.",
        None,
        drama(notes=[note(1, A, "first", spoiler="minor", merged=True)]),
        drama(notes=[note(1, A, "first", tags=["rain"])]),
        drama(notes=[note(1, A, "first", spoiler="minor", tags=["rain"], merged=True)]),
    ),
    Case(
        "a spoiler mark taken back",
        "One side changed it, the other changed the text: each stands by itself.",
        drama(notes=[note(1, A, "first", spoiler="major")]),
        drama(notes=[note(1, A, "first")]),
        drama(notes=[note(1, A, "better", spoiler="major")]),
        drama(notes=[note(1, A, "better")]),
    ),
    Case(
        "the mark of a merge is taken off",
        "Its editor saved on one side: the mark goes.",
        drama(notes=[note(1, A, "apple", merged=True)]),
        drama(notes=[note(1, A, "apple")]),
        drama(notes=[note(1, A, "apple", merged=True)]),
        drama(notes=[note(1, A, "apple")]),
    ),
    Case(
        "only kinds of blank and quotation mark differ",
        "They are alike, so there is no second version; the side that changed them is the one that stands.",
        drama(notes=[note(1, A, "Don't go “now”")]),
        drama(notes=[note(1, A, "Don't go “now”")]),
        drama(notes=[note(1, A, 'Don’t\u00a0go "now"')]),
        drama(notes=[note(1, A, 'Don’t\u00a0go "now"')]),
    ),
    Case(
        "only kinds of blank differ, on our side",
        "The same the other way round: what was changed stands.",
        drama(notes=[note(1, A, "Don't go")]),
        drama(notes=[note(1, A, "Don't\u00a0go")]),
        drama(notes=[note(1, A, "Don't go")]),
        drama(notes=[note(1, A, "Don't\u00a0go")]),
    ),
    Case(
        "a second version, and a note after it",
        "A second version stands after the first.",
        None,
        drama(notes=[note(1, A, "zebra"), note(2, B, "two")]),
        drama(notes=[note(1, A, "apple"), note(2, B, "two")]),
        drama(
            next_id=6,
            notes=[note(1, A, "zebra", merged=True), note(5, "~second", "apple", merged=True), note(2, B, "two")],
        ),
        ["versions"],
    ),
    Case(
        "a note moved, a note added",
        "Ours stands in our order, theirs after its neighbour there, each once.",
        drama(notes=[note(1, A, "one"), note(2, B, "two")]),
        drama(notes=[note(2, B, "two"), note(1, A, "one")]),
        drama(next_id=6, notes=[note(1, A, "one"), note(5, C, "new"), note(2, B, "two")]),
        drama(next_id=6, notes=[note(2, B, "two"), note(1, A, "one"), note(5, C, "new")]),
    ),
    Case(
        "theirs begins with a note that ours lacks",
        "It follows none there, so it stands before the one it precedes.",
        None,
        drama(notes=[note(2, B, "two")]),
        drama(notes=[note(1, A, "one"), note(2, B, "two")]),
        drama(notes=[note(1, A, "one"), note(2, B, "two")]),
    ),
    Case(
        "reviews stand in the order of their days",
        "Theirs goes before the first that is certainly later.",
        None,
        drama(reviews=[review(1, A, "late", on="2021-03-01")]),
        drama(reviews=[review(2, B, "early", on="2021-01-05")]),
        drama(reviews=[review(2, B, "early", on="2021-01-05"), review(1, A, "late", on="2021-03-01")]),
    ),
    Case(
        "a song's field of a newer version",
        "A field nobody knows is a word of its item.",
        drama(songs=[{"id": 1, "uid": A, "title": "Blue"}]),
        drama(songs=[{"id": 1, "uid": A, "title": "Blue", "bpm": 90}]),
        drama(songs=[{"id": 1, "uid": A, "title": "Blue"}]),
        drama(songs=[{"id": 1, "uid": A, "title": "Blue", "bpm": 90}]),
    ),
]

SAME_ITEM = [
    Case(
        "the uid is lost, the number is there",
        "Without a uid it is the base's of its kind and number.",
        _one,
        _one,
        drama(notes=[bare(1, "better")]),
        drama(notes=[note(1, A, "better")]),
    ),
    Case(
        "uid and number are lost, the words are there",
        "It is the one of equal words; the number of ours stays.",
        None,
        _one,
        drama(notes=[{"episode": 1, "text": "first"}]),
        _one,
    ),
    Case(
        "uid and number are lost, and ours removed it",
        "It is the base's of equal words, and untouched: it goes.",
        _one,
        drama(),
        drama(notes=[{"episode": 1, "text": "first"}]),
        drama(),
    ),
    Case(
        "number and uid are lost, the blanks are others",
        "Kinds of blank are alike: one note. Without a base the smaller of two alike wordings is taken.",
        None,
        _one,
        drama(notes=[{"episode": 1, "text": "first\u00a0"}]),
        _one,
    ),
    Case(
        "a note written by hand",
        "No uid, no number, words that are nowhere: it is new and gets both.",
        _one,
        _one,
        drama(notes=[note(1, A, "first"), {"episode": 2, "text": "by hand"}]),
        drama(next_id=6, notes=[note(1, A, "first"), {"id": 5, "uid": "~new", "episode": 2, "text": "by hand"}]),
    ),
    Case(
        "a block copied by hand",
        "The second item of one uid in a document is new.",
        _one,
        _one,
        drama(next_id=6, notes=[note(1, A, "first"), note(5, A, "first, again")]),
        drama(next_id=6, notes=[note(1, A, "first"), note(5, "~new", "first, again")]),
    ),
    Case(
        "a block copied by hand, and its words on the other side",
        "The second of one uid is new, and not the other side's of equal words.",
        None,
        drama(next_id=6, notes=[note(1, A, "first"), note(5, A, "first")]),
        drama(next_id=8, notes=[note(7, B, "first")]),
        drama(next_id=8, notes=[note(1, A, "first"), note(5, "~new", "first"), note(7, B, "first")]),
    ),
    Case(
        "of its number rather than of another",
        "Of several of equal words an item without a uid is the one of its number.",
        None,
        drama(notes=[note(2, A, "so"), note(3, B, "so"), note(4, C, "so")]),
        drama(notes=[bare(4, "so"), bare(3, "so")]),
        drama(notes=[note(2, A, "so"), note(3, B, "so"), note(4, C, "so")]),
    ),
    Case(
        "of before uids",
        "The hash of drama, kind and number is the same on both machines.",
        None,
        drama(notes=[bare(1, "first")]),
        drama(notes=[bare(1, "first")], scenes=[{"id": 2, "text": "rain"}]),
        drama(notes=[note(1, "~one", "first")], scenes=[{"id": 2, "uid": "~two", "text": "rain"}]),
    ),
    Case(
        "of before uids, one number given twice",
        "Both machines added a note 5: of one kind and number they are one item in two versions.",
        drama(),
        drama(next_id=6, notes=[bare(5, "apple")]),
        drama(next_id=6, notes=[bare(5, "zebra")]),
        drama(
            next_id=7,
            notes=[note(5, "~one", "zebra", merged=True), note(6, "~second", "apple", merged=True)],
        ),
        ["versions"],
    ),
    Case(
        "of before uids, equal words under two numbers",
        "Of equal words is one item; the smaller uid stays, the greater number.",
        None,
        drama(notes=[bare(1, "first")]),
        drama(notes=[bare(2, "first")]),
        drama(notes=[note(2, "~one", "first")]),
    ),
    Case(
        "the same text under another id",
        "One with a uid, one without: that of equal words is the same item, of the greater number.",
        None,
        drama(notes=[note(4, A, "first")]),
        drama(notes=[bare(2, "first")]),
        drama(notes=[note(4, A, "first")]),
    ),
    Case(
        "equal words, two uids",
        "Two uids are two items, whatever they say.",
        None,
        drama(notes=[note(1, A, "first")]),
        drama(notes=[note(2, B, "first")]),
        drama(notes=[note(1, A, "first"), note(2, B, "first")]),
    ),
]

_versions = drama(next_id=6, notes=[note(1, A, "zebra", merged=True), note(5, "secondaa", "apple", merged=True)])

NUMBERS = [
    Case(
        "one number given on both machines",
        "The smaller uid keeps it, the other gets the next.",
        drama(),
        drama(next_id=6, notes=[note(5, B, "ours")]),
        drama(next_id=6, notes=[note(5, A, "theirs")]),
        drama(next_id=7, notes=[note(6, B, "ours"), note(5, A, "theirs")]),
        ["number"],
    ),
    Case(
        "two numbers given on both machines, and a second version",
        "New numbers are given in order of uid, to what had one first, then to what is new.",
        drama(next_id=5, notes=[note(1, C, "first")]),
        drama(next_id=7, notes=[note(1, C, "apple"), note(5, "zaaaaaaa", "x"), note(6, "yzzzzzzz", "y")]),
        drama(next_id=7, notes=[note(1, C, "zebra"), note(5, A, "v"), note(6, B, "w")]),
        drama(
            next_id=10,
            notes=[
                note(1, C, "zebra", merged=True),
                note(5, A, "v"),
                note(6, B, "w"),
                note(9, "~second", "apple", merged=True),
                note(8, "zaaaaaaa", "x"),
                note(7, "yzzzzzzz", "y"),
            ],
        ),
        ["number", "number", "versions"],
    ),
    Case(
        "[[5]] on both sides",
        "Each text leads where it led: a number that changes is followed in its own side's texts only.",
        drama(),
        drama(next_id=7, notes=[note(5, A, "ours")], reviews=[review(6, C, "as [[5]] says")]),
        drama(next_id=8, scenes=[{"id": 5, "uid": B, "text": "rain"}], reviews=[review(7, D, "in [[5]], `[[5]]`")]),
        drama(
            next_id=9,
            notes=[note(5, A, "ours")],
            scenes=[{"id": 8, "uid": B, "text": "rain"}],
            reviews=[review(6, C, "as [[5]] says"), review(7, D, "in [[8]], `[[5]]`")],
        ),
        ["number"],
    ),
    Case(
        "one item of two numbers",
        "Of one uid: the greater number; the text of the other side follows.",
        None,
        drama(notes=[note(2, A, "first")], reviews=[review(4, C, "see [[2]]")]),
        drama(notes=[note(3, A, "first")], reviews=[review(4, C, "see [[3]]")]),
        drama(notes=[note(3, A, "first")], reviews=[review(4, C, "see [[3]]")]),
    ),
    Case(
        "a reference that leads nowhere, in nobody's way",
        "It stays as it was typed, and no new item gets its number.",
        _one,
        drama(notes=[note(1, A, "apple")], reviews=[review(4, C, "see [[5]]")]),
        drama(notes=[note(1, A, "zebra")]),
        drama(
            next_id=7,
            notes=[note(1, A, "zebra", merged=True), note(6, "~second", "apple", merged=True)],
            reviews=[review(4, C, "see [[5]]")],
        ),
        ["versions"],
    ),
    Case(
        "a reference that leads nowhere, and an item of that number",
        "It gets a number that leads nowhere still.",
        drama(),
        drama(next_id=6, reviews=[review(4, C, "see [[6]]")]),
        drama(next_id=7, notes=[note(6, A, "theirs")]),
        drama(next_id=8, notes=[note(6, A, "theirs")], reviews=[review(4, C, "see [[7]]")]),
        ["nowhere"],
    ),
    Case(
        "a reference to what the merge removed",
        "It keeps its number, and leads nowhere.",
        drama(notes=[note(1, A, "first")], reviews=[review(4, C, "all is said")]),
        drama(notes=[note(1, A, "first")], reviews=[review(4, C, "all is said in [[1]]")]),
        drama(reviews=[review(4, C, "all is said")]),
        drama(reviews=[review(4, C, "all is said in [[1]]")]),
    ),
    Case(
        "a reference to what was removed here and changed there",
        "Ours leads by the base's numbers: the item stays, and so does the way to it.",
        drama(notes=[note(1, A, "first")], reviews=[review(4, C, "see [[1]]")]),
        drama(reviews=[review(4, C, "see [[1]]!")]),
        drama(notes=[note(1, A, "better")], reviews=[review(4, C, "see [[1]]")]),
        drama(notes=[note(1, A, "better")], reviews=[review(4, C, "see [[1]]!")]),
        ["kept"],
    ),
    Case(
        "two texts that differ only in that one leads nowhere",
        "The one that leads is taken; there are no two versions.",
        None,
        drama(reviews=[review(4, C, "see [[9]]")]),
        drama(notes=[note(1, A, "first")], reviews=[review(4, C, "see [[1]]")]),
        drama(notes=[note(1, A, "first")], reviews=[review(4, C, "see [[1]]")]),
    ),
    Case(
        "the numbers given ever",
        "next_id is above what either side gave, though the item is gone.",
        drama(),
        drama(next_id=12),
        drama(next_id=9, notes=[note(8, A, "theirs")]),
        drama(next_id=12, notes=[note(8, A, "theirs")]),
    ),
]

LISTS_AND_FACTS = [
    Case(
        "genres, with a base",
        "What one side took away is gone, what a side added is there.",
        drama(genres=["Romance", "Sport"]),
        drama(genres=["Romance"]),
        drama(genres=["Romance", "Sport", "Comedy"]),
        drama(genres=["Romance", "Comedy"]),
    ),
    Case(
        "genres, without",
        "Each value once; theirs after its neighbour there.",
        None,
        drama(genres=["Romance", "Sport"]),
        drama(genres=["Romance", "Comedy"]),
        drama(genres=["Romance", "Comedy", "Sport"]),
    ),
    Case(
        "a score changed on both sides",
        "Ratings are values: both new ones are there, the old one is not.",
        drama(ratings=[{"on": "2021-01-01", "overall": 7.0}]),
        drama(ratings=[{"on": "2021-01-01", "overall": 8.0}]),
        drama(ratings=[{"on": "2021-01-01", "overall": 9.0}]),
        drama(ratings=[{"on": "2021-01-01", "overall": 8.0}, {"on": "2021-01-01", "overall": 9.0}]),
    ),
    Case(
        "ratings stand in the order of their days",
        "An older opinion that comes in does not become the current one.",
        None,
        drama(ratings=[{"on": "2021-02-01", "overall": 9.0}]),
        drama(ratings=[{"on": "2021-01-01", "overall": 6.0}]),
        drama(ratings=[{"on": "2021-01-01", "overall": 6.0}, {"on": "2021-02-01", "overall": 9.0}]),
    ),
    Case(
        "no episode, and one more",
        "A date that is off here and extra there is off, and told.",
        drama(aired={"from": "2020-12-16", "days": ["wednesday"]}),
        drama(aired={"from": "2020-12-16", "days": ["wednesday"], "off": ["2020-12-30"]}),
        drama(aired={"from": "2020-12-16", "days": ["wednesday"], "extra": ["2020-12-30", "2021-01-01"]}),
        drama(
            aired={"from": "2020-12-16", "days": ["wednesday"], "off": ["2020-12-30"], "extra": ["2021-01-01"]},
        ),
        ["off"],
    ),
    Case(
        "two more on one date",
        "Equal values are counted.",
        drama(aired={"extra": ["2021-01-01"]}),
        drama(aired={"extra": ["2021-01-01", "2021-01-01"]}),
        drama(aired={"extra": ["2021-01-01"]}),
        drama(aired={"extra": ["2021-01-01", "2021-01-01"]}),
    ),
    Case(
        "the title changed on both sides",
        "The greater stands, the other is told.",
        drama(),
        drama(title="Run on!"),
        drama(title="Keep Running"),
        drama(title="Run on!"),
        ["fact"],
    ),
    Case(
        "a fact against none",
        "A value beats none, without a base.",
        None,
        drama(country="South Korea"),
        drama(runtime=70),
        drama(country="South Korea", runtime=70),
    ),
    Case(
        "a fact taken back here, changed there",
        "Both changed: a value beats none.",
        drama(country="Korea"),
        drama(),
        drama(country="South Korea"),
        drama(country="South Korea"),
    ),
    Case(
        "a fact taken back here, untouched there",
        "A removal stands, too.",
        drama(country="Korea"),
        drama(),
        drama(country="Korea", year=2020),
        drama(year=2020),
    ),
    Case(
        "fields of a newer version on both sides",
        "What nobody knows is a fact of its record.",
        drama(aired={"from": "2020-12-16"}),
        drama(mood="calm", aired={"from": "2020-12-16", "hour": 21}),
        drama(kept={"in": [1, 2.50]}, aired={"from": "2020-12-16", "channel": None}),
        drama(mood="calm", kept={"in": [1, 2.5]}, aired={"from": "2020-12-16", "hour": 21, "channel": None}),
    ),
    Case(
        "a field of a newer version that holds nothing",
        "A value beats none, though it is written down that there is none.",
        None,
        drama(channel=None),
        drama(channel="KBS"),
        drama(channel="KBS"),
    ),
    Case(
        "the synopsis changed on both sides",
        "The greater stands, the other becomes a note on the whole drama.",
        drama(synopsis={"text": "A runner."}),
        drama(synopsis={"text": "A runner and a translator."}),
        drama(synopsis={"text": "He runs.", "spoiler": "minor"}),
        drama(
            next_id=6,
            synopsis={"text": "He runs.", "spoiler": "minor"},
            notes=[
                {
                    "id": 5,
                    "uid": "~synopsis",
                    "text": "A runner and a translator.",
                    "spoiler": "minor",
                    "merged": True,
                }
            ],
        ),
        ["synopsis"],
    ),
    Case(
        "the synopsis changed on one side",
        "It stands, and there is no note.",
        drama(synopsis={"text": "A runner."}),
        drama(synopsis={"text": "A runner."}),
        drama(synopsis={"text": "He runs.", "source": "Viki"}),
        drama(synopsis={"text": "He runs.", "source": "Viki"}),
    ),
    Case(
        "the synopsis in other blanks",
        "They are alike: the plainer stands, and there is no note.",
        None,
        drama(synopsis={"text": "He\u00a0runs."}),
        drama(synopsis={"text": "He runs."}),
        drama(synopsis={"text": "He runs."}),
    ),
    Case(
        "an import taken back",
        "Undone on one side, untouched on the other: it goes.",
        drama(imported=[{"source": "imdb", "key": "tt1", "texts": ["d1"]}]),
        drama(),
        drama(imported=[{"source": "imdb", "key": "tt1", "texts": ["d1"]}]),
        drama(),
    ),
    Case(
        "imported twice",
        "By source and key; the texts taken in are united.",
        drama(imported=[{"source": "imdb", "key": "tt1", "texts": ["d1"]}]),
        drama(imported=[{"source": "imdb", "key": "tt1", "texts": ["d1", "d2"]}]),
        drama(
            imported=[
                {"source": "imdb", "key": "tt1", "texts": ["d1", "d3"], "score": 8.0},
                {"source": "trakt", "key": "9"},
            ]
        ),
        drama(
            imported=[
                {"source": "imdb", "key": "tt1", "texts": ["d1", "d3", "d2"], "score": 8.0},
                {"source": "trakt", "key": "9"},
            ]
        ),
    ),
    Case(
        "fewer episodes here, a note on a later one there",
        "Twelve do not hold a note on the sixteenth: the other count stands, and it is told.",
        drama(episodes=16),
        drama(episodes=12),
        drama(episodes=16, notes=[note(1, A, "the end", episode=16)]),
        drama(episodes=16, notes=[note(1, A, "the end", episode=16)]),
        ["fact"],
    ),
    Case(
        "the first day moved here, the last there",
        "A run that would end before it begins: one side's days stand, the other's are told.",
        drama(aired={"from": "2020-12-16"}),
        drama(aired={"from": "2020-12-16", "to": "2021-02-04"}),
        drama(aired={"from": "2021-12-15"}),
        drama(aired={"from": "2021-12-15"}),
        ["fact"],
    ),
]

ROUNDS = [
    Case(
        "episodes seen on both machines",
        "One round; a day beats none, the earlier the later.",
        drama(rounds=[round_(A, episodes={"1": None, "2": None})]),
        drama(rounds=[round_(A, episodes={"1": "2021-01-02", "2": None, "3": None})]),
        drama(rounds=[round_(A, episodes={"1": "2021-01-01", "2": "2021-01", "4": "2021-01-09"})]),
        drama(
            rounds=[round_(A, episodes={"1": "2021-01-01", "2": "2021-01", "3": None, "4": "2021-01-09"})],
        ),
        ["day"],
    ),
    Case(
        "the more precise day",
        "A day beats a month, whatever comes first; they do not contradict, so nothing is told.",
        None,
        drama(rounds=[round_(A, started="2021-01", episodes={"1": "2021-01-25"})]),
        drama(rounds=[round_(A, started="2021-01-20", episodes={"1": "2021"})]),
        drama(rounds=[round_(A, started="2021-01-20", episodes={"1": "2021-01-25"})]),
    ),
    Case(
        "an episode taken back",
        "The base had it, and the other side did not touch it.",
        drama(rounds=[round_(A, episodes={"1": None, "2": None})]),
        drama(rounds=[round_(A, episodes={"1": None})]),
        drama(rounds=[round_(A, episodes={"1": None, "2": None, "3": None})]),
        drama(rounds=[round_(A, episodes={"1": None, "3": None})]),
    ),
    Case(
        "the first episode on both machines",
        "Two rounds that share a full dated episode are one, of the smaller uid.",
        drama(),
        drama(rounds=[round_(B, started="2021-01-01", episodes={"1": "2021-01-01", "2": "2021-01-02"})]),
        drama(rounds=[round_(A, started="2021-01-01", episodes={"1": "2021-01-01", "3": None})]),
        drama(
            rounds=[
                round_(A, started="2021-01-01", episodes={"1": "2021-01-01", "2": "2021-01-02", "3": None}),
            ]
        ),
    ),
    Case(
        "one round within the other",
        "What stands wholly in the other is the same round.",
        None,
        drama(rounds=[round_(A, episodes={"1": None, "2": None})]),
        drama(rounds=[round_(B, episodes={"1": None, "2": "2021-01-02", "3": None})]),
        drama(rounds=[round_(A, episodes={"1": None, "2": "2021-01-02", "3": None})]),
    ),
    Case(
        "two rounds",
        "They share nothing: both are there, in the order of their days.",
        None,
        drama(rounds=[round_(A, started="2022-05-01", episodes={"1": "2022-05-01"})]),
        drama(rounds=[round_(B, started="2021-01-01", episodes={"1": "2021-01-01"})]),
        drama(
            rounds=[
                round_(B, started="2021-01-01", episodes={"1": "2021-01-01"}),
                round_(A, started="2022-05-01", episodes={"1": "2022-05-01"}),
            ]
        ),
    ),
    Case(
        "a round made anew",
        "Theirs removed the round of the base and made one like it: ours is untouched, and goes.",
        drama(rounds=[round_(A, episodes={"1": "2021-01-01"})]),
        drama(rounds=[round_(A, episodes={"1": "2021-01-01"})]),
        drama(rounds=[round_(B, episodes={"1": "2021-01-01"})]),
        drama(rounds=[round_(B, episodes={"1": "2021-01-01"})]),
    ),
    Case(
        "a round made anew, gone on with here",
        "Shared, so it is one; what it lacks was not taken back one by one.",
        drama(rounds=[round_(A, episodes={"1": "2021-01-01", "2": "2021-01-02"})]),
        drama(rounds=[round_(A, episodes={"1": "2021-01-01", "2": "2021-01-02", "3": None})]),
        drama(rounds=[round_(B, episodes={"1": "2021-01-01"})]),
        drama(rounds=[round_(A, episodes={"1": "2021-01-01", "2": "2021-01-02", "3": None})]),
    ),
    Case(
        "two rounds that share a year",
        "Only a full date says that they are one.",
        None,
        drama(rounds=[round_(A, episodes={"1": "2021", "2": "2021-02-01"})]),
        drama(rounds=[round_(B, episodes={"1": "2021", "3": "2021-03-01"})]),
        drama(
            rounds=[
                round_(A, episodes={"1": "2021", "2": "2021-02-01"}),
                round_(B, episodes={"1": "2021", "3": "2021-03-01"}),
            ]
        ),
    ),
    Case(
        "one round that is like two",
        "It is one of them, the other stays.",
        None,
        drama(rounds=[round_(B, episodes={"1": None}), round_(C, episodes={"1": None, "2": None})]),
        drama(rounds=[round_(A, episodes={"1": None})]),
        drama(rounds=[round_(A, episodes={"1": None}), round_(C, episodes={"1": None, "2": None})]),
    ),
    Case(
        "two rounds of the base, both gone on with",
        "Both stood there side by side, so they are two, though they are alike by now.",
        drama(rounds=[round_(A, episodes={"1": None}), round_(B, episodes={"2": None})]),
        drama(rounds=[round_(A, episodes={"1": None, "3": "2021-01-01"})]),
        drama(rounds=[round_(B, episodes={"2": None, "3": "2021-01-01"})]),
        drama(
            rounds=[
                round_(A, episodes={"1": None, "3": "2021-01-01"}),
                round_(B, episodes={"2": None, "3": "2021-01-01"}),
            ]
        ),
        ["kept", "kept"],
    ),
    Case(
        "two rounds of the base",
        "Both stood there side by side: they are two, though each side removed one. Nothing of them was touched.",
        drama(rounds=[round_(A, episodes={"1": None}), round_(B, episodes={"1": None, "2": None})]),
        drama(rounds=[round_(A, episodes={"1": None})]),
        drama(rounds=[round_(B, episodes={"1": None, "2": None})]),
        drama(),
    ),
    Case(
        "a round removed here, gone on with there",
        "Changed, so it is kept, and told.",
        drama(rounds=[round_(A, episodes={"1": None})]),
        drama(),
        drama(rounds=[round_(A, episodes={"1": None, "2": None})]),
        drama(rounds=[round_(A, episodes={"1": None, "2": None})]),
        ["kept"],
    ),
    Case(
        "a round without its uid",
        "It is the base's that is alike.",
        drama(rounds=[round_(A, episodes={"1": "2021-01-01"})]),
        drama(rounds=[round_(A, episodes={"1": "2021-01-01"}, place="at home")]),
        drama(rounds=[{"episodes": {"1": "2021-01-01", "2": None}, "screen": "big"}]),
        drama(rounds=[round_(A, episodes={"1": "2021-01-01", "2": None}, place="at home", screen="big")]),
    ),
    Case(
        "a round without its uid, of fewer episodes",
        "It is the base's that is alike: an episode was taken back.",
        drama(rounds=[round_(B, episodes={"1": None, "2": None})]),
        drama(rounds=[round_(B, episodes={"1": None, "2": None})]),
        drama(rounds=[{"episodes": {"1": None}}]),
        drama(rounds=[round_(B, episodes={"1": None})]),
    ),
    Case(
        "begun later here, ended earlier there",
        "A round that would end before it begins: one side's days stand, the other's are told.",
        drama(rounds=[round_(A, started="2021-01-01")]),
        drama(rounds=[round_(A, started="2021-02-01")]),
        drama(rounds=[round_(A, started="2021-01-01", finished="2021-01-20")]),
        drama(rounds=[round_(A, started="2021-02-01")]),
        ["day"],
    ),
]

DRAMAS = [
    Case(
        "renamed here, written to there",
        "A rename is followed by uid.",
        drama(),
        drama(slug="run-on-2020"),
        drama(notes=[note(1, A, "theirs")]),
        drama(slug="run-on-2020", notes=[note(1, A, "theirs")]),
    ),
    Case(
        "added on both machines",
        "The drama of the one added earlier; nothing is removed.",
        None,
        drama(uid=LATE, added="2021-01-02T00:00:00+09:00", notes=[note(1, A, "ours")]),
        drama(uid=RUN, added="2021-01-01T20:00:00+00:00", notes=[note(2, B, "theirs")]),
        drama(uid=LATE, added="2021-01-02T00:00:00+09:00", notes=[note(1, A, "ours"), note(2, B, "theirs")]),
    ),
    Case(
        "a base of another drama",
        "It is none: what it had is not removed.",
        drama(uid=LATE, notes=[note(1, A, "first")]),
        drama(),
        drama(notes=[note(1, A, "first")]),
        drama(notes=[note(1, A, "first")]),
    ),
    Case(
        "a drama that lost its uid",
        "As old as the base, it is that drama: what it removed is removed.",
        _one,
        _one,
        {name: value for name, value in drama().items() if name != "uid"},
        drama(),
    ),
    Case(
        "removed there, and added anew",
        "Another uid than the base's on one side: no base, nothing goes; the earlier uid stays.",
        _one,
        _one,
        drama(uid=LATE, added="2022-01-01T00:00:00+00:00"),
        _one,
    ),
]


def machines() -> list[Case]:
    """Merges of merges."""
    base = drama()
    ours = drama(next_id=6, notes=[note(5, A, "x")])
    theirs = drama(next_id=6, notes=[note(5, B, "y")])
    both = drama(next_id=7, notes=[note(5, A, "x"), note(6, B, "y")])
    other_way = drama(next_id=7, notes=[note(6, B, "y"), note(5, A, "x")])
    return [
        Case("both machines merged", "Each note is there once, as it was.", base, both, other_way, both),
        Case("merged again with ours", "Nothing changes.", base, both, ours, both),
        Case("merged again with theirs", "Nothing changes.", base, both, theirs, both),
        Case("merged again, with theirs for the base", "Nothing changes.", theirs, both, theirs, both),
        Case(
            "merged, and a third note",
            "Theirs went on from before; its number is given to another by now.",
            ours,
            both,
            drama(next_id=7, notes=[note(5, A, "x"), note(6, C, "z")]),
            drama(next_id=8, notes=[note(5, A, "x"), note(7, C, "z"), note(6, B, "y")]),
            ["number"],
        ),
        Case(
            "a version thrown away",
            "The second version was removed on one machine, the other did not touch it: it goes, the marks too.",
            _versions,
            drama(next_id=6, notes=[note(1, A, "zebra")]),
            _versions,
            drama(next_id=6, notes=[note(1, A, "zebra")]),
        ),
    ]


TABLE = [*ITEMS, *SAME_ITEM, *NUMBERS, *LISTS_AND_FACTS, *ROUNDS, *DRAMAS, *machines()]

ONE_DRAMA: list[tuple[str, Document, Document, bool]] = [
    ("one uid, two slugs", drama(), drama(slug="run-on-2020", title="Run On!"), True),
    ("two uids, one slug, one title", drama(), drama(uid=LATE), True),
    ("case and marks of the title apart", drama(title="Run On"), drama(uid=LATE, title="RUN-ON"), True),
    ("a year on one side only", drama(year=2020), drama(uid=LATE), True),
    ("two years", drama(year=2020), drama(uid=LATE, year=1999), False),
    ("two titles of one slug", drama(), drama(uid=LATE, title="Run-on Sentence"), False),
    ("one title, two slugs", drama(), drama(uid=LATE, slug="run-on-2"), False),
]
"""Two documents, and whether they are one drama."""
