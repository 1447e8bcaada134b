#include "config/notation/distances.hpp"

#include "tests/config/notation/reading.hpp"

using namespace rul::config;   // NOLINT(google-build-using-namespace): tests only
using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
using rul::base::Language;
using rul::model::DistanceRange;
using rul::model::Offset;
using rul::model::Unit;
using Side = rul::model::Needs::Side;

namespace {

std::string side_text(std::optional<Side> side) {
    if (!side) return "";
    return *side == Side::before ? " før" : " efter";
}

std::string number(std::optional<int> value) {
    return value ? std::to_string(*value) : "_";
}

std::string show_distance(const SaidDistance& said) {
    const DistanceRange& r = said.range;
    return fmt::format("{}/{}/{} {}{}{}", number(r.min), number(r.ideal), number(r.max),
                       rul::model::unit_name(r.unit, false, Language::danish), side_text(said.side),
                       said.is_bare ? " bare" : "");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(distances)

BOOST_AUTO_TEST_CASE(reads_distances) {
    check_rows({{"28-49 dage", "28/_/49 dage"},
                {"28 - 49 dage", "28/_/49 dage"},
                {"28\u201349 dage", "28/_/49 dage"},
                {"28..49 dage", "28/_/49 dage"},
                {"28 til 49 dage", "28/_/49 dage"},
                {"28-49 dage før", "28/_/49 dage før"},
                {"28-49 days before", "28/_/49 dage før"},
                {"28-49 dage efter", "28/_/49 dage efter"},
                {"4-9 uger", "4/_/9 uger"},
                {"4-9 uger, ideal 6", "4/6/9 uger"},
                {"4-9 uger, ideal 6 uger", "4/6/9 uger"},
                {"4-9 uger, ideelt 6", "4/6/9 uger"},
                {"ideal 6, 4-9 uger", "4/6/9 uger"},
                {"4-9 weeks, ideally 6", "4/6/9 uger"},
                {"4-9 uger, ideal 40 dage", "28/40/63 dage"},
                {"mindst 5 hverdage", "5/_/_ hverdage"},
                {"min. 5 hverdage", "5/_/_ hverdage"},
                {"højst 3 uger", "_/_/3 uger"},
                {"HØJST 3 UGER", "_/_/3 uger"},
                {"max 3 uger", "_/_/3 uger"},
                {"mindst 5 og højst 10 dage", "5/_/10 dage"},
                {"mindst 5 dage, højst 3 uger", "5/_/21 dage"},
                {"præcis 7 dage", "7/_/7 dage"},
                {"exactly 7 days", "7/_/7 dage"},
                {"7 dage", "_/7/_ dage bare"},
                {"42 dage før", "_/42/_ dage før bare"},
                {"ideal 42 dage", "_/42/_ dage"},
                {"ca. 42 dage", "_/42/_ dage"},
                {"at least 5 working days", "5/_/_ hverdage"},
                {"at most 3 weeks", "_/_/3 uger"},
                {"5 arbejdsdage", "_/5/_ hverdage bare"},
                {"0-90 minutter", "0/_/90 minutter"},
                {"højst 30 minutter", "_/_/30 minutter"},
                {"1-2 timer", "1/_/2 timer"},
                {"1-2 timer, ideal 90 minutter", "60/90/120 minutter"},
                {"-7..7 dage", "-7/_/7 dage"},
                {"-7 - -3 dage", "-7/_/-3 dage"},
                {"samme dag", "0/_/0 dage"},
                {"samme dag efter", "0/_/0 dage efter"},
                {"1 dag", "_/1/_ dage bare"},
                {"1 uge", "_/1/_ uger bare"}},
               read_distance, show_distance);
}

BOOST_AUTO_TEST_CASE(says_what_is_wrong_with_a_distance) {
    check_rows(
        {{"49-28 dage", "notation.backwards 0+5: det mindste tal står først (Mente du 28-49?)"},
         {"28-49", "notation.incomplete 5+1: her mangler dage, hverdage eller uger"},
         {"28-49 dgae", "notation.not-understood 6+4: forstår ikke \"dgae\" (Mente du \"dage\"?)"},
         {"4-9 uger, ideal 12", "notation.ideal 0+18: idealet 12 ligger uden for grænserne"},
         {"mindst 9 uger, højst 4 uger",
          "notation.backwards 0+27: den største afstand er mindre end den mindste"},
         {"mindst 5 hverdage, højst 3 uger",
          "notation.unit 0+31: to enheder, der ikke kan regnes om til hinanden (Brug den samme "
          "enhed hele vejen)"},
         {"mindst 5 dage, mindst 6 dage", "notation.twice 15+8: det samme er sagt to gange"},
         {"999999 dage", "notation.number 0+6: tallet er for stort"},
         {"99999999999999999999 dage", "notation.number 0+20: tallet er for stort"},
         {"mindst", "notation.incomplete 6+1: her mangler et tal"},
         {"dage",
          "notation.not-understood 0+4: forstår ikke \"dage\" (Her skal stå en afstand som \"28-49 "
          "dage\" eller \"mindst 4 uger\")"},
         {"hver 11. uge",
          "notation.not-understood 0+4: forstår ikke \"hver\" (Her skal stå en afstand som \"28-49 "
          "dage\" eller \"mindst 4 uger\")"},
         {"28-49 dage x", "notation.not-understood 11+1: forstår ikke \"x\""},
         {"28--49 dage", "notation.backwards 0+6: det mindste tal står først (Mente du -49-28?)"}},
        read_distance, show_distance);
}

BOOST_AUTO_TEST_CASE(reads_offsets) {
    check_rows(
        {{"14 dage før", "14 dage før"},
         {"1 dag før", "1 dag før"},
         {"8 hverdage efter", "8 hverdage efter"},
         {"2 uger før", "2 uger før"},
         {"1 uge efter", "1 uge efter"},
         {"samme dag", "samme dag"},
         {"0 dage før", "samme dag"},
         {"7 days before", "7 dage før"},
         {"5 working days before", "5 hverdage før"},
         {"3 business days after", "3 hverdage efter"},
         {"14 dage", "notation.side 0+7: her mangler \"før\" eller \"efter\""},
         {"14 dage foer",
          "notation.not-understood 8+4: forstår ikke \"foer\" (Her skal stå \"før\" eller "
          "\"efter\")"},
         {"14 dage eftr",
          "notation.not-understood 8+4: forstår ikke \"eftr\" (Mente du \"efter\"?)"},
         {"2 timer før", "notation.unit 2+5: en frist er i dage, hverdage eller uger"},
         {"før", "notation.not-understood 0+3: forstår ikke \"før\" (Her skal stå et tal)"},
         {"-14 dage før", "notation.not-understood 0+1: forstår ikke \"-\" (Her skal stå et tal)"}},
        read_offset, [](const Offset& offset) { return to_text(offset, Language::danish); });
}

BOOST_AUTO_TEST_CASE(reads_counts) {
    check_rows({{"9", "9"},
                {"3-5", "3-5"},
                {"3 til 5", "3-5"},
                {"mindst 4", "mindst 4"},
                {"højst 6", "højst 6"},
                {"at least 4", "mindst 4"},
                {"præcis 4", "4"},
                {"0", "0"},
                {"5-3", "notation.backwards 0+3: det mindste tal står først (Mente du 3-5?)"},
                {"ni", "notation.not-understood 0+2: forstår ikke \"ni\" (Her skal stå et tal)"},
                {"9 møder", "notation.not-understood 2+5: forstår ikke \"møder\""}},
               read_count, [](const CountRange& count) {
                   return rul::model::range_text(count.least, count.most, Language::danish);
               });
}

BOOST_AUTO_TEST_CASE(reads_mixtures) {
    check_rows(
        {{"4-5 teams, 4-5 fysisk", "4-5 teams 4-5 fysisk"},
         {"4-5 teams og 4-5 fysiske", "4-5 teams 4-5 fysisk"},
         {"mindst 3 fysisk", "mindst 3 fysisk"},
         {"3 teams, højst 2 fysiske møder", "3 teams højst 2 fysisk"},
         {"2 virtual, 3 in person", "2 teams 3 fysisk"},
         {"4 teams, 4 online", "notation.twice 9+8: det samme er sagt to gange"},
         {"4 hybrid", "notation.mode 2+6: hybride møder tæller som fysiske (Skriv \"fysisk\")"},
         {"4 temas",
          "notation.not-understood 2+5: forstår ikke \"temas\" (Mente du "
          "\"teams\"?)"},
         {"4",
          "notation.incomplete 1+1: her mangler \"teams\", \"fysisk\" eller "
          "\"hybrid\""}},
        read_mix, [](const std::vector<rul::model::Mix::Share>& shares) {
            std::string text;
            for (const auto& share : shares)
                text +=
                    fmt::format("{}{} {}", text.empty() ? "" : " ",
                                rul::model::range_text(share.least, share.most, Language::danish),
                                to_text(share.mode, Language::danish));
            return text;
        });
}

BOOST_AUTO_TEST_CASE(reads_what_a_meeting_needs) {
    check_rows(
        {{"FFU 28-49 dage før", "FFU@0+3 28/_/49 dage før"},
         {"SDFU/3 28-49 dage før", "SDFU/3@0+6 28/_/49 dage før"},
         {"KL-topmøde 7-60 dage før, ideal 21 dage", "KL-topmøde@0+10 7/21/60 dage før"},
         {"ØU 28 days before", "ØU@0+2 _/28/_ dage før bare"},
         {"Forum 2 4-9 uger efter", "Forum 2@0+7 4/_/9 uger efter"},
         {"FFU højst 3 uger før", "FFU@0+3 0/_/3 uger før"},
         {"FFU mindst 28 dage før", "FFU@0+3 28/_/_ dage før"},
         {"FFU at least 28 days before", "FFU@0+3 28/_/_ dage før"},
         {"FFU samme dag før", "FFU@0+3 0/_/0 dage før"},
         {"FFU præcis 7 dage før", "FFU@0+3 7/_/7 dage før"},
         {"Strategisk Sundhedsforum 10-60 dage før",
          "Strategisk Sundhedsforum@0+24 10/_/60 dage før"},
         {"FFU 28-49 dage", "notation.side 0+14: her mangler \"før\" eller \"efter\""},
         {"FFU 49-28 dage før",
          "notation.backwards 4+5: det mindste tal står først (Mente du 28-49?)"},
         {"FFU 28-49 før", "notation.incomplete 13+1: her mangler dage, hverdage eller uger"},
         {"28-49 dage før",
          "notation.name-missing 0+2: her mangler et navn før afstanden (Skriv fx \"FFU 28-49 dage "
          "før\")"},
         {"FFU", "notation.incomplete 3+1: her mangler et tal"}},
        read_needs, [](const NeedsPhrase& phrase) {
            return fmt::format("{}@{}+{} {}", phrase.name, phrase.offset, phrase.width,
                               show_distance({phrase.window, phrase.side, phrase.is_bare}));
        });
}

BOOST_AUTO_TEST_CASE(reads_strengths) {
    check_rows({{"must", "skal"},
                {"skal", "skal"},
                {"should", "bør"},
                {"bør", "bør"},
                {"BØR", "bør"},
                {"wish", "ønske"},
                {"Ønske", "ønske"},
                {"12 point", "12 point"},
                {"12 points", "12 point"},
                {"12", "12 point"},
                {"1", "1 point"},
                {"0", "notation.points 0+1: point er fra 1 til 1000000"},
                {"1000001", "notation.points 0+7: point er fra 1 til 1000000"},
                {"shuold",
                 "notation.not-understood 0+6: forstår ikke \"shuold\" (Mente du "
                 "\"should\"?)"},
                {"must not", "notation.not-understood 5+3: forstår ikke \"not\""}},
               read_strength, [](const rul::model::Strength& strength) {
                   return to_text(strength, Language::danish);
               });
}

BOOST_AUTO_TEST_CASE(reads_back_every_distance_that_is_written) {
    const std::vector<std::optional<int>> bounds{std::nullopt, -3, 0, 1, 7, 30};
    for (const auto unit : {Unit::minute, Unit::hour, Unit::day, Unit::working_day, Unit::week}) {
        for (const auto& min : bounds) {
            for (const auto& max : bounds) {
                for (const std::optional<int>& ideal : {std::optional<int>{}, min, max}) {
                    if (!min && !max && !ideal) continue;
                    if (min && max && *max < *min) continue;
                    const DistanceRange range{min, ideal, max, unit};
                    for (const auto language : {Language::danish, Language::english}) {
                        const std::string text = to_text(range, language);
                        const auto read = read_distance(text);
                        DistanceRange expected = range;
                        // "præcis 7" leaves its ideal unsaid.
                        if (min && min == max) expected.ideal = std::nullopt;
                        BOOST_REQUIRE_MESSAGE(read && read->range == expected, text);
                    }
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(reads_back_every_offset_and_strength_that_is_written) {
    for (const auto language : {Language::danish, Language::english}) {
        for (const auto unit : {Unit::day, Unit::working_day, Unit::week})
            for (int count = -30; count <= 30; ++count) {
                const Offset offset{count, count == 0 ? Unit::day : unit};
                const auto read = read_offset(to_text(offset, language));
                BOOST_REQUIRE_MESSAGE(read && *read == offset, to_text(offset, language));
            }
        for (const auto strength : {rul::model::must, rul::model::soft(1), rul::model::soft(5),
                                    rul::model::soft(20), rul::model::soft(1'000'000)}) {
            const auto read = read_strength(to_text(strength, language));
            BOOST_REQUIRE(read && *read == strength);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
