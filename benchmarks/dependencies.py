"""What we depend on: `python -m benchmarks.dependencies bill -o sbom.json` writes the software bill of materials
(CycloneDX 1.6), `audit` looks for versions with published weaknesses.

The audit asks `pip-audit` where that is installed and reaches its data; else it compares with `known_bad.json`, a list
that is kept by hand. Which of the two was done is said. Ends with 1 for a weakness, never for want of a network.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import uuid
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.version import Version

_PROJECT = Path(__file__).resolve().parents[1]
LOCK = _PROJECT / "requirements.lock"
KNOWN = Path(__file__).with_name("known_bad.json")
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
_PATIENCE = 120.0


@dataclass(frozen=True)
class Pin:
    """A package of the lock, its version, and the SHA-256 of each of its files."""

    name: str
    version: str
    hashes: tuple[str, ...]


def read_lock(text: str) -> tuple[Pin, ...]:
    """The packages of a lock file, by name; where one stands there for several systems, each of its versions."""
    found: dict[tuple[str, str], list[str]] = {}
    hashes: list[str] = []
    for line in text.splitlines():
        if pin := _PIN.match(line):
            hashes = found.setdefault((pin[1].lower().replace("_", "-"), pin[2]), [])
        hashes += _HASH.findall(line)
    return tuple(Pin(name, version, tuple(kept)) for (name, version), kept in sorted(found.items()))


def bill(pins: tuple[Pin, ...], name: str, version: str) -> dict[str, Any]:
    """The bill of materials of `pins` as a CycloneDX 1.6 document; the same lock gives the same document."""
    content = json.dumps([[pin.name, pin.version, *pin.hashes] for pin in pins])
    digest = hashlib.sha256(content.encode()).hexdigest()
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, digest)}",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": name, "name": name, "version": version}},
        "components": [_component(pin) for pin in pins],
        "dependencies": [{"ref": name, "dependsOn": [_address(pin) for pin in pins]}],
    }


def _address(pin: Pin) -> str:
    return f"pkg:pypi/{pin.name}@{pin.version}"


def _component(pin: Pin) -> dict[str, Any]:
    row: dict[str, Any] = {
        "type": "library",
        "bom-ref": _address(pin),
        "name": pin.name,
        "version": pin.version,
        "purl": _address(pin),
        # One a file of the package; which one is installed depends on the system.
        "properties": [{"name": "file:sha256", "value": each} for each in pin.hashes],
    }
    if licence := _licence(pin.name):
        row["licenses"] = [{"license": {"name": licence}}]
    return row


def _licence(name: str) -> str:
    """The licence that an installed package tells of itself; empty where it tells none or is not installed here."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classified = [line.rsplit(" :: ", 1)[-1] for line in told.get_all("Classifier") or () if "License ::" in line]
    stated = (told.get("License-Expression") or "").strip() or (told.get("License") or "").strip().partition("\n")[0]
    return (stated if 0 < len(stated) <= 80 else "") or ", ".join(classified)


def weaknesses(pins: tuple[Pin, ...], known: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries of `known` that a version of `pins` is affected by, each with the `version`."""
    found = []
    for row in known["weaknesses"]:
        for pin in pins:
            if pin.name == row["package"] and Version(row.get("since", "0")) <= Version(pin.version) < Version(
                row["fixed"]
            ):
                found.append({**row, "version": pin.version})
    return found


def audit() -> int:
    """Print what was asked and what was found; 1 where there is a weakness that is not accepted."""
    if importlib.util.find_spec("pip_audit") is not None:
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(LOCK), "--disable-pip", "--require-hashes"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            print("pip-audit did not answer in time.")
        else:
            if done.returncode == 0 or "Found" in done.stderr:
                print(f"Asked pip-audit.\n{done.stdout}{done.stderr}")
                return done.returncode
            print(f"pip-audit could not be asked ({(done.stderr.strip().splitlines() or ['no reason given'])[-1]}).")
    known = json.loads(KNOWN.read_text(encoding="utf-8"))
    pins = read_lock(LOCK.read_text(encoding="utf-8"))
    found = weaknesses(pins, known)
    print(f"Compared {len(pins)} packages with a list of {len(known['weaknesses'])} weaknesses as of {known['as of']}.")
    for row in found:
        told = f"accepted, since {row['accepted']}" if row.get("accepted") else f"fixed in {row['fixed']}"
        print(f"{row['package']} {row['version']}: {row['id']}, {row['what']}; {told}.")
    return int(any(not row.get("accepted") for row in found))


def main() -> None:
    """Write the bill, or print the audit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=("bill", "audit"))
    parser.add_argument("-o", "--output", type=Path, default=Path("sbom.json"))
    asked = parser.parse_args()
    if asked.task == "audit":
        sys.exit(audit())
    pins = read_lock(LOCK.read_text(encoding="utf-8"))
    import tomllib

    project = tomllib.loads((_PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    made = bill(pins, project["name"], project["version"])
    asked.output.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    print(f"{asked.output}: {len(pins)} packages.")


if __name__ == "__main__":
    main()
