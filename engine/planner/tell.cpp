#include "engine/planner/tell.hpp"

#include "engine/model/words.hpp"

#include <algorithm>

namespace rul::planner {

namespace {

using base::both;
using base::Text;
using model::MeetingId;

// " (plan.toml:14)", or nothing.
std::string place_of(const base::Location& where) {
    return where.line == 0 ? std::string{} : fmt::format(" ({}:{})", where.file, where.line);
}

std::string trimmed(const std::string& line) {
    constexpr const char* blanks = " \t";
    const std::size_t first = line.find_first_not_of(blanks);
    if (first == std::string::npos) return {};
    return line.substr(first, line.find_last_not_of(blanks) - first + 1);
}

// What the kinds that nobody writes down ask for; empty: the line in the file says it.
struct KindWords {
    const model::Brief& brief;

    Text operator()(const model::Attendance& /*kind*/) const {
        return {"de, der skal med, er kun ét sted ad gangen og er ikke optaget",
                "those who must come are in one place at a time, and not busy"};
    }
    Text operator()(const model::Rooms& /*kind*/) const {
        return {"hvert møde har et lokale, der er stort nok og ledigt",
                "each meeting has a room that is large enough and free"};
    }
    Text operator()(const model::ClosedDays& /*kind*/) const {
        return {"ingen møder på helligdage og lukkede dage",
                "no meetings on holidays and closed days"};
    }
    Text operator()(const model::Appointments& /*kind*/) const {
        return {"aftalte datoer, som et af mødeseriens møder skal ligge på",
                "appointed dates on which some meeting of the series must be"};
    }
    Text operator()(const model::SlotChoice& kind) const {
        return both("{} ligger i sine mødetider", "{} is in its slots", kind.meetings.said);
    }
    Text operator()(const model::Count& kind) const {
        const model::Series& series = brief.at(kind.series);
        int least = 0;
        for (const model::Quota& quota : series.quotas)
            least += quota.least;
        return {
            fmt::format("{} holder mindst {}", series.key, model::count_of(least, "møde", "møder")),
            fmt::format("{} has at least {}", series.key,
                        model::count_of(least, "meeting", "meetings"))};
    }
    Text operator()(const model::Blocked& kind) const {
        const model::Block& block = brief.blocks[kind.block.index];
        if (block.why.empty()) return {};
        return both("spærring: {}", "block: {}", block.why);
    }
    template <class Other>
    Text operator()(const Other& /*kind*/) const {
        return {};
    }
};

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
    const std::string place = place_of(meeting.source);
    return {meeting.key + " er fastsat til " + dates.danish + place,
            meeting.key + " is fixed on " + dates.english + place};
}

// "SDFU/3 har ingen mulig dato. Dens 52 muligheder forsvinder sådan: ..."
Text tell_unplaceable(const model::Brief& brief, MeetingId id, const Candidates& found) {
    const std::string& key = brief.at(id).key;
    if (found.considered == 0)
        return both("{} har ingen mulig dato: ingen af dets mødetider falder i {}.\n",
                    "{} has no possible date: none of its slots falls in {}.\n", key,
                    model::to_text(brief.at(id).within));
    Text text = both("{} har ingen mulig dato. Det har {} mulige placeringer, men\n",
                     "{} has no possible date. There are {} ways to place it, but\n", key,
                     found.considered);
    for (const Candidates::Removal& removal : found.removals) {
        const Text rule = rule_words(brief, removal.rule);
        add(text, {fmt::format("  - {} tages af: {}\n", removal.starts, rule.danish),
                   fmt::format("  - {} are taken by: {}\n", removal.starts, rule.english)});
    }
    return text;
}

}  // namespace

Text rule_words(const model::Brief& brief, model::RuleId id) {
    const model::Rule& rule = brief.at(id);
    const std::string place = place_of(rule.source);
    const bool is_block = std::holds_alternative<model::Blocked>(rule.kind);  // its text is why
    Text words = is_block ? Text{} : base::same(rule.text);
    if (words.empty()) words = std::visit(KindWords{brief}, rule.kind);
    if (words.empty()) words = base::same(trimmed(rule.source.source_line));
    if (words.empty()) words = base::same(rule.key);
    return {words.danish + place, words.english + place};
}

Text tell_conflict(const model::Brief& brief, const Conflict& conflict, const Encoding& whole) {
    Text text;
    for (const MeetingId id : whole.unplaceable())
        add(text, tell_unplaceable(brief, id, whole.candidates(id)));
    const std::size_t count = conflict.rules.size() + conflict.meetings.size();
    if (count == 0)
        add(text, {"Perioden har ikke plads til møderne.\n",
                   "The period has no room for the meetings.\n"});
    else if (count == 1)
        add(text, {"Denne regel kan ikke holdes:\n", "This rule cannot be kept:\n"});
    else
        add(text, both("Disse {} regler kan ikke holde sammen:\n",
                       "These {} rules cannot hold together:\n", count));
    for (const model::RuleId rule : conflict.rules)
        add(text, listed(rule_words(brief, rule)));
    for (const MeetingId id : conflict.meetings)
        add(text, listed(appointment_words(brief.at(id))));
    text.danish.pop_back();
    text.english.pop_back();
    return text;
}

}  // namespace rul::planner
