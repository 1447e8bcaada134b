#pragma once

#include "config/reader/draft.hpp"

#include <string>

/// What titles say of time, beside what the plan says: headings are copied from last year's papers.
namespace rul::config {

/// Warns when `title`, of the plan, names years that all lie before its period, or all after it.
void check_title_of_plan(Draft& draft, const std::string& title, const Place& where);

/// Warns when `title`, of a meeting or an event on `date`, gives that day in another year.
void check_title_of_day(Draft& draft, const std::string& title, model::Date date,
                        const Place& where);

}  // namespace rul::config
