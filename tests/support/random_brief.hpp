#pragma once

#include "base/random.hpp"
#include "engine/model/brief.hpp"

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Tiny briefs of every shape: few days, few meetings, few persons, that together use every rule
/// kind and every option of it.
namespace rul::testing {

/// Makes one brief. Say what is to be in it, then build().
class RandomBrief {
  public:
    explicit RandomBrief(base::Random& random) : random_{random} {
        make_period();
        make_persons();
        make_venues();
        make_bodies();
        make_meetings();
        make_base_rules();
    }

    /// One more rule of this kind, with options of all sorts.
    template <class Kind>
    void add_rule() {
        const bool may_be_must =
            !std::is_same_v<Kind, model::Gather> && !std::is_same_v<Kind, model::Keep>;
        const bool is_must = may_be_must && one_in(2);
        add(make(Kind{}), is_must ? model::must : model::soft(pick({2, 5, 20, 40})), validity());
    }

    [[nodiscard]] const model::Brief& brief() const { return brief_; }
    [[nodiscard]] model::Brief& brief() { return brief_; }

  private:
    using Date = model::Date;

    bool one_in(int n) { return random_.between(1, n) == 1; }
    template <class T>
    T pick(std::initializer_list<T> choices) {
        return *(choices.begin() + random_.between(0, static_cast<int>(choices.size()) - 1));
    }
    template <class T>
    const T& pick(const std::vector<T>& choices) {
        return choices[static_cast<std::size_t>(
            random_.between(0, static_cast<int>(choices.size()) - 1))];
    }
    template <class T>
    std::vector<T> some(const std::vector<T>& all, int one_of) {
        std::vector<T> found;
        for (const T& one : all)
            if (one_in(one_of)) found.push_back(one);
        return found;
    }
    Date some_date() {
        return brief_.period.first
               + std::chrono::days{random_.between(0, brief_.period.days() - 1)};
    }
    model::DateRange some_dates() {
        const Date a = some_date();
        const Date b = some_date();
        return {std::min(a, b), std::max(a, b)};
    }
    model::TimeRange some_time() {
        const model::minutes hour{60};
        return pick<model::TimeRange>({{9 * hour, 11 * hour},
                                       {10 * hour, 12 * hour},
                                       {13 * hour, 15 * hour},
                                       {8 * hour, 16 * hour},
                                       {12 * hour, 13 * hour}});
    }
    model::Mode some_mode() {
        using model::Mode;
        return pick({Mode::teams, Mode::physical, Mode::physical, Mode::hybrid, Mode::unspecified});
    }
    std::vector<std::chrono::weekday> some_weekdays() {
        std::vector<std::chrono::weekday> days;
        for (unsigned d = 1; d <= 6; ++d)
            if (one_in(2)) days.emplace_back(d);
        return days;
    }

    void make_period() {
        using std::chrono::days;
        using std::chrono::year;
        const Date first = pick<Date>({Date{year{2023} / 4 / 3}, Date{year{2022} / 12 / 27},
                                       Date{year{2023} / 6 / 26}, Date{year{2023} / 3 / 27},
                                       Date{year{2023} / 9 / 4}})
                           + days{random_.between(0, 4)};
        brief_.period = {first, first + days{random_.between(4, 9)}};
        brief_.grid = model::minutes{60};
        brief_.today = first - days{random_.between(-2, 3)};
        std::vector<model::Holiday> closed;
        for (int y = 2022; y <= 2024; ++y)
            for (auto& holiday : model::danish_holidays(year{y}, {}))
                closed.push_back(holiday);
        brief_.calendar = model::Calendar{closed};
    }

    void make_persons() {
        for (int i = 0; i < 3; ++i) {
            model::Person person;
            person.key = person.name = "person" + std::to_string(i);
            person.municipality = pick<std::string>({"", "Nord", "Syd"});
            while (one_in(3)) {
                const Date date = some_date();
                const model::TimeRange time = some_time();
                person.busy.push_back({{date + time.from, date + time.to}, ""});
            }
            brief_.persons.push_back(std::move(person));
        }
    }

