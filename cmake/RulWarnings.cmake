# rul_warnings: what every target of ours is compiled with. Never exported.
add_library(rul_warnings INTERFACE)
target_compile_options(rul_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Wold-style-cast -Wcast-qual -Woverloaded-virtual -Wformat=2 -Wimplicit-fallthrough -Wundef
  -Wno-missing-field-initializers  # designated initialisers leave defaults out on purpose
  $<$<BOOL:${RUL_WERROR}>:-Werror>
  # GCC 12's guesses from data flow are often wrong with optimisation and sanitizers: they are shown, not fatal.
  "$<$<AND:$<BOOL:${RUL_WERROR}>,$<CXX_COMPILER_ID:GNU>>:-Wno-error=maybe-uninitialized;-Wno-error=restrict;-Wno-error=array-bounds;-Wno-error=stringop-overflow;-Wno-error=dangling-pointer;-Wno-error=null-dereference>")
target_compile_definitions(rul_warnings INTERFACE $<$<BOOL:${RUL_ASSERTIONS}>:RUL_ASSERTIONS>)

# __FILE__ names files from the project's root, on every machine alike.
target_compile_options(rul_warnings INTERFACE -fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)

if(RUL_SANITIZE)
  add_compile_options(-fsanitize=${RUL_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${RUL_SANITIZE})
endif()
