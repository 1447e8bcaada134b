#include "engine/referee/rules/rules.hpp"
#include "engine/referee/slots.hpp"

namespace rul::referee {

using base::Text;
using model::MeetingId;

namespace {

// The cost of the cheapest slot the meeting stands in; nothing when it stands in none.
std::optional<model::Points> find_cost(const Standing& standing, MeetingId id) {
    const model::Meeting& meeting = standing.meeting(id);
    std::optional<model::Points> best;
    for (const model::Slot& slot : slots_of(standing.brief(), meeting)) {
        if (!stands_in(slot, standing.brief(), meeting, standing.at(id))) continue;
        if (!best || slot.cost < *best) best = slot.cost;
    }
    return best;
}

// "14.00-16.00 teams på Aalborg Rådhus".
Text details(const Standing& standing, MeetingId id) {
    const model::Placement& at = standing.at(id);
    return model::in_both([&](base::Language language) {
        const bool is_danish = language == base::Language::danish;
        std::string words = at.time ? to_text(*at.time, language)
                                    : std::string{is_danish ? "uden tid" : "without a time"};
        if (at.mode != model::Mode::unspecified)
            words += fmt::format(" {}", to_text(at.mode, language));
        if (at.venue)
            words +=
                fmt::format(" {} {}", is_danish ? "på" : "at", standing.brief().at(*at.venue).name);
        return words;
    });
}

}  // namespace

void judge(const model::SlotChoice& rule, Ruling& ruling) {
    const Standing& standing = ruling.standing();
    for (const MeetingId id : standing.held(rule.meetings)) {
        if (standing.stands_by_appointment(id)) continue;
        const auto cost = find_cost(standing, id);
        if (!cost)
            ruling.violated({id}, say("{} {} er ikke en af mødets mødetider",
                                      "{} {} is not one of the meeting's slots", ruling.name(id),
                                      details(standing, id)));
        else
            ruling.charged({id},
                           say("{} bruger en mødetid, der ikke er den foretrukne: {}",
                               "{} uses a slot that is not the preferred one: {}", ruling.name(id),
                               details(standing, id)),
                           *cost);
    }
}

}  // namespace rul::referee
