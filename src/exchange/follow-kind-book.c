/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-kind-book.h"

#include <glib/gi18n-lib.h>

#include "follow-date.h"
#include "follow-improvement-plan-private.h"
#include "follow-plan-text.h"

/* The rows of one sheet, read as they are written. */
typedef struct
{
  FollowRegister *reg; /* (unowned) */
  const FollowKind *kind;
  GArray *ids;       /* of gint64 */
  GPtrArray *fields; /* of FollowField */
  guint next;
} Rows;

/* Excel's names of sheets are cut by the writer; widths are in characters. */
static const double widths[] = {
  [FOLLOW_FIELD_TEXT] = 24,      [FOLLOW_FIELD_LONG_TEXT] = 50, [FOLLOW_FIELD_INTEGER] = 10,
  [FOLLOW_FIELD_NUMBER] = 10,    [FOLLOW_FIELD_BOOLEAN] = 10,   [FOLLOW_FIELD_DATE] = 13,
  [FOLLOW_FIELD_TIMESCALE] = 20, [FOLLOW_FIELD_CHOICE] = 18,    [FOLLOW_FIELD_LINK] = 28,
  [FOLLOW_FIELD_LINKS] = 28,
};

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_array_unref (rows->ids);
  g_ptr_array_unref (rows->fields);
  g_free (rows);
}

/* A declared status is told by a letter and a word beside its colour. */
static gboolean
is_status (const FollowField *field)
{
  return follow_field_find_choice (field, "off_track") != NULL;
}

static void
set_cell (FollowSheetRow *row,
          guint column,
          FollowRegister *reg,
          const FollowField *field,
          const FollowValue *value)
{
  g_autofree char *text = NULL;

  if (value == NULL)
    return;
  switch (field->type)
    {
    case FOLLOW_FIELD_INTEGER:
      follow_sheet_row_set_integer (row, column, follow_value_get_integer (value));
      return;
    case FOLLOW_FIELD_NUMBER:
      follow_sheet_row_set_number (row, column, follow_value_get_number (value));
      return;
    case FOLLOW_FIELD_DATE:
      follow_sheet_row_set_date (row, column, follow_value_get_text (value));
      return;
    case FOLLOW_FIELD_TEXT:
    case FOLLOW_FIELD_LONG_TEXT:
    case FOLLOW_FIELD_BOOLEAN:
    case FOLLOW_FIELD_TIMESCALE:
    case FOLLOW_FIELD_CHOICE:
    case FOLLOW_FIELD_LINK:
    case FOLLOW_FIELD_LINKS:
    default:
      text = is_status (field) ? follow_plan_status_words (follow_value_get_text (value))
                               : follow_register_format (reg, field, value, "\n");
      follow_sheet_row_set_text (row, column, text,
                                 is_status (field) ? FOLLOW_CELL_STYLE_STATUS : FOLLOW_CELL_STYLE_NORMAL);
      return;
    }
}

/* As text: a number of a workbook has not as many digits. */
static void
set_id (FollowSheetRow *row, guint column, FollowRecord *record)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, follow_record_get_id (record));

  follow_sheet_row_set_text (row, column, id, FOLLOW_CELL_STYLE_NORMAL);
}

static gboolean
fetch_row (FollowSheetRow *row, gpointer user_data, GError **error)
{
  Rows *rows = user_data;
  g_autoptr (FollowRecord) record = NULL;
  guint column = 0;

  if (rows->next == rows->ids->len)
    return FALSE;
  record =
      follow_register_get (rows->reg, rows->kind, g_array_index (rows->ids, gint64, rows->next++), error);
  if (record == NULL)
    return FALSE;
  if (rows->kind->parent != NULL)
    {
      g_autofree char *name = follow_register_name_record (rows->reg, follow_record_get_parent_id (record));

      follow_sheet_row_set_text (row, column++, name, FOLLOW_CELL_STYLE_NORMAL);
    }
  for (guint i = 0; i < rows->fields->len; i++)
    {
      const FollowField *field = rows->fields->pdata[i];

      set_cell (row, column++, rows->reg, field, follow_record_get (record, field->name));
    }
  set_id (row, column, record);
  return TRUE;
}

