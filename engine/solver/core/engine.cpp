#include "engine/solver/core/engine.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <utility>

namespace rul::solver {

class Engine::Subscribe final : public Subscriptions {
  public:
    Subscribe(Engine& engine, std::uint32_t id) : engine_{engine}, id_{id} {}
    void wake_on(IntVar x, Wake when) override {
        engine_.subscribers_[x.index].push_back({id_, when});
    }

  private:
    Engine& engine_;
    std::uint32_t id_;
};

Engine::Engine(const Problem& problem) : store_{problem.store()} {
    subscribers_.resize(store_.var_count());
    clauses_.grow_to(store_.var_count());
    for (const auto& constraint : problem.constraints())
        take_in(*constraint);
}

void Engine::take_in(Propagator& constraint) {
    RUL_CHECK(constraint.id() == propagators_.size());
    propagators_.push_back(&constraint);
    priorities_.push_back(static_cast<std::uint8_t>(std::clamp(constraint.priority(), 0, 2)));
    is_queued_.push_back(false);
    Subscribe subscribe{*this, constraint.id()};
    constraint.subscribe(subscribe);
    schedule(constraint.id());
}

void Engine::post(std::unique_ptr<Propagator> constraint) {
    RUL_CHECK(store_.level() == 0);
    constraint->set_id(static_cast<std::uint32_t>(propagators_.size()));
    own_.push_back(std::move(constraint));
    take_in(*own_.back());
}

void Engine::wake(const Propagator& constraint) {
    schedule(constraint.id());
}

bool Engine::add_clause(std::vector<Literal> literals) {
    RUL_CHECK(store_.level() == 0);
    const auto is_true = [this](Literal l) { return store_.is_true(l); };
    if (std::any_of(literals.begin(), literals.end(), is_true)) return true;
    literals.erase(std::remove_if(literals.begin(), literals.end(),
                                  [this](Literal l) { return store_.is_false(l); }),
                   literals.end());
    std::sort(literals.begin(), literals.end());
    literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
    if (literals.empty()) return false;
    if (literals.size() == 1) return store_.infer(literals.front(), {});
    clauses_.add(literals, false);
    return true;
}

// ---- Propagation --------------------------------------------------------------------------------

void Engine::schedule(std::uint32_t id) {
    if (is_queued_[id]) return;
    is_queued_[id] = true;
    queues_[priorities_[id]].push_back(id);
}

void Engine::wake_subscribers(const Store::Change& change) {
    const IntVar x{change.fact.var};
    const bool is_bound = change.fact.op != Literal::Op::ne;
    const bool is_fixed = is_bound && store_.is_fixed(x);
    for (const Subscriber& s : subscribers_[x.index])
        if (s.when == Wake::domain || (s.when == Wake::bounds && is_bound)
            || (s.when == Wake::fixed && is_fixed))
            schedule(s.propagator);
}

void Engine::clear_queue() {
    for (std::size_t p = 0; p < queues_.size(); ++p) {
        for (std::size_t i = heads_[p]; i < queues_[p].size(); ++i)
            is_queued_[queues_[p][i]] = false;
        queues_[p].clear();
        heads_[p] = 0;
    }
}

// The constraint that has waited longest among the most urgent.
std::optional<std::uint32_t> Engine::next_queued() {
    for (std::size_t p = 0; p < queues_.size(); ++p) {
        if (heads_[p] == queues_[p].size()) continue;
        const std::uint32_t id = queues_[p][heads_[p]++];
        is_queued_[id] = false;
        if (heads_[p] == queues_[p].size()) {
            queues_[p].clear();
            heads_[p] = 0;
        }
        return id;
    }
    return std::nullopt;
}

bool Engine::propagate() {
    for (;;) {
        for (; head_ < store_.trail_size(); ++head_) {
            if (!clauses_.propagate(store_, head_)) return false;
            wake_subscribers(store_.change(head_));
        }
        const auto id = next_queued();
        if (!id) break;
        ++propagations_;
        if (!propagator(*id).propagate(store_)) return false;
    }
    fixpoint_ = store_.trail_size();
    return true;
}

void Engine::backtrack_to(int level) {
    if (level >= store_.level()) return;
    go_back_to(level);
}

// Whoever was waiting is woken again by what is not undone: several levels may have been decided
// since the last fixpoint.
void Engine::go_back_to(int level) {
    const bool is_given = store_.given_level() > 0;
    store_.backtrack_to(level);
    if (is_given && store_.given_level() == 0) clauses_.drop_from(lasting_clauses_);
    fixpoint_ = std::min(fixpoint_, store_.trail_size());
    head_ = fixpoint_;
    clear_queue();
}

void Engine::take_as_given() {
    RUL_CHECK(given_level() == 0);  // or what was learned meanwhile would outlast it
    if (store_.level() == 0) return;
    store_.take_as_given();
    lasting_clauses_ = clauses_.count();
}

bool Engine::resolve_conflict() {
    ++conflicts_;
    clear_queue();
    trace_back();
    if (learned_.empty()) return false;
    if (is_shown()) onlooker_->learned(store_, learned_);

    // learned_[0] is the literal to be made false, learned_[1] the one on the deepest other level.
    const int back =
        learned_.size() == 1 ? store_.given_level() : level_of(store_.position_of(learned_[1]));
    go_back_to(back);
    scratch_.clear();
    for (const Literal l : learned_)
        scratch_.push_back(!l);
    if (scratch_.size() == 1) return store_.infer(scratch_.front(), {});
    const std::uint32_t clause = clauses_.add(scratch_, true);
    return store_.infer_by_clause(scratch_.front(), clause);
}

}  // namespace rul::solver
