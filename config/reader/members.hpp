#pragma once

#include "config/reader/draft.hpp"

#include <optional>
#include <vector>

namespace rul::config {

/// Adds the members that `node` lists ("person: role, presence", or tables) to `members`; nobody
/// is there twice. A plain member is counted, if a quorum is to be met, otherwise required.
void read_members(Draft& draft, const Node* node, bool has_quorum,
                  std::vector<model::Member>& members);
/// The same from a members_from list. A line with a name makes a person that is not yet there.
void read_member_list(Draft& draft, const Node* node, bool has_quorum,
                      std::vector<model::Member>& members);

/// Substitutes stand for somebody who is there; a quorum can be met.
void check_members(Draft& draft, const std::vector<model::Member>& members,
                   std::optional<int> quorum, const Place& members_place,
                   const Place& quorum_place);

/// The persons of persons_from.
void declare_listed_persons(Draft& draft);

}  // namespace rul::config
