#include "store/refresh.hpp"

#include "store/identity_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <vector>

namespace rul::store {

namespace {

using model::Meeting;
using model::MeetingId;
using model::Placement;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;

const std::chrono::sys_seconds noon = sys_days{year{2026} / 11 / 1} + hours{12};

/// SDFU with three meetings on Teams, all placed; uids are "uid-1", "uid-2", ...
struct World {
    model::Brief brief;
    model::Plan plan;
    model::Identities identities;
    int minted = 0;

    World() {
        brief.bodies = {{.key = "SDFU", .name = "Sundhedsdirektørerne"}};
        brief.venues = {{.key = "Thisted", .rooms = {{"1"}, {"2"}}}, {.key = "Aalborg"}};
        for (int i = 1; i <= 3; ++i)
            add("SDFU/" + std::to_string(i), i);
    }

    Meeting& add(const std::string& key, int ordinal) {
        Meeting meeting;
        meeting.key = key;
        meeting.ordinal = ordinal;
        brief.meetings.push_back(meeting);
        plan.placements.push_back(
            Placement{.date = local_days{year{2027} / 1 / 12} + days{28 * ordinal},
                      .time = model::TimeRange{hours{13}, hours{15}},
                      .mode = model::Mode::teams});
        return brief.meetings.back();
    }

