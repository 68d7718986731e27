"""Douban, which has no export of its own: the workbook of 豆伴 (tofu), and tables of userscripts. Stars are 1 to 5."""

from watchlog.formats.register import Form, Format, reader_in
from watchlog.formats.signs import Columns, Files, Words

FORMAT = Format(
    name="douban",
    title="Douban",
    forms=(
        Form(
            title="the backup of 豆伴, or one of its sheets",
            got="the browser extension 豆伴 (tofu), 备份, 导出",
            signs=(
                Files(("xl/workbook.xml",), words=("看过", "想看", "在看", "影评")),
                Columns(("标题", "我的评分", "链接")),
            ),
            read=reader_in(f"{__name__}.backup"),
            untried=True,
        ),
        Form(
            title="the table of a userscript",
            got="douban-backup (电影/电视剧/番组,个人评分 …), or douban-to-imdb (a title, stars, an IMDb id)",
            signs=(
                Columns(("电影/电视剧/番组", "条目链接")),
                Words(r"\A\ufeff?[^\r\n]*,[1-5]?,tt[0-9]{7,}\s*(?:[\r\n]|$)", "lines of a title, stars and an IMDb id"),
            ),
            read=reader_in(f"{__name__}.userscripts"),
        ),
    ),
)
