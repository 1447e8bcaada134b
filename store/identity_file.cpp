#include "store/identity_file.hpp"

#include "base/error.hpp"
#include "store/file_lock.hpp"
#include "store/files.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <vector>

namespace rul::store {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using model::Identity;
using model::Standing;
using std::chrono::minutes;

constexpr std::string_view format_name = "rul-calendar";
constexpr int version = 1;

// ---- Dates and times as text ------------------------------------------------------------------

std::string text_of(std::chrono::year_month_day date) {
    return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                       unsigned{date.day()});
}

std::string text_of(std::chrono::sys_seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{time - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", text_of(std::chrono::year_month_day{day}),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string text_of(const model::TimeRange& range) {
    return fmt::format("{:02}:{:02}-{:02}:{:02}", range.from.count() / 60, range.from.count() % 60,
                       range.to.count() / 60, range.to.count() % 60);
}

// The numbers where `pattern` has N; every other character must be the same.
std::optional<std::vector<int>> numbers_in(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) return std::nullopt;
    std::vector<int> numbers;
    bool in_number = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_digit = '0' <= text[i] && text[i] <= '9';
        if (pattern[i] != 'N') {
            if (text[i] != pattern[i]) return std::nullopt;
            in_number = false;
            continue;
        }
        if (!is_digit) return std::nullopt;
        if (!in_number) numbers.push_back(0);
        in_number = true;
        numbers.back() = numbers.back() * 10 + (text[i] - '0');
    }
    return numbers;
}

std::optional<std::chrono::year_month_day> read_date(std::string_view text) {
    const auto n = numbers_in(text, "NNNN-NN-NN");
    if (!n) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{(*n)[0]},
                                           std::chrono::month{static_cast<unsigned>((*n)[1])},
                                           std::chrono::day{static_cast<unsigned>((*n)[2])}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<std::chrono::sys_seconds> read_instant(std::string_view text) {
    const auto n = numbers_in(text, "NNNN-NN-NNTNN:NN:NNZ");
    const auto date = read_date(text.substr(0, std::min<std::size_t>(10, text.size())));
    if (!n || !date || (*n)[3] > 23 || (*n)[4] > 59 || (*n)[5] > 59) return std::nullopt;
    return std::chrono::sys_days{*date} + std::chrono::hours{(*n)[3]} + minutes{(*n)[4]}
           + std::chrono::seconds{(*n)[5]};
}

std::optional<model::TimeRange> read_time_range(std::string_view text) {
    const auto n = numbers_in(text, "NN:NN-NN:NN");
    if (!n || (*n)[1] > 59 || (*n)[3] > 59) return std::nullopt;
    const model::TimeRange range{minutes{(*n)[0] * 60 + (*n)[1]}, minutes{(*n)[2] * 60 + (*n)[3]}};
    if (range.from > minutes{1440} || range.to > minutes{1440}) return std::nullopt;
    return range;
}

constexpr std::array<std::string_view, 4> mode_names{"", "teams", "physical", "hybrid"};

// ---- Writing ----------------------------------------------------------------------------------

void put_standing(Json& json, const Standing& standing) {
    json["date"] = text_of(std::chrono::year_month_day{standing.date});
    if (standing.time) json["time"] = text_of(*standing.time);
    if (standing.overnight) json["overnight"] = true;
    if (standing.mode != model::Mode::unspecified)
        json["mode"] = mode_names.at(static_cast<std::size_t>(standing.mode));
    if (!standing.venue.empty()) json["venue"] = standing.venue;
    if (!standing.room.empty()) json["room"] = standing.room;
}

Json json_of(const Identity& identity) {
    Json json;
    json["uid"] = identity.uid;
    json["sequence"] = identity.sequence;
    json["created"] = text_of(identity.created);
    json["changed"] = text_of(identity.changed);
    if (identity.cancelled) json["cancelled"] = true;
    if (identity.standing) put_standing(json, *identity.standing);
    json["body"] = identity.body;
    json["name"] = identity.name;
    return json;
}

// ---- Reading ----------------------------------------------------------------------------------

/// The text of one file, and how to complain of a place in it.
class Source {
  public:
    Source(std::string_view text, fs::path file) : text_{text}, file_{std::move(file)} {}

    [[nodiscard]] std::string_view text() const { return text_; }

    [[nodiscard]] std::size_t line_of(std::size_t byte) const {
        const auto* const end =
            text_.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text_.size()));
        return 1 + static_cast<std::size_t>(std::count(text_.begin(), end, '\n'));
    }

    // Where `key` stands as a name for the nth time; 1 if it does not.
    [[nodiscard]] std::size_t line_of_key(const std::string& key, int nth = 1) const {
        const std::string quoted = Json(key).dump();
        for (auto at = text_.find(quoted); at != std::string_view::npos;
             at = text_.find(quoted, at + 1)) {
            const auto after = text_.find_first_not_of(" \t\r\n", at + quoted.size());
            const bool is_name = after != std::string_view::npos && text_[after] == ':';
            if (is_name && --nth == 0) return line_of(at);
        }
        return 1;
    }

    [[noreturn]] void fail(std::size_t line, const base::Text& what) const {
        throw base::IoError{
            {fmt::format("{}:{}: {}; filen er ikke rørt", file_.string(), line, what.danish),
             fmt::format("{}:{}: {}; the file has not been touched", file_.string(), line,
                         what.english)}};
    }

  private:
    std::string_view text_;
    fs::path file_;
};

