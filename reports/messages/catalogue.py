"""The catalogues of sentences, a file a language of the interface, and how a sentence is made of one and of facts.

``en.toml`` and ``fr.toml`` beside this module hold all that a user reads of findings: for each code a title, a summary, what it
looks for, why, an example, and its sentences; then the sentences and words of the rest of the program. A file more is a language
more. A placeholder may say after a colon how its fact is shown:

====================  ==================================================================================================
``{x:quote}``         in the language's quotation marks; ``{x:quote|–}`` shows what is behind the bar where the fact is empty
``{x:quotes}``        several texts, each in quotation marks
``{x:clauses}``       several parts that are sentences themselves, with the language's mark between them
``{x}``               where x is an address, as people find it; ``{x:sentence}`` the same at the beginning of a sentence
``{n:ordinal}``       the ordinal number, by ``[language.ordinals]``
``{x:language}``      the name of a language, by its code; ``{x:languages}`` those of several
``{x:kind}``          the name of a kind of verb
``{x:word|table}``    the word for it in a table of ``[words]``
``{x:noun}``          a noun of ``[nouns]``; ``{x:agree|m=…|f=…}`` the form that agrees with it
``{n:plural|…|…}``    the form for that number (or for so many texts), by the language's own rule
``{n:percent}``       a share of 1 as a whole number of hundredths
``{n:grouped}``       a large number, its thousands parted as the language parts them (``[language] thousands``)
====================  ==================================================================================================
"""

from __future__ import annotations

import gettext
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Formatter

from corpora.errors import InputError
from corpora.languages import available, kind_names, language
from corpora.model import Address, Kind, Step
from corpora.plugins import plugins
from corpora.system.tables import read_toml
from reports.messages.phrases import Fact, Facts, Phrase, UserText

REFERENCE = "en"
"""The language whose catalogue the others must match, and that stands in where a plug-in has no other."""
EXPLAINED = ("title", "summary", "what", "why", "example")
"""What a catalogue says of each code, beside its sentences."""
_NAMED_BY_DATA = frozenset({"en", "fr"})
"""Languages of the interface in which the data of languages and verbs hold names; others bring ``[languages]``, ``[kinds]``."""
_HEAD = ("name", "quote", "list", "last", "plural_forms", "plural")
_FOLDER = Path(__file__).parent
_ENTRY_POINT = "hexapla.messages"
_RIGHT_TO_LEFT = range(0x0590, 0x0900)
SCRIPT = "script."
"""What begins the names of the sentences that the scripts of the pages say."""
_FORMS_OF_SCRIPTS = frozenset({"", "plural"})
_NUMBERED_STEPS = {"annex": "numbered_annex", "draft": "numbered_draft", "preambular": "numbered_recital"}
"""Steps of addresses that are called otherwise where they have a number, with the name of that sentence."""
_FORMS_OF_ADDRESSES = frozenset({"", "sentence"})
_REPEATING = 200
"""Numbers of which the pages know the plural form; from 100 on the rules of plurals repeat with the hundreds."""
Table = dict[str, object]
"""A table of a catalogue's file."""
Piece = tuple[str, str | None, str]
"""Text as it stands, then the placeholder that follows (None at the end) and how it is shown."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun and the class of forms that agree with it, "f" or "mp"; the classes are the language's own."""

    word: str
    agrees: str = ""


