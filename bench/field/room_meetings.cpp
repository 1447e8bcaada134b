// Meeting scheduling as OptaPlanner and SolverForge state it: a start and a room for each meeting.
// Grains of time are numbered on through nights and lunches. Hard: rooms, required attendance,
// capacity, one day. Medium: overlaps of preferred attendance. Soft: early, apart, in the largest
// room, few changes of room. Medium and soft are one cost here: medium * medium_weight + soft.

#include "bench/field/files.hpp"
#include "bench/field/instance.hpp"
#include "bench/field/meeting_costs.hpp"
#include "engine/solver/constraints/levels.hpp"
#include "engine/solver/constraints/no_overlap.hpp"
#include "engine/solver/constraints/not_together.hpp"
#include "engine/solver/constraints/overlap.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace rul::bench {

namespace {

using Json = nlohmann::json;
using solver::Assignment;
using solver::Cost;
using solver::IntVar;
using solver::Task;
using solver::Value;

constexpr Cost medium_weight = 100'000;

struct Meeting {
    Value length;
    std::set<int> required;   // persons, speakers among them
    std::set<int> preferred;  // and those who need not come
    int seats;
};

struct Agenda {
    std::vector<int> day;       // by grain
    int first_number = 0;       // of the first grain
    std::vector<int> capacity;  // by room
    std::vector<Meeting> meetings;

    [[nodiscard]] Value grains() const { return static_cast<Value>(day.size()); }
};

// ---- Reading ------------------------------------------------------------------------------------

Agenda optaplanner_agenda(const Json& data) {
    Agenda agenda;
    agenda.day = data["grainDay"].get<std::vector<int>>();
    for (const Json& room : data["rooms"])
        agenda.capacity.push_back(room["capacity"]);
    for (const Json& meeting : data["meetings"]) {
        auto required = meeting["required"].get<std::set<int>>();
        for (const int speaker : meeting["speakers"])
            required.insert(speaker);
        agenda.meetings.push_back({meeting["durationGrains"], std::move(required),
                                   meeting["preferred"].get<std::set<int>>(),
                                   meeting["requiredCapacity"]});
    }
    return agenda;
}

Agenda solverforge_agenda(const Json& data) {
    Agenda agenda;
    agenda.first_number = 1;
    for (const Json& grain : data["timeGrains"])
        agenda.day.push_back(grain["dayOfYear"]);
    for (const Json& room : data["rooms"])
        agenda.capacity.push_back(room["capacity"]);
    const auto persons = [](const Json& attendances) {
        std::set<int> ids;
        for (const Json& attendance : attendances)
            ids.insert(std::stoi(attendance["person"].get<std::string>()));
        return ids;
    };
    for (const Json& meeting : data["meetings"]) {
        const Json& required = meeting["requiredAttendances"];
        const Json& preferred = meeting["preferredAttendances"];
        agenda.meetings.push_back({meeting["durationInGrains"], persons(required),
                                   persons(preferred),
                                   static_cast<int>(required.size() + preferred.size())});
    }
    return agenda;
}

// ---- Scoring by the definition ------------------------------------------------------------------

struct Place {
    Value start;
    Value room;
};

class Score {
  public:
    Score(const Agenda& agenda, const std::vector<Place>& places)
        : agenda_{agenda}, places_{places} {
        for (std::size_t m = 0; m < places.size(); ++m)
            add_own(m);
        for (std::size_t a = 0; a < places.size(); ++a)
            for (std::size_t b = 0; b < places.size(); ++b)
                if (a != b) add_pair(a, b);
    }
    Cost hard = 0;
    Cost medium = 0;
    Cost soft = 0;