// The reader of JSON keeps the last of two values with one name, and says nothing.
Json parse_without_doubles(const Source& source) {
    std::vector<std::set<std::string>> names;
    std::optional<std::string> twice;
    const auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start) names.emplace_back();
        if (event == Json::parse_event_t::object_end) names.pop_back();
        if (event == Json::parse_event_t::key
            && !names.back().insert(parsed.get<std::string>()).second)
            twice = parsed.get<std::string>();
        return true;
    };
    try {
        Json json = Json::parse(source.text(), watch);
        if (twice)
            source.fail(source.line_of_key(*twice, 2),
                        base::both("\"{}\" står to gange", "\"{}\" stands twice", *twice));
        return json;
    } catch (const Json::parse_error& error) {
        source.fail(source.line_of(error.byte == 0 ? 0 : error.byte - 1),
                    base::both("filen er beskadiget", "the file is damaged"));
    }
}

/// Reads the fields of one meeting; complains of the first that is wrong.
class MeetingReader {
  public:
    MeetingReader(const Source& source, const std::string& key, const Json& json)
        : source_{source}, key_{key}, json_{json} {
        if (!json.is_object()) fail("", "");
    }

    [[nodiscard]] Identity read() {
        Identity identity;
        identity.uid = text("uid");
        if (identity.uid.empty()) fail("uid", identity.uid);
        identity.sequence = sequence();
        identity.created = instant("created");
        identity.changed = instant("changed");
        identity.cancelled = flag("cancelled");
        if (json_.contains("date")) identity.standing = standing();
        identity.body = text("body");
        identity.name = text("name");
        refuse_unknown_fields();
        return identity;
    }

  private:
    [[noreturn]] void fail(const std::string& field, const std::string& value) const {
        source_.fail(source_.line_of_key(key_),
                     base::both("mødet \"{}\": \"{}\" kan ikke være \"{}\"",
                                "the meeting \"{}\": \"{}\" cannot be \"{}\"", key_, field, value));
    }

    const Json* find(const std::string& field) {
        known_.insert(field);
        const auto found = json_.find(field);
        return found == json_.end() ? nullptr : &*found;
    }

    const Json& at(const std::string& field) {
        const Json* const found = find(field);
        if (found == nullptr)
            source_.fail(source_.line_of_key(key_),
                         base::both("mødet \"{}\" mangler \"{}\"",
                                    "the meeting \"{}\" has no \"{}\"", key_, field));
        return *found;
    }

    std::string text(const std::string& field) {
        const Json& value = at(field);
        if (!value.is_string()) fail(field, value.dump());
        return value.get<std::string>();
    }

    std::string optional_text(const std::string& field) {
        return find(field) == nullptr ? std::string{} : text(field);
    }

    bool flag(const std::string& field) {
        const Json* const value = find(field);
        if (value == nullptr) return false;
        if (!value->is_boolean()) fail(field, value->dump());
        return value->get<bool>();
    }

