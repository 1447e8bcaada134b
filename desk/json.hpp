#pragma once

#include "desk/desk.hpp"

#include <string>

/// What the use cases found, for programs. The shapes are documented in docs/command-line.md and
/// only grow. Every text is one document that ends with a newline; nothing in it tells the time.
namespace rul::desk {

[[nodiscard]] std::string check_json(const std::filesystem::path& file,
                                     const base::Diagnostics& diagnostics,
                                     const std::optional<PlanFile>& plan, const Checked& checked,
                                     base::Language language);

/// Of a plan file that contradicts itself: no calendar exists, and no search was needed to know.
[[nodiscard]] std::string contradiction_json(const base::Diagnostics& diagnostics,
                                             base::Language language);

[[nodiscard]] std::string plan_json(const PlanFile& plan, const Planned& planned, bool statistics,
                                    base::Language language);

[[nodiscard]] std::string show_json(const PlanFile& plan, const Calendar& calendar,
                                    const documents::Filter& filter, base::Language language);

[[nodiscard]] std::string files_json(const HandedOut& out);

/// Something failed: the exit code, what happened, what to do, and every problem of the input.
struct Failure {
    int exit_code = 2;
    base::Text message;
    base::Text hint;
    base::Diagnostics diagnostics;
};
[[nodiscard]] std::string failure_json(const Failure& failure, base::Language language);

}  // namespace rul::desk
