#include "ical/feeds.hpp"

#include "base/utf8.hpp"
#include "engine/model/naming.hpp"
#include "ical/feed_events.hpp"
#include "ical/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace rul::ical {

namespace {

using model::BodyId;
using model::PersonId;
using Scope = NamedFeed::Scope;

// ---- File names -------------------------------------------------------------------------------

struct Letter {
    std::string_view from, to;
};
constexpr std::array<Letter, 26> letters{
    {{"æ", "ae"}, {"Æ", "ae"}, {"ø", "oe"}, {"Ø", "oe"}, {"å", "aa"}, {"Å", "aa"}, {"ä", "ae"},
     {"Ä", "ae"}, {"ö", "oe"}, {"Ö", "oe"}, {"ü", "ue"}, {"Ü", "ue"}, {"é", "e"},  {"É", "e"},
     {"è", "e"},  {"ê", "e"},  {"ë", "e"},  {"á", "a"},  {"à", "a"},  {"í", "i"},  {"ó", "o"},
     {"ú", "u"},  {"ñ", "n"},  {"ç", "c"},  {"ß", "ss"}, {"ð", "d"}}};

std::string_view transliterated(std::string_view character) {
    const auto* const found =
        std::find_if(letters.begin(), letters.end(),
                     [&](const Letter& letter) { return letter.from == character; });
    return found == letters.end() ? std::string_view{} : found->to;
}

bool is_plain(char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9');
}

// FNV-1a: tells two keys apart whose file names would be one.
std::uint32_t hash_of(std::string_view key) {
    std::uint32_t hash = 2166136261U;
    for (const char c : key)
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return hash;
}

// What is left of a key may be nothing, or the same as of another: then its hash tells.
void name_files(std::vector<NamedFeed>& feeds) {
    constexpr std::array<std::string_view, 4> kinds{"alle", "organ", "person", "kommune"};
    std::set<std::string> taken;
    for (NamedFeed& feed : feeds) {
        std::string name{kinds.at(static_cast<std::size_t>(feed.scope))};
        const std::string part = file_name_part(feed.key);
        if (!part.empty()) name += "-" + part;
        const bool is_clear = feed.scope == Scope::all || !part.empty();
        if (!is_clear || taken.contains(name)) name += fmt::format("-{:08x}", hash_of(feed.key));
        taken.insert(name);
        feed.file_name = name + ".ics";
    }
}

// ---- Whose ------------------------------------------------------------------------------------

model::Visibility visibility_of(const model::Brief& brief, const FeedEntry& entry) {
    return entry.body ? brief.at(*entry.body).feed : model::Visibility::members;
}

bool expects(const FeedEntry& entry, PersonId person) {
    return std::find(entry.expected.begin(), entry.expected.end(), person) != entry.expected.end();
}

bool concerns(const model::Brief& brief, const FeedEntry& entry, const std::string& municipality) {
    if (entry.body && brief.at(*entry.body).municipality == municipality) return true;
    return std::any_of(entry.expected.begin(), entry.expected.end(), [&](PersonId person) {
        return brief.at(person).municipality == municipality;
    });
}

// In an overview: nobody's time, and of closed bodies only that they meet.
FeedEvent for_overview(const model::Brief& brief, const FeedEntry& entry) {
    FeedEvent event = entry.event;
    event.blocks_time = false;
    if (visibility_of(brief, entry) == model::Visibility::open) return event;
    const bool is_cancelled = event.status == FeedEvent::Status::cancelled;
    const base::Text meeting = entry.body
                                   ? base::both("{}-møde", "{} meeting", brief.at(*entry.body).key)
                                   : base::both("møde", "meeting");
    event.summary = (is_cancelled ? base::both("AFLYST: ", "CANCELLED: ").in(brief.language) : "")
                    + meeting.in(brief.language);
    event.description.clear();
    event.location.clear();
    event.url.clear();
    event.teams_link.clear();
    event.privacy = FeedEvent::Privacy::confidential;
    return event;
}

Feed new_feed(const model::Brief& brief, const FeedOptions& options, const std::string& name) {
    Feed feed;
    feed.name = name;
    feed.description = brief.title;
    feed.url = options.address;
    feed.timezone = brief.timezone;
    feed.organizer = brief.organizer;
    return feed;
}

/// Makes the feeds of one plan, from entries made once.
class Feeds {
  public:
    Feeds(const model::Brief& brief, const FeedOptions& options, std::vector<FeedEntry> entries)
        : brief_{brief}, options_{options}, entries_{std::move(entries)} {}