  private:
    [[nodiscard]] Value end(std::size_t m) const {
        return places_[m].start + agenda_.meetings[m].length;
    }
    void add_own(std::size_t m) {
        const int seats = agenda_.capacity[static_cast<std::size_t>(places_[m].room)];
        hard += std::max(0, agenda_.meetings[m].seats - seats);
        const Value last = end(m) - 1;
        if (last >= agenda_.grains())
            hard += last;
        else if (agenda_.day[static_cast<std::size_t>(last)]
                 != agenda_.day[static_cast<std::size_t>(places_[m].start)])
            ++hard;
        soft += last + agenda_.first_number;
        for (const int capacity : agenda_.capacity)
            soft += std::max(0, capacity - seats);
    }
    // Ordered pairs; what is counted once is counted with a before b.
    void add_pair(std::size_t a, std::size_t b) {
        if (end(a) == places_[b].start) soft += 100;
        add_changes(a, b);
        const Cost overlap =
            std::min(end(a), end(b)) - std::max(places_[a].start, places_[b].start);
        if (a > b || overlap <= 0) return;
        soft += 10 * overlap;
        if (places_[a].room == places_[b].room) hard += overlap;
        const Meeting& one = agenda_.meetings[a];
        const Meeting& other = agenda_.meetings[b];
        hard += overlap * in_both(one.required, other.required);
        medium += overlap
                  * (in_both(one.required, other.preferred) + in_both(one.preferred, other.required)
                     + in_both(one.preferred, other.preferred));
    }
    void add_changes(std::size_t a, std::size_t b) {
        if (places_[a].start >= places_[b].start || places_[a].room == places_[b].room) return;
        if (places_[b].start - end(a) > 2) return;
        const Meeting& one = agenda_.meetings[a];
        const Meeting& other = agenda_.meetings[b];
        for (const auto* here : {&one.required, &one.preferred})
            for (const auto* there : {&other.required, &other.preferred})
                soft += in_both(*here, *there);
    }
    [[nodiscard]] static Cost in_both(const std::set<int>& a, const std::set<int>& b) {
        return std::count_if(a.begin(), a.end(), [&](int person) { return b.contains(person); });
    }

    const Agenda& agenda_;
    const std::vector<Place>& places_;
};

// ---- The model ----------------------------------------------------------------------------------

class Model {
  public:
    Model(const Agenda& agenda, solver::Problem& problem) : agenda_{agenda}, problem_{problem} {
        for (const Meeting& meeting : agenda.meetings)
            add_start(meeting);
        for (const Meeting& meeting : agenda.meetings)
            add_room(meeting);
        keep_persons_apart();
        for (std::size_t a = 0; a < tasks_.size(); ++a)
            for (std::size_t b = a + 1; b < tasks_.size(); ++b)
                add_pair(a, b);
        add_levels();
        add_touches();
    }

    [[nodiscard]] const std::vector<Task>& tasks() const { return tasks_; }
    [[nodiscard]] const std::vector<IntVar>& rooms() const { return rooms_; }

  private:
    void add_start(const Meeting& meeting) {
        auto start = std::make_shared<std::vector<Value>>();
        auto end = std::make_shared<std::vector<Value>>();
        std::vector<Cost> last;
        for (Value s = 0; s + meeting.length <= agenda_.grains(); ++s) {
            const Value e = s + meeting.length;
            if (agenda_.day[static_cast<std::size_t>(s)]
                != agenda_.day[static_cast<std::size_t>(e) - 1])
                continue;
            start->push_back(s);
            end->push_back(e);
            last.push_back(e - 1 + agenda_.first_number);
        }
        const IntVar x = problem_.new_var(0, static_cast<Value>(start->size()) - 1);
        problem_.add_cost(x, last);
        // A series of one: so the search knows what to free together.
        problem_.add_path(
            {.members = {{x, start}}, .least_gap = 1, .gap_cost = {}, .must_pass = {}});
        tasks_.push_back({x, start, end});
    }

    void add_room(const Meeting& meeting) {
        const auto last = static_cast<Value>(agenda_.capacity.size()) - 1;
        const IntVar room = problem_.new_var(0, last);
        std::vector<Cost> cost;
        for (const int own : agenda_.capacity) {
            Cost larger = 0;
            for (const int capacity : agenda_.capacity)
                larger += std::max(0, capacity - own);
            if (own < meeting.seats)
                problem_.require(solver::differs(room, static_cast<Value>(cost.size())));
            cost.push_back(larger);
        }
        problem_.add_cost(room, cost);
        rooms_.push_back(room);
    }

    void keep_persons_apart() {
        std::map<int, std::vector<Task>> of_person;
        for (std::size_t m = 0; m < tasks_.size(); ++m)
            for (const int person : agenda_.meetings[m].required)
                of_person[person].push_back(tasks_[m]);
        for (const auto& [person, tasks] : of_person)
            if (tasks.size() > 1) problem_.post<solver::NoOverlap>(tasks, 0);
    }

