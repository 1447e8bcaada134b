#include "engine/referee/matching.hpp"
#include "engine/referee/measure.hpp"
#include "engine/referee/rules/rules.hpp"

#include <algorithm>

namespace rul::referee {

using base::Text;
using model::MeetingId;
using model::Needs;
using model::Points;

namespace {

// A subject, and which of those held it is: "k-th" is asked before the validity.
struct Subject {
    MeetingId id;
    std::size_t k;
};

// One provider group of a rule, and the meetings that could serve and be served.
class Service {
  public:
    Service(const Needs& rule, const Needs::Provider& provider, const Ruling& ruling)
        : rule_{rule},
          provider_{provider},
          standing_{ruling.standing()},
          providers_{standing_.held(provider.meetings)} {
        const MeetingIds held = standing_.held(rule.subject);
        for (std::size_t k = 0; k < held.size(); ++k)
            if (ruling.binds(held[k])) subjects_.push_back({held[k], k});
    }

    [[nodiscard]] const std::vector<Subject>& subjects() const { return subjects_; }

    [[nodiscard]] std::optional<int> distance(MeetingId subject, MeetingId provider) const {
        const auto unit = provider_.window.unit;
        return rule_.side == Needs::Side::before
                   ? distance_between(standing_, provider, subject, unit)
                   : distance_between(standing_, subject, provider, unit);
    }

    // By subject, the meeting that serves it.
    [[nodiscard]] std::vector<std::optional<MeetingId>> served() const {
        const CostTable costs = table();
        std::vector<std::optional<MeetingId>> found(costs.size());
        const auto own = rule_.own ? cheapest_matching(costs) : cheapest_each(costs);
        for (std::size_t s = 0; s < costs.size(); ++s)
            if (own[s]) found[s] = providers_[*own[s]];
        return found;
    }

  private:
    [[nodiscard]] CostTable table() const {
        CostTable costs;
        for (const Subject& subject : subjects_) {
            auto& row = costs.emplace_back();
            for (std::size_t p = 0; p < providers_.size(); ++p)
                row.push_back(rule_.in_step && p != subject.k ? std::nullopt
                                                              : cost(subject.id, providers_[p]));
        }
        return costs;
    }

    [[nodiscard]] std::optional<Points> cost(MeetingId subject, MeetingId provider) const {
        if (subject == provider) return std::nullopt;
        const auto far = distance(subject, provider);
        if (!far || excess(provider_.window, *far) > 0) return std::nullopt;
        return rule_.ideal_points * deviation(provider_.window, *far);
    }

    static std::vector<std::optional<std::size_t>> cheapest_each(const CostTable& costs) {
        std::vector<std::optional<std::size_t>> found;
        for (const auto& row : costs) {
            auto& best = found.emplace_back();
            for (std::size_t p = 0; p < row.size(); ++p)
                if (row[p] && (!best || *row[p] < *row[*best])) best = p;
        }
        return found;
    }

    const Needs& rule_;
    const Needs::Provider& provider_;
    const Standing& standing_;
    MeetingIds providers_;
    std::vector<Subject> subjects_;
};

// "har intet FFU-møde", "har ikke SDFU/3".
Text lacks(const Needs& rule, const model::Group& providers, const model::Brief& brief) {
    if (rule.in_step)
        return base::both("har ikke det tilsvarende {}-møde", "does not have its own {} meeting",
                          providers.said);
    const bool is_one = providers.meetings.size() == 1
                        && brief.at(providers.meetings.front()).key == providers.said;
    if (is_one) return base::both("har ikke {}", "does not have {}", providers.said);
    if (rule.own)
        return base::both("har intet {}-møde for sig selv", "has no {} meeting to itself",
                          providers.said);
    return base::both("har intet {}-møde", "has no {} meeting", providers.said);
}

Text unserved(const Needs& rule, const Needs::Provider& provider, MeetingId subject,
              const Ruling& ruling) {
    const bool is_before = rule.side == Needs::Side::before;
    return say("{} {} {} {}", "{} {} {} {}", ruling.name(subject),
               lacks(rule, provider.meetings, ruling.brief()), window_text(provider.window),
               is_before ? Text{"før", "before"} : Text{"efter", "after"});
}

void judge_provider(const Needs& rule, const Needs::Provider& provider, Ruling& ruling) {
    const Service service{rule, provider, ruling};
    const auto served = service.served();
    for (std::size_t s = 0; s < served.size(); ++s) {
        const MeetingId subject = service.subjects()[s].id;
        if (!served[s]) {
            ruling.broken({subject}, unserved(rule, provider, subject, ruling));
            continue;
        }
        const int far = service.distance(subject, *served[s]).value_or(0);
        if (!provider.window.ideal) continue;
        ruling.charged(
            {*served[s], subject},
            say("{} betjenes af {}: {}; idealet er {}", "{} is served by {}: {}; {} is the ideal",
                ruling.name(subject), ruling.name(*served[s]),
                distance_text(far, provider.window.unit), ideal_text(provider.window)),
            rule.ideal_points * deviation(provider.window, far));
    }
}

}  // namespace

void judge(const Needs& rule, Ruling& ruling) {
    for (const Needs::Provider& provider : rule.providers)
        judge_provider(rule, provider, ruling);
}

}  // namespace rul::referee
