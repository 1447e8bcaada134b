#include "documents/year_overview.hpp"

#include "base/layout.hpp"
#include "documents/year_days.hpp"
#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rul::documents {

namespace {

using base::both;

constexpr std::size_t week_width = 3;
constexpr std::size_t month_width =
    week_width + std::size_t{7} * 4;  // " dd" and a mark for each day
constexpr std::size_t months_gap = 3;

class Overview {
  public:
    Overview(const model::Brief& brief, const YearDays& days, const Look& look)
        : brief_{brief}, days_{days}, look_{look} {}

    [[nodiscard]] std::string text() const {
        std::string all;
        const auto months = days_.months();
        const std::size_t across = months_across();
        for (std::size_t i = 0; i < months.size(); i += across) {
            const auto end = std::min(i + across, months.size());
            if (i > 0) all += '\n';
            all += band({months.begin() + static_cast<std::ptrdiff_t>(i),
                         months.begin() + static_cast<std::ptrdiff_t>(end)});
        }
        return all + '\n' + legend() + several();
    }

  private:
    [[nodiscard]] std::size_t months_across() const {
        if (look_.width == 0) return 3;
        return std::clamp((look_.width + months_gap) / (month_width + months_gap), std::size_t{1},
                          std::size_t{4});
    }

    // The lines of a month, every one month_width columns wide.
    [[nodiscard]] std::vector<std::string> lines_of(std::chrono::year_month month) const {
        const std::string title =
            fmt::format("{} {}", model::month_name(month.month(), look_.language),
                        static_cast<int>(month.year()));
        std::vector<std::string> lines{
            styled(base::padded_right(title, month_width), Style::heading, look_), weekdays()};
        for (const auto& week : YearDays::weeks_of(month))
            lines.push_back(line_of(week));
        return lines;
    }

    [[nodiscard]] std::string weekdays() const {
        std::string line(week_width, ' ');
        for (unsigned day = 1; day <= 7; ++day) {
            const auto name =
                model::short_weekday_name(std::chrono::weekday{day % 7}, look_.language);
            line += " " + base::padded_right(name, 3);
        }
        return styled(line, Style::faint, look_);
    }

    [[nodiscard]] std::string line_of(const YearDays::Week& week) const {
        const auto known = std::find_if(week.begin(), week.end(), [](auto day) { return !!day; });
        std::string line =
            styled(fmt::format("{:2} ", model::iso_week(**known).week), Style::faint, look_);
        for (const auto& date : week)
            line += date ? cell_of(*date) : std::string(4, ' ');
        return line;
    }

    [[nodiscard]] std::string cell_of(model::Date date) const {
        const YearDay day = days_.day(date);
        const auto number = static_cast<unsigned>(model::ymd(date).day());
        return styled(fmt::format("{:3}{}", number, mark_of(day)), style_of(date, day), look_);
    }

    [[nodiscard]] std::string mark_of(const YearDay& day) const {
        if (day.bodies.size() == 1) return days_.letter_of(day.bodies.front());
        if (!day.bodies.empty()) return "*";
        if (day.holiday != nullptr) return ".";
        return day.block != nullptr ? "-" : " ";
    }

    [[nodiscard]] static Style style_of(model::Date date, const YearDay& day) {
        if (!day.bodies.empty()) return Style::heading;
        if (day.holiday != nullptr) return Style::holiday;
        const bool is_weekend = model::weekday_of(date).iso_encoding() >= 6;
        return is_weekend || day.block != nullptr ? Style::faint : Style::plain;
    }

    // Months side by side.
    [[nodiscard]] std::string band(const std::vector<std::chrono::year_month>& months) const {
        std::vector<std::vector<std::string>> blocks;
        std::size_t height = 0;
        for (const auto month : months) {
            blocks.push_back(lines_of(month));
            height = std::max(height, blocks.back().size());
        }
        std::string text;
        for (std::size_t k = 0; k < height; ++k) {
            std::string line;
            for (const auto& block : blocks) {
                if (&block != &blocks.front()) line.append(months_gap, ' ');
                line += k < block.size() ? block[k] : std::string(month_width, ' ');
            }
            line.erase(line.find_last_not_of(' ') + 1);
            text += line + '\n';
        }
        return text;
    }

    [[nodiscard]] std::string legend() const {
        std::string text;
        for (const auto body : days_.bodies())
            text += fmt::format("{}  {}\n", days_.letter_of(body), brief_.at(body).key);
        if (days_.bodies().size() > 1)
            text += both("*  flere organer mødes\n", "*  several bodies meet\n").in(look_.language);
        return text
               + both(".  helligdag eller lukkedag\n-  spærret for alle\n",
                      ".  holiday or closed day\n-  blocked for all\n")
                     .in(look_.language);
    }

    // The days with a star.
    [[nodiscard]] std::string several() const {
        std::string text;
        for (auto date = brief_.period.first; date <= brief_.period.last;
             date += std::chrono::days{1}) {
            const YearDay day = days_.day(date);
            if (day.bodies.size() < 2) continue;
            std::string names;
            for (const auto body : day.bodies)
                names += (names.empty() ? "" : ", ") + brief_.at(body).key;
            text += fmt::format("*  {}: {}\n", model::to_short(date, look_.language), names);
        }
        return text.empty() ? "" : '\n' + text;
    }

    const model::Brief& brief_;
    const YearDays& days_;
    Look look_;
};

}  // namespace

std::string year_overview(const model::Brief& brief, const model::Plan& plan, const Filter& filter,
                          const Look& look) {
    return Overview{brief, YearDays{brief, plan, filter}, look}.text();
}

}  // namespace rul::documents
