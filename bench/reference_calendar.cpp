#include "bench/reference_calendar.hpp"

#include "base/error.hpp"
#include "engine/solver/constraints/count.hpp"
#include "engine/solver/constraints/lag.hpp"
#include "engine/solver/constraints/linear_at_most.hpp"
#include "engine/solver/constraints/no_overlap.hpp"
#include "engine/solver/constraints/not_together.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace rul::bench {

using solver::Coordinate;
using solver::Cost;
using solver::IntVar;
using solver::Problem;
using solver::Task;
using solver::Value;
using Json = nlohmann::json;
using Table = std::shared_ptr<const std::vector<Value>>;

namespace {

constexpr Cost evenness_weight = 2;
constexpr Cost mix_weight = 10;

/// The starts a meeting of one body may take, as tables by value.
struct Starts {
    Table start;
    Table end;
    Table day;
    std::vector<Cost> cost;
};

class Reader {
  public:
    Reader(const Json& data, Part part) : data_{data}, part_{part} {}

    Problem read() {
        add_starts();
        add_series();
        add_lags();
        add_persons();
        if (part_ == Part::whole) {
            add_places();
            add_modes();
            add_rooms();
        }
        return std::move(problem_);
    }

  private:
    [[nodiscard]] Value number(const char* key) const { return data_.at(key).get<Value>(); }
    [[nodiscard]] Value number(const char* key, std::size_t i) const {
        return data_.at(key).at(i).get<Value>();
    }
    [[nodiscard]] std::size_t body_of(std::size_t meeting) const {
        return data_.at("M").at(meeting).at("body").get<std::size_t>();
    }
    [[nodiscard]] bool is_seminar(std::size_t meeting) const {
        return data_.at("M").at(meeting).at("sem").get<int>() == 1;
    }
    [[nodiscard]] std::size_t body_count() const { return data_.at("K").size(); }
    [[nodiscard]] std::size_t meeting_count() const { return data_.at("M").size(); }

    [[nodiscard]] Starts starts_of(std::size_t meeting, Value pinned) const {
        const Value slots = number("S");
        const std::size_t body = body_of(meeting);
        const bool seminar = is_seminar(meeting);
        const Value length = data_.at("M").at(meeting).at("dur").get<Value>();
        std::vector<Value> start, end, day;
        Starts made;
        for (const Json& item : data_.at(seminar ? "oksem" : "okstart").at(body)) {
            const auto t = item.get<Value>();
            if (pinned >= 0 && t != pinned) continue;
            start.push_back(t);
            end.push_back(t + length);
            day.push_back(t / slots);
            const auto d = static_cast<std::size_t>(t / slots);
            const auto s = static_cast<std::size_t>(t % slots);
            made.cost.push_back(data_.at("daycost").at(body).at(d).get<Cost>()
                                + (seminar ? 0 : data_.at("slotcost").at(body).at(s).get<Cost>()));
        }
        made.start = std::make_shared<std::vector<Value>>(std::move(start));
        made.end = std::make_shared<std::vector<Value>>(std::move(end));
        made.day = std::make_shared<std::vector<Value>>(std::move(day));
        return made;
    }

    void add_starts() {
        std::map<std::size_t, Value> pins;
        for (const Json& pin : data_.at("pins"))
            pins[pin.at(0).get<std::size_t>()] =
                pin.at(1).get<Value>() * number("S") + pin.at(2).get<Value>();
        std::map<std::pair<std::size_t, bool>, Starts> shared;
        for (std::size_t m = 0; m < meeting_count(); ++m) {
            const auto pin = pins.find(m);
            const auto key = std::pair{body_of(m), is_seminar(m)};
            if (pin == pins.end() && !shared.contains(key)) shared[key] = starts_of(m, -1);
            const Starts starts = pin == pins.end() ? shared[key] : starts_of(m, pin->second);
            const IntVar x = problem_.new_var(0, static_cast<Value>(starts.start->size()) - 1);
            problem_.add_cost(x, starts.cost);
            days_.emplace_back(x, starts.day);
            tasks_.push_back({x, starts.start, starts.end});
        }
    }

