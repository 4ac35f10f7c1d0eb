package io.siyu.playbook;

import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;

/** What the files of campaigns and templates are judged against. */
record House(Settings settings, Catalogue catalogue) {}
