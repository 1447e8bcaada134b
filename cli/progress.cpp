#include "cli/progress.hpp"

#include "base/layout.hpp"
#include "cli/interrupt.hpp"

#include <fmt/format.h>

namespace rul::cli {

using base::both;

std::string progress_words(const planner::Progress& progress, bool is_ending,
                           base::Language language) {
    const auto ending = both("stopper (Ctrl-C igen: straks)", "ending (Ctrl-C again: at once)");
    std::string words = (is_ending ? ending : progress.doing).in(language)
                        + fmt::format("  {:.0f} s  ", progress.seconds);
    if (!progress.best)
        return words
               + both("ingen kalender endnu  grænse {}", "no calendar yet  bound {}",
                      progress.bound)
                     .in(language);
    const auto gap = *progress.best - progress.bound;
    words += both("bedste {}  grænse {}  gab {}", "best {}  bound {}  gap {}", *progress.best,
                  progress.bound, gap)
                 .in(language);
    if (*progress.best > 0)
        words += fmt::format(
            " ({:.0f} %)", 100.0 * static_cast<double>(gap) / static_cast<double>(*progress.best));
    return words;
}

ProgressLine::ProgressLine(const Console& console) : console_{console} {}

ProgressLine::~ProgressLine() {
    if (!shown_.empty()) Console::write_error("\r\x1b[K");
}

void ProgressLine::show(const planner::Progress& progress) {
    if (!console_.can_show_progress()) return;
    // One column is left free: some terminals wrap a line that is exactly full.
    const std::string line =
        base::shortened(progress_words(progress, Interrupt::was_asked(), console_.language()),
                        terminal_width() - 1);
    if (line == shown_) return;
    shown_ = line;
    Console::write_error("\r" + line + "\x1b[K");
}

}  // namespace rul::cli
