#pragma once

#include <atomic>

namespace rul::cli {

/// While it lives, Ctrl-C asks the search to end with the best so far; a second one ends the
/// program at once. One at a time.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    Interrupt(Interrupt&&) = delete;
    Interrupt& operator=(Interrupt&&) = delete;

    [[nodiscard]] static const std::atomic<bool>* flag();
    [[nodiscard]] static bool was_asked();
};

}  // namespace rul::cli
