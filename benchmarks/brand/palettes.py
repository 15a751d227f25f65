"""Palettes with known roles: everyday, neutral, navy, neon and pastel ones, written in many CSS forms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The true colours of a theme as its style sheet writes them; `kind` says what makes it hard."""

    brand: str
    kind: str
    primary: str
    secondary: str
    accent: str
    background: str
    surface: str
    text: str
    muted: str
    on_primary: str

    @property
    def dark(self) -> bool:
        """Whether the page stands on a dark ground."""
        return self.text in ("#f4f4f5", "#e6e9ef", "#faf7f2")


_GROUNDS = {
    "white": ("#ffffff", "#f4f5f7", "#1c1f26", "#5d6472"),
    "cool": ("#f7f9fc", "#ffffff", "#14213a", "#53607a"),
    "cream": ("#fbf6ec", "#ffffff", "#2a2320", "#6d625a"),
    "paper": ("#ffffff", "#f6f1ea", "#33302c", "#726c64"),
    "mint": ("#f3faf6", "#e3f2ea", "#15302a", "#4f6b62"),
    "stone": ("#f5f5f4", "#ffffff", "#1c1917", "#57534e"),
    "night": ("#0b0d12", "#171a22", "#f4f4f5", "#a1a6b3"),
    "ink": ("#101524", "#1b2236", "#e6e9ef", "#9aa5bd"),
    "coffee": ("#1d1613", "#2a211d", "#faf7f2", "#b9aca2"),
    "rose": ("#fff7f6", "#fdeae7", "#3a1f24", "#7a5a60"),
    "black on white": ("#ffffff", "#f2f2f2", "#000000", "#595959"),
}

