# `cpack -G DEB` in the build folder: three packages. Analysts install tongji alone and get no headers; libtongji0 has the
# soname in its name, so that a later libtongji1 can stand beside it; libtongji-dev is for those who build against it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tongji)
set(CPACK_PACKAGE_VENDOR tongji)
set(TJ_MAINTAINER "tongji maintainers <tongji@packages.invalid>" CACHE STRING "who answers for the packages")
set(CPACK_PACKAGE_CONTACT ${TJ_MAINTAINER})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL tongji libtongji libtongji-dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/extract/api)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# poppler is loaded by its name when a PDF is read (extract/document/pdf.c), which the list of needed libraries does not show.
execute_process(COMMAND dpkg-query -S ${TJ_POPPLER_FILE} OUTPUT_VARIABLE poppler_owner ERROR_QUIET)
string(REGEX MATCH "^[a-z0-9.+-]+" poppler_package "${poppler_owner}")
if(poppler_package)
  set(CPACK_DEBIAN_TONGJI_PACKAGE_DEPENDS "${poppler_package} (>= 0.82)")
  set(CPACK_DEBIAN_LIBTONGJI_PACKAGE_DEPENDS "${poppler_package} (>= 0.82)")
endif()

# A synopsis stands in each description's first line, so there is none for all.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(what "reads Chinese government and economic text and turns every
statistic in it into a checked record: region, indicator, period, value,
unit, growth or level or share, actual or target, and the exact bytes it
came from.")
set(CPACK_DEBIAN_TONGJI_PACKAGE_NAME tongji)
set(CPACK_DEBIAN_TONGJI_PACKAGE_SECTION text)
set(CPACK_DEBIAN_TONGJI_PACKAGE_SUGGESTS "libreoffice-calc, sqlite3, jq")
set(CPACK_DEBIAN_TONGJI_DESCRIPTION "statistics out of Chinese text, into spreadsheets
tongji ${what}
It reads plain text, web pages, Word files (.docx) and PDF, and
writes Excel workbooks, comparisons between years, review pages, CSV, JSON
lines and SQLite.")

set(CPACK_DEBIAN_LIBTONGJI_PACKAGE_NAME libtongji0)
set(CPACK_DEBIAN_LIBTONGJI_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBTONGJI_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/cmake/debian/triggers)
set(CPACK_DEBIAN_LIBTONGJI_DESCRIPTION "statistics out of Chinese text (shared library)
libtongji ${what}
This package holds the shared library.")

set(CPACK_DEBIAN_LIBTONGJI-DEV_PACKAGE_NAME libtongji-dev)
set(CPACK_DEBIAN_LIBTONGJI-DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_LIBTONGJI-DEV_PACKAGE_DEPENDS "libtongji0 (= ${PROJECT_VERSION}-1)")
set(CPACK_DEBIAN_LIBTONGJI-DEV_DESCRIPTION "statistics out of Chinese text (development files)
libtongji ${what}
This package holds what is needed to build programs with it.")

# What Debian's policy wants in each package: who may copy it, and what changed.
configure_file(cmake/debian/changelog.in changelog.Debian @ONLY)
execute_process(COMMAND ${TJ_GZIP} -9nkf ${PROJECT_BINARY_DIR}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(doc ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  install(FILES cmake/debian/copyright DESTINATION ${doc} COMPONENT ${component})
  install(FILES ${PROJECT_BINARY_DIR}/changelog.Debian.gz DESTINATION ${doc} COMPONENT ${component})
endforeach()

include(CPack)
