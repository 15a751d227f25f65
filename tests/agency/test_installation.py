from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from agency import installation
from agency.home import Home, kernel_cache

QUERY = """#!/bin/sh
for name in $INSTALLED; do echo "$name ii "; done
echo "flite rc "
"""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder and a path with only what a test puts there; returns the folder of programs."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (tmp_path / ".venv").mkdir()
    for name, place in (("VENV", ".venv"), ("STAMP", ".venv/installed.json"), ("LOG", ".venv/installation.log")):
        monkeypatch.setattr(installation, name, tmp_path / place)
    monkeypatch.setattr(installation, "KERNELS", tmp_path / ".venv" / "kernels")
    monkeypatch.setattr(installation, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    monkeypatch.setenv("INSTALLED", "")
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    _program(programs, "dpkg-query", QUERY)
    return programs


def _program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    (folder / name).chmod(0o755)


def _calls() -> list[str]:
    log = Path(os.environ["CALLS"])
    return log.read_text().splitlines() if log.exists() else []


def test_what_is_installed_is_not_installed_again(machine: Path, capsys: pytest.CaptureFixture[str], monkeypatch):
    monkeypatch.setenv("INSTALLED", " ".join(installation.DEBIAN))
    _program(machine, "apt-get", '#!/bin/sh\necho "$@" >> $CALLS\n')
    installation.install_debian_packages()
    assert capsys.readouterr().out == "Voices, fonts and browser: all there.\n"
    assert _calls() == []


def test_only_what_is_missing_is_installed_in_one_go(machine: Path, monkeypatch: pytest.MonkeyPatch):
    there = [name for name in installation.DEBIAN if name not in ("flite", "chromium")]
    monkeypatch.setenv("INSTALLED", " ".join(there))
    _program(machine, "apt-get", '#!/bin/sh\necho "$DEBIAN_FRONTEND $@" >> $CALLS\n')
    installation.install_debian_packages()
    update, install = _calls()
    assert update == "noninteractive update"
    assert install.startswith("noninteractive install -y --no-install-recommends")
    assert install.endswith("flite chromium")


def test_one_package_that_can_not_be_had_does_not_stop_the_others_and_is_not_tried_again(
    machine: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    there = [name for name in installation.DEBIAN if name not in ("flite", "chromium")]
    monkeypatch.setenv("INSTALLED", " ".join(there))
    _program(machine, "apt-get", '#!/bin/sh\necho "$@" >> $CALLS\ncase "$@" in *flite*) exit 100;; esac\n')
    installation.install_debian_packages()
    assert [call.split()[-1] for call in _calls()] == ["update", "chromium", "flite", "chromium"]
    assert "no male English voices" in capsys.readouterr().out
    before = len(_calls())
    installation.install_debian_packages()
    assert len(_calls()) == before


@pytest.mark.parametrize(
    ("hinder", "why"),
    [
        (lambda patch: patch.setattr(os, "geteuid", lambda: 1000), "that needs root"),
        (lambda patch: patch.setenv("AGENCY_SKIP_DEBIAN", "1"), "AGENCY_SKIP_DEBIAN is set"),
    ],
)
def test_what_it_costs_is_said_in_one_line(hinder, why: str, machine: Path, capsys, monkeypatch: pytest.MonkeyPatch):
    _program(machine, "apt-get", '#!/bin/sh\necho "$@" >> $CALLS\n')
    _program(machine, "sudo", "#!/bin/sh\nexit 1\n")
    hinder(monkeypatch)
    installation.install_debian_packages()
    (line,) = capsys.readouterr().out.splitlines()
    assert why in line
    assert "no natural English voices (espeak-ng speaks instead" in line
    assert "emoji" in line
    assert "libgl1" not in line
    assert _calls() == []


def test_sudo_is_used_where_it_asks_no_password(machine: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    _program(machine, "sudo", '#!/bin/sh\nshift\n[ "$1" = true ] || echo "sudo $@" >> $CALLS\n')
    _program(machine, "apt-get", "#!/bin/sh\n")
    installation.install_debian_packages()
    assert _calls()[0] == "sudo apt-get update"
    assert _calls()[1].startswith("sudo apt-get install -y")


def test_a_second_run_does_nothing(machine: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("INSTALLED", " ".join(installation.DEBIAN))
    binaries = installation.VENV / "bin"
    binaries.mkdir()
    (binaries / "python").symlink_to(sys.executable)
    (binaries / "agency").write_text("")
    installation.KERNELS.mkdir()
    known = installation.kernel_inputs()
    installation.stamp(inputs=installation.inputs(), root=str(installation.ROOT), kernels=known)
    monkeypatch.setattr(installation, "kernel_inputs", lambda: known)
    monkeypatch.setattr(installation, "install_python_packages", lambda: pytest.fail("installed again"))
    assert installation.main() == 0
    said = "Python packages: all there.\nVoices, fonts and browser: all there.\nPainting: ready.\n"
    assert capsys.readouterr().out == said


def test_kernels_are_compiled_whole_or_not_at_all(machine: Path, capsys: pytest.CaptureFixture[str]):
    binaries = installation.VENV / "bin"
    binaries.mkdir()
    _program(binaries, "python", "#!/bin/sh\necho no memory; exit 1\n")
    installation.compile_kernels()
    assert capsys.readouterr().out.endswith("Painting could not be tried here (no memory); the first video does it.\n")
    assert "kernels" not in installation.stamped()
    beside = installation.KERNELS.with_name("kernels.new")
    _program(binaries, "python", f"#!/bin/sh\nmkdir -p {beside} && touch {beside}/one\n")
    installation.compile_kernels()
    assert [file.name for file in installation.KERNELS.iterdir()] == ["one"]
    assert not beside.exists()


def test_a_new_home_begins_with_the_compiled_kernels(tmp_path: Path):
    shared, place = tmp_path / "kernels", Home(tmp_path / "home")
    assert not kernel_cache(place, shared).exists()
    shared.mkdir()
    (shared / "one").write_text("compiled")
    own = kernel_cache(place, shared)
    assert (own / "one").read_text() == "compiled"
    (own / "one").write_text("newer")
    assert (kernel_cache(place, shared) / "one").read_text() == "newer"
    assert list(place.cache.iterdir()) == [own]


def test_kernels_of_older_code_are_not_used(tmp_path: Path):
    place = Home(tmp_path / "home")
    older = [place.cache / "kernels", place.cache / "kernels-0123456789ab"]
    for folder in older:
        folder.mkdir(parents=True)
        (folder / "one").write_text("compiled")
    own = kernel_cache(place, tmp_path / "nothing")
    assert own not in older
    assert not any(folder.exists() for folder in older)


def test_another_lock_or_place_installs_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    before = installation.inputs()
    assert before == installation.inputs()
    monkeypatch.setattr(installation, "ROOT", installation.ROOT / "tests" / "..")
    assert installation.inputs() != before
    monkeypatch.undo()
    (tmp_path / "other.lock").write_bytes(installation.LOCK.read_bytes() + b"\n")
    monkeypatch.setattr(installation, "LOCK", tmp_path / "other.lock")
    assert installation.inputs() != before


def test_a_damaged_stamp_counts_as_none(machine: Path):
    installation.STAMP.write_text("{ half a")
    assert installation.stamped() == {}
    installation.stamp(inputs="1")
    installation.stamp(refused=["a"])
    assert json.loads(installation.STAMP.read_text()) == {"inputs": "1", "refused": ["a"]}


def test_the_python_of_the_moment_serves():
    assert installation.suitable_python() == sys.executable


def test_a_python_that_is_too_old_is_told_in_one_line(machine: Path, monkeypatch: pytest.MonkeyPatch, capsys):
    monkeypatch.setattr(installation, "OLDEST", (4, 0))
    monkeypatch.setattr(installation.shutil, "which", lambda name: None)
    assert installation.main() == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("This needs Python 3.11, 3.12 or 3.13")


def test_a_failing_installer_is_told_by_its_own_words(machine: Path, capsys: pytest.CaptureFixture[str]):
    said = "echo before; echo 'error: no such thing'; echo after; exit 3"
    assert not installation.run("Trying", ["/bin/sh", "-c", said])
    assert installation.last_words() == "error: no such thing"
    assert capsys.readouterr().out == "Trying …\n"
    assert not installation.run("Trying", [str(machine / "nothing-here")])


def test_it_runs_on_the_standard_library_alone():
    code = (
        "import sys; sys.path.insert(0, 'agency'); import installation\n"
        "print(*{m.partition('.')[0] for m in sys.modules} - set(sys.stdlib_module_names))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code.replace("'agency'", repr(str(Path(installation.__file__).parent)))],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert set(done.stdout.split()) <= {"__main__", "installation"}
