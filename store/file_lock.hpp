#pragma once

#include <filesystem>

namespace rul::store {

/// Keeps every other process of the machine out of what belongs to `file` while it lives, by an
/// advisory lock on "<file>.lock". The lock goes with the process, however that ends.
class FileLock {
  public:
    /// Waits until the lock is free. @throws base::IoError
    explicit FileLock(const std::filesystem::path& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    FileLock(FileLock&&) = delete;
    FileLock& operator=(FileLock&&) = delete;

  private:
    int descriptor_ = -1;
};

}  // namespace rul::store
