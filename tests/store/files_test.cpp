#include "store/files.hpp"

#include "base/error.hpp"
#include "tests/support/temporary_folder.hpp"

#include <boost/test/unit_test.hpp>
#include <sys/stat.h>

using namespace rul;  // NOLINT(google-build-using-namespace): tests only

namespace {

std::string words_of_failure(const std::function<void()>& doing) {
    try {
        doing();
    } catch (const base::IoError& error) {
        return error.text().danish;
    }
    return "no failure";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(files)

BOOST_AUTO_TEST_CASE(reads_what_was_written_and_makes_the_folder) {
    const testing::TemporaryFolder folder;
    store::write_file(folder / "a/b/file", "æøå");
    BOOST_TEST(store::read_file(folder / "a/b/file") == "æøå");
}

BOOST_AUTO_TEST_CASE(says_why_a_file_cannot_be_read) {
    const testing::TemporaryFolder folder;
    BOOST_TEST(words_of_failure([&] { static_cast<void>(store::read_file(folder / "none")); })
               == "kan ikke læse " + (folder / "none").string() + ": filen findes ikke");
    BOOST_TEST(words_of_failure([&] { static_cast<void>(store::read_file(folder.path())); })
               == "kan ikke læse " + folder.path().string() + ": det er en mappe");
    BOOST_TEST(!store::read_file_if_any(folder / "none").has_value());
}

BOOST_AUTO_TEST_CASE(a_file_without_end_is_told_of_and_does_not_fill_the_memory) {
    BOOST_TEST(words_of_failure([] { static_cast<void>(store::read_file("/dev/zero")); })
               == "kan ikke læse /dev/zero: filen er over 256 MB");
}

BOOST_AUTO_TEST_CASE(says_when_the_disk_is_full) {
    BOOST_TEST(words_of_failure([] { store::write_file("/dev/full", "x"); })
               == "kan ikke skrive /dev/full: disken er fuld");
}

BOOST_AUTO_TEST_CASE(never_writes_over_a_folder) {
    const testing::TemporaryFolder folder;
    BOOST_TEST(words_of_failure([&] { store::write_file(folder.path(), "x"); })
               == "kan ikke skrive " + folder.path().string() + ": det er en mappe");
}

BOOST_AUTO_TEST_CASE(leaves_nothing_but_the_file_behind_and_keeps_its_mode_and_links) {
    const testing::TemporaryFolder folder;
    store::write_file(folder / "real", "old");
    ::chmod((folder / "real").c_str(), 0640);
    std::filesystem::create_symlink(folder / "real", folder / "link");
    store::write_file(folder / "link", "new");
    BOOST_TEST(store::read_file(folder / "real") == "new");
    BOOST_TEST(std::filesystem::is_symlink(folder / "link"));
    struct stat status {};
    ::stat((folder / "real").c_str(), &status);
    BOOST_TEST((status.st_mode & 07777U) == 0640U);
    const auto count = std::distance(std::filesystem::directory_iterator{folder.path()}, {});
    BOOST_TEST(count == 2);
}

BOOST_AUTO_TEST_SUITE_END()
