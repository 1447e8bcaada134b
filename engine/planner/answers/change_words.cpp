#include "engine/model/rule_words.hpp"
#include "engine/model/words.hpp"
#include "engine/planner/answers/changes.hpp"

#include <algorithm>
#include <cstdlib>

// How much a change is, and what it is called.

namespace rul::planner {

namespace {

using base::Text;
using model::Date;
using model::DateRange;
using model::Language;

// ---- How much it changes ----------------------------------------------------------------------

constexpr model::Points touched = 5;       // a rule is another than it was
constexpr model::Points of_a_count = 20;   // each more or less
constexpr model::Points date_let_go = 40;  // anywhere else
constexpr model::Points include_let_go = 30;
constexpr model::Points another_weekday = 25;
constexpr model::Points on_closed_day = 35;
constexpr model::Points block_opened = 10;

model::Points days_of(int count, std::optional<model::Unit> unit) {
    if (!unit) return count * of_a_count;
    switch (*unit) {
        case model::Unit::minute:
            return (count + 14) / 15;
        case model::Unit::hour:
            return count * model::Points{4};
        case model::Unit::week:
            return count * model::Points{7};
        case model::Unit::day:
        case model::Unit::working_day:
            break;
    }
    return count;
}

// A meeting is never given up for nothing.
model::Points missing_points(const model::Brief& brief, std::optional<model::SeriesId> series) {
    for (const model::Rule& rule : brief.rules)
        if (const auto* count = std::get_if<model::Count>(&rule.kind))
            if (series && count->series == *series)
                return std::max<model::Points>(count->missing, 1);
    return model::Count{}.missing;
}

struct Size {
    const model::Brief& brief;

    model::Points operator()(const SoftenRule& change) const { return change.points; }
    model::Points operator()(const MoveBound& change) const {
        const auto bounds = bounds_of(brief.at(change.rule).kind);
        return touched + days_of(std::abs(change.to - change.from), bounds[change.bound].unit);
    }
    model::Points operator()(const MoveDate& change) const {
        const model::Keep keep;  // the price of moving a published meeting
        model::Points least = date_let_go;
        for (const model::Appointment& option : brief.at(change.meeting).options) {
            const auto moved = std::chrono::abs(change.to.date - option.date).count();
            const bool same_weekday =
                model::weekday_of(change.to.date) == model::weekday_of(option.date);
            least = std::min<model::Points>(least, keep.per_meeting + keep.per_day * moved
                                                       + (same_weekday ? 0 : keep.per_weekday));
        }
        return least;
    }
    model::Points operator()(const FreeDate& /*change*/) const { return date_let_go; }
    model::Points operator()(const DropInclude& /*change*/) const { return include_let_go; }
    model::Points operator()(const OpenDays& change) const {
        return block_opened + change.days.days();
    }
    model::Points operator()(const AddWeekday& /*change*/) const { return another_weekday; }
    model::Points operator()(const AgreeOn& /*change*/) const { return on_closed_day; }
    model::Points operator()(const HoldFewer& change) const {
        return missing_points(brief, change.series) * (change.from - change.to);
    }
    model::Points operator()(const LeaveOut& change) const {
        return missing_points(brief, brief.at(change.meeting).series);
    }
    model::Points operator()(const Excuse& change) const {
        const auto is_theirs = [&](const model::Meeting& meeting) {
            return meeting.body == change.body && meeting.kind != model::Meeting::Kind::event
                   && std::any_of(meeting.attendees.begin(), meeting.attendees.end(),
                                  [&](const model::Member& m) {
                                      return m.person == change.person
                                             && m.presence == model::Presence::required;
                                  });
        };
        const auto meetings =
            std::count_if(brief.meetings.begin(), brief.meetings.end(), is_theirs);
        return model::Attendance{}.missing_member * meetings;
    }
};

// ---- In words ---------------------------------------------------------------------------------

Text short_date(Date date) {
    return model::in_both([date](Language l) { return model::to_short(date, l); });
}

// Words of both languages put into a sentence of each.
Text put(std::string_view danish, std::string_view english, const Text& a, const Text& b = {},
         const Text& c = {}) {
    return {fmt::format(fmt::runtime(danish), a.danish, b.danish, c.danish),
            fmt::format(fmt::runtime(english), a.english, b.english, c.english)};
}

Text amount(int value, std::optional<model::Unit> unit) {
    if (!unit) return base::same(std::to_string(value));
    return model::in_both([&](Language l) { return model::count_of(value, *unit, l); });
}

Text dates_of(const model::Meeting& meeting) {
    Text dates;
    for (const model::Appointment& option : meeting.options) {
        const Text date = short_date(option.date);
        dates = dates.empty() ? date : put("{} eller {}", "{} or {}", dates, date);
    }
    return dates;
}

// The date agreed already on which the meeting would be: nothing but its hour or its place changes.
const model::Appointment* same_date(const model::Meeting& meeting, const model::Appointment& to) {
    const auto at =
        std::find_if(meeting.options.begin(), meeting.options.end(),
                     [&](const model::Appointment& option) { return option.date == to.date; });
    return at == meeting.options.end() ? nullptr : &*at;
}

struct Words {
    const model::Brief& brief;

