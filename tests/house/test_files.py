"""Files are where they are looked for, of a size to be read, and known to the build."""
import re
import unittest

from repository import ROOMS, ROOT, files, name_of, text_of

MOST_LINES = 450
MOST_LINES_OF_TESTS = 700
MOST_BYTES = 400_000


def is_known_to_cmake(file):
    """Does a CMakeLists.txt beside or above the file name it?"""
    for folder in file.parents:
        lists = folder / "CMakeLists.txt"
        if lists.is_file():
            name = re.escape(file.relative_to(folder).as_posix())
            if re.search(rf"(?<![\w/.-]){name}(?![\w/.-])", text_of(lists)):
                return True
        if folder == ROOT:
            return False
    return False


class Files(unittest.TestCase):
    def test_every_source_is_known_to_the_build(self):
        folders = tuple(room + "/" for room in (*ROOMS, "tests"))
        sources = [file for file in files(".cpp") if name_of(file).startswith(folders)
                   and name_of(file) not in ("tests/main.cpp", "tests/consumer/main.cpp")]
        self.assertEqual([name_of(file) for file in sources if not is_known_to_cmake(file)], [])

    def test_no_source_is_longer_than_one_thing_needs(self):
        sources = files(".cpp", ".hpp", ".py", ".cmake", "CMakeLists.txt", "dev")
        lines = {name_of(file): text_of(file).count("\n") for file in sources}
        self.assertEqual({name: n for name, n in lines.items() if n > (
            MOST_LINES_OF_TESTS if name.startswith("tests/") else MOST_LINES)}, {})

    def test_the_architecture_is_read_in_one_sitting(self):
        self.assertLessEqual(text_of(ROOT / "ARCHITECTURE.md").count("\n"), 200)

    def test_no_file_is_large(self):
        sizes = {name_of(file): file.stat().st_size for file in files()}
        self.assertEqual({name: n for name, n in sizes.items() if n > MOST_BYTES}, {})

    def test_every_text_ends_with_one_newline(self):
        texts = files(".cpp", ".hpp", ".py", ".cmake", ".md", ".txt", ".json", "dev", ".1")
        self.assertEqual([name_of(file) for file in texts if "/data/" not in name_of(file)
                          and not re.search(r"[^\n]\n\Z", text_of(file))
                          and file.stat().st_size > 0], [])

    def test_every_link_in_a_document_leads_somewhere(self):
        dead = []
        for file in files(".md"):
            text = re.sub(r"```.*?```", "", text_of(file), flags=re.S)
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
                if not re.match(r"[a-z]+:", target) and not (file.parent / target).exists():
                    dead.append(f"{name_of(file)}: {target}")
        self.assertEqual(dead, [])


if __name__ == "__main__":
    unittest.main()
