#pragma once

#include <string_view>

namespace rul::base {

/// Prints where the bug is and ends the program with exit code 70 (sysexits' EX_SOFTWARE).
[[noreturn]] void report_bug(std::string_view condition, std::string_view file, int line);

}  // namespace rul::base

/// Always on, cheap, at the doors of modules: if `condition` is false, Rul itself is wrong.
#define RUL_CHECK(condition)                                                       \
    do {                                                                           \
        if (!(condition)) ::rul::base::report_bug(#condition, __FILE__, __LINE__); \
    } while (false)

/// On in every preset but release: inside loops that are called millions of times.
#ifdef RUL_ASSERTIONS
#define RUL_ASSERT(condition) RUL_CHECK(condition)
#else
#define RUL_ASSERT(condition) static_cast<void>(0)
#endif
