#include "desk/desk.hpp"

namespace rul::desk {

namespace {

constexpr std::string_view danish =
    R"toml(# En planfil til Rul: hvem der mødes, hvor tit, og efter hvilke regler.
#   rul check FIL   læser korrektur        rul plan FIL   lægger den bedste kalender
# Alle nøgler står i docs/plan-file.md. Ret denne fil til, så den passer til jer.

title  = "Mødekalender {0}"
period = "01-01-{0}..31-12-{0}"

[defaults]
items_in   = "14 dage før"           # punkter til dagsordenen skal være her
agenda_out = "7 dage før"            # dagsordenen sendes ud

[[block]]                            # uger, hvor I helst ikke mødes
when     = ["uge 7", "uge 28-31", "uge 42"]
why      = "skoleferie"
strength = "should"                  # must: aldrig · should: 20 point · wish: 5 point

[person.formand]
name = "Formand, Eksempel Kommune"
days_off = ["uge 8"]

[person.sekretariatet]
name = "Sekretariatet"

[venue.raadhuset]
name = "Rådhuset"

[body.Forretningsudvalg]             # forbereder udvalgets møder
members = ["formand: formand", "sekretariatet: sekretær"]
count   = 8
gap     = "4-9 uger, ideal 6 uger"   # fra møde til møde; idealet giver et jævnt år
slots   = ["man 14.00-16.00 teams", "tor 13.30-15.30 fysisk"]
mix     = "4 teams, 4 fysisk"
venues  = ["raadhuset"]

[body.Udvalg]
members = ["formand: formand", "sekretariatet: sekretær"]
count   = 4                          # ét i hvert kvartal, se nederst
gap     = "8-16 uger, ideal 12 uger"
slots   = ["fre 09.00-12.00 fysisk"]
venues  = ["raadhuset"]

[[rule]]
id    = "forberedelse"
text  = "Forretningsudvalget forbereder hvert af udvalgets møder"
for   = "Udvalg"
needs = "Forretningsudvalg 14-35 dage før, ideal 21 dage"

[[rule]]
id     = "kvartal"
text   = "Udvalget mødes i hvert kvartal"
for    = "Udvalg"
spread = "kvartal"
least  = 1
)toml";

constexpr std::string_view english =
    R"toml(# A plan file for Rul: who meets, how often, and by which rules.
#   rul check FILE   proofreads it         rul plan FILE   makes the best calendar
# All keys are in docs/plan-file.md. Change this file until it fits you.

title    = "Meeting calendar {0}"
period   = "01-01-{0}..31-12-{0}"
language = "en"

[defaults]
items_in   = "14 days before"        # items for the agenda are due
agenda_out = "7 days before"         # the agenda is sent out

[[block]]                            # weeks when you would rather not meet
when     = ["week 7", "week 28-31", "week 42"]
why      = "school holidays"
strength = "should"                  # must: never · should: 20 points · wish: 5 points

[person.chair]
name = "Chair, Example Municipality"
days_off = ["week 8"]

[person.secretariat]
name = "Secretariat"

[venue.town-hall]
name = "Town Hall"

[body.Executive]                     # prepares the committee's meetings
members = ["chair: chair", "secretariat: secretary"]
count   = 8
gap     = "4-9 weeks, ideal 6 weeks" # from meeting to meeting; the ideal makes an even year
slots   = ["mon 14:00-16:00 teams", "thu 13:30-15:30 physical"]
mix     = "4 teams, 4 physical"
venues  = ["town-hall"]

[body.Committee]
members = ["chair: chair", "secretariat: secretary"]
count   = 4                          # one each quarter, see below
gap     = "8-16 weeks, ideal 12 weeks"
slots   = ["fri 09:00-12:00 physical"]
venues  = ["town-hall"]

[[rule]]
id    = "preparation"
text  = "The executive prepares each of the committee's meetings"
for   = "Committee"
needs = "Executive 14-35 days before, ideal 21 days"

[[rule]]
id     = "quarters"
text   = "The committee meets in every quarter"
for    = "Committee"
spread = "quarter"
least  = 1
)toml";

}  // namespace

std::string starter_plan(int year, base::Language language) {
    std::string text{language == base::Language::danish ? danish : english};
    for (std::size_t at = text.find("{0}"); at != std::string::npos; at = text.find("{0}", at))
        text.replace(at, 3, std::to_string(year));
    return text;
}

}  // namespace rul::desk