    void make_venues() {
        const int count = random_.between(0, 2);
        for (int i = 0; i < count; ++i) {
            model::Venue venue;
            venue.key = venue.name = "venue" + std::to_string(i);
            venue.municipality = pick<std::string>({"Nord", "Syd", ""});
            const int rooms = random_.between(0, 2);
            for (int r = 0; r < rooms; ++r) {
                model::Room room{"room" + std::to_string(r), pick({0, 0, 1, 2, 3}), {}};
                if (one_in(3)) {
                    const Date date = some_date();
                    room.busy.push_back(
                        {{date + std::chrono::hours{9}, date + std::chrono::hours{11}}, ""});
                }
                venue.rooms.push_back(std::move(room));
            }
            brief_.venues.push_back(std::move(venue));
        }
        if (count == 2 && one_in(2)) {
            const model::minutes way{pick({30, 60, 90})};
            brief_.venues[0].travel.push_back({model::VenueId{1}, way});
            brief_.venues[1].travel.push_back({model::VenueId{0}, way});
        }
    }

    std::vector<model::VenueId> some_venues() {
        std::vector<model::VenueId> all;
        for (std::size_t i = 0; i < brief_.venues.size(); ++i)
            all.emplace_back(i);
        return some(all, 2);
    }

    model::Member some_member(std::size_t person) {
        using model::Presence;
        model::Member member;
        member.person = model::PersonId{person};
        member.presence =
            pick({Presence::required, Presence::required, Presence::counted, Presence::optional});
        member.role = pick(
            {model::Role::chair, model::Role::member, model::Role::member, model::Role::secretary});
        return member;
    }

    std::vector<model::Member> some_members() {
        std::vector<model::Member> members;
        for (std::size_t i = 0; i < brief_.persons.size(); ++i)
            if (one_in(2)) members.push_back(some_member(i));
        if (!members.empty() && one_in(3)) {
            model::Member substitute;
            substitute.person = model::PersonId{static_cast<std::size_t>(random_.between(0, 2))};
            substitute.role = model::Role::substitute;
            substitute.presence = model::Presence::standby;
            substitute.replaces = pick(members).person;
            const auto is_seated = [&](const model::Member& m) {
                return m.person == substitute.person;
            };
            if (std::none_of(members.begin(), members.end(), is_seated) || one_in(4))
                members.push_back(substitute);
        }
        return members;
    }

    void make_bodies() {
        for (int i = 0; i < 2; ++i) {
            model::Body body;
            body.key = body.name = "body" + std::to_string(i);
            body.members = some_members();
            if (one_in(3)) body.quorum = random_.between(1, 2);
            brief_.bodies.push_back(std::move(body));
        }
    }

    model::Slot some_slot() {
        model::Slot slot;
        slot.weekdays = some_weekdays();
        if (one_in(6)) slot.nth = {pick({1, 2, -1})};
        if (one_in(6)) slot.months = {static_cast<unsigned>(pick({1, 4, 12}))};
        if (!one_in(5)) slot.time = some_time();
        if (one_in(2)) slot.mode = some_mode();
        if (!brief_.venues.empty() && one_in(3)) slot.venue = venue();
        if (one_in(3)) slot.cost = 3;
        return slot;
    }

    std::vector<model::Slot> some_slots() {
        std::vector<model::Slot> slots;
        const int count = random_.between(one_in(5) ? 0 : 1, 2);
        for (int i = 0; i < count; ++i)
            slots.push_back(some_slot());
        return slots;
    }

    model::VenueId venue() {
        return model::VenueId{static_cast<std::size_t>(
            random_.between(0, static_cast<int>(brief_.venues.size()) - 1))};
    }

    model::Appointment some_appointment() {
        model::Appointment said;
        said.date = some_date();
        if (one_in(2)) said.time = some_time();
        if (one_in(3)) said.mode = some_mode();
        if (!brief_.venues.empty() && one_in(5)) said.venue = venue();
        return said;
    }

    model::Meeting some_meeting(std::size_t body) {
        model::Meeting meeting;
        meeting.body = model::BodyId{body};
        meeting.within = one_in(3) ? some_dates() : brief_.period;
        meeting.attendees = brief_.bodies[body].members;
        meeting.quorum = brief_.bodies[body].quorum;
        if (one_in(3)) meeting.length = model::minutes{pick({60, 120, 180})};
        if (one_in(2)) meeting.modes = {some_mode()};
        if (one_in(3)) meeting.modes = {model::Mode::teams, model::Mode::physical};
        meeting.venues = some_venues();
        if (one_in(4)) appoint(meeting);
        if (one_in(3)) meeting.published = some_appointment();
        return meeting;
    }

    void appoint(model::Meeting& meeting) {
        const int count = random_.between(1, 2);
        for (int i = 0; i < count; ++i)
            meeting.options.push_back(some_appointment());
        meeting.state =
            count == 1 ? model::Meeting::State::fixed : model::Meeting::State::either_or;
    }

