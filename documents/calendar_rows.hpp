#pragma once

#include "base/language.hpp"
#include "engine/model/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rul::documents {

/// Which meetings of a calendar somebody wants to see. Nothing set: all.
struct Filter {
    std::optional<model::BodyId> body;
    std::optional<model::PersonId> person;  ///< Expected at the meeting; substitutes are not.
    std::optional<std::chrono::month> month;
    std::optional<std::chrono::year> year;  ///< For periods that cross New Year.
};

/// One line of a calendar: a meeting that is held, or a cancelled one on the date it had.
struct CalendarRow {
    model::MeetingId meeting;
    model::Placement placement;
    bool cancelled = false;
};

/// The meetings of `plan` that pass `filter`, by start, then in the order of the plan file. Events
/// are not ours and are left out.
[[nodiscard]] std::vector<CalendarRow> calendar_rows(const model::Brief& brief,
                                                     const model::Plan& plan,
                                                     const Filter& filter = {});

/// The meetings that could have been held but are not, in the order of the plan file.
[[nodiscard]] std::vector<model::MeetingId> left_out(const model::Brief& brief,
                                                     const model::Plan& plan,
                                                     const Filter& filter = {});

/// The meeting's title where it has one of its own; "" where it is but its body's name.
[[nodiscard]] std::string own_title(const model::Brief& brief, const CalendarRow& row);
/// "14.00-16.00", "12.00-12.00" of a seminar, "" when planned by date only.
[[nodiscard]] std::string time_words(const CalendarRow& row, base::Language language);
/// "Teams", "fysisk", "hybrid"; "" when it is not said.
[[nodiscard]] std::string mode_words(model::Mode mode, base::Language language);
/// "Aalborg, lokale 2"; "" without a venue.
[[nodiscard]] std::string venue_words(const model::Brief& brief, const model::Placement& placement);
/// "Teams", "Aalborg, lokale 2", "hybrid: Aalborg".
[[nodiscard]] std::string place_words(const model::Brief& brief, const model::Placement& placement,
                                      base::Language language);
/// What the reader should know beside: "AFLYST: chair is ill", a note, "afsluttes dagen efter".
[[nodiscard]] std::string remark_words(const model::Brief& brief, const CalendarRow& row,
                                       base::Language language);

}  // namespace rul::documents
