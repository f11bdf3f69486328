from workshop.people.passwords import hash_password, password_fits


def test_a_password_is_kept_as_argon2id_and_recognised():
    kept = hash_password("cheval agrafe pile")

    # 64 MiB and three passes for each guess (RFC 9106, second recommended option)
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert "cheval" not in kept
    assert password_fits(kept, "cheval agrafe pile")
    assert not password_fits(kept, "cheval agrafe pilE")


def test_nobody_has_the_password_of_nobody():
    assert not password_fits(None, "personne n’a ce mot de passe")


def test_a_damaged_hash_refuses_instead_of_failing():
    assert not password_fits("$argon2id$broken", "cheval agrafe pile")