    model::MeetingId push(model::Meeting meeting, const std::string& key) {
        meeting.key = meeting.title = key;
        brief_.meetings.push_back(std::move(meeting));
        return model::MeetingId{brief_.meetings.size() - 1};
    }

    void make_series(std::size_t body, int most) {
        model::Series series;
        series.key = brief_.bodies[body].key;
        series.body = model::BodyId{body};
        series.slots = some_slots();
        const model::SeriesId id{brief_.series.size()};
        const bool halves = most > 1 && one_in(3);
        const Date middle = brief_.period.first + std::chrono::days{brief_.period.days() / 2};
        const model::Meeting pattern = some_meeting(body);
        for (int k = 0; k < most; ++k) {
            model::Meeting meeting = one_in(4) ? some_meeting(body) : pattern;
            if (meeting.state != model::Meeting::State::free && one_in(2)) {
                meeting.state = model::Meeting::State::free;
                meeting.options.clear();
            }
            meeting.series = id;
            meeting.ordinal = k + 1;
            if (halves)
                meeting.within =
                    k == 0 ? model::DateRange{brief_.period.first, middle}
                           : model::DateRange{middle + std::chrono::days{1}, brief_.period.last};
            series.meetings.push_back(push(meeting, series.key + "/" + std::to_string(k + 1)));
        }
        if (halves) {
            add_quota(series, brief_.meetings[series.meetings[0].index].within, 0, 1);
            add_quota(series, brief_.meetings[series.meetings[1].index].within, 1, most - 1);
        } else {
            add_quota(series, brief_.period, 0, most);
        }
        if (one_in(5)) series.includes = {some_appointment()};
        brief_.series.push_back(std::move(series));
    }

    // The last meetings of the quota may be left out.
    void add_quota(model::Series& series, model::DateRange within, int first, int most) {
        const int least = one_in(2) ? most : random_.between(0, most);
        series.quotas.push_back({within, least, most, first});
        for (int k = least; k < most; ++k)
            brief_.meetings[series.meetings[static_cast<std::size_t>(first + k)].index]
                .may_be_left_out = true;
    }

    void make_meetings() {
        const int planned = random_.between(2, 3);
        const int of_first = random_.between(0, planned);
        if (of_first > 0) make_series(0, of_first);
        int rest = planned - of_first;
        if (rest > 0 && one_in(2)) {
            make_series(1, rest);
            rest = 0;
        }
        for (int i = 0; i < rest; ++i) {
            model::Meeting own = some_meeting(static_cast<std::size_t>(random_.between(0, 1)));
            own.slots = some_slots();
            if (one_in(3)) own.kind = model::Meeting::Kind::seminar;
            if (own.kind == model::Meeting::Kind::seminar) {
                for (model::Appointment& said : own.options)
                    said.time.reset();
            }
            own.may_be_left_out = one_in(5);
            push(own, "own" + std::to_string(i));
        }
        while (one_in(3))
            make_event();
    }

    void make_event() {
        model::Meeting event;
        event.kind = model::Meeting::Kind::event;
        event.state = model::Meeting::State::fixed;
        event.within = brief_.period;
        const Date date = some_date() + std::chrono::days{random_.between(-1, 1)};
        event.options = {{.date = date}};
        if (one_in(2)) {
            event.options[0].time = some_time();
            event.span = model::MomentRange{date + event.options[0].time->from,
                                            date + event.options[0].time->to};
        } else {
            event.span = model::MomentRange{date + model::minutes{0},
                                            date + std::chrono::days{random_.between(1, 2)}};
        }
        event.attendees = some_members();
        push(event, "event" + std::to_string(brief_.meetings.size()));
    }

    // ---- Rules --------------------------------------------------------------------------------

    void add(model::RuleKind kind, model::Strength strength, model::DateRange validity) {
        model::Rule rule;
        rule.key = "rule." + std::to_string(brief_.rules.size() + 1);
        rule.strength = strength;
        rule.validity = validity;
        rule.kind = std::move(kind);
        brief_.rules.push_back(std::move(rule));
    }

