#pragma once

#include <string_view>

namespace rul::fuzz {

/// Reads one hostile input. Returns when the reader did what it promises of any bytes at all; ends
/// the program otherwise. Each reader has a file that defines this.
void try_input(std::string_view bytes);

}  // namespace rul::fuzz
