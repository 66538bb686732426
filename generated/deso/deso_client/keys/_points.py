# Copied from overrides/deso/keys/_points.py by "nox -s generate": edit it there.
"""Arithmetic on secp256k1 points, for signature recovery alone.

cryptography offers neither recovery nor the addition of points, and coincurve is optional. Everything that
passes through here is public (a signature, a digest, public keys): this code takes a time that depends on its
input, so secrets must never reach it.
"""

from __future__ import annotations

P = 2**256 - 2**32 - 977
N = 0xFFFFFFFF_FFFFFFFF_FFFFFFFF_FFFFFFFE_BAAEDCE6_AF48A03B_BFD25E8C_D0364141
G = (
    0x79BE667E_F9DCBBAC_55A06295_CE870B07_029BFCDB_2DCE28D9_59F2815B_16F81798,
    0x483ADA77_26A3C465_5DA4FBFC_0E1108A8_FD17B448_A6855419_9C47D08F_FB10D4B8,
)

Point = tuple[int, int]
_Jacobian = tuple[int, int, int]  # x / z**2, y / z**3; z = 0 is the point at infinity
_INFINITY: _Jacobian = (0, 1, 0)


def _double(p: _Jacobian) -> _Jacobian:
    x, y, z = p
    yy = y * y % P
    s = 4 * x * yy % P
    m = 3 * x * x % P
    nx = (m * m - 2 * s) % P
    return nx, (m * (s - nx) - 8 * yy * yy) % P, 2 * y * z % P


def _add(p: _Jacobian, q: _Jacobian) -> _Jacobian:
    if not p[2]:
        return q
    if not q[2]:
        return p
    zz1, zz2 = p[2] * p[2] % P, q[2] * q[2] % P
    u1, u2 = p[0] * zz2 % P, q[0] * zz1 % P
    s1, s2 = p[1] * q[2] * zz2 % P, q[1] * p[2] * zz1 % P
    if u1 == u2:
        return _double(p) if s1 == s2 else _INFINITY
    h, r = u2 - u1, s2 - s1
    hh = h * h % P
    hhh, v = h * hh % P, u1 * hh % P
    x = (r * r - hhh - 2 * v) % P
    return x, (r * (v - x) - s1 * hhh) % P, h * p[2] * q[2] % P


def combine(a: int, p: Point, b: int, q: Point) -> Point | None:
    """``a * p + b * q``, or None for the point at infinity. ``a`` and ``b`` are 0 to N - 1."""
    one, two = (*p, 1), (*q, 1)
    table = (_INFINITY, one, two, _add(one, two))
    total = _INFINITY
    for bit in range(255, -1, -1):
        total = _double(total)
        choice = (a >> bit & 1) | (b >> bit & 1) << 1
        if choice:
            total = _add(total, table[choice])
    x, y, z = total
    if not z:
        return None
    inverse = pow(z, -1, P)
    return x * inverse * inverse % P, y * inverse * inverse * inverse % P
