#include "engine/referee/referee.hpp"
#include "tests/config/proof/reporting.hpp"
#include "tests/support/seeds.hpp"

#include <algorithm>

using namespace rul::testing;  // NOLINT(google-build-using-namespace): tests only
namespace model = rul::model;
using rul::base::Random;

namespace {

const std::vector<std::string> weekdays{"man", "tir", "ons", "tor", "fre"};

std::string distance_text(Random& random) {
    const int least = random.between(0, 20);
    const int most = least + random.between(0, 20);
    const std::vector<std::string> units{"dage", "hverdage", "uger"};
    const std::string unit = units[static_cast<std::size_t>(random.between(0, 1))];
    switch (random.between(0, 2)) {
        case 0:
            return fmt::format("mindst {} {}", least, unit);
        case 1:
            return fmt::format("højst {} {}", most, unit);
        default:
            return fmt::format("{}-{} {}", least, most, unit);
    }
}

void add_series(BriefBuilder& b, Random& random, const std::string& key) {
    std::vector<std::string> slots;
    for (const std::string& weekday : weekdays)
        if (random.between(0, 2) > 0)
            slots.push_back(weekday
                            + (random.between(0, 1) == 0 ? " 9-11 teams" : " 13-15 fysisk"));
    if (slots.empty()) slots.emplace_back("man 9-11 teams");
    const int count = random.between(1, 3);
    b.body(key).slots(slots).count(random.between(0, count), count);
    if (random.between(0, 1) == 0) b.body(key).gap(distance_text(random));
    if (random.between(0, 2) == 0) b.body(key).mix("mindst 1 teams, højst 2 fysisk");
}

void add_rules(BriefBuilder& b, Random& random) {
    const auto pairs = random.between(0, 1) == 0 ? model::Distance::Pairs::in_step
                                                 : model::Distance::Pairs::every_pair;
    if (random.between(0, 2) == 0) b.distance("A", "B", distance_text(random), pairs);
    if (random.between(0, 2) == 0)
        b.rule(model::Needs{.subject = b.group("B"),
                            .providers = {{b.group("A"),
                                           {random.between(0, 5),
                                            {},
                                            random.between(6, 40),
                                            random.between(0, 1) == 0 ? model::Unit::day
                                                                      : model::Unit::working_day}}},
                            .side = random.between(0, 1) == 0 ? model::Needs::Side::before
                                                              : model::Needs::Side::after,
                            .in_step = random.between(0, 2) == 0,
                            .own = random.between(0, 2) == 0});
    if (random.between(0, 2) == 0)
        b.rule(model::Spread{.meetings = b.group("A"),
                             .part = model::Spread::Part::month,
                             .least = random.between(0, 1),
                             .most = random.between(1, 2)});
    if (random.between(0, 4) == 0)
        b.rule(model::SameDay{.first = b.group("A"), .second = b.group("B")});
    if (random.between(0, 4) == 0) b.rule(model::Apart{b.group("A"), b.group("B"), 2});
    if (random.between(0, 2) == 0) b.block({random.between(0, 1) == 0 ? "uge 15" : "uge 18-19"});
    if (random.between(0, 4) == 0)
        b.rule(model::Within{b.group("B"),
                             {day(2023, 4, 1), day(2023, 5, 10)},
                             static_cast<model::Within::Side>(random.between(0, 2)),
                             "april"});
}

// Any placement of the meetings in their slots, series in order of date; most break some rule.
model::Plan random_plan(const model::Brief& brief, Random& random) {
    model::Plan plan{std::vector<std::optional<model::Placement>>(brief.meetings.size())};
    for (const model::Series& series : brief.series) {
        const int held = random.between(series.quotas[0].least, series.quotas[0].most);
        std::vector<model::Placement> placements;
        while (static_cast<int>(placements.size()) < held) {
            const auto& slot = series.slots[static_cast<std::size_t>(
                random.between(0, static_cast<int>(series.slots.size()) - 1))];
            const model::Date date =
                brief.period.first + std::chrono::days{random.between(0, brief.period.days() - 1)};
            if (std::chrono::weekday{date} != slot.weekdays[0]) continue;
            placements.push_back({.date = date, .time = slot.time, .mode = *slot.mode});
        }
        std::sort(placements.begin(), placements.end(),
                  [](const auto& a, const auto& b) { return a.date < b.date; });
        for (std::size_t k = 0; k < placements.size(); ++k)
            plan.placements[series.meetings[k].index] = placements[k];
    }
    return plan;
}

// The plan's own dates as the user's: what holds as a free choice holds as a fixed one.
void fix(model::Brief& brief, const model::Plan& plan, Random& random) {
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const auto& placement = plan.placements[i];
        if (!placement || random.between(0, 1) == 0) continue;
        brief.meetings[i].state = model::Meeting::State::fixed;
        brief.meetings[i].options = {
            {.date = placement->date, .time = placement->time, .mode = placement->mode}};
    }
}

bool has_no_error(const model::Brief& brief) {
    rul::base::Diagnostics diagnostics;
    rul::config::proofread(brief, diagnostics);
    if (!diagnostics.has_errors()) return true;
    for (const auto& diagnostic : diagnostics.all())
        BOOST_TEST_MESSAGE(diagnostic.code << ": " << diagnostic.message.english << " "
                                           << diagnostic.help.english);
    return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(proof_soundness)

// What the referee accepts is possible, so the proofreader may not call it impossible.
BOOST_AUTO_TEST_CASE(never_calls_impossible_what_the_referee_accepts) {
    int accepted = 0;
    int refused = 0;
    for_each_seed([&](Random& random) {
        BriefBuilder b{"20-03-2023..31-05-2023"};
        add_series(b, random, "A");
        add_series(b, random, "B");
        add_rules(b, random);
        model::Brief brief = b.build();
        bool is_possible = false;
        for (int tries = 0; tries < 60 && !is_possible; ++tries) {
            const model::Plan plan = random_plan(brief, random);
            if (!rul::referee::judge(brief, plan).is_valid()) continue;
            is_possible = true;
            ++accepted;
            BOOST_TEST(has_no_error(brief));
            fix(brief, plan, random);
            BOOST_TEST(has_no_error(brief));
        }
        if (!is_possible && !has_no_error(brief)) ++refused;
    });
    // Both sides of the question were asked, unless one seed was.
    const bool is_one = accepted + refused <= 1;
    BOOST_TEST((is_one || (accepted > 100 && refused > 20)));
}

BOOST_AUTO_TEST_SUITE_END()
