/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-sheet.h"

#include "follow-text-scale.h"
#include "follow-widgets.h"

struct _FollowPlanSheet
{
  GtkWidget parent_instance;

  int natural_width;
  int width;  /* as it was last laid out */
  double top; /* how far it was scrolled then, or shall be */
  int shift;  /* of what is inside, until it is scrolled */
  guint tick;
  GtkAdjustment *adjustment;
  FollowPlanSheetAnchor find;
  gpointer data;
};

static void follow_plan_sheet_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FollowPlanSheet,
                               follow_plan_sheet,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, follow_plan_sheet_buildable_init))

static void
follow_plan_sheet_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
}

static void
follow_plan_sheet_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = follow_plan_sheet_add_child;
}

/* While the sheet is laid out at another width the scrolled window cuts the value to what there is: that is
 * not how far a person had scrolled. */
static void
value_changed_cb (FollowPlanSheet *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->tick == 0 && parent != NULL && gtk_widget_get_width (parent) == self->width)
    self->top = gtk_adjustment_get_value (self->adjustment);
}

static double
get_top (GtkWidget *child, GtkWidget *widget)
{
  double y = 0;

  gtk_widget_translate_coordinates (widget, child, 0, 0, NULL, &y);
  return y;
}

static GtkSizeRequestMode
follow_plan_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
follow_plan_sheet_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, follow_px (widget, FOLLOW_PLAN_SHEET (widget)->natural_width));
}

static gboolean
frame_begun_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  FollowPlanSheet *self = FOLLOW_PLAN_SHEET (widget);

  self->tick = 0;
  self->shift = 0;
  gtk_adjustment_set_value (self->adjustment, self->top);
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

/* The scrolled window does not hear of another value in the middle of its own layout, so the sheet is shifted
 * for one frame, and scrolled with the next. */
static void
scroll_back (FollowPlanSheet *self, double top)
{
  double last = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);

  self->top = CLAMP (top, 0, MAX (last, 0));
  self->shift = gtk_adjustment_get_value (self->adjustment) - self->top;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_begun_cb, NULL, NULL);
}

static void
follow_plan_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FollowPlanSheet *self = FOLLOW_PLAN_SHEET (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  GtkWidget *anchor = NULL;
  double offset = 0;

  if (width != self->width && self->width > 0 && self->find != NULL)
    anchor =
        self->find (self, self->top, self->top + gtk_adjustment_get_page_size (self->adjustment), self->data);
  if (anchor != NULL)
    offset = get_top (child, anchor) - self->top;
  self->width = width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, self->shift, width, height }, baseline);
  if (anchor == NULL)
    return;
  scroll_back (self, get_top (child, anchor) - offset);
  gtk_widget_size_allocate (child, &(GtkAllocation){ 0, self->shift, width, height }, baseline);
}

static void
follow_plan_sheet_dispose (GObject *object)
{
  FollowPlanSheet *self = FOLLOW_PLAN_SHEET (object);

  g_clear_object (&self->adjustment);
  self->find = NULL;
  follow_clear_children (GTK_WIDGET (self));

  G_OBJECT_CLASS (follow_plan_sheet_parent_class)->dispose (object);
}

static void
follow_plan_sheet_class_init (FollowPlanSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = follow_plan_sheet_dispose;
  widget_class->get_request_mode = follow_plan_sheet_get_request_mode;
  widget_class->measure = follow_plan_sheet_measure;
  widget_class->size_allocate = follow_plan_sheet_size_allocate;
}

static void
follow_plan_sheet_init (FollowPlanSheet *self)
{
}

void
follow_plan_sheet_set_width (FollowPlanSheet *self, int width)
{
  self->natural_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
follow_plan_sheet_set_anchor (FollowPlanSheet *self,
                              GtkAdjustment *adjustment,
                              FollowPlanSheetAnchor find,
                              gpointer data)
{
  self->find = find;
  self->data = data;
  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

double
follow_plan_sheet_get_top (FollowPlanSheet *self, GtkWidget *widget)
{
  return get_top (gtk_widget_get_first_child (GTK_WIDGET (self)), widget);
}
