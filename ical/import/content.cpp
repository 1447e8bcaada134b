#include "ical/import/content.hpp"

#include "base/utf8.hpp"
#include "ical/words.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

namespace rul::ical {

namespace {

constexpr std::size_t most_physical_octets = 1'000'000;
constexpr std::size_t most_logical_octets = 65'536;
constexpr std::size_t most_problems = 20;
constexpr std::size_t most_depth = 100;

struct Line {
    int number = 0;
    std::string text;
};

bool is_fatal(const Problem& problem) {
    return problem.is_fatal;
}

// ---- Characters -------------------------------------------------------------------------------

// A byte that is no UTF-8 is read as Latin-1: most such files are.
void append_as_utf8(std::string& to, char byte) {
    const auto code = static_cast<unsigned char>(byte);
    to += static_cast<char>(0xc0U | (code >> 6U));
    to += static_cast<char>(0x80U | (code & 0x3fU));
}

bool is_control(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')
           || c == '\x7f';
}

struct Cleaned {
    std::string text;
    bool had_bad_utf8 = false;
    bool had_controls = false;
};

Cleaned cleaned(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (bytes.substr(0, 3) == byte_order_mark) bytes.remove_prefix(3);
    Cleaned result;
    result.text.reserve(bytes.size());
    while (!bytes.empty()) {
        const auto bad = base::find_invalid_utf8(bytes).value_or(bytes.size());
        for (const char c : bytes.substr(0, bad)) {
            result.had_controls |= is_control(c);
            if (!is_control(c)) result.text += c;
        }
        bytes.remove_prefix(bad);
        if (bytes.empty()) break;
        result.had_bad_utf8 = true;
        append_as_utf8(result.text, bytes.front());
        bytes.remove_prefix(1);
    }
    return result;
}

// ---- Lines ------------------------------------------------------------------------------------

// The end of the line that starts at `start`, and where the next one starts: CRLF, LF or CR.
std::pair<std::size_t, std::size_t> end_of_line(std::string_view text, std::size_t start) {
    const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
    const bool is_crlf = text.substr(end, 2) == "\r\n";
    return {end, std::min(end + (is_crlf ? 2U : 1U), text.size())};
}

// Unfolded lines; nothing when one of the file's own lines is too long to be a calendar's.
std::optional<std::vector<Line>> logical_lines(std::string_view text) {
    std::vector<Line> lines;
    int number = 0;
    for (std::size_t start = 0; start < text.size();) {
        const auto [end, next] = end_of_line(text, start);
        const std::string_view physical = text.substr(start, end - start);
        ++number;
        start = next;
        if (physical.size() > most_physical_octets) return std::nullopt;
        const bool continues = !physical.empty() && (physical[0] == ' ' || physical[0] == '\t');
        if (continues && !lines.empty())
            lines.back().text += physical.substr(1);
        else if (!physical.empty())
            lines.push_back({number, std::string{physical}});
    }
    return lines;
}

struct Parts {
    std::string name;  // in capitals
    std::string_view value;
};

// "DTSTART;TZID=Europe/Copenhagen:2027..." in its name and its value; nothing without a colon.
std::optional<Parts> parts_of(std::string_view line) {
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') quoted = !quoted;
        if (line[i] == ':' && !quoted)
            return Parts{to_upper(line.substr(0, line.find_first_of(":;"))), line.substr(i + 1)};
    }
    return std::nullopt;
}

// ---- Dates ------------------------------------------------------------------------------------

std::optional<int> number(std::string_view text, std::size_t start, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(start, size)) {
        if (c < '0' || '9' < c) return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool is_possible_day(std::string_view text) {
    const auto y = number(text, 0, 4);
    const auto m = number(text, 4, 2);
    const auto d = number(text, 6, 2);
    return y && m && d
           && std::chrono::year_month_day{std::chrono::year{*y},
                                          std::chrono::month{static_cast<unsigned>(*m)},
                                          std::chrono::day{static_cast<unsigned>(*d)}}
                  .ok();
}

bool is_possible_time(std::string_view text) {
    const auto h = number(text, 0, 2);
    const auto m = number(text, 2, 2);
    const auto s = number(text, 4, 2);
    return h && m && s && *h <= 23 && *m <= 59 && *s <= 60;
}

// Every date in a list of dates and periods; durations are no dates.
bool has_possible_dates(std::string_view value) {
    for (const std::string_view period : split(value, ','))
        for (const std::string_view one : split(period, '/')) {
            const std::string_view text = stripped(one);
            const bool is_duration = !text.empty() && (text[0] == 'P' || text[0] == '+');
            if (!is_duration && !is_possible_date(text)) return false;
        }
    return true;
}

bool has_possible_until(std::string_view rule) {
    for (const std::string_view part : split(rule, ';'))
        if (equals_ignoring_case(part.substr(0, 6), "UNTIL=")
            && !is_possible_date(stripped(part.substr(6))))
            return false;
    return true;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_sound(const Parts& parts) {
    if (is_one_of(parts.name, {"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "FREEBUSY"}))
        return has_possible_dates(parts.value);
    return parts.name != "RRULE" || has_possible_until(parts.value);
}

bool is_wanted(Block::Kind kind, std::string_view name) {
    switch (kind) {
        case Block::Kind::event:
            return is_one_of(name, {"UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE",
                                    "EXDATE", "RECURRENCE-ID", "SUMMARY", "STATUS", "TRANSP",
                                    "X-MICROSOFT-CDO-BUSYSTATUS", "ATTENDEE", "SEQUENCE"});
        case Block::Kind::time_zone:
            return is_one_of(name, {"TZID", "X-LIC-LOCATION", "DTSTART", "TZOFFSETFROM",
                                    "TZOFFSETTO", "RRULE", "RDATE"});
        case Block::Kind::free_busy:
            return is_one_of(name, {"FREEBUSY", "UID"});
    }
    return false;
}

// ---- Components -------------------------------------------------------------------------------

std::optional<Block::Kind> kind_of(std::string_view component) {
    if (component == "VEVENT") return Block::Kind::event;
    if (component == "VTIMEZONE") return Block::Kind::time_zone;
    if (component == "VFREEBUSY") return Block::Kind::free_busy;
    return std::nullopt;
}

/// Cuts the lines of a file into blocks.
class Splitter {
  public:
    explicit Splitter(Content& content) : content_{content} {}

    void take(const Line& line) {
        const auto parts = parts_of(line.text);
        if (!parts) return;
        const std::string component = to_upper(stripped(parts->value));
        if (parts->name == "BEGIN")
            begin(component, line.number);
        else if (parts->name == "END")
            end(component, line.number);
        else
            take_property(*parts, line);
    }

    void finish(int last_line) {
        if (open_.empty()) return;
        complain({true, "ical.truncated", last_line,
                  base::both("filen slutter midt i {}, så noget af den mangler",
                             "the file ends in the middle of {}, so part of it is missing",
                             open_.back())});
    }

    void complain(Problem problem) {
        if (content_.problems.size() < most_problems || problem.is_fatal)
            content_.problems.push_back(std::move(problem));
    }

  private:
    void begin(const std::string& component, int line) {
        if (open_.size() >= most_depth) {
            complain({true, "ical.nesting", line,
                      base::both("komponenter ligger mere end {} dybt i hinanden",
                                 "components lie more than {} deep in each other", most_depth)});
            return;
        }
        const auto kind = kind_of(component);
        // An event never holds another: its own end is missing.
        if (kind && block_) close(open_[block_depth_ - 1], line);
        open_.push_back(component);
        if (kind) {
            block_ = Block{*kind, line, "BEGIN:" + component + "\r\n", false};
            block_depth_ = open_.size();
        } else if (is_observance()) {
            block_->text += "BEGIN:" + component + "\r\n";
        }
    }

    void end(const std::string& component, int line) {
        const auto at = std::find(open_.rbegin(), open_.rend(), component);
        if (at == open_.rend()) return unbalanced(component, line);
        if (at != open_.rbegin()) unbalanced(open_.back(), line);
        while (!open_.empty()) {
            const std::string closed = open_.back();
            const bool is_last = closed == component;
            close_top();
            if (is_last) return;
        }
    }

    // Everything down to and including the block, whose own end was not there.
    void close(const std::string& component, int line) {
        unbalanced(component, line);
        while (block_)
            close_top();
    }

    void close_top() {
        const std::string component = open_.back();
        if (block_ && open_.size() == block_depth_) {
            block_->text += "END:" + component + "\r\n";
            content_.blocks.push_back(*std::move(block_));
            block_.reset();
        } else if (is_observance()) {
            block_->text += "END:" + component + "\r\n";
        }
        open_.pop_back();
    }

    void unbalanced(const std::string& component, int line) {
        complain({false, "ical.unbalanced", line,
                  base::both("BEGIN og END for {} passer ikke sammen",
                             "BEGIN and END of {} do not match", component)});
    }

    [[nodiscard]] bool is_observance() const {
        return block_ && block_->kind == Block::Kind::time_zone && open_.size() == block_depth_ + 1
               && is_one_of(open_.back(), {"STANDARD", "DAYLIGHT"});
    }

    void take_property(const Parts& parts, const Line& line) {
        if (!block_) {
            if (parts.name == "X-WR-CALNAME") content_.name = std::string{parts.value};
            return;
        }
        const bool is_own = open_.size() == block_depth_ || is_observance();
        if (!is_own || !is_wanted(block_->kind, parts.name)) return;
        if (line.text.size() > most_logical_octets)
            return complain({false, "ical.long-line", line.number,
                             base::both("{} er for lang og springes over",
                                        "{} is too long and is skipped", parts.name)});
        if (!is_sound(parts)) {
            block_->has_bad_start |= parts.name == "DTSTART";
            return complain(
                {false, "ical.bad-date", line.number,
                 base::both("{} er ikke en mulig dato: \"{}\"", "{} is not a possible date: \"{}\"",
                            parts.name, shortened(parts.value))});
        }
        block_->text += line.text + "\r\n";
    }

    static std::string shortened(std::string_view value) {
        std::size_t end = 0;
        while (end < value.size() && end < 40)
            end = base::next_code_point(value, end);
        return std::string{value.substr(0, end)};
    }

    Content& content_;
    std::vector<std::string> open_;
    std::optional<Block> block_;   // being read
    std::size_t block_depth_ = 0;  // how many are open with it
};

bool is_calendar(const std::vector<Line>& lines) {
    return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
        const auto parts = parts_of(line.text);
        return parts && parts->name == "BEGIN"
               && (equals_ignoring_case(stripped(parts->value), "VCALENDAR")
                   || kind_of(to_upper(stripped(parts->value))));
    });
}

void note_characters(const Cleaned& cleaned, Splitter& splitter) {
    if (cleaned.had_bad_utf8)
        splitter.complain({false, "ical.bad-utf8", 0,
                           base::both("filen er ikke UTF-8 og læses delvis som Latin-1",
                                      "the file is not UTF-8 and is partly read as Latin-1")});
    if (cleaned.had_controls)
        splitter.complain({false, "ical.control-characters", 0,
                           base::both("filen har styretegn, som er sprunget over",
                                      "the file has control characters, which are skipped")});
}

}  // namespace

bool Content::is_usable() const {
    return std::none_of(problems.begin(), problems.end(), is_fatal);
}

bool is_possible_date(std::string_view text) {
    if (!text.empty() && (text.back() == 'Z' || text.back() == 'z') && text.size() == 16)
        text.remove_suffix(1);
    if (text.size() == 8) return is_possible_day(text);
    return text.size() == 15 && (text[8] == 'T' || text[8] == 't')
           && is_possible_day(text.substr(0, 8)) && is_possible_time(text.substr(9));
}

Content read_content(std::string_view bytes) {
    Content content;
    Splitter splitter{content};
    const Cleaned clean = cleaned(bytes);
    const auto lines = logical_lines(clean.text);
    if (!lines) {
        splitter.complain({true, "ical.long-line", 0,
                           base::both("en linje er over 1 MB, så det er ikke en kalenderfil",
                                      "a line is over 1 MB, so this is not a calendar file")});
    } else if (!is_calendar(*lines)) {
        splitter.complain({true, "ical.not-a-calendar", 1,
                           base::both("filen er ikke en kalenderfil (BEGIN:VCALENDAR mangler)",
                                      "the file is not a calendar (no BEGIN:VCALENDAR)")});
    } else {
        note_characters(clean, splitter);
        for (const Line& line : *lines)
            splitter.take(line);
        splitter.finish(lines->back().number);
    }
    return content;
}

}  // namespace rul::ical
