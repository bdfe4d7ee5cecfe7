"""`kiosk install-autostart` writes what the system needs, once, and takes it away again."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.commands.autostart import install_autostart
from kiosk.commands.options import AutostartOptions
from kiosk.host.autostart import desktop, systemd, windows
from kiosk.host.autostart.files import AutostartError
from kiosk.own_command import own_command


class User:
    """Someone with a home of their own and a systemd that notes what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.config = folder / "config"
        self.asked = folder / "asked"
        programs = folder / "bin"
        programs.mkdir()
        systemctl = programs / "systemctl"
        systemctl.write_text(f'#!/bin/sh\necho "$@" >> "{self.asked}"\n')
        systemctl.chmod(0o755)
        self.path = str(programs)
        self.environ = {"XDG_CONFIG_HOME": str(self.config), "DISPLAY": ":5"}

    def install(self, *run: str, remove: bool = False) -> int:
        options = AutostartOptions(remove, run)
        return install_autostart(options, self.environ, "linux", ["/opt/kiosk/bin/kiosk"])

    @property
    def entry(self) -> Path:
        return self.config / "autostart" / "kiosk.desktop"

    @property
    def unit(self) -> Path:
        return self.config / "systemd" / "user" / "kiosk.service"


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> User:
    found = User(tmp_path)
    monkeypatch.setenv("PATH", found.path, prepend=":")
    return found


def test_it_writes_an_entry_and_a_unit(user: User, capsys: pytest.CaptureFixture[str]) -> None:
    assert user.install("--mode", "display") == 0
    assert (
        "Exec=/opt/kiosk/bin/kiosk supervise --systemd --mode display\n" in user.entry.read_text()
    )
    assert "ExecStart=/opt/kiosk/bin/kiosk run --mode display\n" in user.unit.read_text()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{user.unit} written"
    assert lines[1] == f"{user.entry} written"
    assert user.asked.read_text() == "--user --no-ask-password daemon-reload\n"


def test_a_second_time_changes_nothing(user: User, capsys: pytest.CaptureFixture[str]) -> None:
    user.install()
    before = (user.entry.stat().st_mtime_ns, user.unit.stat().st_mtime_ns)
    capsys.readouterr()
    assert user.install() == 0
    assert (user.entry.stat().st_mtime_ns, user.unit.stat().st_mtime_ns) == before
    assert capsys.readouterr().out.count("as it should be") == 2


def test_other_arguments_are_written_anew(user: User, capsys: pytest.CaptureFixture[str]) -> None:
    user.install()
    assert user.install("--screen", "1") == 0
    assert "--screen 1" in user.unit.read_text()
    assert capsys.readouterr().out.count("written anew") == 2


def test_remove_leaves_nothing(user: User, capsys: pytest.CaptureFixture[str]) -> None:
    user.install()
    assert user.install(remove=True) == 0
    assert not user.entry.exists()
    assert not user.unit.exists()
    capsys.readouterr()
    assert user.install(remove=True) == 0
    assert capsys.readouterr().out.count("was not there") == 2


def test_what_cannot_be_written_is_said(user: User, capsys: pytest.CaptureFixture[str]) -> None:
    user.config.write_text("a file where the folder should be")
    assert user.install() == 2
    captured = capsys.readouterr()
    assert "cannot be written" in captured.err
    assert "Traceback" not in captured.err


def test_a_folder_in_the_entrys_place_is_said(user: User) -> None:
    user.entry.mkdir(parents=True)
    assert user.install() == 2
    assert user.install(remove=True) == 2


def test_another_system_is_said(user: User, capsys: pytest.CaptureFixture[str]) -> None:
    assert install_autostart(AutostartOptions(), user.environ, "darwin", ["kiosk"]) == 2
    assert "darwin" in capsys.readouterr().err


def test_the_command_line(user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(user.config))
    monkeypatch.chdir(tmp_path)
    assert main(["install-autostart", "--windowed", "800x600", "--pack", "my pack"]) == 0
    line = next(
        line for line in user.unit.read_text().splitlines() if line.startswith("ExecStart=")
    )
    words = shlex.split(line.removeprefix("ExecStart="))
    assert words[-5:] == ["run", "--pack", str(tmp_path / "my pack"), "--windowed", "800x600"]
    assert main(["install-autostart", "--remove"]) == 0
    assert main(["install-autostart", "--loud"]) == 2


def test_the_unit_starts_again_and_watches(user: User) -> None:
    text = systemd.unit(["/usr/bin/kiosk", "run"])
    for line in (
        "Type=notify",
        "Restart=on-failure",
        "RestartForceExitStatus=75",
        "RestartPreventExitStatus=2",
        "StartLimitIntervalSec=0",
        "WatchdogSec=60",
        "RestartSec=2",
    ):
        assert f"\n{line}\n" in text


