/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "follow-error.h"
#include "follow-import-meaning.h"
#include "follow-import-private.h"
#include "follow-memory.h"
#include "follow-xlsx-reader.h"

static FollowImportChoices *
choices_new (void)
{
  FollowImportChoices *self = g_new0 (FollowImportChoices, 1);

  self->roles = g_hash_table_new (NULL, NULL);
  self->meanings = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

static void
choices_free (gpointer data)
{
  FollowImportChoices *self = data;

  g_hash_table_unref (self->roles);
  g_hash_table_unref (self->meanings);
  g_free (self);
}

static gpointer
copy_choices (gconstpointer source, gpointer data)
{
  const FollowImportChoices *from = source;
  FollowImportChoices *self = choices_new ();
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  self->is_chosen_set = from->is_chosen_set;
  self->chosen = from->chosen;
  self->first_heading = from->first_heading;
  self->n_headings = from->n_headings;
  g_hash_table_iter_init (&iter, from->roles);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->roles, key, value);
  g_hash_table_iter_init (&iter, from->meanings);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (self->meanings, key, g_memdup2 (value, sizeof (FollowImportMeaning)));
  return self;
}

static void
source_clear (gpointer data)
{
  FollowImportSource *source = data;

  follow_read_book_free (source->book);
}

static FollowImportSource *
source_new (FollowReadBook *book)
{
  FollowImportSource *source = g_atomic_rc_box_new0 (FollowImportSource);

  source->book = book;
  return source;
}

static GHashTable *
words_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static GHashTable *
copy_words (GHashTable *from)
{
  GHashTable *words = words_new ();
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (words, g_strdup (key), g_strdup (value));
  return words;
}

static void
forget_tables (FollowImport *self)
{
  g_clear_pointer (&self->tables, g_ptr_array_unref);
}

/* As many choices as there are sheets; those of sheets that are no more stay for when they come again. */
static void
make_room (FollowImport *self)
{
  while (self->choices->len < self->source->book->sheets->len)
    g_ptr_array_add (self->choices, choices_new ());
}

static FollowReadBook *
read_workbook (FollowImport *self, GCancellable *cancellable, GError **error)
{
  FollowReadBook *book = follow_xlsx_read (self->path, NULL, cancellable, error);

  if (book != NULL)
    follow_import_join_continued (book);
  return book;
}

static FollowReadBook *
read_file (FollowImport *self, FollowDelimitedForm *form, GCancellable *cancellable, GError **error)
{
  static const char *const workbooks[] = { "xlsx", "xlsm", NULL };
  static const char *const texts[] = { "csv", "tsv", "txt", NULL };
  const char *dot = strrchr (self->path, '.');
  g_autofree char *ending = g_ascii_strdown (dot != NULL ? dot + 1 : "", -1);

  self->is_text = g_strv_contains (texts, ending);
  if (g_strv_contains (workbooks, ending))
    return read_workbook (self, cancellable, error);
  if (self->is_text)
    return follow_delimited_read (self->path, form, NULL, cancellable, error);
  g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_FOREIGN,
               _ ("“%s” cannot be imported: its name ends in none of .csv, .tsv, .txt, .xlsx and .xlsm. "
                  "Nothing was changed."),
               self->name);
  return NULL;
}

static FollowImport *
import_new (const char *path)
{
  FollowImport *self = g_new0 (FollowImport, 1);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  self->choices = g_ptr_array_new_with_free_func (choices_free);
  self->mappings = words_new ();
  self->decisions = words_new ();
  self->remembered = words_new ();
  return self;
}

FollowImport *
follow_import_open_with_form (const char *path,
                              const FollowDelimitedForm *form,
                              FollowRegister *reg,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (FollowImport) self = import_new (path);
  FollowReadBook *book;

  self->form = *form;
  book = read_file (self, &self->form, cancellable, error);
  if (book == NULL)
    return NULL;
  self->source = source_new (book);
  make_room (self);
  if (reg != NULL)
    {
      g_hash_table_unref (self->remembered);
      self->remembered = follow_register_recall (reg);
    }
  return g_steal_pointer (&self);
}

FollowImport *
follow_import_open (const char *path, FollowRegister *reg, GCancellable *cancellable, GError **error)
{
  const FollowDelimitedForm look = { 0 };

  return follow_import_open_with_form (path, &look, reg, cancellable, error);
}

/**
 * follow_import_copy:
 *
 * Returns: (transfer full): the same choices over the same cells, which another thread may use
 */
FollowImport *
follow_import_copy (FollowImport *self)
{
  FollowImport *copy = g_new0 (FollowImport, 1);

  copy->source = g_atomic_rc_box_acquire (self->source);
  copy->path = g_strdup (self->path);
  copy->name = g_strdup (self->name);
  copy->is_text = self->is_text;
  copy->form = self->form;
  copy->target = g_strdup (self->target);
  copy->plan_id = self->plan_id;
  copy->plan_title = g_strdup (self->plan_title);
  copy->choices = g_ptr_array_copy (self->choices, copy_choices, NULL);
  g_ptr_array_set_free_func (copy->choices, choices_free);
  copy->mappings = copy_words (self->mappings);
  copy->decisions = copy_words (self->decisions);
  copy->remembered = copy_words (self->remembered);
  return copy;
}