@dataclass(frozen=True)
class Catalogue:
    """All sentences and words of one language of the interface. ``source`` names its file in errors."""

    ui: str
    source: str
    head: Table
    explained: Mapping[str, Mapping[str, str]]
    templates: Mapping[str, tuple[Piece, ...]]
    nouns: Mapping[str, Noun]
    words: Mapping[str, Mapping[str, str]]
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def fail(self, problem: str) -> InputError:
        """The error for a fault of this catalogue."""
        return InputError(self.source, problem, hint=f"complete it after {REFERENCE}.toml")

    def say(self, phrase: Phrase) -> str:
        """A phrase in this language. Raises KeyError for one that no catalogue has, or for a fact that it is not given."""
        out = []
        for text, name, form in self.templates[phrase.name]:
            out.append(text)
            if name is not None:
                out.append(self._shown(phrase.facts[name], form))
        return "".join(out)

    def _shown(self, fact: Fact, form: str) -> str:
        if isinstance(fact, Phrase):
            return self.say(fact)
        if isinstance(fact, Address):
            fact = (fact,)
        if form in _FORMS_OF_ADDRESSES and isinstance(fact, tuple) and fact and isinstance(fact[0], Address):
            said = self.listed([self.address(part) for part in fact if isinstance(part, Address)])
            return said[:1].upper() + said[1:] if form else said
        if isinstance(fact, UserText):
            return fact.in_language(self.ui)
        kind, *arguments = form.split("|")
        return _FORMS[kind](self, fact, arguments)

    def quoted(self, text: str) -> str:
        """``text`` in the quotation marks of the language.

        Words that run from the right are isolated (U+2068, U+2069), or they would draw the marks and numbers around them along
        (Unicode Standard Annex 9).
        """
        if any(ord(c) in _RIGHT_TO_LEFT for c in text):
            text = f"\u2068{text}\u2069"
        return str(self.head["quote"]).replace("…", text)

    def address(self, address: Address) -> str:
        """Where people find a paragraph or an act, in this language; its id where nothing else is known of it."""
        said = ""
        for step in address.steps:
            joint = "item_step" if step.kind == Kind.ITEM else "step"
            said += (self._of_address(joint) if said else "") + self._step(step)
        return said or address.id

    def _step(self, step: Step) -> str:
        name = _NUMBERED_STEPS.get(step.kind, step.kind) if step.number else step.kind
        said = self._of_address(name, number=step.number, count=step.count)
        return self._of_address("again", step=said, count=step.again) if step.again > 1 else said

    def _of_address(self, name: str, **facts: Fact) -> str:
        return self.say(Phrase(f"address.{name}", facts))

    def ordinal(self, number: int) -> str:
        """A number as an ordinal: "7th"."""
        endings = _table_of_texts(self.head, "ordinals", self.source)
        figures = str(number)
        fits = [ending for ending in endings if figures.endswith(ending) or ending == f"={figures}"]
        return figures + endings[max(fits, key=len)] if fits else figures

    def clauses(self, parts: Sequence[Phrase]) -> str:
        """Parts that are sentences of the catalogue, joined by the mark that parts clauses."""
        return str(self.head.get("clauses", "; ")).join(self.say(part) for part in parts)

    def listed(self, names: Sequence[str]) -> str:
        """Names joined as the language joins them."""
        if len(names) < 2:
            return "".join(names)
        return str(self.head["list"]).join(names[:-1]) + str(self.head["last"]) + names[-1]

    def language(self, code: str) -> str:
        """The name of a language."""
        return self.names.get("languages", {}).get(code) or language(code).name_in(self.ui)

    def kind(self, kind: str) -> str:
        """What a kind of verb is called."""
        return self.names.get("kinds", {}).get(kind) or kind_names()[kind][self.ui]

    def plural(self, number: int) -> int:
        """Which of the forms a number takes."""
        return _plural_rule(str(self.head["plural"]))(number)


@cache
def _plural_rule(expression: str) -> Callable[[int], int]:
    """A rule such as "n != 1", as message catalogues of gettext write it. Raises ValueError where it is none."""
    return gettext.c2py(expression)


def _number(fact: Fact) -> int:
    return len(fact) if isinstance(fact, tuple) else int(fact)  # type: ignore[arg-type]


def _texts(fact: Fact) -> tuple[str, ...]:
    return tuple(map(str, fact)) if isinstance(fact, tuple) else (str(fact),)


