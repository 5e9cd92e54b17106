import pytest

from publisher.normalise.datelines.eastern import read_eastern_dateline


@pytest.mark.parametrize(
    ("text", "raw", "place", "date", "agency", "names"),
    [
        ("新华社北京4月24日电 题：大桥", "新华社北京4月24日电 ", "北京", "--04-24", "新华社", ()),
        (
            "新华社巴黎12月9日电（记者张三）大桥",
            "新华社巴黎12月9日电（记者张三）",
            "巴黎",
            "--12-09",
            "新华社",
            ("张三",),
        ),
        (
            "中新社北京4月5日电 (记者 张三 李四)大桥",
            "中新社北京4月5日电 (记者 张三 李四)",
            "北京",
            "--04-05",
            "中新社",
            ("张三", "李四"),
        ),
        ("新京报快讯（记者 张三）大桥", "新京报快讯（记者 张三）", None, None, "新京报", ("张三",)),
        ("本报讯（记者 张三）大桥", "本报讯（记者 张三）", None, None, None, ("张三",)),
        ("央视网消息：大桥", "央视网消息：", None, None, "央视网", ()),
        ("（中央社記者張三台北5日電）大橋", "（中央社記者張三台北5日電）", "台北", None, "中央社", ("張三",)),
        ("〔記者張三／台北報導〕大橋", "〔記者張三／台北報導〕", "台北", None, None, ("張三",)),
        ("【ソウル＝山田太郎】橋", "【ソウル＝山田太郎】", "ソウル", None, None, ("山田太郎",)),
        ("【6月18日 AFP】橋", "【6月18日 AFP】", None, "--06-18", "AFP", ()),
        ("【ワシントン共同】橋", "【ワシントン共同】", "ワシントン", None, "共同", ()),
        ("［東京 ３日 ロイター］ - 橋", "［東京 ３日 ロイター］ - ", "東京", None, "ロイター", ()),
        ("(서울=연합뉴스) 홍길동 기자 = 다리", "(서울=연합뉴스) 홍길동 기자 = ", "서울", None, "연합뉴스", ("홍길동",)),
        ("[서울=뉴시스] 다리", "[서울=뉴시스] ", "서울", None, "뉴시스", ()),
    ],
)
def test_reads_the_forms(
    text: str, raw: str, place: str | None, date: str | None, agency: str | None, names: tuple[str, ...]
) -> None:
    found = read_eastern_dateline(text)
    assert found is not None
    assert (found.dateline.raw, found.dateline.place, found.dateline.date) == (raw, place, date)
    assert (found.agency, found.names) == (agency, names)


@pytest.mark.parametrize(
    "text",
    ["【写真】橋", "据新华社报道，大桥", "昨日，市内社区讯息", "新华社记者 张三", "다리가 열렸다", "The bridge", ""],
)
def test_reads_nothing_else(text: str) -> None:
    assert read_eastern_dateline(text) is None
