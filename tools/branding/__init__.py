"""Branding: a brief and a storyboard take what is known of a brand, and say of each choice where it came from.

What a client asked for wins over the brand: only what was left open is filled.
"""

from tools.branding.briefing import BrandedBrief as BrandedBrief
from tools.branding.briefing import brand_brief as brand_brief
from tools.branding.dressing import Dressed as Dressed
from tools.branding.dressing import dress_storyboard as dress_storyboard
from tools.branding.dressing import pruned as pruned
from tools.branding.dressing import undressed as undressed
from tools.branding.films import film_seconds as film_seconds
from tools.branding.material import Material as Material
from tools.branding.material import Remembered as Remembered
