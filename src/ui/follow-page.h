/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "follow-register.h"

G_BEGIN_DECLS

/* What fills the window beside the sidebar: a table, a plan, an inspection, a history. A page has a
 * header bar of its own (follow_page_header_new()) and answers the window's shortcuts. */
#define FOLLOW_TYPE_PAGE (follow_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FollowPage, follow_page, FOLLOW, PAGE, AdwBin)

struct _FollowPageClass
{
  AdwBinClass parent_class;

  void (*create) (FollowPage *self);        /* Ctrl+N: a new record of the page's kind */
  void (*create_inside) (FollowPage *self); /* Ctrl+Shift+N: a new part of it */
  void (*export) (FollowPage *self);        /* Ctrl+E */
  void (*find) (FollowPage *self);          /* Ctrl+F */
  void (*next_pane) (FollowPage *self);     /* F6 */
  gboolean (*escape) (FollowPage *self);    /* TRUE: went one level back inside the page */
  gboolean (*back) (FollowPage *self);      /* Alt+Left; TRUE: went a step back inside the page */
  gboolean (*show_record) (FollowPage *self, gint64 id); /* TRUE: the record is on this page, and now seen */
  void (*shown) (FollowPage *self);                      /* it came into view: take the focus */
};

/* Properties, all settable by the page: `title`, `subtitle`: for its header bar; `place`: the row of the
 * sidebar that is marked while it is shown. `reg`: the register, `whole-window`: the sidebar is not shown beside
 * it, since nobody goes elsewhere in the middle of it (both construct only). */
FollowRegister *follow_page_get_register (FollowPage *self);
const char *follow_page_get_title (FollowPage *self);
void follow_page_set_title (FollowPage *self, const char *title);
const char *follow_page_get_subtitle (FollowPage *self);
void follow_page_set_subtitle (FollowPage *self, const char *subtitle);
const char *follow_page_get_place (FollowPage *self);
void follow_page_set_place (FollowPage *self, const char *place);
gboolean follow_page_takes_whole_window (FollowPage *self);
gboolean follow_page_can_go_back (FollowPage *self);
void follow_page_set_can_go_back (FollowPage *self, gboolean can_go_back);

void follow_page_create (FollowPage *self);
void follow_page_create_inside (FollowPage *self);
void follow_page_export (FollowPage *self);
void follow_page_find (FollowPage *self);
void follow_page_next_pane (FollowPage *self);
gboolean follow_page_escape (FollowPage *self);
gboolean follow_page_back (FollowPage *self);
gboolean follow_page_show_record (FollowPage *self, gint64 id);
void follow_page_shown (FollowPage *self);

/* A header bar with the page's title, the button that shows a folded sidebar, and the way back. */
GtkWidget *follow_page_header_new (FollowPage *self);

G_END_DECLS
