"""Spellings of one name fall together; names of different people stay apart."""

from itertools import permutations

import pytest

from watchlog.journal.drama.romanising import agreeing, key, within

SAME = """
Im Si Wan, Im Shi Wan, Im Si-wan, im siwan, Lim Si Wan, Yim Si-Wan, Si Wan Im, 임시완
Lee Sun-kyun, Lee Sun Kyun, Yi Seon-gyun, 이선균
Choi Soo Young, Choi Soo-young, Choi Su-yeong, Choe Suyeong, Choi Sooyoung, 최수영
Lee Je Hoon, Lee Je-hun, Yi Jehoon, 이제훈
Lim Si Wan, Siwan Lim, 임시완
Bae Doona, Bae Doo Na, Bae Du-na, Pae Du-na, 배두나
Jun Ji Hyun, Jeon Ji-hyeon, Jun Jihyun, 전지현
Youn Yuh Jung, Yoon Yeo-jeong, Yun Yeo Jung, 윤여정
Lee Byung Hun, Lee Byeong-heon, Byung-hun Lee, 이병헌
Cho Jin Woong, Jo Jin-woong, Jo Jin-ung, 조진웅
Yoo Jae Suk, Yu Jae-seok, Yoo Jae-Seok, 유재석
Ryu Jun Yeol, Ryoo Joon-yeol, 류준열
Ra Mi Ran, La Mi-ran, 라미란
Shin Se Kyung, Sin Se-gyeong
Park Bo Gum, Pak Bo-geom, 박보검
So Ji Sub, So Ji-seop, So Ji Seob, 소지섭
Jang Keun Suk, Jang Geun-seok, 장근석
Kim Woo Bin, Kim U-bin, Gim Wu-bin, 김우빈
Lee Dong Wook, Lee Dong-uk, 이동욱
Namgoong Min, Nam Goong Min, Namkoong Min, 남궁민
Kim Tae Hee, Kim Tae-hui, 김태희
Kim Eui Sung, Kim Ui-seong, 김의성
Ahn Hyo Seop, An Hyo-seop, 안효섭
Uhm Jung Hwa, Eom Jeong-hwa, Um Jung Hwa, 엄정화
Choi Woo Shik, Choe U-sik, Choi Woo Sik, 최우식
Sohn Ye Jin, Son Ye-jin, 손예진
Suh Hyun Jin, Seo Hyeon-jin, 서현진
Kim Go Eun, Kim Ko-eun, 김고은
Im Yoon Ah, Im Yoona, Lim Yoon-a, 임윤아
Chun Woo Hee, Cheon U-hui, 천우희
Koo Kyo Hwan, Gu Gyo-hwan, 구교환
Kwon Sang Woo, Gwon Sang-u, 권상우
Yum Jung Ah, Yeom Jeong-a, 염정아
Kim Hye Soo, Kim Hye-su, 김혜수
Oh Na Ra, O Nara, 오나라
Gong Yoo, Gong Yu, Kong Yoo, 공유
Takuya Kimura, Kimura Takuya
D.O., DO, D.O
Lee Ji Eun (IU), Lee Ji-eun, 이지은
菅田将暉, 菅田将暉
""".strip().splitlines()

