#pragma once

#include "base/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace rul::documents {

/// For whom text is laid out: what language they read and what their terminal can show.
struct Look {
    base::Language language = base::Language::danish;
    bool colour = false;    ///< With ANSI colours.
    std::size_t width = 0;  ///< Terminal columns; 0: as wide as the text, nothing is wrapped.
};

enum class Style { plain, heading, faint, good, bad, holiday };

/// `text` in the colours of `style` when `look` has colours.
[[nodiscard]] std::string styled(std::string_view text, Style style, const Look& look);

}  // namespace rul::documents