    void make_base_rules() {
        const model::DateRange always = model::Rule{}.validity;
        add(model::Attendance{.pause = model::minutes{pick({0, 0, 30})},
                              .missing_member = pick<model::Points>({5, 7}),
                              .missing_guest = pick<model::Points>({0, 1})},
            model::must, always);
        add(model::Rooms{}, model::must, always);
        add(model::ClosedDays{}, model::must, always);
        add(model::Appointments{}, model::must, always);
        for (std::size_t i = 0; i < brief_.series.size(); ++i) {
            model::Group of_series{brief_.series[i].key, brief_.series[i].meetings};
            add(model::SlotChoice{of_series}, model::must, always);
            add(model::Count{model::SeriesId{i}, pick<model::Points>({50, 3})}, model::must,
                always);
        }
        for (std::size_t i = 0; i < brief_.meetings.size(); ++i) {
            const model::Meeting& meeting = brief_.meetings[i];
            if (meeting.series || meeting.kind == model::Meeting::Kind::event) continue;
            add(model::SlotChoice{{meeting.key, {model::MeetingId{i}}}}, model::must, always);
        }
    }

    model::DateRange validity() { return one_in(3) ? some_dates() : model::Rule{}.validity; }

    std::vector<model::MeetingId> all_meetings(bool events) {
        std::vector<model::MeetingId> all;
        for (std::size_t i = 0; i < brief_.meetings.size(); ++i)
            if (events || brief_.meetings[i].kind != model::Meeting::Kind::event)
                all.emplace_back(i);
        return all;
    }

    model::Group some_group() {
        const int way = random_.between(1, 5);
        if (way <= 2 && !brief_.series.empty()) {
            const model::Series& series = pick(brief_.series);
            return {series.key, series.meetings};
        }
        if (way == 3) return {"all", all_meetings(false)};
        if (way == 4) return {"some", some(all_meetings(true), 2)};
        return {"one", {pick(all_meetings(true))}};
    }

    std::optional<int> maybe(int low, int high) {
        if (one_in(3)) return std::nullopt;
        return random_.between(low, high);
    }

    model::DistanceRange some_range() {
        model::DistanceRange range;
        range.unit = pick({model::Unit::day, model::Unit::day, model::Unit::working_day,
                           model::Unit::week, model::Unit::minute, model::Unit::hour});
        const int scale = range.unit == model::Unit::minute ? 60 : 1;
        const int low = random_.between(-2, 3);
        if (!one_in(3)) range.min = low * scale;
        if (!one_in(3)) range.max = (low + random_.between(0, 4)) * scale;
        if (one_in(2))
            range.ideal = random_.between(low, low + 4) * scale + (one_in(2) ? 0 : scale / 6);
        return range;
    }

    model::Distance make(model::Distance /*kind*/) {
        model::Distance rule;
        rule.from = some_group();
        rule.to = some_group();
        rule.pairs = pick({model::Distance::Pairs::neighbours, model::Distance::Pairs::in_step,
                           model::Distance::Pairs::every_pair});
        if (rule.pairs == model::Distance::Pairs::neighbours) rule.to = rule.from;
        rule.range = some_range();
        rule.ideal_points = pick<model::Points>({0, 1, 3});
        return rule;
    }

    model::Needs make(model::Needs /*kind*/) {
        model::Needs rule;
        rule.subject = some_group();
        const int count = random_.between(1, 2);
        for (int i = 0; i < count; ++i) {
            model::Needs::Provider provider{some_group(), some_range()};
            auto& window = provider.window;
            if (!window.min) window.min = 0;
            window.max = std::max(*window.min, window.max.value_or(3));
            rule.providers.push_back(std::move(provider));
        }
        rule.side = pick({model::Needs::Side::before, model::Needs::Side::after});
        rule.in_step = one_in(3);
        rule.own = one_in(2);
        rule.ideal_points = pick<model::Points>({0, 1, 3});
        return rule;
    }

    model::SameDay make(model::SameDay /*kind*/) {
        model::SameDay rule;
        rule.first = some_group();
        rule.second = some_group();
        if (one_in(2))
            rule.gap = {random_.between(-60, 60), std::nullopt, 180, model::Unit::minute};
        rule.same_venue = one_in(3);
        return rule;
    }

    model::Inside make(model::Inside /*kind*/) {
        model::Inside rule;
        std::vector<model::MeetingId> seminars;
        std::vector<model::MeetingId> others;
        for (const model::MeetingId id : all_meetings(true))
            (brief_.at(id).kind == model::Meeting::Kind::seminar ? seminars : others).push_back(id);
        rule.meetings = {"inner", some(others, 2)};
        rule.seminars = {"outer", seminars};
        if (seminars.empty() && !others.empty()) {
            const model::MeetingId outer = pick(others);
            rule.seminars = {"outer", {outer}};
            auto& inner = rule.meetings.meetings;
            inner.erase(std::remove(inner.begin(), inner.end(), outer), inner.end());
        }
        rule.day = one_in(2) ? 0 : 1;
        if (one_in(4)) rule.time = some_time();
        return rule;
    }

