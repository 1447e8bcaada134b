#include "config/text/folder.hpp"

#include "base/utf8.hpp"
#include "config/text/soundness.hpp"

#include <fstream>
#include <sstream>
#include <utility>

namespace rul::config {

using base::both;
namespace fs = std::filesystem;

namespace {

bool is_list(std::string_view name) {
    return name.ends_with(".csv") || name.ends_with(".CSV");
}

// The text as it was meant: spreadsheets save lists in Windows-1252 unless told otherwise.
std::string list_text(const std::string& name, std::string bytes, Report& report) {
    if (!is_list(name) || !base::is_windows_1252(bytes)) return bytes;
    report.diagnostics().add(
        {.severity = base::Diagnostic::Severity::note,
         .code = "config.list-windows",
         .message = both("listen er ikke i UTF-8 og er læst som Windows-1252",
                         "the list is not in UTF-8 and was read as Windows-1252"),
         .where = {.file = name},
         .help = both("ser æ, ø og å forkerte ud, så gem den som \"CSV UTF-8\"",
                      "if letters with accents look wrong, save it as \"CSV UTF-8\"")});
    return base::from_windows_1252(bytes);
}

// For more than that is somebody else's file.
void report_too_big(const std::string& name, const base::Location& where, Report& report) {
    report.error_at(where, "config.too-big",
                    both("{} fylder mere end 4 MB", "{} is larger than 4 MB", name),
                    {.help = both("del planen i flere, eller kontrollér, at det er den rigtige fil",
                                  "break the plan into several, or make sure that it is the right "
                                  "file")});
}

bool is_readable(const fs::path& file, const base::Location& where, Report& report) {
    const std::string name = file.generic_string();
    std::error_code failed;
    const fs::file_status status = fs::status(file, failed);
    if (!fs::exists(status)) {
        report.error_at(where, "config.no-file",
                        both("filen {} findes ikke", "there is no file {}", name),
                        {.help = both("ret navnet, eller læg filen dér",
                                      "correct the name or put the file there")});
        return false;
    }
    if (fs::is_directory(status)) {
        report.error_at(
            where, "config.not-a-file",
            both("{} er en mappe og ikke en fil", "{} is a folder and not a file", name),
            {.help = both("skriv filens navn med, fx {}/plan.toml",
                          "write the file's name too, for example {}/plan.toml", name)});
        return false;
    }
    if (!fs::is_regular_file(status)) {
        report.error_at(where, "config.not-a-file",
                        both("{} er ikke en almindelig fil", "{} is no ordinary file", name),
                        {.help = both("gem det, der skal læses, i en fil",
                                      "save what is to be read in a file")});
        return false;
    }
    if (fs::file_size(file, failed) <= Folder::max_bytes) return true;
    report_too_big(name, where, report);
    return false;
}

}  // namespace

Folder::Folder(fs::path plan_file) : plan_file_{std::move(plan_file)} {}

const SourceText* Folder::read_plan(Report& report) {
    return read_file(plan_file_, {.file = plan_file_.generic_string()}, report);
}

const SourceText* Folder::take_plan(std::string_view text, Report& report) {
    if (text.size() > max_bytes) {
        const std::string name = plan_file_.generic_string();
        report_too_big(name, {.file = name}, report);
        return nullptr;
    }
    return keep(plan_file_.generic_string(), std::string{text}, report);
}

const SourceText* Folder::read(const std::string& name, const Place& where, Report& report) {
    const auto file = find(name, where, report);
    return file ? read_file(*file, where.location(), report) : nullptr;
}

std::optional<fs::path> Folder::find(const std::string& name, const Place& where,
                                     Report& report) const {
    if (name.find("://") != std::string::npos) {
        report.error(where, "config.not-local",
                     both("Rul henter intet fra nettet", "Rul fetches nothing from the network"),
                     {.help = both("hent filen, læg den ved planen, og skriv dens navn her",
                                   "download the file, put it beside the plan and write its name "
                                   "here")});
        return std::nullopt;
    }
    std::error_code failed;
    const fs::path folder = plan_file_.parent_path();
    const fs::path home = fs::weakly_canonical(folder.empty() ? fs::path{"."} : folder, failed);
    const fs::path file = fs::weakly_canonical(home / name, failed);
    const fs::path relative = file.lexically_relative(home);
    const bool inside = !failed && !relative.empty() && *relative.begin() != "..";
    if (inside)
        return is_readable(folder / name, where.location(), report) ? std::optional{folder / name}
                                                                    : std::nullopt;
    report.error(
        where, "config.outside-folder",
        both("{} ligger uden for planens mappe", "{} lies outside the plan's folder", name),
        {.help = both("læg filen i planens egen mappe eller en undermappe",
                      "put the file in the plan's own folder or below it")});
    return std::nullopt;
}

const SourceText* Folder::read_file(const fs::path& file, const base::Location& where,
                                    Report& report) {
    if (!is_readable(file, where, report)) return nullptr;
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    if (in.good() || in.eof()) return keep(file.generic_string(), text.str(), report);
    report.error_at(where, "config.unreadable",
                    both("{} kan ikke læses", "{} cannot be read", file.generic_string()),
                    {.help = both("kontrollér, at du har adgang til filen",
                                  "make sure that you may read the file")});
    return nullptr;
}

const SourceText* Folder::keep(std::string name, std::string text, Report& report) {
    text = list_text(name, std::move(text), report);
    texts_.push_back(std::make_unique<SourceText>(std::move(name), std::move(text)));
    const SourceText& kept = *texts_.back();
    return is_utf8(kept, report) ? &kept : nullptr;
}

}  // namespace rul::config
