#include "engine/model/rule_words.hpp"

#include "engine/model/words.hpp"

#include <fmt/format.h>

#include <string_view>

namespace rul::model {

namespace {

using base::both;
using base::same;
using base::Text;

// Words of both languages put into a sentence of each.
template <class... Texts>
Text put(std::string_view danish, std::string_view english, const Texts&... texts) {
    return {fmt::format(fmt::runtime(danish), texts.danish...),
            fmt::format(fmt::runtime(english), texts.english...)};
}

Text joined(const Text& before, std::string_view danish, std::string_view english,
            const Text& more) {
    if (before.empty()) return more;
    return {before.danish + std::string{danish} + more.danish,
            before.english + std::string{english} + more.english};
}

Text distance_words(const DistanceRange& range) {
    return in_both([&](Language l) { return to_text(range, l); });
}

Text range_words(std::optional<int> least, std::optional<int> most) {
    return in_both([&](Language l) { return range_text(least, most, l); });
}

Text days_words(int days) {
    return in_both([days](Language l) { return count_of(days, Unit::day, l); });
}

Text mode_words(Mode mode) {
    return in_both([mode](Language l) { return to_text(mode, l); });
}

Text dates_words(const DateRange& dates) {
    return in_both([&](Language l) { return to_words(dates, l); });
}

Text part_words(const Spread& kind) {
    switch (kind.part) {
        case Spread::Part::week:
            return {"i hver uge", "in each week"};
        case Spread::Part::month:
            return {"i hver måned", "in each month"};
        case Spread::Part::quarter:
            return {"i hvert kvartal", "in each quarter"};
        case Spread::Part::half_year:
            return {"i hvert halvår", "in each half year"};
        case Spread::Part::window:
            break;
    }
    return kind.window ? dates_words(*kind.window) : Text{};
}

Text deadline_words(const Deadline& kind) {
    switch (kind.what) {
        case Deadline::What::items_in:
            return {"fristen for punkter til dagsordenen", "the deadline for agenda items"};
        case Deadline::What::agenda_out:
            return {"fristen for udsendelse af dagsordenen",
                    "the deadline for sending out the agenda"};
        case Deadline::What::minutes_out:
            return {"fristen for udsendelse af referatet",
                    "the deadline for sending out the minutes"};
        case Deadline::What::other:
            break;
    }
    return both("fristen \"{}\"", "the deadline \"{}\"", kind.title);
}

// Each kind of rule in words, without how strongly it is meant.
struct KindWords {
    const Brief& brief;

