#include "engine/planner/starts.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <set>

namespace rul::planner {

namespace {

template <class F>
StartTable::Table tabled(const std::vector<Start>& starts, F f) {
    std::vector<Value> values;
    values.reserve(starts.size());
    for (const Start& start : starts)
        values.push_back(f(start));
    return std::make_shared<const std::vector<Value>>(std::move(values));
}

std::vector<Value> all_places(const std::vector<Start>& starts) {
    std::set<Value> places;
    for (const Start& start : starts)
        places.insert(start.places.begin(), start.places.end());
    return {places.begin(), places.end()};
}

}  // namespace

StartTable::StartTable(std::vector<Start> starts, const Grid& grid, const model::Calendar& calendar)
    : all_{std::move(starts)},
      days_{tabled(all_, [](const Start& s) { return s.day; })},
      last_days_{tabled(all_, [](const Start& s) { return s.last_day; })},
      working_days_{tabled(
          all_,
          [&](const Start& s) { return grid.working_day_of(calendar, grid.date_of(s.day)); })},
      weeks_{tabled(all_, [&](const Start& s) { return Grid::week_of(grid.date_of(s.day)); })},
      begins_{tabled(all_, [](const Start& s) { return s.begin; })},
      ends_{tabled(all_, [](const Start& s) { return s.end; })},
      places_{all_places(all_)} {
    RUL_CHECK(!all_.empty());
    RUL_CHECK(std::is_sorted(begins_->begin(), begins_->end()));
    for (const Start& start : all_) {
        (start.has_span ? is_by_date_only_ : is_timed_) = false;
        if (start.has_span) greatest_length_ = std::max(greatest_length_, start.end - start.begin);
    }
    ends_in_order_ = std::is_sorted(ends_->begin(), ends_->end());
}

}  // namespace rul::planner
