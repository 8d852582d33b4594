"""ES256 (ECDSA on P-256 with SHA-256) and compact JWS, with nothing but integers."""

import base64
import hashlib
import re

import plain

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
SPKI_START = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
BASE64URL = re.compile(r"[A-Za-z0-9_-]*\Z")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def double(point):
    x, y, z = point
    if y == 0 or z == 0:
        return (1, 1, 0)
    delta, gamma = z * z % P, y * y % P
    beta = x * gamma % P
    alpha = 3 * (x - delta) * (x + delta) % P
    x3 = (alpha * alpha - 8 * beta) % P
    z3 = ((y + z) * (y + z) - gamma - delta) % P
    y3 = (alpha * (4 * beta - x3) - 8 * gamma * gamma) % P
    return (x3, y3, z3)


def add(left, right):
    x1, y1, z1 = left
    x2, y2, z2 = right
    if z1 == 0:
        return right
    if z2 == 0:
        return left
    zz1, zz2 = z1 * z1 % P, z2 * z2 % P
    u1, u2 = x1 * zz2 % P, x2 * zz1 % P
    s1, s2 = y1 * z2 * zz2 % P, y2 * z1 * zz1 % P
    if u1 == u2:
        return double(left) if s1 == s2 else (1, 1, 0)
    h, r = (u2 - u1) % P, (s2 - s1) % P
    hh = h * h % P
    hhh, v = h * hh % P, u1 * hh % P
    x3 = (r * r - hhh - 2 * v) % P
    y3 = (r * (v - x3) - s1 * hhh) % P
    return (x3, y3, h * z1 * z2 % P)


def table(point):
    """0 to 15 times the point."""
    result = [(1, 1, 0), (point[0], point[1], 1)]
    for index in range(2, 16):
        result.append(add(result[-1], result[1]))
    return result


G_TABLE = table(G)
TABLES = {}


def twice_multiplied(one, two, point):
    """one × G + two × point."""
    if point not in TABLES:
        TABLES[point] = table(point)
    own = TABLES[point]
    result = (1, 1, 0)
    for shift in range(252, -4, -4):
        result = double(double(double(double(result))))
        result = add(result, G_TABLE[one >> shift & 15])
        result = add(result, own[two >> shift & 15])
    return result


def point_of(spki):
    """The point of a key on P-256, None when the text isn't one."""
    data = decode(spki)
    if data is None or len(data) != 91 or not data.startswith(SPKI_START):
        return None
    x, y = int.from_bytes(data[27:59], "big"), int.from_bytes(data[59:], "big")
    if x >= P or y >= P or (y * y - (x * x * x - 3 * x + B)) % P != 0:
        return None
    return (x, y)


def decode(text):
    """Bytes of canonical base64url, None for any other text."""
    if BASE64URL.match(text) is None or len(text) % 4 == 1:
        return None
    data = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return data if base64.urlsafe_b64encode(data).rstrip(b"=").decode() == text else None


def fingerprint(spki):
    return sha256(base64.urlsafe_b64decode(spki + "=" * (-len(spki) % 4)))


VERIFIED = {}


def verify(spki, message, signature):
    """Whether the signature (r ‖ s) of the message holds under the key. Asked twice, computed once."""
    asked = (spki, hashlib.sha256(message).digest(), signature)
    if asked not in VERIFIED:
        VERIFIED[asked] = compute(*asked)
    return VERIFIED[asked]


def compute(spki, digest, signature):
    point = point_of(spki)
    if point is None or len(signature) != 64:
        return False
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    if not (0 < r < N and 0 < s < N):
        return False
    inverse = pow(s, -1, N)
    number = int.from_bytes(digest, "big")
    x, _, z = twice_multiplied(number * inverse % N, r * inverse % N, point)
    if z == 0:
        return False
    z_inverse = pow(z, -1, P)
    return x * z_inverse * z_inverse % P % N == r


class Text:
    """A JWS taken apart: header `typ` and `kid`, value and identity of its payload."""

    def __init__(self, data):
        pieces = data.decode("utf-8").split(".")
        if len(pieces) != 3:
            raise plain.Bad("jws")
        head, payload, signature = map(decode, pieces)
        if head is None or payload is None or signature is None or len(signature) != 64:
            raise plain.Bad("jws")
        header = plain.read(head)
        if not isinstance(header, dict) or list(header) != ["alg", "typ", "kid"] or header["alg"] != "ES256":
            raise plain.Bad("header")
        self.typ, self.kid = header["typ"], header["kid"]
        self.value = plain.read(payload)
        self.identity = sha256(payload)
        self.message = ".".join(pieces[:2]).encode()
        self.signature = signature

    def signer(self, typ, keys):
        """The key of `keys` under which this is good as a text of this type, None without one."""
        if self.typ != typ:
            return None
        for key in keys:
            if point_of(key) is not None and fingerprint(key) == self.kid:
                return key if verify(key, self.message, self.signature) else None
        return None


def read_text(data, *shapes):
    """The text of a part when its payload has one of the shapes, else None."""
    if data is None:
        return None
    try:
        text = Text(data)
    except (plain.Bad, UnicodeDecodeError):
        return None
    return text if any(shape(text.value) for shape in shapes) else None
