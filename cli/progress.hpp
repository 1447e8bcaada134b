#pragma once

#include "cli/console.hpp"

#include <string>

namespace rul::cli {

/// "søger  12 s  bedste 37  grænse 31  gab 6 (16 %)"
[[nodiscard]] std::string progress_words(const planner::Progress& progress, bool is_ending,
                                         base::Language language);

/// One line on the terminal, redrawn as the search goes on and gone when it ends. Silent in a pipe.
class ProgressLine {
  public:
    explicit ProgressLine(const Console& console);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ProgressLine(ProgressLine&&) = delete;
    ProgressLine& operator=(ProgressLine&&) = delete;

    void show(const planner::Progress& progress);

  private:
    const Console& console_;
    std::string shown_;
};

}  // namespace rul::cli
