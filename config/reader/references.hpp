#pragma once

#include "config/notation/slots.hpp"
#include "config/reader/draft.hpp"
#include "config/text/csv.hpp"

#include <optional>
#include <vector>

namespace rul::config {

// Values that name other things of the plan, or that many tables share. Each reports what is wrong.

[[nodiscard]] std::optional<model::PersonId> find_person(Draft& draft, std::string_view key,
                                                         const Place& where);
[[nodiscard]] std::optional<model::BodyId> find_body(Draft& draft, std::string_view key,
                                                     const Place& where);
[[nodiscard]] std::optional<model::VenueId> find_venue(Draft& draft, std::string_view key,
                                                       const Place& where);
[[nodiscard]] std::vector<model::PersonId> read_persons(Draft& draft, const Node* node);
[[nodiscard]] std::vector<model::BodyId> read_body_list(Draft& draft, const Node* node);
[[nodiscard]] std::vector<model::VenueId> read_venues(Draft& draft, const Node* node);

/// "must", "should", "wish" or points. Nothing if absent (or wrong).
[[nodiscard]] std::optional<model::Strength> read_strength_key(Fields& fields);
[[nodiscard]] std::vector<model::Mode> read_modes(Draft& draft, const Node* node);
/// "90 minutter", or a whole number of minutes.
[[nodiscard]] std::optional<model::minutes> read_length_of(Draft& draft, const Node* node);
[[nodiscard]] std::vector<std::chrono::weekday> read_weekdays_of(Draft& draft, const Node* node);
[[nodiscard]] std::vector<unsigned> read_months_of(Draft& draft, const Node* node);
/// Days that come again each year, from one text or a list of them.
[[nodiscard]] std::vector<model::DateRange> read_days(Draft& draft, const Node* node);
[[nodiscard]] std::vector<model::Slot> read_slots(Draft& draft, const Node* node, bool seminar);

/// An appointment of the plan, and what is said beside it.
struct SaidDate {
    model::Appointment appointment;
    std::string because;
    Place place;
};

enum class Bounds { period, anywhere };  ///< Where a date must lie.

[[nodiscard]] std::optional<SaidDate> read_date_of(Draft& draft, const Node& node,
                                                   Bounds bounds = Bounds::period,
                                                   bool seminar = false);

/// One of several dates: at least two, or else an error and nothing.
[[nodiscard]] std::vector<SaidDate> read_choice(Draft& draft, const Node& node, bool seminar);
/// The columns date, time, mode and venue of a list's line, the first of them being `column`.
[[nodiscard]] std::optional<SaidDate> read_date_row(Draft& draft, const Row& row,
                                                    std::size_t column, Bounds bounds,
                                                    bool seminar);

/// "14 dage før" or { when, closed, strength }; "ingen".
[[nodiscard]] std::optional<SaidDeadline> read_deadline(Draft& draft, const Node& node,
                                                        model::Deadline::What what);
[[nodiscard]] std::optional<SaidNotice> read_notice(Draft& draft, const Node* node);
/// The three deadlines and `notice` of a body or of [defaults].
void read_deadlines(Draft& draft, Fields& fields,
                    std::map<std::string, SaidDeadline, std::less<>>& into);

[[nodiscard]] std::optional<model::Deadline::OnClosed> read_on_closed(const Node& node,
                                                                      Report& report);

/// A time stands on the plan's grid; an error otherwise.
void check_grid(Draft& draft, const model::TimeRange& time, const Place& where);

/// Working days are days: weeks times seven, and so on. Of a notice or a lag in days.
[[nodiscard]] int in_days(int count, model::Unit unit);

}  // namespace rul::config
