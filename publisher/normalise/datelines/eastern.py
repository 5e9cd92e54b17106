"""Datelines of Chinese, Japanese and Korean agencies: 新华社北京4月24日电 · 【ソウル＝小池和樹】 · (서울=연합뉴스)."""

import re

import regex

from publisher.metadata import Dateline
from publisher.normalise.datelines.dates import read_date
from publisher.normalise.datelines.form import Found
from publisher.normalise.words.agencies import agency_named
from publisher.normalise.words.gazetteer import is_town

_REPORTER = r"(?:[\p{Han}·]{0,8}(?:記者|记者|通讯员)|特派员)"
_NAMES = r"[\p{Han}·]{2,10}(?:[\s、，,]+[\p{Han}·]{2,10}){0,5}"
_BRACKETS = rf"[（(]\s?(?:{_REPORTER}\s?(?P<names>{_NAMES})|[^（()）]{{1,40}})\s?[）)]"
# 新华社巴黎12月9日电（记者唐霁） · 新京报快讯（记者 裴剑飞） · 本报讯 · 央视网消息：
_CHINESE = regex.compile(
    rf"(?P<agency>本报|本網|本网|本刊|[\p{{Han}}]{{2,8}}?(?:社|网|網|報|报|电视台|电台|新闻客户端|客户端|新闻|晚报|"
    rf"日报|财经)|央视|中新社|新华社)"
    rf"(?P<place>[\p{{Han}}、]{{2,14}}?)??(?P<date>\d{{1,2}}月\d{{1,2}}日|\d{{1,2}}日)?"
    rf"(?P<sent>专?电|電|快?讯|訊|消息[：:]?|综合外电|报道[：:])\s*(?:{_BRACKETS})?[：:]?\s*"
)
# （中央社記者張三台北5日電） · （中央社台北5日綜合外電報導） · 〔記者張三／台北報導〕
_BRACKETED_CHINESE = regex.compile(
    r"[（(〔\[【](?P<agency>中央社|美聯社|路透社|法新社|[\p{Han}]{2,5}社)?(?:[\p{Han}]{0,2}(?:記者|"
    r"记者)(?P<names>\p{Han}{3}|\p{Han}{2,4}?))?"
    r"(?:[／/]|(?<=社)|(?<=\p{Han}))(?P<place>[\p{Han}]{2,6}?)(?P<date>\d{1,2}日)?(?:綜合)?(?:外電|專電|電|报道|"
    r"報導|報道)+[）)〕\]】]\s*"
)
_JAPANESE = regex.compile(r"[【［\[](?P<inside>[^】］\]]{2,40})[】］\]](?:\s*[-–—―]\s*)?[\s\u3000]*")
_JAPANESE_AGENCY = re.compile(
    r"(?P<rest>.+?)(?P<agency>共同(?:通信)?|時事(?:通信)?|ロイター|聯合ニュース|ＡＦＰ時事|ＡＦＰ|AFP|ＡＰ|AP|"
    r"新華社|タス|中央社)"
)
_KOREAN = regex.compile(
    r"[(\[［](?P<place>[\p{Hangul}·/\s]{2,20}?)\s?=\s?(?P<agency>[\p{Hangul}\w.]{2,20})(?:\s[^)\]］]{1,20})?[)\]］]\s*"
    r"(?:(?P<names>(?:\p{Hangul}{2,4}(?:\s?·\s?|\s))*\p{Hangul}{2,4})\s(?:특파원|인턴기자|선임기자|기자|"
    r"통신원)\s*=?\s*)?"
)
_EASTERN = regex.compile(r"[\p{Han}\p{Hangul}\p{Katakana}]")
_PARTS = re.compile(r"[＝=]|[\s\u3000]+")
LONGEST = 90


def read_eastern_dateline(text: str) -> Found | None:
    """The dateline that *text* begins with, if it is one of Chinese, Japanese or Korean form."""
    head = text[:LONGEST]
    if not _EASTERN.search(head, 0, 24):
        return None
    return _chinese(head) or _japanese(head) or _korean(head)


def _found(raw: str, place: str | None, date_raw: str | None, agency: str | None, names: str | None) -> Found:
    date = read_date(date_raw) if date_raw else None
    signed = tuple(filter(None, re.split(r"[\s、，,·]+", names or ""))) if names else ()
    dateline = Dateline(raw, place or None, date_raw, date.iso if date else None)
    return Found(dateline, agency, is_vouched=True, end="eastern", is_known=bool(place), names=signed)


def _chinese(head: str) -> Found | None:
    if match := _CHINESE.match(head):
        own = match["agency"].startswith("本")
        if not (match["date"] or agency_named(match["agency"]) or own or match["names"]):
            return None
        return _found(match[0], match["place"], match["date"], None if own else match["agency"], match["names"])
    if (match := _BRACKETED_CHINESE.match(head)) and (match["agency"] or match["names"]):
        return _found(match[0], match["place"], match["date"], match["agency"], match["names"])
    return None


def _japanese(head: str) -> Found | None:
    """【place＝reporter】, 【date agency】, 【place agency】; other brackets are labels."""
    match = _JAPANESE.match(head)
    if match is None:
        return None
    place = date_raw = agency = names = None
    is_sure = False
    for part in filter(None, _PARTS.split(match["inside"])):
        if name := agency_named(part):
            agency, is_sure = name, True
        elif read_date(part):
            date_raw, is_sure = part, True
        elif (joined := _JAPANESE_AGENCY.fullmatch(part)) and not place:
            place, agency, is_sure = joined["rest"], joined["agency"], True
        elif place is None:
            place = part
        elif names is None and ("＝" in match["inside"] or "=" in match["inside"]):
            names, is_sure = part, True
        else:
            return None
    return _found(match[0], place, date_raw, agency, names) if is_sure or (place and is_town(place)) else None


def _korean(head: str) -> Found | None:
    match = _KOREAN.match(head)
    if match is None:
        return None
    agency = agency_named(match["agency"]) or match["agency"]
    names = (match["names"] or "").replace("·", " ")
    return _found(match[0], match["place"], None, agency, names)
