"""What the house tests read: the files that belong to the repository."""
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("base", "engine", "config", "ical", "store", "documents", "desk", "server", "cli")


def files(*endings):
    """The repository's own files with these endings (all, when none is given), sorted."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    found = [ROOT / name for name in listed if name.endswith(endings or "") and name]
    return sorted(file for file in found if file.is_file() and not file.is_symlink())


def name_of(file):
    """A file's path from the root: "base/utf8.cpp"."""
    return file.relative_to(ROOT).as_posix()


def text_of(file):
    """A file's text; nothing for a binary one."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def packages():
    """The lines of packages.txt: (group, package, purpose)."""
    lines = (line.split(maxsplit=2) for line in text_of(ROOT / "packages.txt").splitlines())
    return [tuple(line) for line in lines if line and not line[0].startswith("#")]
