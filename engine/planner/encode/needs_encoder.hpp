#pragma once

#include "engine/planner/encode/distances.hpp"
#include "engine/planner/encode/encode.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace rul::planner {

/// Puts one provider group of a Needs rule into the problem.
class NeedsEncoder {
  public:
    NeedsEncoder(Encoding& e, const model::Rule& rule, const model::Needs& kind,
                 const model::Needs::Provider& provider)
        : e_{e},
          rule_{rule},
          kind_{kind},
          provider_{provider},
          measure_{provider.window},
          ideal_points_{measure_.ideal && !e.ignores_costs() ? kind.ideal_points : 0} {}

    void encode();

  private:
    [[nodiscard]] std::optional<Value> distance(const Start& subject, const Start& provider) const {
        return kind_.side == model::Needs::Side::before
                   ? measure_.from_to(e_.grid(), e_.brief().calendar, provider, subject)
                   : measure_.from_to(e_.grid(), e_.brief().calendar, subject, provider);
    }
    [[nodiscard]] bool serves(const Start& subject, const Start& provider) const {
        const auto d = distance(subject, provider);
        return d && measure_.contains(*d);
    }
    [[nodiscard]] Cost ideal_cost(const Start& subject, const Start& provider) const {
        const auto d = distance(subject, provider);
        return d ? ideal_points_ * measure_.off_ideal(*d) : 0;
    }
    /// Of a distance inside the window.
    [[nodiscard]] Cost greatest_ideal_cost() const;
    /// Whether being served can cost more than being broken, so that it must be forced.
    [[nodiscard]] bool may_prefer_broken(Cost served_cost) const {
        return !rule_.strength.must && served_cost > rule_.strength.points;
    }

    // As ExistsInWindow has them: least <= subject - provider <= most.
    [[nodiscard]] bool has_coordinates(model::MeetingId id, bool as_subject) const;
    [[nodiscard]] solver::Coordinate coordinate(model::MeetingId id, bool as_subject) const;
    [[nodiscard]] Value least() const;
    [[nodiscard]] Value most() const;

    void require_window(model::MeetingId subject, model::MeetingId provider, const Literals& when);
    void forbid_window(model::MeetingId subject, model::MeetingId provider, const Literals& when);
    void charge_ideal(IntVar cost, model::MeetingId subject, model::MeetingId provider,
                      const Literals& when);

    void in_step();
    [[nodiscard]] bool is_surely_in_step() const;
    [[nodiscard]] std::optional<Value> least_gap(const std::vector<model::MeetingId>& group) const;
    [[nodiscard]] bool is_own_anyway() const;
    [[nodiscard]] bool are_further_than_windows(model::MeetingId a, model::MeetingId b,
                                                Value gap) const;
    void nearest();
    void nearest_for(model::MeetingId subject);
    void name_servers();
    [[nodiscard]] std::optional<std::vector<model::MeetingId>> in_series_order(
        const std::vector<model::MeetingId>& group) const;
    [[nodiscard]] bool serve_each_other() const;
    [[nodiscard]] IntVar name_server(model::MeetingId subject);
    void choose();
    [[nodiscard]] IntVar choose_for(model::MeetingId subject);
    void someone_serves(model::MeetingId subject, const Literals& when);
    void pay_together();
    [[nodiscard]] Cost matched_cost(const std::vector<Sitting>& held, Cost unit) const;
    [[nodiscard]] IntVar ideal_var() {
        const Cost most = greatest_ideal_cost();
        const IntVar cost = pays_together_ || most == 0
                                ? e_.problem().new_var(0, static_cast<Value>(most))
                                : e_.costly(static_cast<Value>(most), 1);
        if (pays_together_) parts_.emplace_back(1, cost);
        return cost;
    }
    [[nodiscard]] Literal broken() {
        if (!pays_together_ || rule_.strength.must) return e_.broken(rule_);
        const IntVar b = e_.problem().new_bool();
        parts_.emplace_back(static_cast<Value>(rule_.strength.points), b);
        return solver::is_true(b);
    }

    Encoding& e_;
    const model::Rule& rule_;
    const model::Needs& kind_;
    const model::Needs::Provider& provider_;
    Measure measure_;
    Cost ideal_points_;
    std::vector<model::MeetingId> subjects_;
    std::vector<model::MeetingId> providers_;
    bool pays_together_ = false;
    std::vector<std::pair<Value, IntVar>> parts_;  // of what is paid together
};

}  // namespace rul::planner