    RefreshReport refresh(std::chrono::sys_seconds now) {
        return store::refresh(identities, brief, plan, now,
                              [this] { return "uid-" + std::to_string(++minted); });
    }
};

using Keys = std::vector<std::string>;

BOOST_AUTO_TEST_SUITE(refresh_suite)

BOOST_AUTO_TEST_CASE(new_meetings_get_an_identity_once) {
    World w;
    const RefreshReport report = w.refresh(noon);
    BOOST_TEST((report.added == Keys{"SDFU/1", "SDFU/2", "SDFU/3"}));
    const model::Identity& first = w.identities.at("SDFU/1");
    BOOST_TEST(first.uid == "uid-1");
    BOOST_TEST(first.sequence == 0);
    BOOST_TEST((first.created == noon && first.changed == noon));
    BOOST_TEST(first.name == "SDFU 1. møde");
    BOOST_TEST(first.body == "SDFU");
    const auto before = w.identities;
    BOOST_TEST(w.refresh(noon + hours{1}).empty());
    BOOST_TEST((w.identities == before));
}

// Each change alone: sequence 0 -> 1, `changed` to the time of the change, the UID for life.
BOOST_AUTO_TEST_CASE(start_end_place_mode_and_room_are_changes) {
    const std::vector<void (*)(Placement&)> changes{
        [](Placement& p) { p.date += days{1}; },
        [](Placement& p) { p.time->from += hours{1}; },
        [](Placement& p) { p.time->to += hours{1}; },
        [](Placement& p) { p.time.reset(); },
        [](Placement& p) { p.mode = model::Mode::physical; },
        [](Placement& p) { p.venue = model::VenueId{1U}; },
        [](Placement& p) {
            p.venue = model::VenueId{0U};
            p.room = 1;
        }};
    for (const auto change : changes) {
        World w;
        w.refresh(noon);
        change(*w.plan.placements[1]);
        BOOST_TEST((w.refresh(noon + hours{1}).moved == Keys{"SDFU/2"}));
        const model::Identity& moved = w.identities.at("SDFU/2");
        BOOST_TEST(moved.uid == "uid-2");
        BOOST_TEST(moved.sequence == 1);
        BOOST_TEST((moved.created == noon && moved.changed == noon + hours{1}));
        BOOST_TEST(w.identities.at("SDFU/1").sequence == 0);
    }
}

BOOST_AUTO_TEST_CASE(another_title_is_another_version_but_no_other_time_or_place) {
    World w;
    w.refresh(noon);
    w.brief.meetings[0].title = "Forårsmøde";
    BOOST_TEST(w.refresh(noon + hours{1}).empty());
    BOOST_TEST(w.identities.at("SDFU/1").name == "Forårsmøde");
    BOOST_TEST(w.identities.at("SDFU/1").sequence == 0);
    BOOST_TEST((w.identities.at("SDFU/1").changed == noon + hours{1}));
    BOOST_TEST((w.identities.at("SDFU/2").changed == noon));
}

/// SDFU with `before` published, and then cancelled on the dates of some of them (from 1).
struct Series : World {
    explicit Series(int before) {
        brief.meetings.clear();
        plan.placements.clear();
        brief.series = {{.key = "SDFU", .body = model::BodyId{0U}}};
        for (int i = 1; i <= before; ++i)
            numbered(i);
        refresh(noon);
        brief.meetings.clear();
        plan.placements.clear();
    }
    /// The next number of the series, on the date that number `month` had.
    void numbered(int month) {
        const int number = static_cast<int>(brief.meetings.size()) + 1;
        Meeting& meeting = add("SDFU/" + std::to_string(number), month);
        meeting.series = model::SeriesId{0U};
        meeting.ordinal = number;
    }
    void cancelled(int month) {
        Meeting& meeting = add("SDFU/aflyst-" + std::to_string(month), month);
        meeting.series = model::SeriesId{0U};
        meeting.ordinal = 0;
        meeting.state = Meeting::State::cancelled;
        meeting.options = {{.date = plan.placements.back()->date}};
        plan.placements.back().reset();
    }
    [[nodiscard]] std::string uid(const std::string& key) const { return identities.at(key).uid; }
};

BOOST_AUTO_TEST_CASE(the_meetings_behind_a_cancelled_one_keep_their_identity_and_their_date) {
    Series w{4};
    for (const int month : {1, 3, 4})
        w.numbered(month);
    w.cancelled(2);
    const RefreshReport report = w.refresh(noon + hours{1});
    BOOST_TEST((report.cancelled == Keys{"SDFU/aflyst-2"}));
    BOOST_TEST((report.moved.empty() && report.vanished.empty() && report.added.empty()));
    BOOST_TEST(w.identities.size() == 4U);
    BOOST_TEST(w.uid("SDFU/aflyst-2") == "uid-2");
    BOOST_TEST(w.identities.at("SDFU/aflyst-2").sequence == 1);
    BOOST_TEST((w.identities.at("SDFU/aflyst-2").changed == noon + hours{1}));
    BOOST_TEST(w.uid("SDFU/2") == "uid-3");
    BOOST_TEST(w.uid("SDFU/3") == "uid-4");
    BOOST_TEST(w.identities.at("SDFU/2").sequence == 0);
    BOOST_TEST((w.identities.at("SDFU/2").changed == noon + hours{1}));  // it has another number
    BOOST_TEST(w.refresh(noon + hours{2}).empty());
}

BOOST_AUTO_TEST_CASE(several_cancelled_at_once_each_keep_their_own_identity) {
    Series w{5};
    for (const int month : {1, 4, 5})
        w.numbered(month);
    w.cancelled(2);
    w.cancelled(3);
    BOOST_TEST(w.refresh(noon + hours{1}).moved.empty());
    BOOST_TEST(w.uid("SDFU/aflyst-2") == "uid-2");
    BOOST_TEST(w.uid("SDFU/aflyst-3") == "uid-3");
    BOOST_TEST(w.uid("SDFU/2") == "uid-4");
    BOOST_TEST(w.uid("SDFU/3") == "uid-5");
}

BOOST_AUTO_TEST_CASE(a_meeting_held_instead_of_a_cancelled_one_is_a_new_one) {
    Series w{4};
    for (const int month : {1, 2, 3, 4})
        w.numbered(month);
    w.plan.placements[1]->date += days{3};
    w.cancelled(2);
    const RefreshReport report = w.refresh(noon + hours{1});
    BOOST_TEST((report.added == Keys{"SDFU/2"}));
    BOOST_TEST(report.moved.empty());
    BOOST_TEST(w.uid("SDFU/aflyst-2") == "uid-2");
    BOOST_TEST(w.uid("SDFU/2") == "uid-5");
    BOOST_TEST(w.uid("SDFU/3") == "uid-3");
}

BOOST_AUTO_TEST_CASE(another_order_of_venues_is_no_change) {
    World w;
    w.plan.placements[0]->venue = model::VenueId{1U};
    w.refresh(noon);
    std::swap(w.brief.venues[0], w.brief.venues[1]);
    w.plan.placements[0]->venue = model::VenueId{0U};
    const auto before = w.identities;
    BOOST_TEST(w.refresh(noon + hours{1}).empty());
    BOOST_TEST((w.identities == before));
}

BOOST_AUTO_TEST_CASE(a_meeting_gone_from_the_file_is_cancelled_where_it_stood) {
    World w;
    w.refresh(noon);
    const auto stood = w.identities.at("SDFU/3").standing;
    w.brief.meetings.pop_back();
    w.plan.placements.pop_back();
    const RefreshReport report = w.refresh(noon + hours{1});
    BOOST_TEST((report.cancelled == Keys{"SDFU/3"}));
    BOOST_TEST((report.vanished == Keys{"SDFU/3"}));
    const model::Identity& gone = w.identities.at("SDFU/3");
    BOOST_TEST(gone.cancelled);
    BOOST_TEST(gone.sequence == 1);
    BOOST_TEST((gone.standing == stood));
    BOOST_TEST(w.refresh(noon + hours{2}).empty());
}

BOOST_AUTO_TEST_CASE(a_meeting_left_out_or_cancelled_keeps_its_identity_and_may_come_back) {
    World w;
    w.refresh(noon);
    w.plan.placements[2].reset();
    w.brief.meetings[1].state = Meeting::State::cancelled;
    w.plan.placements[1].reset();
    BOOST_TEST((w.refresh(noon + hours{1}).cancelled == Keys{"SDFU/2", "SDFU/3"}));
    w.brief.meetings[1].state = Meeting::State::free;
    w.plan.placements[1] = w.plan.placements[0];
    const RefreshReport report = w.refresh(noon + hours{2});
    BOOST_TEST((report.revived == Keys{"SDFU/2"}));
    BOOST_TEST(w.identities.at("SDFU/2").uid == "uid-2");
    BOOST_TEST(w.identities.at("SDFU/2").sequence == 2);
    BOOST_TEST(!w.identities.at("SDFU/2").cancelled);
}

BOOST_AUTO_TEST_CASE(only_cancelled_meetings_with_a_date_get_an_identity_without_being_held) {
    World w;
    Meeting& cancelled = w.add("SDFU/aflyst", 0);
    cancelled.state = Meeting::State::cancelled;
    cancelled.options = {{.date = local_days{year{2027} / 5 / 4}}};
    w.plan.placements.back().reset();
    w.add("SDFU/uden-dato", 0).state = Meeting::State::cancelled;
    w.add("SDFU/udeladt", 0);
    w.plan.placements.back().reset();
    w.add("KL-topmøde", 0).kind = Meeting::Kind::event;
    BOOST_TEST((w.refresh(noon).cancelled == Keys{"SDFU/aflyst"}));
    BOOST_TEST(w.identities.size() == 4U);
    BOOST_TEST(w.identities.at("SDFU/aflyst").cancelled);
    BOOST_TEST(w.identities.at("SDFU/aflyst").sequence == 0);
}

BOOST_AUTO_TEST_CASE(changed_never_falls_and_two_changes_never_share_a_second) {
    World w;
    w.refresh(noon);
    w.plan.placements[0]->date += days{1};
    w.refresh(noon - hours{5});
    BOOST_TEST((w.identities.at("SDFU/1").changed == noon + seconds{1}));
    w.plan.placements[0]->date += days{1};
    w.refresh(noon + seconds{1});
    BOOST_TEST((w.identities.at("SDFU/1").changed == noon + seconds{2}));
    BOOST_TEST(w.identities.at("SDFU/1").sequence == 2);
}

BOOST_AUTO_TEST_CASE(a_file_is_refreshed_with_uuids_of_version_4) {
    const testing::TemporaryFolder folder;
    const auto file = folder.path() / "plan.calendar.json";
    World w;
    BOOST_TEST(refresh_file(file, w.brief, w.plan, noon).added.size() == 3U);
    std::set<std::string> uids;
    for (const auto& [key, identity] : load_identities(file)) {
        uids.insert(identity.uid);
        BOOST_TEST(identity.uid.size() == 36U);
        BOOST_TEST(identity.uid[14] == '4');
        BOOST_TEST(std::string{"89ab"}.find(identity.uid[19]) != std::string::npos);
    }
    BOOST_TEST(uids.size() == 3U);
    const auto before = load_identities(file);
    BOOST_TEST(refresh_file(file, w.brief, w.plan, noon + hours{1}).empty());
    BOOST_TEST((load_identities(file) == before));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace

}  // namespace rul::store
