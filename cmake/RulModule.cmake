# rul_module(<name> [SOURCES ...] [HEADERS ...] [PUBLIC ...] [PRIVATE ...])
#
# One folder, one static library `rul_<name>`, one alias `rul::<name>`. In the tree and outside it
# headers are found the same way: "engine/model/plan.hpp" inside, <rul/engine/model/plan.hpp> outside.
# SOURCES and HEADERS are relative to the folder that calls.
function(rul_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;HEADERS;PUBLIC;PRIVATE")
  set(target rul_${name})
  list(TRANSFORM arg_SOURCES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  list(TRANSFORM arg_HEADERS PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(rul::${name} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${name})
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_include_directories(${target} PUBLIC $<INSTALL_INTERFACE:include> $<INSTALL_INTERFACE:include/rul>)
  target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} $<BUILD_INTERFACE:rul_warnings>)
  install(TARGETS ${target} EXPORT RulTargets
          ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT dev
          FILE_SET HEADERS DESTINATION include/rul COMPONENT dev)
endfunction()
