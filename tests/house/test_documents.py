"""What the documents say of the code is so."""
import re
import unittest

from repository import ROOT, files, name_of, text_of


class Documents(unittest.TestCase):
    def test_the_glossary_names_what_exists(self):
        headers = "\n".join(text_of(file) for file in files(".hpp"))
        missing = [f"{scope}::{name}" for scope, name in
                   re.findall(r"`(\w+)::(\w+)`", text_of(ROOT / "docs/glossary.md"))
                   if not re.search(rf"\b{name}\b", headers)]
        self.assertEqual(missing, [])

    def test_every_path_in_a_document_exists(self):
        path = re.compile(r"`((?:base|engine|config|ical|store|documents|desk|cli|tests|docs|cmake|"
                          r"examples)/[\w./-]*)`")
        gone = [f"{name_of(file)}: {named}" for file in files(".md")
                for named in path.findall(text_of(file)) if not (ROOT / named).exists()]
        self.assertEqual(gone, [])

    def test_every_decision_is_in_the_list(self):
        folder = ROOT / "docs/decisions"
        pages = sorted(file.name for file in folder.glob("[0-9]*.md"))
        listed = re.findall(r"\]\((\d{4}-[^)]*)\)", text_of(folder / "README.md"))
        self.assertEqual(sorted(listed), pages)
        numbers = [page[:4] for page in pages]
        self.assertEqual(len(numbers), len(set(numbers)), "two decisions with one number")

    def test_every_diagnostic_is_documented_and_every_documented_one_exists(self):
        code = re.compile(r'"((?:config|plan|notation|ical|store|desk|cli)\.(?!toml")[a-z][a-z0-9-]+)"')
        used = {hit for file in files(".cpp", ".hpp") if not name_of(file).startswith("tests/")
                for hit in code.findall(text_of(file))}
        documented = set(re.findall(r"^\| `([a-z]+\.[a-z0-9-]+)` \|",
                                    text_of(ROOT / "docs/diagnostics.md"), re.M))
        self.assertEqual(used - documented, set(), "not in docs/diagnostics.md")
        self.assertEqual(documented - used, set(), "in docs/diagnostics.md alone")


if __name__ == "__main__":
    unittest.main()
