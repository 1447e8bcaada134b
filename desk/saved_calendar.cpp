#include "desk/saved_calendar.hpp"

#include "engine/model/words.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace rul::desk {

namespace {

using Json = nlohmann::ordered_json;
using base::both;
using model::Placement;
using planner::Status;

constexpr const char* format_name = "rul calendar 1";

constexpr std::array<std::pair<Status, const char*>, 2> statuses{
    {{Status::optimal, "optimal"}, {Status::feasible, "feasible"}}};
constexpr std::array<std::pair<model::Mode, const char*>, 4> modes{
    {{model::Mode::unspecified, ""},
     {model::Mode::teams, "teams"},
     {model::Mode::physical, "physical"},
     {model::Mode::hybrid, "hybrid"}}};

template <class Pairs, class Value>
const char* word_of(const Pairs& pairs, Value value) {
    for (const auto& [known, word] : pairs)
        if (known == value) return word;
    return "";
}

/// The text is not what `rul plan` writes.
struct Malformed {
    std::string what;
};

template <class Pairs>
auto value_of(const Pairs& pairs, const std::string& word) {
    for (const auto& [value, known] : pairs)
        if (word == known) return value;
    throw Malformed{word};
}

// ---- Writing ----------------------------------------------------------------------------------

Json placement_json(const Placement& placement, const model::Brief& brief) {
    Json json{{"date", model::to_iso(placement.date)}};
    if (placement.time) {
        json["start"] = placement.time->from.count();
        json["end"] = placement.time->to.count();
    }
    if (placement.mode != model::Mode::unspecified) json["mode"] = word_of(modes, placement.mode);
    if (placement.venue) json["venue"] = brief.at(*placement.venue).key;
    if (placement.venue && placement.room)
        json["room"] =
            brief.at(*placement.venue).rooms[static_cast<std::size_t>(*placement.room)].name;
    return json;
}

// ---- Reading ----------------------------------------------------------------------------------

int number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        throw Malformed{std::string{text}};
    return number;
}

model::Date date_in(const std::string& iso) {
    if (iso.size() != 10) throw Malformed{iso};
    const std::string_view text = iso;
    const std::chrono::year_month_day day{
        std::chrono::year{number_in(text.substr(0, 4))},
        std::chrono::month{static_cast<unsigned>(number_in(text.substr(5, 2)))},
        std::chrono::day{static_cast<unsigned>(number_in(text.substr(8, 2)))}};
    if (!day.ok() || model::Date{day} < model::first_plannable_date
        || model::last_plannable_date < model::Date{day})
        throw Malformed{iso};
    return model::Date{day};
}

model::TimeRange time_in(const Json& json) {
    const model::TimeRange time{model::minutes{json.at("start").get<int>()},
                                model::minutes{json.at("end").get<int>()}};
    constexpr model::minutes midnight = std::chrono::hours{24};
    if (time.from < model::minutes{0} || midnight < time.from || time.to < model::minutes{0}
        || midnight < time.to)
        throw Malformed{json.dump()};
    return time;
}

std::optional<int> find_room(const model::Venue& venue, const std::string& name) {
    for (std::size_t i = 0; i < venue.rooms.size(); ++i)
        if (venue.rooms[i].name == name) return static_cast<int>(i);
    return std::nullopt;
}

Placement placement_in(const Json& json, const model::Brief& brief) {
    Placement placement{.date = date_in(json.at("date").get<std::string>())};
    if (json.contains("start")) placement.time = time_in(json);
    placement.mode = value_of(modes, json.value("mode", std::string{}));
    placement.venue = brief.find_venue(json.value("venue", std::string{}));
    if (placement.venue && json.contains("room"))
        placement.room = find_room(brief.at(*placement.venue), json.at("room").get<std::string>());
    return placement;
}

// Events stand where the plan file says now, not where they stood.
void place_events(model::Plan& plan, const model::Brief& brief) {
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const auto& meeting = brief.meetings[i];
        if (meeting.kind != model::Meeting::Kind::event || meeting.options.empty()) continue;
        const auto& when = meeting.options.front();
        plan.placements[i] = Placement{.date = when.date, .time = when.time};
    }
}

SavedCalendar calendar_in(const Json& json, const model::Brief& brief) {
    if (json.at("format").get<std::string>() != format_name)
        throw Malformed{json.at("format").get<std::string>()};
    SavedCalendar saved{.status = value_of(statuses, json.at("status").get<std::string>()),
                        .cost = json.at("cost").get<model::Points>(),
                        .bound = json.at("bound").get<model::Points>(),
                        .fingerprint = json.at("fingerprint").get<std::string>()};
    saved.plan.placements.resize(brief.meetings.size());
    for (const auto& [key, placement] : json.at("placements").items())
        if (const auto id = brief.find_meeting(key); id && !placement.is_null())
            saved.plan.placements[id->index] = placement_in(placement, brief);
    place_events(saved.plan, brief);
    return saved;
}

// `what` is nothing, or begins with a colon.
base::Diagnostic malformed(const std::string& file, const std::string& what) {
    return {.code = "desk.saved-calendar",
            .message = both("den gemte kalender kan ikke forstås{}",
                            "the saved calendar cannot be understood{}", what),
            .where = {.file = file},
            .help = both("slet filen, eller lav den igen med rul plan",
                         "delete the file, or make it again with rul plan")};
}

}  // namespace

std::filesystem::path beside(const std::filesystem::path& plan_file, std::string_view what) {
    return plan_file.parent_path()
           / (plan_file.stem().string() + "." + std::string{what} + ".json");
}

std::string to_json(const SavedCalendar& saved, const model::Brief& brief) {
    Json json{{"format", format_name},
              {"status", word_of(statuses, saved.status)},
              {"cost", saved.cost},
              {"bound", saved.bound},
              {"fingerprint", saved.fingerprint},
              {"placements", Json::object()}};
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const auto& meeting = brief.meetings[i];
        const auto& placement = saved.plan.placements[i];
        json["placements"][meeting.key] =
            placement ? placement_json(*placement, brief) : Json(nullptr);
    }
    return json.dump(1) + "\n";
}

std::optional<SavedCalendar> read_saved_calendar(std::string_view json, const model::Brief& brief,
                                                 const std::string& file,
                                                 base::Diagnostics& diagnostics) {
    try {
        return calendar_in(Json::parse(json), brief);
    } catch (const Json::exception&) {
        diagnostics.add(malformed(file, {}));  // its words are for programmers
    } catch (const Malformed& error) {
        diagnostics.add(malformed(file, fmt::format(": {}", error.what)));
    }
    return std::nullopt;
}

}  // namespace rul::desk
