"""What is typed becomes a value, or is told why not."""

import pytest

from watchlog.cli.reading.values import read_years
from watchlog.errors import WrongUsage


def test_years() -> None:
    assert read_years("2020") == (2020, 2020)
    assert read_years(" 2019 – 2021 ") == (2019, 2021)
    for wrong in ("", "20", "2021-2019", "2020-21", "soon"):
        with pytest.raises(WrongUsage, match="Use 2020, or 2019-2021"):
            read_years(wrong)
