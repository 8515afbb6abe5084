/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-import-result-private.h"
#include "follow-import-table.h"

/* What became of each cell, in the order of the cells. */
typedef struct
{
  guint32 row;
  guint16 column;
  guint8 fate;
} Fate;

#define NOT_YET 255

void
follow_import_result_begin_sheet (FollowImportResult *self, const FollowReadSheet *cells, gboolean taken)
{
  GArray *fates = g_array_new (FALSE, FALSE, sizeof (Fate));

  for (guint i = 0; taken && i < cells->cells->len; i++)
    {
      const FollowReadCell *cell = &g_array_index (cells->cells, FollowReadCell, i);
      Fate fate = { cell->row, cell->column, NOT_YET };

      if (!follow_text_is_blank (cell->text))
        g_array_append_val (fates, fate);
    }
  g_ptr_array_add (self->fates, fates);
}

/* Returns: the first cell at or after the place, in the order of the file */
static guint
find (const GArray *fates, guint row, guint column)
{
  guint low = 0;
  guint high = fates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Fate *fate = &g_array_index (fates, Fate, middle);

      if (fate->row < row || (fate->row == row && fate->column < column))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static Fate *
look_up (FollowImportResult *self, guint sheet, guint row, guint column)
{
  GArray *fates = sheet < self->fates->len ? g_ptr_array_index (self->fates, sheet) : NULL;
  guint at = fates != NULL ? find (fates, row, column) : 0;
  Fate *fate = fates != NULL && at < fates->len ? &g_array_index (fates, Fate, at) : NULL;

  return fate != NULL && fate->row == row && fate->column == column ? fate : NULL;
}

/* A cell that went into a record in any way is not lost, whatever else is said of it. */
static void
set_fate (Fate *fate, FollowImportFate to)
{
  if (fate->fate == NOT_YET || to < fate->fate)
    fate->fate = to;
}

void
follow_import_result_mark (
    FollowImportResult *self, guint sheet, guint row, guint column, FollowImportFate fate)
{
  Fate *found = look_up (self, sheet, row, column);

  if (found != NULL)
    set_fate (found, fate);
}

void
follow_import_result_mark_rest (
    FollowImportResult *self, guint sheet, guint row, guint column, FollowImportFate fate)
{
  Fate *found = look_up (self, sheet, row, column);

  if (found != NULL && found->fate == NOT_YET)
    found->fate = fate;
}

void
follow_import_result_mark_area (FollowImportResult *self,
                                guint sheet,
                                const FollowImportArea *area,
                                FollowImportFate fate)
{
  GArray *fates = sheet < self->fates->len ? g_ptr_array_index (self->fates, sheet) : NULL;

  for (guint i = fates != NULL ? find (fates, area->row, 0) : 0; fates != NULL && i < fates->len; i++)
    {
      Fate *found = &g_array_index (fates, Fate, i);

      if (found->row > area->last_row)
        break;
      if (found->column >= area->column && found->column <= area->last_column)
        set_fate (found, fate);
    }
}

FollowImportFate
follow_import_result_get_fate (FollowImportResult *self, guint sheet, guint row, guint column)
{
  const Fate *found = look_up (self, sheet, row, column);

  return found != NULL && found->fate != NOT_YET ? (FollowImportFate) found->fate : FOLLOW_FATE_NONE;
}

void
follow_import_result_sweep (FollowImportResult *self, guint sheet, const char *name, const char *reason)
{
  GArray *fates = g_ptr_array_index (self->fates, sheet);

  for (guint i = 0; i < fates->len; i++)
    {
      Fate *fate = &g_array_index (fates, Fate, i);
      FollowImportArea area = { fate->row, fate->column, fate->row, fate->column };

      if (fate->fate != NOT_YET)
        continue;
      for (guint j = i + 1; j < fates->len; j++)
        {
          const Fate *next = &g_array_index (fates, Fate, j);

          if (next->fate != NOT_YET || next->row != area.row || next->column != area.last_column + 1)
            break;
          area.last_column++;
        }
      follow_import_result_add_not_taken (self, sheet, name, &area, reason);
    }
}