    model::Spread make(model::Spread /*kind*/) {
        using Part = model::Spread::Part;
        model::Spread rule;
        rule.meetings = some_group();
        rule.part = pick(
            {Part::week, Part::month, Part::quarter, Part::half_year, Part::window, Part::window});
        if (rule.part == Part::window) rule.window = some_dates();
        rule.least = maybe(0, 2);
        rule.most = maybe(0, 2);
        return rule;
    }

    model::Mix make(model::Mix /*kind*/) {
        model::Mix rule;
        rule.meetings = some_group();
        while (one_in(2))
            rule.shares.push_back(
                {pick({model::Mode::teams, model::Mode::physical}), maybe(0, 2), maybe(0, 2)});
        if (one_in(2)) rule.most_in_a_row = random_.between(1, 2);
        if (one_in(3))
            rule.seasons.push_back(
                {{}, some_weekdays(), pick({model::Mode::teams, model::Mode::physical})});
        if (one_in(4))
            rule.seasons.push_back({{static_cast<unsigned>(pick({1, 4, 6}))},
                                    {},
                                    pick({model::Mode::teams, model::Mode::physical})});
        return rule;
    }

    model::Rotation make(model::Rotation /*kind*/) {
        model::Rotation rule;
        rule.meetings = some_group();
        rule.municipalities = {"Nord", "Syd"};
        rule.fair = one_in(2);
        rule.no_repeat = one_in(2);
        rule.nearest_points = pick<model::Points>({0, 2});
        return rule;
    }

    model::Apart make(model::Apart /*kind*/) {
        model::Apart rule;
        rule.a = some_group();
        rule.b = some_group();
        rule.days = random_.between(1, 3);
        rule.week = one_in(3);
        return rule;
    }

    model::Gather make(model::Gather /*kind*/) { return {some_group()}; }

    model::Load make(model::Load /*kind*/) {
        model::Load rule;
        for (std::size_t i = 0; i < brief_.persons.size(); ++i)
            if (one_in(2)) rule.persons.emplace_back(i);
        rule.per = pick({model::Load::Per::day, model::Load::Per::week});
        rule.most = random_.between(0, 2);
        rule.travel = one_in(2);
        return rule;
    }

    model::Deadline make(model::Deadline /*kind*/) {
        model::Deadline rule;
        rule.meetings = some_group();
        rule.offset = {random_.between(-3, 3), pick({model::Unit::day, model::Unit::working_day})};
        rule.on_closed =
            pick({model::Deadline::OnClosed::forbid, model::Deadline::OnClosed::move_before});
        return rule;
    }

    model::Notice make(model::Notice /*kind*/) { return {some_group(), random_.between(0, 5)}; }

    model::Regular make(model::Regular /*kind*/) {
        using What = model::Regular::What;
        model::Regular rule;
        rule.meetings = some_group();
        rule.what = pick({What::weekday, What::time, What::week});
        if (rule.what != What::time && (rule.what == What::week || one_in(2)))
            for (int i = random_.between(1, 3); i > 0; --i)
                rule.last_year.push_back(some_date() - std::chrono::days{364});
        return rule;
    }

    model::Keep make(model::Keep /*kind*/) {
        return {some_group(),
                pick<model::Points>({0, 10}),
                pick<model::Points>({0, 1}),
                pick<model::Points>({0, 5}),
                random_.between(0, 5),
                pick<model::Points>({1, 3})};
    }

    model::Within make(model::Within /*kind*/) {
        using Side = model::Within::Side;
        return {some_group(), some_dates(), pick({Side::before, Side::inside, Side::after}),
                "window"};
    }

    model::Blocked make(model::Blocked /*kind*/) {
        model::Block block;
        block.days = {some_dates()};
        if (one_in(3)) block.weekdays = some_weekdays();
        if (one_in(2)) block.time = some_time();
        const int whom = random_.between(1, 3);
        if (whom == 1) block.bodies = {model::BodyId{0}};
        if (whom == 2) block.persons = {model::PersonId{0}};
        if (whom == 2 && one_in(3)) block.bodies = {model::BodyId{1}};
        brief_.blocks.push_back(std::move(block));
        return {model::BlockId{brief_.blocks.size() - 1}};
    }

    base::Random& random_;
    model::Brief brief_;
};

}  // namespace rul::testing
