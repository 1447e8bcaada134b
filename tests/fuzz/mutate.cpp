// The same few thousand broken inputs on every machine, made from the seeds given: a part of the
// unit tests. `fuzz_x PLACE SEED...`: SEED is a file or a folder; the input in hand is written to
// PLACE first, so that whatever ends the program leaves it there. RUL_ROUNDS=100000 tries more.
#include "base/random.hpp"
#include "tests/fuzz/harness.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using rul::base::Random;
using Inputs = std::vector<std::string>;

Inputs read_seeds(const std::vector<std::filesystem::path>& places) {
    std::vector<std::filesystem::path> files;
    for (const auto& place : places) {
        if (!std::filesystem::is_directory(place)) files.push_back(place);
        if (std::filesystem::is_directory(place))
            for (const auto& entry : std::filesystem::recursive_directory_iterator{place})
                if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    Inputs seeds;
    for (const auto& file : files) {
        std::ifstream in{file, std::ios::binary};
        seeds.emplace_back(std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{});
    }
    return seeds;
}

std::size_t place_in(Random& random, const std::string& text) {
    return static_cast<std::size_t>(random.between(0, static_cast<int>(text.size())));
}

std::string piece_of(Random& random, const std::string& text) {
    const std::size_t longest = random.between(0, 3) == 0 ? 200 : 12;
    return text.substr(place_in(random, text), static_cast<std::size_t>(random.next() % longest));
}

const std::string& any(Random& random, const Inputs& inputs) {
    return inputs[static_cast<std::size_t>(random.next() % inputs.size())];
}

// What has upset readers before.
const Inputs& nasty() {
    using namespace std::string_literals;
    static const Inputs all{"\"",
                            "'",
                            "\n",
                            "\r",
                            "\r\n",
                            "\t",
                            "\0"s,
                            "\xff",
                            "\xc3",
                            "é",
                            "[",
                            "]",
                            "{",
                            "}",
                            "=",
                            ":",
                            ";",
                            ",",
                            ".",
                            "..",
                            "-",
                            "--",
                            "#",
                            "\\",
                            "0",
                            "-1",
                            "1e99",
                            "2147483648",
                            "31",
                            "29-02-2023",
                            "24.00",
                            "uge 54",
                            "\xe2\x80\xae",
                            "\xef\xbb\xbf",
                            std::string(5000, 'a'),
                            ""};
    return all;
}

void mutate(Random& random, std::string& text, const Inputs& seeds) {
    const std::size_t at = place_in(random, text);
    switch (random.between(0, 5)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(random.between(0, 255));
            break;
        case 1:
            text.erase(at, piece_of(random, text).size());
            break;
        case 2:
            text.insert(at, piece_of(random, text));
            break;
        case 3:
            text.insert(at, piece_of(random, any(random, seeds)));
            break;
        case 4:
            text.resize(at);
            break;
        default:
            text.insert(at, any(random, nasty()));
    }
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) {
        std::cerr << "usage: fuzz_x PLACE SEED...\n";
        return 2;
    }
    const Inputs seeds = read_seeds({words + 2, words + count});
    if (seeds.empty()) {
        std::cerr << "no seeds\n";
        return 2;
    }
    const char* const said = std::getenv("RUL_ROUNDS");
    const unsigned long rounds = said != nullptr ? std::stoul(said) : 3000;
    const auto attempt = [&](const std::string& input) {
        std::ofstream{words[1], std::ios::binary} << input;
        rul::fuzz::try_input(input);
    };
    for (const std::string& seed : seeds)
        attempt(seed);
    for (unsigned long round = 0; round < rounds; ++round) {
        Random random{round};
        std::string input = any(random, seeds);
        for (int i = random.between(1, 4); i > 0; --i)
            mutate(random, input, seeds);
        attempt(input);
    }
    std::cout << seeds.size() << " seeds and " << rounds << " inputs made of them\n";
    return 0;
}
