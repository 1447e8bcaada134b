#include "engine/planner/encode/clashes.hpp"
#include "engine/planner/encode/encode.hpp"
#include "engine/solver/constraints/binary.hpp"
#include "engine/solver/constraints/not_together.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::MeetingId;

std::vector<Value> shared_rooms(const Encoding& e, MeetingId a, MeetingId b) {
    std::vector<Value> shared;
    const auto& x = e.starts(a).places();
    const auto& y = e.starts(b).places();
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(shared));
    shared.erase(std::remove_if(shared.begin(), shared.end(),
                                [&e](Value place) { return !e.places().at(place).room; }),
                 shared.end());
    return shared;
}

// Not both timed throughout: the pairs that overlap, one room after the other.
void keep_apart_by_table(Encoding& e, Clashes& clashes, MeetingId a, MeetingId b,
                         const std::vector<Value>& rooms) {
    const std::optional<PairTable>& table = clashes.pairs_apart(a, b, 0, Hindrance::clash);
    if (!table) return;
    for (const Value room : rooms)
        e.allow(a, b, *table,
                {e.at_place(a, [room](Value p) { return p == room; }),
                 e.at_place(b, [room](Value p) { return p == room; })});
}

solver::Task task(const Encoding& e, MeetingId id) {
    return {e.start(id), e.starts(id).begins(), e.starts(id).ends()};
}

/// The meetings that may use each room.
class Users {
  public:
    explicit Users(const Encoding& e)
        : e_{e}, users_(static_cast<std::size_t>(e.places().count())) {
        for (std::size_t i = 0; i < e.brief().meetings.size(); ++i)
            if (e.is_planned(MeetingId{i}))
                for (const Value place : e.starts(MeetingId{i}).places())
                    if (e.places().at(place).room) of(place).emplace_back(i);
    }

    /// Later meetings that may want a room which `id` may use, in order.
    [[nodiscard]] std::vector<MeetingId> rivals_after(MeetingId id) {
        std::vector<MeetingId> rivals;
        for (const Value place : e_.starts(id).places()) {
            const std::vector<MeetingId>& users = of(place);
            rivals.insert(rivals.end(), std::upper_bound(users.begin(), users.end(), id),
                          users.end());
        }
        std::sort(rivals.begin(), rivals.end());
        rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
        return rivals;
    }

  private:
    std::vector<MeetingId>& of(Value place) { return users_[static_cast<std::size_t>(place)]; }

    const Encoding& e_;
    std::vector<std::vector<MeetingId>> users_;  // by place; none where there is no room
};

}  // namespace

void encode(Encoding& e, const model::Rule& /*rule*/, const model::Rooms& /*kind*/) {
    auto exclusive = std::make_shared<std::vector<bool>>();
    for (Value place = 0; place < e.places().count(); ++place)
        exclusive->push_back(e.places().at(place).room.has_value());
    const Nesting nesting{e};
    Clashes clashes{e};
    Users users{e};
    for (std::size_t i = 0; i < e.brief().meetings.size(); ++i) {
        const MeetingId a{i};
        if (!e.is_planned(a)) continue;
        for (const MeetingId b : users.rivals_after(a)) {
            if (nesting.are_nested(a, b) || !clashes.can_clash(a, b, 0)) continue;
            if (e.starts(a).is_timed() && e.starts(b).is_timed())
                e.problem().post<solver::NotTogether>(
                    task(e, a), task(e, b), e.place(a), e.place(b),
                    std::shared_ptr<const std::vector<bool>>{exclusive});
            else
                keep_apart_by_table(e, clashes, a, b, shared_rooms(e, a, b));
        }
    }
}

}  // namespace rul::planner
