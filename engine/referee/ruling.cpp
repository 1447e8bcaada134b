#include "engine/referee/ruling.hpp"

#include <algorithm>

namespace rul::referee {

using base::Language;
using base::Text;
using model::MeetingId;
using model::Points;

MeetingIds Ruling::bound(const MeetingIds& meetings) const {
    MeetingIds found;
    std::copy_if(meetings.begin(), meetings.end(), std::back_inserter(found),
                 [this](MeetingId id) { return binds(id); });
    return found;
}

void Ruling::broken(MeetingIds meetings, Text text, Points times) {
    if (rule().strength.must)
        violated(std::move(meetings), std::move(text));
    else
        charged(std::move(meetings), std::move(text), rule().strength.points * times);
}

void Ruling::broken_for(model::PersonId person, MeetingIds meetings, Text text, Points times) {
    if (rule().strength.must)
        violated(std::move(meetings), std::move(text), person);
    else
        charged(std::move(meetings), std::move(text), rule().strength.points * times, person);
}

void Ruling::violated(MeetingIds meetings, Text text, std::optional<model::PersonId> person) {
    verdict_.violations.push_back({id_, std::move(meetings), person, std::move(text), 0});
}

void Ruling::charged(MeetingIds meetings, Text text, Points points,
                     std::optional<model::PersonId> person) {
    if (points == 0) return;
    verdict_.costs.push_back({id_, std::move(meetings), person, std::move(text), points});
    verdict_.cost += points;
}

Text Ruling::name(MeetingId id) const {
    const std::string& key = standing_.meeting(id).key;
    if (!standing_.placement(id)) return base::same(key);
    return model::in_both([&](Language language) {
        return fmt::format("{} ({})", key,
                           model::to_short(standing_.placement(id)->date, language));
    });
}

Text Ruling::names(const MeetingIds& meetings) const {
    Text all;
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        const bool is_last = i + 1 == meetings.size();
        const Text next = name(meetings[i]);
        all.danish += (i == 0 ? "" : is_last ? " og " : ", ") + next.danish;
        all.english += (i == 0 ? "" : is_last ? " and " : ", ") + next.english;
    }
    return all;
}

Text meeting_count(std::size_t n) {
    const auto count = static_cast<std::int64_t>(n);
    return {model::count_of(count, "møde", "møder"), model::count_of(count, "meeting", "meetings")};
}

Text ideal_text(const model::DistanceRange& range) {
    return model::in_both(
        [&](Language language) { return model::count_of(*range.ideal, range.unit, language); });
}

Text window_text(model::DistanceRange range) {
    range.ideal.reset();
    return model::in_both([&](Language language) { return to_text(range, language); });
}

}  // namespace rul::referee
