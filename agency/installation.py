"""Sets the project up in one command, `make setup`: a virtual environment, the locked packages, the system's voices.

Run by the system's bare Python, so it uses the standard library alone and keeps to words that older Pythons can read
far enough to say that they are too old. Running it again takes a moment: what is there is not fetched again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed.json"
KERNELS = VENV / "kernels"
LOG = VENV / "installation.log"
OLDEST, TOO_NEW = (3, 11), (3, 14)

DEBIAN = {
    "libgl1": "",
    "libegl1": "",
    "libexpat1": "",
    "festival": "natural English voices (espeak-ng speaks instead, like a robot)",
    "festlex-cmu": "natural English voices (espeak-ng speaks instead, like a robot)",
    "festlex-poslex": "natural English voices (espeak-ng speaks instead, like a robot)",
    "festvox-us-slt-hts": "natural English voices (espeak-ng speaks instead, like a robot)",
    "htsengine": "natural English voices (espeak-ng speaks instead, like a robot)",
    "flite": "male English voices",
    "chromium": "reading of websites",
    "fonts-noto-core": "letters of scripts other than Latin, Greek and Cyrillic",
    "fonts-noto-cjk": "Chinese, Japanese and Korean letters",
    "fonts-noto-color-emoji": "emoji",
}
"""The Debian packages the defaults use, and what is lost without each ("" where a stand-in of ours serves as well)."""
APT_INSTALL = ["apt-get", "install", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"]


class _Trouble(Exception):
    """Setting up can not go on; the message is one line for the person."""


def main() -> int:
    """Set everything up; returns the exit code."""
    interpreter = suitable_python()
    if interpreter is None:
        say("This needs Python 3.11, 3.12 or 3.13; this one is %s. Install one, e.g. `apt-get install python3.11 "
            "python3.11-venv`, and run it again." % sys.version.split()[0])  # fmt: skip
        return 1
    if interpreter != sys.executable:
        return subprocess.call([interpreter, str(Path(__file__).resolve())])
    try:
        if stamped().get("inputs") == inputs() and PYTHON.exists() and (VENV / "bin" / "agency").exists():
            say("Python packages: all there.")
        else:
            install_python_packages()
        install_debian_packages()
        compile_kernels()
    except _Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        say("Stopped. Run the same command again to go on.")
        return 1
    return 0


def say(text: str) -> None:
    """One line of progress."""
    print(text, flush=True)


def suitable_python() -> str | None:
    """A Python that the project runs on: this one, or else one on the path."""
    if OLDEST <= sys.version_info[:2] < TOO_NEW:
        return sys.executable
    for minor in (13, 12, 11):
        found = shutil.which("python3.%d" % minor)
        check = "import sys; raise SystemExit(sys.version_info[:2] != (3, %d))" % minor
        if found and subprocess.call([found, "-c", check], stderr=subprocess.DEVNULL) == 0:
            return found
    return None


def inputs() -> str:
    """What decides the environment, as one digest: the lock, the project file, this Python, and the project's place."""
    known = hashlib.sha256()
    for part in (LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()):
        known.update(hashlib.sha256(part).digest())
    return known.hexdigest()


def stamped() -> dict[str, object]:
    """What the last run noted; empty where there was none."""
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def stamp(**facts: object) -> None:
    """Note facts for the next run."""
    beside = STAMP.with_suffix(".new")
    beside.write_text(json.dumps({**stamped(), **facts}))
    beside.replace(STAMP)


