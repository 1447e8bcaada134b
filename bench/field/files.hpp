#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace rul::bench {

/// The files of a folder with this extension, by name; none if there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                                          const std::string& extension);
/// @throws base::IoError
[[nodiscard]] std::string text_of(const std::filesystem::path& file);

/// The numbers of a text, in order; whatever is no digit and no sign stands between them.
[[nodiscard]] std::vector<int> numbers_in(const std::string& text);

/// A table of comma-separated fields, its first line left out; no lines if there is no such file.
[[nodiscard]] std::vector<std::vector<std::string>> rows_of(const std::filesystem::path& file);

}  // namespace rul::bench
