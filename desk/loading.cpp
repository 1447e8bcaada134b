#include "base/utf8.hpp"
#include "config/plan_file.hpp"
#include "config/proof.hpp"
#include "desk/desk.hpp"
#include "desk/last_year.hpp"
#include "desk/sources.hpp"
#include "ical/import/reader.hpp"
#include "ical/zone.hpp"
#include "store/files.hpp"

#include <algorithm>

namespace rul::desk {

namespace {

using base::both;

// A year's calendar may be any year's.
constexpr model::DateRange any_year{model::first_plannable_date, model::last_plannable_date};

std::vector<PastMeeting> read_past(const std::filesystem::path& file,
                                   base::Diagnostics& diagnostics) {
    std::string bytes = store::read_file(file);
    if (bytes.starts_with("PK\x03\x04")) {
        diagnostics.add({.code = "desk.workbook",
                         .message = both("det er et regneark og ikke en .csv-fil",
                                         "it is a workbook and no .csv file"),
                         .where = {.file = file.string()},
                         .help = both("gem det fra regnearket som \"CSV UTF-8\"",
                                      "save it from the spreadsheet as \"CSV UTF-8\"")});
        return {};
    }
    if (base::is_windows_1252(bytes)) bytes = base::from_windows_1252(bytes);
    if (file.extension() != ".ics") return read_past_csv(bytes, file.string(), diagnostics);
    const auto entries = ical::read_calendar_file(file, any_year, "Europe/Copenhagen",
                                                  {.file = file.string()}, diagnostics);
    return entries ? past_meetings_of(*entries) : std::vector<PastMeeting>{};
}

// Gives the zone its own spelling. The reader of plan files knows how names of zones look; which
// there are, only the feeds can say.
bool settle_zone(model::Brief& brief, const std::filesystem::path& file,
                 base::Diagnostics& diagnostics) {
    if (auto name = ical::iana_name_of(brief.timezone)) {
        brief.timezone = *std::move(name);
        return true;
    }
    diagnostics.add({.code = "desk.timezone",
                     .message = both("tidszonen \"{}\" findes ikke", "there is no time zone \"{}\"",
                                     brief.timezone),
                     .where = {.file = file.string()},
                     .help = both(R"(skriv fx timezone = "Europe/Copenhagen")",
                                  R"(write for example timezone = "Europe/Copenhagen")")});
    return false;
}

}  // namespace

std::optional<PlanFile> load(const std::filesystem::path& file, std::optional<model::Date> today,
                             base::Diagnostics& diagnostics, Contradictions contradictions) {
    const std::string text = store::read_file(file);
    auto brief = config::parse_plan(text, file, ical::read_calendar_file, diagnostics, today);
    if (!brief || !settle_zone(*brief, file, diagnostics)) return std::nullopt;
    config::proofread(*brief, diagnostics);
    diagnostics.sort();
    PlanFile plan{file, fingerprint_of(file), std::move(*brief), {}};
    if (!diagnostics.has_errors()) return plan;
    if (contradictions == Contradictions::refused) return std::nullopt;
    plan.contradictions = diagnostics;
    return plan;
}

// A plan is proofread only once it was read without errors, so that all errors are of one kind.
bool is_contradiction(const base::Diagnostics& diagnostics) {
    const auto& all = diagnostics.all();
    return std::any_of(all.begin(), all.end(), [](const base::Diagnostic& diagnostic) {
        return diagnostic.severity == base::Diagnostic::Severity::error
               && diagnostic.code.starts_with("plan.");
    });
}

std::optional<std::string> plan_from(const std::filesystem::path& file, base::Language language,
                                     base::Diagnostics& diagnostics) {
    const auto past = read_past(file, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    if (past.empty()) {
        diagnostics.add({.code = "desk.no-meetings",
                         .message = both("der er ingen møder i den", "there are no meetings in it"),
                         .where = {.file = file.string()}});
        return std::nullopt;
    }
    return plan_like(past, file.filename().string(), language);
}

}  // namespace rul::desk