static void
add_choice (FollowSheetColumn *column, const FollowField *field, const char *id, GPtrArray *words)
{
  if (!is_status (field))
    {
      g_ptr_array_add (words, g_strdup (follow_field_get_choice_label (field, id)));
      return;
    }
  g_ptr_array_add (words, follow_plan_status_words (id));
  follow_sheet_column_add_colour (column, g_ptr_array_index (words, words->len - 1),
                                  follow_plan_status_letter (id));
}

static void
add_choices (FollowSheetColumn *column, const FollowField *field)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (field->type == FOLLOW_FIELD_BOOLEAN)
    {
      g_ptr_array_add (words, g_strdup (_ ("Yes")));
      g_ptr_array_add (words, g_strdup (_ ("No")));
    }
  for (const FollowChoice *choice = field->choices; choice != NULL && choice->id != NULL; choice++)
    add_choice (column, field, choice->id, words);
  if (words->len == 0)
    return;
  g_ptr_array_add (words, NULL);
  follow_sheet_column_set_choices (column, (const char *const *) words->pdata, FALSE);
}

/* By it the import knows the records again, however they were renamed and renumbered. */
static void
add_id_column (FollowSheet *sheet)
{
  FollowSheetColumn *column = follow_sheet_add_column (sheet, "Id", widths[FOLLOW_FIELD_LINK]);

  follow_sheet_column_set_key (column, "id");
  follow_sheet_column_set_hidden (column, TRUE);
}

static void
add_columns (FollowSheet *sheet, const FollowKind *kind, GPtrArray *fields)
{
  if (kind->parent != NULL)
    {
      const FollowKind *parent = follow_kind_find (kind->parent);

      follow_sheet_column_set_key (
          follow_sheet_add_column (sheet, follow_kind_get_label (parent), widths[FOLLOW_FIELD_LINK]),
          parent->name);
    }
  for (guint i = 0; i < fields->len; i++)
    {
      const FollowField *field = fields->pdata[i];
      gboolean numbers = g_strcmp0 (kind->number, field->name) == 0;
      FollowSheetColumn *column;

      column =
          follow_sheet_add_column (sheet, follow_field_get_label (field), numbers ? 8 : widths[field->type]);
      follow_sheet_column_set_key (column, field->name);
      /* What is worked out is not chosen. */
      if (!(field->flags & FOLLOW_FIELD_COMPUTED))
        add_choices (column, field);
    }
  add_id_column (sheet);
}

/* Adds a sheet of the records of @list. */
static gboolean
add_sheet (FollowBook *book, FollowRegister *reg, const FollowKindList *list, GError **error)
{
  const FollowKind *kind = follow_query_get_kind (list->query);
  GArray *ids = follow_kind_list_load_ids (list, reg, error);
  FollowSheet *sheet;
  Rows *rows;

  if (ids == NULL)
    return FALSE;
  sheet = follow_book_add_sheet (book, follow_kind_get_plural (kind));
  rows = g_new0 (Rows, 1);
  *rows = (Rows){ reg, kind, ids, follow_kind_list_get_fields (list), 0 };
  add_columns (sheet, kind, rows->fields);
  follow_sheet_set_key_row (sheet, TRUE);
  follow_sheet_set_row_func (sheet, fetch_row, rows, rows_free, ids->len);
  return TRUE;
}

static int
rank_marking (const char *marking)
{
  return g_strcmp0 (marking, "official_sensitive") == 0 ? 2 : g_strcmp0 (marking, "official") == 0 ? 1 : 0;
}

/* The rank of the marking of the record, or of what it is edited inside of. */
static int
rank_record (FollowRegister *reg, const FollowKind *kind, gint64 id)
{
  g_autoptr (FollowRecord) record = follow_register_get (reg, kind, id, NULL);
  int rank = 0;

  if (record == NULL)
    return 0;
  if (follow_kind_find_field (kind, "marking") != NULL)
    rank = rank_marking (follow_record_get_text (record, "marking"));
  if (kind->parent != NULL)
    rank =
        MAX (rank, rank_record (reg, follow_kind_find (kind->parent), follow_record_get_parent_id (record)));
  return rank;
}

