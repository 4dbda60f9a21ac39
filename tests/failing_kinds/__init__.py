"""The kinds of text that the program once read or compared wrongly, k01 to k31, each in six languages where it applies.

Where a kind is held; ``given`` tests read the small texts of ``../shared/failing`` themselves, where that folder is.

| kind | what it is about | tests beside the given one |
|---|---|---|
| k01 | a masthead and a heading of one symbol are one resolution | `test_mastheads` here; `corpora.structure.test_document_starts` |
| k02 | page furniture in a PDF | `corpora.readers.test_printed_documents` |
| k03 | a masthead in large type beside small | `corpora.readers.test_printed_documents` |
| k04 | the symbol comes from its own line, not from what is cited | `test_mastheads` here; `corpora.structure.test_document_starts` |
| k05 | a title of any length | `test_mastheads` here; `corpora.structure.test_document_starts` |
| k06 | a heading between paragraphs | `test_paragraphs` here; `corpora.readers.test_word_documents` |
| k07 | one unnumbered operative paragraph above a numbered annex | `test_paragraphs` here; `corpora.structure.test_operative_parts` |
| k08 | a draft resolution inside of a paragraph | `test_paragraphs` here; `corpora.structure.test_embedded_drafts` |
| k09 | points below "(a)" | `test_lists` here; `corpora.structure.test_operative_parts` |
| k10 | all letters of an alphabet mark points | `test_lists` here; `corpora.structure.test_operative_parts` |
| k11 | raised letters of ordinals | `test_marks_in_text` here |
| k12 | Word's own list marks, and those of web pages | `test_lists` here; `corpora.readers.test_word_documents` |
| k13 | how Word counts, and web pages | `test_lists` here; `corpora.readers.test_word_documents` |
| k14 | text boxes, struck and hidden text | `test_marks_in_text` here; `corpora.readers.test_word_documents` |
| k15 | footnotes with marks of their own | `test_marks_in_text` here; `corpora.readers.test_word_documents` |
| k16 | "1 bis", "1 alt", numbers in brackets | `test_lists` here; `corpora.structure.test_operative_parts` |
| k17 | fractions | `reports.checks.test_values_differ` |
| k18 | currencies | `reports.checks.test_values_differ` |
| k19 | signs | `reports.checks.test_values_differ` |
| k20 | times of day | `reports.checks.test_values_differ` |
| k21 | "two" in words | `reports.checks.test_values_differ` |
| k22 | "three or four", 三四名; 两百次会议 | `test_values` here |
| k23 | decimal and thousands marks | `test_values` here |
| k24 | sessions in Roman numerals | `test_values` here |
| k25 | a YAML head | `test_marks_in_text` here; `corpora.readers.test_plain_text_forms` |
| k26 | text wrapped at a width | `corpora.readers.test_plain_text_forms` |
| k27 | how often something recurs | `test_values` here; `reports.checks.test_values_differ` |
| k28 | "Requests that the Secretary-General reports …" | `corpora.mandates.test_clauses_that_ask` |
| k29 | volumes from before 1964 | `corpora.structure.test_document_starts` |
| k30 | suffixes in capitals | `reports.test_folder_names` |
| k31 | two numbers side by side | `test_values` here; `corpora.annotation.test_values_in_words` |

All texts of these tests are made up.
"""
