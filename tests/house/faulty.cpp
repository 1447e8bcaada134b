// A program with one fault of each kind, to see what a build makes of it (preset_test.py).
#include "base/check.hpp"

#include <cstddef>
#include <iostream>
#include <limits>
#include <string_view>
#include <thread>
#include <vector>

namespace {

// The compiler must not see through the faults.
int read_beyond(int argc) {
    const std::vector<int> few(static_cast<std::size_t>(argc));
    return few.data()[argc];
}

int overflow(int argc) {
    return std::numeric_limits<int>::max() - 1 + argc;
}

int race(int argc) {
    int shared = argc;
    std::thread other{[&shared] { ++shared; }};
    ++shared;
    other.join();
    return shared;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view fault = argc == 2 ? argv[1] : "";
    if (fault == "read-beyond")
        std::cout << read_beyond(argc) << '\n';
    else if (fault == "overflow")
        std::cout << overflow(argc) << '\n';
    else if (fault == "race")
        std::cout << race(argc) << '\n';
    else if (fault == "assertion")
        RUL_ASSERT(fault.empty());
    else
        return 2;
#ifdef NDEBUG
    std::cout << "without assert()\n";
#endif
    return 0;
}
