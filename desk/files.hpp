#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace rul::desk {

/// The bytes of a file.
/// @throws base::IoError when it is missing, a directory, or cannot be read; the text says which.
[[nodiscard]] std::string read_file(const std::filesystem::path& file);

/// The bytes of a file, or nothing when there is no such file.
/// @throws base::IoError when it is there but cannot be read.
[[nodiscard]] std::optional<std::string> read_file_if_any(const std::filesystem::path& file);

/// Puts `bytes` in `file`, making its folder if need be: the old file stays whole until the new one
/// is on the disk. What is no ordinary file (a pipe, /dev/stdout) is written to as it is.
/// @throws base::IoError
void write_file(const std::filesystem::path& file, std::string_view bytes);

/// A number that changes when a plan file, a file it includes or a list it names does. Meant to
/// notice changes, not to withstand forgery (FNV-1a, 64 bits).
[[nodiscard]] std::string fingerprint_of(const std::filesystem::path& plan_file);

}  // namespace rul::desk
