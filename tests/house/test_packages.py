"""Every dependency is a Debian package with a purpose, named once, and told in the README."""
import re
import unittest

from repository import ROOT, files, name_of, packages, text_of

# What CMake finds, and the package that brings it.
FOUND_BY_CMAKE = {
    "Boost": "libboost-test-dev",
    "CLI11": "libcli11-dev",
    "LibIcal": "libical-dev",
    "Python3": "python3",
    "SQLiteCpp": "libsqlitecpp-dev",
    "date": "libhowardhinnant-date-dev",
    "fmt": "libfmt-dev",
    "nlohmann_json": "nlohmann-json3-dev",
    "tomlplusplus": "libtomlplusplus-dev",
}
IN_THE_COMPILER = {"Threads"}


class Packages(unittest.TestCase):
    def test_each_has_a_group_and_a_purpose_and_stands_once(self):
        names = [name for _, name, _ in packages()]
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual({group for group, _, _ in packages()}, {"build", "test", "bench", "peers"})
        self.assertTrue(all(len(line) == 3 for line in packages()))

    def test_what_cmake_finds_is_listed_and_what_is_listed_is_found(self):
        found = set()
        for file in files("CMakeLists.txt", ".cmake"):
            if name_of(file).startswith("tests/consumer/"):
                continue
            found |= set(re.findall(r"^ *(?:find_package|rul_depend)\((\w+)", text_of(file), re.M))
        libraries = {name for _, name, _ in packages() if re.search(r"^lib(?!clang)|json", name)}
        self.assertEqual(found - IN_THE_COMPILER, set(FOUND_BY_CMAKE))
        self.assertEqual(libraries, set(FOUND_BY_CMAKE.values()) - {"python3"})

    def test_the_readme_tells_the_same(self):
        table = re.findall(r"^\| `([a-z0-9.+-]+)` \| (build|test|bench|peers) \| (.+?) \|$",
                           text_of(ROOT / "README.md"), re.M)
        self.assertEqual(table, [(name, group, purpose) for group, name, purpose in packages()])


if __name__ == "__main__":
    unittest.main()
