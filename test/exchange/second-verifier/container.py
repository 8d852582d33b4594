"""The container of bundle.md: first line, stream of parts, table of part names, shapes of the texts."""

import re

import plain
from plain import fields, is_count, is_flag, is_hash, is_integer, is_text, list_of, map_of, maybe, one_of, open_fields, pair_of
from signature import sha256

LINE = re.compile(rb"paneldesk-bundle/[1-9][0-9]{0,3}\n")
SEGMENT = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}\Z")


class Unreadable(Exception):
    """Not a bundle, or of a newer format: exit status 2."""


class Broken(Exception):
    """Check 1A fails."""


def is_part_name(name):
    segments = name.split("/")
    return len(segments) <= 5 and all(SEGMENT.match(one) for one in segments) and ".." not in name


def read_parts(data):
    """Part name to bytes, in the order of the stream."""
    line = LINE.match(data)
    if line is None:
        raise Unreadable("not a bundle")
    if line.group() != b"paneldesk-bundle/1\n":
        raise Unreadable("newer format")
    parts, at, total = {}, line.end(), 0

    def take(size):
        nonlocal at
        if len(data) < at + size:
            raise Broken("truncated")
        at += size
        return data[at - size : at]

    while True:
        length = int.from_bytes(take(4), "big")
        if length == 0:
            break
        if length > 4096:
            raise Broken("header")
        name, size, digest = read_header(take(length))
        if name in parts:
            raise Broken("repeated " + name)
        total += size
        if len(parts) >= 10000 or total > 4 * 1024**3:
            raise Broken("limits")
        content = take(size)
        if sha256(content) != digest:
            raise Broken("digest of " + name)
        parts[name] = content
    if at != len(data):
        raise Broken("after the end")
    return parts


def read_header(data):
    try:
        header = plain.read(data)
    except plain.Bad:
        raise Broken("header")
    shape = fields(("name", is_text), ("size", is_count), ("sha256", is_hash))
    if not shape(header) or not is_part_name(header["name"]):
        raise Broken("header")
    return header["name"], header["size"], header["sha256"]


ID = "[a-z0-9][a-z0-9._-]{0,119}"
NUM = "[1-9][0-9]{0,8}"
PAIR = ID + "/" + ID
BOTH = [
    r"(?:bundle|authority|scheme|result)\.json",
    rf"(?:rosters|manifests)/{NUM}\.jws",
    rf"sheets/{PAIR}/{NUM}\.(?:envelope|sheet)\.jws",
    rf"conflicts/{PAIR}/{NUM}\.{NUM}\.envelope\.jws",
    rf"papers/{PAIR}/{NUM}\.[12]\.jws",
    rf"(?:receipts|reopenings)/{PAIR}/{NUM}\.jws",
    rf"absences/{PAIR}\.jws",
    r"(?:decisions|statement)\.jws",
]
WHOLE = [
    r"record\.json",
    r"opening/(?:request|answer)\.jws",
    r"opening/papers\.json",
    rf"opening/witness/{ID}\.jws",
    r"(?:decisions|statement)\.keeper\.jws",
    r"minutes\.pdf",
    r"scans/[0-9a-f]{64}",
]
REQUIRED = "bundle.json authority.json scheme.json rosters/1.jws decisions.jws result.json statement.jws".split()


def is_known(name, kind):
    table = BOTH if kind == "reduced" else BOTH + WHOLE
    return any(re.fullmatch(pattern, name) for pattern in table)


def required(kind):
    return REQUIRED if kind == "reduced" else REQUIRED + ["record.json", "minutes.pdf"]


ONE = one_of(1)
TWO = one_of(2)
IDS = list_of(is_text)
LOG = fields(("size", is_count), ("head", is_hash))
ROLE = one_of("member", "secretary", "recorder", "supervisor")
KEYS = [("chair", is_flag), ("deputy", is_flag), ("publicKey", maybe(is_text))]

BUNDLE = fields(
    ("format", ONE),
    ("kind", one_of("result", "reduced")),
    ("review", is_text),
    ("title", is_text),
    ("dossier", is_text),
    ("authority", is_hash),
)
AUTHORITY = fields(("spki", is_text), ("certificate", is_text))
SEAT = fields(("seat", is_text), ("name", is_text), ("role", ROLE), ("code", maybe(is_text)), *KEYS, ("recipient", maybe(is_text)))
ROSTER = fields(("format", ONE), ("review", is_text), ("schemeHash", is_hash), ("seats", list_of(SEAT)))
CODED_SEAT = fields(("seat", is_text), ("code", maybe(is_text)), ("role", ROLE), *KEYS)
CODED_ROSTER = fields(("format", ONE), ("review", is_text), ("schemeHash", is_hash), ("of", is_hash), ("seats", list_of(CODED_SEAT)))
LISTED = open_fields(
    ("dossier", is_text), ("number", is_count), ("name", is_text), ("creditCode", is_text), ("ineligible", is_flag)
)
MANIFEST = open_fields(("review", is_text), ("schemeHash", is_hash), ("dossiers", list_of(LISTED)))
REDUCED_MANIFEST = open_fields(("review", is_text), ("schemeHash", is_hash), ("dossiers", list_of(LISTED)), ("of", is_hash))