void
follow_import_free (FollowImport *self)
{
  forget_tables (self);
  if (self->source != NULL)
    g_atomic_rc_box_release_full (self->source, source_clear);
  g_free (self->path);
  g_free (self->name);
  g_free (self->target);
  g_free (self->plan_title);
  g_ptr_array_unref (self->choices);
  g_hash_table_unref (self->mappings);
  g_hash_table_unref (self->decisions);
  g_hash_table_unref (self->remembered);
  g_free (self);
}

const char *
follow_import_get_name (FollowImport *self)
{
  return self->name;
}

guint
follow_import_get_n_sheets (FollowImport *self)
{
  return self->source->book->sheets->len;
}

const FollowImportSheet *
follow_import_get_sheet (FollowImport *self, guint sheet)
{
  g_return_val_if_fail (sheet < follow_import_get_n_sheets (self), NULL);

  return g_ptr_array_index (follow_import_get_tables (self), sheet);
}

const char *
follow_import_get_text (FollowImport *self, guint sheet, guint row, guint column, gboolean *filled_down)
{
  const char *text;

  g_return_val_if_fail (sheet < follow_import_get_n_sheets (self), "");

  text = follow_import_table_full_text (g_ptr_array_index (follow_import_get_tables (self), sheet), row,
                                        column, filled_down);
  return text != NULL ? text : "";
}

const FollowDelimitedForm *
follow_import_get_form (FollowImport *self)
{
  return self->is_text ? &self->form : NULL;
}

gboolean
follow_import_set_form (FollowImport *self,
                        const FollowDelimitedForm *form,
                        GCancellable *cancellable,
                        GError **error)
{
  FollowDelimitedForm found = *form;
  FollowReadBook *book = read_file (self, &found, cancellable, error);

  if (book == NULL)
    return FALSE;
  forget_tables (self);
  g_atomic_rc_box_release_full (self->source, source_clear);
  self->source = source_new (book);
  self->form = found;
  make_room (self);
  return TRUE;
}

gboolean
follow_import_set_target (FollowImport *self, const char *target, GError **error)
{
  if (target != NULL && !g_str_equal (target, "plan") && follow_kind_find (target) == NULL)
    {
      g_set_error (error, FOLLOW_ERROR, FOLLOW_ERROR_INVALID,
                   _ ("There is no kind of record “%s”. “follow-through kinds” lists them."), target);
      return FALSE;
    }
  g_free (self->target);
  self->target = g_strdup (target);
  forget_tables (self);
  return TRUE;
}

const char *
follow_import_get_target (FollowImport *self)
{
  return self->target;
}

void
follow_import_set_plan (FollowImport *self, gint64 plan_id)
{
  self->plan_id = plan_id;
}

void
follow_import_set_plan_title (FollowImport *self, const char *title)
{
  char *copy = g_strdup (title);

  g_free (self->plan_title);
  self->plan_title = copy;
}

static FollowImportChoices *
get_choices (FollowImport *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->choices->len, NULL);

  forget_tables (self);
  return g_ptr_array_index (self->choices, sheet);
}

void
follow_import_choose_sheet (FollowImport *self, guint sheet, gboolean chosen)
{
  FollowImportChoices *choices = get_choices (self, sheet);

  choices->is_chosen_set = TRUE;
  choices->chosen = chosen;
}

void
follow_import_set_headings (FollowImport *self, guint sheet, guint row, guint n_rows)
{
  FollowImportChoices *choices = get_choices (self, sheet);

  choices->first_heading = row;
  choices->n_headings = MIN (n_rows, 2);
}

void
follow_import_set_role (FollowImport *self, guint sheet, guint row, FollowImportRole role)
{
  g_hash_table_insert (get_choices (self, sheet)->roles, GUINT_TO_POINTER (row), GUINT_TO_POINTER (role));
}

void
follow_import_reset_role (FollowImport *self, guint sheet, guint row)
{
  g_hash_table_remove (get_choices (self, sheet)->roles, GUINT_TO_POINTER (row));
}

void
follow_import_set_meaning (FollowImport *self, guint sheet, guint column, FollowImportMeaning meaning)
{
  g_hash_table_insert (get_choices (self, sheet)->meanings, GUINT_TO_POINTER (column),
                       g_memdup2 (&meaning, sizeof meaning));
}

void
follow_import_reset_meaning (FollowImport *self, guint sheet, guint column)
{
  g_hash_table_remove (get_choices (self, sheet)->meanings, GUINT_TO_POINTER (column));
}

GArray *
follow_import_list_meanings (FollowImport *self, guint sheet)
{
  const FollowImportSheet *view = follow_import_get_sheet (self, sheet);

  return follow_meanings_list (view->kind != NULL ? view->kind : follow_kind_find ("action"));
}

void
follow_import_decide (FollowImport *self, const char *key, const char *answer)
{
  if (answer != NULL)
    g_hash_table_insert (self->decisions, g_strdup (key), g_strdup (answer));
  else
    g_hash_table_remove (self->decisions, key);
}
