#include "config/proof/parts.hpp"
#include "engine/model/plan.hpp"

#include <algorithm>

namespace rul::config::proof {

namespace {

using model::Appointment;
using model::Meeting;
namespace chrono = std::chrono;

// What is fixed: whose, and by which slots it would have stood.
struct Fixed {
    const Appointment& at;
    const std::string& key;
    model::BodyId body;
    const std::vector<model::Slot>& slots;
    bool is_seminar = false;
};

void check_period(Proof& proof, const Fixed& fixed) {
    const DateRange& period = proof.brief().period;
    if (period.contains(fixed.at.date)) return;
    proof.warn("plan.outside-period", fixed.at.source,
               say("{} {} ligger uden for perioden {}", "{} {} is outside the period {}", fixed.key,
                   in_words(fixed.at.date), to_text(period)));
}

bool names_weekday(const std::vector<model::Slot>& slots, chrono::weekday day) {
    return std::any_of(slots.begin(), slots.end(), [day](const model::Slot& slot) {
        return std::find(slot.weekdays.begin(), slot.weekdays.end(), day) != slot.weekdays.end();
    });
}

void check_closed(Proof& proof, const Fixed& fixed) {
    const Date date = fixed.at.date;
    if (const Text* const holiday = proof.brief().calendar.find_holiday(date)) {
        proof.warn("plan.on-holiday", fixed.at.source,
                   say("{} {} er en lukkedag: {}", "{} {} is a closed day: {}", fixed.key,
                       in_words(date), *holiday));
        return;
    }
    if (is_weekend(date) && !names_weekday(fixed.slots, chrono::weekday{date}))
        proof.warn(
            "plan.on-weekend", fixed.at.source,
            say("{} ligger i en weekend: {}", "{} is on a weekend: {}", fixed.key, in_words(date)));
    if (fixed.is_seminar && !proof.brief().calendar.is_working_day(date + chrono::days{1}))
        proof.warn("plan.seminar-day", fixed.at.source,
                   say("{} slutter {}, som ikke er en hverdag",
                       "{} ends on {}, which is not a working day", fixed.key,
                       in_words(date + chrono::days{1})));
}

void check_blocks(Proof& proof, const Fixed& fixed) {
    std::optional<model::MomentRange> span;
    const model::Moment midnight{fixed.at.date};
    if (fixed.at.time)
        span = model::MomentRange{midnight + fixed.at.time->from, midnight + fixed.at.time->to};
    const Date last = fixed.is_seminar ? fixed.at.date + chrono::days{1} : fixed.at.date;
    for_each_rule<model::Blocked>(
        proof.brief(), [&](const model::Rule&, const model::Blocked& blocked) {
            const model::Block& block = proof.brief().blocks[blocked.block.index];
            if (!concerns(block, fixed.body) || !touches(block, {fixed.at.date, last}, span))
                return;
            const std::string why = block.why.empty() ? "" : " \"" + block.why + "\"";
            proof.warn(
                "plan.in-block", fixed.at.source,
                say("{} {} ligger i spærringen{} ({})", "{} {} lies in the block{} ({})", fixed.key,
                    in_words(fixed.at.date), why, line_of(block.source, fixed.at.source)));
        });
}

Text slots_words(const std::vector<model::Slot>& slots) {
    std::string list;
    for (const model::Slot& slot : slots)
        list += (list.empty() ? "" : ", ") + slot.text;
    return base::same(list);
}

bool has_time_of(const model::Slot& slot, const Appointment& at) {
    if (!slot.time || !at.time) return true;
    return slot.time->from <= at.time->from && at.time->to <= slot.time->to;
}

void check_slots(Proof& proof, const Fixed& fixed) {
    if (fixed.slots.empty() || fixed.is_seminar || is_weekend(fixed.at.date)) return;
    std::vector<model::Slot> fitting;
    for (const model::Slot& slot : fixed.slots)
        if (allows_date(slot, fixed.at.date)) fitting.push_back(slot);
    const Text line = line_of(fixed.slots.front().source, fixed.at.source);
    if (fitting.empty()) {
        proof.warn("plan.other-weekday", fixed.at.source,
                   say("{} {} er ikke en af seriens dage: {} ({})",
                       "{} {} is not one of its days: {} ({})", fixed.key, in_words(fixed.at.date),
                       slots_words(fixed.slots), line));
        return;
    }
    const bool has_time = std::any_of(fitting.begin(), fitting.end(), [&](const auto& slot) {
        return has_time_of(slot, fixed.at);
    });
    if (has_time) return;
    const Text time = model::in_both([&](Language l) { return to_text(*fixed.at.time, l); });
    proof.warn(
        "plan.outside-slots", fixed.at.source,
        say("{} {} ligger uden for mødetiderne: {} ({})", "{} {} is outside its slots: {} ({})",
            fixed.key, time, slots_words(fitting), line));
}

void check_one(Proof& proof, const Fixed& fixed) {
    check_period(proof, fixed);
    check_closed(proof, fixed);
    check_blocks(proof, fixed);
    check_slots(proof, fixed);
}

// What is fixed in a series, in order of date.
struct SeriesDate {
    const Appointment* at = nullptr;
    int ordinal = 0;  // 0: not known
    std::string key;
};

std::vector<SeriesDate> dates_of(const Brief& brief, const model::Series& series) {
    std::vector<SeriesDate> dates;
    for (const MeetingId id : series.meetings)
        if (const Meeting& meeting = brief.at(id); is_fixed(meeting) && is_certain(meeting))
            dates.push_back({&meeting.options.front(), meeting.ordinal, meeting.key});
    for (const Appointment& included : series.includes)
        dates.push_back({&included, 0, series.key});
    std::stable_sort(dates.begin(), dates.end(), [](const SeriesDate& a, const SeriesDate& b) {
        return a.at->date < b.at->date;
    });
    return dates;
}

void check_order(Proof& proof, model::SeriesId series, const SeriesDate& a, const SeriesDate& b) {
    if (a.at->date == b.at->date) {
        proof.blame(series);
        proof.error("plan.same-date", b.at->source,
                    say("{} og {} er begge {}", "{} and {} are both on {}", a.key, b.key,
                        in_words(a.at->date)),
                    say("En serie har højst ét møde om dagen; det andet står på {}",
                        "A series meets at most once a day; the other is on {}",
                        line_of(a.at->source, b.at->source)));
    } else if (a.ordinal > 0 && b.ordinal > 0 && b.ordinal < a.ordinal) {
        proof.blame(series);
        proof.error("plan.order", b.at->source,
                    say("{} ({}) ligger efter {} ({})", "{} ({}) is after {} ({})", b.key,
                        day_words(b.at->date), a.key, day_words(a.at->date)),
                    say("Møderne i en serie er nummereret i datoorden ({})",
                        "The meetings of a series are numbered in order of date ({})",
                        line_of(a.at->source, b.at->source)));
    }
}

void check_gap(Proof& proof, const model::Rule& rule, const model::Distance& gap,
               const SeriesDate& a, const SeriesDate& b) {
    const int unit_days = gap.range.unit == model::Unit::week ? 7 : 1;
    const int distance = proof.brief().calendar.distance(a.at->date, b.at->date, gap.range.unit);
    if (distance <= 0) return;
    const bool is_near = gap.range.min && distance < *gap.range.min * unit_days;
    const bool are_neighbours = a.ordinal > 0 && b.ordinal == a.ordinal + 1;
    const bool is_far = are_neighbours && gap.range.max && *gap.range.max * unit_days < distance;
    if (!is_near && !is_far) return;
    proof.blame(rule);
    const model::Unit counted =
        gap.range.unit == model::Unit::working_day ? model::Unit::working_day : model::Unit::day;
    const Text measured =
        model::in_both([&](Language l) { return count_of(distance, counted, l); });
    proof.error(is_near ? "plan.fixed-too-near" : "plan.fixed-too-far", b.at->source,
                say("{} ({}) er {} efter {} ({}), men afstanden skal være {}",
                    "{} ({}) is {} after {} ({}), but the distance must be {}", b.key,
                    day_words(b.at->date), measured, a.key, day_words(a.at->date),
                    distance_words(gap.range)),
                say("Afstanden står på {}, den første dato på {}",
                    "The distance is on {}, the first date on {}",
                    line_of(rule.source, b.at->source), line_of(a.at->source, b.at->source)));
}

void check_series_dates(Proof& proof) {
    const Brief& brief = proof.brief();
    for (std::size_t i = 0; i < brief.series.size(); ++i) {
        const model::Series& series = brief.series[i];
        const auto dates = dates_of(brief, series);
        for (std::size_t k = 1; k < dates.size(); ++k)
            check_order(proof, model::SeriesId{i}, dates[k - 1], dates[k]);
        for_each_rule<model::Distance>(brief, [&](const model::Rule& rule,
                                                  const model::Distance& gap) {
            const bool is_gap = gap.pairs == model::Distance::Pairs::neighbours
                                && rule.strength.must && is_in_days(gap.range.unit)
                                && !series.meetings.empty() && gap.from.meetings == series.meetings;
            if (!is_gap) return;
            for (std::size_t k = 1; k < dates.size(); ++k)
                if (rule.validity.contains(dates[k].at->date))
                    check_gap(proof, rule, gap, dates[k - 1], dates[k]);
        });
    }
}

void check_apart(Proof& proof) {
    const Brief& brief = proof.brief();
    for_each_rule<model::Apart>(brief, [&](const model::Rule& rule, const model::Apart& apart) {
        if (!rule.strength.must || apart.week) return;
        for (const MeetingId first : apart.a.meetings) {
            for (const MeetingId second : apart.b.meetings) {
                const Meeting& a = brief.at(first);
                const Meeting& b = brief.at(second);
                if (first == second || !is_fixed(a) || !is_fixed(b)) continue;
                const auto days = (b.options[0].date - a.options[0].date).count();
                if (std::abs(days) >= apart.days || !rule.validity.contains(b.options[0].date))
                    continue;
                proof.error("plan.fixed-apart", b.options[0].source,
                            say("{} ({}) og {} ({}) skal holdes adskilt",
                                "{} ({}) and {} ({}) must be kept apart", a.key,
                                day_words(a.options[0].date), b.key, day_words(b.options[0].date)),
                            say("Det siger reglen {} ({})", "So says the rule {} ({})",
                                name_of(rule), line_of(rule.source, b.options[0].source)));
            }
        }
    });
}

}  // namespace

void check_appointments(Proof& proof) {
    const Brief& brief = proof.brief();
    for (const Meeting& meeting : brief.meetings) {
        if (is_event(meeting) || meeting.state == Meeting::State::cancelled) continue;
        for (const Appointment& at : meeting.options)
            check_one(proof, {at, meeting.key, meeting.body, slots_of(brief, meeting),
                              meeting.kind == Meeting::Kind::seminar});
    }
    for (const model::Series& series : brief.series)
        for (const Appointment& at : series.includes)
            check_one(proof, {at, series.key, series.body, series.slots, false});
    check_series_dates(proof);
    check_apart(proof);
}

}  // namespace rul::config::proof
