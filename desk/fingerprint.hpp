#pragma once

#include <filesystem>
#include <string>

namespace rul::desk {

/// A number that changes when a plan file, a file it includes or a list it names does. Meant to
/// notice changes, not to withstand forgery (FNV-1a, 64 bits).
[[nodiscard]] std::string fingerprint_of(const std::filesystem::path& plan_file);

}  // namespace rul::desk