    Text operator()(const SoftenRule& change) const {
        return put("lad \"bør\" stå i stedet for \"skal\": {}",
                   "say \"should\" instead of \"must\": {}",
                   model::words_and_place_of(brief, change.rule));
    }
    Text operator()(const MoveBound& change) const {
        const Bound bound = bounds_of(brief.at(change.rule).kind)[change.bound];
        const Text to = amount(change.to, bound.unit);
        const Text from = amount(change.from, bound.unit);
        return bound.is_least
                   ? put("mindst {} i stedet for {}: {}", "at least {} instead of {}: {}", to, from,
                         model::words_and_place_of(brief, change.rule))
                   : put("højst {} i stedet for {}: {}", "at most {} instead of {}: {}", to, from,
                         model::words_and_place_of(brief, change.rule));
    }
    Text operator()(const MoveDate& change) const {
        const model::Meeting& meeting = brief.at(change.meeting);
        const Text key = base::same(meeting.key);
        const model::Appointment* agreed = same_date(meeting, change.to);
        if (agreed == nullptr)
            return put("flyt {} til {} fra {}", "move {} to {} from {}", key,
                       short_date(change.to.date),
                       model::with_place(dates_of(meeting), model::place_of(meeting)));
        const Text from = model::with_place(whole(*agreed), model::place_of(meeting));
        if (agreed->time && !change.to.time)
            return put("stryg klokkeslættet for {}: {} i stedet for {}",
                       "leave out the clock time of {}: {} instead of {}", key,
                       short_date(change.to.date), from);
        return put("flyt {} til {} fra {}", "move {} to {} from {}", key, whole(change.to), from);
    }
    Text operator()(const FreeDate& change) const {
        const model::Meeting& meeting = brief.at(change.meeting);
        return put("lad {} ligge på en anden dato end {}", "let {} be on another date than {}",
                   base::same(meeting.key),
                   model::with_place(dates_of(meeting), model::place_of(meeting)));
    }
    Text operator()(const DropInclude& change) const {
        const model::Series& series = brief.at(change.series);
        const auto at = std::find_if(series.includes.begin(), series.includes.end(),
                                     [&](const auto& a) { return a.date == change.date; });
        const base::Location where = at == series.includes.end() ? series.source : at->source;
        return put("lad {} slippe for mødet {}", "let {} do without the meeting on {}",
                   base::same(series.key), model::with_place(short_date(change.date), where));
    }
    Text operator()(const OpenDays& change) const {
        const model::Block& block = brief.blocks[change.block.index];
        const Text dates =
            model::in_both([&](Language l) { return model::to_words(change.days, l); });
        const Text why = base::same(block.why.empty() ? "" : ": " + block.why);
        return put("giv {} fri{}", "free {}{}", dates,
                   model::with_place(why, place_of_block(change.block)));
    }
    Text operator()(const AddWeekday& change) const {
        const Text day =
            model::in_both([&](Language l) { return model::weekday_name(change.day, l); });
        return put("lad også møder ligge på en {}: {}", "let meetings be on a {}, too: {}", day,
                   model::words_and_place_of(brief, change.rule));
    }
    Text operator()(const AgreeOn& change) const {
        const Text date = short_date(change.to.date);
        const Text* holiday = brief.calendar.find_holiday(change.to.date);
        return put("aftal {} til {}{}", "agree on {} for {}{}",
                   base::same(brief.at(change.meeting).key), date,
                   holiday == nullptr ? Text{} : put(" ({})", " ({})", *holiday));
    }
    Text operator()(const HoldFewer& change) const {
        const model::Series& series = brief.at(change.series);
        const Text to = model::in_both([&](Language l) {
            return l == Language::danish ? model::count_of(change.to, "møde", "møder")
                                         : model::count_of(change.to, "meeting", "meetings");
        });
        const DateRange& part = series.quotas[change.quota].within;
        const Text where = series.quotas.size() == 1 ? Text{} : model::in_both([&](Language l) {
            return " (" + model::to_words(part, l) + ")";
        });
        return put(fmt::format("lad {{}} nøjes med {{}} i stedet for {}{{}}", change.from),
                   fmt::format("let {{}} do with {{}} instead of {}{{}}", change.from),
                   base::same(series.key), to,
                   model::with_place(where, place_of_count(change.series)));
    }
    Text operator()(const LeaveOut& change) const {
        const model::Meeting& meeting = brief.at(change.meeting);
        return put("hold ikke {}", "do not hold {}",
                   model::with_place(base::same(meeting.key), meeting.source));
    }
    Text operator()(const Excuse& change) const {
        const model::Person& person = brief.at(change.person);
        const std::string& name = person.name.empty() ? person.key : person.name;
        return put("lad {} blive væk fra {}, når det kniber", "let {} stay away from {} if need be",
                   base::same(name), base::same(brief.at(change.body).key));
    }