_TABLE = """
Northwind Freight|everyday|#0f62fe|#393939|#ff832b|white|#fff
Kestrel Bikes|everyday|#e4572e|#17bebb|#ffc914|cream|#fff
Alder & Pine|everyday|#2f6b3c|#c08a3e|#7a9e7e|paper|#fff
Brightwave|everyday|#7c3aed|#ec4899|#22d3ee|white|#fff
Marlow Dental|everyday|#0e9f9a|#1f3d5c|#f4b942|cool|#fff
Oakline Homes|everyday|#8c2f39|#3a5a40|#dda15e|stone|#fff
Tandem Coffee|everyday|#6f3b1c|#d9a566|#2d6a6a|cream|#fff
Halden Legal|everyday|#5b2a3d|#a6843f|#2e4057|white|#fff
Fable Toys|everyday|#f25f5c|#247ba0|#ffe066|white|#fff
Pinecrest Labs|everyday|#1b998b|#2d3047|#fffd82|mint|#fff
Solstice Energy|everyday|#f59e0b|#0f4c5c|#e36414|white|#1c1917
Verdant Foods|everyday|#4d7c0f|#b45309|#fde047|cream|#fff
Cobalt Works|everyday|#0047ab|#ff6b35|#00a8a8|white|#fff
Ruby Street|everyday|#b91c1c|#1f2937|#fbbf24|paper|#fff
Lagoon Travel|everyday|#0891b2|#f97316|#facc15|cool|#fff
Magenta Press|everyday|#c026d3|#312e81|#f0abfc|white|#fff
Harbor Bank|navy|#0b2545|#8da9c4|#d4a017|white|#fff
Sterling Partners|navy|#14213d|#fca311|#6c757d|stone|#fff
Meridian Capital|navy|#1d3557|#e63946|#a8dadc|white|#fff
Atlas Maritime|navy|#03254c|#1167b1|#d0efff|cool|#fff
Bluecoat Security|navy|#101f3c|#2dd4bf|#f43f5e|white|#fff
Monolith|neutral|#000000|#e11d48|#9ca3af|white|#fff
Atelier Noir|neutral|#111111|#c2a878|#7d8471|paper|#fff
Formwerk|neutral|#18181b|#71717a|#f97316|white|#fafafa
Graphite Audio|neutral|#27272a|#16a34a|#facc15|stone|#fff
Plain Goods|neutral|#1a1a1a|#b08968|#606c38|cream|#fff
Slate Studio|neutral|#475569|#0ea5e9|#f59e0b|white|#fff
Ashford Tailors|neutral|#3f3f46|#7f1d1d|#a8a29e|stone|#fff
Zero Index|neutral|#0a0a0a|#525252|#2563eb|white|#fff
Blank Gallery|neutral|#000000|#737373|#dc2626|black on white|#fff
Grey Matter|neutral|#6b7280|#111827|#10b981|white|#fff
Polar Records|neutral|#fafafa|#a1a1aa|#f472b6|night|#09090b
Obsidian Cloud|neutral|#ededed|#7c7c8a|#50e3c2|ink|#0a0a0a
Voltage|neon|#39ff14|#ff2079|#00e5ff|night|#08130a
Hyper Arcade|neon|#ff00e6|#00fff0|#faff00|ink|#14001a
Citron Run|neon|#d7ff1e|#1a1a1a|#ff4d00|white|#1a1a1a
Pulse Club|neon|#ff3864|#2de2e6|#f9c80e|night|#fff
Acid House|neon|#ccff00|#5d00ff|#ff5ea8|coffee|#17200a
Soft Clinic|pastel|#a5b4fc|#fbcfe8|#bbf7d0|white|#1e1b4b
Petal & Co|pastel|#f4a6b7|#b8d8ba|#fce1a8|rose|#4a1d28
Cloudberry|pastel|#ffc8a2|#a2d2ff|#cdb4db|white|#4a2c17
Minted|pastel|#98e2c6|#f7b2ad|#545c52|mint|#15302a
Lilac Home|pastel|#c8b6ff|#ffd6ff|#bbd0ff|cream|#2d1b69
Orbit Data|oklch|oklch(0.55 0.22 264)|oklch(0.72 0.17 55)|oklch(0.8 0.15 160)|white|#fff
Ember Stack|oklch|oklch(0.646 0.222 41.116)|oklch(0.4 0.07 227)|oklch(0.828 0.189 84)|stone|#fff
Fernway|oklch|oklch(0.52 0.13 152)|oklch(0.75 0.13 80)|oklch(0.6 0.118 184)|paper|#fff
Quartz Health|oklch|oklch(0.6 0.118 190)|oklch(0.45 0.15 300)|oklch(0.77 0.16 70)|white|#fff
Nightjar|oklch|oklch(0.7 0.19 300)|oklch(0.75 0.15 200)|oklch(0.85 0.17 95)|night|#12081c
Shale|oklch|oklch(0.21 0.006 285.9)|oklch(0.55 0.02 285)|oklch(0.65 0.2 25)|white|#fff
Prism Optics|p3|color(display-p3 0.05 0.42 0.98)|color(display-p3 0.98 0.35 0.2)|#ffd23f|white|#fff
Coralie|p3|color(display-p3 1 0.32 0.3)|#264653|#e9c46a|cream|#fff
Greenlight|p3|color(display-p3 0.1 0.72 0.3)|#1b1b3a|#f4d35e|white|#fff
Ultraviolet|p3|color(display-p3 0.48 0.16 0.95)|#ff7ab6|#3ddc97|ink|#fff
Sunroom|hsl|hsl(18 88% 52%)|hsl(205deg 60% 30%)|hsl(45 95% 60%)|cream|#fff
Tidepool|hsl|hsla(187, 71%, 34%, 1)|hsl(340 65% 55%)|hsl(50 90% 65%)|cool|#fff
Basil Kitchen|hwb|hwb(140 15% 45%)|hwb(20 10% 10%)|hwb(48 20% 5%)|paper|#fff
Indigo Loom|lab|lab(32% 28 -58)|lab(70% 30 50)|lab(85% -20 30)|white|#fff
Garnet Hill Wine|lch|lch(32 62 18)|lch(60 40 80)|lch(75 30 140)|rose|#fff
Tamarind|everyday|#b45309|#065f46|#fbbf24|cream|#fff
Skylark Aero|everyday|#2563eb|#0f172a|#f97316|white|#fff
Mosaic Learning|everyday|#4f46e5|#f59e0b|#10b981|white|#fff
Lumen Optics|everyday|#0d9488|#4338ca|#fb7185|cool|#fff
Redwood Fitness|everyday|#dc2626|#0f766e|#a3e635|night|#fff
Honeycomb|everyday|#eab308|#78350f|#65a30d|white|#1c1917
Willow Spa|everyday|#7a8b6f|#c9ada7|#9a8c98|paper|#fff
Signal Nine|everyday|#06b6d4|#a855f7|#f43f5e|night|#04161a
Terra Build|everyday|#c2562d|#3d5a6c|#d9b44a|stone|#fff
Cassis|everyday|#9d174d|#0c4a6e|#fda4af|rose|#fff
"""


def all_palettes() -> list[Palette]:
    """Every palette of the table, in its order."""
    found = []
    for line in _TABLE.strip().splitlines():
        brand, kind, primary, secondary, accent, ground, on_primary = line.split("|")
        background, surface, text, muted = _GROUNDS[ground]
        found.append(Palette(brand, kind, primary, secondary, accent, background, surface, text, muted, on_primary))
    return found
