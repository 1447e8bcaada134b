#pragma once

#include "documents/calendar_rows.hpp"
#include "engine/model/plan.hpp"

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace rul::documents {

/// What a year overview shows of one day.
struct YearDay {
    std::vector<model::BodyId> bodies;  ///< Those that meet, each once, in the order of the file.
    const base::Text* holiday = nullptr;
    const model::Block* block = nullptr;  ///< A whole day when nobody should meet.
};

/// The days of a plan's period, month by month.
class YearDays {
  public:
    YearDays(const model::Brief& brief, const model::Plan& plan, const Filter& filter);

    /// Every month the period touches.
    [[nodiscard]] std::vector<std::chrono::year_month> months() const;
    /// The weeks of a month, Monday first; days of other months absent.
    using Week = std::vector<std::optional<model::Date>>;
    [[nodiscard]] static std::vector<Week> weeks_of(std::chrono::year_month month);
    [[nodiscard]] YearDay day(model::Date date) const;
    /// Bodies that meet at all, in the order of the file.
    [[nodiscard]] std::vector<model::BodyId> bodies() const;
    /// "A" for the first of bodies(), "B" for the second, ..., "Z", "a", ..., "z", "#".
    [[nodiscard]] std::string letter_of(model::BodyId body) const;

  private:
    const model::Brief* brief_;
    std::map<model::Date, std::vector<model::BodyId>> meeting_days_;
    std::vector<model::BodyId> bodies_;
};

}  // namespace rul::documents
