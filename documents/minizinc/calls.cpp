#include "documents/minizinc/calls.hpp"

#include "documents/minizinc/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

// The rules every brief has, and blocks.
namespace rul::documents::minizinc {

using model::Meeting;
using model::MeetingId;

namespace {

// "{6}": the weekdays the meeting's slots name.
std::string named_weekdays(const World& world, const Meeting& meeting) {
    std::set<unsigned> days;
    const bool has_own = !meeting.slots.empty() || !meeting.series;
    const auto& slots = has_own ? meeting.slots : world.brief().at(*meeting.series).slots;
    for (const model::Slot& slot : slots)
        for (const auto day : slot.weekdays)
            days.insert(day.iso_encoding());
    return number_set(days);
}

// "days_in([3..9], {1})"
std::string days_of(const World& world, const model::Block& block) {
    Items ranges;
    for (const model::DateRange& range : block.days)
        ranges.push_back(world.days(range));
    return fmt::format("days_in({}, {})", list(ranges), weekday_set(block.weekdays));
}

bool concerns(const model::Block& block, const Meeting& meeting) {
    return block.is_for_everyone()
           || std::find(block.bodies.begin(), block.bodies.end(), meeting.body)
                  != block.bodies.end();
}

std::string kept(const World& world, MeetingId id) {
    Items options;
    for (const auto& said : world.at(id).options)
        options.push_back(stands_as(world, id, said));
    return fmt::format("constraint keeps_one_of({}, {});", world.name(id), list(options));
}

std::string included(const World& world, const model::Series& series,
                     const model::Appointment& said) {
    Items stands;
    std::vector<MeetingId> meetings;
    for (const MeetingId id : series.meetings) {
        if (world.at(id).state == Meeting::State::cancelled) continue;
        meetings.push_back(id);
        stands.push_back(stands_as(world, id, said));
    }
    return fmt::format("constraint is_included({}, {});", world.group(meetings), list(stands));
}

}  // namespace

Call call(const model::Attendance& rule, const Spoken& in) {
    Call found;
    found.lines = {fmt::format("int: pause = {};", rule.pause.count()),
                   "constraint everybody_required_is_present();"};
    for (const MeetingId id : in.world.meetings())
        if (const auto quorum = in.world.at(id).quorum)
            found.lines.push_back(
                fmt::format("constraint has_quorum({}, {});", in.world.name(id), *quorum));
    found.points = {fmt::format("{} * missing(counted)", rule.missing_member),
                    fmt::format("{} * missing(optional)", rule.missing_guest)};
    return found;
}

Call call(const model::Rooms& /*rule*/, const Spoken& /*in*/) {
    return {{"constraint every_room_suffices(rooms_at, room_venue, room_number, capacity,\n"
             "                                taken_venue, taken_room, taken_from, taken_to);"},
            {},
            {}};
}

Call call(const model::SlotChoice& rule, const Spoken& in) {
    const std::string group = in.world.group(rule.meetings);
    return {{fmt::format("constraint every_meeting_has_a_slot({});", group)},
            {},
            {fmt::format("slot_points({})", group)}};
}

Call call(const model::Count& rule, const Spoken& in) {
    Call found;
    const auto& all = in.brief().at(rule.series).meetings;
    for (const model::Quota& quota : in.brief().at(rule.series).quotas) {
        const auto first = std::min(all.size(), static_cast<std::size_t>(quota.first));
        const auto last = std::min(all.size(), first + static_cast<std::size_t>(quota.most));
        const std::string group = in.world.group({all.begin() + static_cast<std::ptrdiff_t>(first),
                                                  all.begin() + static_cast<std::ptrdiff_t>(last)});
        found.lines.push_back(fmt::format("constraint quota_holds({}, {});", group, quota.least));
        found.points.push_back(
            fmt::format("{} * fewer_than({}, {})", rule.missing, group, quota.most));
    }
    found.lines.push_back(fmt::format("constraint in_date_order({});", in.world.group(all)));
    return found;
}

Call call(const model::Blocked& rule, const Spoken& in) {
    const model::Block& block = in.brief().blocks[rule.block.index];
    std::vector<MeetingId> meetings;
    for (const MeetingId id : in.world.meetings())
        if (!is_event(in.world.at(id)) && concerns(block, in.world.at(id))) meetings.push_back(id);
    if (meetings.empty()) return {};
    return {{},
            {fmt::format("blocked_times({}, {}, {}, {}, {})", in.world.group(meetings),
                         days_of(in.world, block), block.time ? block.time->from.count() : -1,
                         block.time ? block.time->to.count() : -1, in.valid())},
            {}};
}

Call call(const model::ClosedDays& /*rule*/, const Spoken& in) {
    Call found;
    for (const MeetingId id : in.world.meetings())
        if (!is_event(in.world.at(id)))
            found.lines.push_back(fmt::format("constraint is_open({}, {});", in.world.name(id),
                                              named_weekdays(in.world, in.world.at(id))));
    return found;
}

Call call(const model::Appointments& /*rule*/, const Spoken& in) {
    Call found;
    for (const MeetingId id : in.world.meetings())
        if (!is_event(in.world.at(id)) && in.world.at(id).state != Meeting::State::free)
            found.lines.push_back(kept(in.world, id));
    for (const model::Series& series : in.brief().series)
        for (const auto& said : series.includes)
            found.lines.push_back(included(in.world, series, said));
    return found;
}

}  // namespace rul::documents::minizinc
