package io.siyu.walls.planted.event;

import io.siyu.walls.planted.campaign.CampaignName;

/** The rightful half of a cycle. */
public record KnowsCampaign(CampaignName earlier) {}
