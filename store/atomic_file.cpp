#include "store/atomic_file.hpp"

#include "base/error.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace rul::store {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file) {
    throw base::IoError{base::both("{} kan ikke skrives: {}", "{} cannot be written: {}",
                                   file.string(), std::strerror(errno))};
}

/// An open file or folder, closed with it.
class Descriptor {
  public:
    Descriptor(const fs::path& path, int flags, mode_t mode) : path_{path} {
        value_ = ::open(path.c_str(), flags | O_CLOEXEC, mode);
        if (value_ < 0) fail(path_);
    }
    ~Descriptor() { ::close(value_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(value_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) fail(path_);
            if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        if (::fsync(value_) != 0) fail(path_);
    }
    void take_mode_of(const fs::path& old) const {
        struct stat status {};
        if (::stat(old.c_str(), &status) == 0 && ::fchmod(value_, status.st_mode & 07777U) != 0)
            fail(path_);
    }

  private:
    fs::path path_;
    int value_ = -1;
};

void write_and_sync(const fs::path& beside, const fs::path& old, std::string_view bytes) {
    const Descriptor descriptor{beside, O_WRONLY | O_CREAT | O_TRUNC, 0644};
    descriptor.take_mode_of(old);
    descriptor.write(bytes);
    descriptor.sync();
}

}  // namespace

void write_atomically(const fs::path& file, std::string_view bytes) {
    std::error_code ignored;
    const fs::path target = fs::is_symlink(file, ignored) ? fs::weakly_canonical(file) : file;
    const fs::path beside = target.string() + ".tmp";
    try {
        write_and_sync(beside, target, bytes);
    } catch (const base::IoError&) {
        ::unlink(beside.c_str());
        throw;
    }
    if (::rename(beside.c_str(), target.c_str()) != 0) fail(target);
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path{"."};
    Descriptor{folder, O_RDONLY | O_DIRECTORY, 0}.sync();
}

std::string read_file(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    if (!in.is_open() || in.bad())
        throw base::IoError{base::both("{} kan ikke læses: {}", "{} cannot be read: {}",
                                       file.string(), std::strerror(errno))};
    return bytes;
}

}  // namespace rul::store
