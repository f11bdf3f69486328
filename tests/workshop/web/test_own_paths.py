import pytest

from workshop.web.own_paths import is_own_path


@pytest.mark.parametrize("path", ["/", "/groupes/", "/groupes/?a=1&b=//x", "/animer/KD7M4P#bas"])
def test_pages_of_this_site_are_own(path):
    assert is_own_path(path)


@pytest.mark.parametrize(
    "path", ["", "groupes", "//x.fr", "///x.fr", "/\\x.fr", "\\\\x.fr", "/ /x.fr", "/\n/x.fr", "http://x.fr", "javascript:1", "data:x"]
)
def test_everything_else_is_not(path):
    assert not is_own_path(path)
