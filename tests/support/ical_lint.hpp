#pragma once

#include "base/utf8.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rul::testing {

/// Reads a feed's bytes by docs/feeds.md alone: shares nothing with the writer.
class IcalLint {
  public:
    explicit IcalLint(std::string_view bytes) {
        read_physical_lines(bytes);
        for (const std::string& line : lines_)
            read(line);
        expect(lines_.size() > 2 && lines_.front() == "BEGIN:VCALENDAR"
                   && lines_.back() == "END:VCALENDAR",
               "not one VCALENDAR");
        expect(timezones_ == 1, "not one VTIMEZONE");
    }

    [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
    [[nodiscard]] int events() const { return events_; }
    [[nodiscard]] const std::vector<std::string>& lines() const { return lines_; }

  private:
    void expect(bool condition, const std::string& problem) {
        if (!condition) problems_.push_back(problem);
    }

    void read_physical_lines(std::string_view bytes) {
        expect(bytes.size() > 2 && bytes.substr(bytes.size() - 2) == "\r\n", "no CRLF at the end");
        while (!bytes.empty()) {
            const auto end = std::min(bytes.find("\r\n"), bytes.size());
            read_physical_line(bytes.substr(0, end));
            bytes.remove_prefix(std::min(end + 2, bytes.size()));
        }
    }

    void read_physical_line(std::string_view line) {
        const std::string shown{line.substr(0, 40)};
        expect(line.size() <= 75, "over 75 octets: " + shown);
        expect(!line.empty(), "empty line");
        expect(!base::find_invalid_utf8(line).has_value(), "broken UTF-8: " + shown);
        expect(std::none_of(line.begin(), line.end(), is_control), "control character: " + shown);
        if (line.empty()) return;
        expect(line.back() != ' ' && line.back() != '\t', "trailing blank: " + shown);
        if (line.front() != ' ') {
            lines_.emplace_back(line);
            return;
        }
        expect(!lines_.empty() && line.size() > 1, "empty continuation");
        if (lines_.empty()) return;
        expect(trailing_backslashes(lines_.back()) % 2 == 0, "fold inside an escape: " + shown);
        expect(lines_.back().back() != ':' || lines_.back().find(':') != lines_.back().size() - 1,
               "fold right after the name: " + lines_.back());
        lines_.back() += line.substr(1);
    }

    static bool is_control(char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f';
    }

    static std::size_t trailing_backslashes(const std::string& text) {
        return text.size() - 1 - std::min(text.find_last_not_of('\\'), text.size() - 1);
    }

    static std::size_t end_of_name(const std::string& line) { return line.find_first_of(":;"); }

    static std::string value_of(const std::string& line) {
        bool quoted = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (line[i] == '"') quoted = !quoted;
            if (line[i] == ':' && !quoted) return line.substr(i + 1);
        }
        return {};
    }

    void read(const std::string& line) {
        const std::string name = line.substr(0, end_of_name(line));
        expect(!name.empty()
                   && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
                          == std::string::npos,
               "not a property name: " + line.substr(0, 40));
        if (name == "BEGIN") return begin(value_of(line));
        if (name == "END") return end(value_of(line));
        seen_[name].push_back(line);
        order_.push_back(name);
        check_property(name, line);
    }

    void begin(const std::string& component) {
        expect(component == "VCALENDAR" || component == "VTIMEZONE" || component == "STANDARD"
                   || component == "DAYLIGHT" || component == "VEVENT",
               "strange component " + component);
        if (component == "VTIMEZONE" || component == "VEVENT") {
            if (timezones_ == 0 && events_ == 0) check_header();
            if (component == "VTIMEZONE") expect(events_ == 0, "VTIMEZONE after an event");
            if (component == "VTIMEZONE") ++timezones_;
            if (component == "VEVENT") ++events_;
        }
        seen_.clear();
        order_.clear();
    }

