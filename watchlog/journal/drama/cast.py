"""Who is in the cast already, and saying more of them."""

from collections.abc import Mapping

from watchlog.errors import Refused
from watchlog.journal.drama.comparing import bare
from watchlog.journal.drama.fields import ITEM_FIELDS
from watchlog.journal.drama.items import beginning, find_item
from watchlog.journal.drama.records import CastMember, Drama, Json
from watchlog.journal.drama.spoilers import reveals
from watchlog.journal.drama.values import CREW


class ActorThere(Refused):
    """An actor who is in the cast, and nothing says that it is another part of theirs."""

    def __init__(self, drama: Drama, member: CastMember, said: Mapping[str, Json]) -> None:
        who = "this actor" if reveals(member) else beginning(member)
        self.told = f"{drama.title} has {who} already, cast {member.id}."
        self.id = member.id
        another = "" if "character" in said else "\nFor another part of theirs, name it: --as CHARACTER"
        fields = [
            one for one in ITEM_FIELDS["cast"] if one.name in said and said[one.name] != getattr(member, one.name)
        ]
        more = " ".join(f"--{one.option} {one.metavar}" for one in fields)
        super().__init__(f"{self.told} To say more: watchlog edit {drama.slug} {member.id} {more}{another}")


def check_actor(drama: Drama, actor: str, said: Mapping[str, Json]) -> None:
    """Raises ActorThere where `said` may be of an entry that is there. The same entry again says nothing more."""
    for member in drama.cast:
        says_more = any(said[name] != getattr(member, name) for name in said)
        if bare(member.actor) == bare(actor) and says_more and _fits(member, said):
            raise ActorThere(drama, member, said)


def say_more(drama: Drama, id_: int, said: Mapping[str, Json]) -> None:
    """Add what is said to the entry of that id: a note goes below the one there. Raises NotFound."""
    _, member = find_item(drama, id_)
    assert isinstance(member, CastMember)
    for name, given in said.items():
        below = name == "note" and member.note and member.note != given
        setattr(member, name, f"{member.note}\n\n{given}" if below else given)


def _fits(member: CastMember, said: Mapping[str, Json]) -> bool:
    """Whether character and role are the member's, or open on one side."""
    character, role = said.get("character"), said.get("role")
    other_part = bool(character and member.character) and bare(str(character)) != bare(str(member.character))
    other_work = role != member.role and bool({role, member.role} & set(CREW))
    return not (other_part or (other_work and "role" in said))
