#pragma once

#include "engine/model/brief.hpp"
#include "engine/model/identity.hpp"
#include "engine/model/plan.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace rul::store {

using UuidSource = std::function<std::string()>;

/// A random UUID (RFC 9562 version 4) from the system's own randomness. @throws base::IoError
[[nodiscard]] std::string random_uuid();

/// What publishing changed, by Meeting::key in order.
struct RefreshReport {
    std::vector<std::string> added;
    std::vector<std::string> moved;      ///< Start, end, place or mode.
    std::vector<std::string> cancelled;  ///< Of these:
    std::vector<std::string> vanished;   ///< gone from the plan file, though they were published.
    std::vector<std::string> revived;    ///< Were cancelled and are held again.

    [[nodiscard]] bool empty() const {
        return added.empty() && moved.empty() && cancelled.empty() && revived.empty();
    }
};

/// Makes the identities those of `plan`, which is being published at `now`.
///
/// New meetings, and cancelled ones never told of before that have a date, get a UID. Where start,
/// end, place, mode or status changed, `sequence` and `changed` rise, where the name did, `changed`
/// alone; they never fall, and with nothing changed nothing does. Where a meeting of a series was
/// cancelled, those behind it keep their identity under their new number (store/renumbering.hpp). A
/// meeting that was published and is now cancelled, left out or gone from the file is cancelled and
/// kept where it stood. Events are not ours and get nothing.
/// @pre plan.placements.size() == brief.meetings.size()
RefreshReport refresh(model::Identities& identities, const model::Brief& brief,
                      const model::Plan& plan, std::chrono::sys_seconds now,
                      const UuidSource& new_uuid = random_uuid);

/// The same on a file, with other processes kept out meanwhile. @throws base::IoError
RefreshReport refresh_file(const std::filesystem::path& file, const model::Brief& brief,
                           const model::Plan& plan, std::chrono::sys_seconds now,
                           const UuidSource& new_uuid = random_uuid);

}  // namespace rul::store
