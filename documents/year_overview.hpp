#pragma once

#include "documents/calendar_rows.hpp"
#include "documents/look.hpp"

#include <string>

namespace rul::documents {

/// The months of the period side by side, as many as the reader's terminal has room for.
///
///     marts 2023
///         man tir ons tor fre lør søn
///      9            1   2A  3   4   5      A: SDFU meets on Thursday 2 March
///     10    6   7   8*  9  10  11  12      *: several bodies meet, told of below
///
/// Beside the days ISO weeks; holidays have a "." and blocks for everyone a "-".
[[nodiscard]] std::string year_overview(const model::Brief& brief, const model::Plan& plan,
                                        const Filter& filter, const Look& look);

}  // namespace rul::documents
