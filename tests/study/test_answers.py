from hypothesis import given
from hypothesis import strategies as st

from iamtutor.study import AnswerCount, Profile, due_order

IDS = st.lists(st.sampled_from("abcdefghij"), unique=True)


def test_the_last_answer_counts(profile: Profile) -> None:
    profile.answers.record("a", correct=False)
    profile.answers.record("a", correct=True)
    profile.answers.record("b", correct=True)
    profile.answers.record("b", correct=False)
    assert {question: answer.correct for question, answer in profile.answers.last().items()} == {"a": True, "b": False}
    assert [answer.correct for answer in profile.answers.history("b")] == [True, False]
    assert profile.answers.count(["a", "b", "c"]) == AnswerCount(questions=3, answered=2, right=1)


def test_what_was_wrong_comes_back_first(profile: Profile) -> None:
    profile.answers.record("right", correct=True)
    profile.answers.record("wrong", correct=False)
    assert profile.answers.due_order(["right", "new", "wrong"], seed=1) == ["wrong", "new", "right"]


@given(IDS, st.dictionaries(st.sampled_from("abcdefghij"), st.booleans()), st.integers() | st.text())
def test_the_groups_stay_in_order(ids: list[str], last: dict[str, bool], seed: int | str) -> None:
    order = due_order(ids, last, seed)
    assert sorted(order) == sorted(ids)
    ranks = [{False: 0, None: 1, True: 2}[last.get(question)] for question in order]
    assert ranks == sorted(ranks)
    assert due_order(reversed(ids), last, seed) == order


def test_seeds_shuffle_differently() -> None:
    ids = [str(number) for number in range(20)]
    assert len({tuple(due_order(ids, {}, seed)) for seed in range(10)}) == 10
    assert due_order(["a", "b", "c", "d", "e"], {}, 7) == ["e", "a", "d", "b", "c"]
