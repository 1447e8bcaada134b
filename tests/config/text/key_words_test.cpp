#include "config/text/key_words.hpp"

#include <boost/test/unit_test.hpp>

using rul::config::meant_key;

BOOST_AUTO_TEST_SUITE(key_words)

BOOST_AUTO_TEST_CASE(a_danish_word_means_the_key_that_belongs_where_it_stands) {
    BOOST_TEST(meant_key("antal", {"count", "name"}).value() == "count");
    BOOST_TEST(meant_key("Afstand", {"distance", "lag"}).value() == "distance");
    BOOST_TEST(meant_key("afstand", {"gap", "slots"}).value() == "gap");
    BOOST_TEST(meant_key("body", {"bodies", "when"}).value() == "bodies");
}

BOOST_AUTO_TEST_CASE(no_key_is_meant_by_another_word_or_where_none_of_them_belongs) {
    BOOST_TEST(!meant_key("quux", {"count"}).has_value());
    BOOST_TEST(!meant_key("antal", {"name", ""}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
