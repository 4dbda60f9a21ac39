"""The changes that benchmarks/drift.py plants, one at a time: what was, what is, and which codes may report it."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from align.clauses import clauses
from corpora.annotation.anchors import anchors_of
from corpora.annotation.polarity import negations
from corpora.annotation.verbs import find_verbs, main_concept
from corpora.languages import ACTS, language
from corpora.mandates.extraction import mandates_of
from corpora.model import Anchor, Kind, Paragraph, Part, Resolution, Span, VerbPhrase
from corpora.reading import read_text
from corpora.values import AnchorKind

CODES: dict[str, tuple[str, ...]] = {
    "number": ("D201",),
    "date": ("D202",),
    "symbol": ("D203",),
    "session": ("D204",),
    "organ": ("D207",),
    "verb kind": ("D301", "D306"),
    "verb up": ("D302", "D301"),
    "verb down": ("D302", "D301"),
    "negation": ("D303",),
    "qualifier dropped": ("D305",),
    "qualifier added": ("D305",),
    "paragraph dropped": ("D101",),
    "paragraph added": ("D102",),
    "paragraph repeated": ("D107", "D102"),
    "paragraphs joined": ("D105", "D101", "D104"),
    "paragraph moved": ("D101", "D102", "D105", "D501"),
    "clause left out": ("D103",),
    "dash item": ("D101", "D102", "D206"),
    "meaning": ("D501", "D101", "D102"),
    "m verb up": ("M201", "M204"),
    "m verb down": ("M202", "M204"),
    "m addressee": ("M203",),
    "m action": ("M204",),
    "m condition dropped": ("M206", "M207"),
    "m deadline": ("M208", "M210"),
    "m reporting body": ("M209",),
    "m new": ("M101",),
    "m retired": ("M102",),
    "m merged": ("M103",),
    "m split": ("M104",),
    "m moved": ("M106",),
    "m quantity": ("M204",),
    "m point new": ("M101",),
    "m legal basis": ("M211",),
    "m point retired": ("M102",),
}
"""What each kind of plant may be reported as; its first code gives the family that it counts for."""

# Forms to put in the place of an operative verb: a decision, a recognition, the top and the bottom of two kinds.
VERBS = {
    "fr": {"decide": "Décide", "welcome": "Se félicite", "urge": "Exhorte", "invite": "Invite", "demand": "Exige", "request": "Prie"},
    "en": {"decide": "Decides", "welcome": "Welcomes", "urge": "Urges", "invite": "Invites", "demand": "Demands", "request": "Requests"},
    "es": {"decide": "Decide", "welcome": "Acoge con beneplácito", "urge": "Insta", "invite": "Invita", "demand": "Exige", "request": "Solicita"},
    "ru": {"decide": "постановляет", "welcome": "приветствует", "urge": "настоятельно призывает", "invite": "предлагает", "demand": "требует", "request": "просит"},
    "ar": {"decide": "يقرر", "welcome": "يرحب", "urge": "يحث", "invite": "يدعو", "demand": "يطالب", "request": "يطلب"},
    "zh": {"decide": "决定", "welcome": "欢迎", "urge": "敦促", "invite": "邀请", "demand": "要求", "request": "请"},
}  # fmt: skip
ORGANS = {
    "security_council": {"fr": "Assemblée générale", "en": "General Assembly", "es": "Asamblea General", "ru": "Генеральная Ассамблея", "ar": "الجمعية العامة", "zh": "大会"},
    "general_assembly": {"fr": "Conseil de sécurité", "en": "Security Council", "es": "Consejo de Seguridad", "ru": "Совет Безопасности", "ar": "مجلس الأمن", "zh": "安全理事会"},
    "secretary_general": {"fr": "Directeur exécutif", "en": "Executive Director", "es": "Director Ejecutivo", "ru": "Директор-исполнитель", "ar": "المدير التنفيذي", "zh": "执行主任"},
    "african_union": {"fr": "Union européenne", "en": "European Union", "es": "Unión Europea", "ru": "Европейский союз", "ar": "الاتحاد الأوروبي", "zh": "欧洲联盟"},
}  # fmt: skip
QUALIFIERS = {
    "fr": ", dans la limite des ressources existantes", "en": ", within existing resources", "es": ", dentro de los límites de los recursos existentes",
    "ru": ", в пределах имеющихся ресурсов", "ar": "، في حدود الموارد المتاحة", "zh": "，在现有资源范围内",
}  # fmt: skip
NEGATION: dict[str, tuple[str, str]] = {
    # Where the negation goes: before what the pattern finds.
    "en": (r"\bto (?=[a-z]+)", "not "),
    "es": (r"(?<=que )(?=[a-z]+)|(?<= a )(?=[a-z]+(?:ar|er|ir)\b)", "no "),
    "ru": (r"(?<= )(?=\w{4,}(?:ть|ться|ти)\b)", "не "),
    "ar": (r"(?<=أن )(?=\w)", "لا "),
    "zh": (r"(?=(?:提交|采取|确保|继续|加强|提供|支持|执行|考虑|进行|遵守|参加|批准))", "不"),
    "fr": (r"(?<=de )(?=[a-zé]{3,}(?:er|ir|re)\b)|(?<=à )(?=[a-zé]{3,}(?:er|ir|re)\b)", "ne pas "),
}


@dataclass(frozen=True)
class Plant:
    """One planted change: its kind, where it stands, the changed resolution, what was and what is."""

    kind: str
    paragraph: str
    resolution: Resolution
    was: str
    now: str
    holds: tuple[str, ...] = ()
    """Codes of what a passage that was left out holds: one difference is one finding, and a value is told before a passage."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that may report it."""
        return CODES[self.kind] + self.holds

    def row(self, symbol: str, where: str) -> dict[str, str]:
        """As a line of the list of misses."""
        return {
            "kind": self.kind,
            "symbol": symbol,
            "where": where,
            "paragraph": self.paragraph,
            "was": self.was,
            "now": self.now,
        }


