#include "base/check.hpp"
#include "ical/import/import.hpp"
#include "tests/fuzz/harness.hpp"

namespace {

using rul::ical::Import;

void check_entries(const Import& import, const rul::model::DateRange& window) {
    const rul::model::MomentRange days{window.first, window.last + std::chrono::days{1}};
    for (const auto& entry : import.entries) {
        RUL_CHECK(entry.span.start <= entry.span.end);
        RUL_CHECK(entry.span.start < days.end && days.start <= entry.span.end);
    }
}

}  // namespace

// A calendar gives entries of the window alone, and goes from one process to another whole.
void rul::fuzz::try_input(std::string_view bytes) {
    using std::chrono::year;
    const model::DateRange window{model::Date{year{2027} / 1 / 1},
                                  model::Date{year{2027} / 12 / 31}};
    const Import import = ical::import_calendar(bytes, {.window = window});
    check_entries(import, window);
    const auto record = ical::to_record(import);
    const auto sent = ical::from_record(record);
    RUL_CHECK(sent && ical::to_record(*sent) == record);
    static_cast<void>(ical::from_record(bytes));
}