    void add_series() {
        for (std::size_t b = 0; b < body_count(); ++b) {
            solver::SeriesPath path;
            const Value first = number("first", b);
            for (Value k = 0; k < number("K", b); ++k)
                path.members.push_back(days_[static_cast<std::size_t>(first + k)]);
            path.least_gap = number("gmin", b);
            for (Value gap = number("gmin", b); gap <= number("gmax", b); ++gap)
                path.gap_cost.push_back(evenness_weight * std::abs(gap - number("ideal", b)));
            problem_.add_path(std::move(path));
        }
    }

    void add_lags() {
        for (const Json& lag : data_.at("lags")) {
            const Coordinate& a = days_[lag.at(0).get<std::size_t>()];
            const Coordinate& b = days_[lag.at(1).get<std::size_t>()];
            problem_.post<solver::Lag>(a, b, lag.at(2).get<Value>());
            problem_.post<solver::Lag>(b, a, -lag.at(3).get<Value>());
        }
    }

    void add_persons() {
        for (const Json& clique : data_.at("cliques")) {
            const auto bodies = clique.get<std::set<std::size_t>>();
            std::vector<Task> tasks;
            for (std::size_t m = 0; m < meeting_count(); ++m)
                if (bodies.contains(body_of(m))) tasks.push_back(tasks_[m]);
            problem_.post<solver::NoOverlap>(std::move(tasks), 0);
        }
    }

    // Place 0: Teams; 1: the one big room; 2..: the others.
    void add_places() {
        const auto big = data_.at("big").get<std::set<std::size_t>>();
        for (std::size_t m = 0; m < meeting_count(); ++m) {
            places_.push_back(problem_.new_var(0, big.contains(body_of(m)) ? 1 : number("rooms")));
            if (is_seminar(m)) problem_.require(solver::at_least(places_.back(), 1));
        }
    }

    void add_modes() {
        for (std::size_t b = 0; b < body_count(); ++b) {
            const auto first = static_cast<std::size_t>(number("first", b));
            const auto count = static_cast<std::size_t>(number("K", b));
            std::vector<solver::Literal> physical;
            for (std::size_t k = 0; k < count; ++k)
                physical.push_back(solver::at_least(places_[first + k], 1));
            problem_.require(physical.front());
            for (std::size_t k = 0; k + 2 < count; ++k)
                problem_.add_clause({physical[k], physical[k + 1], physical[k + 2]});
            const IntVar sum = problem_.new_var(number("physmin", b), number("K", b));
            std::vector<Cost> cost;
            for (Value n = number("physmin", b); n <= number("K", b); ++n)
                cost.push_back(mix_weight * std::abs(n - number("phystgt", b)));
            problem_.add_cost(sum, cost);
            problem_.post<solver::Count>(std::move(physical), sum);
        }
    }

    void add_rooms() {
        const auto exclusive = std::make_shared<std::vector<bool>>(
            static_cast<std::size_t>(number("rooms")) + 1, true);
        (*exclusive)[0] = false;
        const std::shared_ptr<const std::vector<bool>> shared = exclusive;
        for (std::size_t a = 0; a < meeting_count(); ++a)
            for (std::size_t b = a + 1; b < meeting_count(); ++b)
                if (body_of(a) != body_of(b))
                    problem_.post<solver::NotTogether>(tasks_[a], tasks_[b], places_[a], places_[b],
                                                       shared);
    }

    const Json& data_;
    Part part_;
    Problem problem_;
    std::vector<Coordinate> days_;
    std::vector<Task> tasks_;
    std::vector<IntVar> places_;
};

}  // namespace

Problem read_reference_calendar(const std::filesystem::path& file, Part part) {
    std::ifstream in{file};
    if (!in) throw base::IoError{base::both("kan ikke læse {}", "cannot read {}", file.string())};
    const Json data = Json::parse(in);
    return Reader{data, part}.read();
}

}  // namespace rul::bench
