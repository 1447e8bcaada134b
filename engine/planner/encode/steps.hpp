#pragma once

#include "engine/planner/encoding.hpp"

#include <vector>

namespace rul::planner {

/// The k-th of one group and the k-th of another, of those held, in the order of the groups.
///
/// Where nothing before a meeting can be left out without it, its number is known; elsewhere a
/// variable counts.
class Steps {
  public:
    Steps(Encoding& e, const model::Group& a, const model::Group& b);

    /// Two meetings that are partners when `when` holds and both are held.
    struct Pair {
        model::MeetingId a;
        model::MeetingId b;
        Literals when;
    };
    [[nodiscard]] const std::vector<Pair>& pairs() const { return pairs_; }

    /// A meeting of the first (second) group that is held, and has no partner when `when` holds.
    struct Single {
        model::MeetingId meeting;
        Literals when;
    };
    [[nodiscard]] const std::vector<Single>& first_alone() const { return first_alone_; }
    [[nodiscard]] const std::vector<Single>& second_alone() const { return second_alone_; }

  private:
    std::vector<Pair> pairs_;
    std::vector<Single> first_alone_;
    std::vector<Single> second_alone_;
};

/// How many of `group` before its i-th are held, when that one is: `certain`, and as many as `open`
/// are true.
struct Ordinal {
    Value certain = 0;
    Literals open;
};
[[nodiscard]] std::vector<Ordinal> ordinals_of(Encoding& e,
                                               const std::vector<model::MeetingId>& group);

/// The literal "exactly `k` of those before are held".
class Counter {
  public:
    Counter(Encoding& e, Value certain, const Literals& open);

    [[nodiscard]] Value least() const { return certain_; }
    [[nodiscard]] Value most() const { return certain_ + open_; }
    [[nodiscard]] Literal is(Encoding& e, Value k) const;
    [[nodiscard]] Literal is_at_most(Encoding& e, Value k) const;

  private:
    Value certain_;
    Value open_;
    IntVar count_;
};

}  // namespace rul::planner