    void add_pair(std::size_t a, std::size_t b) {
        const Meeting& one = agenda_.meetings[a];
        const Meeting& other = agenda_.meetings[b];
        const int strict = in_both(one.required, other.required);
        const int loose = in_both(one.required, other.preferred)
                          + in_both(one.preferred, other.required)
                          + in_both(one.preferred, other.preferred);
        if (strict == 0) {
            problem_.post<solver::NotTogether>(tasks_[a], tasks_[b], rooms_[a], rooms_[b], all());
            if (loose > 0) {
                const IntVar overlap = problem_.new_var(0, std::min(one.length, other.length));
                problem_.add_linear_cost(overlap, loose * medium_weight);
                problem_.post<solver::Overlap>(tasks_[a], tasks_[b], overlap);
            }
        }
        if (strict + loose == 0) return;
        const IntVar moves = problem_.new_bool();
        problem_.add_linear_cost(moves, strict + loose);
        problem_.post<ChangeOfRoom>(tasks_[a], tasks_[b], rooms_[a], rooms_[b], moves);
    }

    // 10 for each grain of each pair that runs at once.
    void add_levels() {
        const auto most = static_cast<Value>(agenda_.capacity.size());
        std::vector<Cost> cost;
        for (Cost running = 0; running <= most; ++running)
            cost.push_back(10 * running * (running - 1) / 2);
        std::vector<IntVar> levels;
        for (Value grain = 0; grain < agenda_.grains(); ++grain) {
            levels.push_back(problem_.new_var(0, most));
            problem_.add_cost(levels.back(), cost);
        }
        std::vector<solver::Demand> demands;
        for (const Task& task : tasks_)
            demands.push_back({task, 1});
        problem_.post<solver::Levels>(std::move(demands), std::move(levels));
    }

    void add_touches() {
        const auto rooms = static_cast<Value>(agenda_.capacity.size());
        std::vector<IntVar> touches;
        for (Value grain = 0; grain < agenda_.grains(); ++grain) {
            touches.push_back(problem_.new_var(0, rooms * rooms));
            problem_.add_linear_cost(touches.back(), 100);
        }
        problem_.post<Touch>(tasks_, std::move(touches));
    }

    [[nodiscard]] std::shared_ptr<const std::vector<bool>> all() {
        if (!all_) all_ = std::make_shared<const std::vector<bool>>(agenda_.capacity.size(), true);
        return all_;
    }
    [[nodiscard]] static int in_both(const std::set<int>& a, const std::set<int>& b) {
        return static_cast<int>(
            std::count_if(a.begin(), a.end(), [&](int person) { return b.contains(person); }));
    }

    const Agenda& agenda_;
    solver::Problem& problem_;
    std::vector<Task> tasks_;
    std::vector<IntVar> rooms_;
    std::shared_ptr<const std::vector<bool>> all_;
};

Instance modelled(const Agenda& agenda, const Known& known) {
    Instance instance{
        .size = fmt::format("{} meetings, {} grains", agenda.meetings.size(), agenda.grains()),
        .problem = {},
        .fault = {},
        .known = known};
    const Model model{agenda, instance.problem};
    instance.fault = [agenda, tasks = model.tasks(), rooms = model.rooms()](
                         const Assignment& values, Cost cost) {
        std::vector<Place> places;
        for (std::size_t m = 0; m < tasks.size(); ++m)
            places.push_back({tasks[m].start_at(values[tasks[m].x.index]), values[rooms[m].index]});
        const Score score{agenda, places};
        if (score.hard > 0) return fmt::format("{} hard", score.hard);
        const Cost sum = score.medium * medium_weight + score.soft;
        return sum == cost ? std::string{} : fmt::format("costs {}, not {}", sum, cost);
    };
    return instance;
}

Known known_of(const std::filesystem::path& table, const std::string& name) {
    for (const auto& row : rows_of(table))
        if (row.size() > 3 && row[0].find(name) == 0)
            return {.best = -std::stoll(row[2]) * medium_weight - std::stoll(row[3])};
    return {};
}

}  // namespace

std::vector<Source> room_meetings(const std::filesystem::path& reference) {
    std::vector<Source> sources;
    for (const auto& file : files_in(reference / "optaplanner-meetings", ".json")) {
        const Known known =
            known_of(reference / "optaplanner-meetings" / "best_known.csv", file.stem().string());
        sources.push_back({"optaplanner-meetings/" + file.stem().string(), [file, known] {
                               return modelled(optaplanner_agenda(Json::parse(text_of(file))),
                                               known);
                           }});
    }
    for (const auto& file : files_in(reference / "solverforge-meeting", ".json")) {
        const Known known = known_of(reference / "solverforge-meeting" / "best_known.csv",
                                     file.filename().string());
        sources.push_back({"solverforge-meeting/" + file.stem().string(), [file, known] {
                               return modelled(solverforge_agenda(Json::parse(text_of(file))),
                                               known);
                           }});
    }
    return sources;
}

}  // namespace rul::bench
