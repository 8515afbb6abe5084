/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-tiles.h"

#include <glib/gi18n.h>

#include "follow-bar.h"
#include "follow-plan-progress.h"
#include "follow-widgets.h"

/* Of a tile's bar. */
#define BAR_HEIGHT 6

typedef struct
{
  GtkWidget *button;
  GtkLabel *number;
  GtkLabel *name;
  GtkLabel *complete;
  FollowBar *bar;
} Tile;

struct _FollowPlanTiles
{
  AdwBin parent_instance;

  GtkFlowBox *box;
  GArray *tiles; /* of Tile, whose widgets are the box's */
};

G_DEFINE_FINAL_TYPE (FollowPlanTiles, follow_plan_tiles, ADW_TYPE_BIN)

static void
follow_plan_tiles_finalize (GObject *object)
{
  g_array_unref (FOLLOW_PLAN_TILES (object)->tiles);

  G_OBJECT_CLASS (follow_plan_tiles_parent_class)->finalize (object);
}

static void
follow_plan_tiles_class_init (FollowPlanTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = follow_plan_tiles_finalize;
}

static void
follow_plan_tiles_init (FollowPlanTiles *self)
{
  self->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  self->box = g_object_new (GTK_TYPE_FLOW_BOX, "homogeneous", TRUE, "min-children-per-line", 2,
                            "max-children-per-line", 6, "row-spacing", 9, "column-spacing", 9,
                            "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "tiles");
  follow_accessible_name (GTK_WIDGET (self->box), _ ("Progress by area"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
follow_plan_tiles_new (void)
{
  return g_object_new (FOLLOW_TYPE_PLAN_TILES, NULL);
}

static GtkWidget *
make_content (Tile *tile)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  tile->number = GTK_LABEL (follow_label_new (NULL, "numeral", NULL));
  tile->name = GTK_LABEL (follow_label_new (NULL, "strong", "small", NULL));
  tile->complete = GTK_LABEL (follow_label_new (NULL, "second", "figures", NULL));
  tile->bar = FOLLOW_BAR (follow_bar_new ());
  follow_bar_set_height (tile->bar, BAR_HEIGHT);
  gtk_label_set_ellipsize (tile->name, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (tile->name, 12);
  gtk_label_set_ellipsize (tile->complete, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (tile->name));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (tile->complete));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (tile->number));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (content), line);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (tile->bar));
  return content;
}

static void
add_tile (FollowPlanTiles *self)
{
  Tile tile;
  GtkWidget *child;

  tile.button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (tile.button), make_content (&tile));
  gtk_widget_add_css_class (tile.button, "tile");
  gtk_flow_box_append (self->box, tile.button);
  /* Tab goes to the button in it at once. */
  child = gtk_widget_get_parent (tile.button);
  gtk_widget_set_focusable (child, FALSE);
  g_array_append_val (self->tiles, tile);
}

static void
remove_tile (FollowPlanTiles *self)
{
  Tile *tile = &g_array_index (self->tiles, Tile, self->tiles->len - 1);

  gtk_flow_box_remove (self->box, gtk_widget_get_parent (tile->button));
  g_array_set_size (self->tiles, self->tiles->len - 1);
}

static void
show_area (Tile *tile, FollowPlanOutline *outline, FollowOutlineArea *area)
{
  const char *number = area->section != NULL ? follow_record_get_text (area->section, "number") : NULL;
  const char *wording = area->section != NULL ? follow_record_get_text (area->section, "wording") : NULL;
  g_autofree char *name = follow_outline_area_dup_name (area);
  g_autofree char *complete = follow_outline_area_dup_progress (area);
  g_autofree char *spoken = number != NULL
                                /* Translators: number and name of an area, then "2 of 5 complete" */
                                ? g_strdup_printf (_ ("Area %s, %s, %s"), number, name, complete)
                                : g_strdup_printf ("%s, %s", name, complete);

  gtk_label_set_label (tile->number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (tile->number), number != NULL);
  gtk_label_set_label (tile->name, name);
  gtk_label_set_label (tile->complete, complete);
  gtk_widget_set_tooltip_text (tile->button, wording);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (tile->button), "x", follow_outline_area_get_id (area));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (tile->button), "plan.show-area");
  follow_accessible_name (tile->button, spoken);
  follow_plan_progress_fill (tile->bar, area);
}

void
follow_plan_tiles_update (FollowPlanTiles *self, FollowPlanOutline *outline)
{
  while (self->tiles->len > outline->areas->len)
    remove_tile (self);
  while (self->tiles->len < outline->areas->len)
    add_tile (self);
  for (guint i = 0; i < outline->areas->len; i++)
    show_area (&g_array_index (self->tiles, Tile, i), outline, follow_plan_outline_get_area (outline, i));
}
