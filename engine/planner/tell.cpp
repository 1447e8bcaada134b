#include "engine/planner/tell.hpp"

#include "engine/model/rule_words.hpp"
#include "engine/model/words.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using base::both;
using base::Text;
using model::MeetingId;

Text listed(const Text& line) {
    return {"  - " + line.danish + "\n", "  - " + line.english + "\n"};
}

void add(Text& text, const Text& more) {
    text.danish += more.danish;
    text.english += more.english;
}

// "man 16-01-2023", "man 16-01-2023 eller tir 17-01-2023".
Text dates_of(const model::Meeting& meeting) {
    Text dates;
    for (const model::Appointment& option : meeting.options) {
        if (!dates.empty()) add(dates, {" eller ", " or "});
        add(dates,
            model::in_both([&](base::Language l) { return model::to_short(option.date, l); }));
    }
    return dates;
}

Text appointment_words(const model::Meeting& meeting) {
    const Text dates = dates_of(meeting);
    return model::with_place({meeting.key + " er fastsat til " + dates.danish,
                              meeting.key + " is fixed on " + dates.english},
                             model::place_of(meeting));
}

// "SDFU skal have et møde man 16-01-2023 (rul.toml:12)"
Text include_words(const model::Series& series, model::Date date) {
    const auto at = std::find_if(series.includes.begin(), series.includes.end(),
                                 [date](const auto& included) { return included.date == date; });
    return model::with_place({fmt::format("{} skal have et møde {}", series.key,
                                          model::to_short(date, base::Language::danish)),
                              fmt::format("{} must have a meeting on {}", series.key,
                                          model::to_short(date, base::Language::english))},
                             at == series.includes.end() ? series.source : at->source);
}

// "det gælder: Direktør, Thisted Kommune; Formand"
Text persons_words(const model::Brief& brief, const std::vector<model::PersonId>& persons) {
    std::string names;
    for (const model::PersonId id : persons) {
        const model::Person& person = brief.at(id);
        names += (names.empty() ? "" : "; ") + (person.name.empty() ? person.key : person.name);
    }
    return both("    det gælder: {}\n", "    it is about: {}\n", names);
}

bool is_about_persons(const model::Rule& rule) {
    return std::holds_alternative<model::Attendance>(rule.kind)
           || std::holds_alternative<model::Load>(rule.kind);
}

}  // namespace

Text unplaceable_words(const model::Brief& brief, MeetingId id, const Candidates& found) {
    const std::string& key = brief.at(id).key;
    if (found.considered == 0)
        return both("{} har ingen mulig dato: ingen af dets mødetider falder i {}.\n",
                    "{} has no possible date: none of its slots falls in {}.\n", key,
                    model::to_text(brief.at(id).within));
    const Text ways{
        model::count_of(found.considered, "mulig placering", "mulige placeringer"),
        found.considered == 1 ? "is 1 way" : fmt::format("are {} ways", found.considered)};
    Text text{
        fmt::format("{} har ingen mulig dato. Det har {}, men\n", key, ways.danish),
        fmt::format("{} has no possible date. There {} to place it, but\n", key, ways.english)};
    for (const Candidates::Removal& removal : found.removals) {
        const Text rule = model::words_and_place_of(brief, removal.rule);
        add(text, {fmt::format("  - {} tages af: {}\n", removal.starts, rule.danish),
                   fmt::format("  - {} {} taken by: {}\n", removal.starts,
                               removal.starts == 1 ? "is" : "are", rule.english)});
    }
    return text;
}

Text tell_conflict(const model::Brief& brief, const Conflict& conflict) {
    Text text;
    const std::size_t count =
        conflict.rules.size() + conflict.meetings.size() + conflict.includes.size();
    if (count == 0)
        add(text, {"Perioden har ikke plads til møderne.\n",
                   "The period has no room for the meetings.\n"});
    else if (count == 1)
        add(text, {"Denne regel kan ikke holdes:\n", "This rule cannot be kept:\n"});
    else
        add(text, both("Disse {} krav kan ikke opfyldes på én gang:\n",
                       "These {} demands cannot be met together:\n", count));
    bool are_persons_told = conflict.persons.empty();
    for (const model::RuleId rule : conflict.rules) {
        add(text, listed(model::words_and_place_of(brief, rule)));
        if (are_persons_told || !is_about_persons(brief.at(rule))) continue;
        add(text, persons_words(brief, conflict.persons));
        are_persons_told = true;
    }
    for (const MeetingId id : conflict.meetings)
        add(text, listed(appointment_words(brief.at(id))));
    for (const Include& include : conflict.includes)
        add(text, listed(include_words(brief.at(include.series), include.date)));
    if (conflict.is_proved && conflict.is_irreducible && count > 1)
        add(text, {"Prøvet efter: de kan ikke opfyldes på én gang; opgives et af dem, kan resten. "
                   "Mødetider, måneder, tidsrum (within) og største antal er taget, som de står i "
                   "planfilen, hvor de ikke er nævnt.\n",
                   "Tried: they cannot be met together; without any one of them the rest can. "
                   "Slots, months, within and greatest counts are taken as the plan file has "
                   "them where they are not named.\n"});
    text.danish.pop_back();
    text.english.pop_back();
    return text;
}

}  // namespace rul::planner