def install_python_packages() -> None:
    """Make `.venv` hold what the lock names, and the project itself. Ends the set-up where that can not be done."""
    begun = time.monotonic()
    if not usable(PYTHON):
        create_environment()
    stamp(root=str(ROOT))
    count = sum(line[:1].isalnum() for line in LOCK.read_text().splitlines())
    uv = find_uv()
    pip = [str(PYTHON), "-m", "pip", "install", "--no-deps", "--no-input", "--disable-pip-version-check"]
    ways = [(" with pip, which takes longer", [*pip, "-r", str(LOCK)])]
    if uv:
        ways.insert(0, ("", [uv, "pip", "install", "--python", str(PYTHON), "--no-deps", "-r", str(LOCK)]))
    if not any(run("Installing %d Python packages" % count + said, way) for said, way in ways):
        raise _Trouble("The Python packages could not be installed: %s (all of it is in %s)." % (last_words(), LOG))
    # Hatchling comes from the lock, so that nothing is fetched to build the project itself.
    if not run("Installing the agency", [*pip, "--no-build-isolation", "-e", str(ROOT)]):
        raise _Trouble("The agency itself could not be installed: %s (all of it is in %s)." % (last_words(), LOG))
    stamp(inputs=inputs())
    say("Python packages: ready after %d s." % (time.monotonic() - begun))


def usable(python: Path) -> bool:
    """Whether there is an environment of a Python that serves, made here and not moved here."""
    check = "import sys, pip; raise SystemExit(sys.version_info[:2] != %r)" % (sys.version_info[:2],)
    moved = stamped().get("root", str(ROOT)) != str(ROOT)
    return python.exists() and not moved and subprocess.call([str(python), "-c", check], stderr=subprocess.DEVNULL) == 0


def create_environment() -> None:
    """Create `.venv` with pip in it. Ends the set-up where it can not be done."""
    make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    VENV.mkdir(exist_ok=True)
    log = ROOT / ".venv-creation.log"
    try:
        if run("Creating the Python environment", make, log):
            return
        # Debian keeps venv in a package of its own.
        package = "python%d.%d-venv" % sys.version_info[:2]
        root = root_prefix()
        if root is not None and shutil.which("apt-get"):
            run("Fetching the list of Debian packages", [*root, "apt-get", "update"], log)
            install = [*root, *APT_INSTALL, package]
            if run("Installing %s" % package, install, log) and run("Creating the Python environment", make, log):
                return
        raise _Trouble("Python made no environment: %s. Try: apt-get install %s" % (last_words(log), package))
    finally:
        log.unlink(missing_ok=True)


def find_uv() -> str | None:
    """The installer uv, which is four times as fast as pip, or None where it can not be had."""
    own = VENV / "bin" / "uv"
    if not own.exists():
        run("Fetching uv", [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "uv"])
    return str(own) if own.exists() else shutil.which("uv")


def environment() -> dict[str, str]:
    """The environment for what is started from here. uv does not read pip's settings; it is told those that matter."""
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_USER")}
    env.update(DEBIAN_FRONTEND="noninteractive", PIP_NO_WARN_SCRIPT_LOCATION="1", UV_NO_PROGRESS="1", PIP_USER="0")
    if PYTHON.exists():
        asked = [str(PYTHON), "-m", "pip", "config", "list"]
        listed = subprocess.run(asked, capture_output=True, text=True, env=env, check=False)
        settings = dict(line.partition("=")[::2] for line in listed.stdout.splitlines())
        for name, variable in (("index-url", "UV_DEFAULT_INDEX"), ("cert", "SSL_CERT_FILE")):
            values = [settings[key % name] for key in (":env:.%s", "install.%s", "global.%s") if key % name in settings]
            if values:
                env.setdefault(variable, values[0].strip("'\""))
    return env


def run(what: str, command: list[str], log: Path = LOG) -> bool:
    """Run `command` quietly and say what is going on, at least every ten seconds; returns whether it went well."""
    say("%s …" % what)
    begun = told = time.monotonic()
    with log.open("ab") as out:
        out.write(("\n$ %s\n" % " ".join(command)).encode())
        out.flush()
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=ROOT, env=environment()
            )
        except OSError as error:
            out.write(str(error).encode())
            return False
        try:
            while process.poll() is None:
                time.sleep(0.1)
                if time.monotonic() - told >= 10:
                    told = time.monotonic()
                    say("  still at it, %d s" % (told - begun))
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait()
    return process.returncode == 0


