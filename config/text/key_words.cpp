#include "config/text/key_words.hpp"

#include "config/notation/names.hpp"

#include <algorithm>
#include <array>

namespace rul::config {

namespace {

// What one may write, and the keys it may stand for: the first that belongs where it stands.
struct KeyWord {
    std::string_view word;
    std::array<std::string_view, 3> keys;
};

constexpr auto key_words = std::to_array<KeyWord>({
    {"adresse", {"address"}},
    {"aflyst", {"cancelled"}},
    {"aflyste", {"cancelled"}},
    {"afstand", {"gap", "distance", "lag"}},
    {"antal", {"count"}},
    {"arrangør", {"organizer"}},
    {"attendee", {"attendees"}},
    {"begivenhed", {"event"}},
    {"begivenheder", {"event"}},
    {"begrundelse", {"because", "why"}},
    {"behøver", {"needs"}},
    {"bemærkning", {"note"}},
    {"beskrivelse", {"text", "note"}},
    {"beslutningsdygtig", {"quorum"}},
    {"bloker", {"block"}},
    {"bodies", {"body"}},
    {"body", {"bodies"}},
    {"color", {"colour"}},
    {"dagsorden", {"agenda_out"}},
    {"dato", {"date", "when", "fixed"}},
    {"datoer", {"fixed", "when"}},
    {"deltagere", {"attendees", "members"}},
    {"efter", {"after"}},
    {"enten", {"either"}},
    {"farve", {"colour"}},
    {"faser", {"phases"}},
    {"fast", {"fixed"}},
    {"faste", {"fixed"}},
    {"fastlagt", {"fixed"}},
    {"ferie", {"days_off"}},
    {"for", {"bodies"}},
    {"fordeling", {"mix"}},
    {"fordi", {"because", "why"}},
    {"forløb", {"process"}},
    {"form", {"mode"}},
    {"formøde", {"same_day"}},
    {"fra", {"from"}},
    {"fridage", {"days_off"}},
    {"frist", {"deadline"}},
    {"frister", {"deadlines"}},
    {"gyldig", {"valid"}},
    {"gælder", {"valid", "for"}},
    {"helligdage", {"holidays"}},
    {"hver", {"spread"}},
    {"hvorfor", {"why", "because"}},
    {"hvornår", {"when"}},
    {"højst", {"most"}},
    {"inden", {"before"}},
    {"indenfor", {"within"}},
    {"interval", {"gap", "distance", "lag"}},
    {"kommune", {"municipality"}},
    {"kræver", {"needs"}},
    {"kæde", {"chain"}},
    {"lokale", {"rooms"}},
    {"lokaler", {"rooms"}},
    {"lukkedage", {"closed", "closed_days"}},
    {"lukket", {"closed"}},
    {"længde", {"length"}},
    {"medlem", {"members"}},
    {"medlemmer", {"members"}},
    {"mellemrum", {"gap", "distance", "lag"}},
    {"mindst", {"least"}},
    {"month", {"months"}},
    {"måned", {"months"}},
    {"måneder", {"months"}},
    {"møde", {"meeting"}},
    {"mødeform", {"mode"}},
    {"møder", {"meeting", "count"}},
    {"mødested", {"venue", "venues"}},
    {"mødesteder", {"venues", "venue"}},
    {"mødetid", {"slots", "time"}},
    {"mødetider", {"slots", "time"}},
    {"navn", {"name"}},
    {"optaget", {"busy"}},
    {"organ", {"body", "bodies"}},
    {"organer", {"bodies", "body"}},
    {"organizers", {"organizer"}},
    {"par", {"pairs"}},
    {"pause", {"break"}},
    {"periode", {"period"}},
    {"person", {"persons"}},
    {"personer", {"persons", "person"}},
    {"persons", {"person"}},
    {"processer", {"process"}},
    {"program", {"programme"}},
    {"punkter", {"items_in"}},
    {"referat", {"minutes_out"}},
    {"regel", {"rule"}},
    {"regler", {"rule"}},
    {"rejsetid", {"travel"}},
    {"rolle", {"role"}},
    {"rules", {"rule"}},
    {"rum", {"rooms"}},
    {"serie", {"series"}},
    {"slut", {"period"}},
    {"spredning", {"spread"}},
    {"sprog", {"language"}},
    {"spærring", {"block"}},
    {"spærringer", {"block"}},
    {"standard", {"defaults"}},
    {"start", {"period"}},
    {"sted", {"venue", "venues"}},
    {"steder", {"venues"}},
    {"stedfortræder", {"replaces"}},
    {"styrke", {"strength"}},
    {"synlighed", {"visibility"}},
    {"tekst", {"text"}},
    {"tid", {"time", "slots"}},
    {"tider", {"slots", "time"}},
    {"tidspunkt", {"time", "when"}},
    {"tidszone", {"timezone"}},
    {"til", {"to"}},
    {"titel", {"title"}},
    {"udvalg", {"body", "bodies"}},
    {"uge", {"when", "within"}},
    {"ugedag", {"weekdays"}},
    {"ugedage", {"weekdays"}},
    {"uger", {"when"}},
    {"varighed", {"length"}},
    {"varsel", {"notice"}},
    {"venues", {"venue"}},
    {"årsag", {"why", "because"}},
});

}  // namespace

std::optional<std::string> meant_key(std::string_view word, const std::vector<std::string>& known) {
    for (const KeyWord& entry : key_words) {
        if (!is_same_name(entry.word, word)) continue;
        for (const std::string_view key : entry.keys)
            if (!key.empty() && std::find(known.begin(), known.end(), key) != known.end())
                return std::string{key};
    }
    return std::nullopt;
}

}  // namespace rul::config
