/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-doubts.h"

#include <glib/gi18n-lib.h>

#include "follow-plan-text.h"

/* What is said of a cell; the same of several is said once. */
typedef struct
{
  FollowImportPlace place;
  FollowSeverity severity;
  char *message;
  guint n_cells;
} Remark;

struct _FollowImportDoubts
{
  const FollowImport *import;
  FollowImportResult *result;
  GHashTable *doubts;  /* key → FollowImportDoubt, owned by the result */
  GHashTable *remarks; /* message → Remark, owned by the list */
  GPtrArray *in_order; /* of Remark */
};

static const char *const type_names[] = {
  [FOLLOW_DOUBT_CHOICE] = "choice",
  [FOLLOW_DOUBT_COLOUR] = "colour",
  [FOLLOW_DOUBT_STRUCK] = "struck",
  [FOLLOW_DOUBT_SENTENCE] = "sentence",
  [FOLLOW_DOUBT_SEVERAL_DATES] = "dates",
  [FOLLOW_DOUBT_IMPOSSIBLE_DATE] = "impossible",
  [FOLLOW_DOUBT_RESEMBLES] = "resembles",
  [FOLLOW_DOUBT_UNKNOWN_NAME] = "name",
  [FOLLOW_DOUBT_FILLED_DOWN] = "filled",
  [FOLLOW_DOUBT_DUPLICATE] = "duplicate",
  [FOLLOW_DOUBT_ROW] = "row",
  [FOLLOW_DOUBT_UNREADABLE] = "unreadable",
};

static void
remark_free (gpointer data)
{
  Remark *remark = data;

  g_free (remark->message);
  g_free (remark);
}

FollowImportDoubts *
follow_import_doubts_new (const FollowImport *import, FollowImportResult *result)
{
  FollowImportDoubts *self = g_new0 (FollowImportDoubts, 1);

  self->import = import;
  self->result = result;
  self->doubts = g_hash_table_new (g_str_hash, g_str_equal);
  self->remarks = g_hash_table_new (g_str_hash, g_str_equal);
  self->in_order = g_ptr_array_new_with_free_func (remark_free);
  return self;
}

void
follow_import_doubts_free (FollowImportDoubts *self)
{
  g_hash_table_unref (self->doubts);
  g_hash_table_unref (self->remarks);
  g_ptr_array_unref (self->in_order);
  g_free (self);
}

/* A row, and a cell under a merged one, are matters of this file alone. */
gboolean
follow_doubt_type_is_lasting (FollowDoubtType type)
{
  return type != FOLLOW_DOUBT_FILLED_DOWN && type != FOLLOW_DOUBT_DUPLICATE && type != FOLLOW_DOUBT_ROW;
}

FollowImportDoubt *
follow_import_doubts_find (FollowImportDoubts *self,
                           FollowDoubtType type,
                           const char *scope,
                           const char *text,
                           const FollowImportPlace *place)
{
  g_autofree char *folded = follow_plan_fold (text);
  g_autofree char *key = g_strdup_printf ("doubt\n%s\n%s\n%s", type_names[type], scope, folded);
  FollowImportDoubt *doubt = g_hash_table_lookup (self->doubts, key);

  if (doubt == NULL)
    {
      doubt = follow_import_doubt_new (key, type);
      doubt->text = g_strdup (text);
      g_ptr_array_add (self->result->doubts, doubt);
      g_hash_table_insert (self->doubts, doubt->key, doubt);
    }
  g_array_append_val (doubt->cells, *place);
  return doubt;
}

/* Returns: (nullable): the id of the answer that @said names by id or label */
static const char *
find_answer (const FollowImportDoubt *doubt, const char *said)
{
  g_autofree char *folded = follow_plan_fold (said);

  for (guint i = 0; said != NULL && i < doubt->answers->len; i++)
    {
      const FollowImportAnswer *answer = g_ptr_array_index (doubt->answers, i);
      g_autofree char *label = follow_plan_fold (answer->label);

      if (g_str_equal (answer->id, said) || g_str_equal (label, folded))
        return answer->id;
    }
  return NULL;
}

/* What people write on the command line is the text alone. */
static const char *
find_decision (const FollowImportDoubts *self, const FollowImportDoubt *doubt)
{
  g_autofree char *folded = follow_plan_fold (doubt->text);
  const char *said = g_hash_table_lookup (self->import->decisions, doubt->key);

  return said != NULL ? said : g_hash_table_lookup (self->import->decisions, folded);
}

