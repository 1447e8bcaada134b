#include "config/reader/series.hpp"

#include "config/reader/counts.hpp"
#include "config/reader/lags.hpp"
#include "config/reader/lists.hpp"
#include "config/reader/references.hpp"
#include "engine/model/words.hpp"

#include <algorithm>
#include <utility>

namespace rul::config {

using base::both;
using model::Meeting;
using model::minutes;

namespace {

constexpr std::size_t max_meetings = 50'000;
constexpr minutes noon{12 * 60};

// 12:00 on Monday to Thursday: the next day is a working day, unless a holiday comes between.
model::Slot seminar_slot(const Place& where) {
    model::Slot slot;
    slot.weekdays = {std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday,
                     std::chrono::Thursday};
    slot.time = model::TimeRange{noon, noon};
    slot.mode = model::Mode::physical;
    slot.text = "12-12";
    slot.source = where.location();
    return slot;
}

class SeriesReader {
  public:
    SeriesReader(Draft& draft, Fields& fields, model::BodyId body, std::string key)
        : draft_{draft}, fields_{fields} {
        series_.key = std::move(key);
        series_.body = body;
        series_.source = fields.place().location();
    }

    void read(const std::string& title) {
        const bool seminar = fields_.truth("seminar", false);
        const auto counts = read_counts(draft_, fields_.find("count"));
        dates_ = read_dates_of(draft_, fields_, seminar);
        fields_.allow(
            {"slots", "months", "length", "mode", "venues", "gap", "mix", "in_a_row", "missing"});
        if (fields_.find("count") == nullptr && dates_.empty()) {
            check_nothing_said();
            return;
        }
        series_.quotas = to_quotas(draft_, counts, dates_);
        read_pattern(title, seminar);
        add_meetings();
        place_dates(draft_, series_, dates_);
        add_cancelled();
        draft_.brief.series.push_back(series_);
        add_rules();
    }

  private:
    // Keys about meetings, but none that says how many: a slip of the pen.
    void check_nothing_said() {
        for (const char* key :
             {"slots", "months", "length", "gap", "mix", "in_a_row", "missing", "seminar"}) {
            const Entry* entry = fields_.table().find(key);
            if (entry == nullptr) continue;
            draft_.report.error(entry->place, "config.no-count",
                                both("{} siger ikke, hvor mange møder der er",
                                     "{} does not say how many meetings there are", series_.key),
                                {.help = both("skriv fx count = 9, eller slet {}",
                                              "write for example count = 9 or delete {}", key)});
            return;
        }
    }

    void read_pattern(const std::string& title, bool seminar) {
        const Node* slots = fields_.find("slots");
        slots_place_ = slots == nullptr ? fields_.place() : slots->place;
        series_.slots = slots_or_usual(draft_, slots, seminar, fields_.place());
        const auto months = read_months_of(draft_, fields_.find("months"));
        for (model::Slot& slot : series_.slots)
            if (slot.months.empty()) slot.months = months;

        const model::Body& body = draft_.brief.at(series_.body);
        pattern_.title = title;
        pattern_.kind = seminar ? Meeting::Kind::seminar : Meeting::Kind::ordinary;
        pattern_.body = series_.body;
        pattern_.series = model::SeriesId{draft_.brief.series.size()};
        pattern_.attendees = body.members;
        pattern_.quorum = body.quorum;
        pattern_.source = series_.source;
        read_usual();
        check_length(draft_, series_.slots, pattern_.length);
    }

    void read_usual() {
        const Node* length = fields_.find("length");
        const Node* modes = fields_.find("mode");
        const Node* venues = fields_.find("venues");
        const Defaults& usual = draft_.defaults;
        if (pattern_.kind != Meeting::Kind::seminar)
            pattern_.length = length == nullptr ? usual.length : read_length_of(draft_, length);
        pattern_.modes = modes == nullptr ? usual.modes : read_modes(draft_, modes);
        pattern_.venues = venues == nullptr ? usual.venues : read_venues(draft_, venues);
    }

    void add_meetings() {
        for (const model::Quota& quota : series_.quotas)
            for (int i = 0; i < quota.most; ++i)
                if (!add_one(quota, i)) return;
    }

    bool add_one(const model::Quota& quota, int index) {
        Meeting meeting = pattern_;
        meeting.ordinal = quota.first + index + 1;
        meeting.key = fmt::format("{}/{}", series_.key, meeting.ordinal);
        meeting.within = quota.within;
        meeting.may_be_left_out = index >= quota.least;
        const model::MeetingId id{draft_.brief.meetings.size()};
        if (!add_meeting(draft_, std::move(meeting), fields_.place())) return false;
        series_.meetings.push_back(id);
        return true;
    }

