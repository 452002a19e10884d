# Every target of ours links tj_flags; nothing sets flags for the whole tree.
include(CheckPIESupported)
check_pie_supported() # so that programs are linked with -pie whatever the compiler does by itself
include(CheckCCompilerFlag)
check_c_compiler_flag(-fstack-clash-protection TJ_HAS_STACK_CLASH)

add_library(tj_flags INTERFACE)
target_compile_features(tj_flags INTERFACE c_std_17)
target_compile_definitions(tj_flags INTERFACE _GNU_SOURCE)
target_include_directories(tj_flags INTERFACE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR})
target_compile_options(tj_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes
  -Wvla -Wcast-qual -Wformat=2 -Wundef -Wdouble-promotion -fno-common
  $<$<BOOL:${TJ_WERROR}>:-Werror>)
set_property(TARGET tj_flags PROPERTY INTERFACE_POSITION_INDEPENDENT_CODE ON)

if(TJ_SANITIZE)
  target_compile_options(tj_flags INTERFACE -fsanitize=${TJ_SANITIZE} -fno-sanitize-recover=all
                                            -fno-omit-frame-pointer)
  target_link_options(tj_flags INTERFACE -fsanitize=${TJ_SANITIZE})
else()
  # Hardening. Fortified calls need optimisation; a packager's own choice of them is replaced, not clashed with.
  target_compile_options(tj_flags INTERFACE -fstack-protector-strong
    $<$<BOOL:${TJ_HAS_STACK_CLASH}>:-fstack-clash-protection>
    $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE> $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=2>)
  target_link_options(tj_flags INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
if(TJ_COVERAGE)
  target_compile_options(tj_flags INTERFACE --coverage)
  target_link_options(tj_flags INTERFACE --coverage)
endif()

# A static library of ours: tj_library(NAME SOURCES a.c b.c LINKS other libraries)
function(tj_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC tj_flags ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
  set_target_properties(${name} PROPERTIES C_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
endfunction()
