"""The layer test passes on the tree, and catches each kind of fault in a broken one."""
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import layers_test  # noqa: E402


def faults_of(path, text):
    """The faults of a tree that holds one file."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / path
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        return layers_test.faults_under(pathlib.Path(folder))


class Layers(unittest.TestCase):
    def test_the_tree_keeps_its_layers(self):
        self.assertEqual(layers_test.faults_under(ROOT), [])

    def test_a_forbidden_room_is_caught_with_its_line(self):
        self.assertEqual(
            faults_of("engine/referee/judge.cpp",
                      '#include "engine/model/plan.hpp"\n#include "engine/planner/planner.hpp"\n'),
            ["engine/referee/judge.cpp:2: engine/referee/ must not include engine/planner/"])

    def test_a_room_below_another_is_told_from_it(self):
        self.assertEqual(faults_of("engine/solver/core/trail.cpp",
                                   '  #  include "engine/solver/core/types.hpp"\n'), [])
        self.assertEqual(len(faults_of("engine/solver/core/trail.cpp",
                                       '#include "engine/model/time.hpp"\n')), 1)

    def test_a_library_is_its_owners(self):
        self.assertEqual(faults_of("ical/read.cpp", "#include <libical/ical.h>\n"), [])
        self.assertEqual(len(faults_of("desk/read.cpp", "#include <libical/ical.h>\n")), 1)

    def test_no_library_stands_in_a_header(self):
        self.assertEqual(len(faults_of("ical/read.hpp", "#include <libical/ical.h>\n")), 1)
        self.assertEqual(len(faults_of("store/lock.hpp", "#include <unistd.h>\n")), 1)

    def test_fmt_and_the_standard_library_may_stand_anywhere(self):
        self.assertEqual(faults_of("base/words.hpp", "#include <fmt/format.h>\n#include <span>\n"),
                         [])

    def test_an_unknown_library_must_be_given_an_owner(self):
        self.assertEqual(len(faults_of("documents/xlsx.cpp", "#include <xlsxwriter.h>\n")), 1)

    def test_own_headers_are_named_from_the_root(self):
        self.assertEqual(len(faults_of("ical/read.cpp", '#include "read.hpp"\n')), 1)

    def test_a_file_between_the_rooms_is_caught(self):
        self.assertEqual(len(faults_of("engine/loose.cpp", "")), 1)


if __name__ == "__main__":
    unittest.main()
