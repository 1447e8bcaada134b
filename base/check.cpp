#include "base/check.hpp"

#include <cstdlib>
#include <iostream>

namespace rul::base {

void report_bug(std::string_view condition, std::string_view file, int line) {
    std::cerr << "rul: internal error: " << condition << " (" << file << ':' << line << ")\n";
    std::_Exit(70);
}

}  // namespace rul::base
