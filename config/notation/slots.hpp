#pragma once

#include "config/notation/dates.hpp"
#include "config/notation/read.hpp"
#include "engine/model/things.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rul::config {

/// "@ aalborg": a venue's key as written, for the caller to look up.
struct SaidVenue {
    std::string key;
    std::size_t offset = 0;  ///< Of the key in the text, in code points.
    std::size_t width = 1;
};

struct SaidSlot {
    model::Slot slot;  ///< `text` is set; `venue` and `source` are not.
    std::optional<SaidVenue> venue;
};

/// `man 14.00-16.00 teams`, `man-fre 08.00-16.00`, `man, tir 9-11 fysisk`, `hverdage 9-15`,
/// `2. tirsdag 9-12`, `1. og 3. tirsdag`, `sidste mandag i marts, august 17.30-20.00`,
/// `man 14-16 teams (5 point)`, `tor 9-11 fysisk @ aalborg`. Without a time: by date only.
[[nodiscard]] Read<SaidSlot> read_slot(std::string_view text);

struct SaidAppointment {
    model::Appointment appointment;  ///< `venue` and `source` are not set.
    std::optional<SaidVenue> venue;
};

/// A date, then, as far as it is known, time, mode and venue in that order: `man 16-01-2023
/// 14.00-16.00 teams`, `16. januar kl. 14-16 (teams)`, `tor 04-05-2023 12-12 fysisk @ skagen`.
[[nodiscard]] Read<SaidAppointment> read_appointment(std::string_view text, const Period& period);

/// `teams`, `virtuelt`, `online`; `fysisk`, `physical`, `in person`; `hybrid`.
[[nodiscard]] Read<model::Mode> read_mode(std::string_view text);

}  // namespace rul::config
