#include "store/renumbering.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rul::store {

namespace {

using model::Date;
using model::Identity;
using model::Meeting;

/// The published meetings of one series that still have numbers, in the order of those.
class Numbered {
  public:
    Numbered(model::Identities& identities, std::string series)
        : identities_{identities}, series_{std::move(series)} {
        const std::string before = series_ + "/";
        for (auto at = identities.lower_bound(before);
             at != identities.end() && at->first.starts_with(before); ++at)
            if (const auto number = number_in(at->first, before.size()); number > 0)
                numbers_.push_back(number);
        std::sort(numbers_.begin(), numbers_.end());
    }

    [[nodiscard]] std::string key(int number) const {
        return fmt::format("{}/{}", series_, number);
    }

    /// The number of the meeting that is published on `date`; 0: there is none.
    [[nodiscard]] int find(Date date) const {
        for (const int number : numbers_)
            if (date_of(number) == date) return number;
        return 0;
    }

    /// The last of the numbers after `gone` that move up one.
    [[nodiscard]] int last_to_move(int gone, const std::map<std::string, Date>& now) const {
        const auto stays = [&](int number, int as) {
            const auto at = now.find(key(as));
            return at != now.end() && date_of(number) == at->second;
        };
        int last = gone;
        int most = 0;
        int gain = 0;
        for (int number = gone + 1; is_known(number); ++number) {
            gain += (stays(number, number - 1) ? 1 : 0) - (stays(number, number) ? 1 : 0);
            if (gain < most) continue;
            most = gain;
            last = number;
        }
        return last;
    }

    void move(int from, const std::string& to) {
        auto node = identities_.extract(key(from));
        node.key() = to;
        identities_.insert(std::move(node));
    }

  private:
    // 0: it is no number.
    static int number_in(const std::string& key, std::size_t from) {
        int number = 0;
        const char* const end = key.data() + key.size();
        const auto [stopped, error] = std::from_chars(key.data() + from, end, number);
        return error == std::errc{} && stopped == end ? number : 0;
    }

    [[nodiscard]] bool is_known(int number) const {
        return std::binary_search(numbers_.begin(), numbers_.end(), number);
    }

    // Where it stands, unless it is cancelled.
    [[nodiscard]] std::optional<Date> date_of(int number) const {
        const Identity& identity = identities_.at(key(number));
        if (identity.cancelled || !identity.standing) return std::nullopt;
        return identity.standing->date;
    }

    model::Identities& identities_;
    std::string series_;
    std::vector<int> numbers_;
};

std::map<std::string, Date> dates_by_key(const model::Brief& brief, const model::Plan& plan) {
    std::map<std::string, Date> dates;
    for (std::size_t i = 0; i < brief.meetings.size(); ++i)
        if (const auto& placement = plan.placements[i])
            dates.emplace(brief.meetings[i].key, placement->date);
    return dates;
}

bool is_newly_cancelled(const Meeting& meeting, const model::Identities& identities) {
    return meeting.state == Meeting::State::cancelled && meeting.series && !meeting.options.empty()
           && !identities.contains(meeting.key);
}

}  // namespace

void renumber(model::Identities& identities, const model::Brief& brief, const model::Plan& plan) {
    const auto now = dates_by_key(brief, plan);
    for (const Meeting& meeting : brief.meetings) {
        if (!is_newly_cancelled(meeting, identities)) continue;
        Numbered numbered{identities, brief.at(*meeting.series).key};
        const Date date = meeting.options.front().date;
        const int gone = numbered.find(date);
        if (gone == 0) continue;
        const auto still = now.find(numbered.key(gone));
        if (still != now.end() && still->second == date) continue;  // another one was cancelled
        const int last = numbered.last_to_move(gone, now);
        numbered.move(gone, meeting.key);
        for (int number = gone + 1; number <= last; ++number)
            numbered.move(number, numbered.key(number - 1));
    }
}

}  // namespace rul::store
