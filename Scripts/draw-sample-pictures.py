# /// script
# requires-python = ">=3.11"
# dependencies = ["Pillow==13.0.0", "numpy==2.4.6"]
# ///
"""Draws the pictures of the sample newsroom as layered paper cuts, the same ones at every run.

uv run Scripts/draw-sample-pictures.py [NAME …]      # without names: all of them
"""

import math
import sys
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

OUT = Path(__file__).resolve().parent.parent / "Sample"
SCALE = 2  # everything is drawn at twice its size and reduced at the end
WIDE, CLASSIC, TALL = (1600, 1067), (1600, 1200), (1067, 1600)
PICTURES = {}


def picture(name, size=WIDE):
    def register(draw):
        PICTURES[name] = (draw, size)
        return draw

    return register


def rgb(code):
    return np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)], np.float32)


def mix(a, b, t):
    c = rgb(a) * (1 - t) + rgb(b) * t
    return "#%02x%02x%02x" % tuple(int(round(v)) for v in c)


def ramp(stops, t):
    """Colours along `stops` [(position, code)] at the positions `t`."""
    xs = [p for p, _ in stops]
    cs = np.stack([rgb(c) for _, c in stops])
    return np.stack([np.interp(t, xs, cs[:, i]) for i in range(3)], -1).astype(np.float32)


def shifted(a, dx, dy):
    """The array moved right by `dx` and down by `dy`, nothing coming in from the other side."""
    out = np.zeros_like(a)
    h, w = a.shape
    if abs(dx) < w and abs(dy) < h:
        out[max(dy, 0) : h + min(dy, 0), max(dx, 0) : w + min(dx, 0)] = a[max(-dy, 0) : h + min(-dy, 0), max(-dx, 0) : w + min(-dx, 0)]
    return out


