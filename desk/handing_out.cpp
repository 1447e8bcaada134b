#include "desk/desk.hpp"
#include "desk/saved_calendar.hpp"
#include "desk/sources.hpp"
#include "documents/calendar_csv.hpp"
#include "documents/calendar_html.hpp"
#include "documents/calendar_json.hpp"
#include "documents/minizinc/model.hpp"
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
        case Format::mzn:
            break;
    }
    return documents::calendar_json(plan.brief, calendar.plan, filter);
}

HandedOut export_feeds(const PlanFile& plan, const Calendar& calendar, const fs::path& folder) {
    const fs::path identity_file = beside(plan.file, "identities");
    // A new or moved meeting is stamped with the time it was handed out; nothing else asks.
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    HandedOut out;
    out.vanished = store::refresh_file(identity_file, plan.brief, calendar.plan, now).vanished;
    const auto identities = store::load_identities(identity_file);

    std::vector<std::string> bytes;  // all of them before the first is written
    for (const auto& feed : ical::feeds_of(plan.brief, calendar.plan, identities)) {
        out.files.push_back(folder / feed.file_name);
        bytes.push_back(ical::write(feed.feed));
    }
    refuse_to_replace_sources(out.files, plan.file);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        store::write_file(out.files[i], bytes[i]);
    return out;
}

fs::path default_feed_folder(const PlanFile& plan) {
    return plan.file.parent_path() / "feeds";
}

std::string model(const PlanFile& plan) {
    return documents::minizinc_model(plan.brief);
}

std::vector<fs::path> export_model(const PlanFile& plan, const Calendar* calendar,
                                   const fs::path& file) {
    std::vector<fs::path> files{file};
    if (calendar != nullptr) files.push_back(fs::path{file}.replace_extension(".calendar.mzn"));
    refuse_to_replace_sources(files, plan.file);
    store::write_file(file, model(plan));
    if (calendar != nullptr)
        store::write_file(files.back(), documents::minizinc_calendar(plan.brief, calendar->plan));
    return files;
}

void write_document(const fs::path& file, std::string_view bytes) {
    store::write_file(file, bytes);
}

void write_document(const PlanFile& plan, const fs::path& file, std::string_view bytes) {
    refuse_to_replace_sources({file}, plan.file);
    store::write_file(file, bytes);
}

}  // namespace rul::desk
