#include "config/text/tree.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <string>

namespace rul::config {

namespace {

// The UTF-8 of a code point of the basic plane, from U+0080.
std::string utf8_of(unsigned point) {
    std::string bytes;
    if (point < 0x800U) {
        bytes += static_cast<char>(0xc0U | (point >> 6U));
    } else {
        bytes += static_cast<char>(0xe0U | (point >> 12U));
        bytes += static_cast<char>(0x80U | ((point >> 6U) & 0x3fU));
    }
    bytes += static_cast<char>(0x80U | (point & 0x3fU));
    return bytes;
}

std::size_t errors_in(const std::string& toml) {
    const SourceText source{"plan.toml", toml};
    base::Diagnostics found;
    Report report{found};
    const auto tree = parse_tree(source, report);
    BOOST_TEST_REQUIRE(tree.has_value() != found.has_errors());
    return found.all().size();
}

std::string help_for(const std::string& toml) {
    const SourceText source{"plan.toml", toml};
    base::Diagnostics found;
    Report report{found};
    static_cast<void>(parse_tree(source, report));
    BOOST_TEST_REQUIRE(found.all().size() == 1U);
    return found.all().front().help.danish;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tree)

BOOST_AUTO_TEST_CASE(tells_what_to_write_instead_of_what_people_write) {
    BOOST_TEST(help_for("seminar = ja\n") == "skriv true");
    BOOST_TEST(help_for("seminar = False\n") == "skriv false");
    BOOST_TEST(help_for("count = 4;\n") == "slet semikolonet");
    BOOST_TEST(help_for("slots = \"man 9-11\", \"tir 9-11\"\n")
               == "flere værdier står i kantede klammer: [\"...\", \"...\"]");
    BOOST_TEST(help_for("[body.Skole forum]\ncount = 1\n") == "skriv [body.\"Skole forum\"]");
    BOOST_TEST(help_for("[[rule]]\nid = \"a\"\n[rule]\nid = \"b\"\n")
               == "skriv [[rule]] med dobbelte klammer, hver gang den står her");
    BOOST_TEST(help_for("venues = [\"a\",\n\"b\"\ncount = 1\n")
               == "listen begynder på linje 1: sæt et komma mellem dens værdier og ] efter den "
                  "sidste");
    BOOST_TEST(help_for("busy = \"lister\\optaget.csv\"\n")
               == "skriv / i filnavne; ellers sæt teksten i '...'");
}

// The white space that toml++ lets stand between a key and its value is none of these places'.
BOOST_AUTO_TEST_CASE(any_character_outside_ascii_is_refused_in_keys_and_bare_values) {
    for (unsigned point = 0x80; point < 0x10000; ++point) {
        if (point >= 0xd800 && point < 0xe000) continue;
        const std::string character = utf8_of(point);
        for (const std::string& toml :
             std::array{"a" + character + "b = 1\n", "x = 1e99\"" + character + "y\"\n"})
            BOOST_TEST_REQUIRE(errors_in(toml) == 1U, "U+" << std::hex << point << " in " << toml);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace rul::config
