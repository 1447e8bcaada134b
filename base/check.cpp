#include "base/check.hpp"

#include <cstdlib>
#include <iostream>

namespace rul::base {

void report_bug(std::string_view condition, std::source_location where) {
    std::cerr << "rul: internal error: " << condition << " (" << where.file_name() << ':'
              << where.line() << ")\n";
    std::_Exit(70);
}

}  // namespace rul::base
