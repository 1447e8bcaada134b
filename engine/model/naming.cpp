#include "engine/model/naming.hpp"

namespace rul::model {

std::string meeting_name(const Brief& brief, const Meeting& meeting, base::Language language) {
    if (meeting.kind == Meeting::Kind::event)
        return meeting.title.empty() ? meeting.key : meeting.title;
    const Body& body = brief.at(meeting.body);
    const bool has_own_title =
        !meeting.title.empty() && meeting.title != body.name && meeting.title != meeting.key;
    if (has_own_title) return meeting.title;
    if (meeting.kind == Meeting::Kind::seminar)
        return base::both("{}-seminar", "{} seminar", body.key).in(language);
    if (meeting.ordinal > 0)
        return base::both("{0} {1}. møde", "{0} meeting {1}", body.key, meeting.ordinal)
            .in(language);
    return base::both("{}-møde", "{} meeting", body.key).in(language);
}

}  // namespace rul::model
