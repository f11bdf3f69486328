import pytest

from workshop.people.pasted_names import names_in


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("", []),
        ("  \n\t\n", []),
        ("Karim B.\nInès D.", ["Karim B.", "Inès D."]),
        ("1. Karim B.\r\n2) Inès D.\r\n3° Léo", ["Karim B.", "Inès D.", "Léo"]),
        ("- Karim B.\n• Inès D.", ["Karim B.", "Inès D."]),
        ("1\tBERNARD\tKarim", ["BERNARD Karim"]),
        ("Bernard;Karim", ["Bernard Karim"]),
        ("Karim   B.\nkarim b.", ["Karim B."]),
        ("Jean-Luc\nO’Neil", ["Jean-Luc", "O’Neil"]),
    ],
)
def test_names_are_found_in_what_people_paste(pasted, names):
    assert names_in(pasted) == names


def test_two_ways_of_writing_the_same_accent_are_one_name():
    assert names_in("In\u00e8s\nIne\u0300s") == ["Inès"]


def test_a_very_long_line_is_cut_to_what_a_list_can_hold():
    assert len(names_in("a" * 500)[0]) == 80
