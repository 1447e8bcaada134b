#include "desk/desk.hpp"
#include "desk/saved_calendar.hpp"
#include "documents/calendar_csv.hpp"
#include "documents/calendar_html.hpp"
#include "documents/calendar_json.hpp"
#include "ical/feeds.hpp"
#include "ical/writer.hpp"
#include "store/files.hpp"
#include "store/identity_file.hpp"
#include "store/refresh.hpp"

#include <chrono>

namespace rul::desk {

namespace fs = std::filesystem;

std::string document(const PlanFile& plan, const Calendar& calendar,
                     const documents::Filter& filter, Format format, base::Language language) {
    switch (format) {
        case Format::csv:
            return documents::calendar_csv(plan.brief, calendar.plan, filter, language);
        case Format::html:
            return documents::calendar_html(plan.brief, calendar.plan, filter, language);
        case Format::json:
        case Format::ics:
            break;
    }
    return documents::calendar_json(plan.brief, calendar.plan, filter);
}

std::vector<fs::path> export_feeds(const PlanFile& plan, const Calendar& calendar,
                                   const fs::path& folder) {
    const fs::path identity_file = beside(plan.file, "identities");
    // A new or moved meeting is stamped with the time it was handed out; nothing else asks.
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    store::refresh_file(identity_file, plan.brief, calendar.plan, now);
    const auto identities = store::load_identities(identity_file);

    std::vector<fs::path> files;
    for (const auto& feed : ical::feeds_of(plan.brief, calendar.plan, identities)) {
        files.push_back(folder / feed.file_name);
        store::write_file(files.back(), ical::write(feed.feed));
    }
    return files;
}

fs::path default_feed_folder(const PlanFile& plan) {
    return plan.file.parent_path() / "feeds";
}

void write_document(const fs::path& file, std::string_view bytes) {
    store::write_file(file, bytes);
}

}  // namespace rul::desk
