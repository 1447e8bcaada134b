#pragma once

#include "engine/planner/encoding.hpp"

#include <set>
#include <utility>

namespace rul::planner {

/// Whether two starts with a time need the same time, `gap` minutes between them counted.
[[nodiscard]] bool clash(const Start& a, const Start& b, Value gap);

/// Days from day(a) on which a start of b can clash with one of a.
[[nodiscard]] DayWindow clash_window(const StartTable& a, const StartTable& b, Value gap);

/// Whether some start of the one clashes with some start of the other on different meetings' dates.
[[nodiscard]] bool can_clash(const Encoding& e, model::MeetingId a, model::MeetingId b, Value gap);

/// The meetings that may lie inside seminars: of each Inside rule, any of the one group with any of
/// the other.
class Nesting {
  public:
    explicit Nesting(const Encoding& e);
    [[nodiscard]] bool are_nested(model::MeetingId a, model::MeetingId b) const {
        return pairs_.contains(std::minmax(a, b));
    }

  private:
    std::set<std::pair<model::MeetingId, model::MeetingId>> pairs_;
};

}  // namespace rul::planner
