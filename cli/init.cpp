#include "cli/commands.hpp"
#include "engine/model/calendar.hpp"

#include <chrono>
#include <filesystem>

namespace rul::cli {

namespace {

using base::both;
using desk::Failure;

// A starter is for the year to come: the one thing in Rul that asks the clock what day it is.
int coming_year(const std::optional<model::Date>& today) {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const model::Date day = today.value_or(model::Date{now.time_since_epoch()});
    return static_cast<int>(model::ymd(day).year()) + 1;
}

Failure cannot_understand(const Arguments& arguments, base::Diagnostics diagnostics) {
    return {.exit_code = code::wrong_input,
            .message = both("{} kan ikke læses som en kalender", "{} cannot be read as a calendar",
                            arguments.from),
            .hint = both("prøv: rul init (uden --from)", "try: rul init (without --from)"),
            .diagnostics = std::move(diagnostics)};
}

bool may_write(const std::string& file, const Console& console) {
    if (!std::filesystem::is_regular_file(file)) return true;
    return console.can_ask()
           && console.confirms(both("{} findes allerede. Skriv oven i den?",
                                    "{} is there already. Overwrite it?", file));
}

Failure is_there_already(const std::string& file) {
    return {.exit_code = code::wrong_input,
            .message = both("{} findes allerede", "{} is there already", file),
            .hint = both("prøv: rul init -o {}", "try: rul init -o {}",
                         file == "rul.toml" ? "plan.toml" : "rul.toml")};
}

}  // namespace

int init(const Arguments& arguments, const Console& console) {
    const auto settings = settings_of(arguments);
    if (const auto* failure = std::get_if<Failure>(&settings)) return console.fail(*failure);
    const std::string file = arguments.output.empty() ? "rul.toml" : arguments.output;

    base::Diagnostics diagnostics;
    const auto text = arguments.from.empty()
                          ? desk::starter_plan(coming_year(std::get<Settings>(settings).today),
                                               console.language())
                          : desk::plan_from(arguments.from, console.language(), diagnostics);
    if (!text) return console.fail(cannot_understand(arguments, std::move(diagnostics)));
    if (!console.speaks_json()) console.show(diagnostics);
    if (file == "-") {
        console.print(*text);
        return code::done;
    }
    if (!may_write(file, console)) return console.fail(is_there_already(file));
    desk::write_document(file, *text);
    if (console.speaks_json()) console.print(desk::files_json({.files = {file}}));
    console.note(both("skrev {0}; prøv nu: rul plan {0}", "wrote {0}; now try: rul plan {0}",
                      typed_in_shell(file)));
    return code::done;
}

}  // namespace rul::cli
