package io.siyu.web.metrics;

import io.siyu.campaign.Occurrence;
import java.util.List;

/** Planned steps that should have begun. */
@FunctionalInterface
public interface Overdue {

    /** Those due for more than a minute that have neither begun nor been noted as missed; a house that works has none. */
    List<Occurrence> steps();
}
