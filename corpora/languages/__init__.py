"""What each language brings: one data file a language, read as typed sections and checked whole."""

from corpora.languages.concepts import ACTS, Concept, concept_of, concepts, kind_names
from corpora.languages.fields import LanguageDataError
from corpora.languages.forms import Form, expand
from corpora.languages.loader import available, built_in, hyphenated_words, language, language_of, languages
from corpora.languages.schema import Language

__all__ = [
    "ACTS",
    "Concept",
    "Form",
    "Language",
    "LanguageDataError",
    "available",
    "built_in",
    "concept_of",
    "concepts",
    "expand",
    "hyphenated_words",
    "kind_names",
    "language",
    "language_of",
    "languages",
]
