#pragma once

#include "base/language.hpp"

#include <stdexcept>
#include <utility>

namespace rul::base {

/// The world failed: a disk, a file, a library. Says what was being done when it happened.
/// What the user wrote wrong is a Diagnostic; a bug of ours is an assertion.
class Error : public std::runtime_error {
  public:
    explicit Error(Text text) : std::runtime_error{text.english}, text_{std::move(text)} {}
    [[nodiscard]] const Text& text() const { return text_; }

  private:
    Text text_;
};

/// A file could not be read or written.
class IoError : public Error {
  public:
    using Error::Error;
};

}  // namespace rul::base