    void end(const std::string& component) {
        if (component == "VEVENT") check_event();
        if (component == "STANDARD" || component == "DAYLIGHT")
            for (const char* const name : {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"})
                expect(seen_[name].size() == 1, std::string{"observance without "} + name);
    }

    void check_header() {
        const std::vector<std::string> order{"VERSION", "PRODID", "CALSCALE", "METHOD"};
        expect(order_.size() >= 4 && std::equal(order.begin(), order.end(), order_.begin()),
               "header does not start VERSION, PRODID, CALSCALE, METHOD");
        expect(seen_["METHOD"] == std::vector<std::string>{"METHOD:PUBLISH"}, "not METHOD:PUBLISH");
        expect(seen_["VERSION"] == std::vector<std::string>{"VERSION:2.0"}, "not VERSION:2.0");
        for (const char* const name :
             {"X-WR-TIMEZONE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "X-WR-CALNAME", "NAME"})
            expect(seen_[name].size() == 1, std::string{"header without "} + name);
        expect(value("X-WR-CALNAME") == value("NAME"), "NAME and X-WR-CALNAME differ");
    }

    std::string value(const std::string& name) {
        return seen_[name].empty() ? std::string{} : value_of(seen_[name].front());
    }

    void check_property(const std::string& name, const std::string& line) {
        for (const char* const text : {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "CATEGORIES",
                                       "X-WR-CALNAME", "X-WR-CALDESC"})
            if (name == text) check_escapes(value_of(line));
        expect(name != "ATTENDEE" && (name != "RRULE" || events_ == 0), "forbidden: " + name);
        if (name == "CONFERENCE")
            expect(line.find("FEATURE=AUDIO,VIDEO;") != std::string::npos, "FEATURE list: " + line);
    }

    void check_escapes(const std::string& text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\') {
                ++i;
                expect(i < text.size()
                           && std::string_view{"\\;,nN"}.find(text[i]) != std::string_view::npos,
                       "bad escape: " + text.substr(0, 40));
            } else {
                expect(text[i] != ',' && text[i] != ';', "unescaped: " + text.substr(0, 40));
            }
        }
    }

    void check_event() {
        for (const char* const name :
             {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND",
              "SUMMARY", "ORGANIZER", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "CLASS"})
            expect(seen_[name].size() == 1,
                   "event with " + std::to_string(seen_[name].size()) + " of " + name);
        expect(uids_.insert(value("UID")).second, "UID twice: " + value("UID"));
        expect(value("DTSTAMP") == value("LAST-MODIFIED"), "DTSTAMP is not LAST-MODIFIED");
        expect(value("DTSTART") < value("DTEND"), "DTEND not after DTSTART: " + value("UID"));
        expect((value("DTSTART").size() == 8) == (value("DTEND").size() == 8), "mixed span");
        check_zone_of_span();
        check_order();
        check_status();
        const std::pair now{value("DTSTART"), value("UID")};
        expect(last_ <= now, "events out of order: " + value("UID"));
        last_ = now;
    }

    void check_zone_of_span() {
        for (const char* const name : {"DTSTART", "DTEND"}) {
            const std::string line = seen_[name].empty() ? std::string{} : seen_[name].front();
            const bool is_date = line.find(";VALUE=DATE:") != std::string::npos;
            expect(is_date || line.find(";TZID=") != std::string::npos, "floating: " + line);
        }
    }

    void check_status() {
        const bool is_cancelled = value("STATUS") == "CANCELLED";
        const bool is_free = value("TRANSP") == "TRANSPARENT";
        expect(!is_cancelled || is_free, "cancelled but busy");
        expect(is_free == (value("X-MICROSOFT-CDO-BUSYSTATUS") == "FREE"),
               "TRANSP and BUSYSTATUS disagree");
    }

    void check_order() {
        const std::vector<std::string> order{
            "UID",        "DTSTAMP",    "CREATED",     "LAST-MODIFIED",
            "SEQUENCE",   "DTSTART",    "DTEND",       "SUMMARY",
            "ORGANIZER",  "STATUS",     "TRANSP",      "X-MICROSOFT-CDO-BUSYSTATUS",
            "CLASS",      "LOCATION",   "DESCRIPTION", "URL",
            "CATEGORIES", "RELATED-TO", "CONFERENCE",  "X-MICROSOFT-SKYPETEAMSMEETINGURL"};
        std::size_t last = 0;
        for (const std::string& name : order_) {
            const auto at = static_cast<std::size_t>(std::find(order.begin(), order.end(), name)
                                                     - order.begin());
            expect(at < order.size(), "unexpected property " + name);
            expect(at >= last, "out of order: " + name);
            last = at;
        }
    }

    std::vector<std::string> lines_;  // unfolded
    std::vector<std::string> problems_;
    std::map<std::string, std::vector<std::string>> seen_;  // in the component being read
    std::vector<std::string> order_;
    std::set<std::string> uids_;
    std::pair<std::string, std::string> last_;
    int events_ = 0;
    int timezones_ = 0;
};

/// What RFC 5546 forbids under METHOD:PUBLISH, as libical knows it; empty: nothing.
inline std::string restriction_problems(const std::string& bytes) {
    icalcomponent* const calendar = icalparser_parse_string(bytes.c_str());
    if (calendar == nullptr) return "does not parse";
    std::string result;
    if (icalcomponent_count_errors(calendar) != 0) result = "parse errors; ";
    if (icalrestriction_check(calendar) == 0) {
        char* const text = icalcomponent_as_ical_string_r(calendar);
        result += text;
        free(text);  // NOLINT
    }
    icalcomponent_free(calendar);
    return result;
}

/// Everything wrong with a feed, one problem a line; empty: nothing.
inline std::string ical_problems(const std::string& bytes) {
    std::string result;
    const IcalLint lint{bytes};
    for (const std::string& problem : lint.problems())
        result += problem + "\n";
    return result + restriction_problems(bytes);
}

}  // namespace rul::testing
