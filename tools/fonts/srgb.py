"""Write a minimal sRGB display profile (ICC version 2.1): primaries adapted to D50, and the curve of IEC 61966-2-1.

    python srgb.py srgb.icc
"""

import struct
import sys


def s15(value):
    return struct.pack(">i", round(value * 65536))


def xyz(x, y, z):
    return b"XYZ " + bytes(4) + s15(x) + s15(y) + s15(z)


def text(value):
    return b"text" + bytes(4) + value + b"\0"


def description(value):
    body = struct.pack(">I", len(value) + 1) + value + b"\0"
    return b"desc" + bytes(4) + body + bytes(8) + bytes(3) + bytes(67)


def curve(points):
    table = []
    for index in range(points):
        v = index / (points - 1)
        linear = v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        table.append(round(linear * 65535))
    return b"curv" + bytes(4) + struct.pack(">I", points) + struct.pack(f">{points}H", *table)


def profile():
    trc = curve(1024)
    tags = [
        (b"desc", description(b"sRGB IEC61966-2.1")),
        (b"cprt", text(b"No copyright, use freely")),
        (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", xyz(0.4360, 0.2225, 0.0139)),
        (b"gXYZ", xyz(0.3851, 0.7169, 0.0971)),
        (b"bXYZ", xyz(0.1431, 0.0606, 0.7139)),
        (b"rTRC", trc),
        (b"gTRC", trc),
        (b"bTRC", trc),
    ]
    offset = 128 + 4 + 12 * len(tags)
    table, data, seen = b"", b"", {}
    for name, body in tags:
        if body not in seen:
            seen[body] = offset + len(data)
            data += body + bytes(-len(body) % 4)
        table += name + struct.pack(">II", seen[body], len(body))
    header = (
        struct.pack(">I", offset + len(data))
        + bytes(4)
        + struct.pack(">I", 0x02100000)
        + b"mntrRGB XYZ "
        + struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
        + b"acsp"
        + bytes(4 * 7)
        + s15(0.9642)
        + s15(1.0)
        + s15(0.8249)
    )
    header += bytes(128 - len(header))
    return header + struct.pack(">I", len(tags)) + table + data


if __name__ == "__main__":
    open(sys.argv[1], "wb").write(profile())
