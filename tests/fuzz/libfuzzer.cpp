// Guided by coverage: ./dev fuzz.
#include "tests/fuzz/harness.hpp"

#include <cstddef>
#include <cstdint>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes are bytes
    rul::fuzz::try_input({reinterpret_cast<const char*>(bytes), size});
    return 0;
}