def _parts(fact: Fact) -> tuple[Phrase, ...]:
    return tuple(part for part in fact if isinstance(part, Phrase)) if isinstance(fact, tuple) else ()


def _agreeing(catalogue: Catalogue, fact: Fact, forms: Sequence[str]) -> str:
    return dict(form.split("=", 1) for form in forms)[catalogue.nouns[str(fact)].agrees]


_FORMS: Mapping[str, Callable[[Catalogue, Fact, list[str]], str]] = {
    "": lambda c, fact, _: str(fact),
    "quote": lambda c, fact, bare: c.quoted(str(fact)) if fact or not bare else bare[0],
    "quotes": lambda c, fact, _: ", ".join(c.quoted(text) for text in _texts(fact)),
    "clauses": lambda c, fact, _: c.clauses(_parts(fact)),
    "language": lambda c, fact, _: c.language(str(fact)),
    "languages": lambda c, fact, _: c.listed([c.language(code) for code in _texts(fact)]),
    "kind": lambda c, fact, _: c.kind(str(fact)),
    "word": lambda c, fact, table: c.words[table[0]][str(fact)],
    "noun": lambda c, fact, _: c.nouns[str(fact)].word,
    "agree": _agreeing,
    "sentence": lambda c, fact, _: str(fact),
    "ordinal": lambda c, fact, _: c.ordinal(_number(fact)),
    "plural": lambda c, fact, forms: forms[c.plural(_number(fact))],
    "percent": lambda c, fact, _: f"{100 * float(fact):.0f}",  # type: ignore[arg-type]
    "grouped": lambda c, fact, _: f"{_number(fact):,}".replace(",", str(c.head.get("thousands", ","))),
}


