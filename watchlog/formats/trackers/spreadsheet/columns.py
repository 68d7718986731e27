"""What the columns of a table of one's own may be called, in several languages."""

import re

from watchlog.formats.reading.tables import column

WORDS = {
    "title": "title, name, drama, show, series, drama title, drama name, show title, show name, 제목, 드라마, "
    "タイトル, 作品, 标题, 標題, 片名, título, titulo, titel, titre",
    "native": "native title, original title, korean title, hangul, 원제, 原題, 原名",
    "season": "season, 시즌, シーズン",
    "year": "year, 연도, 년도, 年",
    "type": "type, kind",
    "status": "status, state, 상태, 状态, 状態, 狀態",
    "score": "rating, score, my rating, my score, stars, /10, /5, 평점, 별점, 評価, 评分, 評分",
    "started": "start, started, date started, started on, start date, 시작, 시작일, 開始, 開始日, 开始",
    "finished": "finished, finish, end, ended, completed on, date completed, date finished, end date, date watched, "
    "watched, watched on, 완료, 완료일, 종료, 종료일, 完了, 完了日, 終了日, 看完, 視聴日",
    "episode": "episode, episode number, episode no, ep no, ep #, 회, 회차, 話, 集",
    "episodes": "episodes, eps, ep, total episodes, 화수, 話数, 集数",
    "seen": "watched eps, episodes watched, last episode, progress, 진행",
    "country": "country, 국가, 国, 国家",
    "networks": "network, networks, channel, platform, 방송사",
    "genres": "genre, genres, 장르, ジャンル, 类型, 類型",
    "tags": "tag, tags, 태그, タグ, 标签",
    "cast": "cast, actors, starring, 출연, 出演, 主演",
    "note": "notes, note, comments, comment, 메모, メモ, 备注, 備註",
    "review": "review, my review, thoughts, my thoughts, 감상, 후기, 感想, 短评, 短評",
    "quote": "favourite quote, favorite quote, quote, 명대사",
    "link": "link, links, url",
}
"""What a column may be called."""
_NAMES = {column(name): role for role, names in WORDS.items() for name in names.split(", ")}
_SCALE = re.compile(r"(.*?)\s*[(\[]?\s*(?:/\s*|out of |of )([0-9]{1,3})\s*[)\]]?$|(.*?)\s*[(\[]?%[)\]]?$")


def role_of(name: str) -> tuple[str, float | None]:
    """What a column is for, and what its scores go up to if its name says so; nothing for one that is not known."""
    if found := _SCALE.fullmatch(name):
        bare = (found[1] or found[3] or "").strip() or "score"
        if _NAMES.get(bare) == "score":
            return "score", float(found[2] or 100)
    return _NAMES.get(name, ""), None
