#pragma once

#include "base/diagnostic.hpp"
#include "documents/calendar_rows.hpp"
#include "documents/look.hpp"
#include "engine/planner/planner.hpp"
#include "engine/referee/referee.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What a secretary can do, as use cases. The command line and the page call only these.
///
/// What the user wrote wrong goes to Diagnostics, what the world does wrong is thrown as
/// base::Error, and "there is no calendar" is an answer.
namespace rul::desk {

// ---- Reading a plan file ------------------------------------------------------------------------

/// A plan file as it was read.
struct PlanFile {
    std::filesystem::path file;
    std::string fingerprint;
    model::Brief brief;
    base::Diagnostics contradictions;  ///< Empty, or what load() found where they are kept.
};

/// What to do with a plan file that can be read, but whose rules contradict each other (errors with
/// codes that begin with "plan."): no calendar exists, and the planner can say why.
enum class Contradictions { refused, kept };

/// Reads and proofreads `file` and the lists it names; `today` stands before the file's own.
/// @return nothing when it has errors.  @throws base::IoError
[[nodiscard]] std::optional<PlanFile> load(const std::filesystem::path& file,
                                           std::optional<model::Date> today,
                                           base::Diagnostics& diagnostics,
                                           Contradictions contradictions = Contradictions::refused);

/// Whether a plan file was understood, but says things that contradict
/// each other: then no calendar exists, and that is an answer.
/// @pre `diagnostics` are what load() found.
[[nodiscard]] bool is_contradiction(const base::Diagnostics& diagnostics);

/// What can be said of a plan file without finding the best calendar.
struct Checked {
    planner::Status status = planner::Status::unknown;  ///< feasible: some calendar exists.
    std::optional<planner::Conflict> conflict;          ///< Rules that cannot hold together.
};

/// Looks whether the rules can hold together at all: ends with the first calendar found.
[[nodiscard]] Checked check(const PlanFile& plan, const planner::Limits& limits);

// ---- Calendars ----------------------------------------------------------------------------------

/// A calendar the referee has passed.
struct Calendar {
    model::Plan plan;
    referee::Verdict verdict;
    planner::Status status = planner::Status::feasible;  ///< optimal or feasible.
    model::Points bound = 0;
    bool has_bound = true;  ///< False: made from another state of the plan file; nothing is proved.
};

using OnProgress = std::function<void(const planner::Progress&)>;

struct Planned {
    planner::Answer answer;
    std::optional<Calendar> calendar;
    std::filesystem::path saved_as;          ///< Empty when there is no calendar.
    std::optional<model::Points> kept_cost;  ///< As in Kept.
};

/// Where the calendar of a plan file is kept.
struct Kept {
    std::filesystem::path file;
    /// What the calendar costs that was kept before and still is, since the new one is no better.
    std::optional<model::Points> earlier_cost;
};

/// Keeps `calendar` beside the plan file. One that is not proved takes the place of no better one
/// of the same plan file.
/// @throws base::IoError when it cannot be kept.
[[nodiscard]] Kept keep(const PlanFile& plan, const Calendar& calendar);

/// Plans, has the referee judge, and keeps the calendar beside the plan file.
/// @throws base::IoError when it cannot be kept.
[[nodiscard]] Planned make_plan(const PlanFile& plan, const planner::Limits& limits,
                                const OnProgress& progress);

/// What lies beside a plan file.
struct Saved {
    std::filesystem::path file;
    bool plan_changed = false;         ///< The plan file has changed since.
    std::optional<Calendar> calendar;  ///< Nothing: it breaks `must` rules, see the verdict.
    referee::Verdict verdict;
};

/// The calendar last planned, judged by the rules as they are now; nothing when there is none.
/// @throws base::IoError
[[nodiscard]] std::optional<Saved> load_saved(const PlanFile& plan, base::Diagnostics& diagnostics);

// ---- Handing out --------------------------------------------------------------------------------

enum class Format { ics, csv, html, json, mzn };

/// The calendar as one document. @pre format is csv, html or json
[[nodiscard]] std::string document(const PlanFile& plan, const Calendar& calendar,
                                   const documents::Filter& filter, Format format,
                                   base::Language language);

/// Feeds that were handed out.
struct HandedOut {
    std::vector<std::filesystem::path> files;
    /// Keys of meetings that subscribers had and the plan file no longer names, though nobody said
    /// that they are cancelled: the feeds show them so from now on.
    std::vector<std::string> vanished;
};

/// Writes one feed for each body, person and municipality, and one of all, into `folder`, and keeps
/// what makes a meeting the same meeting next time beside the plan file.
/// @throws base::Error, before any is written when one cannot be or the plan reads it
[[nodiscard]] HandedOut export_feeds(const PlanFile& plan, const Calendar& calendar,
                                     const std::filesystem::path& folder);

/// `<folder of the plan>/feeds`
[[nodiscard]] std::filesystem::path default_feed_folder(const PlanFile& plan);

/// The plan as a MiniZinc model, for other solvers to check us by (docs/minizinc.md).
[[nodiscard]] std::string model(const PlanFile& plan);

/// Writes model() to `file` and, where there is a calendar, where it places the meetings to a file
/// beside it: "2027.mzn" and "2027.calendar.mzn".  @return the files.
/// @throws base::Error, before either is written when the plan reads it
[[nodiscard]] std::vector<std::filesystem::path> export_model(const PlanFile& plan,
                                                              const Calendar* calendar,
                                                              const std::filesystem::path& file);

/// Writes `bytes` to `file`, whole or not at all. @throws base::IoError
void write_document(const std::filesystem::path& file, std::string_view bytes);

/// The same for what was made from `plan`. @throws base::IoError, also when the plan reads `file`
void write_document(const PlanFile& plan, const std::filesystem::path& file,
                    std::string_view bytes);

// ---- Beginning ----------------------------------------------------------------------------------

/// A small plan file that is valid as it stands, with comments, for the calendar year `year`.
[[nodiscard]] std::string starter_plan(int year, base::Language language);

/// A plan file for the year after the calendar in `file` (.csv as `rul export` writes it or like
/// it, or .ics), with slots, counts and gaps guessed from it and marked as guesses.
/// @return nothing when the calendar cannot be read.  @throws base::IoError
[[nodiscard]] std::optional<std::string> plan_from(const std::filesystem::path& file,
                                                   base::Language language,
                                                   base::Diagnostics& diagnostics);

// ---- Names --------------------------------------------------------------------------------------

/// Finds what the user asked to see. A name that is not there is a diagnostic with the nearest one.
[[nodiscard]] std::optional<documents::Filter> find_filter(const model::Brief& brief,
                                                           const std::string& body,
                                                           const std::string& person,
                                                           const std::string& month,
                                                           base::Diagnostics& diagnostics);

/// What was probably meant by `wrong`, if anything.
[[nodiscard]] std::optional<std::string> nearest(std::string_view wrong,
                                                 const std::vector<std::string>& candidates);

/// A date as people write it; what is wrong goes to `diagnostics`. Without a year it is the one
/// such date in `period`, where that is given.
[[nodiscard]] std::optional<model::Date> read_date(
    std::string_view text, base::Diagnostics& diagnostics,
    const std::optional<model::DateRange>& period = std::nullopt);

}  // namespace rul::desk
