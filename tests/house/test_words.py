"""The repository speaks of Rul alone, in British English, and promises nothing for later."""
import re
import unittest

from repository import files, name_of, text_of

# Put together from pieces, so that this file does not find itself.
MACHINE_PATHS = re.compile("|".join(("/wo" + "rk/", "/tm" + r"p/[a-z]", "/ro" + "ot/", "/ho" + "me/")))
LATER = re.compile("|".join(("TO" + "DO", "FIX" + "ME", r"\bXX" + r"X\b", r"\bfor " + "now\\b",
                             "not imple" + "mented")))
AMERICAN = re.compile(r"\b(behavior|neighbor|favor|honor|color|center|gray|canceled|canceling|"
                      r"labeled|modeling|traveling|traveler)s?\b")
OWN_PATTERNS = {"tests/house/test_words.py"}


def prose_of(file):
    """What is written for people: all of a text, the comments of code."""
    text = text_of(file)
    if file.suffix == ".md":
        return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.S)
    return "\n".join(re.findall(r"//.*|^ *#.*", text, re.M))


def hits(pattern, chosen, text=text_of):
    """`path: word` for each place where the pattern is found."""
    return [f"{name_of(file)}: {hit[0]}" for file in chosen if name_of(file) not in OWN_PATTERNS
            for hit in pattern.finditer(text(file))]


class Words(unittest.TestCase):
    def test_no_path_of_any_machine_is_named(self):
        self.assertEqual(hits(MACHINE_PATHS, files()), [])

    def test_nothing_is_left_for_later(self):
        self.assertEqual(hits(LATER, files(".cpp", ".hpp", ".py", ".cmake", ".txt", ".md", "dev")),
                         [])

    def test_the_spelling_is_british(self):
        self.assertEqual(hits(AMERICAN, files(".cpp", ".hpp", ".md"), prose_of), [])

    def test_the_patterns_find_what_they_are_for(self):
        for pattern, text in ((MACHINE_PATHS, "see /ho" + "me/somebody"), (LATER, "// TO" + "DO"),
                              (AMERICAN, "both colors")):
            self.assertRegex(text, pattern)
        self.assertNotRegex("colour, centre, favourite, colorado", AMERICAN)


if __name__ == "__main__":
    unittest.main()