static gboolean
has_marking (const FollowKind *kind)
{
  return follow_kind_find_field (kind, "marking") != NULL ||
         (kind->parent != NULL && has_marking (follow_kind_find (kind->parent)));
}

static gboolean
raise_marking (FollowRegister *reg, const FollowKindList *list, int *highest, GError **error)
{
  const FollowKind *kind = follow_query_get_kind (list->query);
  g_autoptr (GArray) ids = NULL;

  if (!has_marking (kind))
    return TRUE;
  if ((ids = follow_kind_list_load_ids (list, reg, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len && *highest < 2; i++)
    *highest = MAX (*highest, rank_record (reg, kind, g_array_index (ids, gint64, i)));
  return TRUE;
}

/* Returns: (transfer full): an empty book marked as the highest of what the lists hold is */
static FollowBook *
begin_book (FollowRegister *reg, const char *title, GArray *lists, GError **error)
{
  static const char *const markings[] = { NULL, N_ ("OFFICIAL"), N_ ("OFFICIAL-SENSITIVE") };
  g_autofree char *today = follow_date_format_long (follow_register_get_today (reg));
  FollowBook *book;
  int highest = 0;

  for (guint i = 0; i < lists->len; i++)
    if (!raise_marking (reg, &g_array_index (lists, FollowKindList, i), &highest, error))
      return NULL;
  book = follow_book_new (title, highest > 0 ? _ (markings[highest]) : NULL);
  follow_book_set_created_at (book, today);
  return book;
}

static gboolean
has_status (const FollowKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_status (&kind->fields[i]))
      return TRUE;
  return FALSE;
}

/* What the letters mean, wherever there are any. */
static void
add_key (FollowBook *book, GArray *lists)
{
  FollowSheet *sheet = NULL;

  for (guint i = 0; i < lists->len && sheet == NULL; i++)
    if (has_status (follow_query_get_kind (g_array_index (lists, FollowKindList, i).query)))
      {
        sheet = follow_book_add_sheet (book, _ ("Key"));
        follow_sheet_add_column (sheet, NULL, 24);
        follow_sheet_add_column (sheet, NULL, 100);
        follow_improvement_plan_add_statuses (sheet);
      }
}

static gboolean
write_lists (FollowRegister *reg,
             const char *title,
             GArray *lists,
             const char *path,
             FollowXlsxProgressFunc progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (FollowBook) book = begin_book (reg, title, lists, error);

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < lists->len; i++)
    if (!add_sheet (book, reg, &g_array_index (lists, FollowKindList, i), error))
      return FALSE;
  add_key (book, lists);
  return follow_xlsx_write (book, path, progress, progress_data, cancellable, error);
}

/**
 * follow_kind_book_write_list:
 *
 * Writes the records of @list.
 */
gboolean
follow_kind_book_write_list (FollowRegister *reg,
                             const FollowKindList *list,
                             const char *path,
                             FollowXlsxProgressFunc progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (FollowKindList));
  g_autofree char *name = follow_register_get_name (reg);
  g_autofree char *title =
      g_strdup_printf ("%s – %s", follow_kind_get_plural (follow_query_get_kind (list->query)), name);

  g_array_append_val (lists, *list);
  return write_lists (reg, title, lists, path, progress, progress_data, cancellable, error);
}

/**
 * follow_kind_book_write_register:
 *
 * Writes every record of every kind, a sheet for each kind.
 */
gboolean
follow_kind_book_write_register (FollowRegister *reg,
                                 const char *path,
                                 FollowXlsxProgressFunc progress,
                                 gpointer progress_data,
                                 GCancellable *cancellable,
                                 GError **error)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func ((GDestroyNotify) follow_query_free);
  g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (FollowKindList));
  g_autofree char *name = follow_register_get_name (reg);
  guint n_kinds;
  const FollowKind *const *kinds = follow_kinds_get (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      FollowKindList list = { follow_query_new (kinds[i]), NULL, NULL };

      g_ptr_array_add (queries, (gpointer) list.query);
      g_array_append_val (lists, list);
    }
  return write_lists (reg, name, lists, path, progress, progress_data, cancellable, error);
}