@dataclass(frozen=True)
class Catalogues:
    """The catalogues of every language of the interface, by its code."""

    by_language: Mapping[str, Catalogue]

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages, French first."""
        return tuple(sorted(self.by_language, key=lambda code: (code != "fr", code)))

    def of(self, ui: str) -> Catalogue:
        """The catalogue of one language. Raises InputError for a language that has none."""
        if ui not in self.by_language:
            raise InputError("--ui", f"{ui!r} is no language of the interface", hint=f"use {' or '.join(self.codes)}")
        return self.by_language[ui]


@lru_cache(maxsize=1)
def catalogues() -> Catalogues:
    """The catalogues beside this module, with what plug-ins add. Raises InputError where one does not match the others."""
    added = [files(module) for _, module in plugins(_ENTRY_POINT)]
    return load_catalogues(_FOLDER, added)


def load_catalogues(folder: Traversable | Path, added: Sequence[Traversable | Path] = ()) -> Catalogues:
    """Read every catalogue of a folder; folders of plug-ins add sentences of their own, in English at least.

    Raises InputError that names the file and what it lacks or has too much, against the English one.
    """
    data = _tables(folder)
    if REFERENCE not in data:
        raise InputError(str(folder), f"holds no {REFERENCE}.toml", hint="give a folder of catalogues")
    for more in added:
        extra = _tables(more)
        if REFERENCE not in extra:
            raise InputError(
                str(more), f"holds no {REFERENCE}.toml", hint="write the sentences of the plug-in in English"
            )
        for ui in data:
            data[ui] = _merged(data[ui], extra.get(ui, extra[REFERENCE]), str(more))
    read = {ui: _catalogue(ui, f"{folder}/{ui}.toml", table) for ui, table in data.items()}
    for catalogue in read.values():
        _check(catalogue, read[REFERENCE])
    return Catalogues(read)


def _tables(folder: Traversable | Path) -> dict[str, Table]:
    """The TOML of every catalogue of a folder, by language."""
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            try:
                found[entry.name.removesuffix(".toml")] = read_toml(entry.read_text(encoding="utf-8"))
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
                raise InputError(str(entry), f"is no TOML: {error}", hint="see docs/contributing") from error
    return found


def _merged(own: Table, added: Table, source: str) -> Table:
    """Two catalogues as one. Raises InputError where the second says something anew that the first has."""
    out = dict(own)
    for key, value in added.items():
        known = out.get(key)
        if isinstance(value, dict) and isinstance(known, dict):
            out[key] = _merged(known, value, source)
        elif key in out:
            raise InputError(source, f"says {key!r} again", hint="choose another name")
        else:
            out[key] = value
    return out


def _table(table: Table, name: str, source: str) -> Table:
    """A table of a catalogue, empty where it is not there. Raises InputError where something else stands there."""
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise InputError(source, f"[{name}] is no table", hint=f"complete it after {REFERENCE}.toml")
    return found


def _table_of_texts(table: Table, name: str, source: str) -> dict[str, str]:
    """A table of words or sentences. Raises InputError where one of them is no text."""
    found = _table(table, name, source)
    wrong = [key for key, value in found.items() if not isinstance(value, str)]
    if wrong:
        raise InputError(source, f"[{name}] {wrong[0]} is no text", hint=f"complete it after {REFERENCE}.toml")
    return {key: str(value) for key, value in found.items()}


def _noun(nouns: Table, key: str, source: str) -> Noun:
    """A noun by its word alone, or by a table of the word and the class that agrees with it."""
    if isinstance(nouns[key], str):
        return Noun(str(nouns[key]))
    entry = _table_of_texts(nouns, key, source)
    return Noun(entry["word"], entry["agrees"])


def _catalogue(ui: str, source: str, table: Table) -> Catalogue:
    head = _table(table, "language", source)
    missing = [key for key in _HEAD if key not in head]
    if missing:
        raise InputError(source, f"[language] lacks {', '.join(missing)}", hint=f"complete it after {REFERENCE}.toml")
    checks, nouns = _table(table, "checks", source), _table(table, "nouns", source)
    checked = {code: _table(checks, code, source) for code in checks}
    sentences = {code: _table_of_texts(entry, "sentences", source) for code, entry in checked.items()}
    other, words = _table(table, "sentences", source), _table(table, "words", source)
    sentences |= {group: _table_of_texts(other, group, source) for group in other}
    return Catalogue(
        ui=ui,
        source=source,
        head=head,
        explained={
            code: {key: str(entry[key]) for key in EXPLAINED if key in entry} for code, entry in checked.items()
        },
        templates={
            f"{group}.{name}": _pieces(text) for group, named in sentences.items() for name, text in named.items()
        },
        nouns={key: _noun(nouns, key, source) for key in nouns},
        words={name: _table_of_texts(words, name, source) for name in words},
        names={key: _table_of_texts(table, key, source) for key in ("languages", "kinds") if key in table},
    )


def _pieces(text: str) -> tuple[Piece, ...]:
    return tuple((before, name, form or "") for before, name, form, _ in Formatter().parse(text))


def _keys(catalogue: Catalogue) -> Iterator[str]:
    """Everything that a catalogue must say, each with a name that is found in the file."""
    for code, entry in catalogue.explained.items():
        yield from (f"checks.{code}.{key}" for key in entry)
    for name, pieces in catalogue.templates.items():
        yield f"sentences of {name}"
        yield from sorted({f"{name} {{{place}}}" for _, place, _ in pieces if place is not None})
    yield from (f"nouns.{key}" for key in catalogue.nouns)
    yield from (f"words.{table}.{key}" for table, words in catalogue.words.items() for key in words)


def _check(catalogue: Catalogue, reference: Catalogue) -> None:
    """Raise InputError where a catalogue lacks what the reference has, has what it lacks, or cannot show what it says."""
    mine, theirs = dict.fromkeys(_keys(catalogue)), dict.fromkeys(_keys(reference))
    for code, entry in catalogue.explained.items():
        if lacking := [key for key in EXPLAINED if not entry.get(key)]:
            raise catalogue.fail(f"[checks.{code}] lacks {', '.join(lacking)}")
    for problem, keys in (
        ("lacks", [key for key in theirs if key not in mine]),
        ("has, but en.toml has not,", [key for key in mine if key not in theirs]),
    ):
        if keys:
            raise catalogue.fail(f"{problem} {', '.join(keys)}")
    _check_names(catalogue)
    _check_forms(catalogue)


def _check_names(catalogue: Catalogue) -> None:
    if catalogue.ui in _NAMED_BY_DATA:
        return
    for table, wanted in (("languages", available()), ("kinds", tuple(kind_names()))):
        missing = [key for key in wanted if key not in catalogue.names.get(table, {})]
        if missing:
            raise catalogue.fail(f"[{table}] lacks {', '.join(missing)}")


def _check_forms(catalogue: Catalogue) -> None:
    """Every form that a sentence asks for exists, with as many plurals and classes of agreement as the language has."""
    classes = {noun.agrees for noun in catalogue.nouns.values()}
    try:
        catalogue.plural(1)
    except ValueError as error:
        raise catalogue.fail(f"[language] plural: {error}") from error
    for name, pieces in catalogue.templates.items():
        for kind, *arguments in (form.split("|") for _, place, form in pieces if place is not None):
            if kind not in _FORMS:
                raise catalogue.fail(f"{name}: no form {kind!r}")
            if name.startswith(SCRIPT) and kind not in _FORMS_OF_SCRIPTS:
                raise catalogue.fail(
                    f"{name}: a script of the page shows facts as they are or as plurals, not {kind!r}"
                )
            if kind == "plural" and len(arguments) != catalogue.head["plural_forms"]:
                raise catalogue.fail(f"{name}: {catalogue.head['plural_forms']} plural forms are wanted")
            if kind == "agree" and not classes <= {form.split("=", 1)[0] for form in arguments}:
                raise catalogue.fail(
                    f"{name}: agrees with nouns of {', '.join(sorted(classes))}, a form for each is wanted"
                )
            if kind == "word" and (not arguments or arguments[0] not in catalogue.words):
                raise catalogue.fail(f"{name}: no table of words {''.join(arguments)!r}")


def interface_languages() -> tuple[str, ...]:
    """The codes of the languages of the interface, those of every catalogue, French first."""
    return catalogues().codes


def say(name: str, ui: str, **facts: Fact) -> str:
    """A sentence of the catalogues in the user's language."""
    return catalogues().of(ui).say(Phrase(name, facts))


