/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-sheet-private.h"

typedef struct
{
  FollowXlsxParts *parts;
  FollowXlsxRows rows;
  FollowXlsxAround around;
  enum
  {
    SECTION_NONE,
    SECTION_ROWS,
    SECTION_AROUND,
  } section;
  guint in_extension; /* depth within */
  guint skipped;      /* depth within what is not read */
} SheetParse;

static const char *const around_sections[] = {
  "cols", "mergeCells", "hyperlinks", "dataValidations", NULL,
};

/* What extensions hold goes by the same names and means something else, but for validations whose
 * list stands on another sheet: Excel writes those there. */
static gboolean
is_skipped (const SheetParse *self, const char *name)
{
  if (self->section == SECTION_ROWS)
    return g_str_equal (name, "extLst") || g_str_equal (name, "AlternateContent");
  return self->section == SECTION_NONE && g_str_equal (name, "AlternateContent");
}

static void
start_section (SheetParse *self, const char *name)
{
  if (g_str_equal (name, "dataValidations") ||
      (self->in_extension == 0 && g_strv_contains (around_sections, name)))
    self->section = SECTION_AROUND;
  else if (self->in_extension == 0 && g_str_equal (name, "sheetData"))
    self->section = SECTION_ROWS;
}

static void
element_started_cb (gpointer data, const char *name, const char **attributes)
{
  SheetParse *self = data;

  if (self->in_extension > 0 || (self->section == SECTION_NONE && g_str_equal (name, "extLst")))
    self->in_extension++;
  if (self->skipped > 0 || is_skipped (self, name))
    self->skipped++;
  else if (self->section == SECTION_ROWS)
    follow_xlsx_rows_start (&self->rows, name, attributes);
  else if (self->section == SECTION_AROUND)
    follow_xlsx_around_start (&self->around, name, attributes);
  else
    start_section (self, name);
}

static void
element_ended_cb (gpointer data, const char *name)
{
  SheetParse *self = data;

  if (self->in_extension > 0)
    self->in_extension--;
  if (self->skipped > 0)
    self->skipped--;
  else if (self->section == SECTION_ROWS && !g_str_equal (name, "sheetData"))
    follow_xlsx_rows_end (&self->rows, name);
  else if (self->section == SECTION_AROUND && !g_strv_contains (around_sections, name))
    follow_xlsx_around_end (&self->around, name);
  else
    self->section = SECTION_NONE;
}

static void
text_read_cb (gpointer data, const char *text, int length)
{
  SheetParse *self = data;

  if (self->skipped > 0)
    return;
  if (self->section == SECTION_ROWS)
    follow_xlsx_rows_text (&self->rows, text, length);
  else if (self->section == SECTION_AROUND)
    follow_xlsx_around_text (&self->around, text, length);
}

gboolean
follow_xlsx_read_sheet (FollowXlsxParts *parts, const char *part, FollowReadSheet *sheet, GError **error)
{
  const FollowXlsxHandlers handlers = { element_started_cb, element_ended_cb, text_read_cb };
  g_auto (FollowXlsxRelations) relations = { 0 };
  SheetParse parse = { .parts = parts };
  gboolean ok;

  if (!follow_xlsx_relations_read (&relations, parts->package, part, error))
    return FALSE;
  follow_xlsx_rows_init (&parse.rows, parts, sheet);
  follow_xlsx_around_init (&parse.around, parts, sheet, &relations);
  ok = follow_xlsx_package_parse (parts->package, part, &handlers, &parse, error) &&
       follow_xlsx_read_comments (parts, &relations, sheet, error) &&
       follow_xlsx_read_tables (parts, &relations, sheet, error);
  follow_xlsx_rows_clear (&parse.rows);
  follow_xlsx_around_clear (&parse.around);
  if (ok)
    follow_read_sheet_finish (sheet);
  return ok;
}
