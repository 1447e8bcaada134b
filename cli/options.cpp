#include "cli/options.hpp"

#include <array>

namespace rul::cli {

bool Option::is_for(Verb verb) const {
    if (verbs.empty()) return true;
    const std::string all = " " + std::string{verbs} + " ";
    return all.find(" " + std::string{name_of(verb)} + " ") != std::string::npos;
}

// NOLINTNEXTLINE(readability-function-size): a table
std::span<const Option> options() {
    static const std::array<Option, 24> table{
        {{"--from",
          {"FIL", "FILE"},
          {"sidste års kalender, .csv eller .ics: mødetider, antal og afstande gættes ud fra den",
           "last year's calendar, .csv or .ics: slots, counts and gaps are guessed from it"},
          "init",
          &Arguments::from},
         {"--to",
          {"FORMAT", "FORMAT"},
          {"ics (én kalender pr. organ, person og kommune og én samlet), csv, html, json eller mzn "
           "(planen som MiniZinc-model)",
           "ics (a feed for each body, person and municipality, and one of all), csv, html, json "
           "or mzn (the plan as a MiniZinc model)"},
          "export",
          &Arguments::to},
         {"--body",
          {"ORGAN", "BODY"},
          {"kun dette organs møder", "only the meetings of this body"},
          "show export",
          &Arguments::body},
         {"--person",
          {"PERSON", "PERSON"},
          {"kun de møder, denne person ventes til", "only meetings this person is expected at"},
          "show export",
          &Arguments::person},
         {"--month",
          {"MÅNED", "MONTH"},
          {"kun denne måned: 3, marts eller 2023-03", "only this month: 3, March or 2023-03"},
          "show export",
          &Arguments::month},
         {"--by-body",
          {},
          {"en tabel for hvert organ", "a table for each body"},
          "show",
          &Arguments::by_body},
         {"--year",
          {},
          {"året måned for måned, mødedage mærket med organernes bogstaver",
           "the year month by month, meeting days marked with the bodies' letters"},
          "show",
          &Arguments::year},
         {"-o,--output",
          {"STI", "PATH"},
          {"hvor resultatet skrives; - er standard ud. init: rul.toml; export --to ics: mappen "
           "feeds ved planfilen; ellers standard ud",
           "where the result goes; - is standard output. init: rul.toml; export --to ics: the "
           "folder feeds beside the plan file; else standard output"},
          "init export",
          &Arguments::output},
         {"--effort",
          {"N", "N"},
          {"hold op efter N skridt; samme antal giver samme svar på enhver maskine",
           "stop after N ticks; the same number gives the same answer on any machine"},
          "check plan show explain export",
          &Arguments::effort},
         {"--seconds",
          {"S", "S"},
          {"hold op efter S sekunder", "stop after S seconds"},
          "check plan show explain export",
          &Arguments::seconds},
         {"--seed",
          {"N", "N"},
          {"begyndelsestal for søgningens tilfældighed (1)",
           "start of the search's random numbers (1)"},
          "check plan show explain export",
          &Arguments::seed},
         {"--today",
          {"DATO", "DATE"},
          {"dagen i dag i stedet for den i planfilen, fx 24-10-2022",
           "today's date instead of the plan file's, such as 24-10-2022"},
          "init check plan show explain export",
          &Arguments::today},
         {"--relax",
          {},
          {"den bedste kalender, der findes, når det billigste opgives: regler, datoer eller møder",
           "the best calendar there is when the cheapest is given up: rules, dates or meetings"},
          "plan",
          &Arguments::relax},
         {"--alternatives",
          {"N", "N"},
          {"de N bedste kalendere, der ligger forskelligt",
           "the N best calendars that differ from each other"},
          "plan",
          &Arguments::alternatives},
         {"--differ",
          {"K", "K"},
          {"hvor mange møder der mindst skal ligge på andre dage (en tiendedel)",
           "how many meetings must at least be on other days (a tenth)"},
          "plan",
          &Arguments::differ},
         {"--against",
          {"DATO", "DATE"},
          {"hvorfor mødet ikke ligger på denne dato, og hvad det ville koste",
           "why the meeting is not on this date, and what that would cost"},
          "explain",
          &Arguments::against},
         {"--stats",
          {},
          {"fortæl, hvad søgningen lavede", "tell what the search did"},
          "plan",
          &Arguments::statistics},
         {"--json",
          {},
          {"svar med JSON (også på fejl)", "answer in JSON (errors too)"},
          "",
          &Arguments::json},
         {"--lang",
          {"da|en", "da|en"},
          {"sprog; ellers som LC_ALL, LC_MESSAGES eller LANG siger",
           "language; else what LC_ALL, LC_MESSAGES or LANG say"},
          "",
          &Arguments::language},
         {"--color,--colour",
          {"HVORNÅR", "WHEN"},
          {"farver: auto, always eller never; NO_COLOR slukker dem også",
           "colours: auto, always or never; NO_COLOR turns them off too"},
          "",
          &Arguments::colour},
         {"-q,--quiet",
          {},
          {"kun resultatet: ingen fremgang, råd eller advarsler",
           "the result only: no progress, advice or warnings"},
          "",
          &Arguments::quiet},
         {"--no-input",
          {},
          {"spørg aldrig om noget", "never ask anything"},
          "",
          &Arguments::no_input},
         {"-h,--help", {}, {"denne hjælp", "this help"}, "", &Arguments::help},
         {"--version",
          {},
          {"hvilken udgave af rul", "which version of rul"},
          "",
          &Arguments::version}}};
    return table;
}

// NOLINTNEXTLINE(readability-function-size): a table
std::span<const VerbHelp> verbs() {
    static const std::array<VerbHelp, 6> table{
        {{Verb::init,
          "",
          {"begynd en ny planfil", "begin a new plan file"},
          {"Skriver en lille planfil med forklaringer, som kan planlægges, som den står. Med "
           "--from læses sidste års kalender, og det, der gættes ud fra den, er mærket som gæt.",
           "Writes a small plan file with comments that can be planned as it stands. With --from "
           "last year's calendar is read, and what is guessed from it is marked as a guess."},
          {"rul init                           # skriver rul.toml\n"
           "rul init --from 2022.csv -o 2023.toml",
           "rul init                           # writes rul.toml\n"
           "rul init --from 2022.ics -o 2023.toml"}},
         {Verb::check,
          "PLAN",
          {"læs og ret korrektur på en planfil", "read and proofread a plan file"},
          {"Finder alle fejl på én gang: stavning, ugedage, der ikke passer til datoen, og regler, "
           "der ikke kan overholdes på én gang. Svarer 1, når der er fejl.",
           "Finds every mistake at once: spelling, weekdays that do not fit their dates, and rules "
           "that cannot hold together. Answers 1 when there are any."},
          {"rul check rul.toml\nrul check rul.toml --json",
           "rul check rul.toml\nrul check rul.toml "
           "--json"}},
         {Verb::plan,
          "PLAN",
          {"læg den bedste kalender", "make the best calendar"},
          {"Viser kalenderen, hvad den koster regel for regel, og beviset for, at ingen er bedre. "
           "Kalenderen gemmes ved siden af planfilen. Ctrl-C giver den bedste hidtil.",
           "Shows the calendar, what it costs rule by rule, and the proof that none is better. The "
           "calendar is kept beside the plan file. Ctrl-C gives the best so far."},
          {"rul plan rul.toml\n"
           "rul plan rul.toml --seconds 60     # den bedste på et minut\n"
           "rul plan rul.toml --relax          # når ingen kalender findes\n"
           "rul plan rul.toml --alternatives 3",
           "rul plan rul.toml\n"
           "rul plan rul.toml --seconds 60     # the best within a minute\n"
           "rul plan rul.toml --relax          # when no calendar exists\n"
           "rul plan rul.toml --alternatives 3"}},
         {Verb::show,
          "PLAN",
          {"vis kalenderen", "show the calendar"},
          {"Viser den gemte kalender, når den stadig holder reglerne; er der ingen, lægges den "
           "først.",
           "Shows the calendar that was kept, if it still keeps the rules; makes it first if there "
           "is none."},
          {"rul show rul.toml --body SDFU\n"
           "rul show rul.toml --month marts\n"
           "rul show rul.toml --year",
           "rul show rul.toml --body SDFU\n"
           "rul show rul.toml --month March\n"
           "rul show rul.toml --year"}},
         {Verb::explain,
          "PLAN SDFU/3",
          {"hvorfor et møde ligger, hvor det ligger", "why a meeting is where it is"},
          {"Viser, hvor mødet kunne ligge, hvad datoen koster, hvad dagene omkring ville koste "
           "eller "
           "bryde, og den bedste kalender med en anden dato. Med --against: hvilke regler der "
           "forbyder den dato, eller hvad den ville koste, og hvad der så flytter.",
           "Shows where the meeting could be, what its date costs, what the days around would cost "
           "or break, and the best calendar with another date. With --against: which rules forbid "
           "that date, or what it would cost, and what then moves."},
          {"rul explain rul.toml SDFU/3\n"
           "rul explain rul.toml SDFU/3 --against \"fre 14-04-2023\"\n"
           "rul explain rul.toml SDFU/2023-04-13",
           "rul explain rul.toml SDFU/3\n"
           "rul explain rul.toml SDFU/3 --against \"Fri 14-04-2023\"\n"
           "rul explain rul.toml SDFU/2023-04-13"}},
         {Verb::export_files,
          "PLAN",
          {"skriv kalenderen til filer", "write the calendar to files"},
          {"Kalendere til at abonnere på (ics), en tabel til regneark, en side til at vise og "
           "udskrive, data til programmer, eller hele planen som en model, andre kan efterprøve.",
           "Calendar feeds to subscribe to, a table for spreadsheets, a page to show and print, "
           "data for programs, or the whole plan as a model that others can check."},
          {"rul export rul.toml --to ics -o feeds\n"
           "rul export rul.toml --to html -o kalender.html\n"
           "rul export rul.toml --to csv --body SDFU > sdfu.csv",
           "rul export rul.toml --to ics -o feeds\n"
           "rul export rul.toml --to html -o calendar.html\n"
           "rul export rul.toml --to csv --body SDFU > sdfu.csv"}}}};
    return table;
}

}  // namespace rul::cli
