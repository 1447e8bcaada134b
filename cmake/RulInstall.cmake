include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Rul)
install(EXPORT RulTargets NAMESPACE rul:: DESTINATION ${package_dir})
configure_package_config_file(cmake/RulConfig.cmake.in RulConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(RulConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/RulConfig.cmake ${PROJECT_BINARY_DIR}/RulConfigVersion.cmake
        DESTINATION ${package_dir})
