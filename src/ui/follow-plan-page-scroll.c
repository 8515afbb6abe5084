/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-page-private.h"

/* Above an area that was scrolled to. */
#define SCROLL_MARGIN 12

void
follow_plan_page_scroll_to (FollowPlanPage *self, GtkWidget *widget)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller),
                            follow_plan_sheet_get_top (self->sheet, widget) - SCROLL_MARGIN);
}

/* Scrolls as far as it takes to see the action whole, and leaves the focus where it is. */
void
follow_plan_page_reveal (FollowPlanPage *self, gint64 id)
{
  FollowPlanRow *row = follow_plan_page_find_row (self, id);
  double y;

  if (row == NULL)
    return;
  y = follow_plan_sheet_get_top (self->sheet, GTK_WIDGET (row));
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller), y,
                             y + gtk_widget_get_height (GTK_WIDGET (row)));
}

static gboolean
is_seen (FollowPlanPage *self, FollowPlanRow *row, double top, double bottom)
{
  double y;

  if (row == NULL)
    return FALSE;
  y = follow_plan_sheet_get_top (self->sheet, GTK_WIDGET (row));
  return y >= top && y < bottom;
}

/* What stays in its place when all lines break anew: the action in hand, else the first that is seen. */
static GtkWidget *
find_anchor (FollowPlanSheet *sheet, double top, double bottom, gpointer data)
{
  FollowPlanPage *self = data;
  FollowPlanRow *row = follow_plan_page_get_focused (self);

  if (!is_seen (self, row, top, bottom) && self->record != NULL)
    row = follow_plan_page_find_row (self, follow_record_get_id (self->record));
  for (guint i = 0; !is_seen (self, row, top, bottom) && top > 0 && i < self->outline->actions->len; i++)
    row = follow_plan_page_find_row (self, follow_record_get_id (self->outline->actions->pdata[i]));
  return is_seen (self, row, top, bottom) ? GTK_WIDGET (row) : NULL;
}

void
follow_plan_page_set_up_scrolling (FollowPlanPage *self)
{
  follow_plan_sheet_set_anchor (self->sheet, gtk_scrolled_window_get_vadjustment (self->scroller),
                                find_anchor, self);
}