    int sequence() {
        const Json& value = at("sequence");
        const bool fits = value.is_number_integer() && value.get<std::int64_t>() >= 0
                          && value.get<std::int64_t>() <= 1'000'000'000;
        if (!fits) fail("sequence", value.dump());
        return value.get<int>();
    }

    std::chrono::sys_seconds instant(const std::string& field) {
        const auto time = read_instant(text(field));
        if (!time) fail(field, text(field));
        return *time;
    }

    Standing standing() {
        Standing result;
        const auto date = read_date(text("date"));
        if (!date) fail("date", text("date"));
        result.date = model::Date{*date};
        if (find("time") != nullptr) {
            result.time = read_time_range(text("time"));
            if (!result.time) fail("time", text("time"));
        }
        result.overnight = flag("overnight");
        const std::string mode = optional_text("mode");
        const auto* const named = std::find(mode_names.begin(), mode_names.end(), mode);
        if (named == mode_names.end()) fail("mode", mode);
        result.mode = static_cast<model::Mode>(named - mode_names.begin());
        result.venue = optional_text("venue");
        result.room = optional_text("room");
        return result;
    }

    void refuse_unknown_fields() const {
        for (const auto& [field, value] : json_.items())
            if (!known_.contains(field))
                source_.fail(
                    source_.line_of_key(key_),
                    base::both("mødet \"{}\" har \"{}\", som ikke kendes",
                               "the meeting \"{}\" has \"{}\", which is not known", key_, field));
    }

    const Source& source_;
    const std::string& key_;
    const Json& json_;
    std::set<std::string> known_;
};

void check_header(const Source& source, const Json& json) {
    if (!json.is_object() || json.value("format", Json{}) != format_name)
        source.fail(1, base::both("filen er ikke en identitetsfil fra Rul",
                                  "the file is not an identity file of Rul's"));
    const Json found = json.value("version", Json{});
    if (found != version)
        source.fail(source.line_of_key("version"),
                    base::both("filen har version {}, og dette program kender kun {}",
                               "the file is of version {}, and this program knows only {}",
                               found.dump(), version));
    for (const auto& [field, value] : json.items())
        if (field != "format" && field != "version" && field != "meetings")
            source.fail(source.line_of_key(field),
                        base::both("\"{}\" kendes ikke", "\"{}\" is not known", field));
    if (!json.contains("meetings") || !json["meetings"].is_object())
        source.fail(source.line_of_key("meetings"),
                    base::both("\"meetings\" mangler", "\"meetings\" is missing"));
}

}  // namespace

model::Identities parse_identities(std::string_view text, const fs::path& file) {
    const Source source{text, file};
    const Json json = parse_without_doubles(source);
    check_header(source, json);
    model::Identities identities;
    std::set<std::string> uids;
    for (const auto& [key, value] : json["meetings"].items()) {
        Identity identity = MeetingReader{source, key, value}.read();
        if (!uids.insert(identity.uid).second)
            source.fail(
                source.line_of_key(key),
                base::both("to møder har UID {}", "two meetings have the UID {}", identity.uid));
        identities.emplace(key, std::move(identity));
    }
    return identities;
}

// One meeting a line: a difference between two versions can be read, and an error has a line.
std::string to_text(const model::Identities& identities) {
    std::string text = fmt::format("{{\n\"format\": \"{}\",\n\"version\": {},\n\"meetings\": {{",
                                   format_name, version);
    for (const auto& [key, identity] : identities) {
        text += text.back() == '{' ? "\n" : ",\n";
        text += Json(key).dump() + ": " + json_of(identity).dump();
    }
    return text + "\n}\n}\n";
}

model::Identities load_identities(const fs::path& file) {
    std::error_code error;
    if (!fs::exists(file, error) && !error) return {};
    return parse_identities(read_file(file), file);
}

void save_identities(const fs::path& file, const model::Identities& identities) {
    const FileLock lock{file};
    write_file(file, to_text(identities));
}

void update_identities(const fs::path& file,
                       const std::function<void(model::Identities&)>& change) {
    const FileLock lock{file};
    model::Identities identities = load_identities(file);
    const model::Identities before = identities;
    change(identities);
    if (identities != before || !fs::exists(file)) write_file(file, to_text(identities));
}

}  // namespace rul::store
