# rul_test(<name> SOURCES ... LIBRARIES ...): one Boost.Test program, registered with ctest.
# It runs in the source folder `tests/`, so that data is found at data/...

if(RUL_UNIT_TESTS)
  # The test library's main(), compiled once for all.
  find_package(Boost 1.74 REQUIRED COMPONENTS unit_test_framework)
  add_library(rul_test_main OBJECT ${PROJECT_SOURCE_DIR}/tests/main.cpp)
  target_link_libraries(rul_test_main PUBLIC rul_warnings Boost::unit_test_framework)
endif()

function(rul_test name)
  if(NOT RUL_UNIT_TESTS)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LIBRARIES")
  set(target ${name}_test)
  add_executable(${target} ${arg_SOURCES})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} rul_test_main)
  add_test(NAME ${name} COMMAND ${target} --report_level=short --catch_system_errors=no --random=7
           WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}/tests)
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 900)  # a bound on hanging, not on time: slow machines run sanitizers too
  endif()
  set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT ${arg_TIMEOUT})
  set_property(GLOBAL APPEND PROPERTY RUL_TEST_PROGRAMS ${target})
endfunction()
