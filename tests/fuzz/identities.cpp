#include "base/check.hpp"
#include "base/error.hpp"
#include "store/identity_file.hpp"
#include "tests/fuzz/harness.hpp"

// What is read is written back as something that reads the same; all else is refused with a reason.
void rul::fuzz::try_input(std::string_view bytes) {
    try {
        const auto text = store::to_text(store::parse_identities(bytes, "fuzzed.json"));
        RUL_CHECK(store::to_text(store::parse_identities(text, "written.json")) == text);
    } catch (const base::IoError& refused) {
        RUL_CHECK(!refused.text().danish.empty() && !refused.text().english.empty());
    }
}
