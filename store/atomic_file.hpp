#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace rul::store {

/// Replaces `file` with `bytes` such that a reader, and a machine that stops at any moment, sees
/// the old bytes or the new ones and never a mixture: written beside it, synced, renamed, and the
/// folder synced. A symbolic link stays one. @pre the caller holds FileLock{file}.
/// @throws base::IoError; the old file is then whole.
void write_atomically(const std::filesystem::path& file, std::string_view bytes);

/// @throws base::IoError
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

}  // namespace rul::store