def reread(paragraph: Paragraph, text: str, code: str, kind: Kind | None = None) -> Paragraph:
    """The paragraph with another text, its verbs and anchors found anew."""
    last = max(len(paragraph.offsets) - 1, 0)
    offsets = tuple(paragraph.offsets[min(i, last)] if paragraph.offsets else 0 for i in range(len(text)))
    kind = kind or paragraph.kind
    verbs = find_verbs(text, language(code), kind)
    return replace(
        paragraph,
        kind=kind,
        text=text,
        offsets=offsets,
        emphasis=(),
        marks=(),
        anchors=anchors_of(text, language(code)),
        verbs=verbs,
    )


def edited(resolution: Resolution, paragraph: Paragraph, text: str) -> Resolution:
    """The resolution with one paragraph's text changed."""
    new = reread(paragraph, text, resolution.language)
    marks = tuple(m for m in paragraph.marks if m.position <= len(text))
    new = replace(new, marks=marks)
    return replace(resolution, paragraphs=tuple(new if p is paragraph else p for p in resolution.paragraphs))


def _replaced(resolution: Resolution, paragraph: Paragraph, span: Span, new: str) -> Resolution:
    return edited(resolution, paragraph, paragraph.text[: span.start] + new + paragraph.text[span.end :])


def changed_figure(anchor: Anchor, rng: random.Random) -> str | None:
    """The anchor's words with one of its figures changed, None where it is spelled."""
    figures = [
        m
        for m in re.finditer(r"[0-9]+", anchor.text)
        if anchor.kind is not AnchorKind.DATE or len(m.group()) in (1, 2, 4)
    ]
    if not figures:
        return None
    figure = rng.choice(figures[:1] if anchor.kind in (AnchorKind.CITATION, AnchorKind.SESSION) else figures)
    value = int(figure.group())
    other = value - 1 if value > 1 and (value in (12, 28, 30, 31) or rng.random() < 0.5) else value + 1
    text = str(other).rjust(len(figure.group()), "0")
    return anchor.text[: figure.start()] + text + anchor.text[figure.end() :]


