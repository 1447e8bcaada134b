#include "documents/minizinc/model.hpp"

#include "documents/minizinc/calls.hpp"
#include "documents/minizinc/definitions.hpp"
#include "documents/minizinc/parts.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <set>

namespace rul::documents {

namespace minizinc {

namespace {

std::string heading(std::string_view title) {
    const std::size_t rest = title.size() < 92 ? 92 - title.size() : 0;
    return fmt::format("\n% ---- {} {}\n\n", title, std::string(rest, '-'));
}

std::string sum(const Items& terms) {
    std::string text;
    for (const std::string& term : terms)
        text += (text.empty() ? "" : "\n    + ") + term;
    return text.empty() ? "0" : text;
}

std::string place_of(const base::Location& source) {
    return source.line == 0 ? "" : fmt::format(", {}:{}", source.file, source.line);
}

// What the user wrote, as they wrote it.
std::string said(const model::Rule& rule, std::size_t number) {
    std::string text = comment(fmt::format("{}. {}: {}, {}{}", number, rule.key, name_of(rule.kind),
                                           to_text(rule.strength, base::Language::english),
                                           place_of(rule.source)));
    if (!rule.text.empty()) text += comment(rule.text, "%    ");
    if (!rule.source.source_line.empty()) text += comment(rule.source.source_line, "%    ");
    return text;
}

std::string rule_part(const World& world, const model::Rule& rule, std::size_t number) {
    const Spoken in{world, rule, number};
    const Call found = std::visit([&](const auto& kind) { return call(kind, in); }, rule.kind);
    std::string text = said(rule, number);
    for (const std::string& line : found.lines)
        text += line + "\n";
    Items cost = found.points;
    if (!found.times.empty()) {
        text += fmt::format("var int: times_{} = {};\n", number, sum(found.times));
        if (rule.strength.must)
            text += fmt::format("constraint times_{} = 0;\n", number);
        else
            cost.insert(cost.begin(), fmt::format("{} * times_{}", rule.strength.points, number));
    }
    return text + fmt::format("var int: cost_{} = {};\n\n", number, sum(cost));
}

std::string inside_part(const World& world) {
    Items inner;
    Items outer;
    const auto as_set = [&](const model::Group& group) {
        Items names;
        for (const model::MeetingId id : group.meetings)
            if (world.at(id).state != model::Meeting::State::cancelled)
                names.push_back(world.name(id));
        return set(names);
    };
    for (const model::Rule& rule : world.brief().rules) {
        const auto* const inside = std::get_if<model::Inside>(&rule.kind);
        if (inside == nullptr) continue;
        inner.push_back(as_set(inside->meetings));
        outer.push_back(as_set(inside->seminars));
    }
    return "% Of each rule `inside`: its meetings, and its seminars.\n"
           + array("array[int] of set of MEETING: nested", inner)
           + array("array[int] of set of MEETING: nesting", outer);
}

std::string solve_part(const model::Brief& brief) {
    Items costs;
    Items names;
    for (std::size_t i = 1; i <= brief.rules.size(); ++i) {
        costs.push_back(fmt::format("cost_{}", i));
        names.push_back(quoted(brief.rules[i - 1].key));
    }
    return array("array[int] of var int: cost_of", costs)
           + array("array[int] of string: rule_name", names) + std::string{definition_of("solve")};
}

// Those of the kinds used, in the order in which they are first used; what meetings are is said in
// the words of slots and attendance, whatever the rules.
std::string definitions_part(const model::Brief& brief) {
    std::string text;
    std::set<std::string_view> told;
    const auto tell = [&](std::string_view name) {
        if (told.insert(name).second) text += std::string{definition_of(name)} + "\n";
    };
    tell("words");
    tell("slots");
    for (const model::Rule& rule : brief.rules)
        tell(name_of(rule.kind));
    return text;
}

std::string placed(const World& world, model::MeetingId id,
                   const std::optional<model::Placement>& at) {
    const std::string& name = world.name(id);
    if (!at) return fmt::format("constraint not held[{}];\n", name);
    const int from = at->time ? static_cast<int>(at->time->from.count()) : -1;
    const int to =
        at->time ? static_cast<int>(at->time->to.count()) + (is_seminar(world.at(id)) ? 24 * 60 : 0)
                 : -1;
    return fmt::format(
        "constraint held[{0}] /\\ date[{0}] = {1} /\\ begins[{0}] = {2} /\\ ends[{0}] = {3}\n"
        "           /\\ mode[{0}] = {4} /\\ venue[{0}] = {5} /\\ room[{0}] = {6};  {7}",
        name, world.day(at->date), from, to, mode_name(at->mode),
        at->venue ? world.name(*at->venue) : "'no venue'", at->room ? *at->room + 1 : 0,
        comment(model::to_short(at->date, base::Language::english)));
}

}  // namespace

std::string rules_part(const World& world) {
    std::string text;
    for (std::size_t i = 0; i < world.brief().rules.size(); ++i)
        text += rule_part(world, world.brief().rules[i], i + 1);
    return text;
}

}  // namespace minizinc

std::string minizinc_model(const model::Brief& brief) {
    using namespace minizinc;  // NOLINT(google-build-using-namespace): its own parts
    const World world{brief};
    return comment(brief.title.empty() ? "A plan of meetings" : brief.title)
           + "%\n% The cheapest calendars, as a MiniZinc model. Run it: minizinc THIS-FILE\n"
             "% The plan comes first, then its rules, then what the words mean.\n"
           + heading("The days") + days_part(world) + heading("The venues") + venues_part(world)
           + heading("The persons") + people_part(world) + heading("The meetings")
           + meetings_part(world) + heading("Who sits where") + seats_part(world)
           + inside_part(world)
           + "enum UNIT = {minute, hour, day, working_day, week};\n"
             "enum PAIRS = {neighbours, in_step, every_pair};\n"
             "enum SIDE = {before, after};\n"
           + heading("The rules") + rules_part(world) + heading("What they cost together")
           + solve_part(brief) + "\n" + definitions_part(brief);
}

std::string minizinc_calendar(const model::Brief& brief, const model::Plan& plan) {
    using namespace minizinc;  // NOLINT(google-build-using-namespace): its own parts
    const World world{brief};
    std::string text =
        comment(brief.title.empty() ? "A calendar" : brief.title)
        + "%\n% Where every meeting stands. Run it after its model, to see whether it is a calendar and\n"
          "% what it costs: minizinc MODEL-FILE THIS-FILE\n\n";
    for (const model::MeetingId id : world.meetings())
        if (!is_event(world.at(id))) text += placed(world, id, plan.of(id));
    return text;
}

}  // namespace rul::documents
