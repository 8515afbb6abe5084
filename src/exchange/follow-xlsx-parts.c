/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-xlsx-parts.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "follow-error.h"

/* More sheets than this are a stranger's joke. */
#define MAX_SHEETS 10000

void
follow_xlsx_parts_count (FollowXlsxParts *self)
{
  if (++self->n_kept > follow_xlsx_package_limits (self->package)->n_cells)
    follow_xlsx_package_refuse_large (self->package);
}

const char *
follow_xlsx_parts_keep (FollowXlsxParts *self, const char *text)
{
  return text != NULL && *text != '\0' ? g_string_chunk_insert (self->book->texts, text) : "";
}

typedef struct
{
  FollowXlsxParts *parts;
  const FollowXlsxRelations *relations;
  int n_sheets; /* that hold cells */
  FollowReadName name;
  GString *formula; /* NULL outside of names */
} WorkbookParse;

static void
add_sheet (WorkbookParse *self, const char **attributes)
{
  const char *id = follow_xlsx_attribute (attributes, "id");
  const char *state = follow_xlsx_attribute (attributes, "state");
  const char *name = follow_xlsx_attribute (attributes, "name");
  const FollowXlsxRelation *relation = follow_xlsx_relations_find (self->relations, id);
  FollowXlsxSheetEntry entry = { .index = -1 };

  /* A sheet that leads nowhere is not left out in silence. */
  if (relation == NULL || relation->is_external)
    {
      follow_xlsx_package_refuse_damaged (self->parts->package);
      return;
    }
  if (self->parts->sheets->len >= MAX_SHEETS)
    {
      follow_xlsx_package_refuse_large (self->parts->package);
      return;
    }
  entry.name = g_strdup (name != NULL ? name : "");
  entry.hidden = state != NULL && !g_str_equal (state, "visible");
  entry.very_hidden = g_strcmp0 (state, "veryHidden") == 0;
  if (g_str_equal (relation->type, "worksheet"))
    {
      entry.part = g_strdup (relation->target);
      entry.index = self->n_sheets++;
    }
  g_array_append_val (self->parts->sheets, entry);
}

static void
workbook_started_cb (gpointer data, const char *name, const char **attributes)
{
  WorkbookParse *self = data;

  if (g_str_equal (name, "workbookPr"))
    self->parts->from_1904 = follow_xlsx_attribute_is_true (attributes, "date1904");
  else if (g_str_equal (name, "sheet"))
    add_sheet (self, attributes);
  else if (g_str_equal (name, "definedName") && self->formula == NULL)
    {
      const char *sheet = follow_xlsx_attribute (attributes, "localSheetId");

      self->name.name = follow_xlsx_parts_keep (self->parts, follow_xlsx_attribute (attributes, "name"));
      self->name.sheet = sheet != NULL ? (int) MIN (strtoul (sheet, NULL, 10), G_MAXINT) : -1;
      self->formula = g_string_new (NULL);
    }
}

static void
workbook_ended_cb (gpointer data, const char *name)
{
  WorkbookParse *self = data;

  if (self->formula == NULL || !g_str_equal (name, "definedName"))
    return;
  self->name.formula = follow_xlsx_parts_keep (self->parts, self->formula->str);
  g_array_append_val (self->parts->book->names, self->name);
  follow_xlsx_parts_count (self->parts);
  g_string_free (g_steal_pointer (&self->formula), TRUE);
}

static void
workbook_text_cb (gpointer data, const char *text, int length)
{
  WorkbookParse *self = data;

  if (self->formula != NULL)
    follow_xlsx_append (self->parts->package, self->formula, text, length);
}

/* Names count all sheets; the book only those that hold cells. */
static void
place_names (FollowXlsxParts *self)
{
  for (guint i = 0; i < self->book->names->len; i++)
    {
      FollowReadName *name = &g_array_index (self->book->names, FollowReadName, i);

      if (name->sheet >= 0)
        name->sheet = (guint) name->sheet < self->sheets->len
                          ? g_array_index (self->sheets, FollowXlsxSheetEntry, name->sheet).index
                          : -1;
    }
}

typedef struct
{
  FollowXlsxParts *parts;
  FollowXlsxRich rich;
} StringsParse;

static void
string_started_cb (gpointer data, const char *name, const char **attributes)
{
  StringsParse *self = data;

  if (g_str_equal (name, "si"))
    follow_xlsx_rich_begin (&self->rich);
  else
    follow_xlsx_rich_start (&self->rich, name, attributes);
}

static void
string_ended_cb (gpointer data, const char *name)
{
  StringsParse *self = data;
  FollowXlsxParts *parts = self->parts;
  GString *text = self->rich.text;
  guint8 strikes = self->rich.strikes;

  follow_xlsx_rich_end (&self->rich, name);
  if (!g_str_equal (name, "si"))
    return;
  if (parts->strings->len >= follow_xlsx_package_limits (parts->package)->n_strings)
    {
      follow_xlsx_package_refuse_large (parts->package);
      return;
    }
  follow_xlsx_unescape (text);
  g_ptr_array_add (parts->strings, g_string_chunk_insert_len (parts->book->texts, text->str, text->len));
  g_byte_array_append (parts->strikes, &strikes, 1);
}