def _body(resolution: Resolution) -> list[Paragraph]:
    return [p for p in resolution.paragraphs if p.kind.is_main and p.part is not Part.ANNEX and len(p.text) > 20]


_FIGURES = {
    "number": AnchorKind.NUMBER,
    "date": AnchorKind.DATE,
    "symbol": AnchorKind.CITATION,
    "session": AnchorKind.SESSION,
}


_HELD = {
    **{kind: CODES[name][0] for name, kind in _FIGURES.items()},
    AnchorKind.NAME: "D207",
    AnchorKind.QUALIFIER: "D305",
}
"""The code by which a value of each kind that a version lacks is reported."""


def dashed(resolution: Resolution) -> Resolution | None:
    """The resolution printed anew as plain text, its lettered items with dashes; None where no list has three of them."""
    below = Counter(p.parent for p in resolution.paragraphs if _is_plain_item(p))
    if max(below.values(), default=0) < 3:
        return None
    lines = []
    for p in resolution.paragraphs:
        if p.part not in (Part.PREAMBLE, Part.OPERATIVE):
            continue
        number = "– " if p.kind is Kind.ITEM else f"{p.number}. " if p.kind is Kind.OPERATIVE and p.number else ""
        lines.append(number + p.text)
    return read_text("\n\n".join(lines), resolution.language, f"{resolution.language}.txt")


def dash_item_plants(resolution: Resolution, rng: random.Random) -> Iterator[Plant]:
    """One item with a dash left out of a list of three and more."""
    below = Counter(p.parent for p in resolution.paragraphs if _is_plain_item(p))
    items = [p for p in resolution.paragraphs if _is_plain_item(p) and below[p.parent] >= 3 and len(p.text) > 20]
    if items:
        item = rng.choice(items)
        lines = resolution.source.split("\n\n")
        lines.remove(item.text)
        rest = read_text("\n\n".join(lines), resolution.language, resolution.name)
        yield Plant("dash item", item.id, rest, item.text, "")


