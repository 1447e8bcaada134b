#pragma once

#include "base/diagnostic.hpp"
#include "engine/model/brief.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The parts of the proofreader: one file a family of checks.
namespace rul::config::proof {

using base::Language;
using base::Text;
using model::Brief;
using model::Date;
using model::DateRange;
using model::MeetingId;

/// A date nobody can meet on, and why: the first reason found.
struct Obstacle {
    enum class Kind { slots, length, closed, weekend, block, rule };

    Kind kind = Kind::slots;
    std::optional<model::RuleId> rule;  ///< Of block and rule.

    friend auto operator<=>(const Obstacle&, const Obstacle&) = default;
};

/// Where a meeting may stand as far as its own rules go.
struct Window {
    std::vector<Date> days;  ///< In order.
    /// Why the other days of the meeting's part of the period fall away, and how many for each
    /// reason, in order of kind and rule.
    std::vector<std::pair<Obstacle, int>> removed;
};

/// What all checks share: the brief, where findings go, and what has been found already.
class Proof {
  public:
    Proof(const Brief& brief, base::Diagnostics& diagnostics);

    [[nodiscard]] const Brief& brief() const { return brief_; }
    [[nodiscard]] const Window& window(MeetingId id) const { return windows_[id.index]; }

    void error(std::string_view code, const base::Location& where, Text message, Text help = {});
    void warn(std::string_view code, const base::Location& where, Text message, Text help = {});
    void note(std::string_view code, const base::Location& where, Text message, Text help = {});

    /// A rule that has been shown to be impossible already needs not be so again.
    void blame(const model::Rule& rule) { blamed_.insert(&rule - brief_.rules.data()); }
    [[nodiscard]] bool is_blamed(const model::Rule& rule) const {
        return blamed_.contains(&rule - brief_.rules.data());
    }

    /// The same of a series whose dates are known to be wrong.
    void blame(model::SeriesId id) { blamed_series_.insert(id); }
    [[nodiscard]] bool is_blamed(model::SeriesId id) const { return blamed_series_.contains(id); }

  private:
    void add(base::Diagnostic::Severity severity, std::string_view code,
             const base::Location& where, Text message, Text help);

    const Brief& brief_;
    base::Diagnostics& diagnostics_;
    std::vector<Window> windows_;
    std::set<std::ptrdiff_t> blamed_;
    std::set<model::SeriesId> blamed_series_;
};

// ---- Words ------------------------------------------------------------------------------------

template <class T>
[[nodiscard]] const T& pick(const T& value, Language /*language*/) {
    return value;
}
[[nodiscard]] inline const std::string& pick(const Text& text, Language language) {
    return text.in(language);
}

/// base::both(), with arguments that are themselves in both languages.
template <class... Args>
[[nodiscard]] Text say(std::string_view danish, std::string_view english, const Args&... args) {
    return {fmt::format(fmt::runtime(danish), pick(args, Language::danish)...),
            fmt::format(fmt::runtime(english), pick(args, Language::english)...)};
}

/// "linje 5" / "line 5"; with the file when it is not that of `from`.
[[nodiscard]] Text line_of(const base::Location& there, const base::Location& from);
[[nodiscard]] Text in_words(Date date);   ///< "mandag den 16. januar 2023"
[[nodiscard]] Text day_words(Date date);  ///< "16. januar 2023"
[[nodiscard]] Text distance_words(const model::DistanceRange& range);
/// "9 møder" / "9 meetings".
[[nodiscard]] Text meetings_words(std::size_t count);
/// " og 3 andre møder" / " and 3 other meetings"; empty for 0.
[[nodiscard]] Text other_meetings_words(std::size_t count);
/// " og 1 anden" / " and 1 other": persons; empty for 0.
[[nodiscard]] Text other_persons_words(std::size_t count);
/// The rule's own words if it has any, else its key, in quotes.
[[nodiscard]] std::string name_of(const model::Rule& rule);

// ---- Questions about the model ----------------------------------------------------------------

/// The meeting's own slots, or its series'.
[[nodiscard]] const std::vector<model::Slot>& slots_of(const Brief& brief,
                                                       const model::Meeting& meeting);
/// Weekday (nothing said: Monday to Friday), place in the month, and month.
[[nodiscard]] bool allows_date(const model::Slot& slot, Date date);
[[nodiscard]] bool is_weekend(Date date);
[[nodiscard]] bool is_fixed(const model::Meeting& meeting);
[[nodiscard]] bool is_event(const model::Meeting& meeting);
/// Held in every plan: neither cancelled nor one that may be left out.
[[nodiscard]] bool is_certain(const model::Meeting& meeting);
[[nodiscard]] bool contains(const model::Group& group, MeetingId id);
/// Binds throughout the period.
[[nodiscard]] bool is_always_valid(const Brief& brief, const model::Rule& rule);
/// Whether `block` concerns meetings of `body`: is for everyone or names it.
[[nodiscard]] bool concerns(const model::Block& block, model::BodyId body);
/// When a fixed meeting or event stands, if its time is known.
[[nodiscard]] std::optional<model::MomentRange> fixed_span(const model::Meeting& meeting);
/// Whether somebody may come instead of `person`.
[[nodiscard]] bool has_substitute(const model::Meeting& meeting, model::PersonId person);
/// Whether `unit` counts dates.
[[nodiscard]] bool is_in_days(model::Unit unit);

/// `f(rule, kind)` for each rule of kind K, in order.
template <class K, class F>
void for_each_rule(const Brief& brief, F f) {
    for (const model::Rule& rule : brief.rules)
        if (const auto* const kind = std::get_if<K>(&rule.kind)) f(rule, *kind);
}

// ---- The checks, by family --------------------------------------------------------------------

[[nodiscard]] std::vector<Window> find_windows(const Brief& brief);

void check_windows(Proof& proof);       // windows.cpp: meetings without a day
void check_appointments(Proof& proof);  // appointments.cpp: what was fixed
void check_clashes(Proof& proof);       // clashes.cpp: two places at once
void check_counts(Proof& proof);        // counts.cpp: numbers that cannot be
void check_needs(Proof& proof);         // needs.cpp: windows nobody can stand in
void check_distances(Proof& proof);     // distances.cpp: rules that contradict each other
void check_bodies(Proof& proof);        // bodies.cpp: people, rooms, lengths
void check_times(Proof& proof);         // times.cpp: today, deadlines, validity

}  // namespace rul::config::proof