def render(phrases: Sequence[Phrase], ui: str) -> str:
    """Phrases in the user's language, one after the other."""
    catalogue = catalogues().of(ui)
    return " ".join(catalogue.say(phrase) for phrase in phrases)


def word(table: str, key: str, ui: str) -> str:
    """A word of a table of ``[words]`` in the user's language."""
    return catalogues().of(ui).words[table][key]


def in_every_language(name: str, facts: Facts | None = None) -> dict[str, str]:
    """A sentence in each language of the interface, for a page that shows them all."""
    return {ui: catalogues().of(ui).say(Phrase(name, facts or {})) for ui in interface_languages()}


_FIGURE = re.compile(r"\d")
_HEAD_WORDS = re.compile(r"(?:[^\s\d]+\s)*")
"""The words before the first number of an address: "preambular para. "."""
_TAIL_WORDS = re.compile(r"(?:\s[^\s\d]+)*$")
"""The words after its last number: " alinéa du préambule"."""


def say_address(address: Address, ui: str) -> str:
    """Where people find a paragraph or an act, in the user's language: "para. 38 (a) (vi)"."""
    return catalogues().of(ui).address(address)


def breakable(text: str) -> str:
    """A text with plain spaces for those at which no line may break: columns and cells are searched by what people type."""
    return text.replace("\u00a0", " ")


