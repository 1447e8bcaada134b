#pragma once

#include "engine/model/identity.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace rul::store {

/// Reads the identities of a plan's meetings (docs/feeds.md says what the file looks like). A file
/// that does not exist holds none.
///
/// @throws base::IoError naming file and line when the file cannot be read, is of a version this
///   program does not know, or is damaged in any way. It is never mended or written over: a lost
///   UID would give every subscriber the meeting twice.
[[nodiscard]] model::Identities load_identities(const std::filesystem::path& file);

/// Writes them, whole or not at all, however the process ends. @throws base::IoError
void save_identities(const std::filesystem::path& file, const model::Identities& identities);

/// Reads, lets `change` change, and writes if it did, with other processes kept out meanwhile.
/// @throws base::IoError, and whatever `change` throws; the file is then as it was.
void update_identities(const std::filesystem::path& file,
                       const std::function<void(model::Identities&)>& change);

/// The same from and to text; `file` names it in messages.
[[nodiscard]] model::Identities parse_identities(std::string_view text,
                                                 const std::filesystem::path& file);
[[nodiscard]] std::string to_text(const model::Identities& identities);

}  // namespace rul::store
