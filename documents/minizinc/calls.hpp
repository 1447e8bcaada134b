#pragma once

#include "documents/minizinc/text.hpp"
#include "documents/minizinc/world.hpp"

/// Each rule as a call of its definition: one function a rule kind.
namespace rul::documents::minizinc {

/// One rule in MiniZinc.
struct Call {
    Items lines;   ///< Whole items that stand by themselves; `must`, whatever the strength.
    Items times;   ///< Terms: how often the rule is broken.
    Items points;  ///< Terms: what it costs besides, whatever its strength.
};

/// What a call is written from.
struct Spoken {
    const World& world;
    const model::Rule& rule;
    std::size_t number;  ///< Of the rule, from 1: names are made of it.

    [[nodiscard]] const model::Brief& brief() const { return world.brief(); }
    [[nodiscard]] std::string valid() const { return world.valid(rule.validity); }
};

[[nodiscard]] Call call(const model::Attendance& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Distance& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Needs& rule, const Spoken& in);
[[nodiscard]] Call call(const model::SameDay& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Inside& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Spread& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Mix& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Rotation& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Rooms& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Apart& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Gather& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Load& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Deadline& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Notice& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Regular& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Keep& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Within& rule, const Spoken& in);
[[nodiscard]] Call call(const model::SlotChoice& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Count& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Blocked& rule, const Spoken& in);
[[nodiscard]] Call call(const model::ClosedDays& rule, const Spoken& in);
[[nodiscard]] Call call(const model::Appointments& rule, const Spoken& in);

}  // namespace rul::documents::minizinc
