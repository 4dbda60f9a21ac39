"""A specimen in Akoma Ntoso."""

from __future__ import annotations

from corpora.model import Resolution
from corpora.reading import read_text


def paragraph(words: str, number: str = "") -> str:
    mark = f"<num>{number}</num>" if number else ""
    return f'<paragraph>{mark}<content><p xml:space="preserve">{words}</p></content></paragraph>'


def act(words: str) -> str:
    """Words that open with a verb in italics."""
    verb, _, rest = words.partition(" ")
    return f'<span class="italic">{verb}</span> {rest}'


def specimen(*body: str, recitals: str = "", annex: str = "", code: str = "fra") -> Resolution:
    """A specimen, not a UN document."""
    organ = {"fra": "Le Conseil de sécurité,", "zho": "安全理事会，", "rus": "Совет Безопасности,"}[code]
    recital = {
        "fra": "Rappelant ses résolutions,",
        "zho": "回顾其以往各项决议，",
        "rus": "ссылаясь на свои резолюции,",
    }[code]
    annexes = f"<attachments><attachment><doc><mainBody>{annex}</mainBody></doc></attachment></attachments>"
    return read_text(
        f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="{code}"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber>S/RES/9999 (2020)</docNumber></p></coverPage>
<preamble><formula><p>{organ}</p></formula><container><p>{recital}</p></container>{recitals}</preamble>
<mainBody>{"".join(body)}</mainBody>{annexes if annex else ""}</statement></akomaNtoso>""",
        name="specimen.xml",
    )


def ids(resolution: Resolution) -> list[str]:
    return [p.id for p in resolution.paragraphs]
