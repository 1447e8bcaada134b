#pragma once

#include "engine/solver/bounds/dual_ascent.hpp"
#include "engine/solver/bounds/row_sums.hpp"
#include "engine/solver/core/engine.hpp"
#include "engine/solver/core/relaxation.hpp"
#include "engine/solver/problem.hpp"
#include "engine/solver/search/choices.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace rul::solver {

class NodeBound;

/// Proves by halves: where the bound stays below the best known, one meeting is held in the earlier
/// or in the later half of its values, and prices climb anew in either.
///
///              everything, bound 399                 the open node with the least bound
///              /                    \                is entered next: that bound is the bound
///     x <= v: 402               x > v: 401           of the whole
///      /        \                  |
///     408: closed  405: open     404: open
///
/// In an entered node the engine stands below the node's decisions; values whose own bound reaches
/// the limit are deleted there, and the decisions are why.
///
/// Sources: Geoffrion, Lagrangean relaxation for integer programming (Math. Prog. Study 2, 1974);
/// best-first search as of Land, Doig (Econometrica 28, 1960).
class Branching {
  public:
    enum class Entered {
        closed,  ///< Nothing below the limit is in it.
        open,    ///< To be finished, or split().
        stopped  ///< `should_stop` said so; the node is as it was.
    };

    /// @pre `problem`, `relaxation` and `engine` outlive it; the engine is at level 0
    Branching(const Problem& problem, const Relaxation& relaxation, Engine& engine,
              const Prices& prices, Cost bound);

    /// Nothing is open any more, nor entered.
    [[nodiscard]] bool is_done() const { return open_.empty() && !entered_; }
    /// No solution below the limits so far costs less. infinite_cost: done
    [[nodiscard]] Cost bound() const;
    [[nodiscard]] std::int64_t nodes() const { return nodes_; }
    [[nodiscard]] std::int64_t work() const;

    /// The open node of the least bound; the engine then stands in it. @pre not done
    [[nodiscard]] Entered enter(Cost limit, const std::function<bool()>& should_stop);
    /// A better solution is known. @pre a node is entered
    void set_limit(Cost limit);
    /// Of the entered node: what was decided, and how many values are open beside one each.
    [[nodiscard]] const std::vector<Literal>& decisions() const { return entered_->decisions; }
    [[nodiscard]] std::int64_t open_values() const { return open_values_; }
    /// What the bound's own solution of the entered node is.
    [[nodiscard]] const Assignment& values() const { return dual_.best_values(); }

    /// The entered node is done with.
    void close() { entered_.reset(); }
    /// The engine goes back to the root, and no decision of any node stands in the way of others. A
    /// node still entered is open again. To be called before anything else is searched.
    void leave();

    /// Two halves take the place of the entered node. False: all variables were fixed in it when it
    /// was entered; it stays entered.
    [[nodiscard]] bool split();

  private:
    struct Price {
        std::uint32_t row;
        Cost price;
    };
    struct Node {
        std::vector<Literal> decisions;
        std::shared_ptr<const std::vector<Price>> prices;
        Cost bound = 0;
        bool is_noted = false;  ///< what its last decision was worth
        Cost above =
            -infinite_cost;  ///< bound of the node it is a half of, in 1/price_scale points
    };

    void push(Node node);
    [[nodiscard]] Node pop();
    [[nodiscard]] bool decide();
    [[nodiscard]] Entered bound_entered(Cost limit, const std::function<bool()>& should_stop);
    [[nodiscard]] std::int64_t count_open_values() const;
    void note_gain(Entered entered, Cost limit);
    [[nodiscard]] std::optional<Cut> cut(Cost limit, const std::function<bool()>& should_stop);
    struct Rated {
        Cut cut{};
        double worth = 0;
    };
    void weigh();
    [[nodiscard]] Rated rated_cut(IntVar x) const;
    [[nodiscard]] std::optional<Cut> most_contested();
    [[nodiscard]] std::optional<IntVar> widest(const std::vector<IntVar>& among) const;
    [[nodiscard]] Prices all_prices(const std::vector<Price>& prices) const;

    const Relaxation& relaxation_;
    Engine& engine_;
    NodeBound* cutting_;  ///< posted in the engine
    DualAscent dual_;
    RowSums sums_;
    std::vector<IntVar> members_;
    std::vector<IntVar> others_;
    Choices choices_;
    std::vector<bool> is_member_;  ///< by variable
    std::vector<Node> open_;       ///< a heap: the least bound first, of these the deepest
    std::optional<Node> entered_;
    std::optional<Cut> cut_;            ///< of the entered node
    std::vector<std::int64_t> weight_;  ///< scratch, by variable
    std::int64_t open_values_ = 0;
    std::int64_t nodes_ = 0;
};

}  // namespace rul::solver
