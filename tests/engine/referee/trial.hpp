#pragma once

#include "engine/referee/referee.hpp"
#include "tests/support/brief_builder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rul::testing {

/// A brief, a plan for it, and the referee's verdict in short lines.
///
/// Series are `count()`ed and free, so that any plan can be put; only the rules a test says are
/// judged, until it asks for all.
class Trial : public BriefBuilder {
  public:
    explicit Trial(std::string_view period = "2023") : BriefBuilder{period} {}

    /// Places a meeting: put("SSF/2", "fre 12-05-2023 9-11 teams"); of a seminar the date suffices.
    Trial& put(std::string_view key, std::string_view appointment) {
        put_.emplace_back(key, appointment);
        return *this;
    }
    Trial& put(std::string_view key, std::string_view when, model::VenueId venue, int room = -1) {
        placed_at_.push_back({put_.size(), venue, room});
        return put(key, when);
    }
    /// Places the first meetings of a series in turn.
    Trial& put_all(std::string_view series, const std::vector<std::string>& appointments) {
        for (std::size_t k = 0; k < appointments.size(); ++k)
            put(fmt::format("{}/{}", series, k + 1), appointments[k]);
        return *this;
    }

    [[nodiscard]] model::Plan plan(const model::Brief& brief) const {
        model::Plan plan;
        plan.placements.resize(brief.meetings.size());
        for (std::size_t i = 0; i < put_.size(); ++i) {
            const auto id = brief.find_meeting(put_[i].first).value();
            plan.placements[id.index] = placement(brief.at(id), put_[i].second);
            for (const Place& place : placed_at_) {
                if (place.of != i) continue;
                plan.placements[id.index]->venue = place.venue;
                if (place.room >= 0) plan.placements[id.index]->room = place.room;
            }
        }
        return plan;
    }

    /// By the rules the test said, and no others.
    [[nodiscard]] referee::Verdict verdict() const {
        model::Brief brief = build();
        brief.rules.erase(brief.rules.begin() + explicit_rules(), brief.rules.end());
        return referee::judge(brief, plan(brief));
    }
    /// By these and those that every brief has.
    [[nodiscard]] referee::Verdict verdict_of_all() const {
        const model::Brief brief = build();
        return referee::judge(brief, plan(brief));
    }

    /// A line for each: "SSF/2 | SSF/2 (fre 12-05-2023) har intet ..."; costs begin with points.
    [[nodiscard]] std::string lines(const std::vector<referee::Finding>& findings) const {
        const model::Brief brief = build();
        std::string all;
        for (const referee::Finding& finding : findings) {
            if (finding.points > 0) all += fmt::format("{}: ", finding.points);
            if (finding.person) all += brief.at(*finding.person).key + " ";
            for (const model::MeetingId id : finding.meetings)
                all += brief.at(id).key + " ";
            all += "| " + finding.text.danish + "\n";
        }
        return all;
    }
    [[nodiscard]] std::string violations() const { return lines(verdict().violations); }
    [[nodiscard]] std::string costs() const { return lines(verdict().costs); }

  private:
    struct Place {
        std::size_t of;
        model::VenueId venue;
        int room;
    };

    [[nodiscard]] std::ptrdiff_t explicit_rules() const {
        BriefBuilder copy = *this;  // raw() is for changing
        return static_cast<std::ptrdiff_t>(copy.raw().rules.size());
    }

    [[nodiscard]] model::Placement placement(const model::Meeting& meeting,
                                             const std::string& text) const {
        const model::Appointment said = appointment(text, {});
        model::Placement found{said.date, said.time, said.mode.value_or(model::Mode::unspecified)};
        if (meeting.kind == model::Meeting::Kind::seminar && !said.time)
            found.time = model::TimeRange{std::chrono::hours{12}, std::chrono::hours{12}};
        return found;
    }

    std::vector<std::pair<std::string, std::string>> put_;
    std::vector<Place> placed_at_;
};

}  // namespace rul::testing
