#include "engine/model/rule_words.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul::model;  // NOLINT(google-build-using-namespace): tests only

namespace {

Rule rule_of(RuleKind kind) {
    Rule rule;
    rule.key = "FFU.rule";
    rule.source = {.file = "rul.toml", .line = 14};
    rule.kind = std::move(kind);
    return rule;
}

std::string danish(const RuleKind& kind) {
    const Brief brief;
    return words_of(brief, rule_of(kind)).danish;
}

std::string english(const RuleKind& kind) {
    const Brief brief;
    return words_of(brief, rule_of(kind)).english;
}

const Group ffu{"FFU", {}};
const Group ssf{"SSF", {}};

}  // namespace

BOOST_AUTO_TEST_SUITE(rule_words)

BOOST_AUTO_TEST_CASE(a_rule_with_a_text_is_told_in_it_and_a_block_by_its_reason) {
    Brief brief;
    brief.blocks.push_back({.why = "skoleferie"});
    Rule rule = rule_of(Blocked{BlockId{0}});
    rule.text = "skoleferie";
    BOOST_TEST(words_of(brief, rule).danish == "spærring: skoleferie");
    rule.kind = Apart{ffu, ssf};
    rule.text = "Aldrig samme dag";
    BOOST_TEST(words_of(brief, rule).english == "Aldrig samme dag");
}

BOOST_AUTO_TEST_CASE(a_rule_without_a_text_says_what_it_asks) {
    BOOST_TEST(danish(Distance{ffu, ffu, Distance::Pairs::neighbours, {4, 6, 9, Unit::week}})
               == "FFU: fra møde til møde 4-9 uger, ideal 6");
    BOOST_TEST(english(Distance{ffu, ssf, Distance::Pairs::every_pair, {14, {}, {}, Unit::day}})
               == "from FFU to SSF at least 14 days");
    BOOST_TEST(danish(Needs{ssf, {{ffu, {28, 35, 49, Unit::day}}}})
               == "SSF skal have FFU 28-49 dage før");
    BOOST_TEST(english(Spread{ffu, Spread::Part::quarter, {}, 1, {}})
               == "FFU: at least 1 in each quarter");
    BOOST_TEST(danish(Mix{ffu, {{Mode::physical, 3, {}}}, 2, {}})
               == "FFU: mindst 3 fysisk, højst 2 af samme slags i træk");
    BOOST_TEST(danish(Apart{ffu, ssf, 1, false}) == "FFU og SSF ikke samme dag");
    BOOST_TEST(english(Apart{ffu, ssf, 3, false}) == "FFU and SSF at least 3 days apart");
    BOOST_TEST(danish(Load{{}, Load::Per::week, 1, false})
               == "højst 1 møde om ugen for hver deltager");
    BOOST_TEST(danish(Deadline{ffu, Deadline::What::agenda_out, "", {-7, Unit::day}})
               == "fristen for udsendelse af dagsordenen (7 dage før FFU) er ikke en lukket dag");
    BOOST_TEST(english(Notice{ffu, 1}) == "FFU is placed and moved at least 1 day ahead");
    BOOST_TEST(danish(Regular{ffu, Regular::What::time, {}}) == "FFU holder samme tidspunkt");
    BOOST_TEST(english(Within{ffu, {}, Within::Side::before, "maj"}) == "FFU before maj");
}

BOOST_AUTO_TEST_CASE(a_rule_that_no_line_speaks_of_points_at_no_line) {
    Brief brief;
    brief.rules = {rule_of(Apart{ffu, ssf}), rule_of(Appointments{}), rule_of(Rooms{})};
    BOOST_TEST(words_and_place_of(brief, RuleId{0}).danish
               == "FFU og SSF ikke samme dag (rul.toml:14)");
    BOOST_TEST(words_and_place_of(brief, RuleId{1}).danish == "aftalte datoer holdes");
    BOOST_TEST(place_of(brief.rules[2]).line == 0);
}

BOOST_AUTO_TEST_CASE(a_fixed_meeting_points_at_the_line_of_its_date) {
    Meeting meeting;
    meeting.source = {"rul.toml", 4};
    BOOST_TEST(place_of(meeting).line == 4);
    meeting.options.push_back({.date = Date{}, .source = {"rul.toml", 9}});
    BOOST_TEST(place_of(meeting).line == 9);
}

BOOST_AUTO_TEST_SUITE_END()
