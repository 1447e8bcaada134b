#include "engine/planner/encode/encode.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using model::MeetingId;
using model::Mix;
using model::Mode;

bool is_of(Mode mode, Mode wanted) {
    return wanted == Mode::teams ? mode == Mode::teams : model::needs_venue(mode);
}

Literal is_held_as(Encoding& e, const model::Rule& rule, MeetingId id, Mode mode) {
    return e.held_where(id, [&](const Start& start) {
        return is_of(start.mode, mode) && rule.validity.contains(e.grid().date_of(start.day));
    });
}

void encode_share(Encoding& e, const model::Rule& rule, const Mix& kind, const Mix::Share& share) {
    Literals counted;
    for (const MeetingId id : e.planned(kind.meetings))
        counted.push_back(is_held_as(e, rule, id, share.mode));
    e.bound_count(rule, counted, share.least, share.most);
}

// Whether what is left out, or not asked about, can only be at the end.
bool has_no_holes(const Encoding& e, const model::Rule& rule,
                  const std::vector<MeetingId>& ordered) {
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        const When dated = e.dated(ordered[i], rule.validity);
        if (!dated || !dated->empty()) return false;
        if (!e.may_be_left_out(ordered[i])) continue;
        for (std::size_t j = i + 1; j < ordered.size(); ++j)
            if (!e.falls_with(ordered[j], ordered[i])) return false;
    }
    return true;
}

Cost runs_in(std::vector<Sitting> held, std::size_t length) {
    std::sort(held.begin(), held.end(), stands_before);
    Cost runs = 0;
    for (std::size_t i = 0; i + length <= held.size(); ++i)
        for (const Mode mode : {Mode::teams, Mode::physical})
            runs += std::all_of(held.begin() + static_cast<std::ptrdiff_t>(i),
                                held.begin() + static_cast<std::ptrdiff_t>(i + length),
                                [mode](const Sitting& s) { return is_of(s.start->mode, mode); })
                        ? 1
                        : 0;
    return runs;
}

void judge_runs(Encoding& e, const model::Rule& rule, const std::vector<MeetingId>& group,
                std::size_t length) {
    const auto runs = [&e, &rule, length](const std::vector<Sitting>& held) {
        std::vector<Sitting> valid;
        std::copy_if(held.begin(), held.end(), std::back_inserter(valid), [&](const Sitting& s) {
            return rule.validity.contains(e.grid().date_of(s.start->day));
        });
        return runs_in(std::move(valid), length);
    };
    e.judge(group, {}, static_cast<Value>(group.size()),
            rule.strength.must ? 0 : rule.strength.points, runs);
}

// At most n of one mode in a row: in each n + 1 neighbours, one is of another.
void encode_runs(Encoding& e, const model::Rule& rule, const Mix& kind, int most) {
    const auto length = static_cast<std::size_t>(most) + 1;
    const std::vector<MeetingId> group = e.planned(kind.meetings);
    if (group.size() < length) return;
    const auto ordered = e.in_date_order(group);
    if (!ordered || !has_no_holes(e, rule, *ordered)) {
        judge_runs(e, rule, group, length);
        return;
    }
    for (std::size_t i = 0; i + length <= ordered->size(); ++i) {
        const Literal is_broken = e.broken(rule);
        for (const Mode mode : {Mode::teams, Mode::physical}) {
            Literals all;
            for (std::size_t j = i; j < i + length; ++j)
                all.push_back(is_held_as(e, rule, (*ordered)[j], mode));
            e.imply(std::move(all), is_broken);
        }
    }
}

}  // namespace

void encode(Encoding& e, const model::Rule& rule, const Mix& kind) {
    for (const Mix::Share& share : kind.shares)
        encode_share(e, rule, kind, share);
    if (kind.most_in_a_row) encode_runs(e, rule, kind, *kind.most_in_a_row);
}

}  // namespace rul::planner
