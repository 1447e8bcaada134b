#include "base/random.hpp"
#include "engine/solver/check/brute_force.hpp"
#include "tests/fuzz/solver/judge.hpp"
#include "tests/fuzz/solver/recipe.hpp"
#include "tests/fuzz/solver/shrink.hpp"
#include "tests/fuzz/solver/write.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>

namespace {

namespace fuzz = rul::fuzz;

constexpr std::string_view usage =
    R"(usage: fuzz_solver [--first SEED] [--rounds N] [--seconds S] [--print]

Solves random tiny problems through the solver's public interface and holds every word of the
answer against brute force. The first that fails is made as small as it gets, and printed as C++.
The seed makes the problem, so a failure is repeated by --first SEED --rounds 1.

  --first SEED   begin here (0)
  --rounds N     so many problems, one a seed (1000)
  --seconds S    no new problem after so long, 0: all rounds (0)
  --print        print the problems as a program that solves them by brute force; solve nothing

Exit code 1 when something failed, 2 on wrong usage.
)";

constexpr rul::solver::Cost most_assignments = 6000;

struct Options {
    std::uint64_t first = 0;
    std::uint64_t rounds = 1000;
    std::uint64_t seconds = 0;
    bool prints = false;
};

bool read(int count, char** words, Options& options) {
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--print") {
            options.prints = true;
            continue;
        }
        std::uint64_t* const target = word == "--first"     ? &options.first
                                      : word == "--rounds"  ? &options.rounds
                                      : word == "--seconds" ? &options.seconds
                                                            : nullptr;
        if (target == nullptr || ++i == count) return false;
        std::size_t used = 0;
        try {
            *target = std::stoull(words[i], &used);
        } catch (const std::exception&) {
            return false;
        }
        if (words[i][used] != '\0') return false;
    }
    return true;
}

fuzz::Recipe recipe_of(std::uint64_t seed) {
    rul::base::Random random{seed};
    return fuzz::random_recipe(random, most_assignments);
}

void show(std::uint64_t seed, const fuzz::Recipe& recipe, const std::string& fault) {
    fmt::print("seed {}: {}\n", seed, fault);
    std::fflush(stdout);
    const auto fails = [](const fuzz::Recipe& r) { return !fuzz::fault_apart(r).empty(); };
    const fuzz::Recipe small = fuzz::shrunk(recipe, fails);
    fmt::print("made smaller, from {} variables and {} constraints to {} and {}:\n\n{}\n",
               recipe.variables.size(), recipe.posts.size(), small.variables.size(),
               small.posts.size(), fuzz::as_test(small, fuzz::fault_apart(small)));
}

int run(const Options& options) {
    const auto start = std::chrono::steady_clock::now();
    std::uint64_t done = 0;
    for (; done < options.rounds; ++done) {
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
        if (options.seconds > 0 && spent.count() >= static_cast<double>(options.seconds)) break;
        const fuzz::Recipe recipe = recipe_of(options.first + done);
        const std::string fault = fuzz::fault_apart(recipe);
        if (fault.empty()) continue;
        show(options.first + done, recipe, fault);
        return 1;
    }
    fmt::print("{} problems, none failed\n", done);
    return 0;
}

// A program that builds each problem as printed, and compares what brute force says of it with what
// it says of the recipe: so what is printed is what failed.
void print_all(const Options& options) {
    fmt::print(R"(#include "tests/fuzz/solver/printed.hpp"

int main() {{
    bool is_same = true;
)");
    for (std::uint64_t seed = options.first; seed < options.first + options.rounds; ++seed) {
        const fuzz::Written written = fuzz::write(recipe_of(seed));
        const auto truth = rul::solver::check::brute_force(written.problem);
        fmt::print("{{\nProblem p;\n{}is_same = has(p, {}, {}) && is_same;\n}}\n", written.calls,
                   truth.solutions, truth.best ? truth.best->cost : -1);
    }
    fmt::print("    return is_same ? 0 : 1;\n}}\n");
}

}  // namespace

int main(int count, char** words) {
    Options options;
    if (!read(count, words, options)) {
        fmt::print(stderr, "{}", usage);
        return 2;
    }
    if (!options.prints) return run(options);
    print_all(options);
    return 0;
}
