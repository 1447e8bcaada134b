#pragma once

#include "engine/planner/encoding.hpp"

namespace rul::planner {

/// Puts one rule into the problem. One file a kind; the meaning is that of engine/model/rule.hpp.
/// Rules that look at one meeting at a time are not here: unary.hpp has them.
void encode(Encoding& e, const model::Rule& rule, const model::Attendance& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Distance& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Needs& kind);
void encode(Encoding& e, const model::Rule& rule, const model::SameDay& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Inside& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Spread& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Mix& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Rotation& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Rooms& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Apart& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Gather& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Load& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Regular& kind);
void encode(Encoding& e, const model::Rule& rule, const model::Count& kind);

/// The order of every series' meetings, its included dates, and the costs of its gaps; notes which
/// rules that was all of.
void encode_series(Encoding& e);

/// Every rule of the brief that is not ignored.
void encode_rules(Encoding& e);

}  // namespace rul::planner
