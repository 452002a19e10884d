# What `cmake --install` puts where. Three components, as the Debian packages are three: tongji (the program), libtongji
# (the shared library), libtongji-dev (what is needed to build against it).
include(CMakePackageConfigHelpers)

install(TARGETS tongji RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tongji)
install(TARGETS tongji_shared EXPORT tongjiTargets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT libtongji NAMELINK_COMPONENT libtongji-dev)

install(FILES extract/api/tongji.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT libtongji-dev)
install(FILES docs/example/facts.c DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libtongji-dev/examples
  COMPONENT libtongji-dev)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tongji)
configure_package_config_file(cmake/tongjiConfig.cmake.in tongjiConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(tongjiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/tongjiConfig.cmake ${PROJECT_BINARY_DIR}/tongjiConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT libtongji-dev)
install(EXPORT tongjiTargets NAMESPACE tongji:: DESTINATION ${package_dir} COMPONENT libtongji-dev)

file(RELATIVE_PATH TJ_PC_TO_PREFIX /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
string(REGEX REPLACE "/$" "" TJ_PC_TO_PREFIX "${TJ_PC_TO_PREFIX}")
configure_file(cmake/tongji.pc.in tongji.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/tongji.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT libtongji-dev)

# Manual pages, packed as Debian's policy wants them; -n leaves the time out, so that the same page gives the same bytes.
find_program(TJ_GZIP gzip REQUIRED)
foreach(page tongji tongji-extract tongji-report tongji-diff tongji-review tongji-convert tongji-normalize tongji-lexicon)
  set(packed ${PROJECT_BINARY_DIR}/man/${page}.1.gz)
  add_custom_command(OUTPUT ${packed} DEPENDS docs/man/${page}.1 VERBATIM
    COMMAND sh -c "mkdir -p man && ${TJ_GZIP} -9nc \"$1\" > \"$2\"" sh ${PROJECT_SOURCE_DIR}/docs/man/${page}.1 ${packed})
  list(APPEND packed_pages ${packed})
endforeach()
add_custom_target(tongji_man ALL DEPENDS ${packed_pages})
install(FILES ${packed_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT tongji)

install(FILES cli/completion/tongji.bash RENAME tongji DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
  COMPONENT tongji)
# zsh has a place for its own packages' files and one for what an administrator installs.
install(FILES cli/completion/_tongji DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT tongji
  EXCLUDE_FROM_ALL)
install(FILES cli/completion/_tongji DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT by_hand)
