package io.siyu.playbook;

import io.siyu.campaign.Settings;
import io.siyu.event.Catalogue;
import io.siyu.message.Rehearsal;

/** What the files of campaigns and templates are judged against. */
record House(Settings settings, Catalogue catalogue, Audiences audiences, Rehearsal rehearsal) {

    /** A house whose audiences are not read yet. */
    House(Settings settings, Catalogue catalogue) {
        this(settings, catalogue, Audiences.NONE, new Rehearsal(catalogue, settings));
    }

    House with(Audiences saved) {
        return new House(settings, catalogue, saved, rehearsal);
    }
}