def last_words(log: Path = LOG) -> str:
    """The last line that an installer said before it gave up."""
    lines = [line.strip() for line in log.read_text(errors="replace").splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    return (errors or lines or ["no reason given"])[-1]


def root_prefix() -> list[str] | None:
    """What to put before a command that needs root: nothing, `sudo -n`, or None where neither is allowed."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    allowed = sudo and subprocess.call([sudo, "-n", "true"], stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    return [sudo, "-n"] if sudo and allowed else None


def compile_kernels() -> None:
    """Compile the kernels that paint, once for all homes; without that, the first video of each home waits for it."""
    known = kernel_inputs()
    if stamped().get("kernels") == known and KERNELS.is_dir():
        return say("Painting: ready.")
    beside, log = KERNELS.with_name("kernels.new"), KERNELS.with_name("kernels.log")
    shutil.rmtree(beside, ignore_errors=True)
    log.unlink(missing_ok=True)
    warm = (
        "import os; os.environ['NUMBA_CACHE_DIR'] = %r; from renderers.painting_process import warm_up; warm_up(); "
        "from renderers.avatar.photo.layer import draw_nobody; draw_nobody()"
    )
    if run("Compiling what paints", [str(PYTHON), "-c", warm % str(beside)], log) and beside.is_dir():
        shutil.rmtree(KERNELS, ignore_errors=True)
        beside.rename(KERNELS)
        stamp(kernels=known)
        return say("Painting: ready.")
    shutil.rmtree(beside, ignore_errors=True)
    return say("Painting could not be tried here (%s); the first video does it." % last_words(log))


def kernel_inputs() -> str:
    """What decides the compiled kernels, as one digest: the environment, and when each file was written that paints."""
    known = hashlib.sha256(inputs().encode())
    for source in sorted((ROOT / "renderers").rglob("*.py")):
        known.update(("%s %d" % (source, source.stat().st_mtime_ns)).encode())
    return known.hexdigest()


def missing_debian_packages() -> list[str]:
    """Those of `DEBIAN` that are not installed; all of them where there is no dpkg."""
    if not shutil.which("dpkg-query"):
        return list(DEBIAN)
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Abbrev}\n", *DEBIAN]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    there = {line.split()[0] for line in listed.splitlines() if line.split()[1:] == ["ii"]}
    return [name for name in DEBIAN if name not in there]


def install_debian_packages() -> None:
    """Install what is missing of `DEBIAN` where that is possible, and say in one line what stays without it."""
    missing = missing_debian_packages()
    if not missing:
        return say("Voices, fonts and browser: all there.")
    refused = stamped().get("refused")
    tried = [name for name in missing if isinstance(refused, list) and name in refused]
    root = root_prefix()
    if os.environ.get("AGENCY_SKIP_DEBIAN") == "1":
        why = "AGENCY_SKIP_DEBIAN is set"
    elif not shutil.which("apt-get"):
        why = "there is no apt-get here"
    elif root is None:
        why = "that needs root"
    else:
        why = "they could not be installed; see %s" % LOG
        wanted = [name for name in missing if name not in tried]
        if wanted:
            run("Fetching the list of Debian packages", [*root, "apt-get", "update"])
            install = [*root, *APT_INSTALL]
            if not run("Installing %s" % ", ".join(wanted), [*install, *wanted]):
                for name in wanted:
                    run("Installing %s" % name, [*install, name])
            missing = missing_debian_packages()
            stamp(refused=missing)
    costs = list(dict.fromkeys(DEBIAN[name] for name in missing if DEBIAN[name]))
    if costs:
        names = ", ".join(name for name in missing if DEBIAN[name])
        say("Not installed, since %s: %s. What it costs: no %s." % (why, names, ", no ".join(costs)))
    else:
        say("Voices, fonts and browser: all there.")
    return None


if __name__ == "__main__":
    sys.exit(main())