const char *
follow_import_doubts_answer (FollowImportDoubts *self, FollowImportDoubt *doubt, char *message)
{
  g_autofree char *owned = message;
  const char *answer;

  if (doubt->answer != NULL)
    return doubt->answer;
  doubt->message = g_steal_pointer (&owned);
  doubt->said_by = FOLLOW_SAID_BY_USER;
  answer = find_answer (doubt, find_decision (self, doubt));
  if (answer == NULL)
    {
      doubt->said_by = FOLLOW_SAID_BEFORE;
      answer = find_answer (doubt, g_hash_table_lookup (self->import->remembered, doubt->key));
    }
  if (answer == NULL)
    {
      doubt->said_by = FOLLOW_SAID_BY_LOOKING;
      answer = ((const FollowImportAnswer *) g_ptr_array_index (doubt->answers, 0))->id;
    }
  doubt->answer = g_strdup (answer);
  return doubt->answer;
}

void
follow_import_doubts_remark (FollowImportDoubts *self,
                             const FollowImportPlace *place,
                             FollowSeverity severity,
                             char *message)
{
  Remark *remark = g_hash_table_lookup (self->remarks, message);

  if (remark != NULL)
    {
      remark->n_cells++;
      g_free (message);
      return;
    }
  remark = g_new (Remark, 1);
  *remark = (Remark){ *place, severity, message, 1 };
  g_hash_table_insert (self->remarks, remark->message, remark);
  g_ptr_array_add (self->in_order, remark);
}

/* Returns: (transfer full): @message, and that it is true of more cells than its own */
static char *
count_cells (const char *message, guint n_cells)
{
  if (n_cells < 2)
    return g_strdup (message);
  return g_strdup_printf (ngettext ("%s (and in %u more cell)", "%s (and in %u more cells)", n_cells - 1),
                          message, n_cells - 1);
}

static void
tell (FollowImportDoubts *self,
      const FollowImportPlace *place,
      FollowSeverity severity,
      const char *message,
      guint n)
{
  const FollowImportArea cell = { place->row, place->column, place->row, place->column };

  follow_import_result_add_problem (
      self->result, place->sheet,
      self->import->source->book->sheets->len > place->sheet
          ? follow_read_book_sheet (self->import->source->book, place->sheet)->name
          : NULL,
      &cell, severity, count_cells (message, n));
}

/* What one should look at, beside what one may like to know. */
static FollowSeverity
weigh (FollowDoubtType type)
{
  switch (type)
    {
    case FOLLOW_DOUBT_CHOICE:
    case FOLLOW_DOUBT_COLOUR:
    case FOLLOW_DOUBT_STRUCK:
    case FOLLOW_DOUBT_IMPOSSIBLE_DATE:
    case FOLLOW_DOUBT_RESEMBLES:
    case FOLLOW_DOUBT_DUPLICATE:
    case FOLLOW_DOUBT_UNREADABLE:
      return FOLLOW_SEVERITY_WARNING;
    case FOLLOW_DOUBT_SENTENCE:
    case FOLLOW_DOUBT_SEVERAL_DATES:
    case FOLLOW_DOUBT_UNKNOWN_NAME:
    case FOLLOW_DOUBT_FILLED_DOWN:
    case FOLLOW_DOUBT_ROW:
    default:
      return FOLLOW_SEVERITY_NOTE;
    }
}

void
follow_import_doubts_finish (FollowImportDoubts *self)
{
  GPtrArray *doubts = self->result->doubts;

  for (guint i = 0; i < self->in_order->len; i++)
    {
      const Remark *remark = g_ptr_array_index (self->in_order, i);

      tell (self, &remark->place, remark->severity, remark->message, remark->n_cells);
    }
  for (guint i = 0; i < doubts->len; i++)
    {
      const FollowImportDoubt *doubt = g_ptr_array_index (doubts, i);
      g_autofree char *message =
          /* Translators: what is doubtful about a cell, then how it was taken */
          g_strdup_printf (_ ("%s: %s."), doubt->message, follow_import_doubt_get_answer_label (doubt));

      tell (self, &g_array_index (doubt->cells, FollowImportPlace, 0), weigh (doubt->type), message,
            doubt->cells->len);
    }
}
