#include "engine/referee/rules/rules.hpp"

#include <algorithm>

namespace rul::referee {

using base::Text;
using model::MeetingId;
using model::Mix;
using model::Mode;

namespace {

// Hybrid counts as physical.
Mode counted_as(Mode mode) {
    return mode == Mode::hybrid ? Mode::physical : mode;
}

Mode mode_of(const Standing& standing, MeetingId id) {
    return counted_as(standing.at(id).mode);
}

Text mode_text(Mode mode) {
    if (mode == Mode::unspecified) return {"uden angivet form", "of no stated mode"};
    return model::in_both([&](base::Language language) { return to_text(mode, language); });
}

void judge_share(const Mix& rule, const Mix::Share& share, const MeetingIds& all, Ruling& ruling) {
    MeetingIds of_mode;
    std::copy_if(all.begin(), all.end(), std::back_inserter(of_mode), [&](MeetingId id) {
        return mode_of(ruling.standing(), id) == counted_as(share.mode);
    });
    const int count = static_cast<int>(of_mode.size());
    const Text is = say("{} har {} af formen {}", "{} has {} of the mode {}", rule.meetings.said,
                        meeting_count(of_mode.size()), mode_text(share.mode));
    if (share.least && count < *share.least)
        ruling.broken(of_mode,
                      say("{}, mindst {} kræves", "{}, at least {} needed", is, *share.least),
                      *share.least - count);
    if (share.most && count > *share.most)
        ruling.broken(of_mode,
                      say("{}, højst {} tillades", "{}, at most {} allowed", is, *share.most),
                      count - *share.most);
}

void judge_runs(int most, const MeetingIds& by_date, Ruling& ruling) {
    const auto length = static_cast<std::size_t>(most) + 1;
    for (std::size_t end = length; end <= by_date.size(); ++end) {
        const auto last = by_date.begin() + static_cast<std::ptrdiff_t>(end);
        const MeetingIds run(last - static_cast<std::ptrdiff_t>(length), last);
        const Mode mode = mode_of(ruling.standing(), run.front());
        const bool is_one_mode = std::all_of(run.begin(), run.end(), [&](MeetingId id) {
            return mode_of(ruling.standing(), id) == mode;
        });
        if (mode != Mode::unspecified && is_one_mode)
            ruling.broken(run, say("{} ligger i træk og er alle {}; højst {} i træk",
                                   "{} follow one another and are all {}; at most {} in a row",
                                   ruling.names(run), mode_text(mode), most));
    }
}

bool is_in(const Mix::Season& season, model::Date date) {
    const auto month = static_cast<unsigned>(model::ymd(date).month());
    const auto has = [](const auto& list, const auto& value) {
        return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    return has(season.months, month) && has(season.weekdays, model::weekday_of(date));
}

void judge_season(const Mix::Season& season, const MeetingIds& all, Ruling& ruling) {
    for (const MeetingId id : all) {
        if (!is_in(season, ruling.standing().date_of(id))) continue;
        if (mode_of(ruling.standing(), id) == counted_as(season.mode)) continue;
        ruling.broken({id}, say("{} er {}, men skal være {} på den tid",
                                "{} is {}, but must be {} at that time", ruling.name(id),
                                mode_text(ruling.standing().at(id).mode), mode_text(season.mode)));
    }
}

}  // namespace

void judge(const Mix& rule, Ruling& ruling) {
    const MeetingIds counted = ruling.bound(ruling.standing().held(rule.meetings));
    for (const Mix::Share& share : rule.shares)
        judge_share(rule, share, counted, ruling);
    if (rule.most_in_a_row)
        judge_runs(*rule.most_in_a_row, ruling.standing().by_date(counted), ruling);
    for (const Mix::Season& season : rule.seasons)
        judge_season(season, counted, ruling);
}

}  // namespace rul::referee