BEFORE = [("review", is_text), ("schemeHash", is_hash), ("rosterHash", is_hash)]
NAMED = [("manifestHash", is_hash)]
AFTER = [("dossier", is_text), ("member", is_text), ("seq", is_count)]
ENVELOPE_KIND = ("kind", one_of("sheet", "withdrawal"))
SEALED = [("previous", maybe(is_hash)), ("sealedHash", maybe(is_hash))]
ENVELOPES = (
    fields(("format", ONE), ENVELOPE_KIND, *BEFORE, *AFTER, *SEALED),
    fields(("format", TWO), ENVELOPE_KIND, *BEFORE, *NAMED, *AFTER, *SEALED),
)
CONTENT = [("nonce", is_text), ("scores", map_of(is_text)), ("comments", map_of(is_text)), ("overall", is_text), ("claimedMs", is_integer)]
SHEETS = (
    fields(("format", ONE), ("kind", one_of("sheet")), *BEFORE, *AFTER, *CONTENT),
    fields(("format", TWO), ("kind", one_of("sheet")), *BEFORE, *NAMED, *AFTER, *CONTENT),
)
PAPER = open_fields(*BEFORE, *AFTER, ("typist", is_text), ("scanHash", is_hash), ("scores", map_of(is_text)))
RECEIPT = fields(
    ("format", ONE),
    ("review", is_text),
    ("member", is_text),
    ("dossier", is_text),
    ("seq", is_count),
    ("envelope", is_hash),
    ("sealedHash", maybe(is_hash)),
    ("log", LOG),
    ("claimedMs", is_integer),
)
SIGNED_PLACE = [("review", is_text), ("member", is_text), ("dossier", is_text)]
ABSENCE = fields(
    ("format", ONE), ("kind", one_of("absence")), *SIGNED_PLACE, ("reason", is_text), ("signer", is_text), ("claimedMs", is_integer)
)
REOPENING = fields(
    ("format", ONE),
    ("kind", one_of("reopening")),
    *SIGNED_PLACE,
    ("seq", is_count),
    ("previous", is_hash),
    ("reason", is_text),
    ("note", is_text),
    ("signer", is_text),
    ("claimedMs", is_integer),
)
RECORD = fields(("entries", list_of(fields(("seq", is_count), ("previous", is_hash), ("hash", is_hash), ("body", is_text)))))
REQUEST = open_fields(("review", is_text), ("digest", is_hash))
ANSWERED = open_fields(("member", is_text), ("dossier", is_text), ("seq", is_count), ("payload", is_hash))
PAPER_ENTRIES = fields(
    ("entries", list_of(fields(("member", is_text), ("dossier", is_text), ("sealed", pair_of(is_hash, is_hash)))))
)
ANSWER = open_fields(("review", is_text), ("digest", is_hash), ("sheets", list_of(ANSWERED)))
WITNESS = open_fields(("review", is_text), ("digest", is_hash), ("seat", is_text))
PAIRS = list_of(pair_of(is_text, is_text))
DECISIONS = fields(
    ("format", ONE),
    ("review", is_text),
    ("schemeHash", is_hash),
    ("members", IDS),
    ("dossiers", list_of(fields(("dossier", is_text), ("number", is_count), ("name", is_text), ("creditCode", is_text)))),
    ("withdrawn", IDS),
    ("recused", PAIRS),
    ("absent", PAIRS),
    ("ineligible", IDS),
    ("preferred", IDS),
    ("undecided", IDS),
    ("votes", list_of(IDS)),
    ("keeper", is_text),
    ("claimedMs", is_integer),
)
DOCUMENT = fields(
    ("kind", is_text),
    ("part", is_text),
    ("sha256", is_hash),
    ("signing", one_of("electronic", "paper", "none")),
    ("signatures", list_of(fields(("seat", is_text), ("state", one_of("signed", "paper", "left", "waiting"))))),
)
SAYS = [
    ("schemeHash", is_hash),
    ("rosterHash", is_hash),
    ("manifestHash", maybe(is_hash)),
    ("decisions", is_hash),
    ("resultHash", is_hash),
    ("resultSha256", is_hash),
    ("log", LOG),
    ("documents", list_of(DOCUMENT)),
    ("keeper", is_text),
    ("claimedMs", is_integer),
]
STATEMENT = fields(("format", ONE), ("review", is_text), ("title", is_text), *SAYS)
REDUCED_STATEMENT = fields(("format", ONE), ("review", is_text), ("title", is_text), ("statement", is_hash), *SAYS)
WORDS = maybe(is_text)
TIE = fields(("with", IDS), ("decidedBy", list_of(is_count)), ("sharedWith", IDS))
DROPPED = fields(("side", one_of("high", "low")), ("scope", one_of("sheet", "category", "item")), ("place", WORDS))
RESULT_SHEET = fields(
    ("member", is_text),
    ("mark", one_of("counted", "dropped", "recused", "absent", "missing")),
    ("paper", is_flag),
    ("total", WORDS),
    ("categories", list_of(WORDS)),
    ("dropped", list_of(DROPPED)),
)
RESULT_DOSSIER = fields(
    ("dossier", is_text),
    ("number", is_count),
    ("name", is_text),
    ("rank", maybe(is_count)),
    ("score", WORDS),
    ("exact", WORDS),
    ("shown", WORDS),
    ("members", is_count),
    ("status", one_of("final", "provisional")),
    ("ineligible", is_flag),
    ("categories", list_of(fields(("id", is_text), ("mean", WORDS), ("exact", WORDS)))),
    ("tie", maybe(TIE)),
    ("notes", IDS),
    ("sheets", list_of(RESULT_SHEET)),
)
SELECTION = fields(
    ("passMark", WORDS),
    ("quota", maybe(is_count)),
    ("dossiers", list_of(fields(("dossier", is_text), ("selected", is_flag), ("reason", is_text)))),
    ("openTie", IDS),
    ("openPlaces", is_count),
)
RESULT = fields(
    ("format", ONE),
    ("review", is_text),
    ("resultHash", is_hash),
    ("provisional", is_flag),
    ("dossiers", list_of(RESULT_DOSSIER)),
    ("selection", maybe(SELECTION)),
)