def say_addresses(addresses: Iterable[Address], ui: str) -> str:
    """Several of them, those that read alike once, with a stroke between: "para. 3 / para. 4"."""
    return " / ".join(dict.fromkeys(say_address(address, ui) for address in addresses))


def say_way(before: Sequence[Address], after: Sequence[Address], ui: str, *, short: bool = False) -> str:
    """ "para. 3 + para. 5 → para. 4"; where nothing stood before, what stands now.

    ``short``: what all numbers are numbers of is said once: "para. 3 + 5 → 4", "30th → 27th heading".
    """
    sides = [[say_address(address, ui) for address in side] for side in (before, after)]
    if short:
        plain = all(len(address.steps) == 1 for address in (*before, *after))
        names = iter(_said_once([*sides[0], *sides[1]], plain=plain))
        sides = [[next(names) for _ in side] for side in sides]
    return " → ".join(" + ".join(side) for side in sides if side)


def _said_once(names: Sequence[str], *, plain: bool) -> list[str]:
    """Names with the words that all begin with at the first only and, if they are ``plain`` (one step), those that all end with at the last.

    As they were where one of them has no number, since nothing would be left of it.
    """
    out = list(names)
    if not all(_FIGURE.search(name) for name in names):
        return out
    heads = {found[0] for name in names if (found := _HEAD_WORDS.match(name))}
    if len(heads) == 1:
        out[1:] = [name[len(next(iter(heads))) :] for name in out[1:]]
    tails = {found[0] for name in names if (found := _TAIL_WORDS.search(name))}
    if len(tails) == 1 and plain:
        out[:-1] = [name.removesuffix(next(iter(tails))) for name in out[:-1]]
    return out


def kind_in_every_language(kind: str) -> dict[str, str]:
    """What a kind of verb is called, in each language of the interface."""
    return {ui: catalogues().of(ui).kind(kind) for ui in interface_languages()}


def language_name(code: str, ui: str) -> str:
    """A language's name in the user's language."""
    return catalogues().of(ui).language(code)


def own_name(ui: str) -> str:
    """What a language of the interface calls itself, as the label of a button: "Français"."""
    name = str(catalogues().of(ui).head["name"])
    return name[:1].upper() + name[1:]


def script_sentences() -> dict[str, dict[str, object]]:
    """What the scripts of the pages say, by language of the interface, as data for JSON; ``assets/words.js`` reads it.

    ``sentences`` holds for each name its pieces: text, the fact after it or None, the plural forms of which one is shown for it
    or None. ``languages`` names the languages by code; ``plural`` has the form of the numbers from 0 to 199: a page may not evaluate the rule (its policy forbids it).
    """
    found: dict[str, dict[str, object]] = {}
    for ui, catalogue in catalogues().by_language.items():
        sentences = {
            name.removeprefix(SCRIPT): [(text, place, form.split("|")[1:] or None) for text, place, form in pieces]
            for name, pieces in catalogue.templates.items()
            if name.startswith(SCRIPT)
        }
        found[ui] = {
            "plural": [catalogue.plural(number) for number in range(_REPEATING)],
            "sentences": sentences,
            "languages": {code: catalogue.language(code) for code in available()},
        }
    return found


def title_of(code: str, ui: str) -> str:
    """The title of a finding code; a rule of the user's own has none but its code."""
    entry = catalogues().of(ui).explained.get(code)
    return entry["title"] if entry is not None else code


def explanation_of(code: str, ui: str) -> str:
    """What a finding code means: summary, what is looked for, why it matters, an example."""
    catalogue = catalogues().of(ui)
    entry = catalogue.explained[code]
    # The lines of the file are no lines of the text: what shows it breaks it.
    texts = {key: entry[key].strip().replace("\n", " ") for key in ("what", "why", "example")}
    parts = (catalogue.say(Phrase(f"explain.{key}", {"text": text})) for key, text in texts.items())
    return "\n".join([entry["summary"], "", *parts])
