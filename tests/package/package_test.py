#!/usr/bin/env python3
"""Makes the Debian packages of a build, looks into them, and runs what they would install.

    tests/package/package_test.py BUILD_FOLDER
"""
import gzip
import pathlib
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv.pop(1)).resolve()


def run(*command):
    """Runs a command, which must succeed; its output."""
    return subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          check=True).stdout


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.place = pathlib.Path(cls.folder.name)
        run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", cls.place / "made")
        cls.packages = {file.name.split("_")[0]: file
                        for file in (cls.place / "made").glob("*.deb")}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def paths_in(self, package):
        """The files of a package, with their modes."""
        lines = run("dpkg-deb", "-c", self.packages[package]).splitlines()
        return {line.split()[5].lstrip("."): line.split()[0] for line in lines}

    def field(self, package, name):
        """One field of a package's control data."""
        return run("dpkg-deb", "-f", self.packages[package], name).strip()

    def test_there_is_one_for_the_program_and_one_for_the_libraries(self):
        self.assertEqual(set(self.packages), {"rul", "librul-dev"})

    def test_the_program_comes_with_its_manual_and_completions(self):
        paths = self.paths_in("rul")
        for path in ("/usr/bin/rul", "/usr/share/man/man1/rul.1.gz",
                     "/usr/share/bash-completion/completions/rul",
                     "/usr/share/zsh/vendor-completions/_rul",
                     "/usr/share/fish/vendor_completions.d/rul.fish",
                     "/usr/share/doc/rul/copyright"):
            self.assertIn(path, paths)
        self.assertEqual(paths["/usr/bin/rul"], "-rwxr-xr-x")
        self.assertEqual([path for path in paths if path.endswith((".a", ".hpp"))], [])

    def test_the_control_data_says_what_is_needed_and_what_it_is(self):
        depends = self.field("rul", "Depends")
        for library in ("libc6", "libfmt9", "libical3", "libstdc++6", "tzdata"):
            self.assertIn(library, depends)
        self.assertEqual(self.field("rul", "Section"), "utils")
        self.assertIn("calendar", self.field("rul", "Description"))
        self.assertIn("libical-dev", self.field("librul-dev", "Depends"))

    def test_the_libraries_come_with_headers_and_the_build_configuration(self):
        paths = self.paths_in("librul-dev")
        self.assertIn("/usr/include/rul/engine/model/brief.hpp", paths)
        self.assertTrue(any(path.endswith("/librul_planner.a") for path in paths))
        self.assertTrue(any(path.endswith("/cmake/Rul/RulConfig.cmake") for path in paths))

    def test_what_is_unpacked_runs(self):
        run("dpkg-deb", "-x", self.packages["rul"], self.place / "root")
        program = self.place / "root/usr/bin/rul"
        self.assertIn(self.field("rul", "Version"), run(program, "--version"))
        with gzip.open(self.place / "root/usr/share/man/man1/rul.1.gz", "rt") as page:
            self.assertIn(".Sh NAME", page.read())


if __name__ == "__main__":
    unittest.main()
