#include "store/refresh.hpp"

#include "base/check.hpp"
#include "base/error.hpp"
#include "engine/model/naming.hpp"
#include "store/identity_file.hpp"
#include "store/renumbering.hpp"

#include <fmt/format.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <set>

namespace rul::store {

namespace {

using model::Identity;
using model::Meeting;
using model::MeetingId;
using model::Standing;

Standing standing_at(const model::Brief& brief, const Meeting& meeting,
                     const model::Placement& placement) {
    Standing standing{.date = placement.date,
                      .time = placement.time,
                      .overnight = meeting.kind == Meeting::Kind::seminar,
                      .mode = placement.mode};
    if (!placement.venue) return standing;
    const model::Venue& venue = brief.at(*placement.venue);
    standing.venue = venue.key;
    if (placement.room)
        standing.room = venue.rooms.at(static_cast<std::size_t>(*placement.room)).name;
    return standing;
}

/// One publishing: what is changed, and the report of it.
class Refresh {
  public:
    Refresh(model::Identities& identities, const model::Brief& brief, std::chrono::sys_seconds now,
            const UuidSource& new_uuid)
        : identities_{identities}, brief_{brief}, now_{now}, new_uuid_{new_uuid} {}

    void hold(const Meeting& meeting, const model::Placement& placement) {
        seen_.insert(meeting.key);
        const Standing standing = standing_at(brief_, meeting, placement);
        const auto found = identities_.find(meeting.key);
        if (found == identities_.end()) {
            mint(meeting, standing);
            report_.added.push_back(meeting.key);
            return;
        }
        Identity& identity = found->second;
        const bool is_renamed = name(identity, meeting);
        if (!identity.cancelled && identity.standing == standing) {
            if (is_renamed) touch(identity);
            return;
        }
        (identity.cancelled ? report_.revived : report_.moved).push_back(meeting.key);
        identity.standing = standing;
        identity.cancelled = false;
        count_change(identity);
    }

    /// Cancelled in the file, or left out of the plan.
    void cancel(const Meeting& meeting) {
        seen_.insert(meeting.key);
        const auto found = identities_.find(meeting.key);
        if (found != identities_.end()) {
            const bool is_renamed = name(found->second, meeting);
            if (!cancel(found->first, found->second) && is_renamed) touch(found->second);
        } else if (meeting.state == Meeting::State::cancelled && !meeting.options.empty()) {
            const model::Appointment& said = meeting.options.front();
            mint(meeting, standing_at(brief_, meeting,
                                      {.date = said.date,
                                       .time = said.time,
                                       .mode = said.mode.value_or(model::Mode::unspecified),
                                       .venue = said.venue}));
            identities_.at(meeting.key).cancelled = true;
            report_.cancelled.push_back(meeting.key);
        }
    }

    RefreshReport cancel_the_vanished() {
        for (auto& [key, identity] : identities_) {
            if (seen_.contains(key) || identity.cancelled) continue;
            static_cast<void>(cancel(key, identity));
            report_.vanished.push_back(key);
        }
        for (auto* const keys : {&report_.added, &report_.moved, &report_.cancelled,
                                 &report_.vanished, &report_.revived})
            std::sort(keys->begin(), keys->end());
        return report_;
    }

  private:
    void mint(const Meeting& meeting, const Standing& standing) {
        Identity identity{.uid = new_uuid_(), .created = now_, .changed = now_};
        identity.standing = standing;
        static_cast<void>(name(identity, meeting));
        identities_.emplace(meeting.key, std::move(identity));
    }

    // Whether the name is another one: readers must see that, though nobody has to come at another
    // time.
    bool name(Identity& identity, const Meeting& meeting) const {
        identity.body = brief_.at(meeting.body).key;
        std::string name = model::meeting_name(brief_, meeting, brief_.language);
        const bool is_other = name != identity.name;
        identity.name = std::move(name);
        return is_other;
    }

    // Whether it was not cancelled before.
    bool cancel(const std::string& key, Identity& identity) {
        if (identity.cancelled) return false;
        identity.cancelled = true;
        count_change(identity);
        report_.cancelled.push_back(key);
        return true;
    }

    void count_change(Identity& identity) const {
        ++identity.sequence;
        touch(identity);
    }

    // Two versions never share a second, not even when the machine's clock was set back.
    void touch(Identity& identity) const {
        identity.changed = std::max(now_, identity.changed + std::chrono::seconds{1});
    }

    model::Identities& identities_;
    const model::Brief& brief_;
    std::chrono::sys_seconds now_;
    const UuidSource& new_uuid_;
    std::set<std::string> seen_;
    RefreshReport report_;
};

}  // namespace

std::string random_uuid() {
    std::array<std::uint8_t, 16> bytes{};
    ssize_t got = 0;
    do
        got = ::getrandom(bytes.data(), bytes.size(), 0);
    while (got < 0 && errno == EINTR);
    if (got != static_cast<ssize_t>(bytes.size()))
        throw base::IoError{base::both("systemet giver ingen tilfældige tal: {}",
                                       "the system gives no random numbers: {}",
                                       std::strerror(errno))};
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0fU) | 0x40U);  // version 4
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3fU) | 0x80U);  // variant of RFC 9562
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += fmt::format("{:02x}", bytes.at(i));
    }
    return text;
}

RefreshReport refresh(model::Identities& identities, const model::Brief& brief,
                      const model::Plan& plan, std::chrono::sys_seconds now,
                      const UuidSource& new_uuid) {
    RUL_CHECK(plan.placements.size() == brief.meetings.size());
    renumber(identities, brief, plan);
    Refresh refresh{identities, brief, now, new_uuid};
    for (std::size_t i = 0; i < brief.meetings.size(); ++i) {
        const Meeting& meeting = brief.meetings[i];
        const auto& placement = plan.of(MeetingId{i});
        if (meeting.kind == Meeting::Kind::event) continue;
        if (meeting.state != Meeting::State::cancelled && placement)
            refresh.hold(meeting, *placement);
        else
            refresh.cancel(meeting);
    }
    return refresh.cancel_the_vanished();
}

RefreshReport refresh_file(const std::filesystem::path& file, const model::Brief& brief,
                           const model::Plan& plan, std::chrono::sys_seconds now,
                           const UuidSource& new_uuid) {
    RefreshReport report;
    update_identities(file, [&](model::Identities& identities) {
        report = refresh(identities, brief, plan, now, new_uuid);
    });
    return report;
}

}  // namespace rul::store
