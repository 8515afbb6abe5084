/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follow-plan-page-private.h"

#include <glib/gi18n.h>

#include "follow-export.h"
#include "follow-improvement-plan.h"
#include "follow-navigation.h"

/* A plan that tells origins apart is one of areas for improvement, as published since. */
static FollowReportOptions
make_options (FollowPlanPage *self, const char *layout)
{
  return (FollowReportOptions){
    .for_id = follow_record_get_id (self->plan),
    .layout = layout != NULL             ? layout
              : self->outline->by_origin ? "areas"
                                         : "outcomes",
  };
}

void
follow_plan_page_ask_export (FollowPlanPage *self, const char *layout)
{
  FollowReportOptions options;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (self->outline == NULL)
    return;
  options = make_options (self, layout);
  name = follow_improvement_plan_suggest_name (follow_page_get_register (FOLLOW_PAGE (self)), options.for_id,
                                               &error);
  if (name == NULL)
    {
      follow_navigation_report (GTK_WIDGET (self), error);
      return;
    }
  follow_export_ask (GTK_WIDGET (self), _ ("Export the Plan"), name, follow_report_find ("improvement-plan"),
                     &options);
}

void
follow_plan_page_export_to (
    FollowPlanPage *self, const char *path, const char *layout, FollowExportDone done, gpointer data)
{
  FollowReportOptions options = make_options (self, layout);

  follow_export_write (GTK_WIDGET (self), path, follow_report_find ("improvement-plan"), &options, done,
                       data);
}