def _is_plain_item(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.ITEM and paragraph.part is Part.OPERATIVE


def version_plants(resolution: Resolution, rng: random.Random, donor: Resolution | None = None) -> Iterator[Plant]:
    """One plant of each kind that applies, in a language version; ``donor`` lends a paragraph that says something else."""
    body = _body(resolution)
    operative = [p for p in body if p.kind is Kind.OPERATIVE]
    for name, anchor_kind in _FIGURES.items():
        yield from _figure(resolution, body, name, anchor_kind, rng)
    yield from _organ(resolution, body, rng)
    yield from _verbs(resolution, operative, rng)
    yield from _negation(resolution, operative, rng)
    yield from _qualifiers(resolution, operative, rng)
    if len(body) > 3:
        yield from _paragraphs(resolution, body, rng)
    yield from _clause(resolution, operative, rng)
    foreign = [p for p in _body(donor) if p.kind is Kind.OPERATIVE] if donor else []
    if foreign and operative:
        target, other = rng.choice(operative), rng.choice(foreign)
        yield Plant("meaning", target.id, edited(resolution, target, other.text), target.text[:60], other.text[:60])
    own = {p.text for p in resolution.paragraphs}
    new = [p for p in foreign if p.text not in own]
    if new and len(body) > 3:
        # Drawn last, so that it leaves the other plants as they are.
        yield _with_another("paragraph added", resolution, rng.choice(new), rng.choice(body))


@dataclass(frozen=True)
class SharedPlant:
    """One change made alike in several versions: its kind, the paragraph, all versions, those that were changed, what was and is."""

    kind: str
    paragraph: str
    documents: Mapping[str, Resolution]
    changed: tuple[str, ...]
    was: str
    now: str

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that may report it: a paragraph that half of the versions lack may be added in the others."""
        return ("D101", "D102") if self.kind == "paragraph dropped" else CODES[self.kind]

    def row(self, symbol: str) -> dict[str, str]:
        """As a line of the list of misses."""
        facts = {"kind": self.kind, "symbol": symbol, "where": " ".join(self.changed)}
        return facts | {"paragraph": self.paragraph, "was": self.was, "now": self.now}


def shared_plants(
    documents: Mapping[str, Resolution], changed: Sequence[str], rng: random.Random
) -> Iterator[SharedPlant]:
    """One plant of each kind of value, a verb, and a dropped paragraph, made alike in the ``changed`` versions.

    Only paragraphs that all versions have under one id are changed, and values that each of them states once, in figures.
    """
    paragraphs = {code: {p.id: p for p in _body(document)} for code, document in documents.items()}
    common = [i for i in paragraphs[changed[0]] if all(i in own for own in paragraphs.values())]
    rng.shuffle(common)

    def made(kind: str, i: str, texts: Mapping[str, str], was: str, now: str) -> SharedPlant:
        new = {code: edited(documents[code], paragraphs[code][i], text) for code, text in texts.items()}
        return SharedPlant(kind, i, {**documents, **new}, tuple(texts), was, now)

    for kind, anchor_kind in _FIGURES.items():
        for i in common:
            figure = _shared_figure([paragraphs[code][i] for code in changed], anchor_kind, rng)
            if figure is not None:
                texts = dict(zip(changed, figure[2], strict=True))
                yield made(kind, i, texts, figure[0], figure[1])
                break
    for i in common:
        verbs = {code: paragraphs[code][i].verb for code in changed}
        if all(v is not None and main_concept(v).kind in ("direct", "urge", "decide") for v in verbs.values()):
            texts = {}
            for code, verb in verbs.items():
                gap = " " if language(code).spaced else ""
                assert verb is not None
                texts[code] = VERBS[code]["welcome"] + gap + paragraphs[code][i].text[verb.span.end :].lstrip()
            yield made("verb kind", i, texts, str(verbs[changed[0]]), "welcome")
            break
    if len(common) > 3:
        i = common[0]
        kept = {c: replace(d, paragraphs=tuple(p for p in d.paragraphs if p.id != i)) for c, d in documents.items()}
        without = {code: kept[code] if code in changed else documents[code] for code in documents}
        yield SharedPlant("paragraph dropped", i, without, tuple(changed), paragraphs[changed[0]][i].text[:60], "")


def _shared_figure(
    paragraphs: Sequence[Paragraph], kind: AnchorKind, rng: random.Random
) -> tuple[str, str, list[str]] | None:
    """A figure that a value of a kind has in all paragraphs, once in each; another one, and the paragraphs' texts with it."""
    forms = [{a.form: a for a in p.anchors if a.kind is kind and a.firm} for p in paragraphs]
    for form in sorted(set.intersection(*map(set, forms))):
        anchors = [own[form] for own in forms]
        figures = [
            m.group()
            for m in re.finditer(r"\d+", anchors[0].text)
            if len(m.group()) in (2, 4) or kind is not AnchorKind.DATE
        ]
        if not figures:
            continue
        was = rng.choice(figures)
        now = str(int(was) + (-1 if was in ("12", "28", "30", "31") else 1))
        texts = []
        for paragraph, anchor in zip(paragraphs, anchors, strict=True):
            words = re.subn(rf"(?<!\d){was}(?!\d)", now, anchor.text)
            if words[1] != 1 or paragraph.text.count(was) != 1:
                break
            texts.append(paragraph.text[: anchor.span.start] + words[0] + paragraph.text[anchor.span.end :])
        else:
            return was, now, texts
    return None


def _figure(
    resolution: Resolution, body: Sequence[Paragraph], name: str, kind: AnchorKind, rng: random.Random
) -> Iterator[Plant]:
    choices = [
        (p, a)
        for p in body
        for a in p.anchors
        if a.kind is kind and a.firm and (kind is not AnchorKind.NUMBER or len(a.form) > 1)
    ]
    if not choices:
        return
    paragraph, anchor = rng.choice(choices)
    new = changed_figure(anchor, rng)
    if new and new != anchor.text:
        yield Plant(name, paragraph.id, _replaced(resolution, paragraph, anchor.span, new), anchor.text, new)


def _organ(resolution: Resolution, body: Sequence[Paragraph], rng: random.Random) -> Iterator[Plant]:
    choices = [(p, a) for p in body for a in p.anchors if a.kind is AnchorKind.NAME and a.form in ORGANS]
    if choices:
        paragraph, anchor = rng.choice(choices)
        new = ORGANS[anchor.form][resolution.language]
        yield Plant("organ", paragraph.id, _replaced(resolution, paragraph, anchor.span, new), anchor.text, new)


def _verbs(resolution: Resolution, operative: Sequence[Paragraph], rng: random.Random) -> Iterator[Plant]:
    table = VERBS[resolution.language]
    gap = " " if language(resolution.language).spaced else ""
    kinds: tuple[tuple[str, Callable[[VerbPhrase], bool], Callable[[VerbPhrase], str]], ...] = (
        ("verb kind", lambda v: main_concept(v).kind in ("direct", "urge", "decide"), lambda v: "welcome"),
        ("verb up", lambda v: v.concepts[0] in ("invite", "encourage") and not v.intensity, lambda v: "urge"),
        ("verb down", lambda v: v.concepts[0] in ("urge", "demand"), lambda v: "invite" if v.concepts[0] == "urge" else "request"),
    )  # fmt: skip
    for name, fits, pick in kinds:
        choices = [p for p in operative if p.verb and fits(p.verb)]
        if choices:
            paragraph = rng.choice(choices)
            assert paragraph.verb is not None
            new = table[pick(paragraph.verb)]
            text = new + gap + paragraph.text[paragraph.verb.span.end :].lstrip()
            yield Plant(name, paragraph.id, edited(resolution, paragraph, text), paragraph.verb.text, new)


def _negation(resolution: Resolution, operative: Sequence[Paragraph], rng: random.Random) -> Iterator[Plant]:
    pattern, word = NEGATION[resolution.language]
    choices = []
    for paragraph in operative:
        match = re.search(pattern, paragraph.text)
        if match and not negations(paragraph.text, language(resolution.language)):
            choices.append((paragraph, match.end()))
    if choices:
        paragraph, place = rng.choice(choices)
        text = paragraph.text[:place] + word + paragraph.text[place:]
        around = paragraph.text[max(0, place - 20) : place + 20]
        yield Plant("negation", paragraph.id, edited(resolution, paragraph, text), around, word)


def _qualifiers(resolution: Resolution, operative: Sequence[Paragraph], rng: random.Random) -> Iterator[Plant]:
    choices = [
        (p, a)
        for p in operative
        for a in p.anchors
        if a.kind is AnchorKind.QUALIFIER and a.firm and sum(b.value == a.value for b in p.anchors) == 1
    ]
    if choices:
        paragraph, anchor = rng.choice(choices)
        yield Plant(
            "qualifier dropped", paragraph.id, _replaced(resolution, paragraph, anchor.span, ""), anchor.text, ""
        )
    choices_added = [p for p in operative if not any(a.kind is AnchorKind.QUALIFIER for a in p.anchors)]
    if choices_added:
        paragraph = rng.choice(choices_added)
        cut = len(paragraph.text.rstrip(" ;,.؛،。；，"))
        text = paragraph.text[:cut] + QUALIFIERS[resolution.language] + paragraph.text[cut:]
        yield Plant(
            "qualifier added", paragraph.id, edited(resolution, paragraph, text), "", QUALIFIERS[resolution.language]
        )


def _paragraphs(resolution: Resolution, body: Sequence[Paragraph], rng: random.Random) -> Iterator[Plant]:
    everything = resolution.paragraphs
    gone = rng.choice(body)
    yield Plant(
        "paragraph dropped",
        gone.id,
        replace(resolution, paragraphs=tuple(p for p in everything if p is not gone)),
        gone.text[:60],
        "",
    )
    model, place = rng.choice(body), rng.choice(body)
    yield _with_another("paragraph repeated", resolution, model, place)
    i = rng.randrange(len(body) - 1)
    first, second = body[i], body[i + 1]
    if first.kind is second.kind and everything.index(second) == everything.index(first) + 1:
        joined = reread(first, f"{first.text} {second.text}", resolution.language)
        paragraphs = tuple(joined if p is first else p for p in everything if p is not second)
        yield Plant("paragraphs joined", second.id, replace(resolution, paragraphs=paragraphs), second.text[:60], "")
    target = rng.choice(body)
    others = [p for p in body if p.kind is target.kind and abs(body.index(p) - body.index(target)) > 2]
    if others:
        there = rng.choice(others)
        rest = [p for p in everything if p is not target]
        rest.insert(rest.index(there) + 1, target)
        yield Plant(
            "paragraph moved",
            target.id,
            replace(resolution, paragraphs=tuple(rest)),
            target.text[:60],
            f"after {there.id}",
        )


def _with_another(kind: str, resolution: Resolution, model: Paragraph, place: Paragraph) -> Plant:
    """A paragraph with the words of ``model`` set behind another one."""
    added = replace(model, id="planted", number=None)
    paragraphs = tuple(q for p in resolution.paragraphs for q in ((p, added) if p is place else (p,)))
    return Plant(kind, "planted", replace(resolution, paragraphs=paragraphs), "", model.text[:60])


def _clause(resolution: Resolution, operative: Sequence[Paragraph], rng: random.Random) -> Iterator[Plant]:
    code = resolution.language
    least = 25 if code == "zh" else 60
    choices = []
    for paragraph in operative:
        spans = clauses(paragraph.text, language(code), paragraph.verbs)
        inner = [s for s in spans[1:-1] if len(s) >= least]
        if len(spans) > 2 and inner:
            choices.append((paragraph, rng.choice(inner)))
    if choices:
        paragraph, span = rng.choice(choices)
        was = paragraph.text[span.start : span.end]
        holds = {_HELD[a.kind] for a in paragraph.anchors if a.kind in _HELD and a.firm and a.span.overlaps(span)}
        changed = _replaced(resolution, paragraph, span, "")
        yield Plant("clause left out", paragraph.id, changed, was, "", holds=tuple(sorted(holds)))


# -- related resolutions ------------------------------------------------------------------------------------------------


def related_plants(resolution: Resolution, rng: random.Random) -> Iterator[Plant]:
    """One plant of each kind of changed mandate that applies, in a French or English resolution."""
    for make in (_m_verbs, _m_slots, _m_action, _m_structure, _m_points):
        yield from make(resolution, rng)


def _m_verbs(resolution: Resolution, rng: random.Random) -> Iterator[Plant]:
    operative = [p for p in _body(resolution) if p.kind is Kind.OPERATIVE and p.verb]
    table = VERBS[resolution.language]
    for name, wanted, new in (
        ("m verb up", ("invite", "encourage"), "urge"),
        ("m verb down", ("urge", "demand"), "invite"),
    ):
        choices = [
            p
            for p in operative
            if p.verb and p.verb.concepts[0] in wanted and not (name == "m verb up" and p.verb.intensity)
        ]
        if choices:
            paragraph = rng.choice(choices)
            assert paragraph.verb is not None
            word = "request" if paragraph.verb.concepts[0] == "demand" else new
            text = f"{table[word]} {paragraph.text[paragraph.verb.span.end :].lstrip()}"
            yield Plant(name, paragraph.id, edited(resolution, paragraph, text), paragraph.verb.text, table[word])


def _m_slots(resolution: Resolution, rng: random.Random) -> Iterator[Plant]:
    """Addressee, condition, deadline and reporting body of one mandate each."""
    code = resolution.language
    by_id = {p.id: p for p in resolution.paragraphs}
    mandates = mandates_of(resolution)
    addressed = [
        m
        for m in mandates
        if m.addressee and m.addressee.span and m.addressee.value in ("secretary_general", "member_states", "states")
    ]
    if addressed:
        mandate = rng.choice(addressed)
        assert mandate.addressee is not None
        new = (
            ORGANS["secretary_general"][code]
            if mandate.addressee.value == "secretary_general"
            else ORGANS["african_union"][code]
        )
        new = {"fr": "le ", "en": "the "}[code] + new
        paragraph = by_id[mandate.paragraph]
        span = mandate.addressee.span
        lead = len(paragraph.text[span.start : span.end]) - len(paragraph.text[span.start : span.end].lstrip())
        span = Span(span.start + lead, max(span.start + lead, span.start + lead + len(mandate.addressee.text)))
        yield Plant(
            "m addressee", paragraph.id, _replaced(resolution, paragraph, span, new), mandate.addressee.text, new
        )
    conditioned = [(m, s) for m in mandates for s in m.conditions]
    if conditioned:
        mandate, slot = rng.choice(conditioned)
        paragraph = by_id[mandate.paragraph]
        yield Plant("m condition dropped", paragraph.id, _replaced(resolution, paragraph, slot.span, ""), slot.text, "")
    dated = [(m, s) for m in mandates for s in m.deadlines if re.search(r"\d", s.text)]
    if dated:
        mandate, slot = rng.choice(dated)
        paragraph = by_id[mandate.paragraph]
        anchor = next(a for a in paragraph.anchors if a.span == slot.span)
        new_date = changed_figure(anchor, rng)
        if new_date:
            yield Plant(
                "m deadline", paragraph.id, _replaced(resolution, paragraph, slot.span, new_date), slot.text, new_date
            )
    reporting = [(m, s) for m in mandates for s in m.report_to if s.value in ORGANS]
    if reporting:
        mandate, slot = rng.choice(reporting)
        paragraph = by_id[mandate.paragraph]
        new = ORGANS[slot.value][code]
        yield Plant("m reporting body", paragraph.id, _replaced(resolution, paragraph, slot.span, new), slot.text, new)


_ACTIONS = {
    "fr": " d'établir un registre public des entreprises d'extraction minière",
    "en": " to compile a public register of mining companies",
}


def _m_action(resolution: Resolution, rng: random.Random) -> Iterator[Plant]:
    by_id = {p.id: p for p in resolution.paragraphs}
    mandates = mandates_of(resolution)
    choices = [m for m in mandates if not m.under and m.addressee and m.action and 40 < len(m.action.span) < 160]
    if not choices:
        return
    mandate = rng.choice(choices)
    assert mandate.action is not None
    paragraph = by_id[mandate.paragraph]
    half = mandate.action.span.start + len(mandate.action.span) // 2
    new = _ACTIONS[resolution.language]
    span = Span(half, mandate.span.start + len(mandate.text))
    if len(span) > 8:
        was = paragraph.text[span.start : span.end]
        yield Plant("m action", paragraph.id, _replaced(resolution, paragraph, span, new), was, new)


_NEW = {
    "fr": "Prie le Secrétaire général de convoquer en 2031 une conférence sur la sécurité des ports maritimes;",
    "en": "Requests the Secretary-General to convene in 2031 a conference on the security of sea ports;",
}


def _m_structure(resolution: Resolution, rng: random.Random) -> Iterator[Plant]:
    everything = resolution.paragraphs
    operative = [p for p in _body(resolution) if p.kind is Kind.OPERATIVE and p.verb]
    plain = [p for p in operative if not any(q.kind is Kind.ITEM and q.parent == p.id for q in everything)]
    if len(plain) < 3:
        return
    new = replace(reread(plain[-1], _NEW[resolution.language], resolution.language), id="planted", number=None)
    place = rng.choice(plain)
    yield Plant(
        "m new",
        "planted",
        replace(resolution, paragraphs=tuple(q for p in everything for q in ((p, new) if p is place else (p,)))),
        "",
        new.text,
    )
    gone = rng.choice(plain)
    yield Plant(
        "m retired",
        gone.id,
        replace(resolution, paragraphs=tuple(p for p in everything if p is not gone)),
        gone.text[:60],
        "",
    )
    i = rng.randrange(len(plain) - 1)
    first, second = plain[i], plain[i + 1]
    if everything.index(second) == everything.index(first) + 1:
        joined = reread(
            first, f"{first.text.rstrip(' ;.')}, et {second.text[:1].lower()}{second.text[1:]}", resolution.language
        )
        paragraphs = tuple(joined if p is first else p for p in everything if p is not second)
        yield Plant("m merged", first.id, replace(resolution, paragraphs=paragraphs), second.text[:60], "")
    double = [p for p in plain if len(p.verbs) > 1 and len(p.text) > 160]
    if double:
        paragraph = rng.choice(double)
        cut = paragraph.verbs[-1].span.start
        if 60 < cut < len(paragraph.text) - 60:
            head = reread(paragraph, paragraph.text[:cut].rstrip(" ,;") + ";", resolution.language)
            tail = replace(
                reread(paragraph, paragraph.text[cut].upper() + paragraph.text[cut + 1 :], resolution.language),
                id="planted",
                number=None,
            )
            paragraphs = tuple(q for p in everything for q in ((head, tail) if p is paragraph else (p,)))
            yield Plant("m split", paragraph.id, replace(resolution, paragraphs=paragraphs), paragraph.text[:60], "")
    target = rng.choice(plain)
    far = [p for p in plain if abs(plain.index(p) - plain.index(target)) > 1]
    if far:
        there = rng.choice(far)
        rest = [p for p in everything if p is not target]
        rest.insert(rest.index(there) + 1, target)
        order = _renumbered(rest)
        yield Plant(
            "m moved", target.id, replace(resolution, paragraphs=tuple(order)), target.text[:60], f"after {there.id}"
        )


_POINT = {
    "fr": "d'établir un registre public des entreprises d'extraction minière ;",
    "en": "To compile a public register of mining companies;",
}


def _m_points(resolution: Resolution, rng: random.Random) -> Iterator[Plant]:
    """A figure changed, a point of a list added and taken away, and the recital on Chapter VII taken away."""
    everything = resolution.paragraphs
    basis = next((p for p in everything if p.recital and re.search(r"[Cc]hapi?t(?:er|re) VII", p.text)), None)
    if basis is not None:
        rest = tuple(p for p in everything if p is not basis)
        yield Plant("m legal basis", basis.id, replace(resolution, paragraphs=rest), basis.text[:60], "")
    by_id = {p.id: p for p in everything}
    mandates = mandates_of(resolution)
    counted = [
        (m, s) for m in mandates for s in m.quantities if re.fullmatch(r"[\d\s\u00a0\u202f.,]*\d{2,}\W*%?", s.text)
    ]
    if counted:
        mandate, slot = rng.choice(counted)
        paragraph = by_id[mandate.paragraph]
        new = changed_figure(next(a for a in paragraph.anchors if a.span == slot.span), rng)
        if new:
            yield Plant("m quantity", paragraph.id, _replaced(resolution, paragraph, slot.span, new), slot.text, new)
    points = [
        by_id[m.paragraph] for m in mandates if m.under and m.kind in ACTS and by_id[m.paragraph].part is not Part.ANNEX
    ]
    whole = [p for p in points if len(p.text) > 40 and not any(q.parent == p.id for q in everything)]
    if whole:
        place = rng.choice(whole)
        new_point = replace(reread(place, _POINT[resolution.language], resolution.language), id=f"{place.id}-planted")
        after = tuple(q for p in everything for q in ((p, new_point) if p is place else (p,)))
        yield Plant("m point new", new_point.id, replace(resolution, paragraphs=after), "", new_point.text)
        gone = rng.choice(whole)
        rest = tuple(p for p in everything if p is not gone)
        yield Plant("m point retired", gone.id, replace(resolution, paragraphs=rest), gone.text[:60], "")


def _renumbered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Operative paragraphs numbered anew, sub-paragraphs with them."""
    number = 0
    out = []
    names: dict[str, str] = {}
    for p in paragraphs:
        if p.kind is Kind.OPERATIVE and p.part is Part.OPERATIVE:
            number += 1
            names[p.id] = f"op{number}"
            out.append(replace(p, id=f"op{number}", number=str(number)))
        elif p.parent in names:
            names[p.id] = names[p.parent] + p.id.removeprefix(p.parent)
            out.append(replace(p, id=names[p.id], parent=names[p.parent]))
        else:
            out.append(p)
    return out
