#include "engine/planner/encode/encode.hpp"

#include <variant>

namespace rul::planner {

namespace {

// The kinds unary.hpp answers for have nothing more to say.
struct Encode {
    Encoding& e;
    const model::Rule& rule;

    void operator()(const model::Deadline& /*kind*/) const {}
    void operator()(const model::Notice& /*kind*/) const {}
    void operator()(const model::Keep& /*kind*/) const {}
    void operator()(const model::Within& /*kind*/) const {}
    void operator()(const model::SlotChoice& /*kind*/) const {}
    void operator()(const model::Blocked& /*kind*/) const {}
    void operator()(const model::ClosedDays& /*kind*/) const {}
    void operator()(const model::Appointments& /*kind*/) const {}
    template <class Kind>
    void operator()(const Kind& kind) const {
        encode(e, rule, kind);
    }
};

}  // namespace

void encode_rules(Encoding& e) {
    const auto& rules = e.brief().rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const model::RuleId id{i};
        if (!e.is_ignored(id) && !e.is_in_path(id)) std::visit(Encode{e, rules[i]}, rules[i].kind);
    }
}

}  // namespace rul::planner
