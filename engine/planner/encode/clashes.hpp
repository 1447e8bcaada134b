#pragma once

#include "engine/planner/encoding.hpp"

#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace rul::planner {

/// Whether two starts with a time need the same time, `gap` minutes between them counted.
[[nodiscard]] bool clash(const Start& a, const Start& b, Value gap);

/// How one meeting gets in the way of another: by any clash, or by one in which it begins first
/// (of two that begin together, the one that wins ties).
enum class Hindrance { clash, earlier };

/// The clashes of pairs of meetings, found once for every two tables of starts: the meetings of a
/// series mostly share one.
class Clashes {
  public:
    explicit Clashes(const Encoding& e);

    /// Whether some start of the one clashes with some start of the other on different meetings'
    /// dates.
    [[nodiscard]] bool can_clash(model::MeetingId a, model::MeetingId b, Value gap);
    /// The pairs of starts by which `first` does not hinder `second`; nothing: all of them.
    [[nodiscard]] const std::optional<PairTable>& pairs_apart(model::MeetingId first,
                                                              model::MeetingId second, Value gap,
                                                              Hindrance how);
    /// The first meeting that has the same starts.
    [[nodiscard]] model::MeetingId twin_of(model::MeetingId id) const { return twins_[id.index]; }

  private:
    using PairKey = std::tuple<model::MeetingId, model::MeetingId, Value, bool>;
    using TableKey =
        std::tuple<model::MeetingId, model::MeetingId, Value, Hindrance, bool, bool, bool>;

    const Encoding& e_;
    std::vector<model::MeetingId> twins_;
    std::map<PairKey, bool> can_clash_;
    std::map<TableKey, std::optional<PairTable>> apart_;
};

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
