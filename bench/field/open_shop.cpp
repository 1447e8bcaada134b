// Open shops: each job visits all machines, in whatever order. Format: `jobs machines`, then for
// each job its duration on each machine.

#include "bench/field/files.hpp"
#include "bench/field/shop.hpp"

#include <fmt/format.h>

namespace rul::bench {

namespace {

Instance read(const std::filesystem::path& file) {
    const std::vector<int> numbers = numbers_in(text_of(file));
    const auto jobs = static_cast<std::size_t>(numbers.at(0));
    const auto machines = static_cast<std::size_t>(numbers.at(1));
    Shop shop;
    shop.groups.resize(jobs + machines);
    for (std::size_t op = 0; op < jobs * machines; ++op) {
        shop.length.push_back(numbers.at(2 + op));
        shop.groups[op / machines].push_back(op);
        shop.groups[jobs + op % machines].push_back(op);
    }
    return modelled(shop, fmt::format("{} x {}", jobs, machines), {});
}

}  // namespace

std::vector<Source> open_shops(const std::filesystem::path& reference) {
    std::vector<Source> sources;
    for (const auto& file : files_in(reference / "openshop", ".txt"))
        sources.push_back({"openshop/" + file.stem().string(), [file] { return read(file); }});
    return sources;
}

}  // namespace rul::bench
