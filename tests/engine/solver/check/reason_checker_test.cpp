#include "engine/solver/check/reason_checker.hpp"

#include "engine/solver/core/renaming.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <functional>
#include <memory>

using namespace rul::solver;  // NOLINT(google-build-using-namespace): tests only

namespace {

// x < y, with an inference given by the test, right or wrong.
class Less final : public Propagator {
  public:
    using Step = std::function<bool(Store&)>;

    Less(IntVar x, IntVar y, Step step) : scope_{x, y}, step_{std::move(step)} {}

    [[nodiscard]] std::string_view name() const override { return "less"; }
    [[nodiscard]] std::span<const IntVar> scope() const override { return scope_; }
    [[nodiscard]] bool propagate(Store& s) override { return step_(s); }
    void explain(const Store& /*s*/, Literal /*fact*/, std::uint64_t data, Position /*at*/,
                 std::vector<Literal>& out) const override {
        out.push_back(at_least(scope_[0], static_cast<Value>(data)));
    }
    [[nodiscard]] bool holds(const Assignment& values) const override {
        return values[scope_[0].index] < values[scope_[1].index];
    }
    [[nodiscard]] std::unique_ptr<Propagator> renamed(const Renaming& to) const override {
        return to.copy(*this, &Less::scope_);
    }

  private:
    std::array<IntVar, 2> scope_;
    Step step_;
};

// What the checker says of one inference on x in 0..4, y in 0..4, after x >= 2.
std::string verdict(const std::function<bool(Store&, IntVar, IntVar)>& infer) {
    Store s;
    const IntVar x = s.new_var(0, 4), y = s.new_var(0, 4);
    Less less{x, y, [&](Store& store) { return infer(store, x, y); }};
    s.decide(at_least(x, 2));
    const Position from = s.trail_size();
    const bool is_consistent = less.propagate(s);
    return check::unsound_inference(less, s, from, !is_consistent);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reason_checker)

BOOST_AUTO_TEST_CASE(passes_a_sound_inference) {
    BOOST_TEST(verdict([](Store& s, IntVar x, IntVar y) {
                   return s.infer(at_least(y, 3), {at_least(x, 2)});
               }).empty());
    BOOST_TEST(verdict([](Store& s, IntVar /*x*/, IntVar y) {
                   return s.infer_lazily(at_least(y, 3), 0, 2);
               }).empty());
}

BOOST_AUTO_TEST_CASE(catches_a_reason_that_does_not_imply_its_fact) {
    BOOST_TEST(verdict([](Store& s, IntVar x, IntVar y) {
                   return s.infer(at_least(y, 4), {at_least(x, 2)});
               })
               == "less: a reason does not imply its fact (last: negated): x0 >= 2; x1 <= 3;");
}

BOOST_AUTO_TEST_CASE(catches_a_reason_that_was_not_true) {
    BOOST_TEST(verdict([](Store& s, IntVar /*x*/, IntVar y) {
                   return s.infer_lazily(at_least(y, 4), 0, 3);
               })
               == "less: a reason was not true (last: the negated fact): x0 >= 3; x1 <= 3;");
}

// True now, but only by an inference made after the fact.
BOOST_AUTO_TEST_CASE(catches_a_reason_that_became_true_later) {
    BOOST_TEST(verdict([](Store& s, IntVar x, IntVar y) {
                   return s.infer_lazily(at_least(y, 4), 0, 3)
                          && s.infer(at_least(x, 3), {at_least(y, 4)});
               })
               == "less: a reason was not true (last: the negated fact): x0 >= 3; x1 <= 3;");
}

BOOST_AUTO_TEST_CASE(catches_a_conflict_that_is_none) {
    BOOST_TEST(verdict([](Store& s, IntVar x, IntVar /*y*/) { return s.fail({at_least(x, 2)}); })
               == "less: a conflict is none: x0 >= 2;");
    BOOST_TEST(verdict([](Store& s, IntVar x, IntVar y) {
                   return s.infer(at_most(x, 3), {}) && s.infer(at_least(y, 3), {at_least(x, 2)})
                          && s.infer(at_most(x, 1), {});
               })
               != "");
}

BOOST_AUTO_TEST_SUITE_END()
