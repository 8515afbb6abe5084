/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts within a workbook, which a zip's checksums would hide from a fuzzer. An input is text: a
 * line "### NAME" begins the part of that name, and parts it has none of are the ones below. They are
 * put into a zip here, whole and uncompressed. */
#include "fuzz.h"

#include <string.h>
#include <zip.h>

#include "follow-xlsx-reader.h"

#define MARK "### "
#define MAX_PARTS 32

static const struct
{
  const char *name;
  const char *content;
} usual[] = {
  { "_rels/.rels", "<Relationships><Relationship Id='r1' Type='t/officeDocument' Target='xl/workbook.xml'/>"
                   "</Relationships>" },
  { "xl/workbook.xml",
    "<workbook><sheets><sheet name='One' id='r1'/><sheet name='Two' id='r2'/></sheets>"
    "<definedNames><definedName name='L'>Two!$A$1:$A$9</definedName></definedNames></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='r1' Type='t/worksheet' Target='one.xml'/><Relationship Id='r2' "
    "Type='t/worksheet' Target='two.xml'/><Relationship Id='r3' Type='t/styles' Target='styles.xml'/>"
    "<Relationship Id='r4' Type='t/sharedStrings' Target='strings.xml'/><Relationship Id='r5' "
    "Type='t/theme' Target='theme.xml'/><Relationship Id='r6' Type='t/person' Target='people.xml'/>"
    "</Relationships>" },
  { "xl/_rels/one.xml.rels",
    "<Relationships><Relationship Id='r1' Type='t/comments' Target='comments.xml'/><Relationship Id='r2' "
    "Type='t/threadedComment' Target='threads.xml'/><Relationship Id='r3' Type='t/table' "
    "Target='table.xml'/><Relationship Id='r4' Type='t/hyperlink' Target='https://example.org/' "
    "TargetMode='External'/></Relationships>" },
  { "xl/one.xml", "<worksheet><sheetData><row><c t='s' s='1'><v>0</v></c></row></sheetData></worksheet>" },
  { "xl/two.xml", "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>" },
  { "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>" },
  { "xl/strings.xml", "<sst><si><t>one</t></si><si><t>two</t></si></sst>" },
};

static void
add_part (zip_t *zip, const char *name, const char *content, gsize length)
{
  zip_source_t *source = zip_source_buffer (zip, content, length, 0);
  zip_int64_t index = zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);

  if (index < 0)
    zip_source_free (source);
  else
    zip_set_file_compression (zip, index, ZIP_CM_STORE, 0);
}

static void
add_parts (zip_t *zip, const char *text, gsize size)
{
  const char *end = text + size;
  const char *part = text;

  for (guint i = 0; part != NULL && i < MAX_PARTS && g_str_has_prefix (part, MARK); i++)
    {
      const char *line = memchr (part, '\n', end - part);
      const char *next = line != NULL ? g_strstr_len (line, end - line, "\n" MARK) : NULL;
      g_autofree char *name = NULL;

      if (line == NULL)
        return;
      name = g_strndup (part + strlen (MARK), line - part - strlen (MARK));
      if (*name != '\0' && g_utf8_validate (name, -1, NULL))
        add_part (zip, name, line + 1, (next != NULL ? next : end) - line - (next != line));
      part = next != NULL ? next + 1 : NULL;
    }
}

static GBytes *
pack (const char *text, gsize size)
{
  zip_source_t *target = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (target, ZIP_TRUNCATE, NULL);
  zip_stat_t info;
  GBytes *bytes;
  char *packed;

  zip_source_keep (target);
  add_parts (zip, text, size);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (zip_name_locate (zip, usual[i].name, 0) < 0)
      add_part (zip, usual[i].name, usual[i].content, strlen (usual[i].content));
  if (zip_close (zip) != 0)
    g_error ("%s", zip_strerror (zip));
  zip_stat_init (&info);
  zip_source_open (target);
  zip_source_stat (target, &info);
  packed = g_malloc (info.size);
  g_assert_cmpint (zip_source_read (target, packed, info.size), ==, info.size);
  zip_source_close (target);
  zip_source_free (target);
  bytes = g_bytes_new_take (packed, info.size);
  return bytes;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GBytes) bytes = pack (text, strlen (text));
  GError *error = NULL;
  FollowReadBook *book = follow_xlsx_read_bytes (bytes, "x.xlsx", &fuzz_limits, NULL, &error);

  fuzz_check (book, error);
  return 0;
}