APART = """
Kim Soo Hyun, Kim So Hyun, Kim Seo Hyung, Kim Seung Hyun, Kim Sung Hyun, Kim Jung Hyun, Kim Joong Hyun, Kim Ji Hyun,
Kim Ji Won, Kim Ji Hoon, Kim Ji Eun, Kim Ji Soo, Kim Ji Suk, Kim Hye Soo, Kim Hae Sook, Kim Hye Ja, Kim Tae Hee,
Kim Dae Hee, Kim Tae Ri, Kim Young Kwang, Kim Young Dae, Kim Nam Gil, Kim Nam Joo, Kim Sun Ah, Kim Seon Ho,
Kim Sung Ho, Kim Sung Kyun, Kim Sun Young, Kim So Yeon, Kim Soo Yeon, Kim Sae Ron, Kim Se Jeong, Kim Bum, Lee Je Hoon,
Lee Jae Hoon, Lee Jae Wook, Lee Joon Gi, Lee Jung Eun, Lee Jong Eun, Lee Jung Jae, Lee Jong Suk, Lee Jung Suk,
Lee Joon Hyuk, Lee Jong Hyuk, Lee Min Ho, Lee Min Ki, Lee Min Jung, Lee Sang Yoon, Lee Sang Yeob, Lee Seung Gi,
Lee Sung Kyung, Lee Sun Bin, Lee Se Young, Lee Si Young, Lee Dong Wook, Lee Dong Hwi, Lee Dong Gun, Lee Bo Young,
Lee Byung Hun, Lee Young Ae, Lee Yo Won, Lee Yoo Young, Lee Ji Ah, Lee Da Hee, Lee Da Hae, Park Seo Joon,
Park Shin Hye, Park Shin Yang, Park Min Young, Park Bo Gum, Park Bo Young, Park Hae Jin, Park Hae Soo, Park Hee Soon,
Park Ji Hoo, Park Ji Hoon, Jung Hae In, Jung Il Woo, Jung So Min, Jung Soo Jung, Jung Woo Sung, Jung Eun Ji,
Jung Eun Chae, Jo In Sung, Jo Jung Suk, Joo Ji Hoon, Joo Won, Jun Ji Hyun, Jeon So Min, Ji Chang Wook, Ji Sung, Ji Soo,
Jang Dong Gun, Jang Dong Yoon, Jang Hyuk, Jang Hyun Sung, Yoo Ah In, Yoo In Na, Yoo Seung Ho, Yoo Sung Ho,
Yoon Se Ah, Yoon Eun Hye, Son Ye Jin, Son Na Eun, Song Kang, Song Kang Ho, Song Joong Ki, Song Hye Kyo, Seo Hyun Jin,
Seo In Guk, Seo Ye Ji, Shin Min Ah, Shin Hye Sun, Shin Hyun Bin, Bae Suzy, Bae Doona, Ha Ji Won, Ha Jung Woo,
Han Hyo Joo, Han Hye Jin, Han Ji Min, Han So Hee, Hwang Jung Min, Hwang Jung Eum, Hyun Bin, Gong Hyo Jin, Gong Yoo,
Nam Joo Hyuk, Nam Ji Hyun, Namgoong Min, Ryu Jun Yeol, Ryu Seung Ryong, Im Soo Jung, Im Si Wan, Im Yoon Ah,
Choi Woo Shik, Choi Ji Woo, Choi Jin Hyuk, Choi Min Ho, Choi Soo Young, Choo Young Woo, Joo Young Woo, Cha Tae Hyun,
Cha Seung Won, Cha Sung Won, Suda Masaki, Sato Takeru, Sato Koichi, Hoshino Gen, Zhao Lu Si, Zhao Li Ying, Bai Lu,
Bai Jing Ting, Xu Kai, Greg Hsu, Alice Ko, Patrick Shih, Min Ah, Mi Na
"""


def are_same(one: str, other: str) -> bool:
    return agreeing(one).fullmatch(key(other)) is not None


@pytest.mark.parametrize("line", SAME)
def test_spellings_of_one_name_agree(line: str) -> None:
    assert [pair for pair in permutations(line.split(", "), 2) if not are_same(*pair)] == []


def test_names_of_different_people_do_not() -> None:
    names = [name for line in APART.strip().splitlines() for name in line.strip(",").split(", ")]
    assert len(names) > 150
    patterns = {name: agreeing(name) for name in names}
    assert [(one, other) for one, other in permutations(names, 2) if patterns[one].fullmatch(key(other))] == []


@pytest.mark.parametrize(
    ("one", "other"), [("수", "소"), ("제", "재"), ("성", "승"), ("태", "대"), ("영", "용"), ("종", "정"), ("혜", "해")]
)
def test_nor_do_syllables_that_differ_in_hangul(one: str, other: str) -> None:
    assert not are_same(f"김{one}현", f"김{other}현")


def test_an_open_vowel_agrees_with_both_that_are_not_each_other() -> None:
    assert are_same("Kim Jun Young", "Kim Joon Young")
    assert are_same("Kim Jun Young", "Kim Jeon Young")
    assert not are_same("Kim Joon Young", "Kim Jeon Young")


def test_words_run_together_agree_only_where_nothing_says_how_they_part() -> None:
    assert are_same("Kim Minah", "Kim Min Ah")
    assert are_same("Kim Minah", "Kim Mi Na")
    assert not are_same("Kim Min Ah", "Kim Mi Na")


@pytest.mark.parametrize("part", ["Si Wan", "siwan", "Shi-Wan", "Im", "Wan", "시완"])
def test_a_part_is_found_in_whole_words(part: str) -> None:
    assert within(part).search(key("Im Si Wan"))
    assert not within(part).search(key("Kim Si Wann"))


@pytest.mark.parametrize("name", ["!!!", "(IU)", "…", "[/]", "\u200d", "’"])
def test_a_name_without_letters_is_only_itself(name: str) -> None:
    assert are_same(name, name)
    assert not are_same(name, "Im Si Wan")
    assert not are_same("Im Si Wan", name)
    assert not are_same(name, "???")
