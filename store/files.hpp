#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace rul::store {

/// The bytes of a file.
/// @throws base::IoError when it is missing, a directory, over 256 MB or cannot be read; the text
/// says which.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

/// The bytes of a file, or nothing when there is no such file.
/// @throws base::IoError when it is there but cannot be read.
[[nodiscard]] std::optional<std::string> read_file_if_any(const std::filesystem::path& file);

/// Puts `bytes` in `file`, making its folder if need be, such that a reader, and a machine that
/// stops at any moment, sees the old bytes or the new ones and never a mixture: written beside it,
/// synced, renamed, and the folder synced. A symbolic link stays one; so does the file's mode. What
/// is no ordinary file (a pipe, /dev/stdout) is written to as it is.
/// @throws base::IoError; the old file is then whole.
void write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace rul::store
