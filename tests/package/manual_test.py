#!/usr/bin/env python3
"""The man page and the completions say what `rul --help` says: every command, every option, no more.

    tests/package/manual_test.py RUL
"""
import pathlib
import re
import subprocess
import sys
import unittest

RUL = sys.argv.pop(1)
CLI = pathlib.Path(__file__).resolve().parents[2] / "cli"


def run(*command):
    """Runs a command, which must succeed; its output."""
    return subprocess.run([str(word) for word in command], capture_output=True, text=True,
                          check=True).stdout


def help_of(*verb):
    """What `rul [VERB] --help` says, in English."""
    return run(RUL, *verb, "--help", "--lang", "en")


def options_in(text):
    """The options that the left column of a help text names."""
    left = re.findall(r"^ +(-[-\w, ]*)", text, re.M)
    return set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", " ".join(left)))


VERBS = set(re.findall(r"^  rul ([a-z]+)(?: PLAN(?: SDFU/3)?)?  ", help_of(), re.M))
OPTIONS = {verb: options_in(help_of(verb)) for verb in VERBS}
ALL_OPTIONS = set().union(*OPTIONS.values())


def as_written(option, long, short):
    """An option in a file's own notation."""
    return long.format(option[2:]) if option.startswith("--") else short.format(option[1:])


class Manual(unittest.TestCase):
    page = (CLI / "rul.1").read_text(encoding="utf-8")

    def test_help_was_understood(self):
        self.assertLessEqual({"init", "check", "plan", "show", "explain", "export"}, VERBS)
        self.assertLessEqual({"--help", "-h", "--effort", "--lang"}, OPTIONS["plan"])

    def test_the_page_is_well_formed(self):
        lint = subprocess.run(["mandoc", "-Tlint", "-Wwarning", CLI / "rul.1"],
                              capture_output=True, text=True, check=False)
        self.assertEqual((lint.returncode, lint.stdout), (0, ""))

    def test_the_page_has_every_command_and_no_other(self):
        self.assertEqual(set(re.findall(r"^\.It Cm ([a-z]+)$", self.page, re.M)), VERBS)

    def test_the_page_has_every_option_and_no_other(self):
        named = set()
        for line in re.findall(r"^\.It (Fl .*)$", self.page, re.M):
            named |= {"-" + name for name in re.findall(r"Fl (\S+)", line)}
        self.assertEqual(named, ALL_OPTIONS)


class Completions(unittest.TestCase):
    def bash_completes(self, *words):
        """What bash offers after these words."""
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rul; '
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        return set(run("bash", "-c", script, "bash", CLI / "completions/rul.bash",
                       *words).splitlines())

    def test_bash_offers_every_command(self):
        self.assertEqual({word for word in self.bash_completes("rul", "") if word[0] != "-"}, VERBS)

    def test_bash_offers_each_commands_options(self):
        for verb in VERBS:
            self.assertEqual(self.bash_completes("rul", verb, "-"), OPTIONS[verb], verb)

    def test_bash_offers_the_values_that_are_a_choice(self):
        self.assertEqual(self.bash_completes("rul", "export", "--to", "c"), {"csv"})

    def test_zsh_and_fish_have_every_option(self):
        for name, long, short in (("_rul", "--{}", "-{}"), ("rul.fish", "-l {}", "-s {}")):
            text = (CLI / "completions" / name).read_text(encoding="utf-8")
            for word in VERBS:
                self.assertRegex(text, rf"\b{word}\b")
            for option in ALL_OPTIONS:
                written = re.escape(as_written(option, long, short))
                self.assertRegex(text, rf"(?<![\w-]){written}(?![\w-])", name)

    def test_zsh_and_fish_have_no_other(self):
        zsh = (CLI / "completions/_rul").read_text(encoding="utf-8")
        self.assertEqual(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", zsh)),
                         {option for option in ALL_OPTIONS if option.startswith("--")})
        fish = (CLI / "completions/rul.fish").read_text(encoding="utf-8")
        offered = " ".join(re.findall(r"^complete .*", fish, re.M))  # its variables are set with -l too
        self.assertEqual({"--" + name for name in re.findall(r" -l ([a-z-]+)", offered)},
                         {option for option in ALL_OPTIONS if option.startswith("--")})


if __name__ == "__main__":
    unittest.main()
