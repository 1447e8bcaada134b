#pragma once

#include "engine/solver/core/types.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace rul::solver {

/// The earliest completion time of a changing set of tasks, and of that set with one more.
///
/// Leaves stand in order of earliest start. A set's earliest completion is the greatest, over its
/// tasks t, of t's start plus the lengths of t and of all that start no sooner. White tasks are in
/// the set (theta); of the grey ones (lambda) at most one is counted, the one that matters most.
///
/// Each change costs O(log n). Source: Vilim, Global constraints in scheduling (2007), 2.
class ThetaTree {
  public:
    static constexpr Cost none = -infinite_cost;
    static constexpr std::size_t nobody = static_cast<std::size_t>(-1);

    /// An empty set over `count` places.
    void reset(std::size_t count) {
        first_leaf_ = 1;
        while (first_leaf_ < std::max<std::size_t>(count, 1))
            first_leaf_ *= 2;
        nodes_.assign(2 * first_leaf_, Node{});
    }
    /// Makes the task at `place` white.
    void add(std::size_t place, Cost start, Cost length) {
        set(place, {length, start + length, length, start + length, nobody, nobody});
    }
    /// Makes it grey.
    void turn_grey(std::size_t place, Cost start, Cost length) {
        set(place, {0, none, length, start + length, place, place});
    }
    void remove(std::size_t place) { set(place, {}); }

    /// Of the white tasks; none: there are none.
    [[nodiscard]] Cost completion() const { return nodes_[1].completion; }
    /// Of the white tasks and the one grey task that makes it greatest.
    [[nodiscard]] Cost completion_with_grey() const { return nodes_[1].grey_completion; }
    /// That grey task's place, or nobody.
    [[nodiscard]] std::size_t responsible() const { return nodes_[1].completed_by; }

  private:
    struct Node {
        Cost length = 0;
        Cost completion = none;
        Cost grey_length = 0;  ///< with at most one grey task
        Cost grey_completion = none;
        std::size_t lengthened_by = nobody;  ///< the grey task counted in grey_length
        std::size_t completed_by = nobody;   ///< and in grey_completion
    };

    void set(std::size_t place, const Node& leaf) {
        std::size_t at = first_leaf_ + place;
        nodes_[at] = leaf;
        while (at > 1) {
            at /= 2;
            nodes_[at] = joined(nodes_[2 * at], nodes_[2 * at + 1]);
        }
    }

    [[nodiscard]] static Node joined(const Node& left, const Node& right) {
        Node n;
        n.length = left.length + right.length;
        n.completion = std::max(right.completion, left.completion + right.length);
        n.grey_length = left.grey_length + right.length;
        n.lengthened_by = left.lengthened_by;
        if (left.length + right.grey_length > n.grey_length) {
            n.grey_length = left.length + right.grey_length;
            n.lengthened_by = right.lengthened_by;
        }
        n.grey_completion = right.grey_completion;
        n.completed_by = right.completed_by;
        if (left.completion + right.grey_length > n.grey_completion) {
            n.grey_completion = left.completion + right.grey_length;
            n.completed_by = right.lengthened_by;
        }
        if (left.grey_completion + right.length > n.grey_completion) {
            n.grey_completion = left.grey_completion + right.length;
            n.completed_by = left.completed_by;
        }
        return n;
    }

    std::vector<Node> nodes_;  // a heap: the root is 1
    std::size_t first_leaf_ = 1;
};

}  // namespace rul::solver