  private:
    // "tir 05-03-2024 14.00-16.00 teams @ Rådhuset", as far as it is said.
    [[nodiscard]] Text whole(const model::Appointment& agreed) const {
        return model::in_both([&](Language l) {
            std::string words = model::to_short(agreed.date, l);
            if (agreed.time) words += " " + model::to_text(*agreed.time, l);
            if (agreed.mode && *agreed.mode != model::Mode::unspecified)
                words += fmt::format(" {}", model::to_text(*agreed.mode, l));
            if (agreed.venue) words += " @ " + brief.at(*agreed.venue).key;
            return words;
        });
    }
    [[nodiscard]] base::Location place_of_count(model::SeriesId series) const {
        for (const model::Rule& rule : brief.rules)
            if (const auto* count = std::get_if<model::Count>(&rule.kind))
                if (count->series == series) return rule.source;
        return brief.at(series).source;
    }
    [[nodiscard]] base::Location place_of_block(model::BlockId block) const {
        for (const model::Rule& rule : brief.rules)
            if (const auto* blocked = std::get_if<model::Blocked>(&rule.kind))
                if (blocked->block == block) return rule.source;
        return brief.blocks[block.index].source;
    }
};

struct Name {
    std::string_view operator()(const SoftenRule& /*change*/) const { return "soften"; }
    std::string_view operator()(const MoveBound& /*change*/) const { return "bound"; }
    std::string_view operator()(const MoveDate& /*change*/) const { return "move"; }
    std::string_view operator()(const FreeDate& /*change*/) const { return "free"; }
    std::string_view operator()(const DropInclude& /*change*/) const { return "drop"; }
    std::string_view operator()(const OpenDays& /*change*/) const { return "open"; }
    std::string_view operator()(const AddWeekday& /*change*/) const { return "weekday"; }
    std::string_view operator()(const AgreeOn& /*change*/) const { return "agree"; }
    std::string_view operator()(const HoldFewer& /*change*/) const { return "fewer"; }
    std::string_view operator()(const LeaveOut& /*change*/) const { return "leave out"; }
    std::string_view operator()(const Excuse& /*change*/) const { return "excuse"; }
};

}  // namespace

model::Points size_of(const model::Brief& brief, const Change& change) {
    return std::visit(Size{brief}, change);
}

Text words_of(const model::Brief& brief, const Change& change) {
    return std::visit(Words{brief}, change);
}

std::string_view name_of(const Change& change) {
    return std::visit(Name{}, change);
}

}  // namespace rul::planner
