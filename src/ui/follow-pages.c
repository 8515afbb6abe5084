/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-pages.h"

/* Pages that are not built yet. */
#define FOLLOW_TYPE_EMPTY_PAGE (follow_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (FollowEmptyPage, follow_empty_page, FOLLOW, EMPTY_PAGE, FollowPage)

struct _FollowEmptyPage
{
  FollowPage parent_instance;
};

G_DEFINE_FINAL_TYPE (FollowEmptyPage, follow_empty_page, FOLLOW_TYPE_PAGE)

static void
follow_empty_page_class_init (FollowEmptyPageClass *klass)
{
}

static void
follow_empty_page_init (FollowEmptyPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), follow_page_header_new (FOLLOW_PAGE (self)));
  gtk_box_append (GTK_BOX (box), adw_status_page_new ());
  adw_bin_set_child (ADW_BIN (self), box);
}

static FollowPage *
make (FollowRegister *reg, const char *title, const char *place)
{
  return g_object_new (FOLLOW_TYPE_EMPTY_PAGE, "reg", reg, "title", title, "place", place, NULL);
}

FollowPage *
follow_overview_page_new (FollowRegister *reg)
{
  return make (reg, "Overview", "overview");
}

FollowPage *
follow_bin_page_new (FollowRegister *reg)
{
  return make (reg, "Bin", NULL);
}
