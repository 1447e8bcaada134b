# What is installed, in two components: `rul` (the program and its papers) and `dev` (libraries and
# headers for programs that link Rul). `cmake --install` puts both in place, CPack makes a Debian
# package of each.
include(CMakePackageConfigHelpers)

# ---- dev --------------------------------------------------------------------------------------
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Rul)
install(EXPORT RulTargets NAMESPACE rul:: DESTINATION ${package_dir} COMPONENT dev)
configure_package_config_file(cmake/RulConfig.cmake.in RulConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(RulConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/RulConfig.cmake ${PROJECT_BINARY_DIR}/RulConfigVersion.cmake
        DESTINATION ${package_dir} COMPONENT dev)

# ---- rul --------------------------------------------------------------------------------------
# Debian wants man pages compressed, without the time of day in them.
find_program(GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/rul.1.gz
  COMMAND ${GZIP} -9nc ${PROJECT_SOURCE_DIR}/cli/rul.1 > ${PROJECT_BINARY_DIR}/rul.1.gz
  DEPENDS ${PROJECT_SOURCE_DIR}/cli/rul.1 VERBATIM)
add_custom_target(man ALL DEPENDS ${PROJECT_BINARY_DIR}/rul.1.gz)
install(TARGETS rul RUNTIME COMPONENT rul)
install(FILES ${PROJECT_BINARY_DIR}/rul.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT rul)
set(completions cli/completions)
install(FILES ${completions}/rul.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME rul COMPONENT rul)
install(FILES ${completions}/_rul DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT rul)
install(FILES ${completions}/rul.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        COMPONENT rul)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/rul RENAME copyright COMPONENT rul)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/librul-dev RENAME copyright COMPONENT dev)
install(FILES README.md CHANGELOG.md docs/plan-file.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/rul
        COMPONENT rul)

# ---- Debian packages --------------------------------------------------------------------------
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The Rul authors <rul@example.org>")
set(CPACK_PACKAGE_VENDOR "The Rul authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "plans meeting calendars and proves them")
set(CPACK_PACKAGE_DESCRIPTION
  "Reads the bodies, meetings and rules of a secretariat from one text file and finds the calendar
for the year that keeps every rule and costs least on the wishes, with a proof that none is better,
or the rules that cannot hold together. Writes tables and iCalendar feeds.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL rul dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_RUL_PACKAGE_NAME rul)
set(CPACK_DEBIAN_RUL_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_RUL_PACKAGE_DEPENDS tzdata)
set(CPACK_DEBIAN_DEV_PACKAGE_NAME librul-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
  "libfmt-dev, libhowardhinnant-date-dev, libical-dev, libsqlitecpp-dev")
set(CPACK_COMPONENT_DEV_DESCRIPTION "Libraries and headers to plan meeting calendars from C++.")
include(CPack)
