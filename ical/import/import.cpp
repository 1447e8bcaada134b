#include "ical/import/import.hpp"

#include "ical/import/content.hpp"
#include "ical/import/expand.hpp"
#include "ical/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace rul::ical {

namespace {

using model::CalendarEntry;

auto key_of(const CalendarEntry& entry) {
    return std::tie(entry.span.start, entry.span.end, entry.uid, entry.title, entry.all_day,
                    entry.busy);
}

void sort_and_unite(std::vector<CalendarEntry>& entries) {
    std::sort(entries.begin(), entries.end(),
              [](const CalendarEntry& a, const CalendarEntry& b) { return key_of(a) < key_of(b); });
    entries.erase(std::unique(entries.begin(), entries.end(),
                              [](const CalendarEntry& a, const CalendarEntry& b) {
                                  return key_of(a) == key_of(b);
                              }),
                  entries.end());
}

std::string owner_of(const ImportOptions& options, const Content& content) {
    if (!options.owner_email.empty()) return to_lower(options.owner_email);
    const std::string name = to_lower(stripped(content.name));
    const bool is_address =
        name.find('@') != std::string::npos && name.find(' ') == std::string::npos;
    return is_address ? name : std::string{};
}

void report_missing_start(const Block& block, Problems& problems) {
    problems.push_back({false, "ical.no-start", block.line,
                        base::both("begivenheden har ingen brugbar DTSTART og er ikke taget med",
                                   "the event has no usable DTSTART and is not taken")});
}

WrittenCalendar read_blocks(const Content& content, std::vector<WrittenZone>& zones,
                            Problems& problems) {
    WrittenCalendar calendar;
    for (const Block& block : content.blocks) {
        if (block.kind == Block::Kind::time_zone) {
            zones.push_back(read_zone(block, problems));
        } else if (block.kind == Block::Kind::free_busy) {
            for (WrittenPeriod& period : read_free_busy(block))
                calendar.busy.push_back(std::move(period));
        } else {
            calendar.events.push_back(read_event(block, problems));
            if (!calendar.events.back().start) report_missing_start(block, problems);
        }
    }
    return calendar;
}

// The first of each kind, then how many more: nobody reads a thousand lines.
void shorten(Problems& problems) {
    constexpr std::size_t most = 50;
    if (problems.size() <= most) return;
    std::stable_partition(problems.begin(), problems.end(),
                          [](const Problem& problem) { return problem.is_fatal; });
    const std::size_t more = problems.size() - most;
    problems.resize(most);
    problems.push_back(
        {false, "ical.more", 0, base::both("og {} problemer til", "and {} more problems", more)});
}

// ---- Records: each field is its size in bytes, a colon, and the bytes -------------------------

void put(std::string& to, std::string_view field) {
    to += fmt::format("{}:", field.size());
    to += field;
}
void put(std::string& to, std::int64_t number) {
    put(to, std::string_view{fmt::format("{}", number)});
}

/// Takes fields off the front; from the first that is not there on, it is broken.
class Record {
  public:
    explicit Record(std::string_view bytes) : rest_{bytes} {}

    std::string text() {
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), size);
        const auto digits = static_cast<std::size_t>(end - rest_.data());
        const bool is_field = error == std::errc{} && digits < rest_.size() && rest_[digits] == ':'
                              && size <= rest_.size() - digits - 1;
        if (!is_field) {
            is_broken_ = true;
            rest_ = {};
            return {};
        }
        std::string result{rest_.substr(digits + 1, size)};
        rest_.remove_prefix(digits + 1 + size);
        return result;
    }

    std::int64_t number() {
        const std::string digits = text();
        std::int64_t value = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc{} || end != digits.data() + digits.size()) is_broken_ = true;
        return value;
    }

    bool flag() { return number() != 0; }
    [[nodiscard]] bool is_broken() const { return is_broken_; }
    [[nodiscard]] bool is_done() const { return rest_.empty() && !is_broken_; }

  private:
    std::string_view rest_;
    bool is_broken_ = false;
};

model::Moment moment(std::int64_t since_1970) {
    return model::Moment{std::chrono::minutes{since_1970}};
}

}  // namespace

bool Import::is_usable() const {
    return std::none_of(problems.begin(), problems.end(),
                        [](const Problem& problem) { return problem.is_fatal; });
}

Import import_calendar(std::string_view bytes, const ImportOptions& options) {
    Import import;
    const Content content = read_content(bytes);
    import.problems = content.problems;
    if (!content.is_usable()) return import;
    std::vector<WrittenZone> zones;
    WrittenCalendar calendar = read_blocks(content, zones, import.problems);
    calendar.owner = owner_of(options, content);
    import.events = static_cast<int>(calendar.events.size());
    FileZones file_zones{std::move(zones), options.window.last + std::chrono::days{366}};
    import.entries = expand(calendar, file_zones, options, import.problems);
    if (!import.is_usable()) import.entries.clear();
    sort_and_unite(import.entries);
    shorten(import.problems);
    return import;
}

std::string to_record(const Import& import) {
    std::string record;
    put(record, import.events);
    put(record, static_cast<std::int64_t>(import.entries.size()));
    for (const CalendarEntry& entry : import.entries) {
        put(record, entry.span.start.time_since_epoch().count());
        put(record, entry.span.end.time_since_epoch().count());
        put(record, static_cast<std::int64_t>(entry.all_day));
        put(record, static_cast<std::int64_t>(entry.busy));
        put(record, std::string_view{entry.title});
        put(record, std::string_view{entry.uid});
    }
    put(record, static_cast<std::int64_t>(import.problems.size()));
    for (const Problem& problem : import.problems) {
        put(record, static_cast<std::int64_t>(problem.is_fatal));
        put(record, std::string_view{problem.code});
        put(record, std::int64_t{problem.line});
        put(record, std::string_view{problem.text.danish});
        put(record, std::string_view{problem.text.english});
    }
    return record;
}

std::optional<Import> from_record(std::string_view record) {
    Record fields{record};
    Import import;
    import.events = static_cast<int>(fields.number());
    for (std::int64_t left = fields.number(); left > 0 && !fields.is_broken(); --left) {
        CalendarEntry entry;
        entry.span.start = moment(fields.number());
        entry.span.end = moment(fields.number());
        entry.all_day = fields.flag();
        entry.busy = fields.flag();
        entry.title = fields.text();
        entry.uid = fields.text();
        import.entries.push_back(std::move(entry));
    }
    for (std::int64_t left = fields.number(); left > 0 && !fields.is_broken(); --left) {
        Problem problem;
        problem.is_fatal = fields.flag();
        problem.code = fields.text();
        problem.line = static_cast<int>(fields.number());
        problem.text.danish = fields.text();
        problem.text.english = fields.text();
        import.problems.push_back(std::move(problem));
    }
    if (!fields.is_done()) return std::nullopt;
    return import;
}

}  // namespace rul::ical
