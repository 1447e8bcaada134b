"""The presets stay apart: errors and assertions in those for development, none in release."""
import json
import re
import unittest

from repository import ROOT, files, name_of, text_of


def presets():
    """Each configure preset's cache variables, inherited ones included."""
    listed = json.loads(text_of(ROOT / "CMakePresets.json"))["configurePresets"]
    by_name = {preset["name"]: preset for preset in listed}

    def variables(name):
        preset = by_name[name]
        inherited = variables(preset["inherits"]) if "inherits" in preset else {}
        return inherited | preset.get("cacheVariables", {})

    return {name: variables(name) for name in by_name}


class Presets(unittest.TestCase):
    def test_warnings_are_errors_in_development_alone(self):
        for name, variables in presets().items():
            wanted = None if name in ("base", "release") else "ON"
            self.assertEqual(variables.get("RUL_WERROR"), wanted, name)
            self.assertEqual(variables.get("RUL_ASSERTIONS"), wanted, name)

    def test_the_sanitizers_keep_assert(self):
        flags = presets()["sanitize"]["CMAKE_CXX_FLAGS_RELWITHDEBINFO"]
        self.assertNotIn("NDEBUG", flags)

    def test_no_folder_sets_flags_of_its_own(self):
        setting = re.compile(r"add_compile_options|add_definitions|CMAKE_CXX_FLAGS|-Werror")
        self.assertEqual([name_of(file) for file in files("CMakeLists.txt", ".cmake")
                          if setting.search(text_of(file))], ["cmake/RulWarnings.cmake"])


if __name__ == "__main__":
    unittest.main()
