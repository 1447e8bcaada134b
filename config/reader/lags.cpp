#include "config/reader/lags.hpp"

#include "config/reader/references.hpp"

namespace rul::config {

using base::both;
using model::Unit;

namespace {

bool is_one_number(const model::DistanceRange& range, std::string_view text) {
    const char first = text.empty() ? ' ' : text.front();
    const bool digit = ('0' <= first && first <= '9') || first == '-';
    return range.ideal && !range.min && !range.max && digit;
}

int shift_of(Unit unit) {
    switch (unit) {
        case Unit::day:
            return 3;
        case Unit::working_day:
            return 2;
        case Unit::week:
            return 1;
        case Unit::minute:
        case Unit::hour:
            break;
    }
    return 0;
}

void bend(SaidLag& lag, const std::optional<model::Strength>& strength) {
    auto& range = lag.range;
    const int shift = strength ? 0 : shift_of(range.unit);
    range.min = *range.ideal - shift;
    range.max = *range.ideal + shift;
    if (shift > 0)
        lag.ideal_points = model::wish_points;
    else
        range.ideal.reset();
}

std::optional<model::Mix::Season> read_season(Draft& draft, const Node& node) {
    if (table_of(node, draft.report) == nullptr) return std::nullopt;
    Fields fields{node, draft.report};
    model::Mix::Season season;
    season.months = read_months_of(draft, fields.find("months"));
    season.weekdays = read_weekdays_of(draft, fields.find("weekdays"));
    const auto modes = read_modes(draft, fields.require("mode", R"(mode = "teams")"));
    fields.report_unknown();
    if (modes.empty()) return std::nullopt;
    season.mode = modes.front();
    return season;
}

}  // namespace

std::optional<SaidLag> read_lag(Draft& draft, const Node& node, std::string_view text,
                                std::size_t offset,
                                const std::optional<model::Strength>& strength) {
    const auto said = accept(read_distance(text), node, draft.report, offset);
    if (!said) return std::nullopt;
    SaidLag lag{said->range, said->side};
    if (is_one_number(lag.range, trimmed(text))) bend(lag, strength);
    return lag;
}

std::optional<SaidLag> read_lag(Draft& draft, const Node& node,
                                const std::optional<model::Strength>& strength) {
    const std::string* text = text_of(node, draft.report);
    if (text == nullptr) return std::nullopt;
    auto lag = read_lag(draft, node, *text, 0, strength);
    if (!lag || !lag->side) return lag;
    draft.report.error(
        node.place, "config.side-unwanted",
        both("her er rækkefølgen givet; \"før\" og \"efter\" hører ikke til",
             "the order is given here; \"before\" and \"after\" do not belong"),
        {.help = both(R"(skriv fx "28-49 dage")", R"(write for example "28-49 days")")});
    return std::nullopt;
}

void read_ideal_points(Fields& fields, model::Points& points) {
    const auto said = fields.whole("ideal_points", 0, static_cast<int>(max_points));
    if (said) points = *said;
}

bool read_mix_keys(Draft& draft, Fields& fields, std::string_view shares_key, model::Mix& mix) {
    const Node* shares = fields.find(shares_key);
    if (shares != nullptr) mix.shares = said(*shares, draft.report, read_mix).value_or(mix.shares);
    const auto in_a_row = fields.whole("in_a_row", 1, 366);
    if (in_a_row) mix.most_in_a_row = in_a_row;
    const Node* seasons = fields.find("seasons");
    if (seasons != nullptr)
        for (const Node* item : items_of(*seasons))
            if (auto season = read_season(draft, *item)) mix.seasons.push_back(*season);
    return shares != nullptr || fields.find("in_a_row") != nullptr || seasons != nullptr;
}

}  // namespace rul::config
