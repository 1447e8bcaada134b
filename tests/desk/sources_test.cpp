#include "desk/sources.hpp"

#include "base/error.hpp"
#include "store/files.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only

BOOST_AUTO_TEST_SUITE(sources)

BOOST_AUTO_TEST_CASE(the_fingerprint_follows_the_plan_file_what_it_includes_and_their_lists) {
    const testing::TemporaryFolder folder;
    const auto plan = folder / "rul.toml";
    store::write_file(plan, "include = \"faelles.toml\" # \"ingen.csv\"\n");
    store::write_file(folder / "faelles.toml", "persons_from = 'personer.csv'\n");
    store::write_file(folder / "personer.csv", "a");
    store::write_file(folder / "other.csv", "a");
    const auto before = desk::fingerprint_of(plan);
    BOOST_TEST(desk::fingerprint_of(plan) == before);
    store::write_file(folder / "other.csv", "b");
    BOOST_TEST(desk::fingerprint_of(plan) == before);
    store::write_file(folder / "personer.csv", "b");
    const auto after = desk::fingerprint_of(plan);
    BOOST_TEST(after != before);
    store::write_file(plan, "include = \"faelles.toml\"\n");
    BOOST_TEST(desk::fingerprint_of(plan) != after);
}

BOOST_AUTO_TEST_CASE(what_is_handed_out_never_takes_the_place_of_what_the_plan_reads) {
    const testing::TemporaryFolder folder;
    const auto plan = folder / "rul.toml";
    store::write_file(plan, "include = \"faelles.toml\"\n");
    store::write_file(folder / "faelles.toml", "persons_from = 'personer.csv'\n");
    store::write_file(folder / "personer.csv", "a");
    store::write_file(folder / "other.csv", "a");
    std::filesystem::create_symlink(plan, folder / "link");
    for (const char* const read : {"rul.toml", "faelles.toml", "personer.csv", "link"})
        BOOST_CHECK_EXCEPTION(
            desk::refuse_to_replace_sources({folder / "new", folder / read}, plan), base::IoError,
            [&](const base::IoError& error) {
                return error.text().danish
                       == (folder / read).string() + " skrives ikke over: planen læser den";
            });
    BOOST_CHECK_NO_THROW(
        desk::refuse_to_replace_sources({folder / "new", folder / "other.csv"}, plan));
}

BOOST_AUTO_TEST_SUITE_END()
