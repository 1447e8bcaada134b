#pragma once

#include "ical/import/components.hpp"
#include "ical/zone.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rul::ical {

/// The time zones of one calendar file, by what its TZID parameters say.
///
/// A name that is an IANA or a Windows name is that zone, by this machine's own rules: many files
/// bring wrong ones. Any other is the VTIMEZONE of that name, and failing that what the name looks
/// like (guess_iana_name). Else it is unknown, and whatever stands in it has to be refused.
class FileZones {
  public:
    /// The rules of `zones` are followed up to `horizon`.
    FileZones(std::vector<WrittenZone> zones, LocalTime horizon);

    /// Null: unknown.
    [[nodiscard]] const Zone* find(const std::string& tzid);

  private:
    [[nodiscard]] std::optional<Zone> resolve(const std::string& tzid) const;
    [[nodiscard]] std::optional<Zone> in_file(const std::string& tzid) const;

    std::vector<WrittenZone> zones_;
    LocalTime horizon_;
    std::map<std::string, std::optional<Zone>> found_;
};

/// The zone a VTIMEZONE describes; nothing when it describes none.
[[nodiscard]] std::optional<Zone> zone_of(const WrittenZone& written, LocalTime horizon);

}  // namespace rul::ical