    Text operator()(const Attendance& /*kind*/) const {
        return {"de, der skal med, må ikke være optaget eller et andet sted",
                "those who must come may not be busy or elsewhere"};
    }
    Text operator()(const Distance& kind) const {
        const Text range = distance_words(kind.range);
        if (kind.pairs == Distance::Pairs::neighbours)
            return put("{}: fra møde til møde {}", "{}: from meeting to meeting {}",
                       same(kind.from.said), range);
        return put("fra {} til {} {}", "from {} to {} {}", same(kind.from.said), same(kind.to.said),
                   range);
    }
    Text operator()(const Needs& kind) const {
        Text providers;
        for (const Needs::Provider& provider : kind.providers) {
            DistanceRange bounds = provider.window;
            bounds.ideal.reset();
            const Text window = distance_words(bounds);
            const Text one =
                kind.side == Needs::Side::before
                    ? put("{} {} før", "{} {} before", same(provider.meetings.said), window)
                    : put("{} {} efter", "{} {} after", same(provider.meetings.said), window);
            providers = joined(providers, " og ", " and ", one);
        }
        return put("{} skal have {}", "{} needs {}", same(kind.subject.said), providers);
    }
    Text operator()(const SameDay& kind) const {
        return both("{} og derefter {} samme dag", "{} and then {} on the same day",
                    kind.first.said, kind.second.said);
    }
    Text operator()(const Inside& kind) const {
        return both("{} ligger i {}", "{} is inside {}", kind.meetings.said, kind.seminars.said);
    }
    Text operator()(const Spread& kind) const {
        return put("{}: {} {}", "{}: {} {}", same(kind.meetings.said),
                   range_words(kind.least, kind.most), part_words(kind));
    }
    Text operator()(const Mix& kind) const {
        Text shares;
        for (const Mix::Share& share : kind.shares)
            shares = joined(shares, ", ", ", ",
                            put("{} {}", "{} {}", range_words(share.least, share.most),
                                mode_words(share.mode)));
        if (kind.most_in_a_row)
            shares = joined(shares, ", ", ", ",
                            both("højst {} af samme slags i træk", "at most {} alike in a row",
                                 *kind.most_in_a_row));
        for (const Mix::Season& season : kind.seasons)
            shares = joined(shares, ", ", ", ", season_words(season));
        return put("{}: {}", "{}: {}", same(kind.meetings.said), shares);
    }
    Text operator()(const Rotation& kind) const {
        return both("{} går på skift mellem kommunerne", "{} goes round the municipalities",
                    kind.meetings.said);
    }
    Text operator()(const Rooms& /*kind*/) const {
        return {"hvert møde har et lokale, der er stort nok og ledigt",
                "each meeting has a room that is large enough and free"};
    }
    Text operator()(const Apart& kind) const {
        if (kind.week)
            return both("{} og {} ikke i samme uge", "{} and {} not in the same week", kind.a.said,
                        kind.b.said);
        if (kind.days == 1)
            return both("{} og {} ikke samme dag", "{} and {} not on the same day", kind.a.said,
                        kind.b.said);
        return put("{} og {} mindst {} fra hinanden", "{} and {} at least {} apart",
                   same(kind.a.said), same(kind.b.said), days_words(kind.days));
    }
    Text operator()(const Gather& kind) const {
        return both("{} samles på samme dag og sted", "{} gathers on one day and at one venue",
                    kind.meetings.said);
    }
    Text operator()(const Load& kind) const {
        const bool is_by_day = kind.per == Load::Per::day;
        const Text most{count_of(kind.most, "møde", "møder"),
                        count_of(kind.most, "meeting", "meetings")};
        return put(is_by_day ? "højst {} om dagen for {}" : "højst {} om ugen for {}",
                   is_by_day ? "at most {} a day for {}" : "at most {} a week for {}", most,
                   names_of(kind.persons));
    }
    Text operator()(const Deadline& kind) const {
        return put("{} ({} {}) er ikke en lukket dag", "{} ({} {}) is not a closed day",
                   deadline_words(kind),
                   in_both([&](Language l) { return to_text(kind.offset, l); }),
                   same(kind.meetings.said));
    }
    Text operator()(const Notice& kind) const {
        return put("{} lægges og flyttes mindst {} i forvejen",
                   "{} is placed and moved at least {} ahead", same(kind.meetings.said),
                   days_words(kind.days));
    }
    Text operator()(const Regular& kind) const {
        const bool is_of_last_year = !kind.last_year.empty();
        const Text since = is_of_last_year ? Text{" som sidste år", " as last year"} : Text{};
        const Text what = kind.what == Regular::What::weekday ? Text{"ugedag", "weekday"}
                          : kind.what == Regular::What::time  ? Text{"tidspunkt", "time"}
                                                              : Text{"uger", "weeks"};
        return put("{} holder samme {}{}", "{} keeps the same {}{}", same(kind.meetings.said), what,
                   since);
    }
    Text operator()(const Keep& kind) const {
        return both("{} bliver, hvor det er offentliggjort", "{} stays where it was published",
                    kind.meetings.said);
    }
    Text operator()(const Within& kind) const {
        const Text window = kind.said.empty() ? dates_words(kind.window) : same(kind.said);
        switch (kind.side) {
            case Within::Side::before:
                return put("{} før {}", "{} before {}", same(kind.meetings.said), window);
            case Within::Side::after:
                return put("{} efter {}", "{} after {}", same(kind.meetings.said), window);
            case Within::Side::inside:
                break;
        }
        return put("{} inden for {}", "{} within {}", same(kind.meetings.said), window);
    }
    Text operator()(const SlotChoice& kind) const {
        return both("{} ligger i sine mødetider", "{} is in its slots", kind.meetings.said);
    }
    Text operator()(const Count& kind) const {
        const Series& series = brief.at(kind.series);
        int least = 0;
        for (const Quota& quota : series.quotas)
            least += quota.least;
        return {
            fmt::format("{} holder mindst {}", series.key, count_of(least, "møde", "møder")),
            fmt::format("{} has at least {}", series.key, count_of(least, "meeting", "meetings"))};
    }
    Text operator()(const Blocked& kind) const {
        const Block& block = brief.blocks[kind.block.index];
        if (!block.why.empty()) return both("spærring: {}", "block: {}", block.why);
        Text days;
        for (const DateRange& range : block.days)
            days = joined(days, ", ", ", ", dates_words(range));
        return put("spærring: {}", "block: {}", days);
    }
    Text operator()(const ClosedDays& /*kind*/) const {
        return {"ingen møder på helligdage og lukkede dage",
                "no meetings on holidays and closed days"};
    }
    Text operator()(const Appointments& /*kind*/) const {
        return {"aftalte datoer holdes", "agreed dates are kept"};
    }

  private:
    [[nodiscard]] Text names_of(const std::vector<PersonId>& persons) const {
        if (persons.empty()) return {"hver deltager", "each participant"};
        Text names;
        for (const PersonId id : persons) {
            const Person& person = brief.at(id);
            names = joined(names, ", ", ", ", same(person.name.empty() ? person.key : person.name));
        }
        return names;
    }
    static Text season_words(const Mix::Season& season) {
        Text when;
        for (const unsigned month : season.months)
            when = joined(when, ", ", ", ", in_both([month](Language l) {
                              return month_name(std::chrono::month{month}, l);
                          }));
        for (const auto day : season.weekdays)
            when = joined(when, ", ", ", ",
                          in_both([day](Language l) { return weekday_name(day, l); }));
        return put("{} ({})", "{} ({})", mode_words(season.mode), when);
    }
};

}  // namespace

Text words_of(const Brief& brief, const Rule& rule) {
    const bool is_block = std::holds_alternative<Blocked>(rule.kind);  // its text is why
    if (!is_block && !rule.text.empty()) return same(rule.text);
    return std::visit(KindWords{brief}, rule.kind);
}

base::Location place_of(const Rule& rule) {
    const bool is_always_so =
        std::holds_alternative<Rooms>(rule.kind) || std::holds_alternative<Appointments>(rule.kind);
    return is_always_so ? base::Location{} : rule.source;
}

base::Location place_of(const Meeting& meeting) {
    const bool has_line = !meeting.options.empty() && meeting.options.front().source.line > 0;
    return has_line ? meeting.options.front().source : meeting.source;
}

Text with_place(const Text& words, const base::Location& where) {
    if (where.line == 0) return words;
    const std::string place = fmt::format(" ({}:{})", where.file, where.line);
    return {words.danish + place, words.english + place};
}

Text words_and_place_of(const Brief& brief, RuleId rule) {
    return with_place(words_of(brief, brief.at(rule)), place_of(brief.at(rule)));
}

}  // namespace rul::model
