"""What is typed becomes a value, or is told why not."""

import pytest

from watchlog.cli.reading.values import read_year, read_years
from watchlog.errors import WrongUsage


def test_a_year() -> None:
    assert read_year(" 2020 ") == 2020
    for wrong in ("", "20", "02020", "1869", "3000", "２０２０", "soon", "9" * 5_000):
        with pytest.raises(WrongUsage, match="Use four digits"):
            read_year(wrong)


def test_years() -> None:
    assert read_years("2020") == (2020, 2020)
    assert read_years(" 2019 – 2021 ") == read_years("2019..2021") == (2019, 2021)
    for wrong in ("", "20", "2021-2019", "2020-21", "soon"):
        with pytest.raises(WrongUsage, match="Use 2020, or 2019-2021"):
            read_years(wrong)
