# rul_depend(<package> [<version>] [...]): finds a library that ours link, here and for whoever
# links ours: the line goes into RulConfig.cmake too. (Header-only libraries that stand in .cpp
# files alone are found with plain find_package and linked as $<BUILD_INTERFACE:...>: they are no
# concern of whoever links Rul.)
macro(rul_depend)
  find_package(${ARGV} REQUIRED)
  string(REPLACE ";" " " rul_depend_words "${ARGV}")
  string(APPEND RUL_DEPENDENCIES "find_dependency(${rul_depend_words})\n")
endmacro()
