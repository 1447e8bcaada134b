#include "config/plan_file.hpp"

#include "base/check.hpp"
#include "base/utf8.hpp"
#include "tests/fuzz/harness.hpp"

#include <sstream>

namespace {

namespace base = rul::base;
namespace model = rul::model;

void check_place(const base::Diagnostic& diagnostic, std::size_t lines) {
    const base::Location& where = diagnostic.where;
    RUL_CHECK(!diagnostic.code.empty() && !diagnostic.message.empty());
    RUL_CHECK(where.line >= 0 && static_cast<std::size_t>(where.line) <= lines);
    RUL_CHECK(where.line == 0 || where.column >= 1);
    RUL_CHECK(where.width >= 1);
    RUL_CHECK(!base::find_invalid_utf8(where.source_line));
    std::ostringstream shown;
    base::render(shown, diagnostic, base::Language::danish);
    base::render(shown, diagnostic, base::Language::english);
}

// What the other rooms take for granted.
void check_brief(const model::Brief& brief) {
    RUL_CHECK(brief.period.first <= brief.period.last);
    for (const model::Meeting& meeting : brief.meetings) {
        RUL_CHECK(meeting.kind == model::Meeting::Kind::event
                  || meeting.body.index < brief.bodies.size());
        RUL_CHECK(meeting.state != model::Meeting::State::fixed || meeting.options.size() == 1);
        RUL_CHECK(meeting.state != model::Meeting::State::either_or || meeting.options.size() >= 2);
        for (const model::Member& member : meeting.attendees)
            RUL_CHECK(member.person.index < brief.persons.size());
    }
    for (const model::Series& series : brief.series)
        RUL_CHECK(!series.slots.empty());
    for (const model::Rule& rule : brief.rules)
        RUL_CHECK(!rule.key.empty() && (rule.strength.must || rule.strength.points > 0));
}

}  // namespace

// A plan file gives a brief or at least one error, never both, and every word of it can be shown.
void rul::fuzz::try_input(std::string_view bytes) {
    std::size_t lines = 1;
    for (const char c : bytes)
        if (c == '\n') ++lines;
    base::Diagnostics found;
    // No such folder: a plan that names files finds none of them.
    const auto brief = config::parse_plan(bytes, "no-such-folder/plan.toml", {}, found);
    RUL_CHECK(brief.has_value() != found.has_errors());
    for (const base::Diagnostic& diagnostic : found.all())
        check_place(diagnostic, lines);
    if (brief) check_brief(*brief);
}
