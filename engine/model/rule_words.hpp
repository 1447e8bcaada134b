#pragma once

#include "base/diagnostic.hpp"
#include "base/language.hpp"
#include "engine/model/brief.hpp"

namespace rul::model {

/// What a rule asks for, as a person would say it: the user's own text, else the rule in words:
/// "FU: fra møde til møde 2-10 uger" / "FU: from meeting to meeting 2-10 weeks".
[[nodiscard]] base::Text words_of(const Brief& brief, const Rule& rule);

/// Where a person finds the rule in the plan file: nowhere for what holds in every plan (Rooms,
/// Appointments), of which no line speaks.
[[nodiscard]] base::Location place_of(const Rule& rule);
/// The line of the meeting's agreed date, else that of the meeting.
[[nodiscard]] base::Location place_of(const Meeting& meeting);

/// `words`, and after them the line they are about: "SDFU/3 (rul.toml:14)".
[[nodiscard]] base::Text with_place(const base::Text& words, const base::Location& where);
/// Both of a rule: "FU: fra møde til møde 2-10 uger (rul.toml:14)".
[[nodiscard]] base::Text words_and_place_of(const Brief& brief, RuleId rule);

}  // namespace rul::model