    [[nodiscard]] std::vector<NamedFeed> all() const {
        const std::string every = base::both("Alle møder", "All meetings").in(brief_.language);
        std::vector<NamedFeed> feeds{
            overview(Scope::all, "", brief_.title.empty() ? every : brief_.title)};
        for (std::size_t i = 0; i < brief_.bodies.size(); ++i)
            if (brief_.bodies[i].feed != model::Visibility::hidden)
                feeds.push_back(of_body(BodyId{i}));
        for (std::size_t i = 0; i < brief_.persons.size(); ++i)
            feeds.push_back(of_person(PersonId{i}));
        for (const std::string& municipality : municipalities())
            feeds.push_back(overview(Scope::municipality, municipality, municipality));
        name_files(feeds);
        return feeds;
    }

  private:
    [[nodiscard]] NamedFeed of_body(BodyId id) const {
        const model::Body& body = brief_.at(id);
        NamedFeed result{Scope::body, body.key, {}, new_feed(brief_, options_, body.name)};
        if (body.name.empty()) result.feed.name = body.key;
        result.feed.colour = body.colour;
        for (const FeedEntry& entry : entries_)
            if (entry.body == id) result.feed.events.push_back(entry.event);
        return result;
    }

    [[nodiscard]] NamedFeed of_person(PersonId id) const {
        const model::Person& person = brief_.at(id);
        const std::string& name = person.name.empty() ? person.key : person.name;
        NamedFeed result{Scope::person, person.key, {}, new_feed(brief_, options_, name)};
        for (const FeedEntry& entry : entries_)
            if (expects(entry, id)) result.feed.events.push_back(entry.event);
        return result;
    }

    [[nodiscard]] NamedFeed overview(Scope scope, const std::string& key,
                                     const std::string& name) const {
        const std::string shown = base::both("{} (oversigt: vises som ledig tid)",
                                             "{} (an overview: shown as free time)", brief_.title)
                                      .in(brief_.language);
        NamedFeed result{scope, key, {}, new_feed(brief_, options_, name)};
        result.feed.description = shown;
        for (const FeedEntry& entry : entries_) {
            if (visibility_of(brief_, entry) == model::Visibility::hidden) continue;
            if (scope == Scope::municipality && !concerns(brief_, entry, key)) continue;
            result.feed.events.push_back(for_overview(brief_, entry));
        }
        return result;
    }

    // In the order in which the plan names them: bodies' first, then people's.
    [[nodiscard]] std::vector<std::string> municipalities() const {
        std::vector<std::string> result;
        const auto add = [&](const std::string& name) {
            if (!name.empty() && std::find(result.begin(), result.end(), name) == result.end())
                result.push_back(name);
        };
        for (const model::Body& body : brief_.bodies)
            add(body.municipality);
        for (const model::Person& person : brief_.persons)
            add(person.municipality);
        return result;
    }

    const model::Brief& brief_;
    const FeedOptions& options_;
    std::vector<FeedEntry> entries_;
};

}  // namespace

std::string file_name_part(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t next = base::next_code_point(text, i);
        const std::string lower = to_lower(text.substr(i, next - i));
        const bool is_ascii = lower.size() == 1 && is_plain(lower[0]);
        const std::string_view written = is_ascii ? lower : transliterated(lower);
        const bool may_end_in_hyphen = !result.empty() && result.back() != '-';
        if (!written.empty())
            result += written;
        else if (may_end_in_hyphen)
            result += '-';
        i = next;
    }
    if (!result.empty() && result.back() == '-') result.pop_back();
    return result;
}

std::vector<NamedFeed> feeds_of(const model::Brief& brief, const model::Plan& plan,
                                const model::Identities& identities, const FeedOptions& options) {
    return Feeds{brief, options, feed_entries(brief, plan, identities, options)}.all();
}

}  // namespace rul::ical
