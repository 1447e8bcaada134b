#include "desk/sources.hpp"

#include "base/error.hpp"
#include "store/files.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <set>
#include <string_view>
#include <system_error>
#include <vector>

namespace rul::desk {

namespace {

namespace fs = std::filesystem;
using store::read_file;

class Hash {
  public:
    void add(std::string_view bytes) {
        for (const char c : bytes)
            state_ = (state_ ^ static_cast<std::uint8_t>(c)) * prime;
        state_ = (state_ ^ bytes.size()) * prime;
    }
    [[nodiscard]] std::string text() const { return fmt::format("{:016x}", state_); }

  private:
    static constexpr std::uint64_t prime = 0x100000001b3U;
    std::uint64_t state_ = 0xcbf29ce484222325U;
};

// Everything in quotes on one line.
std::vector<std::string> strings_in(const std::string& toml) {
    std::vector<std::string> strings;
    for (std::size_t at = toml.find_first_of("\"'\n"); at != std::string::npos;) {
        const std::size_t end =
            toml[at] == '\n' ? at : toml.find_first_of({toml[at], '\n'}, at + 1);
        if (end == std::string::npos) break;
        if (end > at && toml[end] == toml[at]) {
            strings.push_back(toml.substr(at + 1, end - at - 1));
            at = toml.find_first_of("\"'\n", end + 1);
        } else {
            at = toml.find_first_of("\"'\n", at + 1);
        }
    }
    return strings;
}

bool is_list_or_plan(const fs::path& file) {
    const auto extension = file.extension();
    return extension == ".csv" || extension == ".ics" || extension == ".toml";
}

// What `file` names and what those name in turn, each once.
void add_files(const fs::path& file, std::set<fs::path>& seen) {
    if (!seen.insert(file).second || file.extension() != ".toml") return;
    for (const std::string& name : strings_in(read_file(file))) {
        std::error_code ignored;
        const fs::path named = file.parent_path() / name;
        if (is_list_or_plan(named) && fs::is_regular_file(named, ignored)) add_files(named, seen);
    }
}

std::set<fs::path> files_named_by(const fs::path& plan_file) {
    std::set<fs::path> files;
    for (const std::string& name : strings_in(read_file(plan_file))) {
        std::error_code ignored;
        const fs::path named = plan_file.parent_path() / name;
        if (is_list_or_plan(named) && fs::is_regular_file(named, ignored)) add_files(named, files);
    }
    return files;
}

}  // namespace

std::string fingerprint_of(const fs::path& plan_file) {
    std::set<fs::path> files = files_named_by(plan_file);
    files.erase(plan_file);
    Hash hash;
    hash.add(read_file(plan_file));
    for (const fs::path& file : files) {
        hash.add(file.lexically_relative(plan_file.parent_path()).generic_string());
        hash.add(read_file(file));
    }
    return hash.text();
}

void refuse_to_replace_sources(const std::vector<fs::path>& files, const fs::path& plan_file) {
    std::set<fs::path> sources = files_named_by(plan_file);
    sources.insert(plan_file);
    for (const fs::path& file : files)
        for (const fs::path& source : sources) {
            std::error_code ignored;
            if (fs::equivalent(source, file, ignored))
                throw base::IoError{base::both("{} skrives ikke over: planen læser den",
                                               "{} is not overwritten: the plan reads it",
                                               file.string())};
        }
}

}  // namespace rul::desk
