#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rul::desk {

/// A number that changes when a plan file, a file it includes or a list it names does. Meant to
/// notice changes, not to withstand forgery (FNV-1a, 64 bits).
[[nodiscard]] std::string fingerprint_of(const std::filesystem::path& plan_file);

/// Keeps what is handed out from taking the place of what it was made from.
/// @throws base::IoError when one of `files` is the plan file, or one that it or what it includes
/// names.
void refuse_to_replace_sources(const std::vector<std::filesystem::path>& files,
                               const std::filesystem::path& plan_file);

}  // namespace rul::desk
