#include "cli/interrupt.hpp"

#include <csignal>

namespace rul::cli {

namespace {

// A signal handler can reach nothing else.
std::atomic<bool> asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void ask(int /*signal*/) {
    asked = true;
}

void handle(int signal) {
    struct sigaction action {};
    action.sa_handler = ask;
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second time the system's own answer
    ::sigaction(signal, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
    asked = false;
    handle(SIGINT);
    handle(SIGTERM);
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

const std::atomic<bool>* Interrupt::flag() {
    return &asked;
}

bool Interrupt::was_asked() {
    return asked;
}

}  // namespace rul::cli