static void
string_text_cb (gpointer data, const char *text, int length)
{
  StringsParse *self = data;

  follow_xlsx_rich_append (&self->rich, text, length);
}

static gboolean
read_strings (FollowXlsxParts *self, const char *part, GError **error)
{
  const FollowXlsxHandlers handlers = { string_started_cb, string_ended_cb, string_text_cb };
  StringsParse parse = { .parts = self };
  gboolean ok;

  follow_xlsx_rich_init (&parse.rich, self->package);
  ok = follow_xlsx_package_parse (self->package, part, &handlers, &parse, error);
  follow_xlsx_rich_clear (&parse.rich);
  return ok;
}

/* What else a zip can be whose main part is not a workbook's. */
static gboolean
refuse_other (FollowXlsxPackage *package, const char *name, GError **error)
{
  const char *reason = _ ("it is not an Excel workbook");

  if (follow_xlsx_package_has (package, "content.xml"))
    reason = _ ("it is an OpenDocument file. Save it as an Excel workbook (.xlsx) and try again");
  else if (follow_xlsx_package_has (package, "xl/workbook.bin"))
    reason = _ ("it is a binary Excel workbook. Save it as .xlsx and try again");
  else if (follow_xlsx_package_has (package, "word/document.xml"))
    reason = _ ("it is a Word document");
  follow_read_set_error (error, FOLLOW_ERROR_FOREIGN, name, reason);
  return FALSE;
}

static char *
find_workbook (const FollowXlsxRelations *relations)
{
  const char *part = follow_xlsx_relations_part (relations, "officeDocument");

  return g_strdup (part != NULL ? part : "xl/workbook.xml");
}

static void
entry_clear (FollowXlsxSheetEntry *self)
{
  g_free (self->name);
  g_free (self->part);
}

static gboolean
read_workbook (FollowXlsxParts *self,
               const char *workbook,
               const FollowXlsxRelations *relations,
               GError **error)
{
  const FollowXlsxHandlers handlers = { workbook_started_cb, workbook_ended_cb, workbook_text_cb };
  WorkbookParse parse = { .parts = self, .relations = relations };
  gboolean ok = follow_xlsx_package_parse (self->package, workbook, &handlers, &parse, error);

  if (parse.formula != NULL)
    g_string_free (parse.formula, TRUE);
  place_names (self);
  return ok;
}

static gboolean
read_around (FollowXlsxParts *self, const char *workbook, GError **error)
{
  g_auto (FollowXlsxRelations) relations = { 0 };
  const char *part;

  if (!follow_xlsx_relations_read (&relations, self->package, workbook, error) ||
      !read_workbook (self, workbook, &relations, error))
    return FALSE;
  part = follow_xlsx_relations_part (&relations, "theme");
  if (part != NULL && !follow_xlsx_colours_read_theme (&self->colours, self->package, part, error))
    return FALSE;
  part = follow_xlsx_relations_part (&relations, "styles");
  if (part != NULL && !follow_xlsx_read_styles (self, part, error))
    return FALSE;
  part = follow_xlsx_relations_part (&relations, "person");
  if (part != NULL && !follow_xlsx_read_people (self, part, error))
    return FALSE;
  part = follow_xlsx_relations_part (&relations, "sharedStrings");
  return part == NULL || read_strings (self, part, error);
}

gboolean
follow_xlsx_parts_read (FollowXlsxParts *self,
                        FollowXlsxPackage *package,
                        FollowReadBook *book,
                        GError **error)
{
  g_auto (FollowXlsxRelations) relations = { 0 };
  g_autofree char *workbook = NULL;

  self->package = package;
  self->book = book;
  self->sheets = g_array_new (FALSE, FALSE, sizeof (FollowXlsxSheetEntry));
  g_array_set_clear_func (self->sheets, (GDestroyNotify) entry_clear);
  self->strings = g_ptr_array_new ();
  self->strikes = g_byte_array_new ();
  self->styles = g_array_new (FALSE, FALSE, sizeof (FollowXlsxStyle));
  self->people = g_hash_table_new (g_str_hash, g_str_equal);
  follow_xlsx_colours_init (&self->colours);
  if (!follow_xlsx_relations_read (&relations, package, "", error))
    return FALSE;
  workbook = find_workbook (&relations);
  if (!follow_xlsx_package_has (package, workbook) || g_str_has_suffix (workbook, ".bin") ||
      g_str_has_prefix (workbook, "word/"))
    return refuse_other (package, follow_xlsx_package_name (package), error);
  return read_around (self, workbook, error);
}

void
follow_xlsx_parts_clear (FollowXlsxParts *self)
{
  g_clear_pointer (&self->sheets, g_array_unref);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->strikes, g_byte_array_unref);
  g_clear_pointer (&self->styles, g_array_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
}