    void add_cancelled() {
        for (const SaidDate& date : dates_.cancelled) {
            Meeting meeting = pattern_;
            meeting.key =
                fmt::format("{}/aflyst-{}", series_.key, model::to_iso(date.appointment.date));
            meeting.state = Meeting::State::cancelled;
            meeting.within = draft_.brief.period;
            meeting.options = {date.appointment};
            meeting.because = date.because;
            meeting.source = date.place.location();
            const model::MeetingId id{draft_.brief.meetings.size()};
            if (add_meeting(draft_, std::move(meeting), date.place))
                series_.cancelled.push_back(id);
        }
    }

    [[nodiscard]] model::Group group() const { return {series_.key, series_.meetings}; }

    void add_rules() {
        draft_.add_rule(series_.key + ".slots", model::must, slots_place_,
                        model::SlotChoice{group()});
        const Node* count = fields_.find("count");
        const auto missing = fields_.whole("missing", 0, static_cast<int>(max_points));
        draft_.add_rule(series_.key + ".count", model::must,
                        count == nullptr ? fields_.place() : count->place,
                        model::Count{*pattern_.series, missing.value_or(model::Count{}.missing)});
        if (const Node* gap = fields_.find("gap")) add_gap(*gap);
        add_mix();
    }

    void add_gap(const Node& node) {
        const Node* range = &node;
        std::optional<model::Strength> strength;
        std::optional<model::Points> points;
        if (node.kind == Node::Kind::table) {
            Fields gap{node, draft_.report};
            range = gap.require("range", R"(range = "4-9 uger")");
            strength = read_strength_key(gap);
            if (gap.find("ideal_points") != nullptr) read_ideal_points(gap, points.emplace(1));
            gap.report_unknown();
            if (range == nullptr) return;
        }
        const auto lag = read_lag(draft_, *range, strength);
        if (!lag) return;
        draft_.add_rule(series_.key + ".gap", strength.value_or(model::must), node.place,
                        model::Distance{group(), group(), model::Distance::Pairs::neighbours,
                                        lag->range, points.value_or(lag->ideal_points)});
    }

    void add_mix() {
        const Node* node = fields_.find("mix");
        const Node* in_a_row = fields_.find("in_a_row");
        if (node == nullptr && in_a_row == nullptr) return;
        model::Mix mix{.meetings = group()};
        model::Strength strength = model::must;
        if (node != nullptr && node->kind == Node::Kind::table) {
            Fields keys{*node, draft_.report};
            static_cast<void>(read_mix_keys(draft_, keys, "shares", mix));
            strength = read_strength_key(keys).value_or(strength);
            keys.report_unknown();
        } else if (node != nullptr) {
            mix.shares = said(*node, draft_.report, read_mix).value_or(mix.shares);
        }
        if (in_a_row != nullptr) mix.most_in_a_row = fields_.whole("in_a_row", 1, 366);
        draft_.add_rule(series_.key + (node == nullptr ? ".in_a_row" : ".mix"), strength,
                        (node == nullptr ? in_a_row : node)->place, std::move(mix));
    }

    Draft& draft_;
    Fields& fields_;
    model::Series series_;
    Meeting pattern_;
    SaidDates dates_;
    Place slots_place_;
};

}  // namespace

void read_series(Draft& draft, Fields& fields, model::BodyId body, const std::string& key,
                 const std::string& title) {
    SeriesReader{draft, fields, body, key}.read(title);
}

std::vector<model::Slot> slots_or_usual(Draft& draft, const Node* own, bool seminar,
                                        const Place& where) {
    if (own != nullptr) return read_slots(draft, own, seminar);
    if (seminar) return {seminar_slot(where)};
    if (!draft.defaults.slots.empty()) return draft.defaults.slots;
    model::Slot any_working_day;
    any_working_day.source = where.location();
    return {any_working_day};
}

void check_length(Draft& draft, const std::vector<model::Slot>& slots,
                  const std::optional<minutes>& length) {
    if (!length) return;
    for (const model::Slot& slot : slots) {
        if (!slot.time || slot.time->length() >= *length) continue;
        draft.report.error_at(slot.source, "config.short-slot",
                              both("mødet varer {} minutter, men mødetiden er på {}",
                                   "the meeting lasts {} minutes, but the slot has {}",
                                   length->count(), slot.time->length().count()),
                              {.help = both("forlæng mødetiden, eller ret length",
                                            "lengthen the slot or correct "
                                            "length")});
    }
}

bool add_meeting(Draft& draft, Meeting meeting, const Place& where) {
    if (draft.brief.meetings.size() < max_meetings) {
        draft.brief.meetings.push_back(std::move(meeting));
        return true;
    }
    draft.report.error(
        where, "config.too-many-meetings",
        both("planen har mere end {} møder", "the plan has more than {} meetings", max_meetings),
        {.help = both("del planen i flere", "break the plan into several")});
    return false;
}

}  // namespace rul::config
