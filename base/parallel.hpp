#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

namespace rul::base {

/// How many threads this machine runs at once, as far as it says; 1 or more.
[[nodiscard]] int threads_at_once();

/// Calls work(0), ..., work(count - 1), each once, on at most `threads` threads, of which the
/// caller's is one: it does the first. Comes back when all are done. Who does what else hangs on
/// the machine's mood, so what a call leaves must hang on its number alone.
/// Where the machine gives no more threads, fewer do it.
///
/// Throws what a call threw, the first of them by number; the others are done all the same.
void do_in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

/// What is to be done, and what comes of it.
struct Step {
    std::function<void()> work;
    std::function<void()> end;
};

/// Steps that build on one another, `window` of them at a time on at most `threads` threads.
///
///     begin begin begin  end begin  end begin ...    one at a time, always in this order
///       |work...|  |work...|
///
/// `begin` makes the next step, or says that there is none until another has ended. Steps end in
/// the order they began in, and after each `begin` is asked until `window` are under way again: so
/// what a step begins with hangs on what `window` steps before it ended with, never on who was
/// quick. `end` and `begin` may be called on any of the threads. Throws the first thing that was
/// thrown; then nothing more begins or ends, and what is under way is worked on for nothing.
void do_in_window(std::size_t window, int threads,
                  const std::function<std::optional<Step>()>& begin);

/// Destroys it on a thread that nobody waits for, or here if the machine gives none: of what is
/// large that takes a tenth of a second, which somebody may be waiting for.
/// @pre nothing else refers to it, and its destructor looks at nothing but itself
void destroy_beside(std::unique_ptr<void, void (*)(void*)> object);

template <class T>
void destroy_beside(std::unique_ptr<T> object) {
    destroy_beside(
        {object.release(), [](void* p) { std::default_delete<T>{}(static_cast<T*>(p)); }});
}

}  // namespace rul::base
