#include "engine/model/rule.hpp"

#include <array>

namespace rul::model {

std::string_view name_of(const RuleKind& kind) {
    // In the order of RuleKind's alternatives.
    constexpr std::array<std::string_view, std::variant_size_v<RuleKind>> names{
        "attendance", "distance", "needs",       "same day",    "inside", "spread",
        "mix",        "rotation", "rooms",       "apart",       "gather", "load",
        "deadline",   "notice",   "regular",     "keep",        "within", "slots",
        "count",      "block",    "closed days", "appointments"};
    return names.at(kind.index());
}

}  // namespace rul::model
