#pragma once

#include "engine/model/words.hpp"
#include "engine/referee/referee.hpp"
#include "engine/referee/standing.hpp"

#include <concepts>
#include <string>
#include <string_view>

namespace rul::referee {

/// One rule before the referee: whom it binds, and where what is found goes.
///
/// Keeps references to the standing and the verdict.
class Ruling {
  public:
    Ruling(const Standing& standing, model::RuleId rule, Verdict& verdict)
        : standing_{standing}, id_{rule}, verdict_{verdict} {}

    [[nodiscard]] const Standing& standing() const { return standing_; }
    [[nodiscard]] const model::Brief& brief() const { return standing_.brief(); }
    [[nodiscard]] const model::Rule& rule() const { return brief().at(id_); }
    [[nodiscard]] bool binds(model::Date date) const { return rule().validity.contains(date); }
    /// Whether the meeting's date is within the rule's validity. @pre it is held
    [[nodiscard]] bool binds(model::MeetingId id) const { return binds(standing_.date_of(id)); }
    /// Those of `meetings` that it binds. @pre all are held
    [[nodiscard]] MeetingIds bound(const MeetingIds& meetings) const;

    /// The rule is broken, `times` over: a violation if it is `must`, else `times` its points.
    void broken(MeetingIds meetings, base::Text text, model::Points times = 1);
    /// A violation, whatever the strength of the rule.
    void violated(MeetingIds meetings, base::Text text,
                  std::optional<model::PersonId> person = std::nullopt);
    /// Points of the rule's own, whatever its strength. Nothing when `points` is 0.
    void charged(MeetingIds meetings, base::Text text, model::Points points,
                 std::optional<model::PersonId> person = std::nullopt);
    /// As `broken`, for one person.
    void broken_for(model::PersonId person, MeetingIds meetings, base::Text text,
                    model::Points times);

    /// "SSF/2 (fre 12-05-2023)"; of a meeting not held, its key.
    [[nodiscard]] base::Text name(model::MeetingId id) const;
    /// "SSF/2, SSF/3 og SSF/4".
    [[nodiscard]] base::Text names(const MeetingIds& meetings) const;

  private:
    const Standing& standing_;
    model::RuleId id_;
    Verdict& verdict_;
};

/// The arguments, each in its own language, put into a Danish and an English sentence.
template <class... Args>
[[nodiscard]] base::Text say(std::string_view danish, std::string_view english,
                             const Args&... args) {
    const auto in = [](base::Language language) {
        return [language](const auto& arg) {
            using Arg = std::remove_cvref_t<decltype(arg)>;
            if constexpr (std::same_as<Arg, base::Text>)
                return std::string_view{arg.in(language)};
            else
                return arg;
        };
    };
    return {
        fmt::format(fmt::runtime(danish), in(base::Language::danish)(args)...),
        fmt::format(fmt::runtime(english), in(base::Language::english)(args)...),
    };
}

/// "3 møder" / "3 meetings".
[[nodiscard]] base::Text meeting_count(std::size_t n);

/// "35 dage". @pre range.ideal
[[nodiscard]] base::Text ideal_text(const model::DistanceRange& range);

/// "28-49 dage", without the ideal.
[[nodiscard]] base::Text window_text(model::DistanceRange range);

}  // namespace rul::referee
