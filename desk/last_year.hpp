#pragma once

#include "base/diagnostic.hpp"
#include "engine/model/calendar_entry.hpp"
#include "engine/model/things.hpp"
#include "engine/model/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rul::desk {

/// A meeting of some past calendar.
struct PastMeeting {
    std::string body;
    model::Date date{};
    std::optional<model::TimeRange> time;  ///< 12-12: a seminar.
    model::Mode mode = model::Mode::unspecified;
    std::string title;
};

/// Reads a calendar as `rul export --to csv` writes it, or as somebody kept it in a spreadsheet:
/// dato, one of organ, udvalg, møde and titel, and perhaps tid or start and slut, mødeform or sted,
/// and tilstand (or their English names). Other columns and cancelled meetings are passed over.
[[nodiscard]] std::vector<PastMeeting> read_past_csv(std::string_view text, const std::string& file,
                                                     base::Diagnostics& diagnostics);

/// The entries of an .ics file: the busy ones, or all where none is (an overview). Whose meeting
/// it is, its title says: "SDFU 3. møde" is SDFU's. Cancelled ones are passed over.
[[nodiscard]] std::vector<PastMeeting> past_meetings_of(
    const std::vector<model::CalendarEntry>& entries);

/// A plan file for the year after `past` (a calendar year, or twelve months from the month in which
/// `past` begins when it runs over New Year), in which what was is next year's wish: as
/// many meetings, at the times and distances they had. What is guessed is marked so.
/// @pre !past.empty()
[[nodiscard]] std::string plan_like(const std::vector<PastMeeting>& past, const std::string& source,
                                    base::Language language);

}  // namespace rul::desk
