#include "engine/referee/referee.hpp"

#include "engine/referee/rules/rules.hpp"

namespace rul::referee {

namespace {

model::Attendance attendance_of(const model::Brief& brief) {
    for (const model::Rule& rule : brief.rules)
        if (const auto* const found = std::get_if<model::Attendance>(&rule.kind)) return *found;
    return {};
}

}  // namespace

Verdict judge(const model::Brief& brief, const model::Plan& plan) {
    const Standing standing{brief, plan};
    Verdict verdict;
    for (std::size_t i = 0; i < brief.rules.size(); ++i) {
        Ruling ruling{standing, model::RuleId{i}, verdict};
        std::visit([&](const auto& kind) { judge(kind, ruling); }, brief.rules[i].kind);
    }
    verdict.attending = who_comes(standing, attendance_of(brief));
    return verdict;
}

}  // namespace rul::referee