def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.service"
    file.write_text(
        systemd.unit(["/bin/true", "run", "--pack", "/a folder/with 100% $odd 'signs'"])
    )
    try:
        done = subprocess.run(
            ["systemd-analyze", "--user", "verify", str(file)],
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)},
        )
    except FileNotFoundError:
        return  # a machine without systemd; the words are tested above
    ours = [line for line in done.stderr.splitlines() if "kiosk.service" in line]
    # Known from 254 on; older ones go by RestartSec alone.
    steps = ("RestartSteps", "RestartMaxDelaySec")
    assert [line for line in ours if not any(step in line for step in steps)] == []


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("/opt/kiosk", "/opt/kiosk"),
        ("/my kiosk", '"/my kiosk"'),
        ("100%", "100%%"),
        ("a$b", '"a\\\\$b"'),
        ("", '""'),
        ('say "ja"', '"say \\\\"ja\\\\""'),
    ],
)
def test_quoting_for_desktops(argument: str, expected: str) -> None:
    assert desktop.quoted(argument) == expected


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("/opt/kiosk", "/opt/kiosk"),
        ("/my kiosk", '"/my kiosk"'),
        ("100%", "100%%"),
        ("a$b", "a$$b"),
        ("", '""'),
        ('say "ja"', '"say \\"ja\\""'),
    ],
)
def test_quoting_for_systemd(argument: str, expected: str) -> None:
    assert systemd.quoted(argument) == expected


def test_the_entry_starts_the_unit_in_its_session(user: User) -> None:
    assert not systemd.start_unit(user.environ)  # nothing is installed yet
    user.install()
    user.asked.unlink()
    assert systemd.start_unit(user.environ)
    assert user.asked.read_text().splitlines() == [
        "--user --no-ask-password import-environment DISPLAY",
        "--user --no-ask-password --no-block restart kiosk.service",
    ]


def test_where_systemd_does_not_answer_the_entry_does_it_itself(user: User) -> None:
    user.install()
    Path(user.path, "systemctl").write_text("#!/bin/sh\nexit 1\n")
    assert not systemd.start_unit(user.environ)


class Registry:
    """As much of winreg as is needed."""

    HKEY_CURRENT_USER = 1
    KEY_ALL_ACCESS = 2
    REG_SZ = 1

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.refuses = False

    def CreateKeyEx(self, _root: int, path: str, _reserved: int, _access: int) -> Registry:
        assert path == windows.RUN_KEY
        if self.refuses:
            raise PermissionError(5, "Access is denied")
        return self

    def __enter__(self) -> Registry:
        return self

    def __exit__(self, *_: object) -> None:
        return

    def QueryValueEx(self, key: Registry, name: str) -> tuple[str, int]:
        if name not in key.values:
            raise FileNotFoundError(2, name)
        return key.values[name], self.REG_SZ

    def SetValueEx(self, key: Registry, name: str, _reserved: int, _kind: int, value: str) -> None:
        key.values[name] = value

    def DeleteValue(self, key: Registry, name: str) -> None:
        del key.values[name]


def test_windows_starts_it_by_a_value_in_the_registry() -> None:
    registry = Registry()
    command = [r"C:\Program Files\Kiosk\kiosk.exe", "supervise"]
    assert windows.put_value(command, registry).endswith("written")
    assert registry.values == {"Kiosk": r'"C:\Program Files\Kiosk\kiosk.exe" supervise'}
    assert windows.put_value(command, registry).endswith("as it should be")
    assert windows.take_value_away(registry).endswith("removed")
    assert windows.take_value_away(registry).endswith("was not there")


def test_a_registry_that_refuses_is_said() -> None:
    registry = Registry()
    registry.refuses = True
    with pytest.raises(AutostartError, match="cannot be written"):
        windows.put_value(["kiosk"], registry)
    with pytest.raises(AutostartError, match="cannot be removed"):
        windows.take_value_away(registry)


def test_elsewhere_there_is_no_registry() -> None:
    with pytest.raises(AutostartError, match="no registry"):
        windows.put_value(["kiosk"])


def test_windows_opens_no_console() -> None:
    assert windows.windowless(r"C:\Python\python.exe") == r"C:\Python\pythonw.exe"
    assert windows.windowless(r"C:\Kiosk\kiosk.exe") == r"C:\Kiosk\kiosk.exe"


def test_the_programs_own_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "kiosk"
    script.touch()
    assert own_command([str(script)], "/py") == [str(script)]
    checkout = own_command(["main.py"], "/py")
    assert checkout[0] == "/py"
    assert Path(checkout[1]).name == "main.py"
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert own_command(["kiosk.exe"], r"C:\kiosk.exe") == [r"C:\kiosk.exe"]
