#include "config/plan_file.hpp"

#include "config/reader/draft.hpp"

#include <deque>
#include <utility>

namespace rul::config {

using base::both;

namespace {

bool is_of_plan_alone(std::string_view key) {
    for (const std::string_view top : {"title", "period", "timezone", "language", "grid", "today",
                                       "organizer", "persons_from", "published_from"})
        if (key == top) return true;
    return false;
}

// What an included file may not hold.
void check_included(const Node& root, Report& report) {
    for (const Entry& entry : root.entries) {
        if (entry.key == "include")
            report.error(entry.place, "config.include-again",
                         both("en fil, der er taget med, kan ikke selv tage filer med",
                              "an included file cannot include files itself"),
                         {.help = both("skriv den i planens egen include",
                                       "write it in the plan's own include")});
        else if (is_of_plan_alone(entry.key))
            report.error(
                entry.place, "config.include-top",
                both("{} kan kun stå i selve planen", "{} can only be in the plan itself",
                     entry.key),
                {.help = both("flyt linjen til planfilen", "move the line to the plan file")});
    }
}

// The plan's tree and those of its included files, which live as long as the reading does.
class Files {
  public:
    Files(const SourceText& plan, Folder& folder, Report& report)
        : plan_{plan}, folder_{folder}, report_{report} {}

    /// Whether all of them could be read.
    [[nodiscard]] bool read() {
        auto root = parse_tree(plan_, report_);
        if (!root) return false;
        roots_.push_back(std::move(*root));
        const Entry* include = roots_.front().find("include");
        if (include == nullptr) return true;
        bool complete = true;
        for (const Node* item : items_of(include->value))
            complete = read_included(*item) && complete;
        return complete;
    }

    [[nodiscard]] std::vector<const Entry*> entries() const {
        std::vector<const Entry*> all;
        for (const Node& root : roots_)
            for (const Entry& entry : root.entries)
                if (&root == &roots_.front() || !is_of_plan_alone(entry.key)) all.push_back(&entry);
        return all;
    }

  private:
    bool read_included(const Node& item) {
        const std::string* name = text_of(item, report_);
        const SourceText* text =
            name == nullptr ? nullptr : folder_.read(*name, item.place, report_);
        auto root = text == nullptr ? std::nullopt : parse_tree(*text, report_);
        if (!root) return false;
        check_included(*root, report_);
        roots_.push_back(std::move(*root));
        return true;
    }

    const SourceText& plan_;
    Folder& folder_;
    Report& report_;
    std::deque<Node> roots_;
};

void read_all(Draft& draft) {
    if (!read_top(draft)) return;
    declare_people(draft);
    read_defaults(draft);
    read_people(draft);
    read_bodies(draft);
    read_events(draft);
    read_meetings(draft);
    read_processes(draft);
    add_standing_rules(draft);
    read_blocks(draft);
    read_rules(draft);
}

std::optional<model::Brief> read_plan(const SourceText* plan, Folder& folder,
                                      const IcsReader& read_ics, std::optional<model::Date> today,
                                      Report& report) {
    if (plan == nullptr) return std::nullopt;
    Files files{*plan, folder, report};
    if (!files.read()) return std::nullopt;
    Draft draft{report, folder, read_ics, files.entries(), {plan, 1, 1, 1}};
    draft.today = today;
    read_all(draft);
    return std::move(draft.brief);
}

// Only what was found while reading this plan counts, not what the caller brought.
template <class Read>
std::optional<model::Brief> judged(base::Diagnostics& diagnostics, Read read) {
    const std::size_t before = diagnostics.error_count();
    Report report{diagnostics};
    auto brief = read(report);
    diagnostics.sort();
    if (diagnostics.error_count() > before) return std::nullopt;
    return brief;
}

}  // namespace

std::optional<model::Brief> load_plan(const std::filesystem::path& file, const IcsReader& read_ics,
                                      base::Diagnostics& diagnostics,
                                      std::optional<model::Date> today) {
    return judged(diagnostics, [&](Report& report) {
        Folder folder{file};
        return read_plan(folder.read_plan(report), folder, read_ics, today, report);
    });
}

std::optional<model::Brief> parse_plan(std::string_view text, const std::filesystem::path& file,
                                       const IcsReader& read_ics, base::Diagnostics& diagnostics,
                                       std::optional<model::Date> today) {
    return judged(diagnostics, [&](Report& report) {
        Folder folder{file};
        return read_plan(folder.take_plan(text, report), folder, read_ics, today, report);
    });
}

}  // namespace rul::config
