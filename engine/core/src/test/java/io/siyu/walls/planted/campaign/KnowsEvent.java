package io.siyu.walls.planted.campaign;

import io.siyu.walls.planted.event.KnowsCampaign;

/** A stage that knows a later one. */
record KnowsEvent(KnowsCampaign later) {}
