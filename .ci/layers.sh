#!/usr/bin/env bash
# A stage includes only stages before it; report/ knows nothing of extract/ but base and fact, and each foreign
# library is included by the files that own it.
set -u
bad=0
complain() { echo "$1"; bad=1; }

forbid() { # FOLDER PATTERN
  local hits
  hits=$(grep -rnE "#include \"($2)/" "$1" --include='*.[ch]') && complain "$1 must not include $2:
$hits"
}
forbid extract/base 'extract/(fact|lexicon|document|recognise|attribute)|report|cli'
forbid extract/fact 'extract/(lexicon|document|recognise|attribute)|report|cli'
forbid extract/lexicon 'extract/(document|attribute)|report|cli'
forbid extract/recognise 'extract/(document|attribute)|report|cli'
forbid extract/document 'extract/attribute|report|cli'
forbid extract/attribute 'extract/api|report|cli'
forbid extract/api 'report|cli'
forbid cli 'extract/api'
forbid report 'extract/(lexicon|document|recognise|attribute)|cli'

owner() { # HEADER FILE...
  local header=$1 hits
  shift
  hits=$(grep -rlE "#include <$header" extract report cli --include='*.[ch]' | sort | tr '\n' ' ')
  [ "$hits" = "$(printf '%s ' "$@")" ] || complain "<$header> belongs in $*, found in: $hits"
}
owner pcre2.h extract/recognise/pattern.c
owner sqlite3.h extract/fact/db_parts.h
owner cjson/cJSON.h extract/document/record.c extract/fact/jsonl_read.c
owner xlsxwriter.h report/workbook_parts.h
owner gsl/ report/stats.c
owner zip.h extract/document/docx_unpack.c
owner libxml/xmlreader.h extract/document/docx.c
owner poppler.h extract/document/pdf.c
owner gumbo.h extract/document/page_parts.h
owner yaml.h report/yaml.c
owner utf8proc.h report/width.c
exit $bad
