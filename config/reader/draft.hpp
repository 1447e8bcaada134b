#pragma once

#include "config/notation/dates.hpp"
#include "config/plan_file.hpp"
#include "config/text/fields.hpp"
#include "config/text/folder.hpp"
#include "config/text/tree.hpp"
#include "engine/model/brief.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rul::config {

/// A deadline as written, before it is known for which meetings.
struct SaidDeadline {
    model::Deadline::What what = model::Deadline::What::agenda_out;
    std::string title;
    model::Offset offset;
    model::Deadline::OnClosed on_closed = model::Deadline::OnClosed::move_before;
    model::Strength strength = model::must;
    bool none = false;  ///< Said not to be.
    Place place;
};

/// How long before `today` nothing new is placed.
struct SaidNotice {
    int days = 0;
    Place place;
};

/// What [defaults] says to those that say nothing else.
struct Defaults {
    std::vector<model::Slot> slots;
    Place slots_place;
    std::vector<model::Mode> modes;
    std::optional<model::minutes> length;
    std::vector<model::VenueId> venues;
    std::map<std::string, SaidDeadline, std::less<>> deadlines;  ///< By key: "items_in".
    std::optional<SaidNotice> notice;
    model::Attendance attendance;
    Place attendance_place;
    Place holidays_place;
};

/// What a body says of all its meetings, kept until they are known.
struct BodyDraft {
    const Node* table = nullptr;
    std::map<std::string, SaidDeadline, std::less<>> deadlines;
    std::vector<SaidDeadline> further;
    std::optional<SaidNotice> notice;
};

/// A plan half read: the brief so far, and all that is needed to go on.
///
/// Names (of persons, venues, bodies) are declared before anything that refers to them is read.
struct Draft {
    Draft(Report& report_, Folder& folder_, const IcsReader& ics,
          std::vector<const Entry*> entries_, Place top_)
        : report{report_},
          folder{folder_},
          read_ics{ics},
          entries{std::move(entries_)},
          top{top_} {}

    Report& report;
    Folder& folder;
    const IcsReader& read_ics;
    std::vector<const Entry*> entries;  ///< Of the plan and of its included files, in this order.
    Place top;                          ///< The plan's first line: for what is said nowhere.
    std::optional<model::Date> today;   ///< From outside the plan; stands before its own.

    model::Brief brief;
    Period period;
    Place period_place;
    Defaults defaults;
    std::vector<BodyDraft> bodies;                    ///< By BodyId.
    std::map<std::string, Place, std::less<>> names;  ///< Bodies, series, meetings, processes.
    std::map<std::string, Place, std::less<>> rule_keys;
    std::set<model::MeetingId> own_slots;  ///< Meetings that say when they may be.

    /// The entries [KEY.x] of one top key, from all files.
    [[nodiscard]] std::vector<const Entry*> things(std::string_view key) const;
    /// The tables [[KEY]] of one top key, from all files.
    [[nodiscard]] std::vector<const Node*> tables(std::string_view key) const;

    /// Takes a name for good; false, and an error, if it is not free or no name.
    bool take_name(const std::string& name, const Place& where);
    /// Adds a rule; a key of the user's that is taken is an error.
    void add_rule(std::string key, model::Strength strength, const Place& where,
                  model::RuleKind kind);
    void add_rule(model::Rule rule, const Place& where);
};

/// Whether `name` can be the name of a thing; an error otherwise.
[[nodiscard]] bool is_name(const std::string& name, const Place& where, Report& report);

inline constexpr model::Points max_points = 1'000'000;

// ---- Reading one thing after the other, in this order (plan_file.cpp)
// ----------------------------

/// The top keys and the calendar. @return false without a period, when nothing else can be read.
[[nodiscard]] bool read_top(Draft& draft);
void declare_people(Draft& draft);  ///< Persons, also those of members' lists; venues; bodies.
void read_defaults(Draft& draft);
void read_people(Draft& draft);  ///< Persons and venues in full.
void read_bodies(Draft& draft);  ///< Members, then their series and [series.KEY].
void read_events(Draft& draft);
void read_meetings(Draft& draft);  ///< [[meeting]], then all programmes, then published_from.
void read_processes(Draft& draft);
void add_standing_rules(Draft& draft);  ///< What plans and bodies have without a [[rule]].
void read_blocks(Draft& draft);
void read_rules(Draft& draft);

}  // namespace rul::config
