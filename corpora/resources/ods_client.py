"""Asking servers for documents: politely, again where they falter, and never longer than a document may take."""

from __future__ import annotations

import codecs
import datetime
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corpora.resources.fetched import cut_off
from corpora.system.deadlines import Deadline

if TYPE_CHECKING:
    import httpx

_LARGEST = 64 * 1024 * 1024
"""Bytes of a document; see LARGEST_BINARY of the readers."""
_REDIRECTS = 6
"""Redirects that are followed; chosen, to end circles."""
_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0
"""Seconds that are waited before a server is asked again, whatever it says."""
_KINDS = {
    b"%pdf": ".pdf",
    b"pk\x03\x04": ".docx",
    b"\xd0\xcf\x11\xe0": ".doc",
    b"<?xm": ".xml",
    b"<col": ".xml",
    b"<!do": ".html",
    b"<htm": ".html",
}
"""Formats by the first four bytes, letters in lower case; <collection> opens MARC XML that has no declaration."""
_HEADERS = {
    "User-Agent": "hexapla (reads public documents by symbol)",
    "Accept": "application/vnd.openxmlformats-officedocument.wordprocessingml.document, application/msword, "
    "application/pdf, text/html, application/xml",
}


@dataclass(frozen=True, slots=True)
class RequestPolicy:
    """Seconds between two requests, seconds to wait for an answer, tries, and the first pause before another try.

    ``deadline`` is the most seconds that a document may take, all tries and pauses together; None is four times ``timeout``.
    """

    interval: float = 1.0
    timeout: float = 30.0
    tries: int = 4
    pause: float = 1.0
    deadline: float | None = None

    @property
    def longest(self) -> float:
        """Seconds after which a document is given up."""
        return 4 * self.timeout if self.deadline is None else self.deadline


class FetchError(Exception):
    """A document that could not be had: one line that says why."""


class FalteringError(FetchError):
    """The server did not come to an answer: it is not asked for this document again."""


class GivenUpError(FalteringError):
    """The time that the document may take is over."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address answered with, and the suffix of its format."""

    content: bytes
    suffix: str
    url: str


def open_client(politeness: RequestPolicy) -> httpx.Client:
    """A client for one run."""
    import httpx  # here, since most commands ask no server

    # No connection is used twice: the deadline of a request ends the connection that it made.
    return httpx.Client(
        follow_redirects=True,
        max_redirects=_REDIRECTS,
        timeout=politeness.timeout,
        headers=_HEADERS,
        limits=httpx.Limits(max_keepalive_connections=0),
    )


class OdsClient:
    """Asks one address at a time, with pauses."""

    def __init__(self, client: httpx.Client, politeness: RequestPolicy) -> None:
        self.client, self.politeness = client, politeness
        self.last = 0.0

    def first(self, urls: Sequence[str], fault_of: Callable[[Answer], str] = lambda answer: "") -> Answer:
        """The first answer that ``fault_of`` finds no fault with, of addresses that are asked in their order.

        A server that falters to the end is not asked at another of its addresses. The time that a document may take is that
        of all addresses together. Raises FetchError that says, once each, what they answered.
        """
        end = time.monotonic() + self.politeness.longest
        faults: dict[str, None] = {}
        faltered: set[str] = set()
        for url in urls:
            server = urlsplit(url).netloc
            if server in faltered:
                continue
            try:
                answer = self.get(url, end)
                fault = fault_of(answer)
            except GivenUpError as error:
                raise GivenUpError("; ".join([*faults, str(error)])) from error
            except FetchError as error:
                fault = str(error)
                faltered |= {server} if isinstance(error, FalteringError) else set()
            if not fault:
                return answer
            faults[fault] = None
        raise FetchError("; ".join(faults))

    def get(self, url: str, end: float) -> Answer:
        """The document at an address, before the monotonic clock says ``end``. Raises FetchError where it cannot be had."""
        import httpx

        problem = ""
        for attempt in range(self.politeness.tries):
            wait = 0.0
            deadline = Deadline(end - time.monotonic())
            try:
                with deadline.running():
                    answer = self._once(url, deadline)
                if not deadline.expired:
                    return answer
            except _TryAgainError as again:
                problem, wait = str(again), again.wait
            except httpx.TooManyRedirects as error:
                raise FetchError("the address leads in a circle") from error
            except httpx.TimeoutException:
                problem = f"no answer in {self.politeness.timeout:g} seconds"
            except httpx.HTTPError as error:
                problem = f"the connection broke ({type(error).__name__})"
            except (httpx.InvalidURL, ValueError) as error:
                raise FetchError(f"no such address ({error})") from error
            if deadline.expired:
                raise GivenUpError(f"not there after {self.politeness.longest:g} seconds: given up")
            if attempt + 1 < self.politeness.tries:
                self._pause(attempt, wait, problem, end)
        raise FalteringError(f"{problem}; tried {self.politeness.tries} times")

    def _pause(self, attempt: int, wait: float, problem: str, end: float) -> None:
        """Wait before the next try, as long as the server asks for. Raises GivenUpError where that is too long."""
        pause = min(_LONGEST_WAIT, max(wait, self.politeness.pause * 2**attempt))
        if time.monotonic() + pause > end:
            raise GivenUpError(f"{problem}; to wait {pause:g} seconds more is too long: given up")
        time.sleep(pause)

    def _once(self, url: str, deadline: Deadline) -> Answer:
        time.sleep(max(0.0, self.last + self.politeness.interval - time.monotonic()))
        self.last = time.monotonic()
        with self.client.stream("GET", url, extensions=deadline.extensions) as response:
            if response.status_code in _RETRIED:
                raise _TryAgainError(f"the server answers {response.status_code}", _retry_after(response))
            if response.status_code in (404, 410):
                raise FetchError("there is no version in this language")
            if response.status_code != 200:
                raise FetchError(f"the server answers {response.status_code}")
            content = _bounded(response)
        suffix = _suffix(content, response.headers.get("content-type", ""))
        if cut_off(content, suffix):
            raise _TryAgainError("the document is cut off")
        return Answer(content, suffix, url)


def _bounded(response: httpx.Response) -> bytes:
    """The body of an answer. Raises FetchError where it is larger than any document."""
    chunks, size = [], 0
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > _LARGEST:
            raise FetchError(f"larger than {_LARGEST:,} bytes: refused")
        chunks.append(chunk)
    return b"".join(chunks)


class _TryAgainError(Exception):
    def __init__(self, problem: str, wait: float = 0.0) -> None:
        super().__init__(problem)
        self.wait = wait


def _retry_after(response: httpx.Response) -> float:
    """Seconds that the server asks to wait (RFC 9110, 10.2.3), 0 where it does not."""
    value = response.headers.get("retry-after", "")
    if value.isdecimal():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (TypeError, ValueError):
        return 0.0
    return max(0.0, (when - datetime.datetime.now(when.tzinfo)).total_seconds())


def _suffix(content: bytes, content_type: str) -> str:
    """The suffix of a document's format, by its bytes. Raises FetchError where it is empty or nothing that can be read."""
    if not content.strip():
        raise FetchError("the answer is empty")
    suffix = _KINDS.get(content.removeprefix(codecs.BOM_UTF8).lstrip()[:4].lower())
    if suffix is None:
        raise FetchError(f"the answer is no document ({content_type.split(';')[0] or 'unknown type'})")
    return suffix