class Pen:
    """Draws shapes into a mask, in the picture's own units."""

    def __init__(self, size):
        self.mask = Image.new("L", size, 0)
        self.d = ImageDraw.Draw(self.mask)

    def up(self, pts):
        return [(x * SCALE, y * SCALE) for x, y in pts]

    def poly(self, *pts, fill=255):
        self.d.polygon(self.up(pts), fill=fill)

    def rect(self, x0, y0, x1, y1, fill=255, radius=0):
        if x1 <= x0 or y1 <= y0:
            return
        box = [x0 * SCALE, y0 * SCALE, x1 * SCALE, y1 * SCALE]
        self.d.rounded_rectangle(box, radius * SCALE, fill=fill)

    def oval(self, x, y, rx, ry=None, fill=255):
        ry = rx if ry is None else ry
        self.d.ellipse([(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE], fill=fill)

    def line(self, *pts, width=2, fill=255):
        self.d.line(self.up(pts), fill=fill, width=max(1, round(width * SCALE)), joint="curve")

    def dome(self, x, y, r, h=None, fill=255):
        """Half an onion: base line at y, pointed at the top."""
        h = h or r
        right = [(x + r * math.cos(a) ** 0.9 * (1 + 0.1 * math.sin(2 * a)), y - h * math.sin(a) ** 1.15) for a in np.linspace(0, math.pi / 2, 24)]
        self.poly(*right, *[(2 * x - px, py) for px, py in reversed(right)], fill=fill)

    def arch(self, x0, y0, x1, y1, fill=255, pointed=0.0):
        """A door or window with a round or pointed head; y1 is its sill."""
        r, c = (x1 - x0) / 2, (x0 + x1) / 2
        side = [(c + r * math.cos(a), y0 + r - r * math.sin(a) * (1 + pointed * math.sin(a) ** 3)) for a in np.linspace(0, math.pi / 2, 20)]
        self.poly((x1, y1), *side, *[(2 * c - px, py) for px, py in reversed(side)], (x0, y1), fill=fill)


class Scene:
    def __init__(self, name, size):
        self.name, (self.w, self.h) = name, size
        self.size = (self.w * SCALE, self.h * SCALE)
        self.rng = np.random.default_rng(zlib.crc32(name.encode()))
        self.px = np.zeros((self.size[1], self.size[0], 3), np.float32)
        self.fibre = self.noise(5) * 0.5 + self.noise(40) * 0.8 + self.noise(260) * 1.2

    def noise(self, cell):
        w, h = self.size
        small = self.rng.normal(0, 1, (h // (cell * SCALE) + 3, w // (cell * SCALE) + 3)).astype(np.float32)
        return np.asarray(Image.fromarray(small).resize((w, h), Image.BICUBIC))

    # Light

    def sky(self, *stops, y1=None):
        y1 = self.h if y1 is None else y1
        t = np.clip((np.arange(self.size[1]) + 0.5) / (y1 * SCALE), 0, 1)
        self.px[:] = ramp(stops, t)[:, None, :]
        self.px *= (1 + 0.012 * self.fibre)[..., None]

    def glow(self, x, y, r, colour, strength=0.6, squash=1.0, power=2.0):
        ys = (np.arange(self.size[1]) / SCALE - y)[:, None] / squash
        xs = (np.arange(self.size[0]) / SCALE - x)[None, :]
        a = strength * np.exp(-((np.sqrt(xs**2 + ys**2) / r) ** power))
        self.px += (rgb(colour) - self.px) * a.astype(np.float32)[..., None]

    def disc(self, x, y, r, top, bottom):
        self.cut(lambda p: p.oval(x, y, r), top, bottom, shadow=0, edge=0, texture=0.009)

    def beam(self, pts, colour, strength, blur=10):
        mask = self.shape(lambda p: p.poly(*pts)).filter(ImageFilter.GaussianBlur(blur * SCALE))
        self.px += (rgb(colour) - self.px) * (np.asarray(mask, np.float32) / 255 * strength)[..., None]

    # Paper

    def shape(self, draw):
        pen = Pen(self.size)
        draw(pen)
        return pen.mask

    def cut(self, draw, top, bottom=None, span=None, shadow=0.28, spread=9, edge=10, alpha=1.0, texture=0.03, drop=(0.3, -0.6)):
        """Lays a sheet of paper cut to the shape that `draw` leaves, shaded from `top` to `bottom`, over what is there."""
        mask = self.shape(draw)
        box = mask.getbbox()
        if not box:
            return
        pad = int(spread * 4 * SCALE) if shadow else 2
        x0, y0 = max(0, box[0] - pad), max(0, box[1] - pad)
        x1, y1 = min(self.size[0], box[2] + pad), min(self.size[1], box[3] + pad)
        piece = mask.crop((x0, y0, x1, y1))
        m = np.asarray(piece, np.float32) / 255
        view = self.px[y0:y1, x0:x1]
        if shadow:
            w, h = piece.size
            k = 4
            soft = piece.resize((max(1, w // k), max(1, h // k)), Image.BOX).filter(ImageFilter.GaussianBlur(float(spread * SCALE / k)))
            soft = np.asarray(soft.resize((w, h), Image.BILINEAR), np.float32) / 255
            soft = shifted(soft, int(drop[0] * spread * SCALE), int(drop[1] * spread * SCALE))
            view *= (1 - shadow * soft * (1 - m))[..., None]
        lo, hi = span or (box[1] / SCALE, box[3] / SCALE)
        t = np.clip(((np.arange(y0, y1) / SCALE) - lo) / max(1e-6, hi - lo), 0, 1)
        paper = ramp([(0, top), (1, bottom or top)], t)[:, None, :] * (1 + texture * self.fibre[y0:y1, x0:x1])[..., None]
        if edge:
            lit = m * (1 - shifted(m, 0, 2 * SCALE))
            paper = paper + (edge * lit)[..., None]
        view += (paper - view) * (m * alpha)[..., None]

    def flat(self, draw, colour, alpha=1.0, **options):
        self.cut(draw, colour, shadow=0, edge=0, alpha=alpha, **options)

    # Land and water

    def ridge(self, y, amp, cell=300, rough=0.5, end=None):
        """A line of hills across the picture, closed downwards, as a drawing."""
        xs = np.linspace(-20, self.w + 20, 400)
        ys, a, c = np.zeros_like(xs), 1.0, float(cell)
        for _ in range(5):
            knots = self.rng.normal(0, 1, int(self.w / c) + 5)
            t = (xs + 20) / c
            i = t.astype(int)
            f = t - i
            f = f * f * (3 - 2 * f)
            ys += a * (knots[i] * (1 - f) + knots[i + 1] * f)
            a, c = a * rough, c / 2.1
        line = list(zip(xs, y - amp * ys))
        return lambda p: p.poly(*line, (self.w + 20, end or self.h + 5), (-20, end or self.h + 5))

    def swell(self, y, amp, length, phase=0.0):
        xs = np.linspace(-10, self.w + 10, 300)
        line = [(x, y + amp * math.sin(x / length * 2 * math.pi + phase) + amp * 0.5 * math.sin(x / length * 3.7 + phase * 2)) for x in xs]
        return lambda p: p.poly(*line, (self.w + 10, self.h + 5), (-10, self.h + 5))

    def water(self, y, near, far, mirror=0.55, ripple=26, y1=None):
        """What is above `y`, mirrored below it, broken by ripples and tinted from `far` to `near`."""
        top, bottom = int(y * SCALE), int((y1 or self.h) * SCALE)
        n = bottom - top
        depth = np.arange(n) / n
        src = np.clip(top - 1 - np.arange(n) * 0.95, 0, None).astype(int)
        wob = np.sin(np.cumsum(0.9 / (1 + 9 * depth)) * 0.42) + 0.6 * np.sin(np.cumsum(1 / (1 + 6 * depth)) * 0.17 + 1)
        shift = (wob * ripple * (0.1 + depth) * SCALE + self.rng.normal(0, 2, n)).astype(int)
        tint = ramp([(0, far), (1, near)], depth)
        cols = np.arange(self.size[0])
        below = np.empty((n, self.size[0], 3), np.float32)
        for i in range(n):
            xs = np.clip(cols + shift[i], 0, self.size[0] - 1)
            k = mirror * (1 - 0.55 * depth[i])
            below[i] = self.px[src[i]][xs] * k + tint[i] * (1 - k)
        self.px[top:bottom] = below * (1 + 0.02 * self.fibre[top:bottom])[..., None]

    def glints(self, x, y0, y1, width, colour, n=160, alpha=0.8):
        def draw(p):
            for _ in range(n):
                t = self.rng.random() ** 1.4
                y = y0 + (y1 - y0) * t
                gx = x + self.rng.normal(0, 1) * width * (0.25 + t)
                lx = (8 + 46 * t) * (0.4 + self.rng.random())
                p.oval(gx, y, lx, 0.7 + 2.6 * t, fill=int(255 * (0.35 + 0.65 * self.rng.random())))

        self.flat(draw, colour, alpha)

    def clouds(self, y0, y1, colour, n=9, alpha=0.5, length=260):
        def draw(p):
            for _ in range(n):
                x, y = self.rng.uniform(-50, self.w + 50), self.rng.uniform(y0, y1)
                for _ in range(4):
                    dx, k = self.rng.uniform(-0.6, 0.6) * length, self.rng.uniform(0.4, 1)
                    p.oval(x + dx, y + self.rng.uniform(-7, 7), length * k * 0.6, 4 + 7 * k)

        self.cut(draw, colour, alpha=alpha, shadow=0, edge=0)

    def stars(self, y1, n=160, colour="#fff4d6"):
        def draw(p):
            for _ in range(n):
                p.oval(self.rng.uniform(0, self.w), self.rng.random() ** 1.3 * y1, self.rng.uniform(0.5, 1.7), fill=int(self.rng.uniform(90, 255)))

        self.flat(draw, colour)

    def gulls(self, where, colour, size=16):
        def draw(p):
            for x, y, k in where:
                s = size * k
                for side in (-1, 1):
                    wing = [(x + side * s * t, y - s * 0.55 * math.sin(t * 2.3) + s * 0.25 * t) for t in np.linspace(0, 1.35, 12)]
                    p.line(*wing, width=max(1.2, s * 0.11))

        self.flat(draw, colour)

    # Things

    def boat(self, x, y, length, hull, band, depth=None, cabin=None, eye=True, flip=1):
        d = depth or length * 0.17
        ts = np.linspace(0, 1, 40)
        rail = [(x + flip * (t - 0.5) * length * (1 + 0.06), y - d * (0.95 * (2 * t - 1) ** 2 * (1.25 if t > 0.5 else 0.55))) for t in ts]
        keel = [(x + flip * (t - 0.5) * length * 0.86, y + d * (1 - abs(2 * t - 1) ** 3.2) * 0.9) for t in ts]
        if cabin:
            cx = x - flip * length * 0.17
            self.cut(
                lambda p: p.rect(cx - length * 0.12, y - d * 1.9, cx + length * 0.12, y + d * 0.2, radius=3),
                mix(cabin, "#ffffff", 0.15),
                cabin,
                spread=4,
            )
            self.flat(
                lambda p: [
                    p.rect(cx + k * length * 0.075 - length * 0.028, y - d * 1.55, cx + k * length * 0.075 + length * 0.028, y - d * 0.8)
                    for k in (-1, 1)
                ],
                "#20384a",
            )
            self.cut(lambda p: p.rect(cx - length * 0.15, y - d * 2.1, cx + length * 0.15, y - d * 1.85, radius=2), band, spread=3)
        self.cut(lambda p: p.poly(*rail, *reversed(keel)), mix(hull, "#ffffff", 0.12), mix(hull, "#0b1f2e", 0.35), spread=6)
        strip = [(px, py + d * 0.10) for px, py in rail] + [(px, py + d * 0.30) for px, py in reversed(rail)]
        self.flat(lambda p: p.poly(*strip), band)
        if eye:
            ex, ey = rail[35][0] - flip * d * 0.1, rail[35][1] + d * 0.62
            self.flat(lambda p: p.oval(ex, ey, d * 0.17, d * 0.11), "#fff6e0")
            self.flat(lambda p: p.oval(ex, ey, d * 0.07), "#14202b")

    def palm(self, x, y, height, colour, light, lean=0.0, wind=0.0):
        trunk = [(x + lean * height * t * t, y - height * t) for t in np.linspace(0, 1, 20)]
        self.cut(
            lambda p: [p.line(a, b, width=height * (0.055 - 0.022 * i / 20)) for i, (a, b) in enumerate(zip(trunk, trunk[1:]))],
            colour,
            spread=4,
            shadow=0.2,
        )
        cx, cy = trunk[-1]
        for k, a in enumerate(np.linspace(-2.75, -0.4, 9)):
            tone = mix(colour, light, (k % 3) / 2.2)

            def frond(p, a=a):
                n = height * (0.40 + 0.04 * math.sin(k * 3))
                spine = [
                    (cx + n * (t * math.cos(a) + wind * t * t), cy + n * (t * math.sin(a) + (0.75 - 0.25 * abs(wind)) * t * t))
                    for t in np.linspace(0, 1, 16)
                ]
                for i, (sx, sy) in enumerate(spine):
                    w = height * 0.075 * math.sin(math.pi * (i + 1.5) / 18)
                    p.line((sx - w * 0.5, sy + w), (sx, sy), (sx + w * 0.5, sy + w), width=height * 0.012)
                p.line(*spine, width=height * 0.016)

            self.cut(frond, tone, spread=3, shadow=0.15, edge=0)

    def person(self, x, y, height, colour, head="#6b4632", dress=False, scarf=None, cap=None):
        h = height
        dark = mix(colour, "#0d1c28", 0.35)

        def body(p):
            waist, hem = (0.10, 0.17) if dress else (0.105, 0.10)
            right = [(0.035, 0.86), (0.075, 0.835), (0.125, 0.795), (0.15, 0.70), (waist, 0.50), (hem, 0.02), (hem * 0.9, 0)]
            p.poly(*[(x + a * h, y - b * h) for a, b in right], *[(x - a * h, y - b * h) for a, b in reversed(right)])

        def arms(p):
            for side in (-1, 1):
                p.line(
                    (x + side * h * 0.125, y - h * 0.79), (x + side * h * 0.165, y - h * 0.62), (x + side * h * 0.135, y - h * 0.47), width=h * 0.055
                )

        if scarf:
            self.cut(
                lambda p: (
                    p.oval(x, y - h * 0.925, h * 0.083, h * 0.098),
                    p.poly((x - h * 0.08, y - h * 0.9), (x + h * 0.08, y - h * 0.9), (x + h * 0.12, y - h * 0.76), (x - h * 0.12, y - h * 0.76)),
                ),
                mix(scarf, "#ffffff", 0.15),
                scarf,
                spread=3,
                shadow=0.15,
            )
        else:
            self.flat(lambda p: p.rect(x - h * 0.03, y - h * 0.9, x + h * 0.03, y - h * 0.8), mix(head, "#1a1010", 0.2))
        self.cut(body, mix(colour, "#ffffff", 0.12), dark, spread=3, shadow=0.15)
        self.cut(arms, mix(colour, "#ffffff", 0.05), dark, spread=2, shadow=0.2)
        if scarf:
            self.cut(
                lambda p: p.poly(
                    (x - h * 0.075, y - h * 0.88),
                    (x + h * 0.075, y - h * 0.88),
                    (x + h * 0.115, y - h * 0.765),
                    (x, y - h * 0.72),
                    (x - h * 0.115, y - h * 0.765),
                ),
                mix(scarf, "#ffffff", 0.1),
                scarf,
                spread=2,
                shadow=0.15,
            )
            self.flat(lambda p: p.oval(x, y - h * 0.915, h * 0.052, h * 0.068), head)
        else:
            self.flat(lambda p: p.oval(x, y - h * 0.925, h * 0.062, h * 0.078), head)
            self.flat(lambda p: p.dome(x, y - h * 0.94, h * 0.064, h * 0.068), cap or "#2a1c1c")

    def finish(self, path, most=205_000, grain=2.1):
        w, h = self.size
        ys, xs = np.linspace(-1, 1, h)[:, None], np.linspace(-1, 1, w)[None, :]
        self.px *= (1 - 0.14 * np.clip(xs**2 + ys**2 - 0.5, 0, None) ** 1.3).astype(np.float32)[..., None]
        small = Image.fromarray(np.clip(self.px, 0, 255).astype(np.uint8)).resize((self.w, self.h), Image.LANCZOS)
        speck = Image.fromarray(self.rng.normal(128, 40, (self.h, self.w)).clip(0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.8))
        speck = (np.asarray(speck, np.float32) - 128) / 40
        out = np.asarray(small, np.float32) + (grain * 2.2 * speck)[..., None]
        image = Image.fromarray(np.clip(out, 0, 255).astype(np.uint8))
        for quality in range(82, 69, -2):
            image.save(path, quality=quality, optimize=True, progressive=True)
            if path.stat().st_size <= most:
                break


# The pictures


@picture("harbour-dawn")
def harbour_dawn(s):
    s.sky((0, "#1d3b5c"), (0.3, "#4f7390"), (0.62, "#d99a86"), (0.85, "#f7c48f"), (1, "#fde3b4"), y1=640)
    s.glow(1040, 575, 420, "#ffd59a", 0.75)
    s.clouds(150, 420, "#f3b79b", 9, 0.38, 240)
    s.clouds(90, 260, "#6f8aa3", 6, 0.5, 320)
    s.disc(1040, 560, 58, "#fff5d8", "#ffdf9f")
    s.cut(s.ridge(585, 38, 420), "#b58a8c", "#cf9f8f", shadow=0.1)
    s.cut(s.ridge(612, 26, 330), "#7f7186", "#a08592", shadow=0.12)

    def town(p):
        x = -10
        while x < 640:
            w, h = s.rng.uniform(28, 70), s.rng.uniform(25, 95) * (1 - x / 900)
            p.rect(x, 640 - h, x + w, 660)
            if s.rng.random() < 0.25:
                p.dome(x + w / 2, 641 - h, w * 0.3)
            x += w - 2
        p.rect(322, 470, 344, 650)
        p.rect(314, 505, 352, 512)
        p.rect(326, 448, 340, 475)
        p.dome(333, 450, 10, 26)
        p.rect(150, 535, 240, 650)
        p.dome(195, 538, 42, 46)

    s.cut(town, "#45506f", "#66617c")
    s.flat(lambda p: [p.rect(x, y, x + 5, y + 8) for x, y in zip(s.rng.uniform(0, 600, 46), s.rng.uniform(585, 632, 46))], "#ffd68a", 0.85)
    s.cut(lambda p: p.poly((980, 642), (1180, 622), (1610, 612), (1610, 665), (960, 655)), "#3d4a67", "#56597a")
    s.cut(
        lambda p: (
            p.poly((1330, 620), (1340, 470), (1372, 470), (1382, 620)),
            p.rect(1330, 462, 1382, 472),
            p.rect(1343, 432, 1369, 464),
            p.dome(1356, 434, 17, 22),
        ),
        "#f2dcc0",
        "#b98c84",
    )
    s.flat(lambda p: (p.poly((1336, 530), (1376, 530), (1378, 560), (1334, 560))), "#c4553f")
    s.flat(lambda p: p.rect(1347, 438, 1365, 460), "#ffe9a3")
    s.water(645, "#16364f", "#f2bd8f", 0.7)
    for i, y in enumerate((720, 790, 870, 960)):
        s.cut(
            s.swell(y, 5 + 3 * i, 260 + 120 * i, i * 1.9),
            mix("#c98f83", "#123049", 0.3 + i * 0.17),
            mix("#55617a", "#0f2a40", 0.3 + i * 0.2),
            (y, y + 130),
            alpha=0.42,
            shadow=0.2,
        )
    s.glints(1040, 655, 1010, 95, "#ffe3ad", 210, 0.85)
    s.boat(640, 765, 230, "#2f4c66", "#e0b070", cabin="#d9c6ae")
    s.flat(lambda p: p.line((655, 745), (655, 620), width=4), "#22344a")
    s.flat(lambda p: (p.line((655, 625), (735, 738), width=1.4), p.line((655, 625), (560, 735), width=1.4)), "#22344a")
    s.boat(1215, 715, 120, "#6b3f4c", "#f1c48d", flip=-1, cabin="#cdb5a6", eye=False)
    s.cut(lambda p: p.poly((-10, 900), (330, 925), (520, 985), (560, 1080), (-10, 1080)), "#14293c", "#0c1c2c", spread=16)
    s.cut(
        lambda p: [
            (p.rect(x - 17, y - 52, x + 17, y, radius=5), p.rect(x - 27, y - 66, x + 27, y - 44, radius=9)) for x, y in ((170, 925), (390, 962))
        ],
        "#22415a",
        "#0f2436",
    )
    for (xa, ya), (xb, yb) in (((-20, 850), (170, 888)), ((170, 888), (390, 925)), ((390, 925), (700, 1090))):
        rope = [(xa + (xb - xa) * t, ya + (yb - ya) * t + 150 * t * (1 - t)) for t in np.linspace(0, 1, 24)]
        s.cut(lambda p: p.line(*rope, width=6), "#d1a26c", "#a57b4d", spread=4)
    s.gulls([(820, 300, 1.5), (900, 355, 1), (745, 372, 0.9), (1180, 260, 1.2), (560, 250, 0.8)], "#33415c")


@picture("port-cranes")
def port_cranes(s):
    s.sky((0, "#0f4a5c"), (0.35, "#3c8a8f"), (0.7, "#b9cfae"), (1, "#f6dfa9"), y1=760)
    s.glow(420, 640, 460, "#ffe8b0", 0.7)
    s.disc(430, 560, 82, "#fff3cf", "#ffd890")
    s.clouds(110, 420, "#e9e3bf", 8, 0.35, 300)
    s.cut(s.ridge(700, 34, 380), "#6fa29b", "#8fb5a4", shadow=0.1)
    s.cut(s.ridge(735, 20, 260), "#3f7f84", "#5d9690", shadow=0.1)

    def crane(x, base, k, colour, dark, arm=0.0, rope=178):
        K = -k  # the boom reaches to the left

        def steel(p):
            for dx in (-70, 70):
                p.line((x + dx * K, base), (x + dx * 0.8 * K, base - 330 * k), width=13 * k)
            p.line((x - 66 * K, base - 110 * k), (x + 66 * K, base - 110 * k), width=10 * k)
            p.line((x - 66 * K, base - 110 * k), (x + 58 * K, base - 320 * k), width=6 * k)
            p.line((x - 200 * K, base - 330 * k), (x + 150 * K, base - 330 * k), width=17 * k)
            p.line((x + 120 * K, base - 330 * k), (x + (400 - 60 * arm) * K, base - (330 + 230 * arm) * k), width=13 * k)
            p.line((x - 50 * K, base - 330 * k), (x + 20 * K, base - 470 * k), (x + 55 * K, base - 330 * k), width=10 * k)
            p.rect(x + 105 * k, base - 372 * k, x + 190 * k, base - 325 * k)

        def stays(p):
            for end in (150, 270, 395 - 60 * arm):
                lift = 230 * arm * max(0, end - 120) / 280
                p.line((x + 20 * K, base - 470 * k), (x + end * K, base - (334 + lift) * k), width=2.4 * k)
            p.line((x + 20 * K, base - 470 * k), (x - 190 * K, base - 334 * k), width=3 * k)
            if not arm:
                for dx in (236, 262):
                    p.line((x + dx * K, base - 326 * k), (x + dx * K, base - rope * k), width=1.8 * k)

        s.flat(stays, dark)
        s.cut(steel, colour, dark, spread=5)
        if not arm:
            s.cut(lambda p: p.rect(x - 293 * k, base - (rope + 2) * k, x - 205 * k, base - (rope - 40) * k), "#d9643f", "#b84a30", spread=4)

    crane(1440, 800, 0.62, "#54868a", "#3d6f77", 1)
    crane(1200, 812, 0.78, "#3f7077", "#2c5a64", 1)
    s.cut(lambda p: p.poly((1010, 800), (1610, 792), (1610, 830), (1010, 815)), "#8f9a80", "#5f7a72", spread=4)
    s.water(815, "#0c3644", "#a9c6a8", 0.5)
    palette = ["#c9543a", "#e2a23f", "#f0d9a8", "#2f6f7e", "#8b3a3f", "#4f9a94", "#d97f4f", "#24485c"]

    def stack(x0, base, cols, heights, w, h):
        for c in range(cols):
            for r in range(heights[c % len(heights)]):
                x, y, tone = x0 + c * w, base - (r + 1) * h, palette[int(s.rng.integers(len(palette)))]
                s.cut(lambda p: p.rect(x + 1, y + 1, x + w - 1, y + h - 1), tone, mix(tone, "#12303c", 0.22), shadow=0, edge=14)
                s.flat(lambda p: [p.rect(x + j, y + 4, x + j + 1.6, y + h - 4) for j in np.arange(6, w - 4, 7.5)], mix(tone, "#0d2630", 0.35), 0.6)

    stack(70, 735, 11, [4, 5, 6, 6, 5, 6, 7, 6, 6, 5, 3], 66, 30)
    s.cut(lambda p: (p.rect(812, 540, 918, 745, radius=4), p.rect(796, 520, 934, 548, radius=3), p.rect(850, 470, 876, 525)), "#fbf1dc", "#d7c9ae")
    s.flat(lambda p: [p.rect(806 + i * 20, 526, 820 + i * 20, 541) for i in range(6)], "#1f4a59")
    s.flat(lambda p: [p.rect(824 + (i % 5) * 18, 568 + (i // 5) * 34, 834 + (i % 5) * 18, 582 + (i // 5) * 34) for i in range(20)], "#3c6a74", 0.8)
    s.flat(lambda p: [p.oval(510, 842 + 9 * j, 450 - 52 * j, 5) for j in range(7)], "#0d3443", 0.55)
    s.cut(lambda p: p.poly((28, 725), (955, 725), (1010, 700), (975, 812), (940, 838), (78, 838), (44, 800)), "#123c4d", "#0b2a38", spread=12)
    s.flat(lambda p: p.poly((52, 808), (972, 808), (940, 838), (78, 838)), "#a8452f")
    s.glints(430, 850, 1040, 120, "#ffeec0", 130, 0.6)
    for i, y in enumerate((870, 935)):
        s.cut(s.swell(y, 6 + 3 * i, 300 + 160 * i, i * 2.2), "#1b5563", "#0c3544", (y, y + 120), alpha=0.45, shadow=0.18)
    s.cut(lambda p: p.poly((900, 1080), (1010, 925), (1610, 880), (1610, 1080)), "#c9b48a", "#8d7a5b", spread=16)
    s.cut(lambda p: p.poly((1010, 925), (1610, 880), (1610, 905), (1003, 952)), "#6a5f4a", spread=3, shadow=0.1)
    crane(1345, 945, 1.42, "#e4793f", "#a8442c", rope=262)
    stack(1120, 1015, 2, [2, 1], 120, 56)
    stack(1420, 1010, 2, [1, 2], 120, 56)
    s.gulls([(640, 260, 1.3), (720, 310, 0.9), (560, 335, 0.8)], "#2b5a66")


@picture("old-city-roofs")
def old_city_roofs(s):
    s.sky((0, "#2a3a63"), (0.35, "#8a5f83"), (0.65, "#e58f74"), (1, "#fbd79a"), y1=640)
    s.glow(1180, 520, 420, "#ffd28f", 0.7)
    s.disc(1190, 455, 74, "#fff0c9", "#ffc884")
    s.clouds(90, 330, "#f0a58a", 8, 0.35, 280)
    s.cut(s.ridge(560, 40, 420), "#b0738a", "#d2908a", shadow=0.1)

    def minaret(x, base, k, light, dark):
        def tower(p):
            p.rect(x - 30 * k, base - 300 * k, x + 30 * k, base)
            p.rect(x - 42 * k, base - 312 * k, x + 42 * k, base - 296 * k)
            p.rect(x - 20 * k, base - 390 * k, x + 20 * k, base - 310 * k)
            p.dome(x, base - 388 * k, 24 * k, 36 * k)
            p.line((x, base - 420 * k), (x, base - 462 * k), width=3 * k)
            p.oval(x, base - 438 * k, 5 * k)

        s.cut(tower, light, dark, spread=9)
        s.flat(lambda p: [p.arch(x - 9 * k, base - y * k, x + 9 * k, base - (y - 40) * k, pointed=0.3) for y in (270, 190)], dark, 0.9)
        s.flat(lambda p: p.arch(x - 7 * k, base - 372 * k, x + 7 * k, base - 335 * k, pointed=0.3), "#ffdf9a")

    def dish(x, y, r, tone):
        bowl = [(x + r * math.cos(a), y + r * math.sin(a)) for a in np.linspace(-0.55, math.pi - 0.55, 30)]
        s.flat(
            lambda p: (p.line((x, y + r * 0.5), (x, y + r * 1.6), width=r * 0.16), p.line((x, y), (x - r * 0.55, y - r * 0.9), width=r * 0.1)),
            "#3a2b47",
        )
        s.cut(lambda p: p.poly(*bowl), tone, mix(tone, "#3a2b47", 0.45), spread=3)
        s.flat(lambda p: p.oval(x - r * 0.55, y - r * 0.9, r * 0.14), "#3a2b47")

    def aerial(x, y, h, tone):
        s.flat(
            lambda p: (
                p.line((x, y), (x, y - h), width=2.6),
                [p.line((x - w, y - h + d), (x + w, y - h + d), width=2) for d, w in ((4, 17), (14, 24), (24, 13))],
            ),
            tone,
        )

    rows = [
        (600, 70, 130, "#c97f80", "#dc9c88", 0.35),
        (670, 80, 150, "#b0657a", "#c98482", 0.5),
        (760, 100, 180, "#8d5273", "#b57480", 0.7),
        (860, 120, 220, "#6b4269", "#96627a", 0.85),
        (975, 150, 270, "#46325a", "#704c6d", 1.0),
    ]
    for n, (y, lo, hi, dark, light, k) in enumerate(rows):
        if n == 1:
            minaret(420, 700, 1.0, "#e9b394", "#a96478")
        if n == 3:
            minaret(1350, 900, 1.05, "#b8718a", "#6f4570")
        x = -s.rng.uniform(0, 60)
        while x < s.w:
            w, h = s.rng.uniform(lo, hi), s.rng.uniform(20, 95) * (0.6 + k * 0.7)
            tone = mix(light, dark, s.rng.uniform(0, 0.8))
            top = y - h
            s.cut(
                lambda p: (p.rect(x, top, x + w, s.h + 10), p.rect(x - 3, top - 6, x + w + 3, top + 8)),
                mix(tone, "#ffd9a0", 0.22),
                dark,
                (top, top + 170),
                spread=8,
            )
            kind = s.rng.random()
            if kind < 0.22:
                s.cut(lambda p: p.dome(x + w / 2, top - 4, w * 0.32, w * 0.34), mix(tone, "#fff0d0", 0.5), tone, spread=6)
            elif kind < 0.45:
                dish(x + w * 0.5, top - 24 * k, 20 * k, mix(light, "#fff3dd", 0.6))
            elif kind < 0.65:
                aerial(x + w * 0.4, top, 74 * k, mix(dark, "#1b1730", 0.5))
            elif kind < 0.8 and k > 0.45:
                a, b = x + 12, x + w - 12
                s.flat(
                    lambda p: (
                        p.line((a, top), (a, top - 52 * k), width=3),
                        p.line((b, top), (b, top - 52 * k), width=3),
                        p.line((a, top - 48 * k), (b, top - 46 * k), width=1.5),
                    ),
                    "#33264a",
                )
                for j, cx in enumerate(np.arange(a + 10, b - 24, 27 * k)):
                    s.cut(
                        lambda p: p.rect(cx, top - 46 * k, cx + 20 * k, top - (14 + 8 * (j % 2)) * k),
                        ["#f6e6c8", "#d8604d", "#5d93a6", "#f0b45f"][j % 4],
                        shadow=0,
                        edge=0,
                    )
            for wx in np.arange(x + 18 * k + 6, x + w - 26 * k, 48 * k):
                if s.rng.random() < 0.6:
                    wy = top + s.rng.uniform(26, 44) * (0.6 + k * 0.5)
                    lit = s.rng.random() < 0.4
                    s.flat(lambda p: p.arch(wx, wy, wx + 17 * k, wy + 34 * k), "#ffcf7d" if lit else mix(dark, "#1a1630", 0.5), 0.92)
            x += w + s.rng.uniform(-6, 10)
    s.gulls([(700, 200, 1), (770, 240, 0.8), (840, 190, 0.9), (900, 262, 0.7), (640, 262, 0.7), (980, 205, 0.6)], "#4a3560", 14)


@picture("solar-field")
def solar_field(s):
    s.sky((0, "#1f6f8b"), (0.45, "#7fb6b0"), (0.8, "#f5dca0"), (1, "#fbe7bd"), y1=520)
    s.glow(800, 330, 400, "#fff2c0", 0.8)
    s.disc(800, 300, 95, "#fffbe6", "#ffdc86")
    for r, a in ((150, 0.22), (215, 0.14), (290, 0.09)):
        s.flat(lambda p: p.oval(800, 300, r), "#fff3c4", a)
    s.cut(s.ridge(470, 48, 330, 0.42), "#d9a878", "#e5bf8d", shadow=0.12)
    s.cut(s.ridge(510, 26, 420, 0.4), "#c98d5c", "#dfb07c", shadow=0.15)
    s.cut(s.ridge(548, 12, 520, 0.35), "#dba466", "#a9683c", (540, 1067), shadow=0.15)
    hy, f = 480, 900

    def at(x, y, z):
        return 800 + f * x / z, hy + f * (1.9 - y) / z

    for z in np.geomspace(23, 3.1, 12):
        s.flat(lambda p: p.poly(at(-40, 0, z * 1.07), at(40, 0, z * 1.07), at(40, 0, z * 0.98), at(-40, 0, z * 0.98)), "#7c4526", 0.28)
        half = 1.62
        for i in range(-16, 17):
            x = i * 3.5
            if abs(800 + f * x / z - 800) > 1100 or i == 0 and z < 0:
                continue
            a, b, c, d = at(x - half, 1.15, z + 0.55), at(x + half, 1.15, z + 0.55), at(x + half, 0.28, z), at(x - half, 0.28, z)
            s.flat(lambda p: [p.line(at(x + q, 0, z + 0.3), at(x + q, 0.7, z + 0.3), width=max(1.5, 40 / z)) for q in (-1, 1)], "#3d2b2a")
            near = min(1, 4 / z)
            s.cut(
                lambda p: p.poly(a, b, c, d),
                mix("#4f8fae", "#a9d3cf", 1 - near),
                mix("#0e2b4a", "#3f7790", 1 - near),
                (a[1], c[1]),
                spread=max(2, 20 / z),
                shadow=0.3,
                edge=26,
            )

            def cells(p):
                for q in np.linspace(0, 1, 7):
                    p.line((a[0] + (b[0] - a[0]) * q, a[1]), (d[0] + (c[0] - d[0]) * q, d[1]), width=max(0.7, 5.5 / z))
                for q in np.linspace(0, 1, 4):
                    p.line(
                        (a[0] + (d[0] - a[0]) * q, a[1] + (d[1] - a[1]) * q),
                        (b[0] + (c[0] - b[0]) * q, b[1] + (c[1] - b[1]) * q),
                        width=max(0.7, 5.5 / z),
                    )

            s.flat(cells, "#cfe8e2", 0.42)
            s.flat(
                lambda p: p.poly(
                    (a[0] + (b[0] - a[0]) * 0.1, a[1]),
                    (a[0] + (b[0] - a[0]) * 0.34, a[1]),
                    (d[0] + (c[0] - d[0]) * 0.2, d[1]),
                    (d[0] + (c[0] - d[0]) * 0.04, d[1]),
                ),
                "#fff6d5",
                0.2,
            )
    s.gulls([(380, 210, 1), (450, 245, 0.7), (1240, 190, 0.8)], "#2d6072")


@picture("wheat-market")
def wheat_market(s):
    s.sky((0, "#f3d7a0"), (0.6, "#f7e3b8"), (1, "#e9bf83"))
    s.cut(lambda p: p.rect(-5, 0, 1605, 640), "#d9a56c", "#e8c08a", shadow=0, edge=0)
    for x in (-60, 260, 580, 900, 1220, 1540):
        s.cut(lambda p: (p.rect(x - 20, 0, x + 340, 650),), "#c98b5a", "#d8a470", spread=6, shadow=0.12)
        s.cut(lambda p: p.arch(x + 40, 170, x + 280, 660, pointed=0.18), "#5d3035", "#8a4a3c", spread=8, shadow=0.2)
        s.glow(x + 160, 470, 110, "#f2a85a", 0.45)
    s.cut(lambda p: p.rect(-5, 640, 1605, 1080), "#dcae72", "#9a6038", spread=8, shadow=0.2)
    for i in range(9):
        y = 660 + 420 * (i / 9) ** 1.6
        s.flat(lambda p: p.line((-5, y), (1605, y + 3), width=1 + i * 0.3), "#7d4a2d", 0.25)

    def awning(x0, x1, y, drop, a, b):
        n = 9
        w = (x1 - x0) / n
        for i in range(n):
            t0, t1 = x0 + i * w, x0 + (i + 1) * w
            inner = lambda t: (t - (x0 + x1) / 2) * 0.86 + (x0 + x1) / 2
            tone = a if i % 2 else b
            s.cut(
                lambda p: (p.poly((inner(t0), y), (inner(t1), y), (t1, y + drop), (t0, y + drop)), p.oval((t0 + t1) / 2, y + drop, w / 2, 20)),
                mix(tone, "#ffffff", 0.12),
                mix(tone, "#4a1d20", 0.22),
                (y, y + drop + 20),
                spread=6,
                shadow=0.16,
                edge=6,
            )

    for x0, x1, y, tone in ((40, 520, 250, "#c2503a"), (560, 1050, 225, "#2f7480"), (1090, 1570, 250, "#d98f35")):
        s.cut(lambda p: [p.rect(x - 7, y, x + 7, 800) for x in (x0 + 40, x1 - 40)], "#6b3d2b", "#4a2a25", spread=5)
        awning(x0, x1, y, 120, tone, "#f8ead0")
    folk = (
        (165, "#2f5d6b", None, "#f3e2c0"),
        (390, "#7a3346", "#d9a0a0", None),
        (690, "#e9dcc0", None, "#8a3f34"),
        (915, "#466b4b", "#e0c48a", None),
        (1225, "#8b4a2f", None, "#f3e2c0"),
        (1435, "#35466b", "#9fb8c4", None),
    )
    for x, c, scarf, cap in folk:
        s.person(x, 830, 400, c, "#8a5a3e", bool(scarf), scarf, cap)
    s.cut(lambda p: p.rect(-5, 672, 1605, 700), "#a9683f", "#8d5433", spread=8)
    s.cut(lambda p: p.rect(-5, 698, 1605, 830), "#8d5433", "#5d3325", spread=10)
    for x, tone in ((265, "#e0a63f"), (800, "#c75a3a"), (1335, "#e3c06a")):
        s.cut(
            lambda p: (p.poly((x - 62, 640), (x + 62, 640), (x + 40, 674), (x - 40, 674)), p.dome(x, 641, 54, 30)),
            mix(tone, "#fff6d8", 0.4),
            mix(tone, "#6b3a18", 0.4),
            spread=4,
        )
        s.cut(lambda p: p.poly((x - 64, 640), (x + 64, 640), (x + 42, 676), (x - 42, 676)), "#d8b98e", "#8a5f40", spread=3)
    s.flat(lambda p: [p.rect(x, 704, x + 2.5, 830) for x in range(30, 1600, 118)], "#43241d", 0.6)

    def sack(x, y, r, cloth, grain):
        s.cut(
            lambda p: p.poly(
                *[
                    (
                        x + r * 1.02 * math.copysign(abs(math.cos(a)) ** 0.65, math.cos(a)),
                        y - r * 0.62 + r * 0.66 * math.copysign(abs(math.sin(a)) ** 0.7, math.sin(a)),
                    )
                    for a in np.linspace(0, 2 * math.pi, 60)
                ]
            ),
            mix(cloth, "#ffffff", 0.15),
            mix(cloth, "#3a1f18", 0.4),
            spread=11,
            shadow=0.35,
        )
        s.cut(lambda p: p.oval(x, y - r * 1.12, r * 0.88, r * 0.3), mix(cloth, "#ffffff", 0.32), mix(cloth, "#5a3020", 0.25), spread=3)
        s.cut(
            lambda p: (p.oval(x, y - r * 1.14, r * 0.74, r * 0.21), p.dome(x, y - r * 1.13, r * 0.7, r * 0.42)),
            mix(grain, "#fff6d8", 0.4),
            mix(grain, "#6b3a18", 0.25),
            spread=3,
        )

        def seeds(p):
            for _ in range(150):
                a, q = s.rng.uniform(0, math.pi), s.rng.random() ** 0.5
                p.oval(x + r * 0.6 * q * math.cos(a), y - r * 1.12 - r * 0.36 * q * math.sin(a), 3.2, 1.8, fill=int(s.rng.uniform(100, 255)))

        s.flat(seeds, mix(grain, "#fffbe6", 0.65), 0.75)
        s.flat(
            lambda p: [p.line((x + dx * r, y - r * 0.85), (x + dx * r * 1.12, y - r * 0.12), width=2) for dx in (-0.5, 0, 0.5)],
            mix(cloth, "#3a1f18", 0.5),
            0.35,
        )

    grains = ["#e0a63f", "#f0d79a", "#b8763a", "#e3c06a", "#c75a3a", "#d8b878", "#9a9a4a"]
    for i, x in enumerate(range(60, 1600, 212)):
        sack(x, 925, 88, ["#c9a277", "#b8875c", "#d3b48a"][i % 3], grains[i % 7])
    for i, x in enumerate(range(-20, 1700, 286)):
        sack(x, 1085, 128, ["#d8b98e", "#c39a6c", "#b5825a"][i % 3], grains[(i * 3) % 7])
    s.glow(800, -100, 900, "#fff0c4", 0.25)


@picture("library-hall")
def library_hall(s):
    s.sky((0, "#2a1d2c"), (1, "#3b2734"))
    f, hc, vx, vy = 780, 2.6, 800, 560

    def at(x, y, z):
        return vx + f * x / z, vy - f * (y - hc) / z

    s.cut(lambda p: p.poly(at(-4, 0, 14), at(4, 0, 14), at(4, 0, 2), at(-4, 0, 2)), "#6b4436", "#8a5a40", (700, 1067), shadow=0, edge=0)
    for i in range(-4, 4):
        for j in range(16):
            if (i + j) % 2:
                z0, z1 = 14 - j * 0.8, 14 - (j + 1) * 0.8
                if z1 > 1.7:
                    s.flat(lambda p: p.poly(at(i, 0, z0), at(i + 1, 0, z0), at(i + 1, 0, z1), at(i, 0, z1)), "#b98a5c", 0.55)
    s.cut(lambda p: p.rect(*at(-4, 7, 14), *at(4, 0, 14)), "#7a5a5a", "#94705f", shadow=0, edge=0)
    x0, y0 = at(-1.9, 6.2, 14)
    x1, y1 = at(1.9, 0.9, 14)
    s.cut(lambda p: p.arch(x0, y0, x1, y1, pointed=0.25), "#ffe9b0", "#ffd07f", spread=8, edge=0)
    s.flat(
        lambda p: (
            [p.line((x0 + (x1 - x0) * q, y0), (x0 + (x1 - x0) * q, y1), width=4) for q in (0.25, 0.5, 0.75)],
            [p.line((x0, y0 + (y1 - y0) * q), (x1, y0 + (y1 - y0) * q), width=4) for q in (0.35, 0.52, 0.69, 0.86)],
        ),
        "#a8694a",
    )
    s.glow(800, 520, 330, "#ffdc9a", 0.55)
    zs = [14, 11.6, 9.5, 7.8, 6.3, 5.1, 4.1, 3.25, 2.55, 2.0]
    books = ["#7a2f34", "#2f5560", "#b07a35", "#e0c896", "#44613f", "#5a3a5c", "#9a4d33", "#2c3d5e", "#c9a063"]
    for n, (z0, z1) in enumerate(zip(zs, zs[1:])):
        dim = 0.12 + 0.5 * (n / len(zs)) ** 1.3
        for side in (-1, 1):
            X = 4 * side
            s.cut(
                lambda p: p.poly(at(X, 4.9, z0), at(X, 4.9, z1), at(X, 0, z1), at(X, 0, z0)),
                mix("#7d4f35", "#1d1119", dim),
                mix("#5c3628", "#1d1119", dim),
                shadow=0,
                edge=0,
            )
            for level in range(6):
                base, z = 0.28 + level * 0.76, z0 - 0.1
                s.flat(
                    lambda p: p.poly(at(X, base + 0.66, z0 - 0.06), at(X, base + 0.66, z1 + 0.06), at(X, base, z1 + 0.06), at(X, base, z0 - 0.06)),
                    mix("#2c1a1e", "#120a10", dim),
                )
                while z > z1 + 0.14:
                    t = s.rng.uniform(0.06, 0.17)
                    top = base + s.rng.uniform(0.42, 0.63)
                    tone = books[int(s.rng.integers(len(books)))]
                    if s.rng.random() < 0.93:
                        s.flat(
                            lambda p: p.poly(at(X, top, z), at(X, top, z - t), at(X, base, z - t), at(X, base, z)), mix(tone, "#170d14", dim * 0.9)
                        )
                        if s.rng.random() < 0.4:
                            s.flat(
                                lambda p: p.poly(at(X, top - 0.1, z), at(X, top - 0.1, z - t), at(X, top - 0.15, z - t), at(X, top - 0.15, z)),
                                "#f0d28f",
                                0.7 * (1 - dim),
                            )
                    z -= t + 0.008
            s.cut(
                lambda p: p.poly(at(X, 5.25, z0), at(X, 5.25, z1), at(X, 4.85, z1), at(X, 4.85, z0)), mix("#b58055", "#1d1119", dim), spread=5, edge=6
            )
            s.cut(
                lambda p: p.poly(at(X, 5.0, z0 + 0.001), at(X * 0.955, 5.0, z0), at(X * 0.955, 0, z0), at(X, 0, z0 + 0.001)),
                mix("#a06a45", "#1d1119", dim),
                mix("#6f432f", "#1d1119", dim),
                spread=5,
            )
    for n, z in enumerate(zs[:-1]):
        dim = 0.05 + 0.62 * (n / len(zs)) ** 1.2

        def rib(p):
            outer = [at(4 * math.cos(a), 5.2 + 2.5 * math.sin(a), z) for a in np.linspace(0, math.pi, 50)]
            inner = [at(3.7 * math.cos(a), 5.2 + 2.22 * math.sin(a), z) for a in np.linspace(math.pi, 0, 50)]
            p.poly(*outer, *inner)

        s.cut(rib, mix("#d9a878", "#22131c", dim), mix("#a06f50", "#22131c", dim), spread=8, shadow=0.3)
    for q in (-0.9, 0, 0.9):
        a, b = at(q - 0.4, 5.5, 13.8), at(q + 0.4, 5.5, 13.8)
        s.beam([a, b, at(q * 2.4 + 0.9, 0, 4.4), at(q * 2.4 - 0.9, 0, 4.4)], "#ffe2a6", 0.22, 16)
    s.cut(lambda p: p.poly(at(-1.15, 1, 9), at(1.15, 1, 9), at(1.15, 1, 3), at(-1.15, 1, 3)), "#c98c57", "#7d4a30", spread=14)
    s.cut(lambda p: p.poly(at(-1.15, 1, 3), at(1.15, 1, 3), at(1.15, 0.84, 3), at(-1.15, 0.84, 3)), "#5c3424", spread=4)
    s.cut(
        lambda p: [p.poly(at(q - 0.09, 0.84, 3.02), at(q + 0.09, 0.84, 3.02), at(q + 0.07, 0, 3.02), at(q - 0.07, 0, 3.02)) for q in (-0.98, 0.98)],
        "#4a291e",
        spread=4,
    )
    for z in (7.6, 5.4, 3.9):
        lx, ly = at(0, 1, z)
        k = f / z * 0.01
        s.flat(lambda p: (p.line((lx, ly), (lx, ly - 50 * k), width=5 * k), p.oval(lx, ly, 15 * k, 4 * k)), "#3c2a22")
        s.glow(lx, ly - 30 * k, 85 * k, "#ffd98a", 0.5)
        s.cut(lambda p: p.dome(lx, ly - 44 * k, 30 * k, 30 * k), "#4f9a7d", "#2c6b58", spread=4)
        for side in (-1, 1):
            bx, by = at(0.55 * side, 1, z - 0.25)
            s.cut(
                lambda p: (
                    p.poly((bx, by), (bx - 30 * k, by - 6 * k), (bx - 26 * k, by - 16 * k), (bx, by - 9 * k)),
                    p.poly((bx, by), (bx + 30 * k, by - 6 * k), (bx + 26 * k, by - 16 * k), (bx, by - 9 * k)),
                ),
                "#fff4d9",
                "#e3cda0",
                spread=3,
            )


@picture("football-night")
def football_night(s):
    s.sky((0, "#081528"), (0.6, "#14315a"), (1, "#2c5a86"), y1=520)
    s.stars(260, 120)
    s.glow(800, 520, 700, "#3f7fb0", 0.5, 0.5)

    def bank(y0, y1, lean):
        s.cut(
            lambda p: p.poly((-5, y0 - lean), (420, y0), (1180, y0), (1605, y0 - lean), (1605, y1 + 60), (1180, y1), (420, y1), (-5, y1 + 60)),
            "#1a2f52",
            "#0e2038",
            spread=10,
        )

    s.cut(
        lambda p: p.poly((-5, 190), (430, 296), (1170, 296), (1605, 190), (1605, 240), (1170, 322), (430, 322), (-5, 240)),
        "#34557f",
        "#223f66",
        spread=8,
    )
    bank(325, 560, 90)
    crowd = ["#f0dcae", "#e2784a", "#f6f1e0", "#4b9aa8", "#c9503c", "#f2b857", "#7fb0c0", "#2d4d73"]
    for tone in crowd:

        def heads(p, tone=tone):
            for _ in range(520):
                x, t = s.rng.uniform(0, 1600), s.rng.random()
                bend = max(0, abs(x - 800) - 380) / 420
                y = 335 + 215 * t - 88 * bend * (1 - t) + 50 * bend * t
                y = round(y / 13) * 13 - 88 * bend * 0.2
                p.oval(x, y, 4.1, 4.8, fill=int(s.rng.uniform(110, 255)))

        s.flat(heads, tone, 0.85)
    for x in (250, 620, 980, 1340):
        y = 440 + s.rng.uniform(-30, 30) - max(0, abs(x - 800) - 380) * 0.07
        s.cut(
            lambda p: (
                p.line((x, y + 20), (x, y - 66), width=3),
                p.poly((x, y - 66), (x + 62, y - 58), (x + 48, y - 44), (x + 62, y - 28), (x, y - 22)),
            ),
            "#e8743f",
            "#c9503c",
            spread=4,
        )
    s.cut(
        lambda p: p.poly((-5, 612), (420, 556), (1180, 556), (1605, 612), (1605, 640), (1180, 580), (420, 580), (-5, 640)),
        "#f3e3bd",
        "#c9b48a",
        spread=6,
    )
    s.flat(lambda p: [p.rect(x, 562, x + 62, 575) for x in range(440, 1160, 88)], "#24507a", 0.8)
    f, hy = 900, 400

    def at(x, z):
        return 800 + f * x / z, hy + f * 2.1 / z

    s.cut(lambda p: p.poly((-5, 622), (420, 572), (1180, 572), (1605, 622), (1605, 1080), (-5, 1080)), "#2f7d56", "#1c5a40", spread=4)
    zs = np.geomspace(10.9, 2.6, 13)
    for i, (a, b) in enumerate(zip(zs, zs[1:])):
        if i % 2:
            s.flat(lambda p: p.poly(at(-14, a), at(14, a), at(14, b), at(-14, b)), "#4aa06b", 0.5)
    s.glow(800, 800, 620, "#9fe0a0", 0.28, 0.5)
    chalk = lambda p: (
        p.line(at(-5.4, 10.4), at(5.4, 10.4), width=3),
        p.line(at(-5.4, 10.4), at(-5.4, 2.4), width=6),
        p.line(at(5.4, 10.4), at(5.4, 2.4), width=6),
        p.line(at(-2.6, 10.4), at(-2.6, 7.9), at(2.6, 7.9), at(2.6, 10.4), width=3.4),
        p.line(at(-1.2, 10.4), at(-1.2, 9.5), at(1.2, 9.5), at(1.2, 10.4), width=2.6),
        p.line(*[at(1.0 * math.cos(a), 7.9 - 0.75 * math.sin(a)) for a in np.linspace(0.3, math.pi - 0.3, 24)], width=3),
        p.line(at(-5.4, 4.05), at(5.4, 4.05), width=6),
        p.line(*[at(1.7 * math.cos(a), 4.05 + 1.25 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 60)], width=5),
    )
    s.flat(chalk, "#f4f7e6", 0.85)
    gx0, gy = at(-0.62, 10.4)
    gx1, _ = at(0.62, 10.4)
    s.flat(
        lambda p: (
            [p.line((gx0 + (gx1 - gx0) * q, gy - 46), (gx0 + (gx1 - gx0) * q, gy), width=0.8) for q in np.linspace(0, 1, 14)],
            [p.line((gx0, gy - 46 * q), (gx1, gy - 46 * q), width=0.8) for q in np.linspace(0, 1, 7)],
        ),
        "#ffffff",
        0.5,
    )
    s.flat(lambda p: p.line((gx0, gy), (gx0, gy - 46), (gx1, gy - 46), (gx1, gy), width=4), "#ffffff")

    def player(x, z, shirt, shorts, stride):
        px, py = at(x, z)
        k = f / z * 0.0078
        for dx in (-26, 30):
            s.flat(
                lambda p: p.poly((px, py), (px + 8 * k, py), (px + (8 + dx * 1.6) * k, py + 12 * k), (px + dx * 1.6 * k, py + 12 * k)),
                "#0c3326",
                0.35,
            )
        skin, st = "#7a4c36", stride
        knees = [
            ((px - 6 * k, py - 40 * k), (px - 11 * st * k, py - 21 * k), (px - 19 * st * k, py - 2 * k)),
            ((px + 6 * k, py - 40 * k), (px + 13 * st * k, py - 23 * k), (px + 6 * st * k, py - 2 * k)),
        ]
        for hip, knee, foot in knees:
            s.flat(lambda p: p.line(hip, knee, width=6.4 * k), skin)
            s.flat(lambda p: p.line(knee, foot, width=5.6 * k), shirt)
            s.flat(lambda p: (p.oval(*knee, 3 * k), p.oval(foot[0] + 2.5 * st * k, foot[1] + 1 * k, 6 * k, 2.6 * k)), "#262226")
        s.flat(
            lambda p: (
                p.line((px - 10 * k, py - 75 * k), (px - 19 * k, py - 62 * k), (px - (10 + 6 * st) * k, py - 50 * k), width=5 * k),
                p.line((px + 10 * k, py - 75 * k), (px + 19 * k, py - 63 * k), (px + (14 - 5 * st) * k, py - 52 * k), width=5 * k),
                p.rect(px - 3 * k, py - 84 * k, px + 3 * k, py - 76 * k),
            ),
            skin,
        )
        s.cut(
            lambda p: p.poly(
                (px - 10 * k, py - 52 * k),
                (px + 10 * k, py - 52 * k),
                (px + 12.5 * k, py - 34 * k),
                (px + 1 * k, py - 36 * k),
                (px - 12.5 * k, py - 34 * k),
            ),
            shorts,
            spread=2,
            shadow=0.1,
        )
        s.cut(
            lambda p: p.poly(
                (px - 5 * k, py - 80 * k),
                (px + 5 * k, py - 80 * k),
                (px + 12 * k, py - 77 * k),
                (px + 17 * k, py - 66 * k),
                (px + 10.5 * k, py - 65 * k),
                (px + 10 * k, py - 49 * k),
                (px - 10 * k, py - 49 * k),
                (px - 10.5 * k, py - 65 * k),
                (px - 17 * k, py - 66 * k),
                (px - 12 * k, py - 77 * k),
            ),
            mix(shirt, "#ffffff", 0.15),
            shirt,
            spread=2,
            shadow=0.1,
        )
        s.flat(lambda p: p.oval(px, py - 88.5 * k, 5.6 * k, 7 * k), skin)
        s.flat(lambda p: p.dome(px, py - 89.5 * k, 5.9 * k, 6.6 * k), "#231a1c")

    for x, z, team, st in (
        (0.1, 9.9, 2, 1),
        (-2.2, 8.6, 1, 1),
        (1.6, 8.1, 1, -1),
        (-0.6, 7.2, 0, 1),
        (2.6, 6.6, 0, -1),
        (-3.2, 5.9, 1, 1),
        (0.5, 5.7, 1, -1),
        (-1.3, 4.5, 0, 1),
        (2.2, 4.3, 1, 1),
        (-2.1, 3.3, 0, -1),
        (0.75, 3.05, 0, 1),
    ):
        player(x, z, ["#f08a3c", "#f3f3ea", "#e9d44a"][team], ["#1b3a5c", "#8a2f3a", "#222222"][team], st)
    bx, by = at(0.98, 3.0)
    s.cut(lambda p: p.oval(bx + 20, by - 8, 12), "#ffffff", "#cfd6d6", spread=3)
    for x, y in ((150, 40), (1450, 40)):
        s.flat(
            lambda p: (
                p.line((x - 22, 330), (x - 8, y + 60), width=6),
                p.line((x + 22, 330), (x + 8, y + 60), width=6),
                [p.line((x - 20 + q, 320 - q * 9), (x + 20 - q, 290 - q * 9), width=2.4) for q in range(0, 14, 3)],
            ),
            "#0d1c33",
        )
        s.cut(lambda p: p.rect(x - 92, y - 20, x + 92, y + 66, radius=6), "#1c3152", spread=5)
        s.glow(x, y + 22, 240, "#dff1ff", 0.55)
        s.flat(lambda p: [p.oval(x - 72 + 36 * i, y + 23 * j, 12.5, 8.5) for i in range(5) for j in range(3)], "#ffffff")
        s.beam(
            [(x - 60, y + 40), (x + 60, y + 40), (800 + (x - 800) * -0.15 + 330, 1000), (800 + (x - 800) * -0.15 - 330, 1000)], "#e8f6ff", 0.13, 26
        )


@picture("desert-road")
def desert_road(s):
    s.sky((0, "#34698a"), (0.4, "#8db3b0"), (0.8, "#f2d6a2"), (1, "#f9e2b6"), y1=480)
    s.glow(1120, 330, 360, "#fff0c8", 0.7)
    s.disc(1130, 285, 62, "#fffbe8", "#ffe2a0")
    s.clouds(130, 300, "#f6e7c8", 5, 0.35, 320)
    s.cut(
        lambda p: p.poly((-10, 470), (120, 380), (360, 372), (420, 440), (560, 455), (620, 400), (760, 396), (830, 470), (1000, 480), (-10, 520)),
        "#a8786e",
        "#c9977c",
        shadow=0.1,
    )
    s.cut(s.ridge(470, 30, 420, 0.4), "#cf9768", "#dfb07c", shadow=0.12)
    s.cut(s.ridge(500, 18, 500, 0.35), "#dba468", "#c98a50", (480, 620), shadow=0.15)
    s.cut(s.ridge(540, 10, 700, 0.3), "#e3b474", "#a86a3a", (520, 1067), shadow=0.15)

    def middle(t):
        return 800 + 330 * math.sin(t * 3.3 + 0.35) * (1 - t) ** 1.25 - 60 * (1 - t), 535 + 560 * t**1.9

    def band(inner, outer):
        ts = np.linspace(0.02, 1, 90)
        side = lambda q: [(middle(t)[0] + q * (2 + 330 * t**1.9), middle(t)[1]) for t in ts]
        return lambda p: p.poly(*side(inner), *reversed(side(outer)))

    s.cut(band(-1.18, 1.18), "#e9c48a", "#d8a566", spread=5, shadow=0.15)
    s.cut(band(-1, 1), "#7a6a68", "#38373f", spread=4, shadow=0.2)
    s.flat(band(-0.93, -0.89), "#f3e3bd", 0.8)
    s.flat(band(0.89, 0.93), "#f3e3bd", 0.8)

    def dashes(p):
        for t0 in np.linspace(0.05, 0.98, 26):
            t1 = t0 + 0.018
            (xa, ya), (xb, yb) = middle(t0), middle(t1)
            wa, wb = 0.022 * (2 + 330 * t0**1.9), 0.022 * (2 + 330 * t1**1.9)
            p.poly((xa - wa, ya), (xa + wa, ya), (xb + wb, yb), (xb - wb, yb))

    s.flat(dashes, "#f7cf74", 0.95)
    tops = []
    for t in (0.14, 0.24, 0.36, 0.5, 0.66, 0.84):
        x, y = middle(t)
        x, h = x + 1.75 * (2 + 330 * t**1.9) + 10, 30 + 470 * t**1.5
        tops.append((x, y - h, h))
        s.cut(
            lambda p: (
                p.line((x, y), (x, y - h), width=2 + 9 * t),
                p.line((x - h * 0.11, y - h * 0.93), (x + h * 0.11, y - h * 0.93), width=2 + 6 * t),
            ),
            "#5d3b33",
            "#3b2628",
            spread=4,
        )
    for (xa, ya, ha), (xb, yb, hb) in zip(tops, tops[1:]):
        for q in (-0.1, 0.1):
            s.flat(
                lambda p: p.line(
                    *[
                        (
                            xa + q * ha + (xb + q * hb - xa - q * ha) * t,
                            ya + ha * 0.07 + (yb + hb * 0.07 - ya - ha * 0.07) * t + (hb * 0.13) * 4 * t * (1 - t),
                        )
                        for t in np.linspace(0, 1, 20)
                    ],
                    width=1 + hb / 260,
                ),
                "#4a302d",
                0.8,
            )
    for x, y, k in ((250, 700, 1), (120, 860, 1.7), (420, 610, 0.6), (1000, 590, 0.5), (430, 930, 1.6)):
        for a in np.linspace(-2.5, -0.6, 8):
            s.flat(
                lambda p: p.line((x, y), (x + 34 * k * math.cos(a), y + 34 * k * math.sin(a)), width=4.5 * k),
                mix("#6f7a45", "#8f8d52", s.rng.random()),
            )
    x, y = middle(0.31)
    x += 14
    s.flat(lambda p: p.oval(x, y + 2, 44, 6), "#6b4a3a", 0.5)
    s.cut(lambda p: (p.rect(x - 28, y - 62, x + 30, y - 8, radius=3)), "#e4683c", "#b5462c", spread=5)
    s.cut(lambda p: p.rect(x - 25, y - 84, x + 27, y - 56, radius=4), "#f3e3c3", "#d9b98a", spread=4)
    s.flat(lambda p: p.rect(x - 21, y - 78, x + 23, y - 62, radius=2), "#2c4a5a")
    s.flat(lambda p: (p.oval(x - 20, y - 24, 6), p.oval(x + 22, y - 24, 6)), "#fff3c0")
    s.flat(lambda p: (p.rect(x - 27, y - 10, x - 15, y + 3), p.rect(x + 17, y - 10, x + 29, y + 3)), "#231d22")
    for cx, cy, r, a in ((x - 90, y - 20, 80, 0.35), (x + 80, y - 30, 90, 0.3), (x, y - 8, 60, 0.25)):
        s.glow(cx, cy, r, "#f1cf98", a, 0.6)
    for t in range(14):
        gx, gy = s.rng.uniform(-100, 1600), s.rng.uniform(560, 980)
        s.beam([(gx, gy), (gx + 420, gy - 14), (gx + 700, gy + 4), (gx + 200, gy + 16)], "#f7dba6", 0.32, 12)


@picture("desalination-plant")
def desalination_plant(s):
    s.sky((0, "#8fc1c4"), (0.5, "#cfe0cf"), (1, "#f9ecd0"), y1=560)
    s.disc(330, 210, 72, "#fff8dd", "#ffe6ab")
    s.glow(330, 210, 300, "#fff4cf", 0.5)
    s.clouds(110, 330, "#ffffff", 8, 0.5, 260)
    s.cut(s.ridge(480, 44, 360), "#b3a58a", "#d2c29e", shadow=0.1)
    s.cut(s.ridge(540, 24, 440), "#c99f70", "#e0bd8a", shadow=0.15)
    s.cut(lambda p: p.poly((-10, 660), (500, 640), (1100, 652), (1610, 628), (1610, 800), (-10, 800)), "#e3c491", "#c69a66", spread=8)

    def tank(x, base, r, h, tone):
        steps = 28
        for i in range(steps):
            a0, a1 = math.pi * i / steps, math.pi * (i + 1) / steps
            xa, xb = x - r * math.cos(a0), x - r * math.cos(a1) + 0.6
            lum = 0.5 + 0.5 * math.cos(a0 - 1.0)
            s.flat(
                lambda p: p.rect(xa, base - h, xb, base + r * 0.16 * math.sin((a0 + a1) / 2)),
                mix(mix(tone, "#1f3a44", 0.5), mix(tone, "#ffffff", 0.65), lum),
            )
        s.cut(lambda p: p.oval(x, base - h, r, r * 0.17), mix(tone, "#ffffff", 0.75), mix(tone, "#ffffff", 0.4), shadow=0.2, spread=4)
        s.flat(lambda p: [p.rect(x - r, base - h * q, x + r, base - h * q + 2.5) for q in (0.33, 0.66)], "#5d7a80", 0.4)

    def hall(x0, x1, base, h, tone, saw=True):
        s.cut(lambda p: p.rect(x0, base - h, x1, base), mix(tone, "#ffffff", 0.25), tone, spread=8)
        if saw:
            n = max(2, int((x1 - x0) / 85))
            w = (x1 - x0) / n
            s.cut(
                lambda p: [p.poly((x0 + i * w, base - h), (x0 + i * w, base - h - 42), (x0 + (i + 1) * w, base - h)) for i in range(n)],
                mix(tone, "#ffffff", 0.5),
                mix(tone, "#ffffff", 0.1),
                spread=4,
            )
            s.flat(
                lambda p: [
                    p.poly(
                        (x0 + i * w + 3, base - h - 4),
                        (x0 + i * w + 3, base - h - 34),
                        (x0 + i * w + 12, base - h - 31),
                        (x0 + i * w + 12, base - h - 4),
                    )
                    for i in range(n)
                ],
                "#3d7f8d",
                0.9,
            )
        s.flat(lambda p: [p.rect(x, base - h * 0.62, x + 26, base - h * 0.3) for x in np.arange(x0 + 24, x1 - 34, 52)], "#2f6474", 0.85)

    s.flat(lambda p: [p.line((x, 330), (x, 660), width=5) for x in (742, 764)], "#b0603f")
    s.cut(lambda p: p.poly((1180, 640), (1190, 300), (1226, 300), (1238, 640)), "#f4e6cf", "#c9b08d")
    s.flat(
        lambda p: [
            p.poly((1190 - (y - 300) * 0.03, y), (1226 + (y - 300) * 0.035, y), (1227 + (y - 300) * 0.035, y + 34), (1189 - (y - 300) * 0.03, y + 34))
            for y in (310, 380)
        ],
        "#cf5a3c",
    )
    hall(820, 1330, 690, 120, "#cdb89a")
    hall(90, 420, 690, 105, "#d9c3a0")
    for x in (480, 600, 720):
        tank(x, 690, 54, 190, "#9fc0c2")
    tank(1420, 700, 100, 150, "#e0d5bc")
    hall(560, 1000, 745, 95, "#e8d9bd", False)
    for x in (40, 170, 430):
        s.flat(lambda p: [p.rect(q, 730, q + 10, 756) for q in (x + 18, x + 88)], "#6d5a4a")
        s.cut(lambda p: p.rect(x, 688, x + 116, 738, radius=25), "#fbf4e4", "#98aaa8", spread=5)
        s.flat(lambda p: [p.rect(q, 688, q + 3, 738) for q in (x + 30, x + 84)], "#5d7a80", 0.5)
    s.cut(lambda p: p.poly((-10, 762), (1610, 742), (1610, 800), (-10, 812)), "#a87e55", "#8a6244", spread=8)

    def pipes(p, off):
        p.line((250, 745 + off), (250, 800 + off), (420, 850 + off), (420, 1090), width=19)

    s.water(800, "#0b5f70", "#8fd0c4", 0.22)
    for i, y in enumerate((835, 885, 950, 1010)):
        s.cut(
            s.swell(y, 7 + 3 * i, 330 + 120 * i, i * 1.7),
            mix("#5fbfb4", "#0f6f80", i / 3),
            mix("#3aa3a3", "#0a5263", i / 3),
            (y, y + 120),
            alpha=0.7,
            spread=9,
            shadow=0.2,
        )
        line = [
            (x, y - 2 + (7 + 3 * i) * (math.sin(x / (330 + 120 * i) * 2 * math.pi + i * 1.7) + 0.5 * math.sin(x / (330 + 120 * i) * 3.7 + i * 3.4)))
            for x in np.linspace(0, 1600, 200)
        ]
        s.flat(lambda p: p.line(*line, width=3 + i), "#e9fbf2", 0.6)
    for k, (x, tone) in enumerate(((300, "#d9643f"), (352, "#e39b45"), (404, "#f1e2c2"))):
        pts = [(x, 700), (x, 770), (x + 130, 850), (x + 210, 930 + k * 6)]
        s.cut(
            lambda p: (p.line(*pts, width=25), [p.oval(a, b, 12.5) for a, b in pts[1:-1]]),
            mix(tone, "#ffffff", 0.25),
            mix(tone, "#3a1d1a", 0.3),
            spread=6,
        )
    s.cut(s.swell(925, 13, 540, 4.0), "#1f8f98", "#0a5263", (920, 1060), alpha=0.75, spread=8, shadow=0.15)
    s.boat(1150, 900, 170, "#c9503c", "#fbe9c8", cabin="#f6ead0")
    s.gulls([(640, 180, 1.2), (720, 225, 0.9), (1010, 160, 1), (560, 250, 0.7)], "#3d6a70")


@picture("fishing-boats", CLASSIC)
def fishing_boats(s):
    s.sky((0, "#f3b18a"), (0.5, "#f8d3a0"), (1, "#fdeac2"), y1=520)
    s.glow(520, 400, 420, "#fff1c9", 0.7)
    s.disc(520, 330, 80, "#fff9e0", "#ffdd94")
    s.clouds(90, 300, "#ef9f86", 8, 0.4, 280)
    s.cut(s.ridge(470, 50, 420), "#d58f83", "#e5ab8e", shadow=0.1)
    s.cut(s.ridge(512, 22, 300), "#a86b76", "#c98782", shadow=0.1)

    def houses(p):
        x = 860
        while x < 1620:
            w, h = s.rng.uniform(50, 100), s.rng.uniform(50, 150)
            p.rect(x, 530 - h, x + w, 560)
            if s.rng.random() < 0.3:
                p.dome(x + w / 2, 531 - h, w * 0.33)
            x += w - 2

    s.cut(houses, "#8a5a6e", "#b07a7c")
    s.flat(lambda p: [p.rect(x, y, x + 8, y + 13) for x, y in zip(s.rng.uniform(870, 1590, 30), s.rng.uniform(470, 525, 30))], "#ffd88c", 0.9)
    s.water(545, "#1f5a6b", "#f0b98f", 0.75)
    s.glints(520, 556, 1100, 110, "#fff0c4", 150, 0.8)
    fleet = [
        (1290, 640, 250, "#7a3f52", "#f3c98f", -1),
        (330, 670, 280, "#2f6f7e", "#f6e3b8", 1),
        (820, 735, 370, "#c9543a", "#fbe6bf", 1),
        (1330, 850, 470, "#2c5070", "#eeb04f", -1),
        (330, 925, 520, "#e2a23f", "#2f6474", 1),
        (1010, 1050, 640, "#2f8a86", "#f9e4ba", -1),
    ]
    for i, (x, y, n, hull, band, flip) in enumerate(fleet):
        d = n * 0.17
        s.flat(lambda p: p.oval(x, y + d * 0.84, n * 0.43, d * 0.2), mix(hull, "#0f3140", 0.6), 0.5)
        for j in range(7):
            s.flat(
                lambda p: p.oval(x + s.rng.uniform(-0.3, 0.3) * n, y + d * (1.1 + j * 0.16), n * (0.38 - 0.045 * j), 3.2),
                mix(hull, "#f0c9a0", 0.15),
                0.5,
            )
        mast = x + flip * n * 0.1
        s.flat(
            lambda p: (
                p.line((mast, y), (mast, y - n * 0.62), width=n * 0.014),
                p.line((mast, y - n * 0.6), (x + flip * n * 0.5, y - d * 1.0), width=n * 0.005),
                p.line((mast, y - n * 0.6), (x - flip * n * 0.46, y - d * 0.4), width=n * 0.005),
            ),
            "#4a3040",
        )
        for j in range(6):
            fx = mast + (x + flip * n * 0.5 - mast) * (j + 0.5) / 6
            fy = y - n * 0.6 + (n * 0.6 - d) * (j + 0.5) / 6
            s.flat(
                lambda p: p.poly((fx, fy), (fx + n * 0.02, fy + n * 0.045), (fx - n * 0.02, fy + n * 0.04)), ["#d9553c", "#f6e3b8", "#2f7a86"][j % 3]
            )
        s.boat(x, y, n, hull, band, flip=flip, cabin="#f6ead2" if i % 2 else None)
        if not i % 2:
            s.cut(lambda p: [p.oval(x - flip * n * q, y - d * 0.28, n * 0.07, d * 0.42) for q in (0.28, 0.16, 0.22)], "#d98f4f", "#7a4a3a", spread=4)
            s.flat(lambda p: [p.oval(x - flip * n * (0.12 + 0.045 * j), y - d * (0.45 + 0.2 * (j % 2)), n * 0.013) for j in range(5)], "#f6ead2")
    s.gulls([(760, 210, 1.6), (850, 270, 1.1), (690, 290, 1), (1150, 190, 1.3), (1230, 240, 0.8)], "#7a4f62")


@picture("assembly-evening")
def assembly_evening(s):
    s.sky((0, "#13244a"), (0.4, "#3f4f7f"), (0.75, "#c98a86"), (1, "#f6c795"), y1=800)
    s.stars(300, 90)
    s.glow(800, 760, 620, "#f9bd85", 0.5, 0.6)
    s.clouds(300, 520, "#d58f8c", 7, 0.32, 300)
    s.cut(s.ridge(770, 28, 300), "#5a4a70", "#7a5c78", shadow=0.1)
    stone, shade, lit = "#f2dcb6", "#a67f78", "#ffd37c"
    s.cut(lambda p: (p.rect(640, 330, 960, 480), p.rect(622, 452, 978, 480)), "#e6c8a4", "#b98f80", spread=9)
    s.cut(lambda p: p.dome(800, 334, 158, 172), "#7fb5a8", "#2f6a70", spread=10)
    s.flat(
        lambda p: [
            p.line(*[(800 + q * 152 * math.cos(a) ** 0.9, 334 - 170 * math.sin(a) ** 1.15) for a in np.linspace(0, math.pi / 2, 20)], width=2.5)
            for q in (-0.75, -0.4, 0, 0.4, 0.75)
        ],
        "#d5e6cf",
        0.35,
    )
    s.cut(lambda p: (p.rect(784, 128, 816, 168), p.dome(800, 130, 18, 24), p.line((800, 110), (800, 40), width=4)), "#f2dcb6", "#c9a688", spread=5)
    s.cut(lambda p: p.poly((802, 44), (866, 54), (848, 70), (866, 86), (802, 84)), "#e2784a", "#c4553f", spread=4)
    s.flat(lambda p: [p.arch(662 + i * 47, 356, 688 + i * 47, 440) for i in range(6)], lit, 0.95)
    for x0, x1, top in ((180, 1420, 500), (420, 1180, 470)):
        s.cut(lambda p: (p.rect(x0, top, x1, 860), p.rect(x0 - 16, top - 14, x1 + 16, top + 14)), mix(stone, "#d8a890", 0.25), shade, spread=12)
    for i in range(24):
        x = 205 + i * 50.5
        if 410 < x < 1160:
            continue
        for y, h in ((555, 90), (695, 110)):
            warm = s.rng.random() < 0.7
            s.cut(lambda p: p.arch(x, y, x + 28, y + h, pointed=0.2), lit if warm else "#5a5f83", "#f3a452" if warm else "#3f4468", shadow=0, edge=0)
    s.cut(lambda p: p.rect(455, 520, 1145, 860), "#6f4a58", "#8d5f58", shadow=0, edge=0)
    s.glow(800, 720, 330, "#ffc26b", 0.6, 0.6)
    s.flat(lambda p: [p.arch(520 + i * 122, 610, 592 + i * 122, 860, pointed=0.2) for i in range(5)], "#ffdf9c", 0.9)
    s.flat(lambda p: p.rect(762, 690, 838, 860), "#7a3f35", 0.9)
    for i in range(8):
        x = 452 + i * 94
        s.cut(
            lambda p: (
                p.poly((x, 850), (x + 4, 520), (x + 34, 520), (x + 38, 850)),
                p.rect(x - 7, 506, x + 45, 526, radius=3),
                p.rect(x - 7, 840, x + 45, 862),
            ),
            "#fbeccc",
            "#c79c86",
            spread=9,
        )
        s.flat(lambda p: [p.line((x + q, 530), (x + q, 838), width=1.6) for q in (12, 19, 26)], "#b08878", 0.5)
    s.cut(lambda p: p.poly((410, 508), (1190, 508), (1190, 480), (800, 392), (410, 480)), "#f4dfba", "#d0aa8d", spread=8)
    s.cut(lambda p: p.poly((500, 484), (1100, 484), (800, 416)), "#c79c84", "#b48a7c", shadow=0, edge=0)
    s.cut(
        lambda p: [p.poly(*[(800 + r * math.cos(a), 457 + r * math.sin(a)) for a, r in ((k * math.pi / 8, 20 if k % 2 else 11) for k in range(16))])],
        "#fbeccc",
        spread=3,
    )
    for i in range(6):
        s.cut(lambda p: p.rect(380 - i * 34, 858 + i * 15, 1220 + i * 34, 876 + i * 15), mix("#f0d8b4", "#a87f78", i / 7), shadow=0.22, spread=4)
    s.cut(lambda p: p.poly((-10, 945), (1610, 945), (1610, 1080), (-10, 1080)), "#8a6670", "#3d3350", spread=6)
    s.water(948, "#3a3250", "#a87c78", 0.42, 5)
    s.flat(lambda p: [p.line((800 + (x - 800) * 0.55, 948), (x, 1070), width=1.6) for x in range(-800, 2500, 150)], "#2d2745", 0.35)
    for x, h in ((90, 420), (300, 330), (1300, 330), (1510, 430)):
        s.palm(x, 962, h, "#2b2c4a", "#4f5a6e", 0.04 if x < 800 else -0.04)
    for x in (380, 1220):
        s.flat(lambda p: (p.line((x, 965), (x, 770), width=6), p.rect(x - 14, 958, x + 14, 968)), "#2a2743")
        s.glow(x, 755, 70, "#ffe3a0", 0.8)
        s.flat(lambda p: p.oval(x, 755, 15), "#fff3cf")
    for x, c, d in ((640, "#2c3560", 0), (690, "#8a3f48", 1), (980, "#2f5a66", 0), (1090, "#d9b48a", 1), (520, "#4a3a5a", 0)):
        s.person(x, 985, 78, c, "#4a3036", bool(d))


@picture("corniche-rain")
def corniche_rain(s):
    s.sky((0, "#26394a"), (0.45, "#506876"), (0.85, "#93a6a3"), (1, "#c2c6b4"), y1=560)
    s.clouds(20, 230, "#1d2e3d", 16, 0.55, 420)
    s.clouds(150, 340, "#3d5361", 14, 0.5, 360)
    s.glow(380, 500, 330, "#e6dcb8", 0.4, 0.5)
    s.cut(s.ridge(520, 26, 420), "#6f8288", "#889893", shadow=0.1)
    for i, y in enumerate((545, 580, 622, 668)):
        s.cut(
            s.swell(y, 6 + 4 * i, 260 + 80 * i, i * 2.1),
            mix("#7f9a9a", "#2a5563", i / 3),
            mix("#567a80", "#1d4250", i / 3),
            (y, y + 100),
            spread=7,
            shadow=0.22,
        )
        line = [
            (x, y - 1 + (6 + 4 * i) * (math.sin(x / (260 + 80 * i) * 2 * math.pi + i * 2.1) + 0.5 * math.sin(x / (260 + 80 * i) * 3.7 + i * 4.2)))
            for x in np.linspace(0, 1600, 200)
        ]
        s.flat(lambda p: p.line(*line, width=2 + i), "#dfe9e2", 0.55)

    def spray(x, y, k):
        for _ in range(170):
            a, r = s.rng.normal(-1.57, 0.5), s.rng.random() ** 0.7 * 190 * k
            s.flat(lambda p: p.oval(x + r * math.cos(a), y + r * math.sin(a) * 1.1, s.rng.uniform(2, 9) * k), "#eef4ee", s.rng.uniform(0.25, 0.75))
        s.glow(x, y - 50 * k, 90 * k, "#eef4ee", 0.5)

    def block(p):
        x = 1010
        while x < 1620:
            w, h = s.rng.uniform(80, 130), s.rng.uniform(190, 330)
            p.rect(x, 700 - h, x + w, 720)
            x += w + 3

    s.cut(block, "#4a5a68", "#6a737a", spread=10)
    for _ in range(62):
        x, y = s.rng.uniform(1020, 1580), s.rng.uniform(450, 680)
        s.flat(lambda p: p.rect(x, y, x + 12, y + 18), "#ffce7a" if s.rng.random() < 0.55 else "#32424f", 0.9)
    spray(260, 700, 1.0)
    spray(620, 695, 0.65)
    s.cut(lambda p: (p.rect(-5, 688, 1605, 722), [p.rect(x, 676, x + 34, 700, radius=3) for x in range(0, 1600, 96)]), "#c2b59c", "#8d8576", spread=7)
    s.cut(lambda p: p.rect(-5, 720, 1605, 812), "#8b8579", "#76736c", shadow=0, edge=0)
    for x in (130, 560, 1000, 1440):
        s.flat(lambda p: (p.line((x, 770), (x, 380), width=7), p.line((x, 385), (x + 48, 372), width=5), p.rect(x - 11, 740, x + 11, 774)), "#1c2a36")
        s.glow(x + 55, 382, 85, "#ffdf9a", 0.75)
        s.cut(lambda p: p.oval(x + 55, 380, 21, 11), "#fff5d2", shadow=0, edge=0)
    for x, h in ((330, 400), (800, 430), (1225, 400)):
        s.palm(x, 775, h, "#24343a", "#4a6258", 0.16, 0.42)
    walkers = (
        (455, 800, 170, "#2c4a66", "#d9553c", 0),
        (690, 806, 178, "#6b3346", "#eab04a", 1),
        (745, 808, 120, "#3f6a4b", None, 0),
        (1105, 800, 168, "#39424f", "#2f8a86", 0),
    )
    for x, y, h, c, u, d in walkers:
        s.person(x, y, h, c, "#5d3d30", bool(d), "#d9b48a" if d else None)
        if u:
            s.flat(lambda p: p.line((x + 8, y - h * 0.5), (x + 14, y - h * 1.18), width=3), "#22272e")
            s.cut(lambda p: p.dome(x + 14, y - h * 1.04, h * 0.4, h * 0.27), mix(u, "#ffffff", 0.15), mix(u, "#3a1420", 0.25), spread=4)
            s.flat(
                lambda p: [p.line((x + 14, y - h * 1.3), (x + 14 + q * h * 0.4, y - h * 1.05), width=1.4) for q in (-0.45, 0, 0.45)],
                mix(u, "#2a1018", 0.5),
                0.6,
            )
    s.cut(lambda p: p.rect(-5, 800, 1605, 1080), "#5d656b", "#3a434d", spread=5, shadow=0.2)
    s.water(808, "#27333f", "#7d8583", 0.6, 9)
    for _ in range(26):
        x, y = s.rng.uniform(0, 1600), 830 + 230 * s.rng.random() ** 0.8
        r = 14 + (y - 820) * 0.16
        for q in (1, 0.6):
            ring = [(x + r * q * math.cos(a), y + r * q * 0.26 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40)]
            s.flat(lambda p: p.line(*ring, width=1.6), "#dfe6df", 0.4)

    def streaks(p):
        for _ in range(620):
            x, y, n = s.rng.uniform(-50, 1650), s.rng.uniform(-50, 1067), s.rng.uniform(20, 58)
            p.line((x, y), (x + n * 0.3, y + n), width=1.1, fill=int(s.rng.uniform(60, 220)))

    s.flat(streaks, "#eaf0ea", 0.42)


@picture("lighthouse-night", TALL)
def lighthouse_night(s):
    s.sky((0, "#071226"), (0.45, "#123058"), (0.8, "#3a6288"), (1, "#8fa3a0"), y1=1120)
    s.stars(900, 260)
    s.disc(250, 260, 74, "#fff6dc", "#f0dcae")
    s.glow(250, 260, 260, "#cfdcdc", 0.35)
    s.flat(lambda p: (p.oval(228, 240, 15), p.oval(275, 280, 20), p.oval(262, 226, 8)), "#dcc596", 0.6)
    for y, a in ((700, 0.2), (860, 0.28), (990, 0.3)):
        s.clouds(y, y + 60, "#6f8aa3", 5, a, 260)
    s.cut(s.ridge(1080, 28, 320), "#2f5070", "#4a6c84", shadow=0.1)
    s.beam([(655, 400), (655, 425), (-300, 690), (-300, 420)], "#fff0b8", 0.55, 12)
    s.beam([(655, 400), (655, 425), (1500, 300), (1500, 90)], "#fff0b8", 0.4, 12)
    s.water(1115, "#0a1e36", "#5f7f92", 0.6, 18)
    s.glints(250, 1125, 1560, 52, "#f3e7c2", 120, 0.7)
    for i, y in enumerate((1190, 1270, 1370, 1480)):
        s.cut(
            s.swell(y, 7 + 4 * i, 260 + 110 * i, i * 1.9),
            mix("#3f6a84", "#0f2d4a", i / 3),
            mix("#22486a", "#081c34", i / 3),
            (y, y + 140),
            alpha=0.5,
            spread=9,
            shadow=0.25,
        )
    rock = [
        (420, 1330),
        (460, 1235),
        (520, 1200),
        (560, 1130),
        (610, 1105),
        (760, 1100),
        (830, 1150),
        (905, 1165),
        (960, 1240),
        (1080, 1270),
        (1080, 1420),
        (400, 1420),
    ]
    s.cut(lambda p: p.poly(*rock), "#3c4a5c", "#152236", spread=14)
    s.cut(lambda p: p.poly((520, 1205), (610, 1150), (700, 1190), (640, 1300), (500, 1330)), "#55616c", "#26354a", spread=6)
    s.cut(lambda p: p.poly((760, 1180), (850, 1160), (930, 1260), (820, 1330)), "#495868", "#223046", spread=6)

    def side(y, k=1.0):
        return 34 + (y - 470) * 0.062 * k

    s.cut(
        lambda p: p.poly((655 - side(470), 470), (655 + side(470), 470), (655 + side(1115), 1115), (655 - side(1115), 1115)),
        "#fff3da",
        "#c9b29a",
        spread=14,
    )
    for y in (540, 740, 940):
        s.cut(
            lambda p: p.poly((655 - side(y), y), (655 + side(y), y), (655 + side(y + 100), y + 100), (655 - side(y + 100), y + 100)),
            "#d9583c",
            "#a83e30",
            shadow=0,
            edge=0,
        )
    half = [(655 + side(y) * 1.0, y) for y in (470, 1115)]
    s.flat(lambda p: p.poly((655 + side(470) * 0.25, 470), half[0], half[1], (655 + side(1115) * 0.25, 1115)), "#20304a", 0.22)
    s.flat(lambda p: [p.arch(643, y, 667, y + 46) for y in (668, 872)], "#ffd98a")
    s.cut(lambda p: p.arch(630, 1040, 680, 1116), "#5a3030", spread=4)
    s.glow(655, 412, 150, "#fff3c4", 0.8)
    s.cut(
        lambda p: (
            p.rect(596, 452, 714, 474, radius=3),
            [p.rect(600 + i * 18.5, 424, 603 + i * 18.5, 454) for i in range(7)],
            p.rect(598, 420, 712, 426),
        ),
        "#24364e",
        spread=6,
    )
    s.flat(lambda p: p.rect(624, 372, 686, 452), "#ffe9a8")
    s.flat(lambda p: [p.line((x, 372), (x, 452), width=3) for x in (624, 640, 655, 670, 686)], "#24364e")
    s.cut(lambda p: (p.dome(655, 376, 42, 50), p.line((655, 330), (655, 288), width=4)), "#d9583c", "#8f3529", spread=6)
    s.cut(lambda p: (p.rect(760, 1040, 900, 1165), p.poly((745, 1044), (830, 985), (915, 1044))), "#e9d3b3", "#a58a7c", spread=8)
    s.cut(lambda p: p.poly((745, 1044), (830, 985), (915, 1044)), "#b5533f", "#8f4034", spread=4)
    s.flat(lambda p: [p.rect(x, 1075, x + 28, 1110) for x in (785, 850)], "#ffd27c")
    for i, (y, tone) in enumerate(((1372, "#2b587a"), (1440, "#1c4466"), (1520, "#12324f"))):
        s.cut(s.swell(y, 9 + 3 * i, 300 + 90 * i, 1.2 + i), tone, "#0a1e36", (y, y + 150), spread=9, shadow=0.3)
        foam = [
            (x, y - 2 + (9 + 3 * i) * (math.sin(x / (300 + 90 * i) * 2 * math.pi + 1.2 + i) + 0.5 * math.sin(x / (300 + 90 * i) * 3.7 + 2.4 + 2 * i)))
            for x in np.linspace(0, 1067, 160)
        ]
        s.flat(lambda p: p.line(*foam, width=2.4), "#b9d0d6", 0.5)
    s.glints(250, 1380, 1580, 70, "#f3e7c2", 60, 0.6)
    s.boat(235, 1330, 210, "#2f6f7e", "#f6e3b8", cabin="#e9d8bb")
    s.glow(200, 1280, 60, "#ffdc8c", 0.8)
    s.gulls([(420, 560, 1.2), (360, 610, 0.9), (900, 640, 1)], "#dbe4e6", 15)


@picture("blue-door", CLASSIC)
def blue_door(s):
    s.sky((0, "#f2dfc0"), (1, "#dcb98c"))
    for _ in range(70):
        x, y, r = s.rng.uniform(0, 1600), s.rng.uniform(0, 1050), s.rng.uniform(30, 150)
        s.flat(lambda p: p.oval(x, y, r, r * 0.6), mix("#fff3da", "#cda476", s.rng.random()), 0.10)
    for x0, y0, x1, y1 in ((90, 240, 270, 330), (1330, 640, 1540, 720), (120, 730, 300, 800), (1290, 160, 1470, 240)):
        for i in range(3):
            for j in range(2):
                s.flat(
                    lambda p: p.rect(x0 + i * 62 + j * 20, y0 + j * 42, x0 + i * 62 + j * 20 + 57, y0 + j * 42 + 37, radius=5),
                    mix("#c48f63", "#a8744f", s.rng.random()),
                    0.5,
                )
    s.cut(lambda p: p.arch(480, 130, 1120, 1080, pointed=0.12), "#e9c999", "#c99a6a", spread=14, shadow=0.3)
    tones = ["#1f5f7a", "#f4e6c6", "#d9803f", "#f4e6c6"]
    n = 34
    for i in range(n):
        a0, a1 = math.pi * i / n, math.pi * (i + 1) / n
        q = lambda r, a: (800 + r * math.cos(a), 450 - r * math.sin(a) * (1 + 0.12 * math.sin(a) ** 3))
        s.cut(lambda p: p.poly(q(300, a0), q(300, a1), q(252, a1), q(252, a0)), tones[i % 4], spread=2, shadow=0.12, edge=6)
    for side in (-1, 1):
        for j in range(17):
            y = 450 + j * 37
            s.cut(
                lambda p: p.rect(800 + side * 276 - 24, y + 1, 800 + side * 276 + 24, y + 36),
                tones[(j + (side > 0)) % 4],
                spread=2,
                shadow=0.12,
                edge=6,
            )
    s.cut(lambda p: p.arch(555, 205, 1045, 1075, pointed=0.12), "#153f57", "#0f2f45", spread=10, shadow=0.35)
    s.cut(lambda p: p.arch(568, 220, 1032, 1075, pointed=0.12), "#3f8fb0", "#1f6488", spread=6)
    s.flat(lambda p: [p.line((x, 240), (x, 1075), width=2.4) for x in (628, 690, 752, 848, 910, 972)], "#164a68", 0.7)
    s.flat(lambda p: p.line((800, 205), (800, 1075), width=6), "#0f3650")
    for cx in (684, 916):
        for cy in (520, 880):
            star = [
                (cx + r * math.cos(a), cy + r * math.sin(a)) for a, r in ((k * math.pi / 8 + math.pi / 8, 76 if k % 2 else 54) for k in range(16))
            ]
            s.cut(lambda p: p.poly(*star), "#59a9c6", "#2f7ba0", spread=5)
            s.cut(lambda p: p.oval(cx, cy, 28), "#f0c45f", "#b5782f", spread=4)

    def studs(p):
        for a in np.linspace(0.12, math.pi - 0.12, 27):
            p.oval(800 + 218 * math.cos(a), 452 - 216 * math.sin(a) * (1 + 0.1 * math.sin(a) ** 3), 6)
        for x in (592, 776, 824, 1008):
            for y in range(470, 1060, 34):
                p.oval(x, y, 6)
        for y in (640, 700, 760, 1010):
            for x in list(range(615, 770, 30)) + list(range(848, 1000, 30)):
                p.oval(x, y, 5)

    s.cut(studs, "#f3d78f", "#c9963f", spread=3, edge=24)
    for side in (-1, 1):
        kx = 800 + side * 62
        ring = [(kx + 24 * math.cos(a), 752 + 30 * math.sin(a)) for a in np.linspace(0, 2 * math.pi, 40)]
        s.cut(lambda p: (p.oval(kx, 722, 15), p.line(*ring, width=8)), "#f6d98c", "#a8742c", spread=4)
    s.cut(lambda p: p.rect(430, 1060, 1170, 1130, radius=4), "#e8d5b4", "#b89a74", spread=10)
    s.cut(lambda p: p.rect(360, 1118, 1240, 1205, radius=4), "#d9c29c", "#a5835f", spread=10)

    def vine(x, y, dx, n, reach):
        for i in range(n):
            t = i / n
            vx, vy = x + dx * t + s.rng.normal(0, 34), y + reach * t + s.rng.normal(0, 46)
            k = s.rng.uniform(0.7, 1.5)
            a = s.rng.uniform(0, 6.28)
            if s.rng.random() < 0.45:
                tone = mix("#3f6b3f", "#7f9a4f", s.rng.random())
                s.cut(
                    lambda p: p.poly(
                        *[
                            (
                                vx + 22 * k * (math.cos(b) * math.cos(a) - 0.45 * math.sin(b) * math.sin(a)),
                                vy + 22 * k * (math.cos(b) * math.sin(a) + 0.45 * math.sin(b) * math.cos(a)),
                            )
                            for b in np.linspace(0, 6.28, 16)
                        ]
                    ),
                    tone,
                    spread=3,
                    shadow=0.22,
                )
            else:
                tone = mix("#b82f6b", "#ef6f9a", s.rng.random())
                s.cut(
                    lambda p: [
                        p.poly((vx, vy), *[(vx + 21 * k * math.cos(b), vy + 21 * k * math.sin(b)) for b in (c - 0.5, c, c + 0.5)])
                        for c in (a, a + 2.1, a + 4.2)
                    ],
                    tone,
                    mix(tone, "#5a1038", 0.25),
                    spread=3,
                    shadow=0.22,
                )
                s.flat(lambda p: p.oval(vx, vy, 3 * k), "#fff0b0")

    vine(1560, 40, -560, 230, 130)
    vine(1500, 60, 30, 150, 420)
    vine(1100, 70, -420, 90, 10)
    for x, k in ((290, 1.0), (1330, 1.15)):
        s.cut(
            lambda p: (
                p.poly((x - 75 * k, 1005), (x + 75 * k, 1005), (x + 55 * k, 1150), (x - 55 * k, 1150)),
                p.rect(x - 84 * k, 985, x + 84 * k, 1016, radius=5),
            ),
            "#d98256",
            "#9a4a34",
            spread=12,
        )
        for a in np.linspace(-2.7, -0.45, 15):
            n = s.rng.uniform(120, 190) * k
            tip = (x + n * math.cos(a), 990 + n * math.sin(a))
            s.cut(
                lambda p: p.poly(
                    (x - 9, 992),
                    (x + n * 0.5 * math.cos(a) - 14 * math.sin(a), 990 + n * 0.5 * math.sin(a) + 14 * math.cos(a)),
                    tip,
                    (x + n * 0.5 * math.cos(a) + 14 * math.sin(a), 990 + n * 0.5 * math.sin(a) - 14 * math.cos(a)),
                    (x + 9, 992),
                ),
                mix("#4f7a55", "#8fae6a", s.rng.random()),
                spread=4,
                shadow=0.25,
            )
    s.beam([(-100, -50), (420, -50), (1250, 1250), (500, 1250)], "#fff4d0", 0.2, 40)
    s.beam([(1300, 500), (1700, 300), (1700, 1300), (1450, 1300)], "#4a3050", 0.3, 50)


@picture("star-tiles", (1200, 900))
def star_tiles(s):
    s.sky((0, "#e6d2aa"), (1, "#d3b888"))
    step = 280.0
    ink, sea, brick, ochre, cream = "#173f56", "#2f8a8e", "#c4553f", "#e0a544", "#f8ecd0"

    def ring(x, y, n, a, b, turn=0.0):
        return [(x + r * math.cos(t), y + r * math.sin(t)) for t, r in ((k * math.pi / n + turn, a if k % 2 == 0 else b) for k in range(2 * n))]

    for j in range(-1, 6):
        for i in range(-1, 7):
            x, y = i * step + 100, j * step + 40
            tone = (sea, ink)[(i + j) % 2]
            k = lambda c: mix(c, "#fff4da" if s.rng.random() < 0.5 else "#2a1c20", s.rng.uniform(0, 0.13))
            s.cut(lambda p: p.poly(*ring(x, y, 8, 136, 104, math.pi / 8)), k(cream), spread=4, shadow=0.25)
            s.cut(lambda p: p.poly(*ring(x, y, 8, 118, 87, math.pi / 8)), k(tone), mix(tone, "#0a2030", 0.25), spread=3, shadow=0.18, edge=14)
            for q in range(8):
                a = q * math.pi / 4 + math.pi / 8
                kite = [(x + r * math.cos(a + d), y + r * math.sin(a + d)) for r, d in ((37, 0), (62, 0.3), (93, 0), (62, -0.3))]
                s.cut(lambda p: p.poly(*kite), k(ochre if (i + j) % 2 else cream), spread=2, shadow=0.15, edge=12)
            s.cut(lambda p: p.poly(*ring(x, y, 8, 34, 21)), k(brick), spread=2, shadow=0.15, edge=12)
            cx, cy = x + step / 2, y + step / 2
            s.cut(lambda p: p.poly(*ring(cx, cy, 4, 92, 48, math.pi / 4)), k(brick if (i + 2 * j) % 3 else ochre), spread=4, shadow=0.22, edge=12)
            s.cut(lambda p: p.poly(*ring(cx, cy, 4, 56, 31)), k(cream), spread=2, shadow=0.15)
            s.cut(lambda p: p.poly(*ring(cx, cy, 4, 28, 17, math.pi / 4)), k(ink), spread=2, shadow=0.15)
            for hx, hy in ((x + step / 2, y), (x, y + step / 2)):
                s.cut(
                    lambda p: (
                        p.poly((hx - 18, hy), (hx, hy - 38), (hx + 18, hy), (hx, hy + 38))
                        if hx != x
                        else p.poly((hx - 38, hy), (hx, hy - 18), (hx + 38, hy), (hx, hy + 18))
                    ),
                    k(sea),
                    spread=2,
                    shadow=0.15,
                    edge=10,
                )
    for _ in range(26):
        x, y, a = s.rng.uniform(0, 1600), s.rng.uniform(0, 1200), s.rng.uniform(0, 6.28)
        pts = [(x, y)]
        for _ in range(6):
            a += s.rng.normal(0, 0.6)
            pts.append((pts[-1][0] + 16 * math.cos(a), pts[-1][1] + 16 * math.sin(a)))
        s.flat(lambda p: p.line(*pts, width=1.1), "#6b5440", 0.45)
    s.beam([(-200, 200), (500, -200), (1500, 1400), (700, 1500)], "#fff6d8", 0.2, 60)
    s.glow(1650, 1250, 800, "#2a1c30", 0.35)


def logo():
    """The newsroom's mark: a lighthouse whose light is an open page, on nothing."""
    n = 1024
    image = Image.new("RGBA", (n, n), (0, 0, 0, 0))
    d = ImageDraw.Draw(image)
    blue, ember = (21, 77, 99, 255), (217, 98, 58, 255)
    d.ellipse([32, 32, 992, 992], fill=blue)
    d.polygon([(420, 800), (452, 410), (572, 410), (604, 800)], fill=(253, 243, 222, 255))
    d.polygon([(439, 570), (585, 570), (592, 656), (432, 656)], fill=ember)
    d.rounded_rectangle([424, 380, 600, 416], 12, fill=(253, 243, 222, 255))
    d.rectangle([462, 292, 562, 382], fill=(255, 214, 122, 255))
    d.pieslice([448, 222, 576, 362], 180, 360, fill=ember)
    for side in (-1, 1):
        beam = [(512 + side * 70, 318), (512 + side * 400, 232), (512 + side * 400, 420), (512 + side * 70, 352)]
        d.polygon(beam, fill=(255, 226, 160, 255))
        for k in (0.36, 0.5, 0.64):
            x0, x1 = 512 + side * 190, 512 + side * 360
            y0, y1 = 287 + (k - 0.5) * 150, 243 + k * 166
            d.line([(x0, 287 + 97 * (k - 0.18)), (x1, 243 + 166 * k)], fill=blue, width=11)
    wave = [(x, 806 + 22 * math.sin(x / 62)) for x in range(100, 930, 6)]
    inside = [(x, y) for x, y in wave if (x - 512) ** 2 + (y - 512) ** 2 < 446**2]
    d.line(inside, fill=(253, 243, 222, 255), width=26, joint="curve")
    image.resize((256, 256), Image.LANCZOS).quantize(64).save(OUT / "logo.png", optimize=True)


def main():
    names = sys.argv[1:] or [*PICTURES, "logo"]
    (OUT / "pictures").mkdir(parents=True, exist_ok=True)
    for name in names:
        if name == "logo":
            logo()
            continue
        draw, size = PICTURES[name]
        scene = Scene(name, size)
        draw(scene)
        path = OUT / "pictures" / f"{name}.jpg"
        scene.finish(path)
        print(f"{path.name}: {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
