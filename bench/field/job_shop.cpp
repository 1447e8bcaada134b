// Job shops: each job visits the machines in an order of its own. Format: `jobs machines`, then for
// each job pairs `machine duration` in order of processing; machines count from 0.

#include "bench/field/files.hpp"
#include "bench/field/shop.hpp"

#include <fmt/format.h>

namespace rul::bench {

namespace {

Instance read(const std::filesystem::path& file, const Known& known) {
    const std::vector<int> numbers = numbers_in(text_of(file));
    const auto jobs = static_cast<std::size_t>(numbers.at(0));
    const auto machines = static_cast<std::size_t>(numbers.at(1));
    Shop shop;
    shop.groups.resize(machines);
    for (std::size_t op = 0; op < jobs * machines; ++op) {
        shop.groups.at(static_cast<std::size_t>(numbers.at(2 + 2 * op))).push_back(op);
        shop.length.push_back(numbers.at(3 + 2 * op));
        if (op % machines != 0) shop.chains.push_back({op - 1, op});
    }
    return modelled(shop, fmt::format("{} x {}", jobs, machines), known);
}

Known known_of(const std::vector<std::vector<std::string>>& rows, const std::string& name) {
    for (const auto& row : rows)
        if (row.size() > 5 && row[0] == name)
            return {.best = std::stoll(row[5]), .bound = std::stoll(row[4])};
    return {};
}

}  // namespace

std::vector<Source> job_shops(const std::filesystem::path& reference) {
    const auto rows = rows_of(reference / "jobshop" / "best_known.csv");
    std::vector<Source> sources;
    for (const auto& file : files_in(reference / "jobshop", ".txt")) {
        const Known known = known_of(rows, file.filename().string());
        sources.push_back(
            {"jobshop/" + file.stem().string(), [file, known] { return read(file, known); }});
    }
    return sources;
}

}  // namespace rul::bench
