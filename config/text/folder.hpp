#pragma once

#include "config/text/report.hpp"
#include "config/text/source_text.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rul::config {

/// The plan's own folder, which the files it names must not leave; and every text read from it.
class Folder {
  public:
    /// A plan file or a list is at most this many bytes.
    static constexpr std::uintmax_t max_bytes = 4U << 20U;

    explicit Folder(std::filesystem::path plan_file);

    /// The plan file itself.
    [[nodiscard]] const SourceText* read_plan(Report& report);
    /// Text given instead of the plan file.
    [[nodiscard]] const SourceText* take_plan(std::string_view text, Report& report);
    /// A file the plan names at `where`.
    [[nodiscard]] const SourceText* read(const std::string& name, const Place& where,
                                         Report& report);
    /// Where such a file lies; nothing if it is missing or outside the folder.
    [[nodiscard]] std::optional<std::filesystem::path> find(const std::string& name,
                                                            const Place& where,
                                                            Report& report) const;

  private:
    const SourceText* read_file(const std::filesystem::path& file, const base::Location& where,
                                Report& report);
    const SourceText* keep(std::string name, std::string text, Report& report);

    std::filesystem::path plan_file_;
    std::vector<std::unique_ptr<SourceText>> texts_;
};

}  // namespace rul::config
