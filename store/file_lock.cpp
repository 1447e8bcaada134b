#include "store/file_lock.hpp"

#include "base/error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rul::store {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw base::IoError{base::both("{} kan ikke låses: {}", "{} cannot be locked: {}",
                                   file.string(), std::strerror(errno))};
}

}  // namespace

FileLock::FileLock(const std::filesystem::path& file) {
    const std::filesystem::path lock = file.string() + ".lock";
    descriptor_ = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0) fail(lock);
    while (::flock(descriptor_, LOCK_EX) != 0) {
        if (errno == EINTR) continue;
        const int reason = errno;
        ::close(descriptor_);
        errno = reason;
        fail(lock);
    }
}

// The lock file itself stays: were it removed, two processes could hold locks on two files of that
// name.
FileLock::~FileLock() {
    ::close(descriptor_);
}

}  // namespace rul::store
