#include "config/notation/names.hpp"

#include "config/notation/dates.hpp"
#include "desk/desk.hpp"

#include <algorithm>
#include <charconv>

namespace rul::desk {

namespace {

using base::both;

base::Text did_you_mean(const std::string& wrong, const std::vector<std::string>& names) {
    if (const auto near = nearest(wrong, names))
        return both("mente du \"{}\"?", "did you mean \"{}\"?", *near);
    if (names.empty()) return {};
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return names.size() > 12 ? base::Text{} : both("der er: {}", "there are: {}", list);
}

// The one thing `said` is the key or the name of, case aside.
template <class Id, class Things>
std::optional<Id> find_named(const Things& things, const std::string& said) {
    for (std::size_t i = 0; i < things.size(); ++i)
        if (config::is_same_name(things[i].key, said) || config::is_same_name(things[i].name, said))
            return Id{i};
    return std::nullopt;
}

template <class Things>
std::vector<std::string> keys_of(const Things& things) {
    std::vector<std::string> keys;
    keys.reserve(things.size());
    for (const auto& thing : things)
        keys.push_back(thing.key);
    return keys;
}

std::optional<int> number_in(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// "3", "2023-03", "03-2023", "marts", "marts 2023".
bool read_month_into(documents::Filter& filter, std::string_view said) {
    const std::size_t split = said.find_last_of("- /");
    std::string_view month = said.substr(0, split);
    std::string_view year = split == std::string_view::npos ? "" : said.substr(split + 1);
    if (month.size() == 4 && number_in(month)) std::swap(month, year);
    if (!year.empty()) {
        const auto number = number_in(year);
        if (!number || *number < 1990 || 2037 < *number) return false;
        filter.year = std::chrono::year{*number};
    }
    if (const auto number = number_in(month)) {
        if (*number < 1 || 12 < *number) return false;
        filter.month = std::chrono::month{static_cast<unsigned>(*number)};
        return true;
    }
    const auto read = config::read_month(month);
    if (read) filter.month = std::chrono::month{*read};
    return static_cast<bool>(read);
}

}  // namespace

std::optional<std::string> nearest(std::string_view wrong,
                                   const std::vector<std::string>& candidates) {
    return config::nearest_name(wrong, candidates);
}

std::optional<documents::Filter> find_filter(const model::Brief& brief, const std::string& body,
                                             const std::string& person, const std::string& month,
                                             base::Diagnostics& diagnostics) {
    documents::Filter filter;
    if (!body.empty()) filter.body = find_named<model::BodyId>(brief.bodies, body);
    if (!body.empty() && !filter.body)
        diagnostics.add(
            {.code = "desk.unknown-body",
             .message = both("intet organ hedder \"{}\"", "no body is called \"{}\"", body),
             .help = did_you_mean(body, keys_of(brief.bodies))});
    if (!person.empty()) filter.person = find_named<model::PersonId>(brief.persons, person);
    if (!person.empty() && !filter.person)
        diagnostics.add(
            {.code = "desk.unknown-person",
             .message = both("ingen person hedder \"{}\"", "no person is called \"{}\"", person),
             .help = did_you_mean(person, keys_of(brief.persons))});
    if (!month.empty() && !read_month_into(filter, month))
        diagnostics.add(
            {.code = "desk.month",
             .message = both("\"{}\" er ikke en måned", "\"{}\" is no month", month),
             .help = both("skriv 3, marts eller 2023-03", "write 3, March or 2023-03")});
    if (diagnostics.has_errors()) return std::nullopt;
    return filter;
}

std::optional<model::Date> read_date(std::string_view text, base::Diagnostics& diagnostics,
                                     const std::optional<model::DateRange>& period) {
    const auto read = config::read_date(text, period);
    if (read) return *read;
    diagnostics.add(
        {.code = read.problem.code, .message = read.problem.message, .help = read.problem.help});
    return std::nullopt;
}

}  // namespace rul::desk
