#include "store/files.hpp"

#include "base/error.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace rul::store {

namespace {

namespace fs = std::filesystem;
using base::both;

// Far more than any file of ours; /dev/zero has no end at all.
constexpr std::size_t most_bytes = std::size_t{256} << 20U;

// What the system says, for those who know its words; the common ones in the reader's own.
base::Text reason(int code) {
    switch (code) {
        case ENOENT:
            return both("filen findes ikke", "there is no such file");
        case EISDIR:
            return both("det er en mappe", "it is a directory");
        case ENOTDIR:
            return both("en del af stien er ikke en mappe", "a part of the path is no directory");
        case EACCES:
        case EPERM:
            return both("adgang nægtet", "permission denied");
        case ENOSPC:
            return both("disken er fuld", "the disk is full");
        case EFBIG:
            return both("filen er over {} MB", "the file is over {} MB", most_bytes >> 20U);
        case EROFS:
            return both("disken kan kun læses", "the disk is read-only");
        default:
            return base::same(std::generic_category().message(code));
    }
}

[[noreturn]] void fail_to_read(const fs::path& file, int code) {
    throw base::IoError{
        base::Text{fmt::format("kan ikke læse {}: {}", file.string(), reason(code).danish),
                   fmt::format("cannot read {}: {}", file.string(), reason(code).english)}};
}

[[noreturn]] void fail_to_write(const fs::path& file, int code) {
    throw base::IoError{
        base::Text{fmt::format("kan ikke skrive {}: {}", file.string(), reason(code).danish),
                   fmt::format("cannot write {}: {}", file.string(), reason(code).english)}};
}

/// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_{number} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    // Some disks tell only now that they are full.
    [[nodiscard]] bool closes() { return ::close(std::exchange(number_, -1)) == 0; }

  private:
    int number_;
};

std::string read_all(const Descriptor& from, const fs::path& file) {
    std::string bytes;
    std::array<char, 65536> buffer{};
    for (;;) {
        const auto count = ::read(from.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_to_read(file, errno);
        if (count == 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(count));
        if (bytes.size() > most_bytes) fail_to_read(file, EFBIG);
    }
}

// Whether all of it went; otherwise errno says why not.
bool write_all(const Descriptor& to, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(to.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool is_special(const fs::path& file) {
    std::error_code ignored;
    const auto status = fs::status(file, ignored);
    return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

void write_in_place(const fs::path& file, std::string_view bytes) {
    Descriptor to{::open(file.c_str(), O_WRONLY | O_CLOEXEC)};
    if (to.number() < 0 || !write_all(to, bytes)) fail_to_write(file, errno);
    if (!to.closes()) fail_to_write(file, errno);
}

// The mode the file had, or what a new file gets.
mode_t mode_of(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) == 0) return status.st_mode & 07777U;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

void make_folder_of(const fs::path& file) {
    if (!file.has_parent_path()) return;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error) fail_to_write(file.parent_path(), error.value());
}

// A link stays a link: the file it leads to is replaced.
fs::path target_of(const fs::path& file) {
    std::error_code error;
    const fs::path target = fs::canonical(file, error);
    return error ? file : target;
}

// So that the new name is on the disk too. A folder that one may write in but not read cannot be
// synced; that is no reason to say that the file was not written.
void sync_folder_of(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path{"."};
    const Descriptor opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.number() >= 0 && ::fsync(opened.number()) != 0 && errno == EIO)
        fail_to_write(file, EIO);
}

void replace(const fs::path& file, std::string_view bytes) {
    std::string temporary = file.string() + ".XXXXXX";
    Descriptor to{::mkstemp(temporary.data())};
    if (to.number() < 0) fail_to_write(file, errno);
    const bool is_written = write_all(to, bytes) && ::fchmod(to.number(), mode_of(file)) == 0
                            && ::fsync(to.number()) == 0 && to.closes()
                            && ::rename(temporary.c_str(), file.c_str()) == 0;
    if (!is_written) {
        const int code = errno;
        ::unlink(temporary.c_str());
        fail_to_write(file, code);
    }
    sync_folder_of(file);
}

}  // namespace

std::string read_file(const fs::path& file) {
    const Descriptor from{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (from.number() < 0) fail_to_read(file, errno);
    return read_all(from, file);
}

std::optional<std::string> read_file_if_any(const fs::path& file) {
    const Descriptor from{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    if (from.number() >= 0) return read_all(from, file);
    if (errno == ENOENT) return std::nullopt;
    fail_to_read(file, errno);
}

void write_file(const fs::path& file, std::string_view bytes) {
    std::error_code ignored;
    if (fs::is_directory(file, ignored)) fail_to_write(file, EISDIR);
    if (is_special(file)) return write_in_place(file, bytes);
    make_folder_of(file);
    replace(target_of(file), bytes);
}

}  // namespace rul::store
