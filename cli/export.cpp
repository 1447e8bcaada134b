#include "cli/commands.hpp"

#include <array>
#include <utility>

namespace rul::cli {

namespace {

using base::both;
using desk::Failure;
using desk::Format;

constexpr std::array<std::pair<std::string_view, Format>, 5> formats{{{"ics", Format::ics},
                                                                      {"csv", Format::csv},
                                                                      {"html", Format::html},
                                                                      {"json", Format::json},
                                                                      {"mzn", Format::mzn}}};

std::optional<Format> find_format(const std::string& said) {
    for (const auto& [name, format] : formats)
        if (name == said) return format;
    return std::nullopt;
}

Failure no_such_format(const Arguments& arguments) {
    std::vector<std::string> names;
    names.reserve(formats.size());
    for (const auto& [name, format] : formats)
        names.emplace_back(name);
    const std::string near = desk::nearest(arguments.to, names).value_or("ics");
    return {.exit_code = code::wrong_input,
            .message = arguments.to.empty()
                           ? both("sig hvilken slags filer: --to ics, csv, html, json eller mzn",
                                  "say what kind of files: --to ics, csv, html, json or mzn")
                           : both("--to {}: der er ics, csv, html, json og mzn",
                                  "--to {}: there are ics, csv, html, json and mzn", arguments.to),
            .hint = try_verb("export", arguments, "--to " + near)};
}

// Feeds and models are of all there is; what a person sees is decided by whose feed they subscribe
// to.
std::optional<Failure> wrong_for_all(const Arguments& arguments, Format format) {
    const bool has_filter =
        !arguments.body.empty() || !arguments.person.empty() || !arguments.month.empty();
    const bool is_feeds = format == Format::ics;
    if (has_filter)
        return Failure{
            .exit_code = code::wrong_input,
            .message = both(is_feeds ? "--to ics skriver alle kalendere; --body, --person og "
                                       "--month hører til csv, html og json"
                                     : "--to mzn skriver hele planen; --body, --person og --month "
                                       "hører til csv, html og json",
                            is_feeds ? "--to ics writes all feeds; --body, --person and --month go "
                                       "with csv, html and json"
                                     : "--to mzn writes the whole plan; --body, --person and "
                                       "--month go with csv, html and json"),
            .hint = try_verb("export", arguments,
                             is_feeds ? "--to ics -o feeds" : "--to mzn -o plan.mzn")};
    if (is_feeds && arguments.output == "-")
        return Failure{.exit_code = code::wrong_input,
                       .message = both("--to ics skriver mange filer: -o er en mappe",
                                       "--to ics writes many files: -o is a folder"),
                       .hint = try_verb("export", arguments, "--to ics -o feeds")};
    return std::nullopt;
}

// A meeting that subscribers have is not to be lost by a slip of the pen.
void tell_of_vanished(const std::vector<std::string>& keys, const Console& console) {
    if (keys.empty()) return;
    std::string list;
    for (const auto& key : keys)
        list += (list.empty() ? "" : ", ") + key;
    console.note(
        both("{}: udgivet før, men ikke længere i planfilen; kalenderne viser det nu som "
             "aflyst",
             "{}: published before, but no longer in the plan file; the feeds now show it "
             "as cancelled",
             list));
}

int tell_of_files(const desk::HandedOut& out, const Console& console, int exit_code) {
    if (console.speaks_json()) {
        console.print(desk::files_json(out));
        return exit_code;
    }
    std::string text;
    for (const auto& file : out.files)
        text += file.string() + "\n";
    console.print(text);
    tell_of_vanished(out.vanished, console);
    return exit_code;
}

int export_document(const Arguments& arguments, const WithCalendar& opened, Format format,
                    const Console& console) {
    base::Diagnostics diagnostics;
    const auto filter = desk::find_filter(opened.plan.brief, arguments.body, arguments.person,
                                          arguments.month, diagnostics);
    if (!filter)
        return console.fail({.exit_code = code::wrong_input,
                             .hint = try_verb("show", arguments),
                             .diagnostics = diagnostics});
    // Documents are for others: they speak the plan's language unless told otherwise.
    const auto language =
        arguments.language.empty() ? opened.plan.brief.language : console.language();
    const auto text = desk::document(opened.plan, opened.calendar, *filter, format, language);
    if (arguments.output.empty() || arguments.output == "-") {
        console.print(text);
        return opened.exit_code;
    }
    desk::write_document(opened.plan, arguments.output, text);
    return tell_of_files({.files = {arguments.output}}, console, opened.exit_code);
}

// The model is of the plan file alone; a calendar, if one was kept, goes into a file beside it.
int export_model(const Arguments& arguments, const Console& console) {
    const auto settings = settings_of(arguments);
    if (const auto* failure = std::get_if<Failure>(&settings)) return console.fail(*failure);
    const auto opened = open_plan(arguments, std::get<Settings>(settings), console);
    if (const int* exit_code = std::get_if<int>(&opened)) return *exit_code;
    const auto& plan = std::get<desk::PlanFile>(opened);
    if (arguments.output.empty() || arguments.output == "-") {
        console.print(desk::model(plan));
        return code::done;
    }
    base::Diagnostics diagnostics;
    const auto saved = desk::load_saved(plan, diagnostics);
    if (diagnostics.has_errors())
        return console.fail({.exit_code = code::wrong_input,
                             .hint = try_verb("plan", arguments),
                             .diagnostics = diagnostics});
    const auto* const calendar = saved && saved->calendar ? &*saved->calendar : nullptr;
    if (saved && calendar == nullptr)
        console.note({fmt::format("kalenderen holder ikke længere reglerne og skrives ikke; {}",
                                  try_verb("plan", arguments).danish),
                      fmt::format("the calendar no longer keeps the rules and is not written; {}",
                                  try_verb("plan", arguments).english)});
    return tell_of_files({.files = desk::export_model(plan, calendar, arguments.output)}, console,
                         code::done);
}

}  // namespace

int export_files(const Arguments& arguments, const Console& console) {
    const auto format = find_format(arguments.to);
    if (!format) return console.fail(no_such_format(arguments));
    if (*format == Format::ics || *format == Format::mzn)
        if (const auto failure = wrong_for_all(arguments, *format)) return console.fail(*failure);
    if (*format == Format::mzn) return export_model(arguments, console);

    const auto opened = open_calendar(arguments, console);
    if (const int* exit_code = std::get_if<int>(&opened)) return *exit_code;
    const auto& with = std::get<WithCalendar>(opened);
    if (*format != Format::ics) return export_document(arguments, with, *format, console);
    const auto folder = arguments.output.empty() ? desk::default_feed_folder(with.plan)
                                                 : std::filesystem::path{arguments.output};
    return tell_of_files(desk::export_feeds(with.plan, with.calendar, folder), console,
                         with.exit_code);
}

}  // namespace rul::cli
